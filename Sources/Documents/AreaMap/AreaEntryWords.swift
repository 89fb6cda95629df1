import Domain

/// Entries in words, for paper and the office document.
enum AreaEntryWords {
  /// Its title with what it says, or what it says alone where that is its title too.
  static func text(_ entry: AreaMapEntry) -> String {
    entry.description.hasPrefix(entry.name.replacing(" …", with: "")) || entry.description.isEmpty
      ? (entry.description.isEmpty ? entry.name : entry.description) : "\(entry.name)\n\(entry.description)"
  }

  static func gap(_ gap: AreaMapEntry) -> String {
    gap.effect.isEmpty ? text(gap) : "\(text(gap))\nEffect: \(gap.effect)"
  }

  static func forWhom(_ entry: AreaMapEntry) -> String {
    let ages = AreaMapWords.ages(entry.ageFrom, entry.ageUntil).map { "ages \($0)" }
    return [entry.audience.isEmpty ? nil : entry.audience, ages].compactMap(\.self).joined(separator: ", ")
  }

  static func whereAndWhen(_ entry: AreaMapEntry, _ printed: PrintedAreaMap) -> String {
    [entry.place, printed.localityNames(entry), entry.frequency].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// How much of a very large area a report prints: the whole of it is in the spreadsheet.
struct AreaReportLimits {
  let entriesOfACell: Int
  let gaps: Int

  init(_ report: AreaReport) {
    let isLarge = report.provision.count > 1500
    entriesOfACell = isLarge ? 40 : .max
    gaps = report.gaps.count > 500 ? 200 : .max
  }

  func leftOut(_ count: Int) -> String? {
    count > entriesOfACell ? "\((count - entriesOfACell).grouped) others are in the spreadsheet." : nil
  }

  func gapsLeftOut(_ report: AreaReport) -> String? {
    report.gaps.count > gaps ? "\((report.gaps.count - gaps).grouped) other gaps are in the spreadsheet." : nil
  }
}
