import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// One's own account.
enum AccountRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/account", .signedIn, show)
    routes.post("/account/name", .signedIn, rename)
    routes.post("/account/password", .signedIn, changePassword)
    routes.post("/account/printed-codes", .signedIn, newCodes)
    routes.post("/account/second-factor/off", .signedIn, turnOff)
    routes.post("/account/sessions/others/end", .signedIn, endOthers)
    routes.post("/account/sessions/{session}/end", .signedIn, endSession)
  }

  private static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit))
  }

  private static func rename(_ visit: Visit) async throws -> Response {
    let (session, name) = (try visit.openSession, visit.form.typed("name"))
    try session.mustBeOwn()
    return try await visit.answering {
      try await visit.writeOwn { connection in
        try Accounts.rename(session.account, to: name, connection)
        try Accounts.recordByOwner("renamed", session.account, named: session.name, connection)
      }
      return visit.redirect(to: Way.account, saying: .saved)
    } again: { refusals in
      try await page(visit, name: name, refusals)
    }
  }

  private static func changePassword(_ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    try session.mustBeOwn()
    return try await visit.answering {
      try await visit.checkOwnPassword(field: "old-password")
      let names = [session.name] + session.desks.map(\.name)
      let form = try NewPasswordForm(visit.form, email: session.email, names: names)
      let hash = await PasswordHash.hashing(form.password, cost: visit.site.settings.passwordCost)
      let own = visit.token.hash
      try await visit.writeOwn { connection in
        try Accounts.setPassword(hash, of: session.account, keeping: own, connection)
        try Accounts.recordByOwner("password changed", session.account, named: session.name, connection)
      }
      return visit.redirect(to: Way.account, saying: .passwordChanged)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func newCodes(_ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    try session.mustBeOwn()
    guard session.hasSecondFactor else { throw Refusal.notFound() }
    return try await visit.answering {
      try await visit.checkOwnPassword(field: "codes-password")
      let codes = try await visit.writeOwn { connection in
        try Accounts.recordByOwner("printed codes made", session.account, named: session.name, connection)
        return try SecondFactors.newCodes(of: session.account, connection)
      }
      return visit.page(visit.printed(codes, next: Way.account))
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func turnOff(_ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    try session.mustBeOwn()
    if session.needsSecondFactor {
      throw Refusal.refused("You can see pupils’ names, so the second factor cannot be turned off.")
    }
    return try await visit.answering {
      try await visit.checkOwnPassword(field: "off-password")
      try await visit.writeOwn { connection in
        try SecondFactors.turnOff(of: session.account, connection)
        try Accounts.recordByOwner("second factor turned off", session.account, named: session.name, connection)
      }
      return visit.redirect(to: Way.account, saying: .saved)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func endSession(_ visit: Visit) async throws -> Response {
    let (session, id) = (try visit.openSession, visit.parameter("session") ?? "")
    try session.mustBeOwn()
    try await visit.writeOwn { connection in
      guard try Sessions.end(id: id, of: session.account, connection) else { throw Refusal.notFound() }
    }
    return visit.redirect(to: Way.account, saying: .sessionsEnded)
  }

  private static func endOthers(_ visit: Visit) async throws -> Response {
    let (session, own) = (try visit.openSession, visit.token.hash)
    try session.mustBeOwn()
    try await visit.writeOwn { try Sessions.endAll(of: session.account, except: own, $0) }
    return visit.redirect(to: Way.account, saying: .sessionsEnded)
  }

  private static func page(
    _ visit: Visit, name: String? = nil, _ refusals: Refusals = .none
  ) async throws -> AccountPage {
    let (session, own, settings) = (try visit.openSession, visit.token.hash, visit.site.settings)
    let (state, list) = try await visit.read { connection in
      (
        try SecondFactors.state(of: session.account, connection),
        session.isDemonstration ? [] : try Sessions.list(of: session.account, asking: own, connection)
      )
    }
    return AccountPage(
      token: visit.formToken, email: session.email, name: name ?? session.name,
      isDemonstration: session.isDemonstration, hasSecondFactor: state.isSetUp, codesLeft: state.codesLeft,
      needsSecondFactor: session.needsSecondFactor,
      sessions: list.map {
        AccountPage.Session(
          id: $0.id, browser: $0.label, begun: settings.words(of: $0.begunAt),
          lastSeen: $0.isThis ? "now" : settings.words(of: $0.lastSeenAt), isThis: $0.isThis)
      }, refusals: refusals)
  }
}
