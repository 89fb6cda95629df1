package import Domain
import Foundation
package import SQL
package import Security

/// Invitations into the viewer's organisation. A link is bound to an e-mail address, single-use, and lives for 72 hours.
package struct Invitations {
  package static let lasting: Double = 72 * 3600

  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// Those that have not been taken up, the latest first: waiting, expired and withdrawn ones.
  package func open() throws -> [Invitation] {
    try viewer.must(.see, .members)
    return try connection.rows(
      """
      SELECT \(InvitationRow.columns) FROM invitations
      WHERE organisation_id = \(viewer.organisation) AND used_at IS NULL ORDER BY id DESC LIMIT 200
      """, InvitationRow.read)
  }

  package func invitation(_ id: ID<Invitation>) throws -> Invitation {
    try viewer.must(.see, .members)
    let found = try connection.first(
      """
      SELECT \(InvitationRow.columns) FROM invitations
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """, InvitationRow.read)
    guard let found else { throw Refusal.notFound() }
    return found
  }

  /// Invites somebody to a role. An earlier invitation of the same address to the same role is withdrawn. Refuses a role
  /// that the viewer may not give, and a colleague who has it already.
  @discardableResult
  package func invite(
    email typed: String, to role: Role, staff: ID<StaffMember>? = nil, lastDay: Day? = nil, today: Day
  ) throws -> (id: ID<Invitation>, token: Token) {
    let members = Members(viewer, connection)
    var refusals = Refusals()
    let email = Account.foldedEmail(typed)
    if email == nil {
      refusals.add("Enter an e-mail address, such as r.lowe@ashfield.example.", field: "email")
    }
    if let lastDay, lastDay < today { refusals.add("The last day has passed already.", field: "last-day") }
    do { try members.mustGrant(role) } catch let refusal as Refusal { refusals.all.append(refusal) }
    try refusals.throwIfAny()
    if let account = try Accounts.withEmail(email!, connection),
      try members.all().contains(where: { $0.account.id == account.id && $0.roles(on: today).contains(role) })
    {
      throw Refusal(.conflict, "\(account.name) has the role of \(role.name) here already.", field: "email")
    }
    if let staff { try mustBeFree(staff, on: today) }
    try connection.run(
      """
      UPDATE invitations SET withdrawn_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND email = \(email!) AND role = \(role.rawValue)
        AND used_at IS NULL AND withdrawn_at IS NULL
      """)
    let (id, token) = (connection.newID(Invitation.self), Token())
    try connection.run(
      """
      INSERT INTO invitations (organisation_id, id, email, role, staff_id, until_day, token_hash, invited_by, created_at,
        expires_at, used_at, withdrawn_at)
      VALUES (\(viewer.organisation), \(id), \(email!), \(role.rawValue), \(staff), \(lastDay), \(token.hash),
        \(viewer.name), \(connection.now), \(connection.now.addingTimeInterval(Self.lasting)), NULL, NULL)
      """)
    try record("invited", id, after: ["e-mail": email!, "role": role.name])
    return (id, token)
  }

  /// A new link for the same invitation, for another 72 hours; the old one is dead.
  @discardableResult
  package func issueAgain(_ id: ID<Invitation>, today: Day) throws -> Token {
    let invitation = try invitation(id)
    try Members(viewer, connection).mustGrant(invitation.role)
    if invitation.usedAt != nil { throw Refusal.conflict("This invitation has been taken up already.") }
    if let lastDay = invitation.lastDay, lastDay < today {
      throw Refusal.conflict("The last day of this role has passed. Invite again with another day.")
    }
    let token = Token()
    try connection.run(
      """
      UPDATE invitations SET token_hash = \(token.hash), withdrawn_at = NULL, invited_by = \(viewer.name),
        expires_at = \(connection.now.addingTimeInterval(Self.lasting))
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try record("issued again", id, after: ["e-mail": invitation.email, "role": invitation.role.name])
    return token
  }

  package func withdraw(_ id: ID<Invitation>) throws {
    let invitation = try invitation(id)
    try viewer.must(.do, .members)
    if invitation.usedAt != nil {
      throw Refusal.conflict("This invitation has been taken up already. End the role instead.")
    }
    try connection.run(
      """
      UPDATE invitations SET withdrawn_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND withdrawn_at IS NULL
      """)
    try record("withdrawn", id, before: ["e-mail": invitation.email, "role": invitation.role.name])
  }

  private func mustBeFree(_ staff: ID<StaffMember>, on day: Day) throws {
    let free = try Members(viewer, connection).linkableStaff(for: nil, on: day)
    guard free.contains(where: { $0.id == staff }) else {
      throw Refusal.invalid("Choose somebody from the list of staff.", field: "staff")
    }
  }

  private func record(
    _ act: String, _ id: ID<Invitation>, before: [String: String] = [:], after: [String: String] = [:]
  ) throws {
    try connection.record(act, "invitation", id.text, by: viewer, before: before, after: after)
  }
}

enum InvitationRow {
  static let columns: SQL = """
    organisation_id, id, email, role, staff_id, until_day, invited_by, expires_at, used_at, withdrawn_at
    """

  static func read(_ row: any Row) -> Invitation {
    Invitation(
      id: row.id(1), organisation: row.id(0), email: row.text(2), role: Role(rawValue: row.text(3)) ?? .office,
      staffMember: row.idOrNil(4), lastDay: row.dayOrNil(5), invitedBy: row.text(6), expiresAt: row.moment(7),
      usedAt: row.momentOrNil(8), withdrawnAt: row.momentOrNil(9))
  }
}
