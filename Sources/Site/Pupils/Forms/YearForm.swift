import Components
import Domain
import Markup
import Store

/// The year that a child is taught in, where that is not the year of their age.
struct YearForm: PupilForm {
  var shift: String

  static let part = PupilPart.year
  var done: Done { .saved }

  init(_ record: PupilRecord, first: Day?) { shift = String(record.pupil.yearShift) }
  init(_ sent: SentForm, first: Day?) { shift = sent.typed("year") }

  func title(_ record: PupilRecord) -> String { "Change the year taught in" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    let byAge = YearGroup(bornOn: record.pupil.birthDay, on: record.day)
    let choices = YearGroup.shifts.map { shift in
      Choice(String(shift), shift == 0 ? "\(byAge.name) (by age)" : byAge.advanced(by: shift).name)
    }
    return Select(
      Field(
        "year", "Taught in",
        hint: "The distance to the year of their age is kept when the school year rolls over, until you change it.",
        error: refusals["year"]), choices, selected: shift
    ).html
  }

  func compared(_ record: PupilRecord) -> [PupilFormPage.Compared] {
    let offered = Int(shift).flatMap { YearGroup.shifts.contains($0) ? $0 : nil }
    let typed = YearGroup(bornOn: record.pupil.birthDay, on: record.day).advanced(by: offered ?? 0)
    return [.init(label: "Year", now: record.pupil.year(on: record.day).name, typed: typed.name)]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    guard let shift = Int(shift) else { throw Refusal.invalid("Choose a year.", field: "year") }
    try pupils.changeYearShift(record.pupil.id, to: shift, version: version)
  }
}
