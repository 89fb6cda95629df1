import Domain
import SQL

/// The pass over the entries: one row each, out of the index that holds all that is counted.
extension AreaMaps {
  /// Whose entries the viewer's map is made of; of `entries e`.
  func mine() -> SQL {
    if viewer.mayAll(.see, .map) { return "TRUE" }
    guard viewer.isConfirmed, let participant = viewer.participant else { return "e.account_id = \(viewer.account)" }
    return "(e.participant_id = \(participant) OR e.account_id = \(viewer.account))"
  }

  /// Entries of the round that stand on the map, or were merged into one that does, whatever age and place they are for.
  private func scope(_ asked: Asked) -> SQL {
    let question = asked.question
    var conditions: [SQL] = [
      "e.organisation_id = \(organisation)", "e.round_id = \(asked.round.id)",
      question.isPublic ? "e.state = 'live'" : "e.state IN ('live', 'merged')", mine(),
    ]
    if question.isPublic { conditions.append("e.public_by_author AND e.public_by_coordinator") }
    if let specialism = asked.specialism {
      conditions.append("(e.specialisms & \(Specialisms([specialism.position]))) <> 0")
    }
    if let participant = question.participant { conditions.append("e.participant_id = \(participant)") }
    return SQL.joined(conditions, by: " AND ")
  }

  /// Whether an entry is for the age that is asked for.
  private func isOfAge(_ question: AreaMapQuestion) -> SQL {
    var filter = EntryFilter()
    filter.age = question.age
    return filter.condition(organisation)
  }

  /// The entries that name the locality that is asked for; nil where none is. Looked up here: quicker by half than in the
  /// query, which would ask for each row.
  private func local(_ question: AreaMapQuestion) throws -> Set<ID<Entry>>? {
    guard let locality = question.locality else { return nil }
    var found: Set<ID<Entry>> = []
    try connection.each(
      """
      SELECT entry_id FROM entry_localities
      WHERE organisation_id = \(organisation) AND locality_id = \(locality)
      """
    ) { found.insert($0.id(0)) }
    return found
  }

  func count(
    _ asked: Asked, _ organisations: [ReadOrganisation], _ own: Framework, _ other: Framework?
  ) throws -> AreaMapTally.Result {
    let places = Dictionary(
      organisations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var tally = AreaMapTally(organisations: organisations.count, isPublic: asked.question.isPublic)
    var translation = CellTranslation(own, other)
    let local = try local(asked.question)
    let merged = try merged(in: asked.round.id, asked.question).numbers
    let id: SQL = local == nil && merged.isEmpty ? "NULL" : "e.id"
    // Rows of one organisation follow each other.
    var (speaker, place) = (ID<Participant>(high: 0, low: 0), Int?.none)
    try connection.each(
      """
      SELECT e.participant_id, e.cells, e.specialisms,
        CASE WHEN e.kind = 'gap' THEN 1 ELSE 0 END + CASE WHEN \(isOfAge(asked.question)) THEN 2 ELSE 0 END
          + CASE WHEN e.state = 'live' THEN 4 ELSE 0 END,
        e.reach, e.capacity, e.affected, \(id)
      FROM entries e WHERE \(scope(asked))
      """
    ) { row in
      let participant: ID<Participant> = row.id(0)
      if participant != speaker { (speaker, place) = (participant, places[participant]) }
      // An organisation of another sector is not among those that were read.
      guard let organisation = place else { return }
      let flags = row.int(3)
      let isAsked = flags & 2 == 2 && local?.contains(row.id(7)) != false
      var numbers = MergedNumbers(reach: row.intOrNil(4), places: row.intOrNil(5), affected: row.intOrNil(6))
      if !merged.isEmpty, let others = merged[row.id(7)] { numbers.take(others) }
      tally.add(
        AreaMapTally.Fact(
          isGap: flags & 1 == 1, cells: translation.cells(row.int(1)),
          specialisms: Specialisms(bits: UInt32(truncatingIfNeeded: row.int(2))), organisation: organisation,
          reach: numbers.reach, places: numbers.places, affected: numbers.affected, isAsked: isAsked,
          counts: flags & 4 == 4))
    }
    if !asked.question.isPublic {
      try readNothingHere(asked) { participant, cell in
        guard let organisation = places[participant] else { return }
        let bit = Int(truncatingIfNeeded: UInt64(1) << UInt64(cell))
        tally.addNothingHere(translation.cells(bit), organisation: organisation)
      }
    }
    return tally.counted(asked: translation.asked)
  }

  private func readNothingHere(_ asked: Asked, _ body: (ID<Participant>, Int) -> Void) throws {
    var conditions: [SQL] = ["organisation_id = \(organisation)", "round_id = \(asked.round.id)"]
    if !viewer.mayAll(.see, .map) {
      conditions.append(viewer.isConfirmed ? "participant_id = \(viewer.participant)" : "FALSE")
    }
    if let specialism = asked.specialism { conditions.append("specialism = \(specialism.position)") }
    if let participant = asked.question.participant { conditions.append("participant_id = \(participant)") }
    try connection.each(
      """
      SELECT DISTINCT participant_id, cell FROM nothing_here
      WHERE \(SQL.joined(conditions, by: " AND ")) AND cell BETWEEN 0 AND 63
      """
    ) { body($0.id(0), $0.int(1)) }
  }

  /// By name. Not found where one is asked for that the viewer may not see.
  func readOrganisations(_ asked: Asked) throws -> [ReadOrganisation] {
    let question = asked.question
    var conditions: [SQL] = ["p.organisation_id = \(organisation)"]
    if !viewer.mayAll(.see, .map) { conditions.append("p.id = \(viewer.participant)") }
    if let sector = question.sector { conditions.append("p.sector = \(sector)") }
    if let participant = question.participant { conditions.append("p.id = \(participant)") }
    let found = try connection.rows(
      """
      SELECT p.id, p.name, p.sector, p.is_expected, CASE WHEN EXISTS (SELECT 1 FROM area_people a
        JOIN memberships m ON m.organisation_id = a.organisation_id AND m.account_id = a.account_id
        WHERE a.organisation_id = p.organisation_id AND a.participant_id = p.id AND m.until_day IS NULL)
        THEN 1 ELSE 0 END
      FROM participants p WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY p.folded, p.id
      """
    ) { row in
      ReadOrganisation(
        id: row.id(0), name: row.text(1), sector: row.text(2), isExpected: row.bool(3), hasJoined: row.int(4) == 1)
    }
    if question.participant != nil, found.isEmpty { throw Refusal.notFound() }
    return found
  }
}

/// Cells as kept, as cells of the framework that is shown: each set once, since entries share few.
private struct CellTranslation {
  private let own: Framework
  private let other: Framework?
  private let there: UInt64
  private var known: [UInt64: Cells] = [:]
  /// The cells that are shown and that the round’s own framework has.
  let asked: Cells

  init(_ own: Framework, _ other: Framework?) {
    self.own = own
    self.other = other
    there = Cells(own.cells).bits
    asked = other.map { own.cells(Cells(own.cells), in: $0) } ?? Cells(own.cells)
  }

  mutating func cells(_ kept: Int) -> Cells {
    let bits = UInt64(bitPattern: Int64(kept)) & there
    guard let other else { return Cells(bits: bits) }
    if let cells = known[bits] { return cells }
    let cells = own.cells(Cells(bits: bits), in: other)
    known[bits] = cells
    return cells
  }
}
