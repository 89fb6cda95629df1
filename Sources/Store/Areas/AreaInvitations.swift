package import Domain
package import SQL
package import Security

/// Invitations into an area, as `Invitations` are into a school: a link bound to an e-mail address, single-use, for 72
/// hours. Contributors need none: they have the code.
package struct AreaInvitations {
  /// The roles that can be given so.
  package static let roles: [AreaRole] = [.commissioner, .coordinator]

  let viewer: AreaViewer
  let connection: any Connection
  private let rows: InvitationRows<AreaInvitation>

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
    rows = InvitationRows(viewer: viewer, connection: connection)
  }

  /// Those that have not been taken up, the latest first.
  package func open() throws -> [AreaInvitation] {
    try viewer.mustAll(.see, .members)
    return try rows.open()
  }

  package func invitation(_ id: ID<AreaInvitation>) throws -> AreaInvitation {
    try viewer.mustAll(.see, .members)
    return try rows.find(id)
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
    return try rows.add(email: email, role: role)
  }

  /// A new link for the same invitation, for another 72 hours; the old one is dead.
  package func issueAgain(_ id: ID<AreaInvitation>) throws -> Token {
    let invitation = try invitation(id)
    guard viewer.grantableRoles.contains(invitation.role) else { throw Refusal.refused() }
    try invitation.mustBeOpen()
    return try rows.issueAgain(invitation)
  }

  package func withdraw(_ id: ID<AreaInvitation>) throws {
    let invitation = try invitation(id)
    try viewer.mustAll(.do, .members)
    try rows.withdraw(invitation)
  }
}

/// The other side of an invitation: whoever holds its link.
extension AreaInvitations {
  /// The invitation of a link into one area; nil when there is none.
  package static func withToken(
    hash: String, in area: ID<Organisation>, _ connection: any Connection
  ) throws -> AreaInvitation? {
    let found = try InvitationRows<AreaInvitation>.withToken(hash: hash, connection)
    return found?.area == area ? found : nil
  }

  /// Takes up an invitation as `account`, whose address must be the invited one. Refuses a link that is no good any more.
  package static func accept(
    hash: String, in area: ID<Organisation>, as account: ID<Account>, on today: Day, _ connection: any Connection
  ) throws {
    guard let invitation = try withToken(hash: hash, in: area, connection) else { throw Refusal.notFound() }
    let known = try InvitationRows.take(invitation, invitation.state(at: connection.now), as: account, connection)
    try AreaPeople.enter(account, by: invitation.invitedBy, in: area, connection)
    try AreaPeople.give(invitation.role, to: account, by: invitation.invitedBy, from: today, in: area, connection)
    let holder = AreaViewer(account: account, organisation: area, roles: [], name: known.name)
    try connection.record(
      "joined", "member", account.text, by: holder,
      after: ["role": invitation.role.name, "invited by": invitation.invitedBy])
  }
}

extension AreaInvitation: KeptInvitation {
  var organisation: ID<Organisation> { area }

  init?(_ row: any Row) {
    guard let role = AreaRole(rawValue: row.text(3)) else { return nil }
    self.init(
      id: row.id(1), area: row.id(0), email: row.text(2), role: role, invitedBy: row.text(6), expiresAt: row.moment(7),
      usedAt: row.momentOrNil(8), withdrawnAt: row.momentOrNil(9))
  }
}
