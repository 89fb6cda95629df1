import Domain

extension DosageReading {
  /// `9.00-9.20`, `9:00 to 9:20`, `1.15–1.45pm`: how long, and when. Its beginning stays in the text, for the day beside it.
  mutating func takeClockRanges() {
    let range =
      /(?i)\b(?:from\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?\s*(?:-|–|—|to|until|till)\s*(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\b\.?)?(?![\d:]|\s*(?:minutes?|mins?|hours?|hrs?|m|h|x|times|weeks?|wks?|pupils?|children|chn)\b)/
    // A pair of numbers that is no time, such as the years 3-4, is passed over.
    while let found = text.matches(of: range).lazy.compactMap({ match in
      Self.times(match).map { (range: match.range, first: $0.first, last: $0.last) }
    }).first {
      if dosage.minutes == nil { dosage.minutes = found.last.minutes - found.first.minutes }
      replace(found.range, with: " \(found.first.words) ")
    }
  }

  private typealias ClockRange = Regex<
    (Substring, Substring, Substring?, Substring?, Substring, Substring?, Substring?)
  >.Match

  private static func times(_ match: ClockRange) -> (first: ClockTime, last: ClockTime)? {
    let isTime = match.2 != nil || match.3 != nil || match.5 != nil || match.6 != nil
    func half(_ own: Substring?) -> String { own.map { $0.lowercased().filter(\.isLetter) } ?? "" }
    guard isTime, let last = ClockTime(inSchool: "\(match.4).\(match.5 ?? "00")\(half(match.6))"),
      var first = ClockTime(inSchool: "\(match.1).\(match.2 ?? "00")\(half(match.3))")
    else { return nil }
    // "11.45-12.15pm" begins in the morning, "1-1.30pm" does not.
    if match.3 == nil, first >= last { first = ClockTime(minutes: first.minutes - 12 * 60) ?? first }
    return (1...300).contains(last.minutes - first.minutes) ? (first, last) : nil
  }

  mutating func takeLengths() {
    takeFractionsOfHours()
    // "1 hr 30 min" is one length; "1h 15" too, and "1 hr 30 x week" is not.
    takeLength(/(?i)(\d)\s*(?:hours?|hrs?|h)\s*(?:and\s*)?(\d{1,2})\s*(?:minutes?|mins?|m)\b\.?/) {
      Self.minutes(hours: $0.1, minutes: $0.2)
    }
    takeLength(/(?i)(\d)\s*(?:hours?|hrs?|h)\s*(\d{2})(?!\s*(?:x|×|times|sessions?|per|a|\/|\d|:|\.)\b)(?![\d.:])/) {
      Self.minutes(hours: $0.1, minutes: $0.2)
    }
    takeRangesOfMinutes()
    // A class may be called 3M: minutes are a small m, close by.
    takeLength(/(?i)\b(\d{1,3})(?:\s*-?\s*(?:minutes?|mins?|mns?)|(?-i:m)|['’′])(?!\w)\.?/) { Int($0.1) }
    takeLength(/(?i)\b(\d(?:\.\d{1,2})?)[\s-]*(?:hours?|hrs?|h)\b\.?/) { CellReading.minutes(ofHours: String($0.1)) }
    takeLength(/(?i)\b(an?|one|two)[\s-]+(?:hours?|hrs?)\b/) { $0.1.lowercased() == "two" ? 120 : 60 }
    takeBareProduct()
  }

  private mutating func takeFractionsOfHours() {
    takeLength(
      /(?i)\b(?:(?:(?:an?|one|1)\s+)?(?:hour|hr)\s+and\s+a\s+half|(?:one|1)\s+and\s+a\s+half\s+(?:hours?|hrs?)|1\s*(?:½|1\/2)\s*(?:hours?|hrs?|h)\b)/
    ) { _ in 90 }
    takeLength(/(?i)(?:\bthree[\s-]+quarters?|\b3\/4|¾)\s*(?:of\s+)?(?:an?\s+)?(?:hours?|hrs?|h)\b/) { _ in 45 }
    takeLength(/(?i)(?:\b(?:a\s+)?quarter|\b1\/4|¼)\s*(?:of\s+)?(?:an?\s+)?(?:hours?|hrs?|h)\b/) { _ in 15 }
    takeLength(/(?i)(?:\bhalf|\b1\/2|½)[\s-]*(?:of\s+)?(?:an?[\s-]+)?(?:hours?|hrs?|h)\b\.?/) { _ in 30 }
  }

  /// `10-15 mins`: the longer counts, and the words are kept.
  private mutating func takeRangesOfMinutes() {
    let range = /(?i)\b(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})\s*(?:minutes?|mins?|m)\b\.?/
    guard dosage.minutes == nil, let match = text.firstMatch(of: range), let less = Int(match.1),
      let more = Int(match.2),
      less < more
    else { return }
    unplaced.append(CellReading.words(String(match.output.0)))
    takeLength(range) { _ in more }
  }

  /// `3 x 20`, without a word: three times twenty minutes, where only one of the two can be a length.
  private mutating func takeBareProduct() {
    guard dosage.minutes == nil else { return }
    take(/(?i)\b(\d{1,2}) x (\d{1,2})\b(?!\s*(?:pupils?|children|chn|students?|kids|groups?|TAs?|adults?)\b)/) {
      reading, match in
      guard let first = Int(match.1), let second = Int(match.2) else { return false }
      func isLength(_ number: Int) -> Bool { number >= 10 && number % 5 == 0 }
      guard isLength(first) != isLength(second), (1...10).contains(min(first, second)) else { return false }
      reading.dosage.minutes = max(first, second)
      (reading.dosage.sessions, reading.dosage.per) = (min(first, second), .week)
      return true
    }
  }

  /// The first length counts. One that is said besides stays in the text.
  private mutating func takeLength<Output>(_ regex: Regex<Output>, _ minutes: (Regex<Output>.Match) -> Int?) {
    if dosage.minutes != nil { return }
    take(regex) { reading, match in
      guard let read = minutes(match), (1...600).contains(read) else { return false }
      reading.dosage.minutes = read
      return true
    }
  }

  private static func minutes(hours: Substring, minutes: Substring) -> Int? {
    guard let hours = Int(hours), let minutes = Int(minutes), minutes < 60 else { return nil }
    return hours * 60 + minutes
  }
}
