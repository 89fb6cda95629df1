import Domain

extension DosageReading {
  mutating func takeFrequency() {
    let isOfHalfTerms = text.contains(/(?i)half[\s-]?term|\bht\b/)
    set(aside: /(?i)\bbi[\s-]?weekly\b/)
    if !isOfHalfTerms {
      set(
        aside:
          /(?i)\b(?:(?:\d{1,2}|once|twice|one|two|three)\s*(?:x|×|times|sessions?)?\s*)?(?:(?:(?:a|per|each|every)\s+|\/\s*)(?:month|term|year)\b|monthly|termly|annually|yearly)\b/
      )
    }
    takeEveryOther()
    takeCounted()
    takeCrossed()
    takeSingle()
    // "2 x 30 mins weekly": the word has been counted already.
    if dosage.sessions != nil || !dosage.slots.isEmpty {
      take(/(?i)\b(?:weekly|wkly|(?:a|per|each|every)\s+(?:week|wk)|p\/?w|daily)\b|\/\s*(?:week|wk|w)\b/) { _, _ in true
      }
    }
  }

  /// `fortnightly`, `every other week`, `alternate weeks`. Of chosen days they are those of one week of the two.
  private mutating func takeEveryOther() {
    take(
      /(?i)\b(?:(?:once\s+)?(?:every|each)\s+(?:other|second|alternate)\s+(?:week|wk)|(?:on\s+)?alternate\s+(?:weeks?|wks?)|alternating\s+weeks?|(?:once\s+)?(?:every|each)\s+(?:2|two)\s*(?:weeks|wks)|(?:1\s*x\s*|once\s+(?:a\s+)?|a\s+|per\s+|every\s+|each\s+)?(?:fortnight|f[’']?night)(?:ly)?)\b(?:\s*\(?(?:week|wk)?\s*\b([AB])\b\)?)?/
    ) { reading, match in
      let before = reading.text[..<match.range.lowerBound].reversed().first { !$0.isWhitespace }
      // "2 per fortnight", "3 x fortnightly": how often it is stands before it.
      if let before, before.isNumber || before == "x" || before == "×" || reading.endsInCount(match.range) {
        return false
      }
      if reading.dosage.slots.isEmpty {
        (reading.dosage.sessions, reading.dosage.per) = (reading.dosage.sessions ?? 1, .fortnight)
      } else {
        reading.weeks = match.1.flatMap { Schedule.Weeks(rawValue: $0.uppercased()) } ?? .a
      }
      return true
    }
  }

  /// `twice a week`, `3 x per wk`, `2/wk`, `4 times a half term`, `3 days a week`.
  private mutating func takeCounted() {
    take(
      /(?i)(?:\bx\s*|×\s*)?\b(\d{1,2}|once|twice|thrice|one|two|three|four|five)\s*(?:x|×|times?|sessions?|days?)?\s*(?:(?:in\s+)?(?:a|per|each|every)\s+|\/\s*|p\/?(?=[wf]))\s*(weekly|week|wk|w\b|days?\b|fortnight(?:ly)?|f[’']?night|2\s+(?:weeks|wks)|two\s+weeks|half[\s-]?term(?:ly)?|ht\b)/
    ) { $0.say($1.1, $1.2, $1.range) }
    // Not "Phase 3 daily".
    take(
      /(?i)(?:\bx\s*|×\s*)?\b(once|twice|thrice|(?:\d{1,2}|one|two|three|four|five)(?=\s*(?:x|×|times?\b|sessions?\b|days?\b)))\s*(?:x|×|times?|sessions?|days?)?\s*(weekly|wkly|week\b|wk\b|fortnightly|fortnight\b|half[\s-]?term(?:ly)?|ht\b|daily)/
    ) { $0.say($1.1, $1.2, $1.range) }
  }

  /// `x3`, `3x`, `x 2 weekly`, `2 sessions`, `3 days`; not `x6 pupils`, which says how many there are.
  private mutating func takeCrossed() {
    take(
      /(?i)(?:\bx|×)\s*(\d{1,2})\b\s*(?:(?:a|per|each|every|sessions?|times)\s+|\/\s*|p\/?(?=[wf]))*(weekly|wkly|week|wk|w\b|fortnight(?:ly)?|half[\s-]?term(?:ly)?|ht\b|daily)?/
    ) { $0.say($1.1, $1.2, $1.range) }
    take(/(?i)\b(\d{1,2}|two|three|four|five)\s*(?:x\b|×|times\b|sessions?\b|days?\b)()/) {
      $0.say($1.1, nil, $1.range)
    }
  }

  /// `daily`, `every morning`, `weekly`, `half-termly`.
  private mutating func takeSingle() {
    take(
      /(?i)\b(?:daily|(?:every|each|per|a)\s*(?:single\s+)?(?:school\s+)?day|(?:every|each)\s+(?:morning|afternoon|am|pm)|p\/?d)\b|\/\s*day\b/
    ) { reading, match in
      if let half = reading.text[match.range].firstMatch(of: /(?i)morning|afternoon|am$|pm$/) {
        reading.unplaced.append("every \(half.output.lowercased())")
      }
      return reading.say("5", nil, match.range)
    }
    take(/(?i)\b(?:once\s+)?(?:(?:a|per|each|every)\s+(?:week|wk)|weekly|wkly|p\/?w)\b|\/\s*(?:week|wk)\b/) {
      $0.say("1", nil, $1.range)
    }
    take(/(?i)\b(?:once\s+)?(?:half[\s-]?termly|(?:a|per|each|every)\s+(?:half[\s-]?term|ht))\b/) {
      $0.say("1", "half term", $1.range)
    }
  }

  /// False where it is not said of sessions, or where that is said already.
  private mutating func say(_ count: Substring, _ unit: Substring?, _ range: Range<String.Index>) -> Bool {
    let numbers = ["once": 1, "one": 1, "twice": 2, "two": 2, "thrice": 3, "three": 3, "four": 4, "five": 5]
    guard dosage.sessions == nil, let number = numbers[count.lowercased()] ?? Int(count), (1...50).contains(number),
      text[range.upperBound...].prefixMatch(
        of:
          /(?i)\s*(?:pupils?|children|chn|students?|kids|boys|girls|groups?|weeks|wks|TAs?|LSAs?|HLTAs?|adults?|staff)\b/
      )
        == nil
    else { return false }
    let folded = Folding.fold(String(unit ?? "week"))
    var (sessions, per) = (number, Dosage.Per.week)
    if folded.hasPrefix("f") || folded.hasPrefix("2") || folded.hasPrefix("two") { per = .fortnight }
    if folded.hasPrefix("half") || folded == "ht" { per = .halfTerm }
    if folded.hasPrefix("da") { sessions = min(number * 5, 50) }
    if dosage.slots.isEmpty {
      (dosage.sessions, dosage.per) = (sessions, per)
    } else if per == .fortnight, number == dosage.slots.count {
      weeks = .a
    }
    return true
  }

  private func endsInCount(_ range: Range<String.Index>) -> Bool {
    text[..<range.lowerBound].firstMatch(of: /(?i)\b(?:twice|two|three|times|sessions?)\s*$/) != nil
  }
}
