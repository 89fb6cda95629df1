package import struct Foundation.Date

/// That somebody with this e-mail address may take up a role in an area without its code: who is to coordinate it with
/// others, or to read its map. The link itself is kept as a hash only.
package struct AreaInvitation: Hashable, Sendable {
  package let id: ID<AreaInvitation>
  package let area: ID<Organisation>
  package let email: String
  package let role: AreaRole
  package let invitedBy: String
  package let expiresAt: Date
  package let usedAt: Date?
  package let withdrawnAt: Date?

  package init(
    id: ID<AreaInvitation>, area: ID<Organisation>, email: String, role: AreaRole, invitedBy: String, expiresAt: Date,
    usedAt: Date?, withdrawnAt: Date?
  ) {
    self.id = id
    self.area = area
    self.email = email
    self.role = role
    self.invitedBy = invitedBy
    self.expiresAt = expiresAt
    self.usedAt = usedAt
    self.withdrawnAt = withdrawnAt
  }

  /// What has become of it at `now`.
  package func state(at now: Date) -> Invitation.State {
    if usedAt != nil { return .used }
    if withdrawnAt != nil { return .withdrawn }
    return expiresAt <= now ? .expired : .waiting
  }
}
