package import Domain
package import Foundation
package import SQL

/// An account as the operator lists it.
package struct ListedAccount: Sendable {
  package struct Place: Hashable, Sendable {
    package let organisation: String
    /// The school's number, or the area's address: its key in addresses.
    package let place: String
    /// In words.
    package let role: String
    package let span: Span
  }

  package let account: Account
  /// Every role that it has or had, in order of the organisations' names.
  package let places: [Place]
  /// When one of its sessions was last used; nil: never.
  package let lastSeenAt: Date?
}

extension Accounts {
  /// Every account with its roles, by address: for the operator's `account list`.
  package static func list(_ connection: any Connection) throws -> [ListedAccount] {
    var places: [ID<Account>: [ListedAccount.Place]] = [:]
    try connection.each(
      """
      SELECT m.account_id, o.name, COALESCE(s.urn, a.address), m.role, m.from_day, m.until_day FROM memberships m
      JOIN organisations o ON o.id = m.organisation_id LEFT JOIN schools s ON s.organisation_id = m.organisation_id
      LEFT JOIN areas a ON a.organisation_id = m.organisation_id
      ORDER BY o.name, m.role, m.from_day
      """
    ) { row in
      let name = Role(rawValue: row.text(3))?.name ?? AreaRole(rawValue: row.text(3))?.name
      guard let name, let place = row.textOrNil(2) else { return }
      places[row.id(0), default: []].append(
        ListedAccount.Place(organisation: row.text(1), place: place, role: name, span: row.span(4)))
    }
    return try connection.rows(
      """
      SELECT a.id, a.email, a.name, a.disabled_at, a.last_day, a.one_time_confirmed_at,
        (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.account_id = a.id)
      FROM accounts a ORDER BY a.email
      """
    ) { row in
      let account = account(row)
      return ListedAccount(account: account, places: places[account.id] ?? [], lastSeenAt: row.momentOrNil(6))
    }
  }
}
