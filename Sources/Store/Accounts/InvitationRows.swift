import Domain
import Foundation
import SQL
import Security

/// An invitation as `InvitationRows` keeps it: into a school or into an area.
protocol KeptInvitation {
  associatedtype Role: AccessRole
  var id: ID<Self> { get }
  var organisation: ID<Organisation> { get }
  var email: String { get }
  var role: Role { get }
  var usedAt: Date? { get }
  /// Of the columns of `InvitationRows`; nil for a role of the other kind.
  init?(_ row: any Row)
}

extension KeptInvitation {
  func mustBeOpen(orElse advice: String = "") throws {
    if usedAt != nil { throw Refusal.conflict("This invitation has been taken up already.\(advice)") }
  }
}

/// What invitations into schools and into areas share: their rows, links and lines of history. Asks for no right; whoever
/// keeps them does (`Invitations`, `AreaInvitations`).
struct InvitationRows<Kept: KeptInvitation> {
  let viewer: any AccessViewer
  let connection: any Connection

  private static var columns: SQL {
    "organisation_id, id, email, role, staff_id, until_day, invited_by, expires_at, used_at, withdrawn_at"
  }

  /// Those that have not been taken up, the latest first: waiting, expired and withdrawn ones.
  func open() throws -> [Kept] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM invitations
      WHERE organisation_id = \(viewer.organisation) AND used_at IS NULL ORDER BY id DESC LIMIT 200
      """, Kept.init
    ).compactMap(\.self)
  }

  func find(_ id: ID<Kept>) throws -> Kept {
    let found = try connection.first(
      "SELECT \(Self.columns) FROM invitations WHERE organisation_id = \(viewer.organisation) AND id = \(id)",
      Kept.init)
    guard let found = found ?? nil else { throw Refusal.notFound() }
    return found
  }

  /// An earlier invitation of the same address to the same role is withdrawn.
  func add(
    email: String, role: Kept.Role, staff: ID<StaffMember>? = nil, lastDay: Day? = nil
  ) throws -> (id: ID<Kept>, token: Token) {
    try connection.run(
      """
      UPDATE invitations SET withdrawn_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND email = \(email) AND role = \(role.rawValue)
        AND used_at IS NULL AND withdrawn_at IS NULL
      """)
    let (id, token) = (connection.newID(Kept.self), Token())
    try connection.run(
      """
      INSERT INTO invitations (organisation_id, id, email, role, staff_id, until_day, token_hash, invited_by, created_at,
        expires_at, used_at, withdrawn_at)
      VALUES (\(viewer.organisation), \(id), \(email), \(role.rawValue), \(staff), \(lastDay), \(token.hash),
        \(viewer.name), \(connection.now), \(connection.now.addingTimeInterval(Invitations.lasting)), NULL, NULL)
      """)
    try record("invited", id, after: ["e-mail": email, "role": role.name])
    return (id, token)
  }

  /// A new link for the same invitation; the old one is dead.
  func issueAgain(_ invitation: Kept) throws -> Token {
    let token = Token()
    try connection.run(
      """
      UPDATE invitations SET token_hash = \(token.hash), withdrawn_at = NULL, invited_by = \(viewer.name),
        expires_at = \(connection.now.addingTimeInterval(Invitations.lasting))
      WHERE organisation_id = \(viewer.organisation) AND id = \(invitation.id)
      """)
    try record("issued again", invitation.id, after: ["e-mail": invitation.email, "role": invitation.role.name])
    return token
  }

  func withdraw(_ invitation: Kept) throws {
    try invitation.mustBeOpen(orElse: " End the role instead.")
    try connection.run(
      """
      UPDATE invitations SET withdrawn_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND id = \(invitation.id) AND withdrawn_at IS NULL
      """)
    try record("withdrawn", invitation.id, before: ["e-mail": invitation.email, "role": invitation.role.name])
  }

  private func record(
    _ act: String, _ id: ID<Kept>, before: [String: String] = [:], after: [String: String] = [:]
  ) throws {
    try connection.record(act, "invitation", id.text, by: viewer, before: before, after: after)
  }

  // MARK: Whoever holds the link

  static func withToken(hash: String, _ connection: any Connection) throws -> Kept? {
    try connection.first("SELECT \(columns) FROM invitations WHERE token_hash = \(hash)", Kept.init) ?? nil
  }

  /// Marks it as taken up by `account`, whose address must be the invited one. Refuses what is not waiting any more.
  static func take(
    _ invitation: Kept, _ state: Invitation.State, as account: ID<Account>, _ connection: any Connection
  ) throws -> Account {
    guard state == .waiting else { throw Refusal.conflict("This invitation is no longer good.") }
    guard let known = try Accounts.withID(account, connection), known.email == invitation.email else {
      throw Refusal.refused("This invitation is for another e-mail address than yours.")
    }
    let taken = try connection.run(
      """
      UPDATE invitations SET used_at = \(connection.now)
      WHERE organisation_id = \(invitation.organisation) AND id = \(invitation.id) AND used_at IS NULL
      """)
    guard taken == 1 else { throw Refusal.conflict("This invitation has been taken up already.") }
    return known
  }
}
