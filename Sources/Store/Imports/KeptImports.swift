package import Domain
import Foundation
import SQL

/// A file between its preview and its commit, with what was said of it. Kept for a day at the most.
package struct KeptImport: Sendable {
  package let id: ID<KeptImport>
  package let kind: String
  package let fileName: String
  package let file: [UInt8]
  package let mapping: [String: String]
  package let effective: Day?
  /// The preview as it was shown, and the fingerprint of what it compared.
  package let preview: String
  package let fingerprint: String
}

extension Imports {
  private static let kept: TimeInterval = 24 * 3600

  /// Keeps a file with its preview; whatever is older than a day goes, file and all.
  package func keep(
    kind: String, fileName: String, file: [UInt8], mapping: [String: String], effective: Day?, preview: String,
    fingerprint: String, rows: Int
  ) throws -> ID<KeptImport> {
    try viewer.must(.do, .imports)
    try connection.run("DELETE FROM imports WHERE expires_at < \(connection.now)")
    let id = connection.newID(KeptImport.self)
    try connection.run(
      """
      INSERT INTO imports (organisation_id, id, kind, account_id, file_name, file, mapping, answers, effective_day, until_day,
        state, rows_read, rows_in_all, refusal, preview, fingerprint, counts, created_at, expires_at, committed_at, version)
      VALUES (\(viewer.organisation), \(id), \(kind), \(viewer.account), \(fileName), \(file),
        \(HistoryText.write(mapping) ?? "{}"), '{}', \(effective), NULL, 'ready', \(rows), \(rows), NULL, \(preview),
        \(fingerprint), NULL, \(connection.now), \(connection.now.addingTimeInterval(Imports.kept)), NULL, 1)
      """)
    return id
  }

  /// A file that waits for its commit; nil when it is too old, committed, or not this school's.
  package func find(_ id: ID<KeptImport>) throws -> KeptImport? {
    guard viewer.may(.do, .imports) else { return nil }
    return try connection.first(
      """
      SELECT kind, file_name, file, mapping, effective_day, preview, fingerprint FROM imports
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND state = 'ready' AND expires_at > \(connection.now)
      """
    ) { row in
      KeptImport(
        id: id, kind: row.text(0), fileName: row.text(1), file: row.bytesOrNil(2) ?? [],
        mapping: HistoryText.read(row.text(3)), effective: row.dayOrNil(4), preview: row.textOrNil(5) ?? "",
        fingerprint: row.textOrNil(6) ?? "")
    }
  }

  /// After its commit or when it is given up: the file goes at once.
  package func forget(_ id: ID<KeptImport>) throws {
    try viewer.must(.do, .imports)
    try connection.run("DELETE FROM imports WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
  }
}
