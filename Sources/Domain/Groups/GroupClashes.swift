/// Who is promised in two places: an adult who leads two groups at the same time with more than all of their time, a pupil
/// booked twice, a pupil who is always taken from the same lesson, a group that stands there twice. Only sessions with a time
/// of day can be at the same time. It is told, never forbidden: schools know of doors and corridors that we do not.
package struct GroupClashes: Sendable {
  package let adults: [Adult]
  package let pupils: [PupilTwice]
  package let lessons: [Lesson]
  package let doubles: [Doubled]

  package var count: Int { adults.count + pupils.count + lessons.count + doubles.count }
  package var isEmpty: Bool { count == 0 }

  /// When a clash first happens, and then every week, or every other.
  package struct Time: Hashable, Sendable {
    package let weekday: Weekday
    package let weeks: Schedule.Weeks
    /// From the moment at which the later session has begun.
    package let start: ClockTime
    package let firstDay: Day

    /// `Tuesdays at 09:30`, `Tuesdays of week A at 09:30`.
    package var words: String {
      "\(weekday.name)s\(weeks == .every ? "" : " of week \(weeks.rawValue)") at \(start.words)"
    }
  }

  package struct Adult: Hashable, Sendable {
    package let staff: ID<StaffMember>
    /// In order of their ids.
    package let groups: [ID<Group>]
    package let time: Time
  }

  package struct PupilTwice: Hashable, Sendable {
    package let pupil: ID<Pupil>
    package let groups: [ID<Group>]
    package let time: Time
  }

  /// A pupil who is taken from one lesson for two groups, or for every session there is.
  package struct Lesson: Hashable, Sendable {
    package let pupil: ID<Pupil>
    package let lesson: String
    package let groups: [ID<Group>]
    /// In a fortnight.
    package let sessions: Int
  }

  /// A group with what can clash.
  package struct Booking: Sendable {
    package let group: ID<Group>
    package let schedules: [DatedSchedule]
    package let leads: [Lead]
    package let members: [Member]
    /// What is the same for all runs of one provision; nil where it is not to be asked whether one stands there twice.
    package let provision: String?

    package struct Lead: Hashable, Sendable {
      package let staff: ID<StaffMember>
      package let span: Span
      package let share: TimeShare

      package init(_ staff: ID<StaffMember>, _ span: Span, _ share: TimeShare = .whole) {
        self.staff = staff
        self.span = span
        self.share = share
      }
    }

    package struct Member: Hashable, Sendable {
      package let pupil: ID<Pupil>
      package let span: Span

      package init(_ pupil: ID<Pupil>, _ span: Span) {
        self.pupil = pupil
        self.span = span
      }
    }

    package init(
      group: ID<Group>, schedules: [DatedSchedule], leads: [Lead], members: [Member], provision: String? = nil
    ) {
      self.group = group
      self.schedules = schedules
      self.leads = leads
      self.members = members
      self.provision = provision
    }
  }

  /// What clashes on `day` or later. Weeks count whether or not the school is closed in them.
  package init(among bookings: [Booking], from day: Day) {
    var adults: [ID<StaffMember>: [Promise]] = [:]
    var pupils: [ID<Pupil>: [Promise]] = [:]
    for booking in bookings {
      for lead in booking.leads {
        adults[lead.staff, default: []] += Promise.all(booking, lead.span, lead.share, from: day)
      }
      for member in booking.members {
        pupils[member.pupil, default: []] += Promise.all(booking, member.span, .whole, from: day)
      }
    }
    self.adults = adults.keys.sorted().flatMap { staff in
      Promise.clashes(adults[staff]!).map { Adult(staff: staff, groups: $0.groups, time: $0.time) }
    }
    self.pupils = pupils.keys.sorted().flatMap { pupil in
      Promise.clashes(pupils[pupil]!).map { PupilTwice(pupil: pupil, groups: $0.groups, time: $0.time) }
    }
    lessons = pupils.keys.sorted().flatMap { GroupClashes.lessons($0, pupils[$0]!) }
    doubles = Doubled.all(among: bookings, from: day)
  }

  /// Those that touch this group.
  package func touching(_ group: ID<Group>) -> GroupClashes {
    GroupClashes(
      adults: adults.filter { $0.groups.contains(group) }, pupils: pupils.filter { $0.groups.contains(group) },
      lessons: lessons.filter { $0.groups.contains(group) }, doubles: doubles.filter { $0.groups.contains(group) })
  }

  private init(adults: [Adult], pupils: [PupilTwice], lessons: [Lesson], doubles: [Doubled]) {
    self.adults = adults
    self.pupils = pupils
    self.lessons = lessons
    self.doubles = doubles
  }

  /// As of each day on which a place of the pupil begins: what is told today, and what another group will bring later. A
  /// lesson missed for what ended before counts no more.
  private static func lessons(_ pupil: ID<Pupil>, _ promises: [Promise]) -> [Lesson] {
    var told: [Lesson] = []
    for day in Set(promises.map(\.span.from)).sorted() {
      for lesson in lessons(pupil, promises, on: day) where !told.contains(where: { $0.isSame(as: lesson) }) {
        told.append(lesson)
      }
    }
    return told
  }

  private static func lessons(_ pupil: ID<Pupil>, _ promises: [Promise], on day: Day) -> [Lesson] {
    let present = promises.filter { $0.span.contains(day) }
    let all = present.reduce(0) { $0 + $1.sessions }
    let byLesson = Dictionary(grouping: present.filter { $0.lesson != nil }) { Folding.fold($0.lesson!) }
    return byLesson.keys.sorted().compactMap { key in
      let missed = byLesson[key]!
      let sessions = missed.reduce(0) { $0 + $1.sessions }
      let groups = Set(missed.map(\.group)).sorted()
      guard groups.count > 1 || (sessions == all && sessions > 2) else { return nil }
      return Lesson(pupil: pupil, lesson: missed[0].lesson!, groups: groups, sessions: sessions)
    }
  }
}

extension GroupClashes.Lesson {
  fileprivate func isSame(as other: GroupClashes.Lesson) -> Bool {
    groups == other.groups && Folding.fold(lesson) == Folding.fold(other.lesson)
  }
}

/// One weekly session with a time, promised by one person from when to when.
private struct Promise {
  let group: ID<Group>
  let span: Span
  let weekday: Weekday
  let weeks: Schedule.Weeks
  let start: Int?
  let end: Int
  let share: TimeShare
  let lesson: String?

  /// In a fortnight.
  var sessions: Int { weeks == .every ? 2 : 1 }

  static func all(
    _ booking: GroupClashes.Booking, _ span: Span, _ share: TimeShare, from day: Day
  ) -> [Promise] {
    booking.schedules.flatMap { dated -> [Promise] in
      let from = max(span.from, dated.span.from, day)
      let until = [span.until, dated.span.until].compactMap { $0 }.min()
      guard let both = Span(from, until), case .on(let slots) = dated.schedule.pattern else { return [] }
      return slots.map { slot in
        Promise(
          group: booking.group, span: both, weekday: slot.weekday, weeks: slot.weeks, start: slot.start?.minutes,
          end: (slot.start?.minutes ?? 0) + dated.schedule.minutes, share: share, lesson: slot.lesson)
      }
    }
  }

  struct Found {
    let groups: [ID<Group>]
    let time: GroupClashes.Time
  }

  /// Each set of groups once a weekday, at the earliest. The moment to look at is the start of each session: if any two run
  /// at once, the later one starts while the earlier one runs.
  static func clashes(_ promises: [Promise]) -> [Found] {
    var found: [Found] = []
    for anchor in promises.sorted(by: isBefore) {
      guard let start = anchor.start else { continue }
      let running = promises.filter { $0.runs(with: anchor, at: start) }
      guard Set(running.map(\.group)).count > 1 else { continue }
      for day in Set(running.map { max($0.span.from, anchor.span.from).first(anchor.weekday) }).sorted() {
        let present = running.filter { $0.span.contains(day) }
        guard present.contains(where: { $0.group == anchor.group }), isTooMuch(present) else { continue }
        let groups = Set(present.map(\.group)).sorted()
        let isKnown = found.contains { $0.groups == groups && $0.time.weekday == anchor.weekday }
        guard !isKnown, let time = ClockTime(minutes: start) else { continue }
        let weeks = present.first { $0.weeks != .every }?.weeks ?? .every
        found.append(
          Found(
            groups: groups, time: .init(weekday: anchor.weekday, weeks: weeks, start: time, firstDay: day)))
      }
    }
    return found
  }

  private func runs(with anchor: Promise, at moment: Int) -> Bool {
    guard let start, weekday == anchor.weekday, start <= moment, moment < end else { return false }
    return weeks == anchor.weeks || weeks == .every || anchor.weeks == .every
  }

  /// More than all of the person's time, each group counted once. Sums of shares in lowest terms stay small.
  private static func isTooMuch(_ present: [Promise]) -> Bool {
    var (top, bottom) = (0, 1)
    var counted: Set<ID<Group>> = []
    for promise in present where counted.insert(promise.group).inserted {
      let share = promise.share
      (top, bottom) = (top * share.denominator + share.numerator * bottom, bottom * share.denominator)
      let divisor = gcd(top, bottom)
      (top, bottom) = (top / divisor, bottom / divisor)
      if top > bottom { return true }
    }
    return false
  }

  private static func isBefore(_ left: Promise, _ right: Promise) -> Bool {
    (left.weekday.rawValue, left.start ?? -1, left.span.from.number, left.group)
      < (right.weekday.rawValue, right.start ?? -1, right.span.from.number, right.group)
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}

extension Day {
  /// The first such weekday on this day or after it.
  fileprivate func first(_ weekday: Weekday) -> Day { self + (weekday.rawValue - self.weekday.rawValue + 7) % 7 }
}
