import Domain

/// How cells are read whatever their column: days, yes and no, numbers, people's names.
enum CellReading {
  /// A day as people and systems write it, or as the number that a spreadsheet keeps for it (days since 30 December
  /// 1899), between 1954 and 2064.
  static func day(_ text: String) -> Day? {
    if let day = Day(typed: text) ?? wordedDay(text) { return day }
    let whole = text.split(separator: ".", maxSplits: 1).first.map(String.init) ?? text
    guard let serial = Int(whole), (20_000...60_000).contains(serial) else { return nil }
    return Day(number: serial - 25_569)
  }

  /// `Thursday, 14 March 2019`, `March 14, 2019`.
  private static func wordedDay(_ text: String) -> Day? {
    var words = text.split(whereSeparator: { " ,".contains($0) }).map(String.init)
    let weekdays = Weekday.allCases.map { $0.shortName.lowercased() }
    if let first = words.first?.lowercased(), weekdays.contains(where: first.hasPrefix) { words.removeFirst() }
    if words.count >= 3, words[0].allSatisfy(\.isLetter) { words.swapAt(0, 1) }
    return words.isEmpty ? nil : Day(typed: words.joined(separator: " "))
  }

  private static let yes: Set<String> = [
    "y", "yes", "true", "t", "1", "✓", "✔", "☑", "x", "tick", "ticked", "eligible", "current", "recipient",
    "registered",
  ]
  private static let no: Set<String> = [
    "n", "no", "false", "f", "0", "✗", "✘", "☐", "-", "–", "—", "none", "not eligible", "never", "not", "nil",
  ]

  /// What systems and programs write where nothing is known: `None`, `N/A`, `-`, `NULL`.
  static func saysNothing(_ text: String) -> Bool { nothing.contains(text.lowercased()) }

  private static let nothing: Set<String> = [
    "-", "–", "—", "none", "n/a", "na", "#n/a", "null", "nil", "nan", "nat", "not known", "unknown", "not recorded",
  ]

  static func yesOrNo(_ text: String) -> Bool? {
    let folded = text.lowercased()
    if yes.contains(folded) { return true }
    if no.contains(folded) { return false }
    return nil
  }

  /// A whole number: `3`, `3.0`, `1,265`.
  static func count(_ text: String) -> Int? {
    guard let digits = ungrouped(text) else { return nil }
    if let number = Int(digits) { return number }
    let parts = digits.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int(parts[0])
  }

  /// Hours as people write them, in minutes: `32.5`, `32:30`, `32 hours`, `32h 30m`. Nil where they are not whole minutes.
  static func minutes(ofHours text: String) -> Int? {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    if folded.contains("fte") { return nil }
    let numbers = folded.split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0 == ".") }).map(String.init)
    if numbers.count == 2, folded.contains(":") || folded.contains("h"), let hours = Int(numbers[0]),
      let minutes = Int(numbers[1]), minutes < 60
    {
      return hours * 60 + minutes
    }
    guard numbers.count == 1, let first = folded.first, first.isNumber || first == "." else { return nil }
    let parts = numbers[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let hours = Int(parts[0].isEmpty ? "0" : parts[0]), hours < 1000 else { return nil }
    let decimals = parts.count > 1 ? parts[1] : ""
    guard decimals.count <= 4, let fraction = decimals.isEmpty ? 0 : Int(decimals) else { return nil }
    let unit = decimals.reduce(1) { unit, _ in unit * 10 }
    return hours * 60 + (fraction * 60 + unit / 2) / unit
  }

  /// A number with decimals, exactly: `44.4`, `20`. Nine digits at the most, none of them below nothing.
  static func decimal(_ text: String) -> Fraction? {
    guard let plain = ungrouped(text.filter { !$0.isWhitespace }) else { return nil }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard (1...2).contains(parts.count), (1...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int128(digits)
    else { return nil }
    return Fraction(number, (parts.count == 2 ? parts[1] : "").reduce(Int128(1)) { scale, _ in scale * 10 })
  }

  /// Without the commas that stand before each three digits; nil where one stands elsewhere, for `44,4` may be 44.4.
  private static func ungrouped(_ text: String) -> String? {
    let groups = text.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return text.replacing(",", with: "")
  }

  /// `32 h 30 min`.
  static func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }

  /// `Hussain, Amina`, or `Amina Hussain`, whose last word is taken as the surname. Nil for a single word.
  static func name(_ text: String) -> (surname: String, forename: String)? {
    let parts = text.split(separator: ",", maxSplits: 1).map { words(String($0)) }
    if parts.count == 2 { return parts[0].isEmpty || parts[1].isEmpty ? nil : (parts[0], parts[1]) }
    let all = text.split(whereSeparator: \.isWhitespace)
    guard all.count > 1, let surname = all.last else { return nil }
    return (String(surname), all.dropLast().joined(separator: " "))
  }

  /// With single spaces.
  static func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Enough of a cell to know it again in a sentence.
  static func short(_ text: String) -> String { text.count <= 40 ? text : text.prefix(39) + "…" }
}
