package import Domain
package import SQL

/// An area's own lists: its specialisms, sectors and localities. What there is of them is no secret of a project.
package struct AreaParts {
  let organisation: ID<Organisation>
  let connection: any Connection

  package init(_ organisation: ID<Organisation>, _ connection: any Connection) {
    self.organisation = organisation
    self.connection = connection
  }

  /// A specialism with its place in `Specialisms`, and whether the project asks for it.
  package struct OwnSpecialism: Hashable, Sendable {
    package let position: Int
    package let specialism: Specialism
    package let isOffered: Bool
  }

  /// In their order; those that the project does not ask for as well.
  package func allSpecialisms() throws -> [OwnSpecialism] {
    try connection.rows(
      """
      SELECT position, key, name, is_offered FROM area_specialisms WHERE organisation_id = \(organisation) ORDER BY position
      """
    ) {
      OwnSpecialism(
        position: $0.int(0), specialism: Specialism(key: $0.text(1), name: $0.text(2)), isOffered: $0.bool(3))
    }
  }

  /// Those that the project asks for.
  package func specialisms() throws -> [OwnSpecialism] { try allSpecialisms().filter(\.isOffered) }

  package func sectors() throws -> [Sector] {
    try connection.rows(
      "SELECT key, name, is_expected FROM area_sectors WHERE organisation_id = \(organisation) ORDER BY position"
    ) { Sector(key: $0.text(0), name: $0.text(1), isExpected: $0.bool(2)) }
  }

  package func localities() throws -> [Locality] {
    try connection.rows(
      "SELECT id, name, code FROM localities WHERE organisation_id = \(organisation) ORDER BY position, name"
    ) { Locality(id: $0.id(0), name: $0.text(1), code: $0.textOrNil(2)) }
  }

  /// GeoJSON geometries by locality, of those that have one.
  package func boundaries() throws -> [ID<Locality>: String] {
    Dictionary(
      uniqueKeysWithValues: try connection.rows(
        "SELECT id, boundary FROM localities WHERE organisation_id = \(organisation) AND boundary IS NOT NULL"
      ) { ($0.id(0), $0.text(1)) })
  }
}
