import Components
import Domain
import Store
import Markup

/// The school: what it is, its year groups, and the calendar that its sessions are counted on.
struct SettingsPage: Page {
  let school: School
  /// This year and those to come, then those before, the last first.
  let years: [CalendarYear]
  /// Years that have no terms, to be given the usual ones.
  let yearsToAdd: [AcademicYear]
  let mayChange: Bool
  /// Who has an account; nil where that is not for the viewer.
  let members: Address?
  let token: String
  var refusals = Refusals()

  var title: String { "School and calendar" }
  var part: Part? { .school }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  /// One academic year, with what is counted in it, so that a person can check it.
  struct CalendarYear: Sendable {
    let name: String
    let terms: [TermLine]
    let closures: [ClosureLine]
    let weeks: String
    let days: Int
    /// What to look at, in sentences.
    let notes: [String]
    /// True for the year that is running and those to come.
    let isOpen: Bool
  }

  struct TermLine: Sendable {
    let name: String
    let address: Address
    let days: String
    let halves: [String]
    let weeks: String
    let openDays: Int
  }

  struct ClosureLine: Sendable {
    let name: String
    let address: Address
    let days: String
    /// How many days it takes out of a term.
    let daysLost: Int
  }
}

extension SettingsPage {
  init(
    _ school: School, _ calendar: KeptCalendar, today: Day, mayChange: Bool, members: Address?, token: String,
    refusals: Refusals = Refusals()
  ) {
    let thisYear = AcademicYear(containing: today)
    self.school = school
    self.mayChange = mayChange
    self.members = members
    self.token = token
    self.refusals = refusals
    let known = calendar.years
    years =
      known.filter { $0 >= thisYear }.sorted().map { calendar.line(for: $0, school, isOpen: true) }
      + known.filter { $0 < thisYear }.sorted(by: >).map { calendar.line(for: $0, school, isOpen: false) }
    let wanted = [thisYear, thisYear.next, thisYear.next.next]
    yearsToAdd = wanted.filter { year in !calendar.terms.contains { $0.term.academicYear == year } }
  }
}
