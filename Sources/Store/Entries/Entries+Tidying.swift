package import Domain
package import Foundation
import SQL

/// What coordinators do with other people's entries. The author's words are never changed by it.
extension Entries {
  /// Marks entries as looked through, or takes the mark back; those that are not on the map are passed over.
  package func mark(_ ids: Set<ID<Entry>>, checked: Bool) throws {
    for entry in try tidied(ids) where entry.state == .live && (entry.checkedAt != nil) != checked {
      try connection.run(
        """
        UPDATE entries SET checked_at = \(checked ? connection.now : nil), checked_by = \(checked ? viewer.name : nil)
        WHERE organisation_id = \(organisation) AND id = \(entry.id)
        """)
      try connection.record(checked ? "checked" : "unchecked", "entry", entry.id.text, by: viewer)
    }
  }

  /// Agrees that entries may be shown to the public, or takes it back. They are shown once their author agrees as well.
  package func agree(_ ids: Set<ID<Entry>>, toPublic isPublic: Bool) throws {
    for entry in try tidied(ids) where entry.state == .live && entry.isPublicByCoordinator != isPublic {
      try connection.run(
        """
        UPDATE entries SET public_by_coordinator = \(isPublic)
        WHERE organisation_id = \(organisation) AND id = \(entry.id)
        """)
      try connection.record(
        isPublic ? "agreed to the public" : "kept from the public", "entry", entry.id.text, by: viewer)
    }
  }

  /// Puts an entry into other cells. Its words stay; its author is shown what stood there before until they have seen it.
  package func move(_ id: ID<Entry>, to cells: Cells, version: Int) throws {
    guard let entry = try tidied([id]).first else { throw Refusal.notFound() }
    if cells.isEmpty { throw Refusal.invalid("Tick one cell at least.", field: "cells") }
    if entry.state == .merged { throw Refusal.conflict("This entry was merged with another, which stands for both.") }
    if entry.version != version { throw Entries.changedMeanwhile }
    if cells == entry.details.cells { return }
    try mustBeOpen(entry.round)
    try connection.run(
      """
      UPDATE entries SET cells = \(cells), cells_before = COALESCE(cells_before, \(entry.details.cells)),
        moved_at = \(connection.now), moved_by = \(viewer.name), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try connection.record(
      "moved", "entry", id.text, by: viewer, before: ["cells": EntryHistory.words(entry.details.cells)],
      after: ["cells": EntryHistory.words(cells)])
  }

  /// What a coordinator moved and the author has not said to have seen.
  package struct Move: Hashable, Sendable {
    package let entry: ID<Entry>
    package let before: Cells
    package let after: Cells
    package let by: String
    package let at: Date
  }

  /// Of one entry, or of the viewer's own organisation.
  package func moves(of id: ID<Entry>? = nil) throws -> [Move] {
    let which: SQL =
      if let id { "e.id = \(id)" } else {
        viewer.participant.map { "e.participant_id = \($0)" } ?? "e.account_id = \(viewer.account)"
      }
    return try connection.rows(
      """
      SELECT e.id, e.cells_before, e.cells, e.moved_by, e.moved_at FROM entries e
      WHERE e.organisation_id = \(organisation) AND e.cells_before IS NOT NULL AND \(visible()) AND \(which) ORDER BY e.id
      """
    ) { row in
      Move(
        entry: row.id(0), before: Cells(bits: UInt64(bitPattern: Int64(row.int(1)))),
        after: Cells(bits: UInt64(bitPattern: Int64(row.int(2)))), by: row.text(3), at: row.moment(4))
    }
  }

  /// Says that a move was seen: the desk tells of it no more. History keeps it.
  package func seeMove(of id: ID<Entry>) throws {
    guard isOwn(try find(id)) else { throw Refusal.refused() }
    let written = try connection.run(
      """
      UPDATE entries SET cells_before = NULL, moved_at = NULL, moved_by = NULL
      WHERE organisation_id = \(organisation) AND id = \(id) AND cells_before IS NOT NULL
      """)
    if written == 1 { try connection.record("seen", "entry", id.text, by: viewer) }
  }

  /// Lets one of several entries stand for all; the others are kept, and can be taken out again. `versions` are those that
  /// were shown: refuses where one has changed since, and names what stands there now.
  package func merge(_ others: [ID<Entry>: Int], into id: ID<Entry>, version: Int) throws {
    let ids = Set(others.keys).subtracting([id])
    let all = try tidied(ids.union([id]))
    guard let kept = all.first(where: { $0.id == id }), all.count == ids.count + 1 else { throw Refusal.notFound() }
    if ids.isEmpty { throw Refusal.invalid("Choose two entries at least.", field: "into") }
    // Sent twice: it is done already.
    if all.allSatisfy({ $0.id == id || ($0.state == .merged && $0.mergedInto == id) }) { return }
    for entry in all where entry.version != (entry.id == id ? version : others[entry.id]) {
      throw Refusal(
        .conflict, "“\(entry.details.name)” has been changed or merged since you opened this page.", field: "into")
    }
    for entry in all where entry.state != .live {
      throw Refusal(
        .conflict, "“\(entry.details.name)” is not on the map: \(entry.state.name.lowercased()).", field: "into")
    }
    if all.contains(where: { $0.round != kept.round || $0.details.kind != kept.details.kind }) {
      throw Refusal.invalid("Only entries of one round and one kind can be merged.", field: "into")
    }
    try mustBeOpen(kept.round)
    for entry in all where entry.id != id {
      try connection.run(
        """
        UPDATE entries SET state = 'merged', merged_into = \(id), version = version + 1
        WHERE organisation_id = \(organisation) AND id = \(entry.id)
        """)
      try connection.record(
        "merged", "entry", entry.id.text, by: viewer, before: ["name": entry.details.name],
        after: ["into": kept.details.name])
      try connection.record("took in", "entry", id.text, by: viewer, after: ["merged": entry.details.name])
    }
    try connection.run(
      "UPDATE entries SET version = version + 1 WHERE organisation_id = \(organisation) AND id = \(id)")
  }

  /// Takes an entry out of the one that stands for it: both are on the map again.
  package func unmerge(_ id: ID<Entry>, version: Int) throws {
    guard let entry = try tidied([id]).first else { throw Refusal.notFound() }
    guard entry.state == .merged, let into = entry.mergedInto else {
      throw Refusal.conflict("This entry is not merged with another.")
    }
    if entry.version != version { throw Entries.changedMeanwhile }
    try mustBeOpen(entry.round)
    try connection.run(
      """
      UPDATE entries SET state = 'live', merged_into = NULL, version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try connection.record("unmerged", "entry", id.text, by: viewer)
    try connection.record("gave back", "entry", into.text, by: viewer, after: ["unmerged": entry.details.name])
  }

  /// The entries for which this one stands.
  package func merged(into id: ID<Entry>) throws -> [Entry] { try load("e.merged_into = \(id)") }

  package func find(_ ids: Set<ID<Entry>>) throws -> [Entry] {
    if ids.isEmpty { return [] }
    return try ids.sorted().chunks(of: 400).flatMap { try load("e.id IN (\(SQL.list($0)))") }
  }

  private func tidied(_ ids: Set<ID<Entry>>) throws -> [Entry] {
    try viewer.mustAll(.do, .tidying)
    return try find(ids)
  }

  /// What a closed round holds stays as it was.
  private func mustBeOpen(_ round: ID<Round>) throws {
    let round = try Rounds(viewer, connection).find(round)
    if round.isClosed { throw Refusal.conflict("\(round.title) is closed. What it holds stays as it was.") }
  }
}
