package import struct Foundation.Date

/// That somebody with this e-mail address may take up a role in an organisation, until its link expires. The link itself
/// is kept as a hash only.
package struct Invitation: Hashable, Sendable {
  package enum State: String, Hashable, Sendable {
    case waiting, used, expired, withdrawn
  }

  package let id: ID<Invitation>
  package let organisation: ID<Organisation>
  package let email: String
  package let role: Role
  /// The staff record that the account will be linked to.
  package let staffMember: ID<StaffMember>?
  /// The last day of the role; nil: no end.
  package let lastDay: Day?
  package let invitedBy: String
  package let expiresAt: Date
  package let usedAt: Date?
  package let withdrawnAt: Date?

  package init(
    id: ID<Invitation>, organisation: ID<Organisation>, email: String, role: Role, staffMember: ID<StaffMember>?,
    lastDay: Day?, invitedBy: String, expiresAt: Date, usedAt: Date?, withdrawnAt: Date?
  ) {
    self.id = id
    self.organisation = organisation
    self.email = email
    self.role = role
    self.staffMember = staffMember
    self.lastDay = lastDay
    self.invitedBy = invitedBy
    self.expiresAt = expiresAt
    self.usedAt = usedAt
    self.withdrawnAt = withdrawnAt
  }

  /// What has become of it at `now`. One whose role would already have ended on `today` has expired, too.
  package func state(at now: Date, on today: Day) -> State {
    if usedAt != nil { return .used }
    if withdrawnAt != nil { return .withdrawn }
    return expiresAt <= now || (lastDay.map { $0 < today } ?? false) ? .expired : .waiting
  }
}
