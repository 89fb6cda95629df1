package import Domain

/// What a column of a map holds, as the user may say it.
package enum MapRole: Hashable, Sendable {
  case provision, section
  /// Who does it: whatever stands there is no provision.
  case staff
  /// How long, how often or by whom.
  case when
  /// Words to be kept with the group.
  case note
  /// Names of these years; of the whole school where there are none.
  case years([YearGroup])
  /// Names of everybody in these half-terms of the school's year, counted from 1.
  case halfTerms(ClosedRange<Int>)
  case none

  /// As the page's form names it: `provision`, `years 3 4`, `half-terms 1 2`; empty: not used.
  package var key: String {
    switch self {
    case .provision: "provision"
    case .section: "section"
    case .staff: "staff"
    case .when: "when"
    case .note: "note"
    case .years(let years): (["years"] + years.map { String($0.number) }).joined(separator: " ")
    case .halfTerms(let range): "half-terms \(range.lowerBound) \(range.upperBound)"
    case .none: ""
    }
  }

  package init?(key: String) {
    let parts = key.split(separator: " ")
    let numbers = parts.dropFirst().map { Int($0) }
    switch parts.first {
    case nil: self = .none
    case "provision"?: self = .provision
    case "section"?: self = .section
    case "staff"?: self = .staff
    case "when"?: self = .when
    case "note"?: self = .note
    case "years"?:
      guard numbers.allSatisfy({ $0.map((-2...14).contains) ?? false }) else { return nil }
      self = .years(numbers.compactMap(\.self).map { YearGroup($0) })
    case "half-terms"?:
      guard numbers.count == 2, let first = numbers[0], let last = numbers[1], first <= last, first > 0, last <= 12
      else {
        return nil
      }
      self = .halfTerms(first...last)
    default: return nil
    }
  }

  package var title: String {
    switch self {
    case .provision: "Provision"
    case .section: "Heading or area"
    case .staff: "Staff"
    case .when: "How long, how often or by whom"
    case .note: "Notes"
    case .years(let years): years.isEmpty ? "Whole school" : years.map(\.name).joined(separator: ", ")
    case .halfTerms(let range): MapRole.words(range)
    case .none: "Not used"
    }
  }

  /// What a column can be at a school with these years: each year, two years together, the whole school, half-terms, and
  /// the rest.
  package static func choices(_ years: ClosedRange<YearGroup>) -> [MapRole] {
    let all = Array(years)
    let pairs = zip(all, all.dropFirst()).map { MapRole.years([$0, $1]) }
    return [.provision, .section, .staff, .when, .note] + all.map { .years([$0]) } + pairs + [.years([])]
      + (1...6).map { .halfTerms($0...$0) }
  }

  /// `Autumn 1`, `Autumn`, `Half-terms 2 to 5`.
  static func words(_ range: ClosedRange<Int>) -> String {
    let seasons = ["Autumn", "Spring", "Summer"]
    if range.count == 1, range.lowerBound <= 6 {
      return "\(seasons[(range.lowerBound - 1) / 2]) \((range.lowerBound - 1) % 2 + 1)"
    }
    if range.count == 2, range.upperBound <= 6, range.upperBound % 2 == 0 { return seasons[range.upperBound / 2 - 1] }
    return "Half-terms \(range.lowerBound) to \(range.upperBound)"
  }

  var isYears: Bool { years != nil || halfTerms != nil }
  var years: [YearGroup]? { if case .years(let years) = self { years } else { nil } }
  var halfTerms: ClosedRange<Int>? { if case .halfTerms(let range) = self { range } else { nil } }

  /// By column counted from 0, out of `column-1` and the key of a role.
  static func said(_ mapping: [String: String]) -> [Int: MapRole] {
    var said: [Int: MapRole] = [:]
    for (name, key) in mapping where name.hasPrefix("column-") {
      if let number = Int(name.dropFirst(7)), number > 0, let role = MapRole(key: key) { said[number - 1] = role }
    }
    return said
  }
}
