/// The keeper of data: a school or an area.
package struct Organisation: Hashable, Sendable {
  package enum Kind: String, Sendable { case school, area }
  package let id: ID<Organisation>
  package let kind: Kind
  package let name: String

  package init(id: ID<Organisation>, kind: Kind, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

package enum Phase: String, CaseIterable, Hashable, Sendable {
  case nursery, primary, infant, junior, middle, secondary, allThrough = "all-through", special
  case sixteenPlus = "16-plus"

  package var name: String {
    switch self {
    case .nursery: "Nursery"
    case .primary: "Primary"
    case .infant: "Infant"
    case .junior: "Junior"
    case .middle: "Middle"
    case .secondary: "Secondary"
    case .allThrough: "All-through"
    case .special: "Special"
    case .sixteenPlus: "16 plus"
    }
  }

  /// The year groups of a school of this phase, until it says otherwise.
  package var years: ClosedRange<YearGroup> {
    switch self {
    case .nursery: YearGroup(-2)...YearGroup(-1)
    case .primary: YearGroup(0)...YearGroup(6)
    case .infant: YearGroup(0)...YearGroup(2)
    case .junior: YearGroup(3)...YearGroup(6)
    case .middle: YearGroup(5)...YearGroup(8)
    case .secondary: YearGroup(7)...YearGroup(11)
    case .allThrough, .special: YearGroup(0)...YearGroup(13)
    case .sixteenPlus: YearGroup(12)...YearGroup(14)
    }
  }
}

package struct School: Hashable, Sendable {
  package let id: ID<Organisation>
  package let name: String
  /// Six digits, the school's key in addresses.
  package let urn: String
  /// Seven digits: the authority's three and the establishment's four; nil where unknown.
  package let laestab: String?
  package let phase: Phase
  /// The local authority's name; nil where unknown.
  package let authority: String?
  package let years: ClosedRange<YearGroup>
  /// False until somebody has confirmed the calendar that the school was given to begin with.
  package let calendarChecked: Bool
  package let version: Int

  package init(
    id: ID<Organisation>, name: String, urn: String, laestab: String?, phase: Phase, authority: String?,
    years: ClosedRange<YearGroup>, calendarChecked: Bool, version: Int
  ) {
    self.id = id
    self.name = name
    self.urn = urn
    self.laestab = laestab
    self.phase = phase
    self.authority = authority
    self.years = years
    self.calendarChecked = calendarChecked
    self.version = version
  }

  /// Six digits, the first not 0 (DfE, Get Information about Schools).
  package static func isURN(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.first != 48
  }

  /// Seven digits, with or without the slash after the authority's three: `999/2999`. Nil for anything else.
  package static func laestab(_ typed: String) -> String? {
    let digits = typed.filter { $0 != "/" && $0 != " " }
    return digits.utf8.count == 7 && digits.utf8.allSatisfy { (48...57).contains($0) } ? digits : nil
  }
}
