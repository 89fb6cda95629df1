package import Domain
import Foundation
package import SQL
package import Security

/// Invitations into an area, as `Invitations` are into a school: a link bound to an e-mail address, single-use, for 72
/// hours. Contributors need none: they have the code.
package struct AreaInvitations {
  package static let lasting: Double = Invitations.lasting
  /// The roles that can be given so.
  package static let roles: [AreaRole] = [.commissioner, .coordinator]

  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  private static let columns: SQL = """
    organisation_id, id, email, role, invited_by, expires_at, used_at, withdrawn_at
    """

  /// Those that have not been taken up, the latest first.
  package func open() throws -> [AreaInvitation] {
    try viewer.mustAll(.see, .members)
    return try connection.rows(
      """
      SELECT \(Self.columns) FROM invitations
      WHERE organisation_id = \(viewer.organisation) AND used_at IS NULL ORDER BY id DESC LIMIT 200
      """, Self.read
    ).compactMap(\.self)
  }

  package func invitation(_ id: ID<AreaInvitation>) throws -> AreaInvitation {
    try viewer.mustAll(.see, .members)
    let found = try connection.first(
      "SELECT \(Self.columns) FROM invitations WHERE organisation_id = \(viewer.organisation) AND id = \(id)",
      Self.read)
    guard let found = found ?? nil else { throw Refusal.notFound() }
    return found
  }

  /// Invites somebody to a role. An earlier invitation of the same address to the same role is withdrawn. Refuses what is
  /// no address, a role that is not given so, and somebody who has it already.
  package func invite(
    email typed: String, to role: AreaRole, today: Day
  ) throws -> (id: ID<AreaInvitation>, token: Token) {
    guard viewer.grantableRoles.contains(role), Self.roles.contains(role) else { throw Refusal.refused() }
    guard let email = Account.foldedEmail(typed) else {
      throw Refusal.invalid("Enter an e-mail address, such as r.lowe@northvale.example.", field: "email")
    }
    if let account = try Accounts.withEmail(email, connection),
      try AreaPeople.holds(role, account.id, in: viewer.organisation, on: today, connection)
    {
      throw Refusal(.conflict, "\(account.name) has the role of \(role.name) here already.", field: "email")
    }
    try connection.run(
      """
      UPDATE invitations SET withdrawn_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND email = \(email) AND role = \(role.rawValue)
        AND used_at IS NULL AND withdrawn_at IS NULL
      """)
    let (id, token) = (connection.newID(AreaInvitation.self), Token())
    try connection.run(
      """
      INSERT INTO invitations (organisation_id, id, email, role, staff_id, until_day, token_hash, invited_by, created_at,
        expires_at, used_at, withdrawn_at)
      VALUES (\(viewer.organisation), \(id), \(email), \(role.rawValue), NULL, NULL, \(token.hash), \(viewer.name),
        \(connection.now), \(connection.now.addingTimeInterval(Self.lasting)), NULL, NULL)
      """)
    try record("invited", id, after: ["e-mail": email, "role": role.name])
    return (id, token)
  }

  /// A new link for the same invitation, for another 72 hours; the old one is dead.
  package func issueAgain(_ id: ID<AreaInvitation>) throws -> Token {
    let invitation = try invitation(id)
    guard viewer.grantableRoles.contains(invitation.role) else { throw Refusal.refused() }
    if invitation.usedAt != nil { throw Refusal.conflict("This invitation has been taken up already.") }
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

  package func withdraw(_ id: ID<AreaInvitation>) throws {
    let invitation = try invitation(id)
    try viewer.mustAll(.do, .members)
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

  private func record(
    _ act: String, _ id: ID<AreaInvitation>, before: [String: String] = [:], after: [String: String] = [:]
  ) throws {
    try connection.record(act, "invitation", id.text, by: viewer, before: before, after: after)
  }

  private static func read(_ row: any Row) -> AreaInvitation? {
    guard let role = AreaRole(rawValue: row.text(3)) else { return nil }
    return AreaInvitation(
      id: row.id(1), area: row.id(0), email: row.text(2), role: role, invitedBy: row.text(4), expiresAt: row.moment(5),
      usedAt: row.momentOrNil(6), withdrawnAt: row.momentOrNil(7))
  }
}

/// The other side of an invitation: whoever holds its link.
extension AreaInvitations {
  /// The invitation of a link into one area; nil when there is none.
  package static func withToken(
    hash: String, in area: ID<Organisation>, _ connection: any Connection
  ) throws -> AreaInvitation? {
    try connection.first(
      "SELECT \(columns) FROM invitations WHERE organisation_id = \(area) AND token_hash = \(hash)", read) ?? nil
  }

  /// Takes up an invitation as `account`, whose address must be the invited one. Refuses a link that is no good any more.
  package static func accept(
    hash: String, in area: ID<Organisation>, as account: ID<Account>, on today: Day, _ connection: any Connection
  ) throws {
    guard let invitation = try withToken(hash: hash, in: area, connection) else { throw Refusal.notFound() }
    guard invitation.state(at: connection.now) == .waiting else {
      throw Refusal.conflict("This invitation is no longer good.")
    }
    guard let known = try Accounts.withID(account, connection), known.email == invitation.email else {
      throw Refusal.refused("This invitation is for another e-mail address than yours.")
    }
    let taken = try connection.run(
      """
      UPDATE invitations SET used_at = \(connection.now)
      WHERE organisation_id = \(area) AND id = \(invitation.id) AND used_at IS NULL
      """)
    guard taken == 1 else { throw Refusal.conflict("This invitation has been taken up already.") }
    try AreaPeople.enter(account, by: invitation.invitedBy, in: area, connection)
    try AreaPeople.give(invitation.role, to: account, by: invitation.invitedBy, from: today, in: area, connection)
    let holder = AreaViewer(account: account, organisation: area, roles: [], name: known.name)
    try connection.record(
      "joined", "member", account.text, by: holder,
      after: ["role": invitation.role.name, "invited by": invitation.invitedBy])
  }
}
