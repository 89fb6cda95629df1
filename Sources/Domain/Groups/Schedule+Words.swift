extension Schedule {
  /// `30 min, 3 × week`, `30 min, Mon Wed Fri 09:30`, `20 min, every other week (A) Tue`, `45 min, once`.
  package var words: String { "\(minutes) min, \(patternWords)" }

  /// `3 × week`, `Mon Wed Fri 09:30`.
  package var patternWords: String {
    switch pattern {
    case .on(let slots): Schedule.words(slots)
    case .perWeek(let sessions): "\(sessions) × week"
    case .perFortnight(let sessions): "\(sessions) × fortnight"
    case .perHalfTerm(let sessions): "\(sessions) × half-term"
    case .once(let day): day.map { "once, on \($0.shortWords)" } ?? "once"
    }
  }

  private static func words(_ slots: [Slot]) -> String {
    Weeks.allCases.compactMap { weeks in
      let days = slots.filter { $0.weeks == weeks }.sorted { ($0.weekday, $0.start) < ($1.weekday, $1.start) }
      guard !days.isEmpty else { return nil }
      return weeks == .every ? words(of: days) : "every other week (\(weeks.rawValue)) \(words(of: days))"
    }.joined(separator: ", ")
  }

  /// Days that share their time stand together: `Mon Wed 09:30, Fri 11:00`.
  private static func words(of days: [Slot]) -> String {
    var runs: [(days: [Weekday], start: ClockTime?)] = []
    for slot in days {
      if let last = runs.last, last.start == slot.start {
        runs[runs.count - 1].days.append(slot.weekday)
      } else {
        runs.append(([slot.weekday], slot.start))
      }
    }
    return runs.map { run in
      let isEveryDay = run.days == Array(Weekday.allCases.prefix(5))
      let names = isEveryDay ? "every day" : run.days.map(\.shortName).joined(separator: " ")
      return run.start.map { "\(names) \($0.words)" } ?? names
    }.joined(separator: ", ")
  }
}

private func < (left: (Weekday, ClockTime?), right: (Weekday, ClockTime?)) -> Bool {
  left.0 != right.0 ? left.0 < right.0 : (left.1?.minutes ?? -1) < (right.1?.minutes ?? -1)
}
