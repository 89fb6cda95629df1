import Components
import Domain
import Markup
import Store

/// An invented school and its calendar for the pages' examples.
enum SchoolExamples {
  static let today = Day(2026, 11, 21)!
  static let school = PupilExamples.school
  static let newSchool = School(
    id: PupilExamples.id(2), name: "Elmbank Primary School", urn: "900009", laestab: nil, phase: .primary,
    authority: nil, years: Phase.primary.years, calendarChecked: false, version: 1)

  static let senco = Viewer(
    account: PupilExamples.id(3), organisation: newSchool.id, roles: [.senco], staffMember: nil, name: "Ruth Lowe")

  static let calendar: KeptCalendar = {
    let years = [AcademicYear(2025), AcademicYear(2026)].map(SchoolCalendar.standardParts)
    let training = Closure(name: "Training day", period: Period(Day(2026, 9, 7)!))
    let terms = years.flatMap(\.terms)
    let closures = years.flatMap(\.closures) + [training]
    return KeptCalendar(
      terms: terms.enumerated().map {
        .init(id: PupilExamples.id(10 + UInt64($0)), academicYear: $1.academicYear, term: $1)
      },
      closures: closures.sorted { $0.period.from < $1.period.from }.enumerated().map {
        .init(id: PupilExamples.id(30 + UInt64($0)), closure: $1)
      })
  }()

  static var forms: [FormPage] {
    let term = CalendarForm(calendar.terms[3].term)
    var wrong = CalendarForm()
    wrong.name = "Easter camp"
    wrong.from = "31 April"
    var mine = term
    mine.until = "22 December 2026"
    var details = SchoolDetailsForm(school)
    details.laestab = "12"
    return [
      CalendarRoutes.page(Term.self, CalendarForm(), nil, school, token: "example"),
      CalendarRoutes.page(
        Term.self, mine, calendar.terms[3].id, school, token: "example", now: term,
        refusals: Refusals([.conflict("Somebody has changed these dates since you opened this page.")])),
      CalendarRoutes.page(
        Closure.self, wrong, nil, school, token: "example",
        refusals: Refusals([.invalid("Enter the first day, such as 2 September 2026.", field: "from")])),
      SettingsRoutes.detailsPage(
        details, of: school, token: "example",
        refusals: Refusals([
          .invalid(
            "A LAESTAB has seven digits: three of the authority and four of the school.", field: "laestab")
        ])),
    ]
  }
}

extension SettingsPage {
  static var examples: [SettingsPage] {
    [
      SettingsPage(
        SchoolExamples.school, SchoolExamples.calendar, today: SchoolExamples.today, mayChange: true,
        members: "/schools/900001/members", token: "example"),
      SettingsPage(
        SchoolExamples.newSchool, SchoolExamples.calendar, today: SchoolExamples.today, mayChange: true, members: nil,
        token: "example"),
      SettingsPage(
        SchoolExamples.newSchool, KeptCalendar(terms: [], closures: []), today: SchoolExamples.today, mayChange: false,
        members: nil, token: "example"),
    ]
  }
}
