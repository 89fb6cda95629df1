import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// The second factor: given after the password, set up, replaced.
enum SecondFactorRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/second-factor", .halfSignedIn) { try await ask(.app, $0) }
    routes.post("/second-factor", .halfSignedIn) { try await give(.app, $0) }
    routes.get("/second-factor/printed-code", .halfSignedIn) { try await ask(.printed, $0) }
    routes.post("/second-factor/printed-code", .halfSignedIn) { try await give(.printed, $0) }
    routes.get("/second-factor/set-up", .halfSignedIn, showSetUp)
    routes.post("/second-factor/set-up", .halfSignedIn, setUp)
  }

  private static func ask(_ kind: SecondFactorPage.Kind, _ visit: Visit) async throws -> Response {
    let next = visit.query("then").flatMap(Address.init(local:))
    let session = try visit.openSession
    if !session.awaitsSecondFactor { return visit.redirect(to: next ?? Way.home) }
    if !session.hasSecondFactor { return visit.redirect(to: session.nextStep(before: next ?? Way.home)) }
    return visit.page(
      SecondFactorPage(
        kind, token: visit.formToken, then: next?.text ?? "", contact: visit.site.settings.contact))
  }

  private static func give(_ kind: SecondFactorPage.Kind, _ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    let typed = visit.form.typed("code")
    let next = visit.form["then"].flatMap(Address.init(local:)) ?? Way.home
    guard session.awaitsSecondFactor, session.hasSecondFactor else { return visit.redirect(to: next) }
    return try await visit.answering {
      let key = Throttles.Key.secondFactor(session.account.text)
      let attempt = try await visit.attempt([key, .address(visit.remoteAddress)], field: "code")
      let (old, fresh) = (visit.token.hash, Token())
      try await visit.writeOwn { connection in
        let isRight =
          kind == .app
          ? try SecondFactors.accept(typed, of: session.account, connection)
          : try SecondFactors.acceptPrinted(typed, of: session.account, connection)
        guard isRight else {
          throw Refusal.invalid(
            kind == .app ? SecondFactorWords.wrongCode : SecondFactorWords.wrongPrinted, field: "code")
        }
        try Throttles.forgive(attempt, key, connection)
        try Sessions.giveSecondFactor(tokenHash: old, renewedAs: fresh.hash, connection)
        if kind == .printed {
          try Accounts.recordByOwner("printed code used", session.account, named: session.name, connection)
        }
      }
      return visit.redirect(to: next, under: fresh)
    } again: { refusals in
      SecondFactorPage(
        kind, token: visit.formToken, then: visit.form["then"] ?? "", refusals: refusals,
        contact: visit.site.settings.contact)
    }
  }

  private static func showSetUp(_ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    try mustBeAllowed(session)
    return visit.page(
      page(visit, session, then: visit.query("then").flatMap(Address.init(local:))?.text ?? "", .none))
  }

  private static func setUp(_ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    try mustBeAllowed(session)
    let (app, typed) = (visit.pendingApp, visit.form.typed("code"))
    let next = visit.form["then"].flatMap(Address.init(local:)) ?? Way.home
    return try await visit.answering {
      guard let step = app.acceptedStep(typed, at: visit.now, after: nil) else {
        throw Refusal.invalid(SecondFactorWords.wrongCode, field: "code")
      }
      if session.hasSecondFactor { try await visit.checkOwnPassword(field: "password") }
      let (old, fresh) = (visit.token.hash, Token())
      let codes = try await visit.writeOwn { connection in
        let codes = try SecondFactors.setUp(app, step: step, of: session.account, connection)
        try Sessions.endAll(of: session.account, except: old, connection)
        try Sessions.giveSecondFactor(tokenHash: old, renewedAs: fresh.hash, connection)
        try Accounts.recordByOwner("second factor set up", session.account, named: session.name, connection)
        return codes
      }
      var response = visit.page(visit.printed(codes, next: next))
      Cookies.set(fresh, on: &response, visit.site)
      return response
    } again: { refusals in
      page(visit, session, then: visit.form["then"] ?? "", refusals)
    }
  }

  /// Whoever has a second factor and has not given it may not put another in its place; nor may a visitor of the
  /// demonstration shut others out of it.
  private static func mustBeAllowed(_ session: OpenSession) throws {
    if session.hasSecondFactor && session.awaitsSecondFactor {
      throw Refusal.refused("Give the code of the app that you have first.")
    }
    try session.mustBeOwn()
  }

  private static func page(
    _ visit: Visit, _ session: OpenSession, then: String, _ refusals: Refusals
  ) -> SetUpPage {
    let app = visit.pendingApp
    let address = app.address(issuer: SecondFactorWords.issuer, account: session.email)
    return SetUpPage(
      token: visit.formToken, then: then, code: SecondFactorWords.square(of: address), secret: app.printedSecret,
      account: session.email, isRequired: session.needsSecondFactor, isReplacing: session.hasSecondFactor,
      refusals: refusals)
  }
}

extension OpenSession {
  /// In the demonstration many share one account, and nobody may change it.
  func mustBeOwn() throws {
    if isDemonstration {
      throw Refusal.refused("In the demonstration an account is shared by everybody, so it cannot be changed.")
    }
  }
}

extension Visit {
  /// The session behind a door that asks for one.
  var openSession: OpenSession {
    get throws {
      guard let session else { throw Refusal.notFound() }
      return session
    }
  }

  /// The app that is being set up in this session: its secret is made from the cookie's token, so that nothing is kept
  /// before its first code was right, and the same square is shown when the page is loaded again.
  var pendingApp: OneTimeCode {
    let text = token.derived(for: "second factor").replacing("-", with: "+").replacing("_", with: "/")
    return OneTimeCode(secret: Array((Data(base64Encoded: text + "=") ?? Data()).prefix(20)))
  }

  /// One transaction for the account of the session.
  func writeOwn<Value: Sendable>(
    _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await site.database.write(keeper: try openSession.account.text, work)
  }

  /// Asks again for the password of whoever is signed in, from the form's field.
  func checkOwnPassword(field: String) async throws {
    let session = try openSession
    do {
      _ = try await checkPassword(form.typed(field), email: session.email)
    } catch let refusal as Refusal where refusal.sentence == SignInWords.wrong {
      throw Refusal.invalid("This is not your password.", field: field)
    } catch let refusal as Refusal {
      throw Refusal.invalid(refusal.sentence, field: field)
    }
  }

  func redirect(to address: Address, under fresh: Token) -> Response {
    var response = redirect(to: address)
    Cookies.set(fresh, on: &response, site)
    return response
  }

  func printed(_ codes: [RecoveryCode], next: Address) -> PrintedCodesPage {
    PrintedCodesPage(
      codes: codes.map(\.printed), next: next,
      printNote: "Printed codes for Trellis, made on \(today.words). Each works once.")
  }
}
