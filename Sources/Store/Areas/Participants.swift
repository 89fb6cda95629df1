package import Domain
package import SQL

/// The organisations that take part in an area, as `viewer` may see and change them.
package struct Participants {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  private static let columns: SQL = "id, name, sector, urn, locality_id, is_expected, version"

  /// By name. A contributor gets their own.
  package func all() throws -> [Participant] {
    let own: SQL = viewer.mayAll(.see, .participants) ? "" : "AND id = \(viewer.participant)"
    return try connection.rows(
      "SELECT \(Self.columns) FROM participants WHERE organisation_id = \(viewer.organisation) \(own) ORDER BY folded, id",
      Self.read)
  }

  package func find(_ id: ID<Participant>) throws -> Participant {
    guard viewer.mayAll(.see, .participants) || id == viewer.participant else { throw Refusal.notFound() }
    let found = try connection.first(
      "SELECT \(Self.columns) FROM participants WHERE organisation_id = \(viewer.organisation) AND id = \(id)",
      Self.read)
    guard let found else { throw Refusal.notFound() }
    return found
  }

  /// Adds one. Refuses a blank name and one that is there already, in whatever spelling, unless `isAnother`.
  @discardableResult
  package func add(
    name: String, sector: String, urn: String? = nil, locality: ID<Locality>? = nil, isExpected: Bool,
    isAnother: Bool = false
  ) throws -> ID<Participant> {
    try viewer.mustAll(.do, .participants)
    if !isAnother, let other = try Self.alike(name, in: viewer.organisation, connection).first {
      throw Refusal(.conflict, "“\(other.name)” is there already. Is it the same?", field: "name")
    }
    let id = try Self.insert(
      name: name, sector: sector, urn: urn, locality: locality, isExpected: isExpected, in: viewer.organisation,
      connection)
    try connection.record("added", "organisation", id.text, by: viewer, after: ["name": name, "sector": sector])
    return id
  }

  package func change(
    _ id: ID<Participant>, name typed: String, sector: String, locality: ID<Locality>?, isExpected: Bool, version: Int
  ) throws {
    try viewer.mustAll(.do, .participants)
    let old = try find(id)
    let name = try Self.checked(typed)
    try Self.mustStand(sector: sector, locality: locality, in: viewer.organisation, connection)
    let written = try connection.run(
      """
      UPDATE participants SET name = \(name), folded = \(ParticipantName.fold(name)), sector = \(sector),
        locality_id = \(locality), is_expected = \(isExpected), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed this organisation since you opened this page.") }
    try connection.record(
      "changed", "organisation", id.text, by: viewer, before: ["name": old.name, "sector": old.sector],
      after: ["name": name, "sector": sector])
  }

  /// Makes one of two that turned out to be the same: people, entries and answers of `id` go to `other`.
  package func merge(_ id: ID<Participant>, into other: ID<Participant>) throws {
    try viewer.mustAll(.do, .participants)
    guard id != other else { throw Refusal.invalid("Choose another organisation.", field: "other") }
    let (gone, kept) = (try find(id), try find(other))
    let here = viewer.organisation
    for table: SQL in ["area_people", "entries"] {
      try connection.run(
        "UPDATE \(table) SET participant_id = \(other) WHERE organisation_id = \(here) AND participant_id = \(id)")
    }
    try connection.run(
      """
      INSERT INTO nothing_here (organisation_id, round_id, participant_id, specialism, cell, said_by, said_at)
      SELECT organisation_id, round_id, \(other), specialism, cell, said_by, said_at FROM nothing_here
      WHERE organisation_id = \(here) AND participant_id = \(id)
      ON CONFLICT DO NOTHING
      """)
    try connection.run("DELETE FROM nothing_here WHERE organisation_id = \(here) AND participant_id = \(id)")
    try connection.run("DELETE FROM participants WHERE organisation_id = \(here) AND id = \(id)")
    if kept.urn == nil, let urn = gone.urn {
      try connection.run("UPDATE participants SET urn = \(urn) WHERE organisation_id = \(here) AND id = \(other)")
    }
    try connection.record(
      "merged", "organisation", other.text, by: viewer, before: ["name": gone.name], after: ["name": kept.name])
  }

  static func read(_ row: any Row) -> Participant {
    Participant(
      id: row.id(0), name: row.text(1), sector: row.text(2), urn: row.textOrNil(3), locality: row.idOrNil(4),
      isExpected: row.bool(5), version: row.int(6))
  }
}

extension Participants {
  /// Organisations of an area that a typed name may mean, the likeliest first: for whoever registers, who is nobody's
  /// viewer yet and has given the code.
  package static func alike(
    _ typed: String, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> [Participant] {
    let folded = ParticipantName.fold(typed)
    if folded.isEmpty { return [] }
    if let school = try withURN(typed.trimmingSpaces, in: organisation, connection) { return [school] }
    return try connection.rows(
      "SELECT \(columns) FROM participants WHERE organisation_id = \(organisation) ORDER BY folded, id", read
    ).filter { ParticipantName.areAlike($0.name, typed) }.sorted {
      (ParticipantName.fold($0.name) == folded ? 0 : 1) < (ParticipantName.fold($1.name) == folded ? 0 : 1)
    }
  }

  /// One of the area's, for whoever registers.
  package static func joinable(
    _ id: ID<Participant>, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> Participant? {
    try connection.first(
      "SELECT \(columns) FROM participants WHERE organisation_id = \(organisation) AND id = \(id)", read)
  }

  static func withURN(
    _ urn: String, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> Participant? {
    try connection.first(
      "SELECT \(columns) FROM participants WHERE organisation_id = \(organisation) AND urn = \(urn)", read)
  }

  static func insert(
    name typed: String, sector: String, urn: String?, locality: ID<Locality>?, isExpected: Bool,
    in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> ID<Participant> {
    let name = try checked(typed)
    try mustStand(sector: sector, locality: locality, in: organisation, connection)
    if let urn, try withURN(urn, in: organisation, connection) != nil {
      throw Refusal(.conflict, "The school with this number takes part already.", field: "urn")
    }
    let id = connection.newID(Participant.self)
    try connection.run(
      """
      INSERT INTO participants (organisation_id, id, name, folded, sector, urn, locality_id, is_expected, created_at, version)
      VALUES (\(organisation), \(id), \(name), \(ParticipantName.fold(name)), \(sector), \(urn), \(locality),
        \(isExpected), \(connection.now), 1)
      """)
    return id
  }

  private static func checked(_ typed: String) throws -> String {
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw Refusal.invalid("Give the organisation’s name.", field: "organisation") }
    guard name.count <= 200 else {
      throw Refusal.invalid("An organisation’s name has at most 200 characters.", field: "organisation")
    }
    return name
  }

  private static func mustStand(
    sector: String, locality: ID<Locality>?, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws {
    let parts = AreaParts(organisation, connection)
    guard try parts.sectors().contains(where: { $0.key == sector }) else {
      throw Refusal.invalid("Choose a sector.", field: "sector")
    }
    if let locality, try !parts.localities().contains(where: { $0.id == locality }) {
      throw Refusal.invalid("Choose a locality of this area.", field: "locality")
    }
  }
}
