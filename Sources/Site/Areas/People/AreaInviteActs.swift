import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// Inviting a coordinator or a commissioner, and taking invitations back. Contributors come in with the code.
enum AreaInviteActs {
  static func show(_ visit: Visit) async throws -> Response { visit.page(try page(visit)) }

  static func invite(_ visit: Visit) async throws -> Response {
    let (viewer, today, form) = (visit.areaViewer, visit.today, visit.form)
    return try await visit.answering {
      var refusals = Refusals()
      let role = form["role"].flatMap(AreaRole.init(rawValue:)).flatMap {
        AreaInvitations.roles.contains($0) ? $0 : nil
      }
      if form["email"] == nil { refusals.add("Enter their e-mail address.", field: "email") }
      if role == nil { refusals.add("Choose a role.", field: "role") }
      try refusals.throwIfAny()
      guard let role, let email = form["email"] else { throw refusals }
      let (id, token) = try await visit.write {
        try AreaInvitations(viewer, $0).invite(email: email, to: role, today: today)
      }
      return try await handOver(id, token, visit)
    } again: { refusals in
      try page(visit, refusals)
    }
  }

  static func issueAgain(_ visit: Visit) async throws -> Response {
    let (id, viewer) = (try visit.id("invitation", AreaInvitation.self), visit.areaViewer)
    let token = try await visit.write { try AreaInvitations(viewer, $0).issueAgain(id) }
    return try await handOver(id, token, visit)
  }

  static func withdraw(_ visit: Visit) async throws -> Response {
    let (id, viewer) = (try visit.id("invitation", AreaInvitation.self), visit.areaViewer)
    try await visit.write { try AreaInvitations(viewer, $0).withdraw(id) }
    return visit.redirect(to: Way.people(try visit.thisArea()), saying: .withdrawn)
  }

  /// By e-mail where a mail server is set up and takes it; else on screen, this once.
  private static func handOver(_ id: ID<AreaInvitation>, _ token: Token, _ visit: Visit) async throws -> Response {
    let (area, viewer, settings) = (try visit.thisArea(), visit.areaViewer, visit.site.settings)
    let invitation = try await visit.read { try AreaInvitations(viewer, $0).invitation(id) }
    let (link, project) = (visit.link(Way.areaInvitation(token.printed, area)), area.details.title)
    let until = settings.words(of: invitation.expiresAt)
    let isSent = await visit.posted(
      .areaInvitation(
        project: project, role: invitation.role.name, from: viewer.name, until: until, link: link),
      to: invitation.email)
    let slip = Slip(
      "You are invited to Trellis", lines: ["“\(project)” gives you the role \(invitation.role.name)."], link: link,
      code: SecondFactorWords.square(of: link), small: "For \(invitation.email) only. Works once, until \(until).")
    return visit.page(
      HandOverPage(
        title: isSent ? "The invitation is sent" : "The invitation is ready", trail: PeopleTabs.trail(area),
        slip: isSent ? nil : slip,
        sentence: isSent
          ? "A link is on its way to \(invitation.email). It works once, until \(until)."
          : "Give this link to them yourself. It is shown this once.",
        warning: isSent || settings.mailing == nil ? nil : "The mail server did not take the message.",
        next: Way.people(area), back: "Back to who takes part"))
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) throws -> FormPage {
    let area = try visit.thisArea()
    return page(
      visit.form, isMailed: visit.site.settings.mailing != nil, address: Way.areaInvite(area),
      cancel: Way.people(area), trail: PeopleTabs.trail(area), token: visit.formToken, refusals)
  }

  static func page(
    _ form: SentForm, isMailed: Bool, address: Address, cancel: Address, trail: [Components.Link], token: String,
    _ refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: "Invite a coordinator or commissioner",
      lede: isMailed
        ? "They get a link by e-mail. It works once, for 72 hours, and only with this address."
        : "You get a link to hand over. It works once, for 72 hours, and only with this address.",
      trail: trail, part: nil, areaPart: .people, address: address, token: token,
      fields: """
        \(TextInput(Field("email", "Their e-mail address", error: refusals["email"]), value: form["email"] ?? "", kind: .email, autocomplete: "off"))\
        \(Radios(Field("role", "Role", error: refusals["role"]), [Choice("commissioner", "Commissioner", hint: "Reads the whole map and everything that was sent in."), Choice("coordinator", "Coordinator", hint: "Runs the project: its code, its people, every entry.")], selected: form["role"]))
        """, button: "Invite", cancel: cancel, refusals: refusals)
  }
}
