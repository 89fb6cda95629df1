package import Domain
import Foundation
package import SQL

/// A file of entries between its choosing and its commit: kept for a day at the most, for the account alone that brought
/// it, and how the area's columns were mapped before.
package struct EntryFiles {
  let viewer: AreaViewer
  let connection: any Connection

  private static let kind = "entries"
  private static let kept: TimeInterval = 24 * 3600

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct Kept: Sendable {
    package let id: ID<KeptImport>
    package let fileName: String
    package let bytes: [UInt8]
    /// By the field's key, the heading of its column; empty: none.
    package let mapping: [String: String]
    /// What was written, in words, once it is committed; the file is gone then.
    package let counts: String?
  }

  /// Keeps a file under `id`, and says under which it is kept: a form that is sent twice keeps its file once; with another
  /// file in it, as after going back, it keeps that one under an id of its own.
  package func begin(_ id: ID<KeptImport>, fileName: String, file: [UInt8]) throws -> ID<KeptImport> {
    try must()
    try Imports.forgetOld(connection)
    if try connection.keeps(id, in: "imports", of: viewer.organisation) {
      let kept = try? find(id)
      if let kept, kept.bytes == file, kept.fileName == fileName { return id }
      return try begin(connection.newID(KeptImport.self), fileName: fileName, file: file)
    }
    try connection.run(
      """
      INSERT INTO imports (organisation_id, id, kind, account_id, file_name, file, mapping, answers, effective_day, until_day,
        state, rows_read, rows_in_all, refusal, preview, fingerprint, counts, created_at, touched_at, expires_at,
        committed_at, version)
      VALUES (\(viewer.organisation), \(id), \(Self.kind), \(viewer.account), \(fileName), \(file), '{}', '{}', NULL, NULL,
        'ready', 0, 0, NULL, NULL, NULL, NULL, \(connection.now), \(connection.now),
        \(connection.now.addingTimeInterval(Self.kept)), NULL, 1)
      """)
    return id
  }

  /// One's own file; "not found" where it is too old, given up, or somebody else's.
  package func find(_ id: ID<KeptImport>) throws -> Kept {
    try must()
    let found = try connection.first(
      "SELECT file_name, file, mapping, counts FROM imports WHERE \(own) AND id = \(id) AND expires_at > \(connection.now)"
    ) { row in
      Kept(
        id: id, fileName: row.text(0), bytes: row.bytesOrNil(1) ?? [], mapping: HistoryText.read(row.text(2)),
        counts: row.textOrNil(3))
    }
    guard let found else {
      throw Refusal.notFound("This file is not here any more: files are kept for a day. Choose it again.")
    }
    return found
  }

  package func say(_ mapping: [String: String], of id: ID<KeptImport>) throws {
    try must()
    try connection.run(
      "UPDATE imports SET mapping = \(HistoryText.write(mapping) ?? "{}") WHERE \(own) AND id = \(id) AND state = 'ready'"
    )
  }

  /// Within the transaction that writes it: the file goes, what was done is told for a day.
  package func markCommitted(_ id: ID<KeptImport>, counts: String) throws {
    let written = try connection.run(
      """
      UPDATE imports SET state = 'committed', counts = \(counts), committed_at = \(connection.now), file = NULL
      WHERE \(own) AND id = \(id) AND state = 'ready' AND expires_at > \(connection.now)
      """)
    if written == 0 { throw Refusal.conflict("This file has been brought in already, or given up.") }
  }

  package func forget(_ id: ID<KeptImport>) throws {
    try must()
    try connection.run("DELETE FROM imports WHERE \(own) AND id = \(id)")
  }

  /// By the field's key, the heading that the area last mapped to it.
  package func rememberedMapping() throws -> [String: String] {
    let text = try connection.first(
      "SELECT mapping FROM import_mappings WHERE organisation_id = \(viewer.organisation) AND kind = \(Self.kind)"
    ) { $0.text(0) }
    return HistoryText.read(text)
  }

  package func remember(_ mapping: [String: String]) throws {
    let text = try HistoryText.write(mapping) ?? "{}"
    try connection.run(
      """
      INSERT INTO import_mappings (organisation_id, kind, mapping, written_at)
      VALUES (\(viewer.organisation), \(Self.kind), \(text), \(connection.now))
      ON CONFLICT (organisation_id, kind) DO UPDATE SET mapping = \(text), written_at = \(connection.now)
      """)
  }

  /// That a file was brought in. The demonstration's doors close with it, for good.
  package func record(fileName: String, counts: String) throws {
    try connection.record(
      "imported", "import", Self.kind, by: viewer, after: ["file": String(fileName.prefix(200)), "rows": counts])
    try Demonstration.close(connection)
  }

  private func must() throws {
    guard Entries(viewer, connection).takesFiles else { throw Refusal.refused() }
  }

  private var own: SQL {
    "organisation_id = \(viewer.organisation) AND account_id = \(viewer.account) AND kind = \(Self.kind)"
  }
}
