package import Domain
package import Foundation
package import SQL

/// A file between its choosing and its commit, with what was said of it and what was read of it. Kept for a day at the
/// most, for the account alone that brought it: a preview may tell more than a colleague's role may see.
package struct KeptImport: Sendable {
  /// How far it has come. It is read in the background, by whichever server began or took over.
  package enum State: String, Sendable {
    case reading
    /// A column that is needed was not found: the user must say which it is.
    case unmapped
    case ready
    /// The file cannot be taken; the file itself is gone.
    case refused
    case committed
  }

  package let id: ID<KeptImport>
  package let kind: String
  package let fileName: String
  package let saying: Saying
  package let state: State
  package let rowsRead: Int
  package let rowsInAll: Int
  /// Why the file, or its columns, cannot be taken.
  package let refusal: String?
  /// What was read, as it is shown; empty until it is.
  package let preview: String
  /// Of what the preview compared.
  package let fingerprint: String
  /// What was written, in words, once it is committed.
  package let counts: String?
  package let createdAt: Date
  /// When whoever reads it last said so.
  package let touchedAt: Date
  /// Counts the readings: an older one's result is not taken.
  package let version: Int

  /// What the user says of a file.
  package struct Saying: Hashable, Sendable {
    /// By the field's key, the heading of its column; empty: none.
    package var mapping: [String: String]
    /// By the names of the page's fields, what was answered.
    package var answers: [String: String]
    package var effective: Day?
    package var until: Day?

    package init(
      mapping: [String: String] = [:], answers: [String: String] = [:], effective: Day? = nil, until: Day? = nil
    ) {
      self.mapping = mapping
      self.answers = answers
      self.effective = effective
      self.until = until
    }
  }
}

extension Imports {
  private static let kept: TimeInterval = 24 * 3600

  /// Whatever is older than a day goes, file and all. The operator's own housekeeping.
  package static func forgetOld(_ connection: any Connection) throws {
    try connection.run("DELETE FROM imports WHERE expires_at < \(connection.now)")
  }

  /// Keeps a file that is to be read; whatever is older than a day goes, file and all.
  package func begin(
    kind: String, fileName: String, file: [UInt8], saying: KeptImport.Saying = KeptImport.Saying()
  ) throws -> ID<KeptImport> {
    try viewer.must(.do, .imports)
    try Imports.forgetOld(connection)
    let id = connection.newID(KeptImport.self)
    try connection.run(
      """
      INSERT INTO imports (organisation_id, id, kind, account_id, file_name, file, mapping, answers, effective_day, until_day,
        state, rows_read, rows_in_all, refusal, preview, fingerprint, counts, created_at, touched_at, expires_at,
        committed_at, version)
      VALUES (\(viewer.organisation), \(id), \(kind), \(viewer.account), \(fileName), \(file),
        \(HistoryText.write(saying.mapping) ?? "{}"), \(HistoryText.write(saying.answers) ?? "{}"), \(saying.effective),
        \(saying.until), 'reading', 0, 0, NULL, NULL, NULL, NULL, \(connection.now), \(connection.now),
        \(connection.now.addingTimeInterval(Imports.kept)), NULL, 1)
      """)
    return id
  }

  /// One's own file; nil when it is too old, given up, or not one's own.
  package func find(_ id: ID<KeptImport>) throws -> KeptImport? {
    guard viewer.may(.do, .imports) else { return nil }
    return try connection.first(
      """
      SELECT \(Imports.columns) FROM imports WHERE \(own) AND id = \(id) AND expires_at > \(connection.now)
      """, Imports.kept)
  }

  /// One's own files that wait for their commit, the latest first.
  package func waiting() throws -> [KeptImport] {
    guard viewer.may(.do, .imports) else { return [] }
    return try connection.rows(
      """
      SELECT \(Imports.columns) FROM imports
      WHERE \(own) AND state IN ('reading', 'unmapped', 'ready') AND expires_at > \(connection.now) ORDER BY id DESC
      """, Imports.kept)
  }

  /// The file's bytes; empty where it is gone.
  package func file(of id: ID<KeptImport>) throws -> [UInt8] {
    guard viewer.may(.do, .imports) else { return [] }
    return try connection.first("SELECT file FROM imports WHERE \(own) AND id = \(id)") { $0.bytesOrNil(0) ?? [] } ?? []
  }

  /// The file is to be read again: what is said of it has changed, or its reader is gone. The version of the new reading;
  /// nil where the file is not waiting any more.
  package func readAgain(_ id: ID<KeptImport>, saying: KeptImport.Saying) throws -> Int? {
    try viewer.must(.do, .imports)
    let written = try connection.run(
      """
      UPDATE imports SET state = 'reading', mapping = \(HistoryText.write(saying.mapping) ?? "{}"),
        answers = \(HistoryText.write(saying.answers) ?? "{}"), effective_day = \(saying.effective),
        until_day = \(saying.until), rows_read = 0, refusal = NULL, touched_at = \(connection.now), version = version + 1
      WHERE \(own) AND id = \(id) AND state IN ('reading', 'unmapped', 'ready')
      """)
    if written == 0 { return nil }
    return try connection.first("SELECT version FROM imports WHERE \(own) AND id = \(id)") { $0.int(0) }
  }

  /// How far the reading has come. Says nothing where another reading has begun since.
  package func tell(_ id: ID<KeptImport>, version: Int, rowsRead: Int, of rows: Int) throws {
    try connection.run(
      """
      UPDATE imports SET rows_read = \(rowsRead), rows_in_all = \(rows), touched_at = \(connection.now)
      WHERE \(own) AND id = \(id) AND state = 'reading' AND version = \(version)
      """)
  }

  /// What the reading came to. Does nothing where another reading has begun since. A file that is refused is not kept.
  package func finish(
    _ id: ID<KeptImport>, version: Int, _ state: KeptImport.State, preview: String? = nil, fingerprint: String? = nil,
    rows: Int = 0, refusal: String? = nil
  ) throws {
    try connection.run(
      """
      UPDATE imports SET state = \(state.rawValue), preview = \(preview), fingerprint = \(fingerprint),
        rows_read = \(rows), rows_in_all = \(rows), refusal = \(refusal), touched_at = \(connection.now)
      WHERE \(own) AND id = \(id) AND state = 'reading' AND version = \(version)
      """)
    guard state == .refused else { return }
    try connection.run("UPDATE imports SET file = NULL WHERE \(own) AND id = \(id) AND state = 'refused'")
  }

  /// Within the transaction that writes it. The file and its preview go at once; what was done is told for a day. Refuses
  /// where it was committed or given up in the meantime.
  package func markCommitted(_ id: ID<KeptImport>, counts: String) throws {
    let written = try connection.run(
      """
      UPDATE imports SET state = 'committed', counts = \(counts), committed_at = \(connection.now), file = NULL,
        preview = NULL, answers = '{}', mapping = '{}', version = version + 1
      WHERE \(own) AND id = \(id) AND state = 'ready' AND expires_at > \(connection.now)
      """)
    if written == 0 { throw Refusal.conflict("This file has been brought in already, or given up.") }
  }

  /// When it is given up: the file goes at once.
  package func forget(_ id: ID<KeptImport>) throws {
    try viewer.must(.do, .imports)
    try connection.run("DELETE FROM imports WHERE \(own) AND id = \(id)")
  }

  private var own: SQL { "organisation_id = \(viewer.organisation) AND account_id = \(viewer.account)" }

  private static let columns: SQL = """
    id, kind, file_name, mapping, answers, effective_day, until_day, state, rows_read, rows_in_all, refusal, preview,
    fingerprint, counts, created_at, touched_at, version
    """

  private static func kept(_ row: any Row) -> KeptImport {
    KeptImport(
      id: row.id(0), kind: row.text(1), fileName: row.text(2),
      saying: KeptImport.Saying(
        mapping: HistoryText.read(row.text(3)), answers: HistoryText.read(row.text(4)), effective: row.dayOrNil(5),
        until: row.dayOrNil(6)),
      state: KeptImport.State(rawValue: row.text(7)) ?? .refused, rowsRead: row.int(8), rowsInAll: row.int(9),
      refusal: row.textOrNil(10), preview: row.textOrNil(11) ?? "", fingerprint: row.textOrNil(12) ?? "",
      counts: row.textOrNil(13), createdAt: row.moment(14), touchedAt: row.moment(15), version: row.int(16))
  }
}
