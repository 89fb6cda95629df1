import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// Who has an account in the school: the list, and one member.
enum MemberRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/schools/{urn}/members", .school(.see, .members), list)
    InviteRoutes.routes(&routes)
    routes.get("/schools/{urn}/members/{account}", .school(.see, .members), show)
    routes.post("/schools/{urn}/members/{account}/roles", .school(.do, .members), giveRole)
    routes.post("/schools/{urn}/members/{account}/roles/{membership}/end", .school(.do, .members), endRole)
    routes.post("/schools/{urn}/members/{account}/staff", .school(.do, .members), linkStaff)
    routes.post("/schools/{urn}/members/{account}/reset", .school(.do, .members), reset)
    routes.post("/schools/{urn}/members/{account}/cases", .school(.do, .members), openCases)
    routes.post("/schools/{urn}/members/{account}/cases/{opening}/close", .school(.do, .members), closeCase)
  }

  private static func list(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    let (members, invitations) = try await visit.read { connection in
      (try Members(viewer, connection).all(), try Invitations(viewer, connection).open())
    }
    return visit.page(MembersPage(members, invitations, visit))
  }

  private static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await MemberPage.of(visit.id("account"), visit))
  }

  private static func giveRole(_ visit: Visit) async throws -> Response {
    let (account, viewer, today) = (try visit.id("account", Account.self), visit.viewer, visit.today)
    return try await visit.answering {
      let form = try GiveRoleForm(visit.form, today: today)
      try await visit.write { connection in
        _ = try Members(viewer, connection).member(account)
        try Members(viewer, connection).grant(form.role, to: account, during: form.span)
      }
      return visit.redirect(to: Way.member(account, visit.here), saying: .added)
    } again: { refusals in
      try await MemberPage.of(account, visit, refusals)
    }
  }

  private static func endRole(_ visit: Visit) async throws -> Response {
    let (account, membership) = (try visit.id("account", Account.self), try visit.id("membership", Membership.self))
    let (viewer, today) = (visit.viewer, visit.today)
    return try await visit.answering {
      let isMember = try await visit.write { connection in
        let members = Members(viewer, connection)
        guard try members.member(account).memberships.contains(where: { $0.id == membership }) else {
          throw Refusal.notFound()
        }
        try members.end(membership, after: nil, today: today)
        return try members.isMember(account)
      }
      if account == viewer.account { return visit.redirect(to: Way.home, saying: .roleEnded) }
      // A role that ends on the day on which it was given leaves nothing behind.
      let next = isMember ? Way.member(account, visit.here) : Way.members(visit.here)
      return visit.redirect(to: next, saying: .roleEnded)
    } again: { refusals in
      try await MemberPage.of(account, visit, refusals)
    }
  }

  private static func linkStaff(_ visit: Visit) async throws -> Response {
    let (account, viewer) = (try visit.id("account", Account.self), visit.viewer)
    let staff = visit.form["staff"].flatMap { ID<StaffMember>($0) }
    return try await visit.answering {
      try await visit.write { try Members(viewer, $0).link(account, to: staff) }
      return visit.redirect(to: Way.member(account, visit.here), saying: .linked)
    } again: { refusals in
      try await MemberPage.of(account, visit, refusals)
    }
  }

  private static func reset(_ visit: Visit) async throws -> Response {
    let (id, viewer, today) = (try visit.id("account", Account.self), visit.viewer, visit.today)
    if visit.session?.isDemonstration == true {
      throw Refusal.refused("In the demonstration many people share these accounts, so none of them gets a password.")
    }
    let (account, lasting, token) = try await visit.write { connection in
      let members = Members(viewer, connection)
      let member = try members.member(id)
      guard try members.mayReset(id) else {
        throw Refusal.refused("This account reaches further than you can give. Ask whoever runs Trellis for you.")
      }
      try members.recordReset(of: id)
      let lasting = try PasswordResets.handedOver(to: id, connection)
      return (member.account, lasting, try PasswordResets.issue(for: id, lasting: lasting, connection))
    }
    let link = visit.link(Way.passwordReset(token.printed))
    let until = visit.site.settings.words(of: visit.now.addingTimeInterval(lasting))
    return visit.page(
      HandOverPage(
        title: "The link is ready", trail: MembersWords.trailBelow(visit.here),
        slip: Slip(
          "A new password for Trellis", lines: ["\(account.name), open this link and choose a new password:"],
          link: link, code: SecondFactorWords.square(of: link),
          small: "For \(account.email) only. Made on \(today.words). Works once, until \(until)."),
        sentence: "Give this link to \(account.name) yourself. It is shown this once.", warning: nil,
        next: Way.member(id, visit.here)))
  }

  private static func openCases(_ visit: Visit) async throws -> Response {
    let (account, viewer, today) = (try visit.id("account", Account.self), visit.viewer, visit.today)
    return try await visit.answering {
      let form = try OpenCasesForm(visit.form)
      try await visit.write { connection in
        try CaseOpenings(viewer, connection).open(form.pupils, to: account, until: form.lastDay, today: today)
      }
      return visit.redirect(to: Way.member(account, visit.here), saying: .caseOpened)
    } again: { refusals in
      try await MemberPage.of(account, visit, refusals)
    }
  }

  private static func closeCase(_ visit: Visit) async throws -> Response {
    let (account, opening) = (try visit.id("account", Account.self), try visit.id("opening", CaseOpening.self))
    let viewer = visit.viewer
    try await visit.write { try CaseOpenings(viewer, $0).close(opening) }
    return visit.redirect(to: Way.member(account, visit.here), saying: .caseClosed)
  }
}
