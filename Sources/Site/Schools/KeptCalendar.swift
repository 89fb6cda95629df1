import Domain
import Markup
import SQL
import Store

/// Terms and closures with their ids, and what is counted on them.
struct KeptCalendar: Sendable {
  let terms: [SchoolCalendars.KeptTerm]
  let closures: [SchoolCalendars.KeptClosure]
  let calendar: SchoolCalendar

  init(terms: [SchoolCalendars.KeptTerm], closures: [SchoolCalendars.KeptClosure]) {
    self.terms = terms
    self.closures = closures
    calendar = SchoolCalendar(terms: terms.map(\.term), closures: closures.map(\.closure))
  }

  init(_ viewer: Viewer, _ connection: any Connection) throws {
    let calendars = SchoolCalendars(viewer, connection)
    self.init(terms: try calendars.terms(), closures: try calendars.closures())
  }

  /// The academic years in which anything lies.
  var years: Set<AcademicYear> {
    Set(terms.map(\.term.academicYear) + closures.map { calendar.year(of: $0.closure.period.from) })
  }

  func line(for year: AcademicYear, _ school: School, isOpen: Bool) -> SettingsPage.CalendarYear {
    let terms = terms.filter { $0.term.academicYear == year }
    let closures = closures.filter { calendar.year(of: $0.closure.period.from) == year }
    let days = terms.map { calendar.openDays(in: $0.term.period) }.reduce(0, +)
    return SettingsPage.CalendarYear(
      name: year.words, terms: terms.map { line($0, school) }, closures: closures.map { line($0, school) },
      weeks: KeptCalendar.words(terms.flatMap { calendar.weeks(in: $0.term.period) }), days: days,
      notes: notes(days: days, terms: terms.count, closures: closures), isOpen: isOpen)
  }

  private func line(_ kept: SchoolCalendars.KeptTerm, _ school: School) -> SettingsPage.TermLine {
    SettingsPage.TermLine(
      name: kept.term.name, address: Way.term(kept.id, school), days: kept.term.period.words,
      halves: calendar.halfTerms.filter { $0.term == kept.term }.map(\.period.words),
      weeks: KeptCalendar.words(calendar.weeks(in: kept.term.period)),
      openDays: calendar.openDays(in: kept.term.period))
  }

  private func line(_ kept: SchoolCalendars.KeptClosure, _ school: School) -> SettingsPage.ClosureLine {
    SettingsPage.ClosureLine(
      name: kept.closure.name, address: Way.closure(kept.id, school), days: kept.closure.period.words,
      daysLost: daysLost(kept.closure))
  }

  /// Weekdays of a term that the closure takes out.
  private func daysLost(_ closure: Closure) -> Int {
    calendar.terms.compactMap { $0.period.intersection(closure.period) }.map { part in
      (part.from.number...part.until.number).count { Day(number: $0).weekday < .saturday }
    }.reduce(0, +)
  }

  /// Maintained schools in England meet for 380 half-day sessions a year, that is 190 days (Education (School Day and
  /// School Year) (England) Regulations 1999).
  private func notes(days: Int, terms: Int, closures: [SchoolCalendars.KeptClosure]) -> [String] {
    var notes: [String] = []
    if terms == 0 { notes.append("No terms: no session can be counted in this year.") }
    if terms > 0, days != 190 {
      let (number, word) = (abs(days - 190), days > 190 ? "more" : "fewer")
      notes.append(
        "That is \(number) \(number == 1 ? "day" : "days") \(word) than the 190 on which maintained schools in England are "
          + "open. \(days > 190 ? "Are training days and bank holidays in it as closures?" : "Is a closure too long?")")
    }
    for closure in closures where daysLost(closure.closure) == 0 {
      let isInTerm = calendar.terms.contains { $0.period.overlaps(closure.closure.period) }
      notes.append(
        isInTerm
          ? "\(closure.closure.name) falls on a weekend, when the school is closed anyway, so it changes nothing."
          : "\(closure.closure.name) lies outside every term, so it changes nothing.")
    }
    return notes
  }

  /// `13 whole weeks and 1 of 3 days`, `14 whole weeks`.
  static func words(_ weeks: [SchoolWeek]) -> String {
    let whole = weeks.count { $0.isWhole }
    let short = weeks.filter { !$0.isWhole }
    let start = "\(whole) whole \(whole == 1 ? "week" : "weeks")"
    switch short.count {
    case 0: return start
    case 1: return "\(start) and 1 of \(short[0].openDays) \(short[0].openDays == 1 ? "day" : "days")"
    default: return "\(start) and \(short.count) shorter"
    }
  }
}
