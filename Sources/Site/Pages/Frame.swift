import Components
import Domain
import Hummingbird
import Markup
import Store

/// Puts a page into the shell that all pages share: who and where we are, navigation, what the last act did.
enum Frame {
  static func draw(_ page: some Page, for visit: Visit) -> HTML {
    PageShell(
      title: page.title, place: visit.school.map { place($0, page.part, visit) }, visitor: visitor(visit),
      token: visit.formToken, breadcrumbs: page.trail, banner: banner(visit), ribbon: ribbon(visit.session),
      footer: [Link("Help", Way.help)], width: page.width, hasErrors: page.hasErrors,
      printNote: page.printNote, refreshes: page.refreshes, assets: assets, main: page.body
    ).html
  }

  /// Without a visit: errors before a door, and the gallery.
  static func drawAlone(_ page: some Page) -> HTML {
    PageShell(
      title: page.title, breadcrumbs: page.trail, width: page.width, hasErrors: page.hasErrors,
      printNote: page.printNote, assets: assets, main: page.body
    ).html
  }

  /// For the gallery: in an invented school where the page stands in one.
  static func drawExample(_ page: some Page) -> HTML {
    let school: Address = "/schools/900001"
    let sections = Part.allCases.map { Link($0.name, school, isCurrent: $0 == page.part) }
    return PageShell(
      title: page.title,
      place: page.part == nil ? nil : PageShell.Place("Ashfield Primary School", home: school, sections: sections),
      visitor: page.part == nil
        ? nil
        : PageShell.Visitor(
          name: "Ruth Lowe", role: Role.senco.name, account: Way.account, signOut: Way.signOut, elsewhere: []),
      breadcrumbs: page.trail, footer: [Link("Help", Way.help)], width: page.width,
      hasErrors: page.hasErrors, printNote: page.printNote, assets: assets, main: page.body
    ).html
  }

  static let assets = PageShell.Assets(
    stylesheet: asset("trellis.css"), script: asset("trellis.js"), icon: asset("icon.svg"))

  private static func asset(_ name: String) -> Address {
    ("/public/\(segment: name)" as Address).asking("v", PublicFiles.version)
  }

  private static func place(_ school: School, _ current: Part?, _ visit: Visit) -> PageShell.Place {
    let viewer = visit.viewer
    let sections = Part.allCases.filter { $0.isOpen(to: viewer) }.map { part in
      Link(part.name, Way.part(part, school), isCurrent: part == current)
    }
    return PageShell.Place(school.name, home: Way.school(school), sections: sections)
  }

  private static func visitor(_ visit: Visit) -> PageShell.Visitor? {
    guard let session = visit.session else { return nil }
    let here = visit.school.flatMap { school in session.desks.first { $0.organisation == school.id } }
    let elsewhere = session.desks.filter { $0.organisation != here?.organisation }.compactMap { desk in
      desk.urn.map { Link("\(desk.name) (\(Frame.roles(desk.roles)))", "/schools/\(segment: $0)") }
    }
    return PageShell.Visitor(
      name: session.name, role: here.map { Frame.roles($0.roles) } ?? "", account: Way.account, signOut: Way.signOut,
      elsewhere: elsewhere)
  }

  /// `SENCO, Teacher`.
  static func roles(_ roles: Set<Role>) -> String {
    Role.allCases.filter { roles.contains($0) }.map(\.name).joined(separator: ", ")
  }

  private static func banner(_ visit: Visit) -> HTML {
    visit.query("done").flatMap(Done.init(rawValue:)).map { NotificationBanner(.success, $0.sentence).html } ?? .empty
  }

  private static func ribbon(_ session: OpenSession?) -> String? {
    session?.isDemonstration == true
      ? "Demonstration: every person and place here is invented. What you type here, anybody can read." : nil
  }
}

extension Part {
  func isOpen(to viewer: Viewer) -> Bool {
    switch self {
    case .today, .school: true
    case .pupils: viewer.may(.see, .pupils)
    case .groups: viewer.may(.see, .groups)
    case .map: viewer.may(.see, .map)
    case .catalogue: viewer.may(.see, .catalogue)
    case .staff: viewer.may(.see, .staff)
    case .imports: viewer.may(.do, .imports)
    }
  }
}

/// What an act did, said on the page after it. The sentence travels as a word in the address, so it holds no names.
enum Done: String, CaseIterable, Sendable {
  case saved, added, changed, corrected, ended, removed, left, imported, invited, withdrawn, signedOut = "signed-out"
  case passwordChanged = "password-changed"
  case factorSetUp = "second-factor-set-up"
  case sessionsEnded = "sessions-ended"
  case copied, extended, linked, joined
  case passwordReset = "password-reset"
  case roleEnded = "role-ended"
  case caseOpened = "case-opened"
  case caseClosed = "case-closed"
  case checked, confirmed, priced, repriced

  var sentence: String {
    switch self {
    case .saved: "Saved."
    case .added: "Added."
    case .changed: "Changed, from the day you gave. What was true before stays."
    case .corrected: "Corrected. The old value stays in the history."
    case .ended: "Ended. What it cost up to its last day stays."
    case .removed: "Removed."
    case .left: "Marked as left. Past support and its cost stay as they were."
    case .imported: "Imported."
    case .invited: "The invitation is ready."
    case .withdrawn: "The invitation is withdrawn; its link no longer works."
    case .signedOut: "You are signed out."
    case .passwordChanged: "Your password is changed, and your other sessions are ended."
    case .factorSetUp: "Your second factor is set up."
    case .sessionsEnded: "Those sessions are ended."
    case .copied: "Copied. Please look through it: dates and pupils may need a change."
    case .extended: "Extended."
    case .linked: "Linked."
    case .joined: "Welcome. You have the role now."
    case .passwordReset: "Your new password is saved. Sign in with it."
    case .roleEnded: "The role is ended. What was done under it stays."
    case .caseOpened: "The cases are open to them until the day you gave."
    case .caseClosed: "The case is closed to them."
    case .checked: "Noted: the calendar is checked. It can still be changed."
    case .confirmed: "Confirmed as the school’s own."
    case .priced: "Saved. Sessions are priced with it from its first day on."
    case .repriced:
      "Saved. Sessions since its first day are priced anew; what was already printed or sent keeps its figures."
    }
  }
}

extension Visit {
  /// After an act: to the next page, which says what was done.
  func redirect(to address: Address, saying done: Done) -> Response {
    redirect(to: address.asking("done", done.rawValue))
  }
}
