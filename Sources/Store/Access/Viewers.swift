package import Domain
package import SQL

/// Who an account is in an organisation, today.
package enum Viewers {
  /// The roles that `account` has in `organisation` on `day`, as a viewer; nil where it has none, is disabled or has
  /// ended. Asked on every request, so that a role that is lost is lost at once.
  package static func viewer(
    account: ID<Account>, in organisation: ID<Organisation>, on day: Day, _ connection: any Connection
  ) throws -> Viewer? {
    var roles: Set<Role> = []
    var name = ""
    var staff: ID<StaffMember>?
    try connection.each(
      """
      SELECT m.role, a.name, s.id FROM memberships m
      JOIN accounts a ON a.id = m.account_id
      LEFT JOIN staff s ON s.organisation_id = m.organisation_id AND s.account_id = m.account_id
      WHERE m.account_id = \(account) AND m.organisation_id = \(organisation) AND m.from_day <= \(day)
        AND (m.until_day IS NULL OR m.until_day >= \(day)) AND a.disabled_at IS NULL
        AND (a.last_day IS NULL OR a.last_day >= \(day))
      """
    ) { row in
      if let role = Role(rawValue: row.text(0)) { roles.insert(role) }
      name = row.text(1)
      staff = row.idOrNil(2)
    }
    if roles.isEmpty { return nil }
    return Viewer(account: account, organisation: organisation, roles: roles, staffMember: staff, name: name)
  }
}
