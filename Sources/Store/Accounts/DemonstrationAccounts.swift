package import Domain
package import SQL

extension Demonstration {
  /// A door of the demonstration: an account whose role in one of its schools can be tried by one click.
  package struct Way: Hashable, Sendable {
    package let account: ID<Account>
    package let name: String
    package let role: Role
    package let school: String
    package let urn: String
  }

  /// School by school, in the order in which they were made, one account for each role, in the order of the roles: the
  /// oldest. Nobody whose role is not in force on `today`.
  package static func ways(on today: Day, _ connection: any Connection) throws -> [Way] {
    let all = try connection.rows(
      """
      SELECT a.id, a.name, m.role, o.name, s.urn FROM memberships m
      JOIN organisations o ON o.id = m.organisation_id JOIN schools s ON s.organisation_id = o.id
      JOIN accounts a ON a.id = m.account_id
      WHERE o.is_demonstration AND m.from_day <= \(today) AND (m.until_day IS NULL OR m.until_day >= \(today))
        AND a.disabled_at IS NULL AND (a.last_day IS NULL OR a.last_day >= \(today))
      ORDER BY o.created_at, o.id, a.created_at, a.email
      """
    ) { row in
      Role(rawValue: row.text(2)).map {
        Way(account: row.id(0), name: row.text(1), role: $0, school: row.text(3), urn: row.text(4))
      }
    }.compactMap { $0 }
    let schools = all.reduce(into: [String]()) { schools, way in
      if !schools.contains(way.urn) { schools.append(way.urn) }
    }
    return schools.flatMap { urn in
      Role.allCases.compactMap { role in all.first { $0.urn == urn && $0.role == role } }
    }
  }

  /// A door into one of the demonstration's areas.
  package struct AreaWay: Hashable, Sendable {
    package let account: ID<Account>
    package let role: AreaRole
    package let area: String
    package let address: String
  }

  /// Area by area, the oldest account of each role that has no part in a school: whoever runs a school's map as well comes
  /// in by the school's door.
  package static func areaWays(on today: Day, _ connection: any Connection) throws -> [AreaWay] {
    let all = try connection.rows(
      """
      SELECT a.id, m.role, o.name, r.address FROM memberships m
      JOIN organisations o ON o.id = m.organisation_id JOIN areas r ON r.organisation_id = o.id
      JOIN accounts a ON a.id = m.account_id
      WHERE o.is_demonstration AND m.from_day <= \(today) AND (m.until_day IS NULL OR m.until_day >= \(today))
        AND a.disabled_at IS NULL AND (a.last_day IS NULL OR a.last_day >= \(today))
        AND NOT EXISTS (SELECT 1 FROM memberships n JOIN schools s ON s.organisation_id = n.organisation_id
          WHERE n.account_id = a.id)
      ORDER BY r.address, CASE WHEN a.email LIKE m.role || '@%' THEN 0 ELSE 1 END, a.created_at, a.email
      """
    ) { row in
      AreaRole(rawValue: row.text(1)).map {
        AreaWay(account: row.id(0), role: $0, area: row.text(2), address: row.text(3))
      }
    }.compactMap { $0 }
    let addresses = all.reduce(into: [String]()) { if $0.last != $1.address { $0.append($1.address) } }
    return addresses.flatMap { address in
      AreaRole.allCases.compactMap { role in all.first { $0.address == address && $0.role == role } }
    }
  }
}
