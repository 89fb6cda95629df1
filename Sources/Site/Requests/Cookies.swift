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
  /// Gives a new browser its token, but not with a file that caches keep.
  func withCookie(_ response: Response) -> Response {
    var response = response
    if isNewToken, response.headers[.setCookie] == nil, response.headers[.cacheControl] == nil {
      Cookies.set(token, on: &response, site)
    }
    return response
  }

  /// To the sign-in page, to come back here afterwards. What was typed into a form is kept for the same person.
  func toSignIn() async throws -> Response {
    if request.method != .post {
      return redirect(to: Address(local: request.uri.description).map { Way.signIn(then: $0) } ?? Way.signIn)
    }
    guard let kept = try await keepUnfinishedForm() else { return redirect(to: Way.signIn) }
    return redirect(to: Way.signIn.asking("unfinished", kept))
  }

  /// To the page that asks for the second factor, or sets it up.
  func toSecondFactor() async throws -> Response {
    let address = session?.hasSecondFactor == true ? Way.secondFactor : Way.setUpSecondFactor
    guard request.method != .post, request.uri.path != "/" else { return redirect(to: address) }
    return redirect(to: address.asking("then", request.uri.description))
  }

  /// Keeps the form of a session that has ended, for whose session it was; the token that finds it again. Nil when the
  /// cookie never was anybody's session, or the form was sent by another site.
  func keepUnfinishedForm() async throws -> String? {
    guard isSentFromOwnPage else { return nil }
    let hash = token.hash
    let (path, form, found) = (request.uri.path, form, Token())
    guard let account = try await read({ try Sessions.formerAccount(tokenHash: hash, $0) }) else { return nil }
    try await site.database.write(keeper: account.text) { connection in
      try UnfinishedForms.keep(
        UnfinishedForm(
          account: account, path: path, fields: form.fields.map { [$0.name, $0.value] },
          fileFields: form.files.map(\.field)), tokenHash: found.hash, connection)
    }
    return found.printed
  }
}
