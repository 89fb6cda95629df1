/// In which year group a child is taught on any day: the year of its age, moved by what the school says from a day on.
package struct TaughtYears: Hashable, Sendable {
  package let birthDay: Day
  /// How many years above (+) or below (−) the year of its age the child is taught; held on as the years roll. Where
  /// nothing is recorded, by age.
  package let shifts: Timeline<Int>

  package init(bornOn birthDay: Day, shifts: Timeline<Int> = Timeline()) {
    self.birthDay = birthDay
    self.shifts = shifts
  }

  package func shift(on day: Day) -> Int { shifts.on(day)?.value ?? 0 }
  package func year(on day: Day) -> YearGroup { YearGroup(bornOn: birthDay, on: day).advanced(by: shift(on: day)) }

  /// The year groups through `period`, each with its first day: costs stand in the year of their own days.
  package func years(in period: Period) -> [YearFrom] {
    let changes = shifts.facts.flatMap { [$0.span.from, $0.span.until?.next].compactMap(\.self) }
    return YearFrom.list(in: period, changes: changes) { year(on: $0) }
  }
}
