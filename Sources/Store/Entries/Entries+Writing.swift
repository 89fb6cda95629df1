package import Domain
import SQL

extension Entries {
  /// Adds an entry for the organisation that the viewer works for, as a draft or sent in. Refuses outside the days of the
  /// round, and what `EntryDetails.checked` refuses. `id`: the one that the form was given, so that a form that is sent
  /// twice adds one entry.
  @discardableResult
  package func add(
    _ typed: EntryDetails, to round: ID<Round>, isDraft: Bool, id given: ID<Entry>? = nil, today: Day,
    origin: String? = nil, originKey: String? = nil, copiedFrom: ID<Entry>? = nil
  ) throws -> ID<Entry> {
    try viewer.must(.do, .entries)
    if let given, try connection.keeps(given, in: "entries", of: organisation) { return given }
    guard let participant = viewer.participant else {
      throw Refusal.refused("Say first for which organisation you take part.")
    }
    try mustTakeEntries(round, today)
    let details = try typed.checked(forSending: !isDraft)
    let id = given ?? connection.newID(Entry.self)
    try insert(
      id, details, round: round, participant: participant, account: viewer.account, author: viewer.name,
      state: isDraft ? .draft : .live, origin: origin, originKey: originKey, copiedFrom: copiedFrom)
    try connection.record(
      isDraft ? "drafted" : "added", "entry", id.text, by: viewer, after: EntryHistory.words(details))
    return id
  }

  /// Changes an entry; `sends` puts a draft on the map. Refuses somebody else's, a round that takes none any more, one that
  /// was merged, and an older version. A changed entry has to be checked, and agreed to for the public, again.
  package func change(
    _ id: ID<Entry>, to typed: EntryDetails, sends: Bool, version: Int, today: Day
  ) throws {
    let old = try toChange(id, today)
    if old.version != version { throw Entries.changedMeanwhile }
    let state: Entry.State = old.state == .draft && !sends ? .draft : .live
    let details = try typed.checked(forSending: state == .live)
    if details == old.details, state == old.state { return }
    try rewrite(old, details, state)
  }

  /// Writes what has changed, with its line of history.
  func rewrite(_ old: Entry, _ details: EntryDetails, _ state: Entry.State) throws {
    let id = old.id
    let keeps = details == old.details
    try connection.run(
      """
      UPDATE entries SET \(assignments(details)), state = \(state.rawValue), changed_at = \(connection.now),
        checked_at = CASE WHEN \(keeps) THEN checked_at ELSE NULL END,
        checked_by = CASE WHEN \(keeps) THEN checked_by ELSE NULL END,
        public_by_coordinator = CASE WHEN \(keeps) THEN public_by_coordinator ELSE \(false) END, version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try write(details.localities, of: id)
    try write(EntryWords.of(details), of: id)
    let (before, after) = (EntryHistory.words(old.details), EntryHistory.words(details))
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    try connection.record(
      old.state == .draft && state == .live ? "added" : "changed", "entry", id.text, by: viewer,
      before: before.filter { changed.contains($0.key) }, after: after.filter { changed.contains($0.key) })
  }

  /// Takes an entry back from the map, or a draft away; `puts back` the other way.
  package func withdraw(_ id: ID<Entry>, version: Int, today: Day) throws {
    try move(id, to: .withdrawn, "withdrawn", version: version, today)
  }

  package func restore(_ id: ID<Entry>, version: Int, today: Day) throws {
    let entry = try toChange(id, today)
    guard entry.state == .withdrawn else { throw Refusal.conflict("This entry is not withdrawn.") }
    let isWhole = (try? entry.details.checked(forSending: true)) != nil
    try move(id, to: isWhole ? .live : .draft, "restored", version: version, today)
  }

  private func move(_ id: ID<Entry>, to state: Entry.State, _ act: String, version: Int, _ today: Day) throws {
    let old = try toChange(id, today)
    if old.version != version { throw Entries.changedMeanwhile }
    try connection.run(
      """
      UPDATE entries SET state = \(state.rawValue), changed_at = \(connection.now), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try connection.record(act, "entry", id.text, by: viewer, after: ["name": old.details.name])
  }

  static let changedMeanwhile = Refusal.conflict("Somebody has changed this entry since you opened this page.")

  private func toChange(_ id: ID<Entry>, _ today: Day) throws -> Entry {
    try viewer.must(.do, .entries)
    let entry = try find(id)
    if !isOwn(entry) { throw Refusal.refused() }
    if entry.state == .merged { throw Refusal.conflict("This entry was merged with another, which stands for both.") }
    try mustTakeEntries(entry.round, today)
    return entry
  }

  func mustTakeEntries(_ round: ID<Round>, _ today: Day) throws {
    let round = try Rounds(viewer, connection).find(round)
    if round.isClosed { throw Refusal.conflict("\(round.title) is closed. What it holds stays as it was.") }
    if round.from > today { throw Refusal.conflict("\(round.title) takes entries from \(round.from.words) on.") }
    if let until = round.until, until < today {
      throw Refusal.conflict("\(round.title) took entries until \(until.words). Ask the coordinator to open it again.")
    }
  }

  func insert(
    _ id: ID<Entry>, _ details: EntryDetails, round: ID<Round>, participant: ID<Participant>, account: ID<Account>?,
    author: String, state: Entry.State, origin: String?, originKey: String?, copiedFrom: ID<Entry>?
  ) throws {
    try connection.run(
      """
      INSERT INTO entries (organisation_id, id, round_id, participant_id, account_id, author, kind, state, title,
        description, cells, specialisms, audience, age_from, age_until, place, frequency, reach, capacity, cost, funder,
        evidence, effect, affected, suggestion, origin, origin_key, copied_from, merged_into, checked_at, checked_by,
        public_by_author, public_by_coordinator, created_at, changed_at, version)
      VALUES (\(organisation), \(id), \(round), \(participant), \(account), \(author), \(details.kind.rawValue),
        \(state.rawValue), \(details.title), \(details.description), \(details.cells), \(details.specialisms),
        \(details.audience), \(details.ageFrom), \(details.ageUntil), \(details.place), \(details.frequency),
        \(details.reach), \(details.capacity), \(details.cost?.count), \(details.funder), \(details.evidence),
        \(details.effect), \(details.affected), \(details.suggestion), \(origin), \(originKey), \(copiedFrom), NULL, NULL,
        NULL, \(details.isPublicByAuthor), \(false), \(connection.now), \(connection.now), 1)
      """)
    try write(details.localities, of: id)
    try write(EntryWords.of(details), of: id)
  }

  private func assignments(_ details: EntryDetails) -> SQL {
    """
    kind = \(details.kind.rawValue), title = \(details.title), description = \(details.description),
    cells = \(details.cells), specialisms = \(details.specialisms), audience = \(details.audience),
    age_from = \(details.ageFrom), age_until = \(details.ageUntil), place = \(details.place),
    frequency = \(details.frequency), reach = \(details.reach), capacity = \(details.capacity),
    cost = \(details.cost?.count), funder = \(details.funder), evidence = \(details.evidence),
    effect = \(details.effect), affected = \(details.affected), suggestion = \(details.suggestion),
    public_by_author = \(details.isPublicByAuthor)
    """
  }

  private func write(_ localities: Set<ID<Locality>>, of id: ID<Entry>) throws {
    try connection.run(
      "DELETE FROM entry_localities WHERE organisation_id = \(organisation) AND entry_id = \(id)")
    try connection.insert(
      into: "entry_localities", "organisation_id, entry_id, locality_id",
      rows: localities.sorted().map { "\(organisation), \(id), \($0)" })
  }

  private func write(_ words: Set<String>, of id: ID<Entry>) throws {
    try connection.run("DELETE FROM entry_words WHERE organisation_id = \(organisation) AND entry_id = \(id)")
    try connection.insert(
      into: "entry_words", "organisation_id, word, entry_id",
      rows: words.sorted().map { "\(organisation), \($0), \(id)" })
  }
}

/// An entry in the words of history.
enum EntryHistory {
  static func words(_ details: EntryDetails) -> [String: String] {
    var words = ["kind": details.kind.name, "name": details.name, "description": details.description]
    words["cells"] = Self.words(details.cells).nilIfEmpty
    words["who for"] = details.audience.nilIfEmpty
    words["where"] = details.place.nilIfEmpty
    words["how often"] = details.frequency.nilIfEmpty
    words["children reached a year"] = details.reach.map(String.init)
    words["places a year"] = details.capacity.map(String.init)
    words["cost"] = details.cost?.words
    words["funder"] = details.funder.nilIfEmpty
    words["evidence"] = details.evidence.nilIfEmpty
    words["effect"] = details.effect.nilIfEmpty
    words["children touched"] = details.affected.map(String.init)
    words["suggestion"] = details.suggestion.nilIfEmpty
    words["public"] = details.isPublicByAuthor ? "agreed" : nil
    return words
  }

  /// Strand and level counted from 1: `1.2, 5.2`. Pages say them with the framework's names.
  static func words(_ cells: Cells) -> String {
    cells.all.map { "\($0.strand + 1).\($0.level + 1)" }.joined(separator: ", ")
  }
}
