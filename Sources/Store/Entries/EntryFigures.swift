package import Domain
package import SQL

/// The figures of a round for whoever sees all of it: who answered, and what is to be looked at.
package struct EntryFigures: Hashable, Sendable {
  package struct OfSector: Hashable, Sendable {
    package let sector: String
    /// Organisations that are expected, or have joined or answered.
    package let organisations: Int
    package let expected: Int
    /// Somebody of them has joined.
    package let joined: Int
    /// They have an entry on the map, or said “nothing here”.
    package let answered: Int
    /// Expected, and have not answered.
    package let silent: Int
  }

  package let sectors: [OfSector]
  package let provision: Int
  package let gaps: Int
  package let unchecked: Int
  package let openQuestions: Int
  package let nothingHere: Int
  /// People whose claim to their organisation nobody has confirmed.
  package let unconfirmed: Int

  package var organisations: Int { sectors.map(\.organisations).reduce(0, +) }
  package var expected: Int { sectors.map(\.expected).reduce(0, +) }
  package var joined: Int { sectors.map(\.joined).reduce(0, +) }
  package var answered: Int { sectors.map(\.answered).reduce(0, +) }
  package var silent: Int { sectors.map(\.silent).reduce(0, +) }

  package init(in round: ID<Round>, _ viewer: AreaViewer, _ connection: any Connection) throws {
    try viewer.mustAll(.see, .entries)
    let here = viewer.organisation
    let answers: SQL = """
      SELECT participant_id FROM entries WHERE organisation_id = \(here) AND round_id = \(round)
        AND state IN ('live', 'merged')
      UNION SELECT participant_id FROM nothing_here WHERE organisation_id = \(here) AND round_id = \(round)
      """
    sectors = try connection.rows(
      """
      SELECT p.sector, COUNT(*), SUM(CASE WHEN p.is_expected THEN 1 ELSE 0 END),
        SUM(CASE WHEN j.participant_id IS NULL THEN 0 ELSE 1 END),
        SUM(CASE WHEN a.participant_id IS NULL THEN 0 ELSE 1 END),
        SUM(CASE WHEN p.is_expected AND a.participant_id IS NULL THEN 1 ELSE 0 END)
      FROM participants p
      LEFT JOIN (SELECT DISTINCT participant_id FROM area_people WHERE organisation_id = \(here)
        AND participant_id IS NOT NULL) j ON j.participant_id = p.id
      LEFT JOIN (\(answers)) a ON a.participant_id = p.id
      JOIN area_sectors s ON s.organisation_id = p.organisation_id AND s.key = p.sector
      WHERE p.organisation_id = \(here) GROUP BY p.sector, s.position ORDER BY s.position
      """
    ) {
      OfSector(
        sector: $0.text(0), organisations: $0.int(1), expected: $0.int(2), joined: $0.int(3), answered: $0.int(4),
        silent: $0.int(5))
    }
    let live: SQL = "FROM entries WHERE organisation_id = \(here) AND round_id = \(round) AND state = 'live'"
    provision = try connection.count("SELECT COUNT(*) \(live) AND kind = 'provision'")
    gaps = try connection.count("SELECT COUNT(*) \(live) AND kind = 'gap'")
    unchecked = try connection.count("SELECT COUNT(*) \(live) AND checked_at IS NULL")
    openQuestions = try EntryQuestions(viewer, connection).openCount()
    nothingHere = try connection.count(
      "SELECT COUNT(*) FROM nothing_here WHERE organisation_id = \(here) AND round_id = \(round)")
    unconfirmed = try connection.count(
      """
      SELECT COUNT(*) FROM area_people WHERE organisation_id = \(here) AND confirmed_at IS NULL
        AND participant_id IS NOT NULL
      """)
  }
}
