import Components
import Domain
import Markup
import Store

/// The groups of a school: those that run now, those to come, those that ended, one's own.
struct GroupsPage: Page {
  struct Row: Sendable {
    let name: String
    let address: Address
    let heading: String
    let tags: [HTML]
    let when: String
    let who: String
    let years: String
    let pupils: String
    let dates: String
  }

  struct Filter: Sendable {
    let address: Address
    let when: String
    let choices: [Choices]

    struct Choices: Sendable {
      let name: String
      let label: String
      let choices: [Choice]
      let selected: String?
    }

    var isNarrowed: Bool { choices.contains { $0.selected != nil } }
  }

  let lede: String
  let actions: [Components.Link]
  /// Where the map that a school keeps in Word or Excel is brought in; nil for who may not.
  let mapImport: Address?
  let tabs: [Components.Link]
  let filter: Filter
  let rows: [Row]
  /// How many clashes there are, and where they are told; nil for none.
  let clashes: (count: Int, address: Address)?

  var title: String { "Groups" }
  var part: Part? { .groups }
  var isWide: Bool { true }
}

/// Which groups are shown, as the address asks.
struct GroupsQuestion: Sendable, Hashable {
  enum When: String, CaseIterable, Sendable {
    case running, coming, ended, own

    var label: String {
      switch self {
      case .running: "Running now"
      case .coming: "Coming"
      case .ended: "Ended"
      case .own: "My groups"
      }
    }
  }

  var when = When.running
  var heading: ID<Heading>?
  var year: YearGroup?
  var staff: ID<StaffMember>?
  /// Only what meets and is led by nobody.
  var isUnled = false
  var area: String?

  /// What the address asks instead of an adult.
  static let nobody = "nobody"

  init() {}

  init(_ visit: Visit) {
    when = visit.query("when").flatMap(When.init(rawValue:)) ?? .running
    heading = visit.query("heading").flatMap { ID($0) }
    year = visit.query("year").flatMap { YearGroup(typed: $0) }
    staff = visit.query("staff").flatMap { ID($0) }
    isUnled = visit.query("staff") == GroupsQuestion.nobody
    area = visit.query("area")
  }

  func stored(_ today: Day) -> Groups.When {
    switch when {
    case .running: .running(today)
    case .coming: .coming(today)
    case .ended: .ended(today)
    case .own: .during(Period(today, today + 366)!)
    }
  }

  func asksFor(_ line: GroupLine) -> Bool {
    if let heading, line.group.details.heading != heading { return false }
    if let year, !line.years.contains(year) { return false }
    if isUnled, line.schedule == nil || !line.leads.isEmpty { return false }
    if let staff, !line.leads.contains(where: { $0.lead.staff == staff }) { return false }
    if let area, line.group.details.area != area { return false }
    return true
  }
}
