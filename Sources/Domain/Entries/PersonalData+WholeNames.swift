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
    sentences(text).flatMap { words in
      let plain = plain(words)
      return words.indices.dropLast().compactMap { place in
        let surname = words[place + 1]
        guard words[place].first?.isUppercase == true, PersonalDataNames.all.contains(plain[place]), isSurname(surname),
          place == 0 || !titles.contains(plain[place - 1]),
          !plain[(place + 1)...].prefix(3).contains(where: things.contains)
        else { return nil }
        let near = plain.indices.filter { abs($0 - place) <= reach }
        if whose == .children, near.contains(where: { grownUps.contains(plain[$0]) }) { return nil }
        return "\(words[place]) \(withoutGenitive(surname))"
      }
    }
  }

  /// `Nowak`, `O’Brien`, not `SENCO`.
  private static func isSurname(_ word: String) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
      && word.allSatisfy { $0.isLetter || "'’-".contains($0) } && !notNames.contains(word)
  }
}
