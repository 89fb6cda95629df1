package import Domain
package import Foundation
package import SQL

/// An organisation's word that it provides nothing in a cell, as apart from not answering.
package struct NothingHere {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct Word: Hashable, Sendable {
    package let participant: ID<Participant>
    /// The place of its specialism.
    package let specialism: Int
    package let cell: Cell
    package let by: String
    package let at: Date
  }

  /// What was said in a round: by the viewer's own organisation; by all where the viewer sees all entries.
  package func all(in round: ID<Round>) throws -> [Word] {
    let own: SQL = viewer.mayAll(.see, .entries) ? "TRUE" : "participant_id = \(viewer.participant)"
    return try connection.rows(
      """
      SELECT participant_id, specialism, cell, said_by, said_at FROM nothing_here
      WHERE organisation_id = \(viewer.organisation) AND round_id = \(round) AND \(own)
      ORDER BY participant_id, specialism, cell
      """
    ) { row in
      Word(
        participant: row.id(0), specialism: row.int(1), cell: Cell(strand: row.int(2) / 8, level: row.int(2) % 8),
        by: row.text(3), at: row.moment(4))
    }
  }

  /// Says it of one cell and specialism for the organisation that the viewer works for. Refuses where the organisation has
  /// an entry on the map there, a claim that nobody has confirmed, and a round that takes nothing any more.
  package func say(_ cell: Cell, specialism: Int, in round: ID<Round>, today: Day) throws {
    let participant = try speaking(round, today)
    let contradicts = try connection.exists(
      """
      SELECT 1 FROM entries WHERE organisation_id = \(viewer.organisation) AND round_id = \(round)
        AND participant_id = \(participant) AND state = 'live' AND kind = 'provision'
        AND (cells & \(Cells([cell]))) <> 0 AND (specialisms & \(Specialisms([specialism]))) <> 0
      """)
    if contradicts {
      throw Refusal.conflict(
        "Your organisation has provision in this cell on the map. Withdraw it first, if it is gone.")
    }
    let written = try connection.run(
      """
      INSERT INTO nothing_here (organisation_id, round_id, participant_id, specialism, cell, said_by, said_at)
      VALUES (\(viewer.organisation), \(round), \(participant), \(specialism), \(cell.bit), \(viewer.name),
        \(connection.now))
      ON CONFLICT DO NOTHING
      """)
    if written == 1 { try record("said", cell, specialism, participant) }
  }

  /// Takes the word back: the cell is not answered then.
  package func takeBack(_ cell: Cell, specialism: Int, in round: ID<Round>, today: Day) throws {
    let participant = try speaking(round, today)
    let written = try connection.run(
      """
      DELETE FROM nothing_here WHERE organisation_id = \(viewer.organisation) AND round_id = \(round)
        AND participant_id = \(participant) AND specialism = \(specialism) AND cell = \(cell.bit)
      """)
    if written == 1 { try record("taken back", cell, specialism, participant) }
  }

  private func speaking(_ round: ID<Round>, _ today: Day) throws -> ID<Participant> {
    try viewer.must(.do, .entries)
    try Entries(viewer, connection).mustTakeEntries(round, today)
    guard let participant = viewer.participant else {
      throw Refusal.refused("Say first for which organisation you take part.")
    }
    guard viewer.isConfirmed else {
      throw Refusal.refused(
        "You can say this once somebody of your organisation, or the coordinator, has confirmed that you work there.")
    }
    return participant
  }

  private func record(_ act: String, _ cell: Cell, _ specialism: Int, _ participant: ID<Participant>) throws {
    try connection.record(
      act, "nothing here", participant.text, by: viewer,
      after: ["cell": "\(cell.strand + 1).\(cell.level + 1)", "specialism": String(specialism + 1)])
  }
}
