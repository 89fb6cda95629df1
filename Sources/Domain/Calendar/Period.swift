/// A run of days, both ends included.
package struct Period: Hashable, Sendable {
  package let from: Day
  package let until: Day

  /// Nil when it would end before it begins.
  package init?(_ from: Day, _ until: Day) {
    guard from <= until else { return nil }
    self.from = from
    self.until = until
  }

  /// The single day.
  package init(_ day: Day) {
    from = day
    until = day
  }

  package var days: Int { until - from + 1 }
  package func contains(_ day: Day) -> Bool { from <= day && day <= until }
  package func overlaps(_ other: Period) -> Bool { from <= other.until && other.from <= until }
  package func intersection(_ other: Period) -> Period? { Period(max(from, other.from), min(until, other.until)) }
  /// What is left of it outside all of `spans`, in order.
  package func without(_ spans: [Span]) -> [Period] {
    var left: [Period] = []
    var next = from
    for span in spans.compactMap({ $0.within(self) }).sorted(by: { $0.from < $1.from }) {
      if let before = Period(next, span.from.previous) { left.append(before) }
      next = max(next, span.until.next)
    }
    return left + [Period(next, until)].compactMap { $0 }
  }

  /// `2 September to 18 December 2026`.
  package var words: String {
    if from == until { return from.words }
    return from.year == until.year
      ? "\(from.wordsWithoutYear) to \(until.words)" : "\(from.words) to \(until.words)"
  }
}

/// From when to when a fact holds: `from` its first day, `until` its last; no `until`, no end yet.
package struct Span: Hashable, Sendable {
  package var from: Day
  package var until: Day?

  /// Nil when it would end before it begins.
  package init?(_ from: Day, _ until: Day? = nil) {
    if let until, until < from { return nil }
    self.from = from
    self.until = until
  }

  package init(_ period: Period) {
    from = period.from
    until = period.until
  }

  package func contains(_ day: Day) -> Bool { from <= day && day <= (until ?? day) }
  package func overlaps(_ other: Span) -> Bool {
    from <= (other.until ?? from) && other.from <= (until ?? other.from)
  }
  /// The days on which both facts hold; nil where there are none.
  package func intersection(_ other: Span) -> Span? {
    let ends = [until, other.until].compactMap(\.self)
    return Span(max(from, other.from), ends.min())
  }
  /// The part of `period` in which the fact holds; nil where it does not.
  package func within(_ period: Period) -> Period? {
    Period(max(from, period.from), min(until ?? period.until, period.until))
  }
}

/// The school year that begins on 1 September of `start`: 2026 is 2026/27.
package struct AcademicYear: Hashable, Comparable, Sendable {
  package let start: Int

  package init(_ start: Int) { self.start = start }
  package init(containing day: Day) { start = day.month >= 9 ? day.year : day.year - 1 }

  package static func < (left: AcademicYear, right: AcademicYear) -> Bool { left.start < right.start }

  package var period: Period {
    Period(Day(number: Day.number(start, 9, 1)), Day(number: Day.number(start + 1, 8, 31)))!
  }
  package var next: AcademicYear { AcademicYear(start + 1) }
  package var previous: AcademicYear { AcademicYear(start - 1) }
  /// `2026/27`.
  package var words: String { "\(start)/\(padded((start + 1) % 100, 2))" }
}
