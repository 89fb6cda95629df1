package import Domain
package import SQL

/// An organisation's own entries of a round, and those of the round before that can be copied.
extension Entries {
  /// What the viewer's organisation has entered in a round, newest first: drafts too, as far as the viewer may see them.
  /// `most` keeps a page from growing without end.
  package func own(in round: ID<Round>, states: Set<Entry.State> = [], most: Int = 500) throws -> [Entry] {
    let states: SQL =
      states.isEmpty ? "TRUE" : "e.state IN (\(SQL.list(states.map(\.rawValue).sorted())))"
    return try load("e.round_id = \(round) AND \(mine()) AND \(states)", limit: "LIMIT \(most)")
  }

  /// Of `e`: the organisation that the viewer works for; the viewer's own where they never said.
  private func mine() -> SQL {
    guard let participant = viewer.participant else { return "e.account_id = \(viewer.account)" }
    return "e.participant_id = \(participant)"
  }

  /// What the same organisation said in this round, but for `id`: so that nothing is told twice.
  package func others(than id: ID<Entry>?, in round: ID<Round>) throws -> [EntryDetails] {
    try own(in: round, states: [.draft, .live]).filter { $0.id != id }.map(\.details)
  }

  /// What was on the map in the last round before `round` in which the organisation told of anything, and has not been
  /// copied into it, newest first, with that round; nil where there is none.
  package func earlier(than round: Round) throws -> (round: Round, entries: [Entry])? {
    guard viewer.may(.do, .entries) else { return nil }
    let before = try Rounds(viewer, connection).all().last { try $0.number < round.number && told(in: $0.id) }
    guard let before else { return nil }
    let entries = try load(
      """
      e.round_id = \(before.id) AND e.state = 'live' AND \(mine()) AND NOT EXISTS (
        SELECT 1 FROM entries c WHERE c.organisation_id = e.organisation_id AND c.copied_from = e.id
          AND c.round_id = \(round.id) AND c.state <> 'withdrawn')
      """)
    return (before, entries)
  }

  private func told(in round: ID<Round>) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM entries e WHERE e.organisation_id = \(organisation) AND e.round_id = \(round) AND e.state = 'live'
        AND \(mine()) AND \(visible()) LIMIT 1
      """
    ) { _ in true } ?? false
  }

  /// Copies entries of the round before as drafts, cells by the crosswalk of levels; the number of those that were copied.
  /// What is copied already, or is not the organisation's, is passed over, so that a form that is sent twice copies once.
  @discardableResult
  package func copy(_ ids: Set<ID<Entry>>, to round: Round, today: Day) throws -> Int {
    try mustTakeEntries(round.id, today)
    guard let (before, entries) = try earlier(than: round) else { return 0 }
    let frameworks = try Frameworks(viewer, connection).all()
    guard let old = frameworks.first(where: { $0.id == before.framework }),
      let new = frameworks.first(where: { $0.id == round.framework })
    else { return 0 }
    let chosen = entries.filter { ids.contains($0.id) }
    for entry in chosen.reversed() {
      var details = entry.details
      details.cells = old.cells(details.cells, in: new)
      let id = try add(details, to: round.id, isDraft: true, today: today, copiedFrom: entry.id)
      try connection.record(
        "copied", "entry", id.text, by: viewer, before: ["round": before.title], after: ["round": round.title])
    }
    return chosen.count
  }

  /// Puts every draft of the viewer's own organisation that is whole on the map; how many were, and how many still lack
  /// something.
  package func sendWholeDrafts(in round: ID<Round>, only ids: Set<ID<Entry>>, today: Day) throws -> (
    sent: Int, left: Int
  ) {
    let drafts = try own(in: round, states: [.draft]).filter { ids.contains($0.id) }
    var sent = 0
    for draft in drafts where (try? draft.details.checked(forSending: true)) != nil {
      try change(draft.id, to: draft.details, sends: true, version: draft.version, today: today)
      sent += 1
    }
    return (sent, drafts.count - sent)
  }
}

extension Entries {
  /// The round that takes entries on `day`; else the newest.
  package func currentRound(on day: Day) throws -> ID<Round>? { try Rounds(viewer, connection).current(on: day)?.id }
}

extension Connection {
  /// What one of an area's organisations is called: whoever sees an entry sees whose it is.
  package func participantName(_ id: ID<Participant>, of area: ID<Organisation>) throws -> String {
    try first("SELECT name FROM participants WHERE organisation_id = \(area) AND id = \(id)") { $0.text(0) } ?? ""
  }

  /// The same of many at once.
  package func participantNames(_ ids: Set<ID<Participant>>, of area: ID<Organisation>) throws -> [ID<Participant>:
    String]
  {
    var names: [ID<Participant>: String] = [:]
    for part in ids.sorted().chunks(of: 400) {
      try each("SELECT id, name FROM participants WHERE organisation_id = \(area) AND id IN (\(SQL.list(part)))") {
        names[$0.id(0)] = $0.text(1)
      }
    }
    return names
  }
}
