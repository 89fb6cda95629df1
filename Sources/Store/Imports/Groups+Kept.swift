package import Domain
import SQL

/// A group with everything that a file of groups is compared with.
package struct KeptGroup: Sendable {
  package let group: Group
  package let schedules: [DatedSchedule]
  package let leads: [GroupLead]
  package let items: [GroupItem]
  package let members: [GroupMember]

  /// The timetable on a day, or on the group's nearest to it; nil for a strategy.
  package func schedule(on day: Day) -> Schedule? {
    let day = max(group.span.from, min(group.span.until ?? day, day))
    return schedules.first { $0.span.contains(day) }?.schedule
  }
}

extension Groups {
  /// Every group that the viewer may change, whatever its dates, in a handful of queries.
  package func kept() throws -> [KeptGroup] {
    guard viewer.mayAll(.do, .groups) else { return [] }
    let open: SQL = viewer.mayAll(.do, .confidential) ? "1 = 1" : "NOT g.is_confidential"
    let all: SQL = "IN (SELECT g.id FROM groups g WHERE g.organisation_id = \(organisation) AND \(open))"
    let years = try years(of: all)
    let schedules = try schedules(of: all)
    let leads = Dictionary(
      grouping: try connection.rows(
        """
        SELECT id, group_id, staff_id, from_day, until_day, share_top, share_bottom FROM group_leads
        WHERE organisation_id = \(organisation) AND group_id \(all) ORDER BY from_day, id
        """, Groups.lead), by: \.group)
    let members = Dictionary(
      grouping: try connection.rows(
        """
        SELECT id, group_id, pupil_id, from_day, until_day, weight, stream_id FROM group_members
        WHERE organisation_id = \(organisation) AND group_id \(all) ORDER BY id
        """, Groups.member), by: \.group)
    let items = Dictionary(
      grouping: try connection.rows(
        """
        SELECT id, group_id, name, pence, day FROM group_items
        WHERE organisation_id = \(organisation) AND group_id \(all) ORDER BY id
        """
      ) { GroupItem(id: $0.id(0), group: $0.id(1), name: $0.text(2), cost: Pence($0.int(3)), day: $0.dayOrNil(4)) },
      by: \.group)
    return try connection.rows(
      "SELECT \(Groups.columns) FROM groups g WHERE g.organisation_id = \(organisation) AND \(open) ORDER BY g.name, g.id"
    ) { row in
      let group = Groups.group(row)
      return KeptGroup(
        group: with(group, years: years[group.id] ?? []), schedules: schedules[group.id]?.map(\.dated) ?? [],
        leads: leads[group.id] ?? [], items: items[group.id] ?? [], members: members[group.id] ?? [])
    }
  }
}
