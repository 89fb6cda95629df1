package import Domain
package import SQL

/// The other side of an invitation: whoever holds its link.
extension Invitations {
  /// The invitation of a link with the name of its school; nil when there is none. An area's are `AreaInvitations`.
  package static func withToken(
    hash: String, _ connection: any Connection
  ) throws -> (invitation: Invitation, organisation: String, urn: String?)? {
    guard let invitation = try InvitationRows<Invitation>.withToken(hash: hash, connection) else { return nil }
    return try connection.first(
      """
      SELECT o.name, s.urn FROM organisations o JOIN schools s ON s.organisation_id = o.id
      WHERE o.id = \(invitation.organisation)
      """
    ) { (invitation, $0.text(0), $0.textOrNil(1)) }
  }

  /// Takes up an invitation as `account`, whose address must be the invited one: gives the role from today, ties the
  /// account to the staff record where one was named and is still free. Closes the demonstration's doors, for now there
  /// is somebody real. Refuses a link that is no good any more.
  package static func accept(
    hash: String, as account: ID<Account>, on today: Day, _ connection: any Connection
  ) throws {
    guard let (invitation, _, _) = try withToken(hash: hash, connection) else { throw Refusal.notFound() }
    let state = invitation.state(at: connection.now, on: today)
    let known = try InvitationRows.take(invitation, state, as: account, connection)
    try give(invitation, to: known, on: today, connection)
    try Demonstration.close(connection)
  }

  private static func give(
    _ invitation: Invitation, to account: Account, on today: Day, _ connection: any Connection
  ) throws {
    guard let span = Span(today, invitation.lastDay) else {
      throw Refusal.conflict("The last day of this role has passed.")
    }
    let holder = Viewer(
      account: account.id, organisation: invitation.organisation, roles: [], staffMember: nil, name: account.name)
    let spans = try connection.rows(
      """
      SELECT from_day, until_day FROM memberships WHERE organisation_id = \(invitation.organisation)
        AND account_id = \(account.id) AND role = \(invitation.role.rawValue)
      """
    ) { $0.span(0) }
    if spans.contains(where: { $0.overlaps(span) }) {
      throw Refusal.conflict("You have the role of \(invitation.role.name) there already.")
    }
    try connection.run(
      """
      INSERT INTO memberships (organisation_id, id, account_id, role, from_day, until_day, granted_by, written_at)
      VALUES (\(invitation.organisation), \(connection.newID(Membership.self)), \(account.id),
        \(invitation.role.rawValue), \(span.from), \(span.until), \(invitation.invitedBy), \(connection.now))
      """)
    if let staff = invitation.staffMember {
      try connection.run(
        """
        UPDATE staff SET account_id = \(account.id), version = version + 1
        WHERE organisation_id = \(invitation.organisation) AND id = \(staff) AND account_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM staff f WHERE f.organisation_id = \(invitation.organisation)
            AND f.account_id = \(account.id))
        """)
    }
    var after = MemberWords.of(invitation.role, span)
    after["invited by"] = invitation.invitedBy
    try connection.record("joined", "member", account.id.text, by: holder, after: after)
  }
}
