extension PersonalData {
  /// Words that say that a name near them is a child's.
  private static let clues: Set<String> = [
    "she", "he", "him", "his", "her", "hers", "mum", "mummy", "mam", "dad", "daddy", "mother", "father", "son",
    "daughter", "brother", "sister", "twin", "nan", "grandma", "foster", "diagnosed", "diagnosis", "autistic",
    "nonverbal",
  ]
  /// What a number follows: `aged 7`, `Year 3`.
  private static let counted: Set<String> = ["aged", "age", "year", "yr", "y", "class", "form"]
  /// Before a name: it is not a child's, or of a place.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "st", "saint", "sir", "professor", "sister",
  ]
  /// After a name: it is of a place or a house.
  static let places: Set<String> = [
    "school", "primary", "academy", "college", "hospital", "clinic", "centre", "center", "street", "road", "lane",
    "avenue", "house", "church", "park", "trust", "ward", "nursery", "hall", "infants", "juniors", "foundation",
    "surgery", "scale", "test", "approach", "project",
  ]
  /// So many words between a name and its clue.
  static let reach = 9

  /// Common forenames in a sentence in which something near says that a child is meant: `Ella, aged 7`, `Amir and his mum`.
  static func childrensNames(_ text: String) -> [String] {
    sentences(text).flatMap { names($0) }
  }

  /// The words of each sentence, without what stands between them.
  static func sentences(_ text: String) -> [[String]] {
    text.split(whereSeparator: { ".!?\n;".contains($0) }).map { sentence in
      sentence.split { !($0.isLetter || $0.isNumber || "'’-".contains($0)) }.map { word in
        String(word.drop { "'’-".contains($0) })
      }.filter { !$0.isEmpty }
    }
  }

  /// `ella` of `Ella’s`.
  static func plain(_ words: [String]) -> [String] {
    words.map { Folding.fold(String($0.prefix { !"'’".contains($0) })) }
  }

  private static func names(_ words: [String]) -> [String] {
    let plain = plain(words)
    let clues = words.indices.filter { isClue($0, words, plain) }
    if clues.isEmpty { return [] }
    return words.indices.compactMap { place in
      let word = words[place]
      guard word.first?.isUppercase == true, PersonalDataNames.all.contains(plain[place]) else { return nil }
      if place > 0, titles.contains(plain[place - 1]) { return nil }
      if plain[(place + 1)...].prefix(2).contains(where: places.contains) { return nil }
      guard clues.contains(where: { $0 != place && abs($0 - place) <= reach }) else { return nil }
      return String(word.prefix { !"'’".contains($0) })
    }
  }

  private static func isClue(_ place: Int, _ words: [String], _ plain: [String]) -> Bool {
    let word = plain[place]
    if clues.contains(word) { return true }
    if counted.contains(word), place + 1 < plain.count, isSmall(plain[place + 1]) { return true }
    // `7 year old`, `7-year-old`, `Y3`, `3A`.
    if isSmall(word), place + 1 < plain.count, ["year", "years", "yr", "yrs"].contains(plain[place + 1]),
      plain[(place + 1)...].prefix(3).contains("old")
    {
      return true
    }
    if word.contains("year old") || word.hasSuffix("yearold") || word.hasSuffix("year olds") { return true }
    return word.first == "y" && isSmall(String(word.dropFirst()))
  }

  private static func isSmall(_ text: String) -> Bool { Int(text).map { (0...25).contains($0) } ?? false }
}
