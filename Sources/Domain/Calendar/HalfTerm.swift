/// A part of a term between holidays: a run of days that no closure of four weekdays or more interrupts. Shorter closures
/// (a bank holiday, training days) do not end a half-term, and neither does a weekend.
package struct HalfTerm: Hashable, Sendable {
  package let term: Term
  /// 1 for the first part of its term.
  package let number: Int
  /// From its first open day to its last.
  package let period: Period

  /// `Autumn term 2026, first half`.
  package var name: String {
    let ordinals = ["first half", "second half", "third part", "fourth part"]
    return "\(term.name), \(number <= ordinals.count ? ordinals[number - 1] : "part \(number)")"
  }

  static func all(of terms: [Term], in table: OpenDays) -> [HalfTerm] {
    terms.flatMap { term in
      runs(of: term.period, in: table).enumerated().map { index, run in
        HalfTerm(term: term, number: index + 1, period: run)
      }
    }
  }

  private static func runs(of term: Period, in table: OpenDays) -> [Period] {
    var runs: [Period] = []
    var run: Period?
    var closedWeekdays = 0
    for number in term.from.number...term.until.number {
      let day = Day(number: number)
      if table.slot(of: day) != nil {
        if closedWeekdays >= 4, let ended = run {
          runs.append(ended)
          run = nil
        }
        run = Period(run?.from ?? day, day)
        closedWeekdays = 0
      } else if day.weekday < .saturday {
        closedWeekdays += 1
      }
    }
    return runs + [run].compactMap(\.self)
  }
}
