import Domain
import SQL

/// The parts of the groups in force, each kind in one query.
extension MapFactsReader {
  func schedules() throws -> [ID<Group>: [DatedSchedule]] {
    let slots = try slots()
    var schedules: [ID<Group>: [DatedSchedule]] = [:]
    try connection.each(
      """
      SELECT d.group_id, d.id, d.minutes, d.pattern, d.sessions, d.once_day, d.from_day, d.until_day
      FROM group_schedules d JOIN groups g ON g.organisation_id = d.organisation_id AND g.id = d.group_id
      WHERE \(inForce) ORDER BY d.group_id, d.from_day
      """
    ) { row in
      let pattern: Schedule.Pattern =
        switch row.text(3) {
        case "days": .on(slots[row.text(1)] ?? [])
        case "fortnight": .perFortnight(row.int(4))
        case "half-term": .perHalfTerm(row.int(4))
        case "once": .once(row.dayOrNil(5))
        default: .perWeek(row.int(4))
        }
      schedules[row.id(0), default: []].append(
        DatedSchedule(row.span(6), try Schedule(minutes: row.int(2), pattern)))
    }
    return schedules
  }

  private func slots() throws -> [String: [Schedule.Slot]] {
    var slots: [String: [Schedule.Slot]] = [:]
    try connection.each(
      """
      SELECT s.schedule_id, s.week, s.weekday, s.starts_at FROM group_slots s
      JOIN group_schedules d ON d.organisation_id = s.organisation_id AND d.id = s.schedule_id
      JOIN groups g ON g.organisation_id = d.organisation_id AND g.id = d.group_id
      WHERE \(inForce) ORDER BY s.schedule_id, s.week DESC, s.weekday, s.starts_at
      """
    ) { row in
      let weeks = Schedule.Weeks(rawValue: row.text(1)) ?? .every
      slots[row.text(0), default: []].append(
        Schedule.Slot(Weekday(rawValue: row.int(2)) ?? .monday, weeks, start: ClockTime(minutes: row.int(3))))
    }
    return slots
  }

  /// Cut where an adult's role changes: each part has the rate of its own role. Without the names of those who lead masked
  /// groups alone.
  func leads() throws -> (ofGroup: [ID<Group>: [GroupFacts.Lead]], names: [ID<StaffMember>: String]) {
    let held = try Staff.heldRoles(in: viewer.organisation, connection)
    var leads: [ID<Group>: [GroupFacts.Lead]] = [:]
    var names: [ID<StaffMember>: String] = [:]
    try connection.each(
      """
      SELECT l.group_id, l.staff_id, l.from_day, l.until_day, l.share_top, l.share_bottom, s.name
      FROM group_leads l
      JOIN groups g ON g.organisation_id = l.organisation_id AND g.id = l.group_id
      JOIN staff s ON s.organisation_id = l.organisation_id AND s.id = l.staff_id
      WHERE \(inForce) ORDER BY l.group_id, l.from_day, l.id
      """
    ) { row in
      let (group, staff): (ID<Group>, ID<StaffMember>) = (row.id(0), row.id(1))
      if names[staff] == nil, !masked.contains(group) { names[staff] = row.text(6) }
      let share = try TimeShare(row.int(4), row.int(5))
      leads[group, default: []] += (held[staff]?.within(row.span(2)) ?? []).map {
        GroupFacts.Lead(staff: staff, role: $0.value, span: $0.span, share: share)
      }
    }
    return (leads, names)
  }

  func items() throws -> (ofGroup: [ID<Group>: [GroupFacts.Item]], names: [ID<GroupItem>: String]) {
    var items: [ID<Group>: [GroupFacts.Item]] = [:]
    var names: [ID<GroupItem>: String] = [:]
    try connection.each(
      """
      SELECT i.group_id, i.id, i.pence, i.day, i.name FROM group_items i
      JOIN groups g ON g.organisation_id = i.organisation_id AND g.id = i.group_id
      WHERE \(inForce) ORDER BY i.group_id, i.id
      """
    ) { row in
      let (group, item): (ID<Group>, ID<GroupItem>) = (row.id(0), row.id(1))
      if !masked.contains(group) { names[item] = row.text(4) }
      items[group, default: []].append(GroupFacts.Item(id: item, cost: Pence(row.int(2)), day: row.dayOrNil(3)))
    }
    return (items, names)
  }

  /// Every place, since a cost is divided among all of them; only the pupils whom the viewer may know have a name.
  func places() throws -> (ofGroup: [ID<Group>: [GroupFacts.Member]], pupils: [ID<Pupil>: MapPupil]) {
    let shifts = try PupilFactTables.yearShifts(in: viewer.organisation, connection)
    var members: [ID<Group>: [GroupFacts.Member]] = [:]
    var pupils: [ID<Pupil>: MapPupil] = [:]
    var years: [ID<Pupil>: [YearFrom]] = [:]
    try connection.each(
      """
      SELECT m.group_id, m.pupil_id, m.from_day, m.until_day, m.weight, m.stream_id, p.birth_day,
        CASE WHEN \(isNamed) THEN 1 ELSE 0 END, p.surname, p.forename, p.preferred_forename
      FROM group_members m
      JOIN groups g ON g.organisation_id = m.organisation_id AND g.id = m.group_id
      JOIN pupils p ON p.organisation_id = m.organisation_id AND p.id = m.pupil_id
      WHERE \(inForce) ORDER BY m.group_id, m.pupil_id, m.from_day
      """
    ) { row in
      let id: ID<Pupil> = row.id(1)
      let taught = TaughtYears(bornOn: row.day(6), shifts: shifts[id] ?? Timeline())
      if years[id] == nil { years[id] = taught.years(in: period) }
      if row.int(7) == 1, pupils[id] == nil {
        pupils[id] = MapPupil(
          id: id, surname: row.text(8), calledName: row.textOrNil(10) ?? row.text(9), taught: taught)
      }
      members[row.id(0), default: []].append(
        GroupFacts.Member(
          pupil: id, span: row.span(2), weight: row.int(4), stream: row.idOrNil(5), years: years[id]!))
    }
    return (members, pupils)
  }
}
