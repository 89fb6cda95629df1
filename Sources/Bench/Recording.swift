import Foundation
import SQL
import Synchronization

/// A database that passes everything on and remembers the queries that it was asked while recording: so that the bare SQL of
/// a page can be run again by itself, as the floor of the page.
final class RecordingDatabase: Database {
  let base: any Database
  private let state = Mutex((isRecording: false, queries: [SQL]()))

  init(_ base: any Database) { self.base = base }

  var dialect: Dialect { base.dialect }

  func read<Value: Sendable>(_ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
    try await base.read { try work(RecordingConnection(base: $0, database: self)) }
  }

  func write<Value: Sendable>(
    keeper: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await base.write(keeper: keeper) { try work(RecordingConnection(base: $0, database: self)) }
  }

  func integrityCheck() async throws -> [String] { try await base.integrityCheck() }
  func close() async { await base.close() }

  func note(_ query: SQL) { state.withLock { if $0.isRecording { $0.queries.append(query) } } }
  func begin() { state.withLock { $0 = (true, []) } }
  func end() -> [SQL] {
    state.withLock {
      $0.isRecording = false
      return $0.queries
    }
  }

  /// Runs the queries again in one snapshot, stepping through their rows; how many rows.
  func replay(_ queries: [SQL]) async throws -> Int {
    try await base.read { connection in
      var rows = 0
      for query in queries { try connection.each(query) { _ in rows += 1 } }
      return rows
    }
  }
}

private struct RecordingConnection: Connection {
  let base: any Connection
  let database: RecordingDatabase

  var now: Date { base.now }
  var dialect: Dialect { base.dialect }

  func each(_ sql: SQL, atMost: Int, _ body: (any Row) throws -> Void) throws {
    database.note(sql)
    try base.each(sql, atMost: atMost, body)
  }

  func run(_ sql: SQL) throws -> Int { try base.run(sql) }
  func runScript(_ text: StaticString) throws { try base.runScript(text) }
}
