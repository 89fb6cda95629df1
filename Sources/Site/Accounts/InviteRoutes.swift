import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// Inviting colleagues, and taking invitations back.
enum InviteRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/schools/{urn}/members/invite", .school(.do, .members), show)
    routes.post("/schools/{urn}/members/invite", .school(.do, .members), invite)
    routes.post("/schools/{urn}/members/invitations/{invitation}/issue", .school(.do, .members), issueAgain)
    routes.post("/schools/{urn}/members/invitations/{invitation}/withdraw", .school(.do, .members), withdraw)
  }

  private static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  private static func invite(_ visit: Visit) async throws -> Response {
    let (viewer, today) = (visit.viewer, visit.today)
    return try await visit.answering {
      let form = try InviteForm(visit.form)
      let (id, token) = try await visit.write { connection in
        try Invitations(viewer, connection).invite(
          email: form.email, to: form.role, staff: form.staff, lastDay: form.lastDay, today: today)
      }
      return try await handOver(id, token, visit)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func issueAgain(_ visit: Visit) async throws -> Response {
    let (id, viewer, today) = (try visit.id("invitation", Invitation.self), visit.viewer, visit.today)
    let token = try await visit.write { try Invitations(viewer, $0).issueAgain(id, today: today) }
    return try await handOver(id, token, visit)
  }

  private static func withdraw(_ visit: Visit) async throws -> Response {
    let (id, viewer) = (try visit.id("invitation", Invitation.self), visit.viewer)
    try await visit.write { try Invitations(viewer, $0).withdraw(id) }
    return visit.redirect(to: Way.members(visit.here), saying: .withdrawn)
  }

  /// By e-mail where a mail server is set up and takes it; else on screen, this once.
  private static func handOver(_ id: ID<Invitation>, _ token: Token, _ visit: Visit) async throws -> Response {
    let (viewer, settings, school) = (visit.viewer, visit.site.settings, visit.here)
    let invitation = try await visit.read { try Invitations(viewer, $0).invitation(id) }
    let link = visit.link(Way.invitation(token.printed))
    let until = settings.words(of: invitation.expiresAt)
    // Whoever came in by the demonstration's door is nobody that we know: no mail goes out for them.
    let isDoor = visit.session?.isDemonstration == true
    let isSent =
      isDoor
      ? false
      : await visit.posted(
        .invitation(school: school.name, role: invitation.role.name, from: viewer.name, until: until, link: link),
        to: invitation.email)
    if isSent {
      return visit.page(
        HandOverPage(
          title: "The invitation is sent", trail: MembersWords.trailBelow(school), slip: nil,
          sentence: "A link is on its way to \(invitation.email). It works once, until \(until).", warning: nil,
          next: Way.members(school)))
    }
    return visit.page(
      HandOverPage(
        title: "The invitation is ready", trail: MembersWords.trailBelow(school),
        slip: Slip(
          "You are invited to Trellis", lines: ["\(school.name) gives you the role \(invitation.role.name)."],
          link: link, code: SecondFactorWords.square(of: link),
          small: "For \(invitation.email) only. Works once, until \(until)."),
        sentence: "Give this link to your colleague yourself. It is shown this once.",
        warning: isDoor
          ? DemonstrationWords.handedOver
          : settings.mailing == nil ? nil : "The mail server did not take the message.",
        next: Way.members(school)))
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> InvitePage {
    let (viewer, today, form) = (visit.viewer, visit.today, visit.form)
    let staff = try await visit.read { try Members(viewer, $0).linkableStaff(for: nil, on: today) }
    return InvitePage(
      token: visit.formToken, trail: MembersWords.trailBelow(visit.here), address: Way.invite(visit.here),
      roles: viewer.grantableRoles.map { Choice($0.rawValue, $0.name, hint: SignInWords.sees($0)) },
      staff: staff.map { Choice($0.id.text, $0.name) }, email: form.typed("email"), role: form.typed("role"),
      staffMember: form.typed("staff"), lastDay: form.typed("last-day"),
      isMailed: visit.site.settings.mailing != nil && visit.session?.isDemonstration != true, refusals: refusals)
  }
}
