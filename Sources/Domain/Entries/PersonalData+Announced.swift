extension PersonalData {
  /// Words with a capital after one that announces a name: after “my son” a child’s, after “Mrs” or “called” anybody’s. Such
  /// a name need not be a common one.
  static func announcedNames(_ text: String, of whose: Whose) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.drop { !$0.isLetter } }
    return words.indices.compactMap { place in
      announcement(words[place...], of: whose).flatMap { words.indices.contains(place + $0) ? words[place + $0] : nil }
    }.compactMap(name).map(withoutGenitive).filter { !notNames.contains($0) }
  }

  /// How many words these take until a name follows; nil where they announce none.
  private static func announcement(_ words: ArraySlice<Substring>, of whose: Whose) -> Int? {
    let plain = words.prefix(2).map { String($0.lowercased().prefix { $0.isLetter }) }
    guard let first = plain.first else { return nil }
    if owners.contains(first), plain.count > 1 {
      if kin.contains(plain[1]) || whose == .anybody && acquaintances.contains(plain[1]) { return 2 }
    }
    if whose == .children { return nil }
    if plain == ["name", "is"] { return 2 }
    return announcers.contains(first) ? 1 : nil
  }

  private static let owners: Set<String> = ["my", "our", "her", "his", "their"]
  private static let kin: Set<String> = [
    "son", "daughter", "child", "boy", "girl", "brother", "sister", "grandson", "granddaughter",
  ]
  private static let acquaintances: Set<String> = ["friend", "teacher"]
  private static let announcers: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "called", "named"]

  /// `O’Brien` of `O’Brien’s,`; nil where no capital begins it, or nothing follows the capital.
  private static func name(_ word: Substring) -> String? {
    guard word.first?.isUppercase == true else { return nil }
    let name = word.prefix { $0.isLetter || "’'-".contains($0) }
    return name.count > 1 ? String(name) : nil
  }

  /// `Ella` of `Ella’s`.
  static func withoutGenitive(_ word: String) -> String {
    word.hasSuffix("’s") || word.hasSuffix("'s") ? String(word.dropLast(2)) : word
  }

  static let notNames: Set<String> = [
    "English", "Polish", "Year", "Reception", "SEND", "SENCO", "EHCP", "SLCN", "ADHD", "Autism", "Childline",
    "Saturday", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays",
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "School", "Nursery", "Mum", "Mummy", "Dad",
    "Daddy", "Nan",
  ]
}
