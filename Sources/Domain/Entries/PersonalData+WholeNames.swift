extension PersonalData {
  /// Words that say that a whole name is that of somebody who works there.
  private static let grownUps: Set<String> = [
    "lead", "leads", "leader", "led", "run", "runs", "ran", "by", "with", "contact", "ask", "manager", "manages",
    "therapist",
    "therapists", "teacher", "teaches", "senco", "coordinator", "co-ordinator", "coordinates", "head", "headteacher",
    "deputy",
    "nurse", "psychologist", "assistant", "officer", "adviser", "advisor", "practitioner", "worker", "physiotherapist",
    "paediatrician", "doctor", "consultant", "governor", "councillor", "commissioner", "trainer", "trains", "chair",
    "director",
    "specialist", "librarian", "supervises", "supervised", "offers", "provides", "founded",
  ]
  /// After two words with a capital: they are of a place, a group or a thing.
  private static let things: Set<String> = places.union([
    "club", "group", "groups", "room", "class", "team", "fund", "charity", "building", "court", "suite", "unit", "base",
    "programme", "program", "award", "library", "gardens", "estate", "service", "services", "drive", "close", "way",
    "hill",
    "playgroup", "preschool", "pre-school", "hub", "society", "association", "partnership", "company", "cafe",
    "kindergarten", "memorial", "wing", "institute", "university", "charter", "plan", "pathway", "method", "model",
    "theatre",
  ])

  /// A common forename and a surname, `Zuzanna Nowak`, without anything near that makes a grown-up of them where `whose` lets
  /// these be named.
  static func wholeNames(_ text: String, of whose: Whose) -> [String] {
    sentences(text).flatMap { words -> [String] in
      let plain = plain(words)
      return words.indices.dropLast().compactMap { isWholeName($0, words, plain, whose) ? $0 : nil }
        .map { "\(words[$0]) \(withoutGenitive(words[$0 + 1]))" }
    }
  }

  private static func isWholeName(_ place: Int, _ words: [String], _ plain: [String], _ whose: Whose) -> Bool {
    guard words[place].first?.isUppercase == true, PersonalDataNames.all.contains(plain[place]),
      isSurname(words[place + 1]), place == 0 || !titles.contains(plain[place - 1])
    else { return false }
    if plain[(place + 1)...].prefix(3).contains(where: things.contains) { return false }
    let near = plain[max(0, place - reach)...min(plain.count - 1, place + reach)]
    return whose == .anybody || !near.contains(where: grownUps.contains)
  }

  /// `Nowak`, `O’Brien`, not `SENCO`.
  private static func isSurname(_ word: String) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
      && word.allSatisfy { $0.isLetter || "'’-".contains($0) } && !notNames.contains(word)
  }
}
