/// The words of entries by which they are found, and which come up most.
package enum EntryWords {
  /// Distinct words: what search looks in.
  package static func of(_ details: EntryDetails) -> Set<String> { Set(of(details.searchable)) }

  /// Folded words of two letters and more, each of at most 40.
  static func of(_ text: String) -> [String] {
    Folding.fold(text).split(separator: " ").filter { $0.count >= 2 }.map { String($0.prefix(40)) }
  }

  /// The beginnings of words that a search asks for, all of which an entry must have: up to eight.
  package static func asked(_ typed: String) -> [String] { Array(of(typed).prefix(8)) }

  /// Whether a folded word says something by itself.
  static func isTelling(_ word: String) -> Bool {
    word.count > 2 && !usual.contains(word) && !word.allSatisfy(\.isNumber)
  }

  private static let usual: Set<String> = Set(
    """
    the and for with are that this from have has had was were not but all can will our their they them who what when where
    which how also into than then there these those been being its his her him she you your any some each every more most
    other such only very may might must shall should would could about after before between during over under out off per
    via etc one two three four five six week weeks weekly month monthly year years term terms day days daily time times
    hour hours minutes min mins children child young people person pupil pupils student students school schools setting
    settings staff support supports help helps service services need needs provide provides provided provision
    available access including include includes within across through both use used using work works working run runs
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
