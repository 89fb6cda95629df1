package import Domain

/// What a column of a map holds, as the user may say it.
package enum MapRole: Hashable, Sendable {
  case provision, section
  /// How long, how often or by whom.
  case when
  /// Names of these years; of the whole school where there are none.
  case years([YearGroup])
  case none

  /// As the page's form names it: `provision`, `years 3 4`; empty: not used.
  package var key: String {
    switch self {
    case .provision: "provision"
    case .section: "section"
    case .when: "when"
    case .years(let years): (["years"] + years.map { String($0.number) }).joined(separator: " ")
    case .none: ""
    }
  }

  package init?(key: String) {
    let parts = key.split(separator: " ")
    switch parts.first {
    case nil: self = .none
    case "provision"?: self = .provision
    case "section"?: self = .section
    case "when"?: self = .when
    case "years"?:
      let numbers = parts.dropFirst().map { Int($0).flatMap { (-2...14).contains($0) ? $0 : nil } }
      guard numbers.allSatisfy({ $0 != nil }) else { return nil }
      self = .years(numbers.compactMap(\.self).map { YearGroup($0) })
    default: return nil
    }
  }

  package var title: String {
    switch self {
    case .provision: "Provision"
    case .section: "Heading or area"
    case .when: "How long, how often or by whom"
    case .years(let years): years.isEmpty ? "Whole school" : years.map(\.name).joined(separator: ", ")
    case .none: "Not used"
    }
  }

  /// What a column can be at a school with these years: each year, two years together, the whole school, and the rest.
  package static func choices(_ years: ClosedRange<YearGroup>) -> [MapRole] {
    let all = Array(years)
    let pairs = zip(all, all.dropFirst()).map { MapRole.years([$0, $1]) }
    return [.provision, .section, .when] + all.map { .years([$0]) } + pairs + [.years([])]
  }

  var isYears: Bool { years != nil }
  var years: [YearGroup]? { if case .years(let years) = self { years } else { nil } }

  /// By column counted from 0, out of `column-1` and the key of a role.
  static func said(_ mapping: [String: String]) -> [Int: MapRole] {
    var said: [Int: MapRole] = [:]
    for (name, key) in mapping where name.hasPrefix("column-") {
      if let number = Int(name.dropFirst(7)), number > 0, let role = MapRole(key: key) { said[number - 1] = role }
    }
    return said
  }
}
