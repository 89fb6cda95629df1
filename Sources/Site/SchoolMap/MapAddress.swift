import Domain
import Markup

/// A map's question as its address has it, and back. Ids and days only: never a name.
struct MapAddress {
  let school: School
  let question: MapQuestion
  /// Where it is said, an as-at day that is today's is left out: kept addresses go with the days.
  var today: Day?

  /// The same view elsewhere: the spreadsheet, the paper, a working.
  func at(_ address: Address) -> Address { address.asking(items) }

  /// The query's items, in a fixed order, so that one view has one address.
  var items: [(name: String, value: String)] {
    var items: [(name: String, value: String)] = []
    switch question.days {
    case .period(let period, let asAt):
      items.append(("from", period.from.iso))
      items.append(("until", period.until.iso))
      if asAt != today { items.append(("as-at", asAt.iso)) }
    case .asItWas(let day):
      items.append(("on", day.iso))
    }
    if question.across != .year { items.append(("by", question.across.rawValue)) }
    if question.names != .full { items.append(("names", question.names.rawValue)) }
    items += question.headings.map(\.text).sorted().map { ("heading", $0) }
    items += question.areas.sorted().map { ("area", $0) }
    items += question.strands.map(\.rawValue).sorted().map { ("strand", $0) }
    items += question.levels.sorted().map { ("level", $0) }
    items += question.streams.map(\.text).sorted().map { ("stream", $0) }
    items += question.staff.map(\.text).sorted().map { ("staff", $0) }
    items += question.pupils.map(\.text).sorted().map { ("pupil", $0) }
    if let year = question.onlyYear { items.append(("year", year.code)) }
    return items
  }
}

extension Visit {
  /// The question that the address asks. `days` is what the form of the page says: this term, this year, another term or
  /// year, dates of one's own, or a single day; an address that was made by us has `from` and `until`, or `on`. Where
  /// nothing is asked, the term that is running, or else the academic year. What cannot be read is refused.
  func mapQuestion(_ calendar: SchoolCalendar) throws -> MapQuestion {
    var question = MapQuestion(try days(calendar))
    question.across = query("by").flatMap(MapQuestion.Across.init(rawValue:)) ?? .year
    question.names = query("names").flatMap(MapQuestion.Names.init(rawValue:)) ?? .full
    question.headings = try filter("heading") { ID($0) }
    question.areas = Set(queries("area"))
    question.strands = try filter("strand", Strand.init(rawValue:))
    question.levels = Set(queries("level"))
    question.streams = try filter("stream") { ID($0) }
    question.staff = try filter("staff") { ID($0) }
    question.pupils = try filter("pupil") { ID($0) }
    question.onlyYear = try filter("year") { YearGroup(typed: $0) }.min()
    return question
  }

  /// The values of a filter. One that cannot be read is refused: passed over, it would show more than was asked for.
  private func filter<Value: Hashable>(_ name: String, _ read: (String) -> Value?) throws -> Set<Value> {
    Set(
      try queries(name).map { text in
        guard let value = read(text) else {
          throw Refusal.invalid("This address asks for a \(name) that cannot be. Choose it from the list.", field: name)
        }
        return value
      })
  }

  private func days(_ calendar: SchoolCalendar) throws -> MapQuestion.Days {
    switch query("days") {
    case nil:
      if let day = try day("on") { return .asItWas(day) }
      return .period(try dates(calendar), asAt: try asAt)
    case "term": return .period(MapPeriods.usual(calendar, today), asAt: try asAt)
    case "year": return .period(AcademicYear(containing: today).period, asAt: try asAt)
    case "day": return .asItWas(try day("on") ?? today)
    case "dates": return .period(try dates(calendar), asAt: try asAt)
    case let choice?:
      let parts = choice.split(separator: "_")
      guard parts.count == 2, let from = Day(iso: parts[0]), let until = Day(iso: parts[1]),
        let period = Period(from, until)
      else { throw Refusal.invalid("Choose a period from the list.", field: "days") }
      return .period(try ofFiveYears(period), asAt: try asAt)
    }
  }

  private var asAt: Day { get throws { try day("as-at") ?? today } }

  /// From the one day to the other; where only one is said, to the end or from the beginning of its academic year.
  private func dates(_ calendar: SchoolCalendar) throws -> Period {
    let (from, until) = (try day("from"), try day("until"))
    if from == nil && until == nil { return MapPeriods.usual(calendar, today) }
    let first = from ?? AcademicYear(containing: until ?? today).period.from
    let last = until ?? AcademicYear(containing: first).period.until
    guard let period = Period(first, last) else {
      throw Refusal.invalid("The last day of a map cannot be before its first.", field: "until")
    }
    return try ofFiveYears(period)
  }

  private func ofFiveYears(_ period: Period) throws -> Period {
    guard period.days <= 366 * 5 else {
      throw Refusal.invalid("A map shows at most five years.", field: "until")
    }
    return period
  }

  private func day(_ name: String) throws -> Day? {
    guard let text = query(name) else { return nil }
    guard let day = Day(typed: text) else {
      throw Refusal.invalid("Write a day as 21 November 2026 or 21/11/2026.", field: name)
    }
    return day
  }
}

/// The periods that a map's list offers.
enum MapPeriods {
  /// The term that is running; between terms the next one, for it is what one plans; without terms the academic year.
  static func usual(_ calendar: SchoolCalendar, _ today: Day) -> Period {
    (calendar.term(containing: today) ?? calendar.nextTerm(after: today))?.period
      ?? AcademicYear(containing: today).period
  }

  /// Academic years and their terms, newest first, as values of `days` with their labels.
  static func choices(_ calendar: SchoolCalendar, _ today: Day) -> [(
    label: String, choices: [(value: String, label: String)]
  )] {
    let years = Set(calendar.terms.map(\.academicYear)).union([AcademicYear(containing: today)]).sorted(by: >)
    return years.map { year in
      let terms = calendar.terms(of: year).sorted { $0.period.from < $1.period.from }
      return (
        "Academic year \(year.words)",
        [(value(year.period), "The year \(year.words)")] + terms.map { (value($0.period), $0.name) }
      )
    }
  }

  static func value(_ period: Period) -> String { "\(period.from.iso)_\(period.until.iso)" }
}
