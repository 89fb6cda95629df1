/// That somebody is booked for a group's sessions, from when to when: an adult with a share of their time, a pupil whole.
package struct Booking: Hashable, Sendable {
  package let group: ID<Group>
  /// The schedule on the days on which the group, the schedule and the person's own place in it all hold.
  package let dated: DatedSchedule
  package let share: TimeShare

  package init(_ group: ID<Group>, _ dated: DatedSchedule, share: TimeShare = .whole) {
    self.group = group
    self.dated = dated
    self.share = share
  }
}

/// Groups that ask for one person at one time: more than all of an adult's time, or one pupil twice. Only sessions with a
/// time of day can clash.
package struct ScheduleClash: Hashable, Sendable {
  /// In order of their ids; two or more.
  package let groups: [ID<Group>]
  /// The first day from which all of them hold.
  package let from: Day
  package let weekday: Weekday
  package let weeks: Schedule.Weeks
  package let start: ClockTime

  /// `Mon 09:30`, `Mon 09:30 in week A`.
  package var words: String {
    "\(weekday.shortName) \(start.words)" + (weeks == .every ? "" : " in week \(weeks.rawValue)")
  }
}

/// A lesson that a pupil is taken from twice a week or more, taking the pupil's groups together.
package struct MissedLesson: Hashable, Sendable {
  /// As the first group writes it.
  package let lesson: String
  package let groups: [ID<Group>]
  package let sessionsAFortnight: Int
  /// The first day from which it is so.
  package let from: Day
}

extension Collection where Element == Booking {
  /// Where the bookings of one person clash, in order of the week. A clash in weeks A and B is told once.
  package var clashes: [ScheduleClash] {
    var told: [ScheduleClash] = []
    for day in 0..<OpenDays.slots {
      for clash in clashes(on: day) {
        let other = told.firstIndex { known in
          known.groups == clash.groups && known.weekday == clash.weekday && known.start == clash.start
            && known.weeks != clash.weeks
        }
        if let other { told[other] = clash.inEveryWeek(told[other].from) } else { told.append(clash) }
      }
    }
    return told.sorted { ($0.weekday, $0.start.minutes) < ($1.weekday, $1.start.minutes) }
  }

  /// The lessons that one pupil is always taken from, most often first.
  package var missedLessons: [MissedLesson] {
    var missed: [MissedLesson] = []
    for day in Set(map(\.dated.span.from)).sorted() {
      for lesson in missedLessons(on: day) where !missed.contains(where: { $0.isSame(as: lesson) }) {
        missed.append(lesson)
      }
    }
    return missed.sorted { ($1.sessionsAFortnight, $0.lesson) < ($0.sessionsAFortnight, $1.lesson) }
  }

  private func missedLessons(on day: Day) -> [MissedLesson] {
    var sessions: [(lesson: String, group: ID<Group>, count: Int)] = []
    for booking in self where booking.dated.span.contains(day) {
      for slot in booking.dated.schedule.chosenSlots {
        guard let lesson = slot.lesson, !lesson.isEmpty else { continue }
        sessions.append((lesson, booking.group, slot.weeks == .every ? 2 : 1))
      }
    }
    return Dictionary(grouping: sessions) { Folding.fold($0.lesson) }.values.compactMap { sessions in
      let count = sessions.reduce(0) { $0 + $1.count }
      guard count >= 4 else { return nil }
      return MissedLesson(
        lesson: sessions[0].lesson, groups: Set(sessions.map(\.group)).sorted(), sessionsAFortnight: count, from: day)
    }
  }

  /// Clashes on one of the ten days of the fortnight, each at the start of the session that brings it about.
  private func clashes(on day: Int) -> [ScheduleClash] {
    let sessions = flatMap { $0.sessions(on: day) }
    var clashes: [ScheduleClash] = []
    for session in sessions {
      let atOnce = sessions.filter { $0.start <= session.start && session.start.minutes < $0.end }
      for from in Set(atOnce.map(\.span.from)).sorted() where session.span.contains(from) {
        let asked = atOnce.filter { $0.span.contains(from) }
        let groups = Set(asked.map(\.group)).sorted()
        guard asked.count > 1, asked.reduce(Fraction(0), { $0 + $1.share }).exceeds(1),
          !clashes.contains(where: { $0.groups == groups && $0.start == session.start })
        else { continue }
        clashes.append(
          ScheduleClash(
            groups: groups, from: from, weekday: Weekday(rawValue: day % 5)!, weeks: day < 5 ? .a : .b,
            start: session.start))
      }
    }
    return clashes
  }
}

/// One session of a booking, on a day of the fortnight.
private struct BookedSession {
  let group: ID<Group>
  let span: Span
  let start: ClockTime
  /// In minutes since midnight.
  let end: Int
  let share: Fraction
}

extension Booking {
  fileprivate func sessions(on day: Int) -> [BookedSession] {
    dated.schedule.chosenSlots.compactMap { slot in
      guard let start = slot.start, Fortnight([slot]).sessions[day] > 0 else { return nil }
      return BookedSession(
        group: group, span: dated.span, start: start, end: start.minutes + dated.schedule.minutes,
        share: Fraction(Int128(share.numerator), Int128(share.denominator)))
    }
  }
}

extension Schedule {
  /// The days that somebody chose; none where Trellis lays them.
  fileprivate var chosenSlots: [Slot] {
    if case .on(let slots) = pattern { slots } else { [] }
  }
}

extension ScheduleClash {
  fileprivate func inEveryWeek(_ otherFrom: Day) -> ScheduleClash {
    ScheduleClash(groups: groups, from: Swift.min(from, otherFrom), weekday: weekday, weeks: .every, start: start)
  }
}

extension MissedLesson {
  fileprivate func isSame(as other: MissedLesson) -> Bool {
    Folding.fold(lesson) == Folding.fold(other.lesson) && groups == other.groups
  }
}

extension Fraction {
  fileprivate func exceeds(_ number: Int128) -> Bool { numerator > number * denominator }
}
