package import Domain
package import SQL

/// Areas, before anybody's rights are asked: used where a request or a command first finds its keeper.
package enum Areas {
  private static let columns: SQL = """
    a.organisation_id, o.name, a.address, a.title, a.about, a.organiser, a.contact, a.is_listed, a.opens_on, a.closes_on,
    a.publishes_map, a.takes_survey, a.version, o.is_demonstration
    """
  private static let source: SQL = "areas a JOIN organisations o ON o.id = a.organisation_id"

  /// Every area that is kept, by name: for the operator's `area list`.
  package static func all(_ connection: any Connection) throws -> [Area] {
    try connection.rows("SELECT \(columns) FROM \(source) ORDER BY o.name, a.address", area)
  }

  /// Those that stand in the public list and can be joined on `day`, by title. One that is not listed is never among them.
  package static func listed(on day: Day, _ connection: any Connection) throws -> [Area] {
    try connection.rows("SELECT \(columns) FROM \(source) WHERE a.is_listed ORDER BY a.title, a.address", area)
      .filter { $0.isOpen(on: day) }
  }

  package static func withAddress(_ address: String, _ connection: any Connection) throws -> Area? {
    try connection.first("SELECT \(columns) FROM \(source) WHERE a.address = \(address)", area)
  }

  package static func withID(_ id: ID<Organisation>, _ connection: any Connection) throws -> Area? {
    try connection.first("SELECT \(columns) FROM \(source) WHERE a.organisation_id = \(id)", area)
  }

  private static func area(_ row: any Row) -> Area {
    Area(
      id: row.id(0), name: row.text(1), address: row.text(2),
      details: AreaDetails(
        title: row.text(3), about: row.text(4), organiser: row.text(5), contact: row.text(6), isListed: row.bool(7),
        opensOn: row.dayOrNil(8), closesOn: row.dayOrNil(9), publishesMap: row.bool(10), takesSurvey: row.bool(11)),
      version: row.int(12), isDemonstration: row.bool(13))
  }
}
