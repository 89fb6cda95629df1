/// The financial year that begins on 1 April of `start`, in which grants are paid to local authorities' schools: 2026 is
/// 2026-27.
package struct FinancialYear: Hashable, Comparable, Sendable {
  package let start: Int

  package init(_ start: Int) { self.start = start }
  package init(containing day: Day) { start = day.month >= 4 ? day.year : day.year - 1 }

  package static func < (left: FinancialYear, right: FinancialYear) -> Bool { left.start < right.start }

  package var period: Period {
    Period(Day(number: Day.number(start, 4, 1)), Day(number: Day.number(start + 1, 3, 31)))!
  }
  package var next: FinancialYear { FinancialYear(start + 1) }
  /// `2026-27`, as accounts write it; a school year is `2026/27`.
  package var words: String { "\(start)-\(padded((start + 1) % 100, 2))" }
}

/// The days that a school year and a financial year have in common: what is known of each makes up both.
package struct BudgetPart: Hashable, Sendable {
  package let period: Period

  /// Nil where the days lie in two school years or in two financial ones.
  package init?(_ period: Period) {
    guard AcademicYear(containing: period.from) == AcademicYear(containing: period.until),
      FinancialYear(containing: period.from) == FinancialYear(containing: period.until)
    else { return nil }
    self.period = period
  }

  package var academicYear: AcademicYear { AcademicYear(containing: period.from) }
  package var financialYear: FinancialYear { FinancialYear(containing: period.from) }
}

extension Period {
  /// Cut at every 1 April and 1 September, in order.
  package var budgetParts: [BudgetPart] {
    var parts: [BudgetPart] = []
    var day = from
    while day <= until {
      let end = min(until, AcademicYear(containing: day).period.until, FinancialYear(containing: day).period.until)
      parts.append(BudgetPart(Period(day, end)!)!)
      day = end.next
    }
    return parts
  }

  /// The school years that it touches.
  package var academicYears: [AcademicYear] { budgetParts.map(\.academicYear).unique }
  /// The financial years that it touches.
  package var financialYears: [FinancialYear] { budgetParts.map(\.financialYear).unique }
}

extension Array where Element: Hashable {
  /// Each once, where it stands first.
  package var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
