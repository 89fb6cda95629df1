package import Domain
import SQL

extension Groups {
  /// From `day` on the group meets otherwise; what was before stays. A change that was planned for later stays planned.
  /// Refuses a day outside the group's dates, and a strategy, which never meets.
  package func changeSchedule(_ id: ID<Group>, from day: Day, to schedule: Schedule, version: Int) throws {
    let group = try changing(id)
    try mustBe(version, of: group)
    let old = try scheduleInForce(of: group, on: day)
    if old.dated.span.from == day { return try replace(old, by: schedule, of: group) }
    try connection.run(
      """
      UPDATE group_schedules SET until_day = \(day.previous) WHERE organisation_id = \(organisation) AND id = \(old.id)
      """)
    try insert(schedule, Span(day, old.dated.span.until)!, of: group, before: old.dated.schedule)
    try touch(id)
  }

  /// The group has always met otherwise in the days of the schedule that held on `day`; the old words stay in history.
  package func correctSchedule(_ id: ID<Group>, on day: Day, to schedule: Schedule, version: Int) throws {
    let group = try changing(id)
    try mustBe(version, of: group)
    try replace(try scheduleInForce(of: group, on: day), by: schedule, of: group)
  }

  func insert(_ schedule: Schedule, _ span: Span, of group: Group, before: Schedule? = nil) throws {
    try mustFit(schedule, span)
    let id = connection.newID(DatedSchedule.self)
    let row = ScheduleRow(schedule)
    try connection.run(
      """
      INSERT INTO group_schedules (organisation_id, id, group_id, minutes, pattern, sessions, once_day, from_day,
        until_day, written_at)
      VALUES (\(organisation), \(id), \(group.id), \(schedule.minutes), \(row.pattern), \(row.sessions), \(row.onceDay),
        \(span.from), \(span.until), \(connection.now))
      """)
    try insertSlots(row.slots, of: id)
    try connection.record(
      before == nil ? "added" : "changed", "schedule", group.id.text, by: viewer,
      before: before.map { ["when": $0.words] } ?? [:], after: ["when": schedule.words, "from": span.from.iso])
  }

  private func replace(
    _ old: (id: ID<DatedSchedule>, dated: DatedSchedule), by schedule: Schedule, of group: Group
  ) throws {
    try mustFit(schedule, old.dated.span)
    let row = ScheduleRow(schedule)
    try connection.run("DELETE FROM group_slots WHERE organisation_id = \(organisation) AND schedule_id = \(old.id)")
    try connection.run(
      """
      UPDATE group_schedules SET minutes = \(schedule.minutes), pattern = \(row.pattern), sessions = \(row.sessions),
        once_day = \(row.onceDay), written_at = \(connection.now)
      WHERE organisation_id = \(organisation) AND id = \(old.id)
      """)
    try insertSlots(row.slots, of: old.id)
    try connection.record(
      "corrected", "schedule", group.id.text, by: viewer, before: ["when": old.dated.schedule.words],
      after: ["when": schedule.words, "from": old.dated.span.from.iso])
    try touch(group.id)
  }

  private func insertSlots(_ slots: [Schedule.Slot], of id: ID<DatedSchedule>) throws {
    for slot in slots {
      try connection.run(
        """
        INSERT INTO group_slots (organisation_id, schedule_id, week, weekday, starts_at, lesson)
        VALUES (\(organisation), \(id), \(slot.weeks.rawValue), \(slot.weekday.rawValue), \(slot.start?.minutes ?? -1),
          \(slot.lesson))
        """)
    }
  }

  private func mustFit(_ schedule: Schedule, _ span: Span) throws {
    if case .once(let day?) = schedule.pattern, !span.contains(day) {
      throw Refusal.invalid("\(day.words) lies outside the group's dates: \(span.words).", field: "once")
    }
    if case .on(let slots) = schedule.pattern,
      Set(slots.map { "\($0.weekday) \($0.weeks) \($0.start?.minutes ?? -1)" }).count < slots.count
    {
      throw Refusal.invalid("The same day and time stand there twice.", field: "days")
    }
  }

  private func scheduleInForce(
    of group: Group, on day: Day
  ) throws -> (id: ID<DatedSchedule>, dated: DatedSchedule) {
    guard group.span.contains(day) else {
      throw Refusal.invalid("Choose a day on which the group runs: \(group.span.words).", field: "day")
    }
    let schedules = try schedules(of: "= \(group.id)")[group.id] ?? []
    guard let found = schedules.first(where: { $0.dated.span.contains(day) }) else {
      throw Refusal.invalid("This is a way of working without sessions. For sessions, add a group.", field: "pattern")
    }
    return found
  }

  /// The schedules of the groups whose ids `which` says, in order of their days.
  func schedules(of which: SQL, in period: Period? = nil) throws
    -> [ID<Group>: [(id: ID<DatedSchedule>, dated: DatedSchedule)]]
  {
    let inPeriod = period.map {
      " AND s.from_day <= \($0.until) AND (s.until_day IS NULL OR s.until_day >= \($0.from))" as SQL
    }
    let condition: SQL = "s.organisation_id = \(organisation) AND s.group_id \(which)\(inPeriod ?? "")"
    var slots: [ID<DatedSchedule>: [Schedule.Slot]] = [:]
    try connection.each(
      """
      SELECT t.schedule_id, t.week, t.weekday, t.starts_at, t.lesson FROM group_slots t
      JOIN group_schedules s ON s.organisation_id = t.organisation_id AND s.id = t.schedule_id
      WHERE \(condition) ORDER BY t.schedule_id, t.weekday, t.starts_at, t.week
      """
    ) { slots[$0.id(0), default: []].append(ScheduleRow.slot($0, 1)) }
    var schedules: [ID<Group>: [(id: ID<DatedSchedule>, dated: DatedSchedule)]] = [:]
    try connection.each(
      """
      SELECT s.id, s.group_id, s.minutes, s.pattern, s.sessions, s.once_day, s.from_day, s.until_day
      FROM group_schedules s WHERE \(condition) ORDER BY s.group_id, s.from_day
      """
    ) { row in
      let id = row.id(0, DatedSchedule.self)
      let pattern = ScheduleRow.pattern(
        row.text(3), sessions: row.int(4), onceDay: row.dayOrNil(5), slots: slots[id] ?? [])
      let schedule = try Schedule(minutes: row.int(2), pattern)
      schedules[row.id(1), default: []].append((id, DatedSchedule(row.span(6), schedule)))
    }
    return schedules
  }
}

/// How a schedule stands in the tables.
struct ScheduleRow {
  let pattern: String
  let sessions: Int
  var onceDay: Day?
  var slots: [Schedule.Slot] = []

  init(_ schedule: Schedule) {
    switch schedule.pattern {
    case .on(let slots):
      (pattern, sessions) = ("days", slots.count)
      self.slots = slots
    case .perWeek(let count): (pattern, sessions) = ("week", count)
    case .perFortnight(let count): (pattern, sessions) = ("fortnight", count)
    case .perHalfTerm(let count): (pattern, sessions) = ("half-term", count)
    case .once(let day):
      (pattern, sessions) = ("once", 1)
      onceDay = day
    }
  }

  static func pattern(_ text: String, sessions: Int, onceDay: Day?, slots: [Schedule.Slot]) -> Schedule.Pattern {
    switch text {
    case "days": .on(slots)
    case "week": .perWeek(sessions)
    case "fortnight": .perFortnight(sessions)
    case "half-term": .perHalfTerm(sessions)
    default: .once(onceDay)
    }
  }

  /// Week, weekday, start and lesson from `column` on.
  static func slot(_ row: any Row, _ column: Int) -> Schedule.Slot {
    Schedule.Slot(
      Weekday(rawValue: row.int(column + 1)) ?? .monday, Schedule.Weeks(rawValue: row.text(column)) ?? .every,
      start: ClockTime(minutes: row.int(column + 2)), lesson: row.textOrNil(column + 3))
  }
}
