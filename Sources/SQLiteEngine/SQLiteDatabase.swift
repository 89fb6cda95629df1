package import Foundation
import class GRDB.DatabasePool
package import SQL

/// A database in one file: one writer, many readers, nothing to install.
package final class SQLiteDatabase: Database {
  package let dialect = Dialect.sqlite

  private let pool: DatabasePool
  private let handles: Handles
  private let readers: Lanes
  private let writer = Lanes(1, named: "SQLite writer")
  private let clock: @Sendable () -> Date
  private let temporaryFolder: String?

  /// Opens the file at `path`, or makes it. `statementTimeout` limits each step of a statement, `lockTimeout` the wait for
  /// another program that is writing; `clock` tells the moment of each transaction. Refused with `.unavailable` where there is no such folder, the file cannot be written, or is
  /// no database.
  package convenience init(
    path: String, statementTimeout: Duration = .seconds(30), lockTimeout: Duration = .seconds(10),
    clock: @escaping @Sendable () -> Date
  ) throws {
    try self.init(
      path: path, statementTimeout: statementTimeout, lockTimeout: lockTimeout, temporaryFolder: nil, clock: clock)
  }

  /// A database in a file of its own inside `place`, which is removed when it is closed or forgotten: empty, or a copy of the closed
  /// database at `original`. It is not safe against a power cut.
  package static func temporary(
    in place: URL = FileManager.default.temporaryDirectory, copyOf original: String? = nil,
    statementTimeout: Duration = .seconds(30), clock: @escaping @Sendable () -> Date
  ) throws -> SQLiteDatabase {
    let folder = place.appending(path: "trellis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = folder.appending(path: "trellis.sqlite")
    if let original { try FileManager.default.copyItem(at: URL(filePath: original), to: file) }
    return try SQLiteDatabase(
      path: file.path, statementTimeout: statementTimeout, lockTimeout: .seconds(10), temporaryFolder: folder.path,
      clock: clock)
  }

  private init(
    path: String, statementTimeout: Duration, lockTimeout: Duration, temporaryFolder: String?,
    clock: @escaping @Sendable () -> Date
  ) throws {
    let handles = Handles(statementTimeout: statementTimeout)
    self.handles = handles
    self.clock = clock
    self.temporaryFolder = temporaryFolder
    do {
      pool = try openPool(
        path: path, handles: handles, lockTimeout: lockTimeout, survivesPowerCut: temporaryFolder == nil)
    } catch {
      throw openingFailure(error, path: path)
    }
    readers = Lanes(pool.configuration.maximumReaderCount, named: "SQLite readers")
  }

  deinit {
    if let temporaryFolder { try? FileManager.default.removeItem(atPath: temporaryFolder) }
  }

  package func read<Value: Sendable>(
    _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await readers.run { [pool, handles, clock] in
      try translatingErrors {
        try pool.read { try transaction(on: handles.handle($0.sqliteConnection), at: clock(), work) }
      }
    }
  }

  /// SQLite has one writer, so that every keeper's lock is the same lock: that of the file, taken at the beginning.
  @discardableResult
  package func write<Value: Sendable>(
    keeper: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await writer.run { [pool, handles, clock] in
      try translatingErrors {
        try pool.write { try transaction(on: handles.handle($0.sqliteConnection), at: clock(), work) }
      }
    }
  }

  package func integrityCheck() async throws -> [String] {
    try await readers.run { [pool, handles] in
      try translatingErrors {
        try pool.read { try faults(in: handles.handle($0.sqliteConnection)) }
      }
    }
  }

  /// Copies the database, as it stands now, to a new file at `path` while it stays in use.
  package func backup(to path: String) async throws {
    try await readers.run { [pool] in
      do {
        makePrivateFile(path)
        try pool.backup(to: DatabasePool(path: path))
      } catch {
        throw openingFailure(error, path: path)
      }
    }
  }

  package func close() async {
    try? await writer.run { [pool, handles, temporaryFolder] in
      if temporaryFolder == nil { try? bringInLog(pool) }
      // The statements first: SQLite closes no connection that still has one.
      try pool.barrierWriteWithoutTransaction { _ in handles.forgetStatements() }
      try pool.close()
    }
    if let temporaryFolder { try? FileManager.default.removeItem(atPath: temporaryFolder) }
  }
}

private func transaction<Value>(
  on handle: Handle, at now: Date, _ work: (any Connection) throws -> Value
) throws -> Value {
  let connection = SQLiteConnection(handle: handle, now: MomentText.kept(now))
  let value = try work(connection)
  if let failure = connection.failure { throw failure }
  return value
}

private func faults(in handle: Handle) throws -> [String] {
  let connection = SQLiteConnection(handle: handle, now: .distantPast, hasTimeout: false)
  let damage = try connection.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
  let broken = try connection.rows(
    #"SELECT "table", "parent", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2"#
  ) { "\($0.int(2)) rows of \($0.text(0)) refer to rows of \($0.text(1)) that are not there" }
  return damage + broken
}
