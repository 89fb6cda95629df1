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

  private static let columns: SQL = "id, name, weekly_minutes, weeks, account_id, from_day, until_day, version"

  /// Everybody, by name; with `day`, those who work here on that day.
  package func list(on day: Day? = nil) throws -> [StaffMember] {
    try viewer.must(.see, .staff)
    let held = try Staff.heldRoles(in: viewer.organisation, connection)
    let inForce: SQL = day.map { "AND from_day <= \($0) AND (until_day IS NULL OR until_day >= \($0))" } ?? ""
    return try connection.rows(
      """
      SELECT \(Staff.columns) FROM staff WHERE organisation_id = \(viewer.organisation) \(inForce) ORDER BY sort_name, id
      """
    ) { try Staff.member($0, held) }
  }

  package func find(_ id: ID<StaffMember>) throws -> StaffMember? {
    guard viewer.may(.see, .staff) else { return nil }
    let held = try Staff.heldRoles(of: [id], in: viewer.organisation, connection)
    return try connection.first(
      "SELECT \(Staff.columns) FROM staff WHERE organisation_id = \(viewer.organisation) AND id = \(id)"
    ) { try Staff.member($0, held) }
  }

  /// Adds somebody, who works in the role from their first day here. `id`: the one that the form was given, so that a form
  /// that is sent twice adds one person.
  @discardableResult
  package func add(
    _ details: StaffDetails, as role: ID<PayRole>, id given: ID<StaffMember>? = nil
  ) throws -> ID<StaffMember> {
    try viewer.must(.do, .staff)
    if let given, try connection.keeps(given, in: "staff", of: viewer.organisation) { return given }
    let role = try self.role(role)
    let id = given ?? connection.newID()
    try connection.run(
      """
      INSERT INTO staff (organisation_id, id, name, sort_name, weekly_minutes, weeks, account_id, from_day, until_day,
        version)
      VALUES (\(viewer.organisation), \(id), \(details.name), \(details.sortName), \(details.weeklyMinutes),
        \(details.weeks), NULL, \(details.span.from), \(details.span.until), 1)
      """)
    try Staff.roleTable.insert(Dated(role.id, Span(details.span.from)!), of: id, in: viewer.organisation, connection)
    try connection.record(
      "added", "staff", id.text, by: viewer, after: words(details).merging(["role": role.name]) { $1 })
    return id
  }

  /// Puts right what is said of somebody, but for the role; refuses an older version.
  package func correct(_ id: ID<StaffMember>, _ details: StaffDetails, version: Int) throws {
    try viewer.must(.do, .staff)
    guard let old = try find(id) else { throw Refusal.notFound() }
    let written = try connection.run(
      """
      UPDATE staff SET name = \(details.name), sort_name = \(details.sortName), weekly_minutes = \(details.weeklyMinutes),
        weeks = \(details.weeks), from_day = \(details.span.from), until_day = \(details.span.until),
        version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND version = \(version)
      """)
    if written == 0 { throw changedMeanwhile(old) }
    if let last = details.span.until {
      try Groups(viewer, connection).endLeads(of: id, on: last)
      try ClassTeachers(viewer, connection).leave(id, on: last)
    }
    try connection.record(
      "corrected", "staff", id.text, by: viewer, before: words(StaffDetails(old)), after: words(details))
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
  /// else, and an older `version`.
  package func link(_ id: ID<StaffMember>, to account: ID<Account>?, version: Int? = nil) throws {
    try viewer.must(.do, .members)
    guard let member = try find(id) else { throw Refusal.notFound() }
    if let version, version != member.version { throw changedMeanwhile(member) }
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

  func changedMeanwhile(_ member: StaffMember) -> Refusal {
    .conflict("Somebody has changed \(member.name)'s record since you opened this page.")
  }

  private func words(_ details: StaffDetails) -> [String: String] {
    [
      "name": details.name,
      "hours": details.weeklyMinutes.map { "\($0) minutes a week" } ?? "",
      "weeks": details.weeks.map(String.init) ?? "", "from": details.span.from.iso,
      "until": details.span.until?.iso ?? "",
    ]
  }

  private static func member(_ row: any Row, _ held: [ID<StaffMember>: HeldRoles]) throws -> StaffMember {
    let id = row.id(0, StaffMember.self)
    guard let roles = held[id] else { throw RoleMissing(staff: id) }
    return StaffMember(
      id: id, name: row.text(1), roles: roles, weeklyMinutes: row.intOrNil(2), weeks: row.intOrNil(3),
      account: row.idOrNil(4), span: row.span(5), version: row.int(7))
  }
}

/// Somebody is kept without a role, which no act leaves behind.
private struct RoleMissing: Error { let staff: ID<StaffMember> }
