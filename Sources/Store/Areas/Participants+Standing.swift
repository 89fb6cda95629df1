package import Domain
import SQL

extension Participants {
  /// An organisation with who joined for it, and whether it has answered in a round.
  package struct Standing: Sendable, Hashable {
    package let participant: Participant
    package let people: Int
    package let unconfirmed: Int
    /// Entries that are sent in.
    package let entries: Int
    /// Cells of which it said that there is nothing.
    package let nothings: Int

    /// Silence is no answer; that there is nothing is one.
    package var hasAnswered: Bool { entries > 0 || nothings > 0 }
  }

  /// All organisations of the area, by name. For those who see everybody.
  package func standings(in round: ID<Round>?, on today: Day) throws -> [Standing] {
    try viewer.mustAll(.see, .participants)
    let here = viewer.organisation
    var people: [ID<Participant>: (all: Int, unconfirmed: Int)] = [:]
    try connection.each(
      """
      SELECT p.participant_id, COUNT(*), COUNT(p.confirmed_at) FROM area_people p
      WHERE p.organisation_id = \(here) AND p.participant_id IS NOT NULL AND EXISTS (SELECT 1 FROM memberships m
        WHERE m.organisation_id = p.organisation_id AND m.account_id = p.account_id AND m.from_day <= \(today)
          AND (m.until_day IS NULL OR m.until_day >= \(today)))
      GROUP BY p.participant_id
      """
    ) { people[$0.id(0)] = (all: $0.int(1), unconfirmed: $0.int(1) - $0.int(2)) }
    let entries = try counts(
      """
      SELECT participant_id, COUNT(*) FROM entries
      WHERE organisation_id = \(here) AND round_id = \(round) AND state = 'live' GROUP BY participant_id
      """)
    let nothings = try counts(
      """
      SELECT participant_id, COUNT(*) FROM nothing_here
      WHERE organisation_id = \(here) AND round_id = \(round) GROUP BY participant_id
      """)
    return try all().map { one in
      Standing(
        participant: one, people: people[one.id]?.all ?? 0, unconfirmed: people[one.id]?.unconfirmed ?? 0,
        entries: entries[one.id] ?? 0, nothings: nothings[one.id] ?? 0)
    }
  }

  /// What goes to the other organisation when `id` is merged into it.
  package func belongings(of id: ID<Participant>) throws -> (people: Int, entries: Int, nothings: Int) {
    try viewer.mustAll(.see, .participants)
    func count(_ table: SQL) throws -> Int {
      try connection.count(
        "SELECT COUNT(*) FROM \(table) WHERE organisation_id = \(viewer.organisation) AND participant_id = \(id)")
    }
    return (try count("area_people"), try count("entries"), try count("nothing_here"))
  }

  /// Waits for the answer of one that is there.
  package func expect(_ id: ID<Participant>) throws {
    try viewer.mustAll(.do, .participants)
    let written = try connection.run(
      """
      UPDATE participants SET is_expected = \(true), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND is_expected = \(false)
      """)
    if written == 1 {
      try connection.record("changed", "organisation", id.text, by: viewer, after: ["expected": "yes"])
    }
  }

  /// Takes one away that was added by mistake. Refuses one for which anybody joined or anything was entered.
  package func remove(_ id: ID<Participant>) throws {
    try viewer.mustAll(.do, .participants)
    let gone = try find(id)
    let held = try belongings(of: id)
    guard held == (0, 0, 0) else {
      throw Refusal.conflict(
        "People or entries belong to \(gone.name). Merge it into another organisation instead, and they go there.")
    }
    try connection.run("DELETE FROM participants WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record("removed", "organisation", id.text, by: viewer, before: ["name": gone.name])
  }

  private func counts(_ query: SQL) throws -> [ID<Participant>: Int] {
    var found: [ID<Participant>: Int] = [:]
    try connection.each(query) { found[$0.id(0)] = $0.int(1) }
    return found
  }
}
