import Domain
package import SQL

extension Accounts {
  /// An account with the roles that it has or had, in words, for the operator.
  package struct Line: Sendable {
    package let email: String
    package let name: String
    package let isDisabled: Bool
    /// `SENCO in 100001; Finance officer in 100002 until 2026-07-31`.
    package let roles: String
  }

  /// Everybody who can sign in or could, by address, in one query.
  package static func list(_ connection: any Connection) throws -> [Line] {
    var lines: [Line] = []
    try connection.each(
      """
      SELECT a.email, a.name, a.disabled_at, m.role, COALESCE(s.urn, o.name), m.until_day FROM accounts a
      LEFT JOIN memberships m ON m.account_id = a.id
      LEFT JOIN organisations o ON o.id = m.organisation_id
      LEFT JOIN schools s ON s.organisation_id = m.organisation_id
      ORDER BY a.email, m.from_day, m.id
      """
    ) { row in
      let email = row.text(0)
      let role = row.textOrNil(3).flatMap(Role.init(rawValue:)).map { role in
        "\(role.name) in \(row.text(4))" + (row.textOrNil(5).map { " until \($0)" } ?? "")
      }
      if let last = lines.last, last.email == email {
        let roles = [last.roles, role].compactMap { $0 }.joined(separator: "; ")
        lines[lines.count - 1] = Line(email: email, name: last.name, isDisabled: last.isDisabled, roles: roles)
      } else {
        lines.append(Line(email: email, name: row.text(1), isDisabled: !row.isNull(2), roles: role ?? ""))
      }
    }
    return lines
  }
}
