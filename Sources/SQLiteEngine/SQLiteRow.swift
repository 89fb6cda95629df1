import GRDBSQLite
import SQL

/// The row on which a statement stands: read straight from SQLite, nothing copied before it is asked for.
struct SQLiteRow: Row {
  let statement: OpaquePointer

  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  func int(_ column: Int) -> Int {
    precondition(type(column) == SQLITE_INTEGER, "column \(column) holds no whole number")
    return Int(sqlite3_column_int64(statement, Int32(column)))
  }

  func bool(_ column: Int) -> Bool { int(column) != 0 }

  func text(_ column: Int) -> String { withUTF8(column) { String(decoding: $0, as: UTF8.self) } }

  func bytes(_ column: Int) -> [UInt8] {
    precondition(type(column) == SQLITE_BLOB, "column \(column) holds no bytes")
    let start = sqlite3_column_blob(statement, Int32(column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
  }

  func withUTF8<Value>(_ column: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    precondition(type(column) == SQLITE_TEXT, "column \(column) holds no text")
    let start = sqlite3_column_text(statement, Int32(column))
    return read(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
  }

  private func type(_ column: Int) -> Int32 { sqlite3_column_type(statement, Int32(column)) }
}
