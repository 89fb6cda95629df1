package import Domain
import SQL

/// A group from the side of somebody in it.
package struct GroupOfPupil: Sendable {
  package let group: Group
  package let heading: String
  package let place: GroupMember
  package let stream: String?
  /// The timetable of the place's last day, or of its nearest day to the one that was asked for.
  package let schedule: Schedule?
  package let leads: [LeadLine]
}

package struct GroupOfStaff: Sendable {
  package let group: Group
  package let heading: String
  package let lead: GroupLead
  package let schedule: Schedule?
  package let memberCount: Int
}

extension Groups {
  /// Every place that a pupil has or had, the latest first. Confidential provision is left out for who may not know of it:
  /// that a pupil is in it would be told by a masked line too. Asks nothing of the right to see the pupil: the caller has found
  /// the pupil already.
  package func ofPupil(_ pupil: ID<Pupil>, on day: Day) throws -> [GroupOfPupil] {
    guard viewer.may(.see, .groups) || viewer.may(.see, .pupils) else { return [] }
    let mine: SQL = """
      g.organisation_id = \(organisation) AND \(isTold) AND g.id IN (
        SELECT m.group_id FROM group_members m WHERE m.organisation_id = \(organisation) AND m.pupil_id = \(pupil))
      """
    let ids: SQL = "IN (SELECT g.id FROM groups g WHERE \(mine))"
    let (schedules, leads) = (try schedules(of: ids), try leadLines(of: ids))
    return try connection.rows(
      """
      SELECT \(Groups.columns), h.name, f.name, m.id, m.group_id, m.pupil_id, m.from_day, m.until_day, m.weight, m.stream_id
      FROM groups g JOIN headings h ON h.organisation_id = g.organisation_id AND h.id = g.heading_id
      JOIN group_members m ON m.organisation_id = g.organisation_id AND m.group_id = g.id
      LEFT JOIN funding_streams f ON f.organisation_id = m.organisation_id AND f.id = m.stream_id
      WHERE \(mine) AND m.pupil_id = \(pupil) ORDER BY m.from_day DESC, g.name, m.id
      """
    ) { row in
      let group = Groups.group(row)
      let place = GroupMember(
        id: row.id(15), group: row.id(16), pupil: row.id(17), span: row.span(18), weight: row.int(20),
        stream: row.idOrNil(21))
      let nearest = max(place.span.from, min(day, place.span.until ?? day))
      return GroupOfPupil(
        group: group, heading: row.text(13), place: place, stream: row.textOrNil(14),
        schedule: schedules[group.id]?.first { $0.dated.span.contains(nearest) }?.dated.schedule,
        leads: (leads[group.id] ?? []).filter { $0.lead.span.contains(nearest) })
    }
  }

  /// What an adult leads or led, as the viewer may see it, the latest first; places are counted on `day` or the group's
  /// nearest to it.
  package func ofStaff(_ staff: ID<StaffMember>, on day: Day) throws -> [GroupOfStaff] {
    let led: SQL = """
      g.organisation_id = \(organisation) AND \(try visible()) AND g.id IN (
        SELECT x.group_id FROM group_leads x WHERE x.organisation_id = \(organisation) AND x.staff_id = \(staff))
      """
    let ids: SQL = "IN (SELECT g.id FROM groups g WHERE \(led))"
    let (schedules, hidden) = (try schedules(of: ids), try hidden(among: led))
    var places: [ID<Group>: [Span]] = [:]
    try connection.each(
      """
      SELECT group_id, from_day, until_day FROM group_members WHERE organisation_id = \(organisation) AND group_id \(ids)
      """
    ) { places[$0.id(0), default: []].append($0.span(1)) }
    return try connection.rows(
      """
      SELECT \(Groups.columns), h.name, l.id, l.group_id, l.staff_id, l.from_day, l.until_day, l.share_top, l.share_bottom
      FROM groups g JOIN headings h ON h.organisation_id = g.organisation_id AND h.id = g.heading_id
      JOIN group_leads l ON l.organisation_id = g.organisation_id AND l.group_id = g.id
      WHERE \(led) AND l.staff_id = \(staff) ORDER BY l.from_day DESC, g.name, l.id
      """
    ) { row in
      let group = Groups.group(row)
      let lead = GroupLead(
        id: row.id(14), group: row.id(15), staff: row.id(16), span: row.span(17),
        share: try TimeShare(row.int(19), row.int(20)))
      let nearest = max(lead.span.from, min(day, lead.span.until ?? day))
      let isHidden = hidden.contains(group.id)
      return GroupOfStaff(
        group: isHidden ? group.masked : group, heading: row.text(13), lead: lead,
        schedule: isHidden ? nil : schedules[group.id]?.first { $0.dated.span.contains(nearest) }?.dated.schedule,
        memberCount: (places[group.id] ?? []).filter { $0.contains(nearest) }.count)
    }
  }

  /// The titles of groups, as the viewer may see them: for histories, which keep ids.
  package func names(of groups: Set<ID<Group>>) throws -> [ID<Group>: String] {
    let which: SQL = "g.organisation_id = \(organisation) AND g.id IN (\(SQL.list(groups))) AND \(try visible())"
    let hidden = try hidden(among: which)
    var names: [ID<Group>: String] = [:]
    try connection.each("SELECT g.id, g.name FROM groups g WHERE \(which)") { row in
      names[row.id(0)] = hidden.contains(row.id(0)) ? Group.confidentialName : row.text(1)
    }
    return names
  }
}
