/// The five strands along which support is mapped, in a neutral framework with our own wording.
package enum Strand: String, CaseIterable, Hashable, Sendable {
  case familySupport = "family-support"
  case environment
  case workforce
  case identification
  case intervention

  package var name: String {
    self == .familySupport ? "Family support" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }
}

/// How far support is focused. A level is named by its key; sets of levels are dated data, so that England's four can
/// stand beside the three.
package struct Level: Hashable, Sendable {
  package let key: String
  package let name: String

  package static let three = [
    Level(key: "universal", name: "Universal"), Level(key: "targeted", name: "Targeted"),
    Level(key: "specialist", name: "Specialist"),
  ]
  /// England's reform of 2026 puts Targeted Plus between the last two.
  package static let four = [three[0], three[1], Level(key: "targeted-plus", name: "Targeted Plus"), three[2]]

  package static func keyed(_ key: String) -> Level? { four.first { $0.key == key } }
}
