import Foundation
import GRDBSQLite
import SQL

/// One transaction on one connection.
final class SQLiteConnection: Connection {
  let now: Date
  let dialect = Dialect.sqlite
  /// The first failure, which spoils the transaction as it does on PostgreSQL.
  private(set) var failure: DatabaseError?

  private let handle: Handle
  private let hasTimeout: Bool

  init(handle: Handle, now: Date, hasTimeout: Bool = true) {
    self.handle = handle
    self.now = now
    self.hasTimeout = hasTimeout
  }

  func each(_ sql: SQL, atMost limit: Int, _ body: (any Row) throws -> Void) throws {
    try withStatement(sql) { statement in
      var count = 0
      while count < limit, try step(statement) {
        try body(SQLiteRow(statement: statement))
        count += 1
      }
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try withStatement(sql) { statement in
      let before = sqlite3_total_changes64(handle.sqlite)
      while try step(statement) {}
      // A statement that writes no rows leaves the number of the one before it in `changes`.
      return sqlite3_total_changes64(handle.sqlite) == before ? 0 : Int(sqlite3_changes64(handle.sqlite))
    }
  }

  func runScript(_ text: StaticString) throws {
    try spoiling {
      handle.beginStep(limited: false)
      let code = sqlite3_exec(handle.sqlite, text.description, nil, nil, nil)
      guard code == SQLITE_OK else { throw handle.failure() }
    }
  }

  private func withStatement<Value>(_ sql: SQL, _ body: (OpaquePointer) throws -> Value) throws -> Value {
    let (text, values) = sql.rendered(.questionMark)
    return try spoiling {
      try handle.withStatement(text, keeping: values.count <= 48) { statement in
        try handle.bind(values, to: statement)
        return try body(statement)
      }
    }
  }

  private func step(_ statement: OpaquePointer) throws -> Bool {
    handle.beginStep(limited: hasTimeout)
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw handle.failure()
    }
  }

  private func spoiling<Value>(_ work: () throws -> Value) throws -> Value {
    if let failure { throw failure }
    do {
      return try work()
    } catch let error as DatabaseError {
      failure = failure ?? error
      throw error
    }
  }
}

extension Handle {
  /// Binds `values` to the placeholders of `statement`, of which there must be as many.
  func bind(_ values: [SQLValue], to statement: OpaquePointer) throws {
    guard values.count == Int(sqlite3_bind_parameter_count(statement)) else {
      throw DatabaseError.other("a placeholder is written in the text: \(String(cString: sqlite3_sql(statement)))")
    }
    for (place, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .boolean(let flag): sqlite3_bind_int(statement, place, flag ? 1 : 0)
        case .text(let text): try bind(text, to: statement, at: place)
        case .bytes(let bytes):
          bytes.withUnsafeBytes {
            // Without an address SQLite would bind NULL.
            $0.isEmpty
              ? sqlite3_bind_zeroblob(statement, place, 0)
              : sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), copied)
          }
        }
      guard code == SQLITE_OK else { throw failure() }
    }
  }

  private func bind(_ text: String, to statement: OpaquePointer, at place: Int32) throws -> Int32 {
    var text = text
    return try text.withUTF8 { utf8 in
      // PostgreSQL cannot keep it, and SQLite would hide what follows it from half of its functions.
      if utf8.contains(0) { throw DatabaseError.other("text holds a NUL character") }
      return utf8.withMemoryRebound(to: CChar.self) { utf8 in
        sqlite3_bind_text(statement, place, utf8.baseAddress ?? empty, Int32(utf8.count), copied)
      }
    }
  }
}

/// SQLite copies the value before the call returns (`SQLITE_TRANSIENT`, a macro that Swift does not import).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// An address for text without bytes, for which SQLite would otherwise bind NULL.
private nonisolated(unsafe) let empty = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
