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
    if pupil.yearShift == 0 { return year }
    let years = abs(pupil.yearShift)
    return "\(year) (taught \(years) \(years == 1 ? "year" : "years") \(pupil.yearShift > 0 ? "above" : "below") age)"
  }

  /// `14 March 2019 (7 years old)`.
  static func birth(_ pupil: Pupil, on day: Day) -> String {
    "\(pupil.birthDay.words) (\(pupil.birthDay.age(on: day)) years old)"
  }
}
