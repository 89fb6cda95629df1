package import Domain
package import SQL

/// Who works in the school. Names are for everybody in the school; pay is not here (`Rates`).
package struct Staff {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  private static let columns: SQL = "id, name, role_id, weekly_minutes, weeks, account_id, from_day, until_day, version"

  /// Everybody, by name; with `day`, those who work here on that day.
  package func list(on day: Day? = nil) throws -> [StaffMember] {
    try viewer.must(.see, .staff)
    let inForce: SQL = day.map { "AND from_day <= \($0) AND (until_day IS NULL OR until_day >= \($0))" } ?? ""
    return try connection.rows(
      """
      SELECT \(Staff.columns) FROM staff WHERE organisation_id = \(viewer.organisation) \(inForce) ORDER BY sort_name, id
      """, Staff.member)
  }

  package func find(_ id: ID<StaffMember>) throws -> StaffMember? {
    guard viewer.may(.see, .staff) else { return nil }
    return try connection.first(
      "SELECT \(Staff.columns) FROM staff WHERE organisation_id = \(viewer.organisation) AND id = \(id)", Staff.member)
  }

  /// Adds somebody.
  @discardableResult
  package func add(_ details: StaffDetails) throws -> ID<StaffMember> {
    try viewer.must(.do, .staff)
    let role = try role(details.role)
    let id: ID<StaffMember> = connection.newID()
    try connection.run(
      """
      INSERT INTO staff (organisation_id, id, name, sort_name, role_id, weekly_minutes, weeks, account_id, from_day, until_day,
        version)
      VALUES (\(viewer.organisation), \(id), \(details.name), \(details.sortName), \(details.role),
        \(details.weeklyMinutes), \(details.weeks), NULL, \(details.span.from), \(details.span.until), 1)
      """)
    try connection.record("added", "staff", id.text, by: viewer, after: words(details, role))
    return id
  }

  /// Changes what is said of somebody; refuses an older version.
  package func correct(_ id: ID<StaffMember>, _ details: StaffDetails, version: Int) throws {
    try viewer.must(.do, .staff)
    guard let old = try find(id) else { throw Refusal.notFound() }
    let (oldRole, role) = (try self.role(old.role), try self.role(details.role))
    let written = try connection.run(
      """
      UPDATE staff SET name = \(details.name), sort_name = \(details.sortName), role_id = \(details.role),
        weekly_minutes = \(details.weeklyMinutes), weeks = \(details.weeks), from_day = \(details.span.from),
        until_day = \(details.span.until), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed \(old.name)'s record since you opened this page.") }
    if let last = details.span.until {
      try Groups(viewer, connection).endLeads(of: id, on: last)
      try ClassTeachers(viewer, connection).leave(id, on: last)
    }
    try connection.record(
      "corrected", "staff", id.text, by: viewer, before: words(StaffDetails(old), oldRole), after: words(details, role))
  }

  /// Says somebody's last day here; nil: they stay. The classes that they teach, and what they lead, end with it.
  package func leave(_ id: ID<StaffMember>, on day: Day?, version: Int) throws {
    try viewer.must(.do, .staff)
    guard let member = try find(id) else { throw Refusal.notFound() }
    guard let span = Span(member.span.from, day) else {
      throw Refusal.invalid("\(member.name) works here from \(member.span.from.words).", field: "until")
    }
    var details = StaffDetails(member)
    details.span = span
    try correct(id, details, version: version)
  }

  /// Links a record to an account of the school, or to none: hence "own groups" and "own classes". Since that decides what
  /// an account sees, it is for those who give roles. Refuses an account that has no role here or is linked to somebody
  /// else.
  package func link(_ id: ID<StaffMember>, to account: ID<Account>?) throws {
    try viewer.must(.do, .members)
    guard let member = try find(id) else { throw Refusal.notFound() }
    if let account {
      guard
        try connection.exists(
          "SELECT 1 FROM memberships WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)")
      else { throw Refusal.invalid("That account has no role in this school.", field: "account") }
      guard
        try !connection.exists(
          """
          SELECT 1 FROM staff WHERE organisation_id = \(viewer.organisation) AND account_id = \(account) AND id <> \(id)
          """)
      else { throw Refusal.invalid("That account belongs to somebody else's staff record.", field: "account") }
    }
    try connection.run(
      """
      UPDATE staff SET account_id = \(account), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record(
      "linked", "staff", id.text, by: viewer, before: ["account": member.account?.text ?? ""],
      after: ["account": account?.text ?? ""])
  }

  private func words(_ details: StaffDetails, _ role: PayRole) -> [String: String] {
    [
      "name": details.name, "role": role.name,
      "hours": details.weeklyMinutes.map { "\($0) minutes a week" } ?? "",
      "weeks": details.weeks.map(String.init) ?? "", "from": details.span.from.iso,
      "until": details.span.until?.iso ?? "",
    ]
  }

  private static func member(_ row: any Row) -> StaffMember {
    StaffMember(
      id: row.id(0), name: row.text(1), role: row.id(2), weeklyMinutes: row.intOrNil(3), weeks: row.intOrNil(4),
      account: row.idOrNil(5), span: row.span(6), version: row.int(8))
  }
}
