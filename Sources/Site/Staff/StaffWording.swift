import Components
import Domain
import Foundation
import Markup
import Store

/// How staff are spoken of.
enum StaffWording {
  /// `27 h 30 min`, `not entered`.
  static func hours(_ minutes: Int?) -> String {
    guard let minutes else { return "Not entered" }
    let (hours, rest) = (minutes / 60, minutes % 60)
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  /// As it is typed: `27.5`, `27:20`.
  static func typedHours(_ minutes: Int?) -> String {
    guard let minutes else { return "" }
    let (hours, rest) = (minutes / 60, minutes % 60)
    if rest == 0 { return String(hours) }
    if rest % 15 == 0 { return "\(hours).\(["", "25", "5", "75"][rest / 15])" }
    return "\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Reads `27.5`, `27,5`, `27:30`, `27 h 30 min`, `27h30` as minutes, to the nearest minute; nil for anything else.
  static func minutes(typed text: String) -> Int? {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    for mark in [":", "hours", "hour", "hrs", "h"] {
      guard let place = folded.range(of: mark) else { continue }
      let tail = folded[place.upperBound...].prefix { $0.isNumber }
      guard let hours = Int(folded[..<place.lowerBound]), let minutes = tail.isEmpty ? 0 : Int(tail), minutes < 60,
        hours < 1000
      else { return nil }
      return hours * 60 + minutes
    }
    let parts = folded.split(whereSeparator: { $0 == "." || $0 == "," }).map(String.init)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts.allSatisfy({ $0.count <= 4 }), let hours = Int(parts[0])
    else { return nil }
    guard parts.count == 2, let part = Int(parts[1]) else { return hours * 60 }
    let scale = parts[1].reduce(1) { scale, _ in scale * 10 }
    return hours * 60 + (part * 60 * 2 + scale) / (scale * 2)
  }

  /// `Since 1 September 2025`, `1 September 2025 to 31 August 2026`, `From 4 January 2027`.
  static func words(_ span: Span, today: Day) -> String {
    if let until = span.until { return Period(span.from, until)?.words ?? "" }
    return span.from > today ? "From \(span.from.words)" : "Since \(span.from.words)"
  }

  /// What a role's hours are counted with, one by one.
  static func kind(_ kind: PayRole.Kind) -> String { kind.name }

  static func trail(_ school: School, _ member: StaffMember? = nil) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("Staff", Way.staff(school))]
      + (member.map { [Link($0.name, Way.staffMember($0.id, school))] } ?? [])
  }
}
