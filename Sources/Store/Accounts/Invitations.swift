package import Domain
package import SQL
package import Security

/// Invitations into the viewer's organisation. A link is bound to an e-mail address, single-use, and lives for 72 hours.
package struct Invitations {
  package static let lasting: Double = 72 * 3600

  let viewer: Viewer
  let connection: any Connection
  private let rows: InvitationRows<Invitation>

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
    rows = InvitationRows(viewer: viewer, connection: connection)
  }

  /// Those that have not been taken up, the latest first: waiting, expired and withdrawn ones.
  package func open() throws -> [Invitation] {
    try viewer.must(.see, .members)
    return try rows.open()
  }

  package func invitation(_ id: ID<Invitation>) throws -> Invitation {
    try viewer.must(.see, .members)
    return try rows.find(id)
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
    return try rows.add(email: email!, role: role, staff: staff, lastDay: lastDay)
  }

  /// A new link for the same invitation, for another 72 hours; the old one is dead.
  @discardableResult
  package func issueAgain(_ id: ID<Invitation>, today: Day) throws -> Token {
    let invitation = try invitation(id)
    try Members(viewer, connection).mustGrant(invitation.role)
    try invitation.mustBeOpen()
    if let lastDay = invitation.lastDay, lastDay < today {
      throw Refusal.conflict("The last day of this role has passed. Invite again with another day.")
    }
    return try rows.issueAgain(invitation)
  }

  package func withdraw(_ id: ID<Invitation>) throws {
    let invitation = try invitation(id)
    try viewer.must(.do, .members)
    try rows.withdraw(invitation)
  }

  private func mustBeFree(_ staff: ID<StaffMember>, on day: Day) throws {
    let free = try Members(viewer, connection).linkableStaff(for: nil, on: day)
    guard free.contains(where: { $0.id == staff }) else {
      throw Refusal.invalid("Choose somebody from the list of staff.", field: "staff")
    }
  }
}

extension Invitation: KeptInvitation {
  init?(_ row: any Row) {
    guard let role = Role(rawValue: row.text(3)) else { return nil }
    self.init(
      id: row.id(1), organisation: row.id(0), email: row.text(2), role: role, staffMember: row.idOrNil(4),
      lastDay: row.dayOrNil(5), invitedBy: row.text(6), expiresAt: row.moment(7), usedAt: row.momentOrNil(8),
      withdrawnAt: row.momentOrNil(9))
  }
}
