import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// The other end of an invitation: taking it up.
enum InvitationRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/invitation/{token}", .anyone, show)
    routes.post("/invitation/{token}", .anyone, accept)
  }

  private struct Found: Sendable {
    let token: Token
    let invitation: Invitation
    let school: String
    let urn: String?
    let account: Account?
    let closesDemonstration: Bool
  }

  private static func show(_ visit: Visit) async throws -> Response {
    guard let found = try await found(visit) else { return dead(visit, nil) }
    let state = found.invitation.state(at: visit.now, on: visit.today)
    return state == .waiting ? visit.page(page(visit, found)) : dead(visit, found)
  }

  private static func accept(_ visit: Visit) async throws -> Response {
    guard let found = try await found(visit) else { return dead(visit, nil) }
    guard found.invitation.state(at: visit.now, on: visit.today) == .waiting else { return dead(visit, found) }
    switch step(visit, found) {
    case .signIn: return visit.redirect(to: Way.signIn(then: Way.invitation(found.token.printed)))
    case .somebodyElse, .shared: return visit.page(page(visit, found), status: .forbidden)
    case .accept: return try await takeUp(visit, found)
    case .begin: return try await begin(visit, found)
    }
  }

  private static func takeUp(_ visit: Visit, _ found: Found) async throws -> Response {
    let (session, today, hash) = (try visit.openSession, visit.today, found.token.hash)
    if session.awaitsSecondFactor { return try await visit.toSecondFactor() }
    return try await visit.answering {
      try await visit.site.database.write(keeper: found.invitation.organisation.text) { connection in
        try Invitations.accept(hash: hash, as: session.account, on: today, connection)
      }
      return visit.redirect(to: found.urn.map { Way.school(urn: $0) } ?? Way.home, saying: .joined)
    } again: { refusals in
      page(visit, found, refusals)
    }
  }

  /// A new account, with its first role and its first session.
  private static func begin(_ visit: Visit, _ found: Found) async throws -> Response {
    let (name, today, hash) = (visit.form.typed("name"), visit.today, found.token.hash)
    return try await visit.answering {
      var refusals = Refusals()
      if visit.form["name"] == nil { refusals.add("Enter your name as colleagues know it.", field: "name") }
      var password = ""
      do {
        password = try NewPasswordForm(
          visit.form, email: found.invitation.email, names: [name, found.school]
        ).password
      } catch let more as Refusals {
        refusals.all += more.all
      }
      try refusals.throwIfAny()
      let kept = await PasswordHash.hashing(password, cost: visit.site.settings.passwordCost)
      let account = try await visit.site.database.write(keeper: found.invitation.organisation.text) { connection in
        let id = try Accounts.add(email: found.invitation.email, name: name, password: kept, connection)
        try Invitations.accept(hash: hash, as: id, on: today, connection)
        return id
      }
      return try await visit.startSession(for: account, then: found.urn.map { Way.school(urn: $0) } ?? Way.home)
    } again: { refusals in
      page(visit, found, refusals)
    }
  }

  private static func found(_ visit: Visit) async throws -> Found? {
    guard let token = visit.parameter("token").flatMap({ Token(printed: $0) }) else { return nil }
    return try await visit.read { connection in
      guard let (invitation, school, urn) = try Invitations.withToken(hash: token.hash, connection) else { return nil }
      return Found(
        token: token, invitation: invitation, school: school, urn: urn,
        account: try Accounts.withEmail(invitation.email, connection),
        closesDemonstration: try Demonstration.isOpen(connection))
    }
  }

  private static func step(_ visit: Visit, _ found: Found) -> InvitationPage.Step {
    if let session = visit.session {
      if session.email != found.invitation.email { return .somebodyElse(email: session.email) }
      return session.isDemonstration ? .shared : .accept
    }
    return found.account == nil ? .begin : .signIn
  }

  private static func page(_ visit: Visit, _ found: Found, _ refusals: Refusals = .none) -> InvitationPage {
    InvitationPage(
      token: visit.formToken, address: Way.invitation(found.token.printed), school: found.school,
      role: found.invitation.role.name, email: found.invitation.email, inviter: found.invitation.invitedBy,
      lastDay: found.invitation.lastDay?.words, step: step(visit, found), name: visit.form.typed("name"),
      closesDemonstration: found.closesDemonstration, refusals: refusals)
  }

  /// What has become of the link, and what to do next.
  private static func dead(_ visit: Visit, _ found: Found?) -> Response {
    let ask = found.map { "Ask \($0.invitation.invitedBy) at \($0.school) for a new one." }
    let page: DeadLinkPage
    switch found?.invitation.state(at: visit.now, on: visit.today) {
    case .used:
      page = DeadLinkPage(
        title: "This invitation has been taken up", sentence: "A link works once.",
        advice:
          "Sign in with the password that you chose. If it was not you who used the link, tell your school at once.")
    case .expired:
      page = DeadLinkPage(
        title: "This invitation has expired", sentence: "A link works for 72 hours.", advice: ask ?? "")
    case .withdrawn:
      page = DeadLinkPage(
        title: "This invitation was withdrawn", sentence: "Your school has taken it back, or replaced it by another.",
        advice: ask ?? "")
    default:
      page = DeadLinkPage(
        title: "This invitation is not known", sentence: "The link is not complete, or a newer one has replaced it.",
        advice: "Open it exactly as it stands in the message or on the slip, or ask your school for a new one.")
    }
    return visit.page(page, status: .gone)
  }
}
