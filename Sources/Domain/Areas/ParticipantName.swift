/// Names of organisations as they are compared: `St. Mary’s C.E. Primary School` and `St Marys CE Primary` are one.
package enum ParticipantName {
  /// Words that say nothing of which one it is.
  private static let usual: Set<String> = [
    "the", "school", "and", "of", "ltd", "limited", "cic", "nhs", "trust", "academy",
  ]
  private static let shortened = ["saint": "st", "church": "c", "england": "e", "ce": "c e", "rc": "r c"]

  /// Folded, with what is commonly shortened shortened; what is compared and kept.
  package static func fold(_ name: String) -> String {
    Folding.fold(name).split(separator: " ").map { shortened[String($0)] ?? String($0) }.joined(separator: " ")
  }

  /// Whether two names may be one organisation, typed in two spellings.
  package static func areAlike(_ left: String, _ right: String) -> Bool {
    let (left, right) = (essence(left), essence(right))
    if left == right { return true }
    return Likeness.percent(left, right) >= 80
  }

  private static func essence(_ name: String) -> String {
    let words = fold(name).split(separator: " ").map(String.init)
    let telling = words.filter { !usual.contains($0) }
    return (telling.isEmpty ? words : telling).joined(separator: " ")
  }
}
