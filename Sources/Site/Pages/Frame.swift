import Components
import Domain
import Hummingbird
import Markup
import Store

/// Puts a page into the shell that all pages share: who and where we are, navigation, what the last act did.
enum Frame {
  static func draw(_ page: some Page, for visit: Visit) -> HTML {
    PageShell(
      title: page.title, place: place(page, visit) ?? backToSchool(visit), visitor: visitor(visit),
      token: visit.formToken, breadcrumbs: page.trail, banner: banner(visit), ribbon: ribbon(visit),
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

  private static func place(_ page: some Page, _ visit: Visit) -> PageShell.Place? {
    if let school = visit.school { return place(school, page.part, visit) }
    guard let area = visit.area else { return nil }
    let viewer = visit.session?.areaViewer(in: area.id)
    let parts = viewer.map { viewer in AreaPart.allCases.filter { $0.isOpen(to: viewer) } } ?? []
    return PageShell.Place(
      area.details.title, home: viewer == nil ? Way.area(area) : Way.areaDesk(area.address),
      sections: parts.map { Link($0.name, Way.part($0, area), isCurrent: $0 == page.areaPart) })
  }

  private static func place(_ school: School, _ current: Part?, _ visit: Visit) -> PageShell.Place {
    let viewer = visit.viewer
    let sections = Part.allCases.filter { $0.isOpen(to: viewer) }.map { part in
      Link(part.name, Way.part(part, school), isCurrent: part == current)
    }
    return PageShell.Place(school.name, home: Way.school(school), sections: sections)
  }

  /// Where the visitor is: in the school of the page. On pages of no school or area, in the only school that there is; who
  /// has several places chooses.
  private static func desk(_ visit: Visit) -> OpenSession.Desk? {
    guard let session = visit.session else { return nil }
    if let school = visit.school { return session.desks.first { $0.organisation == school.id } }
    return visit.area == nil && session.desks.count == 1 && session.areaDesks.isEmpty ? session.desks[0] : nil
  }

  private static func backToSchool(_ visit: Visit) -> PageShell.Place? {
    desk(visit).map { PageShell.Place($0.name, home: Way.school(urn: $0.urn), sections: []) }
  }

  private static func visitor(_ visit: Visit) -> PageShell.Visitor? {
    guard let session = visit.session else { return nil }
    let here = desk(visit)
    let areaHere = visit.area.flatMap { area in session.areaDesks.first { $0.organisation == area.id } }
    let schools = session.desks.filter { $0.organisation != here?.organisation }.map {
      Link("\($0.name) (\(Frame.roles($0.roles)))", Way.school(urn: $0.urn))
    }
    let areas = session.areaDesks.filter { $0.organisation != areaHere?.organisation }.map {
      Link("\($0.title) (\(Frame.roles($0.roles)))", Way.areaDesk($0.address))
    }
    let elsewhere = schools + areas
    return PageShell.Visitor(
      name: session.name, role: here.map { Frame.roles($0.roles) } ?? areaHere.map { Frame.roles($0.roles) } ?? "",
      account: Way.account, signOut: Way.signOut,
      elsewhere: elsewhere)
  }

  /// `SENCO, Teacher`.
  static func roles(_ roles: Set<Role>) -> String {
    Role.allCases.filter { roles.contains($0) }.map(\.name).joined(separator: ", ")
  }

  static func roles(_ roles: Set<AreaRole>) -> String {
    AreaRole.allCases.filter { roles.contains($0) }.map(\.name).joined(separator: ", ")
  }

  private static func banner(_ visit: Visit) -> HTML {
    visit.query("done").flatMap(Done.init(rawValue:)).map { NotificationBanner(.success, $0.sentence).html } ?? .empty
  }

  /// Also over the demonstration's area for whoever is not signed in: what is typed there is read by anybody.
  private static func ribbon(_ visit: Visit) -> String? {
    let isOpenArea = visit.site.settings.offersDemonstration && visit.area?.isDemonstration == true
    return visit.session?.isDemonstration == true || isOpenArea
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
    case .strategy: viewer.may(.see, .strategy)
    case .catalogue: viewer.may(.see, .catalogue)
    case .staff: viewer.may(.see, .staff)
    case .imports: viewer.may(.do, .imports)
    }
  }
}

extension AreaPart {
  func isOpen(to viewer: AreaViewer) -> Bool {
    switch self {
    case .desk: true
    case .entries: viewer.may(.see, .entries)
    case .map: viewer.may(.see, .map)
    case .gaps: viewer.mayAll(.see, .map)
    case .people: viewer.may(.see, .participants)
    case .survey: viewer.may(.see, .survey)
    case .project: viewer.mayAll(.do, .project)
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
  case offered
  case offeredNothing
  case approved, published
  case withdrawnFromPublic = "withdrawn-from-public"
  case roundClosed = "round-closed"
  case registered, merged, moved, reminded
  case termsAccepted = "terms-accepted"
  case personConfirmed = "person-confirmed"
  case codeIssued = "code-issued"
  case handedOn = "handed-on"
  case sent = "on-the-map"
  case drafted, restored, unmerged, asked, answered, seen, marked
  case taken = "taken-back"
  case entryMoved = "entry-moved"
  case entriesMerged = "entries-merged"
  case nothingHere = "nothing-here"
  case somethingHere = "something-here"
  case draftsSent = "drafts-on-the-map"
  case copiedEntries = "copied-as-drafts"
  case worryPassedOn = "worry-passed-on"

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
    case .offered: "Sent to the area."
    case .offeredNothing: "Nothing was sent: the area has all of this from you already, or it can no longer be offered."
    case .withdrawnFromPublic: "It is off the public page. The school keeps it."
    case .approved: "Approved. What is published later is exactly this."
    case .published: "Published. Anybody can read it now; the address for your website stands below."
    case .roundClosed: "The round is closed. What it holds stays as it was."
    case .sent: "It is on the map."
    case .drafted: "The draft is kept. Nobody but you and your confirmed colleagues sees it."
    case .restored: "It is put back."
    case .entryMoved: "Moved. Its author is shown what stood there before."
    case .entriesMerged: "Merged. All of them are kept, and can be taken apart again."
    case .unmerged: "Taken apart. Both stand on the map again."
    case .asked: "Your question waits on their desk. Where mail is set up, it was sent to them too."
    case .answered: "Your answer is given."
    case .seen: "Noted. The history keeps what stood there."
    case .marked: "Noted for those that you ticked."
    case .taken: "It is withdrawn from the map. Nothing is deleted: you can put it back."
    case .nothingHere: "Said: your organisation provides nothing in this cell."
    case .somethingHere: "Taken back: the cell counts as not answered yet."
    case .draftsSent:
      "What was whole is on the map. What is still among the drafts lacks a text, a cell or what it is about."
    case .copiedEntries: "Copied as drafts. Look through them, then put them on the map."
    case .priced: "Saved. Sessions are priced with it from its first day on."
    case .registered: "Welcome. You take part now, and can add what you provide and what is missing."
    case .merged: "Merged. People and entries stand under the one that stays."
    case .moved: "Moved, and confirmed there. What they entered before stays where it was."
    case .reminded: "Noted, with today’s date."
    case .termsAccepted: "Thank you. You can go on."
    case .personConfirmed: "Confirmed. They see what their organisation entered."
    case .codeIssued: "The new code is in force. The old one has stopped working."
    case .worryPassedOn: "Noted, with your name and the time. Nothing was sent: the procedure is followed by people."
    case .handedOn: "The project is handed on. You coordinate it no longer."
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
