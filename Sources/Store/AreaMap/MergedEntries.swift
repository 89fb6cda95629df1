import Domain
import SQL

/// What stands for several entries of a round.
struct MergedEntries {
  /// By the entry that stands for others, the largest numbers that these give.
  var numbers: [ID<Entry>: MergedNumbers] = [:]
  /// By the gap that stands for others, the organisations that said these.
  var speakers: [ID<Entry>: [ID<Participant>]] = [:]
}

/// Numbers of children of an entry that stands for several: the largest that any of them gives, for they tell of the same
/// children.
struct MergedNumbers {
  var reach: Int?
  var places: Int?
  var affected: Int?

  mutating func take(_ other: MergedNumbers) {
    reach = [reach, other.reach].compactMap(\.self).max()
    places = [places, other.places].compactMap(\.self).max()
    affected = [affected, other.affected].compactMap(\.self).max()
  }
}

/// The merged entries of the rounds that were asked for, each read once for all the parts of a report: these stand in one
/// transaction.
final class MergedRounds {
  private var read: [ID<Round>: MergedEntries] = [:]

  func entries(of round: ID<Round>, _ reading: () throws -> MergedEntries) rethrows -> MergedEntries {
    if let known = read[round] { return known }
    let found = try reading()
    read[round] = found
    return found
  }
}

extension AreaMaps {
  /// Of a question's round; nothing in the public version, where each entry stands for itself.
  func merged(in round: ID<Round>, _ question: AreaMapQuestion) throws -> MergedEntries {
    if question.isPublic { return MergedEntries() }
    return try mergedRounds.entries(of: round) { try readMerged(in: round) }
  }

  private func readMerged(in round: ID<Round>) throws -> MergedEntries {
    let rows = try connection.rows(
      """
      SELECT e.id, e.merged_into, e.kind, e.participant_id, e.reach, e.capacity, e.affected FROM entries e
      WHERE e.organisation_id = \(organisation) AND e.round_id = \(round) AND e.state = 'merged'
        AND e.merged_into IS NOT NULL AND \(mine())
      """
    ) { row in
      (
        id: row.id(0, Entry.self), into: row.id(1, Entry.self), isGap: row.text(2) == EntryKind.gap.rawValue,
        speaker: row.id(3, Participant.self),
        numbers: MergedNumbers(reach: row.intOrNil(4), places: row.intOrNil(5), affected: row.intOrNil(6))
      )
    }
    let next = Dictionary(rows.map { ($0.id, $0.into) }) { first, _ in first }
    return rows.reduce(into: MergedEntries()) { found, row in
      let end = Self.end(of: row.into, by: next)
      found.numbers[end, default: MergedNumbers()].take(row.numbers)
      if row.isGap { found.speakers[end, default: []].append(row.speaker) }
    }
  }

  /// What was merged into one that was merged stands under the last of them.
  private static func end(of entry: ID<Entry>, by next: [ID<Entry>: ID<Entry>]) -> ID<Entry> {
    var (end, steps) = (entry, 0)
    while let further = next[end], steps < 20 { (end, steps) = (further, steps + 1) }
    return end
  }
}
