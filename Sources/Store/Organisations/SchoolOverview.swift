package import Domain
package import SQL

/// What stands on a school's first page, in a handful of set queries: each answers nothing where the viewer may not see
/// all of what it counts.
package struct SchoolOverview {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// How far the school has come with its records. Names nobody, so it asks for no right.
  package struct Beginnings: Sendable, Hashable {
    package let hasStaff: Bool
    package let hasPupils: Bool
    package let hasGroups: Bool

    package init(hasStaff: Bool, hasPupils: Bool, hasGroups: Bool) {
      self.hasStaff = hasStaff
      self.hasPupils = hasPupils
      self.hasGroups = hasGroups
    }

    package var isComplete: Bool { hasStaff && hasPupils && hasGroups }
  }

  /// A group that somebody should look at.
  package struct Group: Sendable, Hashable {
    package let id: ID<Domain.Group>
    package let name: String
    package let until: Day?

    package init(id: ID<Domain.Group>, name: String, until: Day?) {
      self.id = id
      self.name = name
      self.until = until
    }
  }

  package struct Pupil: Sendable, Hashable {
    package let id: ID<Domain.Pupil>
    package let name: String

    package init(id: ID<Domain.Pupil>, name: String) {
      self.id = id
      self.name = name
    }
  }

  package func beginnings() throws -> Beginnings {
    func holds(_ table: SQL) throws -> Bool {
      try connection.exists("SELECT 1 FROM \(table) WHERE organisation_id = \(viewer.organisation)")
    }
    return Beginnings(hasStaff: try holds("staff"), hasPupils: try holds("pupils"), hasGroups: try holds("groups"))
  }

  /// How many pupils are on the roll on `day`; nil where the roll is not the viewer's to see.
  package func pupilsOnRoll(on day: Day) throws -> Int? {
    guard viewer.mayAll(.see, .pupils) else { return nil }
    return try connection.count(
      """
      SELECT COUNT(*) FROM pupils p
      WHERE p.organisation_id = \(viewer.organisation) AND \(PupilFilter.isOnRoll(on: day))
      """)
  }

  /// How many groups and strategies run on `day`; nil where the viewer may not see every group.
  package func groupsRunning(on day: Day) throws -> Int? {
    guard viewer.mayAll(.see, .groups) else { return nil }
    return try connection.count("SELECT COUNT(*) FROM groups g WHERE \(running(day))")
  }

  /// Groups whose last day is within `days` days of `day`, the first to end first.
  package func endingGroups(within days: Int, of day: Day) throws -> [Group] {
    try groups(day, "AND g.until_day <= \(day + days)", order: "g.until_day, g.name, g.id")
  }

  /// Groups that meet on a timetable and that nobody leads on `day`. One that has no adult at all and for which something
  /// is bought is a service, which its price pays for (`Costing.unled`).
  package func groupsWithoutLead(on day: Day) throws -> [Group] {
    func holds(_ table: SQL) -> SQL {
      "EXISTS (SELECT 1 FROM \(table) x WHERE x.organisation_id = g.organisation_id AND x.group_id = g.id)"
    }
    return try groups(
      day,
      """
      AND \(has("group_schedules", on: day)) AND NOT \(has("group_leads", on: day))
      AND (\(holds("group_leads")) OR NOT \(holds("group_items")))
      """)
  }

  /// Groups that meet on a timetable and in which no pupil is on `day`, though they are for chosen pupils: not for all of
  /// some year, and not universal.
  package func groupsWithoutPupils(on day: Day) throws -> [Group] {
    try groups(
      day,
      """
      AND \(has("group_schedules", on: day)) AND NOT \(has("group_members", on: day))
      AND (g.level IS NULL OR g.level <> 'universal') AND NOT EXISTS (
        SELECT 1 FROM group_years y WHERE y.organisation_id = g.organisation_id AND y.group_id = g.id)
      """)
  }

  /// Pupils with SEN support or an EHC plan who get nothing on `day` that the viewer may know of.
  package func pupilsWithoutProvision(on day: Day) throws -> [Pupil] {
    guard viewer.mayAll(.see, .needs), viewer.mayAll(.see, .pupils), viewer.mayAll(.see, .groups) else { return [] }
    return try connection.rows(
      """
      SELECT p.id, p.surname, COALESCE(p.preferred_forename, p.forename) FROM pupils p
      JOIN pupil_statuses s ON s.organisation_id = p.organisation_id AND s.pupil_id = p.id
      WHERE p.organisation_id = \(viewer.organisation) AND s.status IN ('K', 'E') AND s.from_day <= \(day)
        AND (s.until_day IS NULL OR s.until_day >= \(day)) AND \(PupilFilter.isOnRoll(on: day))
        AND p.id NOT IN (
          SELECT m.pupil_id FROM group_members m
          JOIN groups g ON g.organisation_id = m.organisation_id AND g.id = m.group_id
          WHERE \(running(day)) \(open) AND m.from_day <= \(day) AND (m.until_day IS NULL OR m.until_day >= \(day)))
      ORDER BY p.sort_name, p.id
      """
    ) { Pupil(id: $0.id(0), name: "\($0.text(2)) \($0.text(1))") }
  }

  /// How many of the roles that somebody holds on `day` are priced at a reference rate, and which at none. Says no rate, so
  /// it asks for no right beyond the staff's.
  package func unconfirmedRates(on day: Day) throws -> (reference: Int, unpriced: [String]) {
    guard viewer.may(.see, .staff) else { return (0, []) }
    let book = try Rates.book(viewer.organisation, connection)
    let staff = Staff(viewer, connection)
    let held = Set(try staff.list(on: day).map { $0.roles.on(day) })
    let priced = try staff.roles().filter { held.contains($0.id) }.map { ($0.name, book.price(of: $0.id, on: day)) }
    return (priced.count { $0.1?.isReference == true }, priced.filter { $0.1 == nil }.map(\.0))
  }

  private func groups(_ day: Day, _ condition: SQL, order: SQL = "g.name, g.id") throws -> [Group] {
    guard viewer.mayAll(.see, .groups) else { return [] }
    return try connection.rows(
      "SELECT g.id, g.name, g.until_day FROM groups g WHERE \(running(day)) \(open) \(condition) ORDER BY \(order)"
    ) { Group(id: $0.id(0), name: $0.text(1), until: $0.dayOrNil(2)) }
  }

  func running(_ day: Day) -> SQL {
    """
    g.organisation_id = \(viewer.organisation) AND g.from_day <= \(day)
    AND (g.until_day IS NULL OR g.until_day >= \(day))
    """
  }

  /// Without what is confidential, for who may not know of it.
  var open: SQL { "AND \(Groups(viewer, connection).isTold)" }

  private func has(_ table: SQL, on day: Day) -> SQL {
    """
    EXISTS (SELECT 1 FROM \(table) x WHERE x.organisation_id = g.organisation_id AND x.group_id = g.id
      AND x.from_day <= \(day) AND (x.until_day IS NULL OR x.until_day >= \(day)))
    """
  }
}
