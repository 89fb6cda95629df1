/// How long a group's session lasts and how often it is held.
package struct Schedule: Hashable, Sendable {
  /// Of one session, 1 to 600.
  package let minutes: Int
  package let pattern: Pattern

  package enum Pattern: Hashable, Sendable {
    /// On chosen days of the week, each with a time of its own if wanted.
    case on([Slot])
    /// So many sessions, on days that Trellis lays (`Fortnight`).
    case perWeek(Int)
    case perFortnight(Int)
    /// Spread evenly over the open days of each half-term.
    case perHalfTerm(Int)
    /// On this day, or on the first open day from which the schedule holds.
    case once(Day?)
  }

  /// A day of the week on which a session is held.
  package struct Slot: Hashable, Sendable {
    package let weekday: Weekday
    package let weeks: Weeks
    package let start: ClockTime?
    /// The lesson that the pupils are taken from.
    package let lesson: String?

    package init(_ weekday: Weekday, _ weeks: Weeks = .every, start: ClockTime? = nil, lesson: String? = nil) {
      self.weekday = weekday
      self.weeks = weeks
      self.start = start
      self.lesson = lesson
    }
  }

  /// In which weeks of the fortnight.
  package enum Weeks: String, CaseIterable, Hashable, Sendable {
    case every
    case a = "A"
    case b = "B"
  }

  /// Refuses sessions of no time or of more than ten hours, fewer than one or more than 50 of them, no chosen day, and a
  /// day at the weekend, when no school is open.
  package init(minutes: Int, _ pattern: Pattern) throws(Refusal) {
    guard (1...600).contains(minutes) else {
      throw .invalid("A session lasts between 1 and 600 minutes.", field: "minutes")
    }
    switch pattern {
    case .on(let slots):
      guard !slots.isEmpty else { throw .invalid("Choose the days on which the group meets.", field: "days") }
      guard slots.count <= 50 else { throw .invalid("A group meets at most 50 times a fortnight.", field: "days") }
      guard slots.allSatisfy({ $0.weekday < .saturday }) else {
        throw .invalid("Choose days from Monday to Friday: the school is closed at weekends.", field: "days")
      }
    case .perWeek(let sessions), .perFortnight(let sessions), .perHalfTerm(let sessions):
      guard (1...50).contains(sessions) else {
        throw .invalid("A group meets between 1 and 50 times.", field: "sessions")
      }
    case .once: break
    }
    self.minutes = minutes
    self.pattern = pattern
  }

  /// The days on which a pattern without days of its own is laid, to be shown and edited; nil for patterns that no week
  /// repeats.
  package var slots: [Slot]? {
    switch pattern {
    case .on(let slots): slots
    case .perWeek(let sessions): Fortnight.laid(sessions, over: 5).map { Slot(Weekday(rawValue: $0)!) }
    case .perFortnight(let sessions):
      Fortnight.laid(sessions, over: 10).map { Slot(Weekday(rawValue: $0 % 5)!, $0 < 5 ? .a : .b) }
    case .perHalfTerm, .once: nil
    }
  }
}

/// How many sessions a timetable has on each of the ten days of weeks A and B.
struct Fortnight: Hashable, Sendable {
  /// `OpenDays.slots` counts.
  private(set) var sessions = [Int](repeating: 0, count: OpenDays.slots)

  init(_ slots: [Schedule.Slot]) {
    for slot in slots where slot.weekday < .saturday {
      if slot.weeks != .b { sessions[slot.weekday.rawValue] += 1 }
      if slot.weeks != .a { sessions[slot.weekday.rawValue + 5] += 1 }
    }
  }

  /// Session j of n lies on day ⌊(2j − 1) · days ÷ 2n⌋, counted from 0: one a week on Wednesday, two on Tuesday and
  /// Thursday, three on Monday, Wednesday and Friday.
  static func laid(_ sessions: Int, over days: Int) -> [Int] {
    (1...sessions).map { (2 * $0 - 1) * days / (2 * sessions) }
  }

  /// How many of `sessions` sessions, laid over `days` days as above, lie before day `day` (counted from 0).
  static func laid(_ sessions: Int, over days: Int, before day: Int) -> Int {
    days == 0 ? 0 : (2 * sessions * day + days - 1) / (2 * days)
  }
}
