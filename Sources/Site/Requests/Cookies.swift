import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// One cookie: a random token, kept as a hash. Before signing in it only ties forms to the browser.
enum Cookies {
  /// `__Host-` lets browsers accept it only over TLS, for this host alone.
  static func name(_ site: Site) -> String { site.settings.isSecure ? "__Host-trellis" : "trellis" }

  static func set(_ token: Token, on response: inout Response, _ site: Site) {
    response.setCookie(
      Cookie(
        name: name(site), value: token.printed, path: "/", secure: site.settings.isSecure, httpOnly: true,
        sameSite: .lax))
  }
}

extension Visit {
  func withCookie(_ response: Response) -> Response {
    var response = response
    if isNewToken, response.headers[.setCookie] == nil { Cookies.set(token, on: &response, site) }
    return response
  }

  /// To the sign-in page, to come back here afterwards. What was typed into a form is kept for the same person.
  func toSignIn() async throws -> Response {
    var address: Address = "/sign-in"
    if request.method == .get {
      address = address.asking("then", request.uri.description)
    } else if let kept = try await keepUnfinishedForm() {
      address = address.asking("unfinished", kept)
    }
    return redirect(to: address)
  }

  /// To the page that asks for the second factor, or sets it up.
  func toSecondFactor() async throws -> Response {
    var address: Address = session?.hasSecondFactor == true ? "/second-factor" : "/second-factor/set-up"
    if request.method == .get { address = address.asking("then", request.uri.description) }
    return redirect(to: address)
  }

  /// Keeps the form of a session that has ended, for whose session it was; the token that finds it again. Nil when the
  /// cookie never was anybody's session.
  private func keepUnfinishedForm() async throws -> String? {
    let hash = token.hash
    let (path, fields, found) = (request.uri.path, form.fields, Token())
    guard let account = try await read({ try Sessions.formerAccount(tokenHash: hash, $0) }) else { return nil }
    try await site.database.write(keeper: account.text) { connection in
      try UnfinishedForms.keep(
        UnfinishedForm(account: account, path: path, fields: fields.map { [$0.name, $0.value] }), tokenHash: found.hash,
        connection)
    }
    return found.printed
  }
}
