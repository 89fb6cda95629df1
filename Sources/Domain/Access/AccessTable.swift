/// How far a right goes: not at all, to one's own groups and classes (or the cases opened to one), or to everything that
/// the organisation keeps.
package enum Reach: Int, Comparable, Hashable, Sendable {
  case none, own, all
  package static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

package enum Act: Int, Hashable, Sendable {
  /// Read.
  case see
  /// Add, change, end.
  case `do`
}

/// A role whose rights stand in a table: of a school or of an area. Each has its own nouns, so that a right in one is never
/// asked of the other.
package protocol AccessRole: RawRepresentable<String>, Hashable, Sendable {
  associatedtype Noun: CaseIterable & Hashable & Sendable
  static var access: AccessTable<Self> { get }
  /// As it stands on a page.
  var name: String { get }
}

extension AccessRole {
  package func reach(_ act: Act, _ noun: Noun) -> Reach { Self.access.reach(self, act, noun) }
}

extension Set where Element: AccessRole {
  /// The furthest of any of these roles.
  package func reach(_ act: Act, _ noun: Element.Noun) -> Reach { map { $0.reach(act, noun) }.max() ?? .none }
}

/// Role × noun × see/do: the one table that the pages, the queries and the walk of the tests are driven by.
package struct AccessTable<Role: AccessRole>: Sendable {
  private let reaches: [Role: [Role.Noun: [Reach]]]

  /// Each role's rights in the order of its nouns' `allCases`, two letters a noun: see, then do; `a` all, `o` own, `-` none.
  package init(_ rows: [Role: String]) {
    reaches = rows.mapValues { row in
      let letters = row.filter { $0 != " " }.map { $0 == "a" ? Reach.all : $0 == "o" ? .own : .none }
      let pairs = stride(from: 0, to: letters.count, by: 2).map { Array(letters[$0..<$0 + 2]) }
      return Dictionary(uniqueKeysWithValues: zip(Role.Noun.allCases, pairs))
    }
  }

  package func reach(_ role: Role, _ act: Act, _ noun: Role.Noun) -> Reach { reaches[role]![noun]![act.rawValue] }
}

/// Who asks: in a school a `Viewer`, in an area an `AreaViewer`.
package protocol AccessViewer {
  associatedtype Noun
  var account: ID<Account>? { get }
  var organisation: ID<Organisation> { get }
  /// For history: who acted, in words.
  var name: String { get }
  func reach(_ act: Act, _ noun: Noun) -> Reach
}

extension AccessViewer {
  package func may(_ act: Act, _ noun: Noun) -> Bool { reach(act, noun) != .none }
  package func mayAll(_ act: Act, _ noun: Noun) -> Bool { reach(act, noun) == .all }

  /// Refuses with a sentence where the viewer may not.
  package func must(_ act: Act, _ noun: Noun) throws { if !may(act, noun) { throw Refusal.refused() } }
  package func mustAll(_ act: Act, _ noun: Noun) throws { if !mayAll(act, noun) { throw Refusal.refused() } }
}
