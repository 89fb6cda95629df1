package import Domain
import SQL

/// Entries that come by a file: a contributor's for the organisation that they work for, a coordinator's for any.
extension Entries {
  /// Whether the viewer may bring in a file of entries at all.
  package var takesFiles: Bool { viewer.mayAll(.do, .tidying) || viewer.may(.do, .entries) }

  /// Whether files may be of other organisations than the viewer's own.
  package var takesFilesOfAll: Bool { viewer.mayAll(.do, .tidying) }

  /// What is on the map or in drafts of these organisations in a round: what a file is compared with.
  package func kept(of participants: Set<ID<Participant>>, in round: ID<Round>) throws -> [Entry] {
    try participants.sorted().chunks(of: 400).flatMap { part in
      try load("e.round_id = \(round) AND e.state IN ('live', 'draft') AND e.participant_id IN (\(SQL.list(part)))")
    }
  }

  /// Whether a file may change this entry: the viewer's own organisation's; a coordinator's file what came by a file.
  package func mayRewrite(_ entry: Entry) -> Bool {
    if takesFilesOfAll, entry.account == nil { return true }
    return isOwn(entry)
  }

  /// Puts an entry of a file on the map.
  @discardableResult
  package func takeIn(
    _ typed: EntryDetails, of participant: ID<Participant>, in round: ID<Round>, today: Day
  ) throws -> ID<Entry> {
    guard takesFilesOfAll || (viewer.may(.do, .entries) && viewer.participant == participant) else {
      throw Refusal.refused()
    }
    try mustTakeEntries(round, today)
    let details = try typed.checked(forSending: true)
    let id = connection.newID(Entry.self)
    try insert(
      id, details, round: round, participant: participant,
      account: viewer.participant == participant ? viewer.account : nil, author: viewer.name, state: .live,
      origin: "A file", originKey: nil, copiedFrom: nil)
    try connection.record("imported", "entry", id.text, by: viewer, after: EntryHistory.words(details))
    return id
  }

  /// Lets a file change an entry; the versions were compared in the same transaction.
  package func takeIn(_ typed: EntryDetails, over entry: Entry, today: Day) throws {
    guard takesFiles, mayRewrite(entry) else { throw Refusal.refused() }
    try mustTakeEntries(entry.round, today)
    try rewrite(entry, try typed.checked(forSending: true), .live)
  }
}
