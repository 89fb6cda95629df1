extension Day {
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// As people say it: `2 September 2026`.
  package var words: String { "\(dayOfMonth) \(Day.monthNames[month - 1]) \(year)" }
  /// Where the year is plain from what stands around it: `2 September`.
  package var wordsWithoutYear: String { "\(dayOfMonth) \(Day.monthNames[month - 1])" }
  /// In narrow columns: `2 Sep 2026`.
  package var shortWords: String { "\(dayOfMonth) \(Day.monthNames[month - 1].prefix(3)) \(year)" }

  /// Reads a day as people type it and as schools' systems write it: `2/9/2026`, `02-09-2026`, `2.9.26`, `2 September
  /// 2026`, `2 Sep 26`, `2026-09-02`, each with or without a time of day behind it. Day before month always, since
  /// these are British files. Two-digit years are the hundred years up to 2049. Nil for anything else, and for a year
  /// that nobody means: some systems write no end as 31/12/9999.
  package init?(typed text: some StringProtocol) {
    guard let day = Day.read(text), (1900...2199).contains(day.year) else { return nil }
    self = day
  }

  private static func read(_ text: some StringProtocol) -> Day? {
    let words = text.lowercased().split(whereSeparator: { " \t,".contains($0) })
    guard let first = words.first else { return nil }
    let datePart = first.split(separator: "t", maxSplits: 1, omittingEmptySubsequences: true)
    let compact = datePart.first.map(String.init) ?? ""
    let pieces = compact.split(whereSeparator: { "/-.".contains($0) }).map(String.init)
    if pieces.count == 3 {
      if pieces[0].count == 4, let year = Int(pieces[0]), let month = Day.month(pieces[1]), let day = Int(pieces[2]) {
        return Day(year, month, day)
      } else if let day = Int(pieces[0]), let month = Day.month(pieces[1]), let year = Day.year(pieces[2]) {
        return Day(year, month, day)
      }
      return nil
    }
    if compact.count == 8, let digits = Int(compact), digits > 19_000_000 {
      return Day(digits / 10_000, digits / 100 % 100, digits % 100)
    }
    guard words.count >= 3, let day = Int(words[0].prefix { $0.isNumber }), let month = Day.month(String(words[1])),
      let year = Day.year(String(words[2]))
    else { return nil }
    return Day(year, month, day)
  }

  private static func month(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    guard text.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.lowercased().hasPrefix(text) }.map { $0 + 1 }
  }

  private static func year(_ text: String) -> Int? {
    guard let number = Int(text) else { return nil }
    if text.count == 4 { return number }
    if text.count == 2 { return number < 50 ? 2000 + number : 1900 + number }
    return nil
  }
}
