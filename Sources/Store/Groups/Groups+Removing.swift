package import Domain
import SQL

extension Groups {
  /// Takes back a group that was made by mistake, with its places, leads, items and timetables: as if it had not been, but
  /// for history, which keeps a line for each of them. Its cost goes from the past too, so a group that ran is ended instead.
  /// Refuses a group that somebody else has changed since `version`.
  package func remove(_ id: ID<Group>, version: Int) throws {
    let group = try changing(id)
    try mustBe(version, of: group)
    for member in try places(in: id) { try delete(member) }
    for lead in try leads(of: id) { try delete(lead) }
    for item in try items(of: id) { try delete(item, of: group) }
    var before = words(group)
    let schedules = try schedules(of: "= \(id)")[id] ?? []
    if !group.isConfidential, !schedules.isEmpty {
      before["when"] = schedules.map(\.dated.schedule.words).joined(separator: "; ")
    }
    try connection.run(
      """
      DELETE FROM group_slots WHERE organisation_id = \(organisation) AND schedule_id IN (
        SELECT id FROM group_schedules WHERE organisation_id = \(organisation) AND group_id = \(id))
      """)
    try connection.run(
      """
      UPDATE strategies SET version = version + 1 WHERE organisation_id = \(organisation) AND id IN (
        SELECT a.strategy_id FROM strategy_activities a
        JOIN strategy_sources x ON x.organisation_id = a.organisation_id AND x.activity_id = a.id
        WHERE a.organisation_id = \(organisation) AND x.group_id = \(id))
      """)
    let tables: [SQL] = ["strategy_sources", "group_schedules", "group_years", "places_before_leaving"]
    for table in tables {
      try connection.run("DELETE FROM \(table) WHERE organisation_id = \(organisation) AND group_id = \(id)")
    }
    try connection.run("DELETE FROM groups WHERE organisation_id = \(organisation) AND id = \(id)")
    try connection.record("removed", "group", id.text, by: viewer, before: before)
  }
}
