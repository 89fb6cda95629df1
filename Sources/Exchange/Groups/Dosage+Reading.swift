import Domain

extension Dosage {
  /// Takes out of a text what says how long and how often; answers it with the rest of the text.
  static func taken(from text: String) -> (dosage: Dosage, rest: String) {
    let reading = DosageReading(text)
    return (reading.dosage, reading.isUntouched ? text : reading.restored)
  }

  /// Minutes of a cell that holds nothing else: `30`, `30 mins`, `1 hour`, `1h 15`, `0:45`.
  static func minutes(_ text: String) -> Int? {
    if let number = CellReading.count(text) { return (1...600).contains(number) ? number : nil }
    if text.contains(":"), let minutes = CellReading.minutes(ofHours: text) {
      return (1...600).contains(minutes) ? minutes : nil
    }
    let (dosage, rest) = taken(from: text)
    // A number that was not understood may be the length, or a part of it.
    return rest.contains(where: \.isNumber) ? nil : dosage.minutes
  }
}

/// A text from which times are being taken, one kind after the other. The order matters: `1:1` is no time, `9.00-9.20` is a
/// length, and what remains of `2 x 30 mins weekly` without its length still says how often.
struct DosageReading {
  /// Stands where something was taken out. A blank like others to whoever does not look for it.
  static let gap: Character = "\u{2003}"
  /// Stand for ratios such as `1:1`, which are about people and not about time.
  static let ratioMarks: ClosedRange<UInt32> = 0xE000...0xE0FF

  var text: String
  var dosage = Dosage()
  /// As they are written, in the order of their marks.
  private(set) var ratios: [String] = []
  /// What says something of time for which a schedule has no place: `Tues AM`, `for 6 weeks`, `monthly`.
  var unplaced: [String] = []
  /// A time that stands by itself.
  var start: ClockTime?
  /// The weeks of a fortnight in which all of the days are meant.
  var weeks = Schedule.Weeks.every
  private(set) var isUntouched = true

  init(_ original: String) {
    text = original.replacing(String(Self.gap), with: " ")
    if !Self.mayTell(original) { return }
    setRatiosAside()
    spreadCrosses()
    takeSpansOfWeeks()
    takeClockRanges()
    takeLengths()
    takeDays()
    takeFrequency()
    takeLooseTimes()
    place()
  }

  /// Most cells of a map hold names and nothing else: these need not be looked at closely.
  private static func mayTell(_ text: String) -> Bool {
    if text.contains(where: { $0.isNumber || "½¾¼/".contains($0) }) { return true }
    let words = Folding.fold(text).split(separator: " ")
    return words.contains { word in Self.words.contains(String(word)) || Self.beginnings.contains(where: word.hasPrefix)
    }
  }

  private static let words: Set<String> = [
    "one", "two", "three", "four", "five", "once", "twice", "thrice", "m", "mon", "t", "tu", "w", "th", "f", "fri",
    "pw", "pd",
    "am", "pm", "ht", "an", "hr", "hrs", "every", "each", "per", "mwf", "tth", "tuth", "mtwtf", "mtwthf", "wk", "wks",
  ]
  private static let beginnings = [
    "daily", "day", "mond", "tue", "wed", "thu", "frid", "week", "wkl", "fortnight", "fnight", "half", "hour",
    "quarter",
    "altern", "month", "term", "biweek", "annual", "year", "morning", "afternoon",
  ]

  /// The rest of the text, ratios in their places.
  var restored: String {
    String(text.flatMap { character -> [Character] in Self.ratio(character).map { Array(ratios[$0]) } ?? [character] })
  }

  /// The place of the ratio for which a character stands.
  static func ratio(_ character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first, ratioMarks.contains(scalar.value) else { return nil }
    return Int(scalar.value - ratioMarks.lowerBound)
  }

  /// Takes the first match out where `use` can use it.
  @discardableResult
  mutating func take<Output>(
    _ regex: Regex<Output>, _ use: (inout DosageReading, Regex<Output>.Match) -> Bool
  ) -> Bool {
    guard let match = text.firstMatch(of: regex), use(&self, match) else { return false }
    replace(match.range, with: String(Self.gap))
    return true
  }

  mutating func replace(_ range: Range<String.Index>, with replacement: String) {
    text.replaceSubrange(range, with: replacement)
    isUntouched = false
  }

  /// What a schedule has no place for is kept in words.
  mutating func set<Output>(aside regex: Regex<Output>) {
    while take(
      regex,
      { reading, match in
        reading.unplaced.append(CellReading.words(String(reading.text[match.range])))
        return true
      })
    {}
  }

  /// `1:1`, `1-1`, `1 to 1`, `one-to-one`, `121`, `2:1`: how many adults for how many pupils.
  private mutating func setRatiosAside() {
    let ratio =
      /(?i)\b(?:[1-6]:[1-9]|1\s:\s1|1\s?[-–]\s?1|1\s?-?\s?2\s?-?\s?1|(?:one|two|1|2)[\s-]*(?:to|on)[\s-]*(?:one|two|three|four|[1-6]))\b(?![.:]?\d)(?!\s*(?:minutes?|mins?|hours?|hrs?|[ap]m|times|sessions?|days?|weeks?|wks?)\b)/
    while let match = text.firstMatch(of: ratio), ratios.count < 200 {
      let mark = UnicodeScalar(Self.ratioMarks.lowerBound + UInt32(ratios.count))!
      ratios.append(String(match.output))
      text.replaceSubrange(match.range, with: " \(mark) ")
    }
  }

  /// `5x15m` is `5 x 15m`. Only where a number stands on both sides, or times are told: a name may have an x too.
  private mutating func spreadCrosses() {
    text = text.replacing(/(\d)\s*[x×X*]\s*(?=\d)/) { "\($0.1) x " }
  }

  /// `for 6 weeks`, `x 10 wks`, `6-week block`: how long it goes on, which is not how often. The last day is the user's to
  /// say.
  private mutating func takeSpansOfWeeks() {
    set(
      aside:
        /(?i)\b(?:(?:for|over|x)\s*)?\d{1,2}(?:\s*[-–]\s*\d{1,2})?(?:\s*[-–]\s*|\s*)(?:weeks?|wks?)\s*(?:block|programme|intervention|cycle|course)s?\b/
    )
    set(aside: /(?i)(?:\b(?:for|over)\s*|(?:\bx|×)\s*)\d{1,2}\s*(?:weeks|wks)\b/)
  }

  /// What was found at different places belongs together: a time by itself is that of the days, `week A` is of all of them.
  private mutating func place() {
    if dosage.slots.isEmpty, start != nil, dosage.sessions == 5, dosage.per == .week {
      dosage.slots = Weekday.allCases.prefix(5).map { Schedule.Slot($0) }
    }
    if !dosage.slots.isEmpty {
      (dosage.sessions, dosage.per) = (nil, nil)
      dosage.slots = dosage.slots.map { slot in
        Schedule.Slot(slot.weekday, slot.weeks == .every ? weeks : slot.weeks, start: slot.start ?? start)
      }
    } else {
      if let start { unplaced.append("at \(start.words)") }
      if weeks != .every { unplaced.append("week \(weeks.rawValue)") }
    }
  }
}

extension ClockTime {
  /// As people write it in a school, where nobody meets before 7 in the morning: `1.15` is after lunch, `9` is 9 o'clock.
  init?(inSchool text: String) {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    guard let time = ClockTime(typed: folded.allSatisfy(\.isNumber) && folded.count < 3 ? folded + ".00" : folded)
    else {
      return nil
    }
    let isAfterLunch = time.minutes < 7 * 60 && !folded.hasPrefix("0") && !folded.hasSuffix("m")
    self = isAfterLunch ? ClockTime(minutes: time.minutes + 12 * 60) ?? time : time
  }
}
