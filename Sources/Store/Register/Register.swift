package import Domain
package import SQL

/// The national register of schools, as the operator last imported it. It is public, and belongs to nobody's records.
package enum Register {
  private static let columns: SQL = """
    urn, name, authority_code, authority, establishment, kind, phase, status, age_from, age_until, town, postcode,
    opened_on, closed_on
    """

  package static func isEmpty(_ connection: any Connection) throws -> Bool {
    try !connection.exists("SELECT 1 FROM register_schools LIMIT 1")
  }

  /// Every school by its number: to compare a release with.
  package static func all(_ connection: any Connection) throws -> [String: RegisteredSchool] {
    var schools: [String: RegisteredSchool] = [:]
    try connection.each("SELECT \(columns) FROM register_schools") {
      let school = read($0)
      schools[school.urn] = school
    }
    return schools
  }

  package static func school(_ urn: String, _ connection: any Connection) throws -> RegisteredSchool? {
    try connection.first("SELECT \(columns) FROM register_schools WHERE urn = \(urn)", read)
  }

  /// Open schools whose name begins with what is typed, or that have this number; then those whose name holds it.
  package static func search(_ typed: String, most: Int = 20, _ connection: any Connection) throws -> [RegisteredSchool]
  {
    let folded = Folding.fold(typed)
    guard folded.count >= 3 else { return [] }
    if School.isURN(typed.trimmingSpaces), let school = try school(typed.trimmingSpaces, connection) { return [school] }
    let first = try connection.rows(
      """
      SELECT \(columns) FROM register_schools WHERE folded >= \(folded) AND folded < \(folded + "\u{10FFFF}")
        AND (status IS NULL OR status LIKE 'Open%') ORDER BY folded, urn LIMIT \(most)
      """, read)
    if first.count >= most { return first }
    let words = folded.split(separator: " ").map(String.init)
    let conditions = words.map { "folded LIKE \("%\($0)%")" as SQL }
    let others = try connection.rows(
      """
      SELECT \(columns) FROM register_schools WHERE \(SQL.joined(conditions, by: " AND "))
        AND (status IS NULL OR status LIKE 'Open%') ORDER BY folded, urn LIMIT \(most)
      """, read)
    let known = Set(first.map(\.urn))
    return Array((first + others.filter { !known.contains($0.urn) }).prefix(most))
  }

  /// Writes what a release says; the others stay.
  package static func write(_ schools: [RegisteredSchool], _ connection: any Connection) throws {
    for part in schools.chunks(of: 500) {
      try connection.run("DELETE FROM register_schools WHERE urn IN (\(SQL.list(part.map(\.urn))))")
    }
    try connection.insert(
      into: "register_schools", "\(columns), folded",
      rows: schools.map { school in
        """
        \(school.urn), \(school.name), \(school.authorityCode), \(school.authority), \(school.establishment),
        \(school.kind), \(school.phase), \(school.status), \(school.ageFrom), \(school.ageUntil), \(school.town),
        \(school.postcode), \(school.openedOn), \(school.closedOn), \(Folding.fold(school.name))
        """
      })
  }

  /// Notes that a release was imported.
  package static func recordRelease(_ fileName: String, rows: Int, _ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO register_releases (id, file_name, imported_at, rows_read)
      VALUES (\(connection.newID(RegisteredSchool.self)), \(fileName), \(connection.now), \(rows))
      """)
  }

  private static func read(_ row: any Row) -> RegisteredSchool {
    var school = RegisteredSchool(urn: row.text(0), name: row.text(1))
    school.authorityCode = row.textOrNil(2)
    school.authority = row.textOrNil(3)
    school.establishment = row.textOrNil(4)
    school.kind = row.textOrNil(5)
    school.phase = row.textOrNil(6)
    school.status = row.textOrNil(7)
    school.ageFrom = row.intOrNil(8)
    school.ageUntil = row.intOrNil(9)
    school.town = row.textOrNil(10)
    school.postcode = row.textOrNil(11)
    school.openedOn = row.dayOrNil(12)
    school.closedOn = row.dayOrNil(13)
    return school
  }
}
