/// A schedule and from when to when it holds.
package struct DatedSchedule: Hashable, Sendable {
  package let span: Span
  package let schedule: Schedule

  package init(_ span: Span, _ schedule: Schedule) {
    self.span = span
    self.schedule = schedule
  }

  /// The days of its sessions in `period`, in order, a day twice if it has two. A session on a day on which the school
  /// is closed is not held.
  package func sessions(in period: Period, _ calendar: SchoolCalendar) -> [Day] {
    guard let period = span.within(period) else { return [] }
    let timetable = Timetable(self, calendar)
    var days: [Day] = []
    for number in period.from.number...period.until.number where calendar.isOpen(Day(number: number)) {
      let day = Day(number: number)
      days.append(contentsOf: repeatElement(day, count: timetable.sessions(in: Period(day), calendar)))
    }
    return days
  }

  /// How many sessions are held in `period`.
  package func sessionCount(in period: Period, _ calendar: SchoolCalendar) -> Int {
    guard let period = span.within(period) else { return 0 }
    return Timetable(self, calendar).sessions(in: period, calendar)
  }
}

/// A schedule laid on a calendar, so that its sessions are counted without walking through the days. A schedule is always
/// laid on whole weeks and half-terms, whenever it begins and ends: ending it moves no session that went before.
struct Timetable: Sendable {
  private enum Kind: Sendable {
    case fortnight([Int])
    case halfTerm(Int)
    case day(Day?)
  }

  private let kind: Kind

  init(_ dated: DatedSchedule, _ calendar: SchoolCalendar) {
    kind =
      switch dated.schedule.pattern {
      case .on, .perWeek, .perFortnight: .fortnight(Fortnight(dated.schedule.slots ?? []).sessions)
      case .perHalfTerm(let sessions): .halfTerm(sessions)
      case .once(let day): .day(day ?? calendar.firstOpenDay(from: dated.span.from))
      }
  }

  /// Sessions held in `period`, which lies within the schedule's span.
  func sessions(in period: Period, _ calendar: SchoolCalendar) -> Int {
    switch kind {
    case .fortnight(let sessions):
      var count = 0
      for slot in 0..<OpenDays.slots where sessions[slot] > 0 {
        count += sessions[slot] * calendar.table.days(of: slot, in: period)
      }
      return count
    case .halfTerm(let sessions):
      return calendar.halfTerms.reduce(0) { count, halfTerm in
        guard let part = halfTerm.period.intersection(period) else { return count }
        let days = calendar.openDays(in: halfTerm.period)
        let passed = Period(halfTerm.period.from, part.from.previous).map(calendar.openDays) ?? 0
        let before = Fortnight.laid(sessions, over: days, before: passed)
        return count + Fortnight.laid(sessions, over: days, before: passed + calendar.openDays(in: part)) - before
      }
    case .day(let day):
      guard let day, period.contains(day), calendar.isOpen(day) else { return 0 }
      return 1
    }
  }

  /// The first day in `span` on which a session is held.
  func firstSession(in span: Span, _ calendar: SchoolCalendar) -> Day? {
    guard let last = calendar.table.last, let period = Period(span.from, min(span.until ?? last, last)),
      sessions(in: period, calendar) > 0
    else { return nil }
    var (low, high) = (period.from, period.until)
    while low < high {
      let middle = low + (high - low) / 2
      if sessions(in: Period(period.from, middle)!, calendar) > 0 { high = middle } else { low = middle.next }
    }
    return low
  }
}
