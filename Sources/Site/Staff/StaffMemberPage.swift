import Components
import Domain
import Markup
import SQL
import Store

/// One member of staff: what they do here, which classes they teach, which groups they lead.
struct StaffMemberPage: Page {
  let school: School
  let member: StaffMember
  /// Today's, or the nearest day's to today.
  let role: String
  /// All of them, the first one first; shown where there is more than one, or the viewer may put one right.
  let roles: [HeldRole]
  /// Nil where accounts are not for the viewer.
  let account: String?
  let classes: [TaughtClass]
  /// Nil where groups are not for the viewer.
  let groups: [LedGroup]?
  let rights: Rights
  let today: Day
  let token: String

  struct Rights: Sendable, Hashable {
    var changes = false
    var links = false
    var seesPay = false
  }

  struct HeldRole: Sendable {
    let name: String
    let span: Span
  }

  struct TaughtClass: Sendable {
    /// The line's id, as text.
    let id: String
    let name: String
    let span: Span
  }

  struct LedGroup: Sendable {
    let link: Components.Link
    let heading: String
    let when: String
    let span: String
    let share: String
    let isNow: Bool
  }

  var title: String { member.name }
  var part: Part? { .staff }
  var isWide: Bool { true }
  var trail: [Components.Link] { StaffWording.trail(school) }

  var body: HTML {
    """
    \(PageHeader(title, kicker: "Staff", lede: role, actions: actions))\
    \(if: !member.span.contains(today), absence)\
    \(SummaryList(rows))\
    \(classesPart)\
    \(if: groups, groupsPart)
    """
  }

  private var actions: [HTML] {
    var actions: [HTML] = []
    if rights.changes {
      actions.append(LinkButton("Correct", Way.staffMember(member.id, .details, school), style: .quiet).html)
      actions.append(
        LinkButton(
          member.span.until == nil ? "Mark as leaving" : "Change the last day",
          Way.staffMember(member.id, .leaving, school), style: .quiet
        ).html)
    }
    if rights.seesPay { actions.append(LinkButton("Own pay", Way.pay(member.id, school), style: .quiet).html) }
    return actions
  }

  private var absence: HTML {
    let words =
      member.span.from > today ? "Begins on \(member.span.from.words)." : "Left on \(member.span.until?.words ?? "")."
    return InsetText("<p>\(words)</p>").html
  }

  private var rows: [SummaryList.Row] {
    let change = rights.changes ? Link("New role", Way.staffMember(member.id, .roles, school)) : nil
    var rows: [SummaryList.Row] = [
      .init("Role", html: heldRoles, action: change), .init("Hours a week", StaffWording.hours(member.weeklyMinutes)),
      .init("Weeks worked in a year", member.weeks.map(String.init) ?? "Not entered"),
      .init("Here", StaffWording.words(member.span, today: today)),
    ]
    if let account {
      let way = rights.links ? Link("Change", Way.staffMember(member.id, .account, school)) : nil
      rows.append(.init("Account", account, action: way))
    }
    return rows
  }

  private var heldRoles: HTML {
    guard roles.count > 1 || rights.changes, !roles.isEmpty else { return HTML(text: role) }
    let items = roles.reversed().map { held -> Components.Timeline.Item in
      let way = Way.heldRole(held.span.from, of: member.id, school)
      let correct: HTML = """
         <a class="small screen-only" href="\(way)">Correct<span class="unseen"> the role from \(held.span.from.words)</span></a>
        """
      let name = HTML(text: held.name)
      return Components.Timeline.Item(
        StaffWording.words(held.span, today: today), rights.changes ? name + correct : name)
    }
    return "\(role)\(Details("Roles since they came", body: Components.Timeline(items).html))"
  }

  private var classesPart: HTML {
    """
    <section aria-labelledby="classes"><h2 id="classes">Classes</h2>\
    \(if: classes.isEmpty, "<p class=\"soft\">Teaches no class. Who teaches a class sees its pupils.</p>", else: classTable)\
    \(if: rights.changes, ButtonRow([LinkButton("Add a class", Way.staffMember(member.id, .classes, school), style: .quiet).html]).html)\
    </section>
    """
  }

  private var classTable: HTML {
    DataTable(
      "Classes that \(member.name) teaches", showsCaption: false,
      columns: [.init("Class"), .init("When")] + (rights.changes ? [.init("What to do", isUnseen: true)] : []),
      rows: classes.map { taught in
        let way = Way.taughtClass(taught.id, of: member.id, school)
        let cells: [DataTable.Cell] = [.text(taught.name), .text(StaffWording.words(taught.span, today: today))]
        return rights.changes
          ? cells + [.html("<a href=\"\(way)\">End or correct<span class=\"unseen\"> \(taught.name)</span></a>")]
          : cells
      }, isList: true
    ).html
  }

  private func groupsPart(_ groups: [LedGroup]) -> HTML {
    let (now, before) = (groups.filter(\.isNow), groups.filter { !$0.isNow })
    return """
      <section aria-labelledby="groups"><h2 id="groups">Groups led</h2>\
      \(if: now.isEmpty, "<p class=\"soft\">Leads no group now.</p>", else: groupTable("Groups led now", now))\
      \(if: !before.isEmpty, Details("Before, and still to come (\(before.count))", body: groupTable("Groups led before, or still to come", before)).html)\
      </section>
      """
  }

  private func groupTable(_ caption: String, _ groups: [LedGroup]) -> HTML {
    DataTable(
      caption, showsCaption: false,
      columns: [.init("Group"), .init("Heading"), .init("When"), .init("Leads it"), .init("Share of their time")],
      rows: groups.map { [.html($0.link.html), .text($0.heading), .text($0.when), .text($0.span), .text($0.share)] },
      isList: true
    ).html
  }
}

extension StaffMemberPage {
  /// "Not found" where there is nobody of the id here.
  static func find(
    _ id: ID<StaffMember>, in school: School, _ viewer: Viewer, on today: Day, token: String,
    _ connection: any Connection
  ) throws -> StaffMemberPage {
    let staff = Staff(viewer, connection)
    guard let member = try staff.find(id) else { throw Refusal.notFound() }
    let names = Dictionary(uniqueKeysWithValues: try staff.roles().map { ($0.id, $0.name) })
    let account =
      viewer.may(.see, .members)
      ? member.account.flatMap { account in try? staff.accountNames()[account] }
        ?? "Not linked: no “my groups” for them"
      : nil
    let groups =
      viewer.mayAll(.see, .groups)
      ? try Groups(viewer, connection).ofStaff(id, on: today).map {
        led(
          $0, school, today)
      } : nil
    return StaffMemberPage(
      school: school, member: member, role: names[member.roles.on(today)] ?? "",
      roles: member.roles.timeline.facts.map { HeldRole(name: names[$0.value] ?? "", span: $0.span) }, account: account,
      classes: try ClassTeachers(viewer, connection).of(id).reversed().map {
        TaughtClass(id: $0.id.text, name: $0.schoolClass, span: $0.span)
      }, groups: groups,
      rights: Rights(
        changes: viewer.may(.do, .staff), links: viewer.may(.do, .members), seesPay: viewer.may(.see, .rates)),
      today: today, token: token)
  }

  private static func led(_ led: GroupOfStaff, _ school: School, _ today: Day) -> LedGroup {
    LedGroup(
      link: Link(led.group.name, Way.group(led.group.id, school)), heading: led.heading,
      when: led.schedule?.words ?? (led.group.isConfidential ? "" : "in class"),
      span: StaffWording.words(led.lead.span, today: today), share: led.lead.share.words,
      isNow: led.lead.span.contains(today) && led.group.span.contains(today))
  }
}
