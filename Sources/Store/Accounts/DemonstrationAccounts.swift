package import Domain
package import SQL

extension Demonstration {
  /// A door of the demonstration: an account whose role in one of its schools can be tried by one click.
  package struct Way: Hashable, Sendable {
    package let account: ID<Account>
    package let name: String
    package let role: Role
    package let school: String
  }

  /// One account for each role that the demonstration's schools know, in the order of the roles: the first school's by
  /// name, the oldest account. Nobody whose role is not in force on `today`.
  package static func ways(on today: Day, _ connection: any Connection) throws -> [Way] {
    let all = try connection.rows(
      """
      SELECT a.id, a.name, m.role, o.name FROM memberships m
      JOIN organisations o ON o.id = m.organisation_id JOIN accounts a ON a.id = m.account_id
      WHERE o.is_demonstration AND m.from_day <= \(today) AND (m.until_day IS NULL OR m.until_day >= \(today))
        AND a.disabled_at IS NULL AND (a.last_day IS NULL OR a.last_day >= \(today))
      ORDER BY o.created_at, o.name, a.created_at, a.email
      """
    ) { row in
      Role(rawValue: row.text(2)).map {
        Way(account: row.id(0), name: row.text(1), role: $0, school: row.text(3))
      }
    }.compactMap { $0 }
    return Role.allCases.compactMap { role in all.first { $0.role == role } }
  }
}
