import Components
import Domain
import Markup

/// How what is recorded of pupils is said on pages.
enum PupilWording {
  /// SEN status as a tag; nothing where it is not for the viewer.
  static func tag(_ status: SENStatus?) -> HTML {
    switch status {
    case .none?: "<span class=\"soft\">No SEN</span>"
    case .support?: StatusTag(.senSupport).html
    case .plan?: StatusTag(.ehcPlan).html
    case nil: .empty
    }
  }

  /// `Since 2 September 2026`, `From 5 January 2027`, `2 September 2025 to 4 January 2026`.
  static func words(_ span: Span, today: Day) -> String {
    if let until = span.until { return Period(span.from, until)?.words ?? "" }
    return "\(span.from > today ? "From" : "Since") \(span.from.words)"
  }

  /// `1. Speech, language and communication needs`, one under another.
  static func list(_ needs: [RankedNeed]) -> HTML {
    if needs.isEmpty { return "<span class=\"soft\">None recorded</span>" }
    if needs.count == 1 { return HTML(text: needs[0].type.name) }
    return "<ol>\(each: needs.ranked, { "<li>\($0.type.name)</li>" })</ol>"
  }

  /// The year's name without a place to break it: narrow columns.
  static func unbroken(_ year: YearGroup) -> String {
    year.number > 0 ? "Year\u{A0}\(year.number)" : year.name
  }

  static func sex(_ code: String?) -> String {
    switch code {
    case "F": "Female"
    case "M": "Male"
    default: "Not said"
    }
  }

  /// `Year 4, taught 1 year above age`.
  static func year(_ pupil: Pupil, on day: Day) -> String {
    let year = pupil.year(on: day).name
    let shift = pupil.taught.shift(on: day)
    return shift == 0 ? year : "\(year) (\(words(shift: shift).lowercasedFirst))"
  }

  /// `Taught by age`, `Taught 2 years below age`.
  static func words(shift: Int) -> String {
    if shift == 0 { return "Taught by age" }
    return "Taught \(abs(shift)) \(abs(shift) == 1 ? "year" : "years") \(shift > 0 ? "above" : "below") age"
  }

  /// `14 March 2019 (7 years old)`.
  static func birth(_ pupil: Pupil, on day: Day) -> String {
    "\(pupil.birthDay.words) (\(pupil.birthDay.age(on: day)) years old)"
  }
}
