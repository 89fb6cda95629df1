import Components
import Domain
import Markup
import Store

/// The year that a child is taught in, where that is not the year of their age: a change from a day, or the correction of
/// what was recorded.
struct YearForm: PupilForm {
  var shift: String
  var from: String
  var until: String
  let first: Day?

  static let part = PupilPart.year

  init(_ record: PupilRecord, first: Day?) {
    let taught = record.pupil.taught
    let fact = first.flatMap(taught.shifts.beginning)
    shift = String(fact?.value ?? taught.shift(on: record.day))
    from = fact.map(\.span.from.words) ?? record.day.words
    until = fact?.span.until?.words ?? ""
    self.first = first
  }

  init(_ sent: SentForm, first: Day?) {
    shift = sent.typed("year")
    from = sent.typed("from")
    until = sent.typed("until")
    self.first = first
  }

  var done: Done { first == nil ? .changed : .corrected }
  func title(_ record: PupilRecord) -> String {
    first == nil ? "Change the year taught in" : "Correct the year taught in"
  }
  func lede(_ record: PupilRecord) -> String? { "What their support cost before that day stays in the year of then." }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    let choices = YearGroup.shifts.map { Choice(String($0), words($0, record)) }
    return """
      \(Select(
        Field(
          "year", "Taught in",
          hint: "The distance to the year of their age is kept when the school year rolls over, until you change it.",
          error: refusals["year"]), choices, selected: shift))\
      \(PupilFields.days(from: from, until: first == nil ? nil : until, refusals))
      """
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let offered = Int(shift).flatMap { YearGroup.shifts.contains($0) ? $0 : nil } ?? 0
    let now = record.pupil.taught.shift(on: first ?? record.day)
    return [.init("Year", now: words(now, record), typed: "\(words(offered, record)) from \(from)")]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    var refusals = Refusals()
    let chosen = Int(shift)
    if chosen == nil { refusals.add("Choose a year.", field: "year") }
    let span = refusals.span(from, first == nil ? "" : until)
    guard let chosen, let span else { throw refusals }
    if let first {
      try pupils.correct(record.pupil.id, factBeginningOn: first, to: .yearShift(chosen, span), version: version)
    } else {
      try pupils.changeYearShift(record.pupil.id, to: chosen, from: span.from, version: version)
    }
  }

  /// `Year 3 (by age)`, as of the day that the form is about.
  private func words(_ shift: Int, _ record: PupilRecord) -> String {
    let byAge = YearGroup(bornOn: record.pupil.birthDay, on: first ?? record.day)
    return shift == 0 ? "\(byAge.name) (by age)" : byAge.advanced(by: shift).name
  }
}
