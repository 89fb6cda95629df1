import Components
import Domain
import Foundation
import Hummingbird
import Markup
import Security
import Store

/// Signing in and out, and the first page.
enum SignInRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/", .anyone, home)
    routes.get("/sign-in", .anyone, show)
    routes.post("/sign-in", .anyone, signIn)
    routes.post("/sign-out", .anyone, signOut)
  }

  /// The only school or area, or a choice of them.
  private static func home(_ visit: Visit) async throws -> Response {
    guard let session = visit.session else { return visit.redirect(to: Way.signIn) }
    if session.awaitsSecondFactor { return try await visit.toSecondFactor() }
    let (schools, areas) = (session.desks, session.areaDesks)
    if schools.count == 1, areas.isEmpty { return visit.redirect(to: Way.school(urn: schools[0].urn)) }
    if areas.count == 1, schools.isEmpty { return visit.redirect(to: Way.areaDesk(areas[0].address)) }
    return visit.page(HomePage(session, contact: visit.site.settings.contact))
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let then = visit.query("then").flatMap(Address.init(local:))
    let kept = visit.query("unfinished").flatMap { Token(printed: $0) }.map { Way.unfinished($0.printed) }
    if let session = visit.session, !session.awaitsSecondFactor {
      return visit.redirect(to: kept ?? then ?? Way.home)
    }
    return visit.page(
      SignInPage(
        token: visit.formToken, then: (kept ?? then)?.text ?? "",
        notice: kept != nil ? SignInWords.keptForm : then != nil ? "Sign in to go on." : nil,
        places: try await visit.demonstrationPlaces()))
  }

  private static func signIn(_ visit: Visit) async throws -> Response {
    let email = Account.foldedEmail(visit.form.typed("email")) ?? ""
    let password = visit.form.typed("password")
    let then = visit.form["then"].flatMap(Address.init(local:)) ?? Way.home
    return try await visit.answering {
      if email.isEmpty || password.isEmpty { throw SignIn.missing(email: email, password: password) }
      let account = try await visit.checkPassword(password, email: email)
      return try await visit.startSession(for: account, then: then)
    } again: { refusals in
      SignInPage(
        token: visit.formToken, then: visit.form["then"] ?? "", email: visit.form.typed("email"), refusals: refusals,
        places: try await visit.demonstrationPlaces())
    }
  }

  private static func signOut(_ visit: Visit) async throws -> Response {
    let hash = visit.token.hash
    try await visit.write { try Sessions.end(tokenHash: hash, $0) }
    var response = visit.redirect(to: Way.signIn, saying: .signedOut)
    Cookies.set(Token(), on: &response, visit.site)
    return response
  }
}

enum SignIn {
  static func missing(email: String, password: String) -> Refusals {
    var refusals = Refusals()
    if email.isEmpty { refusals.add("Enter your e-mail address.", field: "email") }
    if password.isEmpty { refusals.add("Enter your password.", field: "password") }
    return refusals
  }
}
