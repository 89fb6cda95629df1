import Components
import Domain
import Markup
import Store

/// The list of pupils: light rows, all of them on one page.
struct PupilsPage: Page {
  let school: School
  let rows: [PupilRow]
  let filter: PupilListFilter
  let classes: [String]
  /// The day on which the list is true.
  let day: Day
  let today: Day
  /// The name that was searched for without JavaScript.
  let search: String?
  let token: String
  let seesNeeds: Bool
  let mayAdd: Bool
  /// Whether the viewer sees only their own pupils.
  let isOwnOnly: Bool
  /// Whether the school has any pupil at all, on the roll or not.
  let isFirst: Bool

  /// Why the day cannot be taken; the list is then today's.
  var refusals: Refusals {
    guard let typed = filter.unreadDay else { return Refusals() }
    return Refusals([.invalid("“\(typed)” is no day that we know. Write it like 2 September 2026.", field: "on")])
  }

  var title: String { "Pupils" }
  var part: Part? { .pupils }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }
  var printNote: String? { "\(school.name), pupils: \(filter.words(classes: classes)). As it was on \(day.words)." }

  init(
    school: School, rows: [PupilRow], filter: PupilListFilter, classes: [String], today: Day, search: String? = nil,
    token: String, seesNeeds: Bool, mayAdd: Bool, isOwnOnly: Bool = false, isFirst: Bool = false
  ) {
    self.school = school
    self.rows = rows
    self.filter = filter
    self.classes = classes
    self.day = filter.day ?? today
    self.today = today
    self.search = search
    self.token = token
    self.seesNeeds = seesNeeds
    self.mayAdd = mayAdd
    self.isOwnOnly = isOwnOnly
    self.isFirst = isFirst
  }

  static var examples: [PupilsPage] {
    let today = PupilExamples.today
    var watched = PupilListFilter()
    watched.flag = .watch
    var unread = PupilListFilter()
    unread.unreadDay = "last Easter"
    return [
      PupilsPage(
        school: PupilExamples.school, rows: PupilExamples.rows, filter: PupilListFilter(), classes: ["1C", "3A", "5B"],
        today: today, token: "example", seesNeeds: true, mayAdd: true),
      PupilsPage(
        school: PupilExamples.school, rows: PupilExamples.rows, filter: unread, classes: [], today: today,
        token: "example", seesNeeds: true, mayAdd: false),
      PupilsPage(
        school: PupilExamples.school, rows: [], filter: watched, classes: ["1C", "3A", "5B"], today: today,
        token: "example", seesNeeds: true, mayAdd: true),
      PupilsPage(
        school: PupilExamples.school, rows: [], filter: PupilListFilter(), classes: [], today: today, token: "example",
        seesNeeds: true, mayAdd: true, isFirst: true),
      PupilsPage(
        school: PupilExamples.school, rows: PupilExamples.rows.map(PupilExamples.withoutNeeds),
        filter: PupilListFilter(), classes: [], today: today, search: "woj", token: "example", seesNeeds: false,
        mayAdd: true),
    ]
  }
}
