import Domain
import Store

/// How groups are said on pages.
enum GroupWords {
  /// `Mrs Lowe`, `Mrs Lowe (1/2), Mr Reyes`.
  static func who(_ leads: [LeadLine]) -> String {
    if leads.isEmpty { return "Nobody yet" }
    return leads.map { line in
      line.lead.share == .whole ? line.name : "\(line.name) (\(line.lead.share.words))"
    }.joined(separator: ", ")
  }

  /// `Year 3`, `Years 1 to 3`, `Years R, 2, 4`, `Whole school`.
  static func years(_ years: [YearGroup]) -> String {
    guard let first = years.first, let last = years.last else { return "Whole school" }
    if years.count == 1 { return first.name }
    let isRun = last.number - first.number == years.count - 1
    return isRun && years.count > 2
      ? "Years \(first.code) to \(last.code)" : "Years \(years.map(\.code).joined(separator: ", "))"
  }

  /// `7 Sep to 18 Dec 2026`, `from 7 Sep 2026`.
  static func dates(_ span: Span) -> String {
    guard let until = span.until else { return "from \(span.from.shortWords)" }
    if until == span.from { return span.from.shortWords }
    let from = span.from.year == until.year ? String(span.from.shortWords.dropLast(5)) : span.from.shortWords
    return "\(from) to \(until.shortWords)"
  }

  /// A share as a form says it: `All of their time`, `A half`, `2/5`.
  static func share(_ share: TimeShare) -> String {
    shares.first { $0.value == share.words }?.label ?? "\(share.words) of their time"
  }

  static let shares: [(value: String, label: String)] = [
    ("all", "All of their time"), ("1/2", "A half of their time"), ("1/3", "A third of their time"),
    ("1/4", "A quarter of their time"),
  ]

  /// The next sessions: `Mon 23 Nov, Wed 25 Nov`.
  static func days(_ days: [Day]) -> String {
    days.map { "\($0.weekday.shortName) \($0.shortWords.dropLast(5))" }.joined(separator: ", ")
  }
}
