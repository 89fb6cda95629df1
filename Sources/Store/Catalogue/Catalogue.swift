package import Domain
package import SQL

/// What a school could reasonably provide: headings, the types under them, and the streams that pay for places. Everyone
/// in the school may read it; it names nobody.
package struct Catalogue {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  var organisation: ID<Organisation> { viewer.organisation }

  /// In the school's own order.
  package func headings() throws -> [Heading] {
    try viewer.must(.see, .catalogue)
    return try connection.rows(
      "SELECT id, name, position, version FROM headings WHERE organisation_id = \(organisation) ORDER BY position, name"
    ) { Heading(id: $0.id(0), name: $0.text(1), position: $0.int(2), version: $0.int(3)) }
  }

  package func heading(_ id: ID<Heading>) throws -> Heading {
    guard let heading = try headings().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    return heading
  }

  /// By heading and name; archived ones only where asked for.
  package func types(withArchived: Bool = false) throws -> [ProvisionType] {
    try viewer.must(.see, .catalogue)
    let archived: SQL = withArchived ? "" : "AND NOT t.is_archived"
    return try connection.rows(
      """
      SELECT \(Catalogue.columns) FROM provision_types t
      JOIN headings h ON h.organisation_id = t.organisation_id AND h.id = t.heading_id
      WHERE t.organisation_id = \(organisation) \(archived) ORDER BY h.position, t.name
      """, Catalogue.type)
  }

  package func type(_ id: ID<ProvisionType>) throws -> ProvisionType {
    try viewer.must(.see, .catalogue)
    guard
      let type = try connection.first(
        "SELECT \(Catalogue.columns) FROM provision_types t WHERE t.organisation_id = \(organisation) AND t.id = \(id)",
        Catalogue.type)
    else { throw Refusal.notFound() }
    return type
  }

  /// In the school's own order; the first is the one that a place is paid from unless somebody says otherwise.
  package func streams() throws -> [FundingStream] {
    try viewer.must(.see, .catalogue)
    return try connection.rows(
      "SELECT id, name, kind FROM funding_streams WHERE organisation_id = \(organisation) ORDER BY position, name"
    ) { FundingStream(id: $0.id(0), name: $0.text(1), kind: FundingStream.Kind(rawValue: $0.text(2)) ?? .other) }
  }

  private static let columns: SQL = """
    t.id, t.heading_id, t.name, t.description, t.outcome, t.minutes, t.sessions_per_week, t.weeks, t.group_size, t.strand,
    t.level, t.area, t.evidence, t.is_confidential, t.is_archived, t.version
    """

  private static func type(_ row: any Row) -> ProvisionType {
    var details = ProvisionDetails()
    details.description = row.text(3)
    details.outcome = row.text(4)
    details.minutes = row.intOrNil(5)
    details.sessionsPerWeek = row.intOrNil(6)
    details.weeks = row.intOrNil(7)
    details.groupSize = row.intOrNil(8)
    details.strand = row.textOrNil(9).flatMap(Strand.init(rawValue:))
    details.level = row.textOrNil(10)
    details.area = row.textOrNil(11)
    details.evidence = row.textOrNil(12)
    details.isConfidential = row.bool(13)
    return ProvisionType(
      id: row.id(0), heading: row.id(1), name: row.text(2), details: details, isArchived: row.bool(14),
      version: row.int(15))
  }
}
