package import Domain
package import SQL

/// Entries on an area's map, as `viewer` may see and change them: contributors what they wrote and, once confirmed, all of
/// their organisation; coordinators and commissioners what was sent in, never a draft.
package struct Entries {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  var organisation: ID<Organisation> { viewer.organisation }

  static let columns: SQL = """
    e.id, e.round_id, e.participant_id, e.account_id, e.author, e.state, e.kind, e.title, e.description, e.cells,
    e.specialisms, e.audience, e.age_from, e.age_until, e.place, e.frequency, e.reach, e.capacity, e.cost, e.funder,
    e.evidence, e.effect, e.affected, e.suggestion, e.public_by_author, e.origin, e.origin_key, e.merged_into,
    e.checked_at, e.checked_by, e.public_by_coordinator, e.created_at, e.changed_at, e.version
    """

  /// The texts of `EntryDetails.searchable` in one.
  static let searchable: SQL = """
    e.title || ' ' || e.description || ' ' || e.audience || ' ' || e.place || ' ' || e.frequency || ' ' || e.funder || ' '
    || e.evidence || ' ' || e.effect || ' ' || e.suggestion
    """

  /// Which rows of `e` the viewer may see.
  func visible() -> SQL {
    if viewer.mayAll(.see, .entries) {
      // Who coordinates and contributes as well sees their own drafts.
      let hasOwn = viewer.account != nil && viewer.reach(.do, .entries) == .own
      return hasOwn ? "(e.state <> 'draft' OR \(own))" : "e.state <> 'draft'"
    }
    return viewer.may(.see, .entries) ? own : "FALSE"
  }

  /// What the viewer wrote and, once confirmed, what their organisation entered.
  private var own: SQL {
    guard let account = viewer.account else { return "FALSE" }
    guard viewer.isConfirmed, let participant = viewer.participant else { return "e.account_id = \(account)" }
    return "(e.account_id = \(account) OR e.participant_id = \(participant))"
  }

  /// Whether the viewer may change an entry that they see: what they wrote, and once confirmed what their organisation
  /// entered. Who coordinates as well sees more, and changes no more.
  package func isOwn(_ entry: Entry) -> Bool {
    switch viewer.reach(.do, .entries) {
    case .all: return true
    case .none: return false
    default:
      let isByThem = entry.account != nil && entry.account == viewer.account
      return isByThem || (viewer.isConfirmed && viewer.participant == entry.participant)
    }
  }

  package func find(_ id: ID<Entry>) throws -> Entry {
    guard let found = try load("e.id = \(id)").first else { throw Refusal.notFound() }
    return found
  }

  /// What the viewer may see of a round, newest first.
  package func all(in round: ID<Round>) throws -> [Entry] { try load("e.round_id = \(round)") }

  /// The last `most` of those that match, and how many there are in all.
  package func matching(_ filter: EntryFilter, most: Int = 200, from first: Int = 0) throws -> (
    entries: [Entry], count: Int
  ) {
    let condition = filter.condition(organisation)
    let all: SQL = "FROM entries e WHERE e.organisation_id = \(organisation) AND \(visible()) AND \(condition)"
    if filter.words.isEmpty {
      return (
        try load(condition, limit: "LIMIT \(most) OFFSET \(first)"), try connection.count("SELECT COUNT(*) \(all)")
      )
    }
    // Words are looked up once, for the number and for the page.
    let found: [ID<Entry>] = try connection.rows("SELECT e.id \(all) ORDER BY e.id DESC") { $0.id(0) }
    return (try find(Set(found.dropFirst(first).prefix(most))).sorted { $0.id > $1.id }, found.count)
  }

  func load(_ condition: SQL, limit: SQL = "") throws -> [Entry] {
    var entries: [Entry] = []
    try connection.each(
      """
      SELECT \(Entries.columns) FROM entries e WHERE e.organisation_id = \(organisation) AND \(visible()) AND \(condition)
      ORDER BY e.id DESC \(limit)
      """
    ) { entries.append(Entries.read($0)) }
    let places = try localities(of: entries.map(\.id))
    // In their places: a copy of all would be as large again.
    for index in entries.indices {
      guard let found = places[entries[index].id] else { continue }
      var details = entries[index].details
      details.localities = found
      entries[index] = entries[index].with(details)
    }
    return entries
  }

  private func localities(of entries: [ID<Entry>]) throws -> [ID<Entry>: Set<ID<Locality>>] {
    var found: [ID<Entry>: Set<ID<Locality>>] = [:]
    for part in entries.chunks(of: 400) {
      try connection.each(
        """
        SELECT entry_id, locality_id FROM entry_localities
        WHERE organisation_id = \(organisation) AND entry_id IN (\(SQL.list(part)))
        """
      ) { found[$0.id(0), default: []].insert($0.id(1)) }
    }
    return found
  }

  static func read(_ row: any Row) -> Entry {
    var details = EntryDetails(EntryKind(rawValue: row.text(6)) ?? .provision)
    details.title = row.text(7)
    details.description = row.text(8)
    details.cells = Cells(bits: UInt64(bitPattern: Int64(row.int(9))))
    details.specialisms = Specialisms(bits: UInt32(truncatingIfNeeded: row.int(10)))
    details.audience = row.text(11)
    details.ageFrom = row.intOrNil(12)
    details.ageUntil = row.intOrNil(13)
    details.place = row.text(14)
    details.frequency = row.text(15)
    details.reach = row.intOrNil(16)
    details.capacity = row.intOrNil(17)
    details.cost = row.intOrNil(18).map { Pence($0) }
    details.funder = row.text(19)
    details.evidence = row.text(20)
    details.effect = row.text(21)
    details.affected = row.intOrNil(22)
    details.suggestion = row.text(23)
    details.isPublicByAuthor = row.bool(24)
    return Entry(
      id: row.id(0), round: row.id(1), participant: row.id(2), account: row.idOrNil(3), author: row.text(4),
      state: Entry.State(rawValue: row.text(5)) ?? .draft, details: details, origin: row.textOrNil(25),
      originKey: row.textOrNil(26), mergedInto: row.idOrNil(27), checkedAt: row.momentOrNil(28),
      checkedBy: row.textOrNil(29), isPublicByCoordinator: row.bool(30), createdAt: row.moment(31),
      changedAt: row.moment(32), version: row.int(33))
  }
}

extension Entry {
  /// With the largest numbers of those for which it stands.
  func with(_ others: MergedNumbers) -> Entry {
    var numbers = MergedNumbers(reach: details.reach, places: details.capacity, affected: details.affected)
    numbers.take(others)
    var details = details
    (details.reach, details.capacity, details.affected) = (numbers.reach, numbers.places, numbers.affected)
    return with(details)
  }

  func with(_ details: EntryDetails) -> Entry {
    Entry(
      id: id, round: round, participant: participant, account: account, author: author, state: state, details: details,
      origin: origin, originKey: originKey, mergedInto: mergedInto, checkedAt: checkedAt, checkedBy: checkedBy,
      isPublicByCoordinator: isPublicByCoordinator, createdAt: createdAt, changedAt: changedAt, version: version)
  }
}

extension Cells: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(bitPattern: bits)) }
}

extension Specialisms: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(bits)) }
}
