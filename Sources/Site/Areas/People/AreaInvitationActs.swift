import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// The other end of an area's invitation: taking it up.
enum AreaInvitationActs {
  private struct Found: Sendable {
    let token: Token
    let invitation: AreaInvitation
    let area: Area
    let hasAccount: Bool
  }

  static func show(_ visit: Visit) async throws -> Response {
    guard let found = try await found(visit) else { return dead(visit, nil) }
    return found.invitation.state(at: visit.now) == .waiting ? visit.page(page(visit, found)) : dead(visit, found)
  }

  static func accept(_ visit: Visit) async throws -> Response {
    guard let found = try await found(visit) else { return dead(visit, nil) }
    guard found.invitation.state(at: visit.now) == .waiting else { return dead(visit, found) }
    switch step(visit, found) {
    case .signIn: return visit.redirect(to: Way.signIn(then: Way.areaInvitation(found.token.printed, found.area)))
    case .somebodyElse, .shared: return visit.page(page(visit, found), status: .forbidden)
    case .accept: return try await takeUp(visit, found)
    case .begin: return try await begin(visit, found)
    }
  }

  private static func takeUp(_ visit: Visit, _ found: Found) async throws -> Response {
    let (session, today) = (try visit.openSession, visit.today)
    if session.awaitsSecondFactor { return try await visit.toSecondFactor() }
    return try await visit.answering {
      try await visit.write {
        try AreaInvitations.accept(
          hash: found.token.hash, in: found.area.id, as: session.account, on: today, $0)
      }
      return visit.redirect(to: Way.areaDesk(found.area.address), saying: .joined)
    } again: { refusals in
      page(visit, found, refusals)
    }
  }

  /// A new account, with its first role and its first session.
  private static func begin(_ visit: Visit, _ found: Found) async throws -> Response {
    let (name, today, email) = (visit.form.typed("name"), visit.today, found.invitation.email)
    return try await visit.answering {
      var refusals = Refusals()
      if visit.form["name"] == nil { refusals.add("Enter your name as colleagues know it.", field: "name") }
      var password = ""
      do {
        password = try NewPasswordForm(visit.form, email: email, names: [name, found.area.name]).password
      } catch let more as Refusals {
        refusals.all += more.all
      }
      try refusals.throwIfAny()
      let kept = await PasswordHash.hashing(password, cost: visit.site.settings.passwordCost)
      let account = try await visit.write { connection in
        let id = try Accounts.add(email: email, name: name, password: kept, connection)
        try AreaInvitations.accept(hash: found.token.hash, in: found.area.id, as: id, on: today, connection)
        return id
      }
      return try await visit.startSession(for: account, then: Way.areaDesk(found.area.address))
    } again: { refusals in
      page(visit, found, refusals)
    }
  }

  private static func found(_ visit: Visit) async throws -> Found? {
    let area = try visit.thisArea()
    guard let token = visit.parameter("token").flatMap({ Token(printed: $0) }) else { return nil }
    return try await visit.read { connection in
      guard let invitation = try AreaInvitations.withToken(hash: token.hash, in: area.id, connection) else {
        return nil
      }
      let hasAccount = try Accounts.withEmail(invitation.email, connection) != nil
      return Found(token: token, invitation: invitation, area: area, hasAccount: hasAccount)
    }
  }

  private static func step(_ visit: Visit, _ found: Found) -> InvitationPage.Step {
    if let session = visit.session {
      return session.email == found.invitation.email ? .accept : .somebodyElse(email: session.email)
    }
    return found.hasAccount ? .signIn : .begin
  }

  private static func page(_ visit: Visit, _ found: Found, _ refusals: Refusals = .none) -> InvitationPage {
    InvitationPage(
      token: visit.formToken, address: Way.areaInvitation(found.token.printed, found.area),
      school: found.area.details.title, role: found.invitation.role.name, email: found.invitation.email,
      inviter: found.invitation.invitedBy, lastDay: nil, step: step(visit, found), name: visit.form.typed("name"),
      refusals: refusals)
  }

  private static func dead(_ visit: Visit, _ found: Found?) -> Response {
    let ask = found.map { "Ask \($0.invitation.invitedBy) for a new one." } ?? "Ask whoever sent it for a new one."
    let (title, sentence, advice) =
      switch found?.invitation.state(at: visit.now) {
      case .used:
        (
          "This invitation has been taken up", "A link works once.",
          "Sign in with the password that you chose. If it was not you who used the link, tell \(found?.invitation.invitedBy ?? "whoever sent it") at once."
        )
      case .expired: ("This invitation has expired", "A link works for 72 hours.", ask)
      case .withdrawn: ("This invitation was withdrawn", "It was taken back, or replaced by another.", ask)
      default: ("This invitation is not known", "The link is not complete, or a newer one has replaced it.", ask)
      }
    return visit.page(DeadLinkPage(title: title, sentence: sentence, advice: advice), status: .gone)
  }
}
