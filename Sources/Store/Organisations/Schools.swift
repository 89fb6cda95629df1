package import Domain
package import SQL

/// Schools, before anybody's rights are asked: used where a request or a command first finds its organisation.
package enum Schools {
  private static let columns: SQL = """
    s.organisation_id, o.name, s.urn, s.laestab, s.phase, s.authority, s.first_year, s.last_year, s.calendar_checked_at,
    s.version
    """

  /// Every school that is kept, by name: for the operator's `school list`.
  package static func all(_ connection: any Connection) throws -> [School] {
    try connection.rows(
      "SELECT \(columns) FROM schools s JOIN organisations o ON o.id = s.organisation_id ORDER BY o.name, s.urn", school
    )
  }

  package static func withURN(_ urn: String, _ connection: any Connection) throws -> School? {
    try connection.first(
      "SELECT \(columns) FROM schools s JOIN organisations o ON o.id = s.organisation_id WHERE s.urn = \(urn)", school)
  }

  package static func withID(_ id: ID<Organisation>, _ connection: any Connection) throws -> School? {
    try connection.first(
      "SELECT \(columns) FROM schools s JOIN organisations o ON o.id = s.organisation_id WHERE s.organisation_id = \(id)",
      school)
  }

  private static func school(_ row: any Row) -> School {
    School(
      id: row.id(0), name: row.text(1), urn: row.text(2), laestab: row.textOrNil(3),
      phase: Phase(rawValue: row.text(4)) ?? .primary, authority: row.textOrNil(5),
      years: YearGroup(row.int(6))...YearGroup(row.int(7)), calendarChecked: !row.isNull(8), version: row.int(9))
  }
}
