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

  /// The kinds of work that the school pays for, by name.
  package func roles() throws -> [PayRole] {
    try viewer.must(.see, .staff)
    return try connection.rows(
      "SELECT id, name, kind FROM pay_roles WHERE organisation_id = \(viewer.organisation) ORDER BY name"
    ) { PayRole(id: $0.id(0), name: $0.text(1), kind: PayRole.Kind(rawValue: $0.text(2)) ?? .other) }
  }

  /// Adds a role; refuses a second one of the name.
  @discardableResult
  package func addRole(_ name: String, _ kind: PayRole.Kind) throws -> ID<PayRole> {
    try viewer.must(.do, .staff)
    guard (1...100).contains(name.count) else { throw Refusal.invalid("Give the role a name.", field: "role") }
    guard try roles().allSatisfy({ Folding.fold($0.name) != Folding.fold(name) }) else {
      throw Refusal.invalid("There is a role called “\(name)” already.", field: "role")
    }
    let id: ID<PayRole> = connection.newID()
    try connection.run(
      "INSERT INTO pay_roles (organisation_id, id, name, kind) VALUES (\(viewer.organisation), \(id), \(name), \(kind.rawValue))"
    )
    try connection.record("added", "role", id.text, by: viewer, after: ["name": name, "kind": kind.name])
    return id
  }

  /// Adds somebody.
  @discardableResult
  package func add(_ details: StaffDetails) throws -> ID<StaffMember> {
    try viewer.must(.do, .staff)
    let id: ID<StaffMember> = connection.newID()
    try connection.run(
      """
      INSERT INTO staff (organisation_id, id, name, sort_name, role_id, weekly_minutes, weeks, account_id, from_day, until_day,
        version)
      VALUES (\(viewer.organisation), \(id), \(details.name), \(details.sortName), \(details.role),
        \(details.weeklyMinutes), \(details.weeks), NULL, \(details.span.from), \(details.span.until), 1)
      """)
    try connection.record("added", "staff", id.text, by: viewer, after: try words(details))
    return id
  }

  /// Changes what is said of somebody; refuses an older version.
  package func correct(_ id: ID<StaffMember>, _ details: StaffDetails, version: Int) throws {
    try viewer.must(.do, .staff)
    guard let old = try find(id) else { throw Refusal.notFound() }
    let written = try connection.run(
      """
      UPDATE staff SET name = \(details.name), sort_name = \(details.sortName), role_id = \(details.role),
        weekly_minutes = \(details.weeklyMinutes), weeks = \(details.weeks), from_day = \(details.span.from),
        until_day = \(details.span.until), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed \(old.name)'s record since you opened this page.") }
    if let last = details.span.until { try Groups(viewer, connection).endLeads(of: id, on: last) }
    try connection.record(
      "corrected", "staff", id.text, by: viewer, before: try words(StaffDetails(old)), after: try words(details))
  }

  /// Links a record to an account of the school, or to none: hence "own groups" and "own classes". Refuses an account that
  /// has no role here or is linked to somebody else.
  package func link(_ id: ID<StaffMember>, to account: ID<Account>?) throws {
    try viewer.must(.do, .staff)
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

  private func words(_ details: StaffDetails) throws -> [String: String] {
    let role = try roles().first { $0.id == details.role }?.name ?? ""
    return [
      "name": details.name, "role": role, "hours": details.weeklyMinutes.map { "\($0) minutes a week" } ?? "",
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

/// What is said of a member of staff. Minutes are a week's contracted ones, weeks those worked in a year.
package struct StaffDetails: Sendable, Hashable {
  package var name: String
  package var role: ID<PayRole>
  package var weeklyMinutes: Int?
  package var weeks: Int?
  package var span: Span

  /// Refuses a blank name, more than 60 hours a week, more than 53 weeks.
  package init(name: String, role: ID<PayRole>, weeklyMinutes: Int? = nil, weeks: Int? = nil, span: Span) throws {
    guard (1...200).contains(name.count) else { throw Refusal.invalid("Give a name.", field: "name") }
    if let weeklyMinutes, !(1...3600).contains(weeklyMinutes) {
      throw Refusal.invalid("Hours a week are between 0 and 60.", field: "hours")
    }
    if let weeks, !(1...53).contains(weeks) {
      throw Refusal.invalid("A year has between 1 and 53 weeks.", field: "weeks")
    }
    self.name = name
    self.role = role
    self.weeklyMinutes = weeklyMinutes
    self.weeks = weeks
    self.span = span
  }

  init(_ member: StaffMember) {
    name = member.name
    role = member.role
    weeklyMinutes = member.weeklyMinutes
    weeks = member.weeks
    span = member.span
  }

  /// By last name, then the rest, without titles: `Mrs Jo Lowe` stands under `lowe`.
  var sortName: String {
    let words = Folding.fold(name).split(separator: " ").filter {
      !["mr", "mrs", "ms", "miss", "mx", "dr"].contains($0)
    }
    guard let last = words.last else { return Folding.fold(name) }
    return ([last] + words.dropLast()).joined(separator: " ")
  }
}
