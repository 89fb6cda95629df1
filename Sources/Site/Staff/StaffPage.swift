import Components
import Domain
import Markup

/// Who works in the school, and in which roles.
struct StaffPage: Page {
  let school: School
  let people: [Person]
  let left: [Person]
  let roles: [Role]
  let rights: Rights

  /// What the viewer may do here.
  struct Rights: Sendable, Hashable {
    var changes = false
    var imports = false
    var seesRates = false
    var seesAccounts = false
    var seesGroups = false
  }

  struct Person: Sendable {
    let name: String
    let address: Address
    let role: String
    let hours: String
    let weeks: String
    let classes: String
    let groups: String
    let account: String
    /// From when to when, for who has left or is still to come.
    let when: String?
  }

  struct Role: Sendable {
    let name: String
    let kind: String
    let holders: String
    let address: Address
  }

  var title: String { "Staff" }
  var part: Part? { .staff }
  var isWide: Bool { true }
  var printNote: String? { "\(school.name): staff" }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Who leads groups and teaches classes. Their hours price the map by role, never by person.", actions: actions))\
    \(if: rights.seesRates, StaffPage.tabs(school, isRates: false).html)\
    \(if: people.isEmpty, empty.html, else: list)\
    \(if: !left.isEmpty, Details("Left, or not here yet (\(left.count))", body: table("Staff who have left or are not here yet", left, id: "left")).html)\
    \(rolesPart)\
    \(if: !rights.seesRates, aboutRates)
    """
  }

  /// Between the two pages about staff, for who may see both.
  static func tabs(_ school: School, isRates: Bool) -> Tabs {
    Tabs(
      "Staff and rates",
      [Link("Staff", Way.staff(school), isCurrent: !isRates), Link("Rates", Way.rates(school), isCurrent: isRates)])
  }

  private var actions: [HTML] {
    var actions: [HTML] = []
    if rights.changes { actions.append(LinkButton("Add somebody", Way.newStaff(school)).html) }
    if rights.changes, rights.imports {
      actions.append(LinkButton("Import a staff list", Way.staffImport(school), style: .quiet).html)
    }
    return actions
  }

  private var empty: EmptyState {
    EmptyState(
      "No staff yet",
      "Teachers and teaching assistants who lead groups belong here: a name and a role are enough to price a map.")
  }

  private var list: HTML {
    """
    \(if: people.count > 8, FilterBox("Find somebody by name, role or class", of: "staff", noun: "people").html)\
    \(table("Staff now", people, id: "staff"))
    """
  }

  private func table(_ caption: String, _ people: [Person], id: String) -> HTML {
    let isDated = people.contains { $0.when != nil }
    var columns: [DataTable.Column] = [.init("Name"), .init("Role")]
    if isDated { columns.append(.init("Here")) }
    columns += [.init("Hours a week", .number), .init("Weeks", .number), .init("Classes")]
    if rights.seesGroups { columns.append(.init("Groups led", .number)) }
    if rights.seesAccounts { columns.append(.init("Account")) }
    return DataTable(
      caption, columns: columns,
      rows: people.map { person in
        var cells: [DataTable.Cell] = [
          .html("<a href=\"\(person.address)\">\(person.name)</a>"), .text(person.role),
        ]
        if isDated { cells.append(.text(person.when ?? "")) }
        cells += [.text(person.hours), .text(person.weeks), .text(person.classes)]
        if rights.seesGroups { cells.append(.text(person.groups)) }
        if rights.seesAccounts { cells.append(.text(person.account)) }
        return cells
      }, id: id, isList: true
    ).html
  }

  private var rolesPart: HTML {
    """
    <section aria-labelledby="roles"><h2 id="roles">Roles</h2>\
    <p>Everybody has one role. The map counts the hours of teaching assistants, of teachers and of others apart.</p>\
    \(DataTable(
      "Roles", showsCaption: false,
      columns: [.init("Role"), .init("Its hours count with"), .init("People now", .number)],
      rows: roles.map { role in
        [
          rights.changes ? .html("<a href=\"\(role.address)\">\(role.name)</a>") : .text(role.name), .text(role.kind),
          .text(role.holders),
        ]
      }))\
    \(if: rights.changes, ButtonRow([LinkButton("Add a role", Way.newRole(school), style: .quiet).html]).html)</section>
    """
  }

  private var aboutRates: HTML {
    Details(
      "Where are rates of pay?",
      body: """
        <p>Finance and the head teacher keep them; nobody else sees a rate. A map shows hours and amounts to those who \
        may see costs, and an amount divided by its hours hints at pay: please treat workings as you would treat \
        payslips.</p>
        """
    ).html
  }
}
