import Foundation
import SQL
import Synchronization

/// A database that passes everything on and remembers what it was asked while recording, reads and writes apart: so that the
/// bare SQL of a page or an import can be run again by itself, as its floor.
final class RecordingDatabase: Database {
  let base: any Database
  private let state = Mutex((isRecording: false, undoes: false, queries: [SQL](), writes: [SQL]()))

  init(_ base: any Database) { self.base = base }

  var dialect: Dialect { base.dialect }

  func read<Value: Sendable>(_ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
    try await base.read { try work(RecordingConnection(base: $0, database: self)) }
  }

  func write<Value: Sendable>(
    keeper: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    let undoes = state.withLock { $0.undoes }
    do {
      return try await base.write(keeper: keeper) { connection in
        let value = try work(RecordingConnection(base: connection, database: self))
        if undoes { throw Undone(value: value) }
        return value
      }
    } catch let undone as Undone<Value> {
      return undone.value
    }
  }

  func integrityCheck() async throws -> [String] { try await base.integrityCheck() }
  func close() async { await base.close() }

  func note(_ query: SQL) { state.withLock { if $0.isRecording { $0.queries.append(query) } } }
  func note(write: SQL) { state.withLock { if $0.isRecording { $0.writes.append(write) } } }
  /// Begins to record; where it undoes, writes are answered and rolled back.
  func begin(undoing undoes: Bool = false) { state.withLock { $0 = (true, undoes, [], []) } }
  func end() -> (queries: [SQL], writes: [SQL]) {
    state.withLock {
      $0.isRecording = false
      $0.undoes = false
      return ($0.queries, $0.writes)
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

  /// Runs the writes again, in one transaction.
  func replay(writes: [SQL]) async throws {
    try await base.write(keeper: "bench") { connection in for write in writes { try connection.run(write) } }
  }
}

/// Thrown out of a transaction to roll it back, with what it would have answered.
private struct Undone<Value: Sendable>: Error { let value: Value }

private struct RecordingConnection: Connection {
  let base: any Connection
  let database: RecordingDatabase

  var now: Date { base.now }
  var dialect: Dialect { base.dialect }

  func each(_ sql: SQL, atMost: Int, _ body: (any Row) throws -> Void) throws {
    database.note(sql)
    try base.each(sql, atMost: atMost, body)
  }

  func run(_ sql: SQL) throws -> Int {
    database.note(write: sql)
    return try base.run(sql)
  }

  func runScript(_ text: StaticString) throws { try base.runScript(text) }
}
