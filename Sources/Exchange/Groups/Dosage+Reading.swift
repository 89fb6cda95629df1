import Domain

extension Dosage {
  /// Takes out of a text what says how long and how often; answers it with the rest of the text.
  static func taken(from text: String) -> (dosage: Dosage, rest: String) {
    var dosage = Dosage()
    var rest = text
    dosage.takeMinutes(&rest)
    dosage.takeDays(&rest)
    dosage.takeFrequency(&rest)
    return (dosage, rest)
  }

  /// Minutes of a cell that holds nothing else: `30`, `30 mins`, `1 hour`, `1h 15`, `0:45`.
  static func minutes(_ text: String) -> Int? {
    if let number = CellReading.count(text) { return (1...600).contains(number) ? number : nil }
    if text.contains(":"), let minutes = CellReading.minutes(ofHours: text) {
      return (1...600).contains(minutes) ? minutes : nil
    }
    if let match = text.wholeMatch(of: /(?i)\s*(\d)\s*(?:hours?|hrs?|h)\s*(?:and\s*)?(\d{1,2})\s*/),
      let hours = Int(match.1), let more = Int(match.2), more < 60
    {
      return hours * 60 + more
    }
    let (dosage, rest) = taken(from: text)
    // A number that was not understood may be the length, or a part of it.
    return rest.contains(where: \.isNumber) ? nil : dosage.minutes
  }

  private mutating func takeMinutes(_ text: inout String) {
    // "1 hr 30 min" is one length.
    if let match = text.firstMatch(of: /(?i)(\d)\s*(?:hours?|hrs?|h)\s*(?:and\s*)?(\d{1,2})\s*(?:minutes?|mins?|m)\b/),
      let hours = Int(match.1), let more = Int(match.2)
    {
      minutes = hours * 60 + more
      text.replaceSubrange(match.range, with: " ")
    } else if let match = text.firstMatch(of: /(?i)\b(\d{1,3})\s*-?\s*(?:minutes?|mins?|m\b|['’′])(?!\w)\.?/),
      let number = Int(match.1), (1...600).contains(number)
    {
      minutes = number
      text.replaceSubrange(match.range, with: " ")
    } else if let match = text.firstMatch(of: /(?i)\b(half\s+an?|three\s+quarters?\s+of\s+an|an|one)\s+hour\b/) {
      let word = match.1.lowercased()
      minutes = word.hasPrefix("half") ? 30 : word.hasPrefix("three") ? 45 : 60
      text.replaceSubrange(match.range, with: " ")
    } else if let match = text.firstMatch(of: /(?i)(\d(?:\.\d{1,2})?|½|¾)\s*(?:hours?|hrs?|h)\b\.?/) {
      let number = match.1 == "½" ? "0.5" : match.1 == "¾" ? "0.75" : String(match.1)
      if let read = CellReading.minutes(ofHours: number), (1...600).contains(read) {
        minutes = read
        text.replaceSubrange(match.range, with: " ")
      }
    }
  }

  private mutating func takeFrequency(_ text: inout String) {
    typealias Found = (range: Range<String.Index>, sessions: Int, per: Per)
    func per(_ word: Substring?) -> Per {
      let folded = Folding.fold(String(word ?? "week"))
      if folded.hasPrefix("fortnight") || folded.hasPrefix("2 w") { return .fortnight }
      return folded.hasPrefix("half") || folded == "ht" ? .halfTerm : .week
    }
    var found: Found?
    if let match = text.firstMatch(
      of:
        /(?i)\b(\d{1,2})\s*(?:x|×|times|sessions?)\s*(?:(?:a|per|each|every|\/)\s*)?(weekly|week|wk|w\b|fortnight(?:ly)?|half[ -]?term(?:ly)?|ht\b)?/
    ), let count = Int(match.1), (1...50).contains(count), !Self.countsPupils(text[match.range.upperBound...]) {
      found = (match.range, count, per(match.2))
    } else if let match = text.firstMatch(
      of:
        /(?i)(?:\bx|×)\s*(\d{1,2})\b\s*(?:(?:a|per|each|every|\/|sessions?)\s*)*(weekly|week|wk|w\b|fortnight(?:ly)?|half[ -]?term(?:ly)?|ht\b)?/
    ), let count = Int(match.1), (1...50).contains(count), !Self.countsPupils(text[match.range.upperBound...]) {
      found = (match.range, count, per(match.2))
    } else if let match = text.firstMatch(
      of:
        /(?i)\b(once|twice|thrice|(?:two|three|four|five)(?:\s+times|\s+sessions)?)\s*(?:(?:a|per|each|every)\s+)?(week|wk|weekly|fortnight|half[ -]?term)\b/
    ) {
      let words = ["once": 1, "twice": 2, "thrice": 3, "two": 2, "three": 3, "four": 4, "five": 5]
      let word = match.1.lowercased().split(separator: " ").first.map(String.init) ?? ""
      found = words[word].map { (match.range, $0, per(match.2)) }
    } else if let match = text.firstMatch(
      of: /(?i)\b(\d{1,2})\s*(?:\/|a\b|per\b|each\b|every\b|p\/?(?=w))\s*(week|wk|w\b|fortnight|half[ -]?term)/),
      let count = Int(match.1)
    {
      found = (match.range, count, per(match.2))
    } else if let match = text.firstMatch(of: /(?i)\b(?:daily|every\s*day|each\s+day|per\s+day)\b/) {
      found = (match.range, 5, .week)
    } else if let match = text.firstMatch(of: /(?i)\b(?:every\s+fortnight|fortnightly|alternate\s+weeks)\b/) {
      found = (match.range, 1, .fortnight)
    } else if let match = text.firstMatch(of: /(?i)\b(?:(?:once\s+)?(?:a|per|each|every)\s+week|weekly|p\/?w)\b/) {
      found = (match.range, 1, .week)
    } else if let match = text.firstMatch(
      of: /(?i)\b(?:half[ -]?termly|(?:once\s+)?(?:a|per|each|every)\s+half[ -]?term)\b/)
    {
      found = (match.range, 1, .halfTerm)
    }
    guard let found, (1...50).contains(found.sessions) else { return }
    if slots.isEmpty { (sessions, self.per) = (found.sessions, found.per) }
    text.replaceSubrange(found.range, with: " ")
  }

  /// `x6 pupils` says how many there are, not how often.
  private static func countsPupils(_ text: Substring) -> Bool {
    text.prefixMatch(of: /(?i)\s*(?:pupils?|children|chn|students?|kids)\b/) != nil
  }
}
