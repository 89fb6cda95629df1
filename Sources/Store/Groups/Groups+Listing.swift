package import Domain
import SQL

/// A group as a list shows it.
package struct GroupLine: Sendable {
  package let group: Group
  package let heading: String
  /// The timetable of the day that the line speaks of; nil for a strategy, and where it is not the viewer's to know.
  package let schedule: Schedule?
  package let leads: [LeadLine]
  package let memberCount: Int
  /// Those of its pupils on that day; where it has none, those that it is for.
  package let years: [YearGroup]

  package init(
    group: Group, heading: String, schedule: Schedule?, leads: [LeadLine], memberCount: Int, years: [YearGroup]
  ) {
    self.group = group
    self.heading = heading
    self.schedule = schedule
    self.leads = leads
    self.memberCount = memberCount
    self.years = years
  }
}

/// Who leads a group, in words.
package struct LeadLine: Hashable, Sendable {
  package let lead: GroupLead
  package let name: String
  /// Their role today, or on the nearest day on which they lead it.
  package let role: String

  package init(lead: GroupLead, name: String, role: String) {
    self.lead = lead
    self.name = name
    self.role = role
  }
}

extension Groups {
  package enum When: Sendable, Hashable {
    /// Those that run on the day.
    case running(Day)
    /// Those that begin after the day.
    case coming(Day)
    /// Those that ended before the day.
    case ended(Day)
    /// Those that run on any day of the period.
    case during(Period)

    var condition: SQL {
      switch self {
      case .running(let day): "g.from_day <= \(day) AND (g.until_day IS NULL OR g.until_day >= \(day))"
      case .coming(let day): "g.from_day > \(day)"
      case .ended(let day): "g.until_day < \(day)"
      case .during(let period):
        "g.from_day <= \(period.until) AND (g.until_day IS NULL OR g.until_day >= \(period.from))"
      }
    }

    /// The day that a line speaks of: this one, or the group's nearest to it.
    func day(of span: Span) -> Day {
      switch self {
      case .running(let day), .coming(let day), .ended(let day): max(span.from, min(day, span.until ?? day))
      case .during(let period): max(span.from, min(period.until, span.until ?? period.until))
      }
    }
  }

  /// What the viewer may see, by heading and name, in a handful of queries whatever its length. `own`: only what the
  /// viewer leads.
  package func list(_ when: When, own: Bool = false) throws -> [GroupLine] {
    let led: SQL = own ? "AND \(isLed)" : ""
    let which: SQL = "g.organisation_id = \(organisation) AND \(when.condition) AND \(try visible()) \(led)"
    var headings: [ID<Group>: String] = [:]
    var groups = try connection.rows(
      """
      SELECT \(Groups.columns), h.name FROM groups g
      JOIN headings h ON h.organisation_id = g.organisation_id AND h.id = g.heading_id
      WHERE \(which) ORDER BY h.position, g.name, g.from_day, g.id
      """
    ) { row in
      let group = Groups.group(row)
      headings[group.id] = row.text(13)
      return group
    }
    let ids: SQL = "IN (SELECT g.id FROM groups g WHERE \(which))"
    let years = try years(of: ids)
    groups = groups.map { with($0, years: years[$0.id] ?? []) }
    let hidden = try hidden(among: which)
    let (schedules, leads, places) = (try schedules(of: ids), try leadLines(of: ids), try placesInYears(of: ids))
    return groups.map { group in
      let day = when.day(of: group.span)
      let isHidden = hidden.contains(group.id)
      let present = (places[group.id] ?? []).filter { $0.span.contains(day) }
      let schedule = schedules[group.id]?.first { $0.dated.span.contains(day) }?.dated.schedule
      let taught = Set(present.map { $0.taught.year(on: day) }).sorted()
      return GroupLine(
        group: isHidden ? group.masked : group, heading: headings[group.id] ?? "", schedule: isHidden ? nil : schedule,
        leads: isHidden ? [] : (leads[group.id] ?? []).filter { $0.lead.span.contains(day) },
        memberCount: present.count, years: taught.isEmpty ? group.details.years : taught)
    }
  }

  func leadLines(of which: SQL) throws -> [ID<Group>: [LeadLine]] {
    let held = try Staff.heldRoles(in: organisation, connection)
    let roles = Dictionary(uniqueKeysWithValues: try Staff.payRoles(in: organisation, connection).map { ($0.id, $0) })
    let today = connection.today
    var leads: [ID<Group>: [LeadLine]] = [:]
    try connection.each(
      """
      SELECT l.id, l.group_id, l.staff_id, l.from_day, l.until_day, l.share_top, l.share_bottom, s.name
      FROM group_leads l JOIN staff s ON s.organisation_id = l.organisation_id AND s.id = l.staff_id
      WHERE l.organisation_id = \(organisation) AND l.group_id \(which) ORDER BY l.group_id, l.from_day, s.sort_name
      """
    ) { row in
      let lead = try Groups.lead(row)
      let day = max(lead.span.from, min(today, lead.span.until ?? today))
      let role = held[lead.staff].flatMap { roles[$0.on(day)] }
      leads[row.id(1), default: []].append(LeadLine(lead: lead, name: row.text(7), role: role?.name ?? ""))
    }
    return leads
  }

  private struct PlaceInYears {
    let span: Span
    let taught: TaughtYears
  }

  private func placesInYears(of which: SQL) throws -> [ID<Group>: [PlaceInYears]] {
    let shifts = try PupilFactTables.yearShifts(in: organisation, connection)
    var places: [ID<Group>: [PlaceInYears]] = [:]
    try connection.each(
      """
      SELECT m.group_id, m.from_day, m.until_day, p.birth_day, m.pupil_id FROM group_members m
      JOIN pupils p ON p.organisation_id = m.organisation_id AND p.id = m.pupil_id
      WHERE m.organisation_id = \(organisation) AND m.group_id \(which)
      """
    ) { row in
      places[row.id(0), default: []].append(
        PlaceInYears(
          span: row.span(1), taught: TaughtYears(bornOn: row.day(3), shifts: shifts[row.id(4)] ?? Timeline())))
    }
    return places
  }
}
