package import struct Foundation.Date

/// Somewhere to keep things. One implementation per engine, and no third for tests.
package protocol Database: Sendable {
  var dialect: Dialect { get }

  /// One snapshot, in which nothing can be written.
  func read<Value: Sendable>(_ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value

  /// One transaction: all of it or nothing. `keeper` (an organisation's id, or an account's) is locked first until the
  /// transaction ends, so that two writers for one keeper never interleave and check-then-insert is safe.
  @discardableResult
  func write<Value: Sendable>(
    keeper: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value

  /// What is wrong with what is kept, a sentence for each fault; empty where all is well. Reads everything on SQLite.
  func integrityCheck() async throws -> [String]

  /// Closes every connection. The database cannot be used afterwards.
  func close() async
}

/// One transaction: its statements, and the single moment that they all share.
///
/// A statement that fails spoils the transaction, on both engines: every later one fails with the same error, and so
/// does the transaction, even where the first error was caught. Write `ON CONFLICT`; never catch and continue.
package protocol Connection {
  /// The moment of the transaction, in whole milliseconds, so that it is equal to itself when it is read back.
  var now: Date { get }
  var dialect: Dialect { get }

  /// Steps through the rows that `sql` answers, `limit` of them at the most. A `Row` is only valid inside `body`.
  func each(_ sql: SQL, atMost limit: Int, _ body: (any Row) throws -> Void) throws

  /// Runs a statement whose rows nobody reads; the number of rows that it wrote.
  @discardableResult func run(_ sql: SQL) throws -> Int

  /// Runs statements that take no values, one after another, however long they take: migrations.
  func runScript(_ text: StaticString) throws
}

extension Connection {
  /// Steps through every row that `sql` answers. A `Row` is only valid inside `body`.
  @inlinable package func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
    try each(sql, atMost: .max, body)
  }

  /// Every row, read by column.
  @inlinable package func rows<Value>(_ sql: SQL, _ read: (any Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try each(sql) { values.append(try read($0)) }
    return values
  }

  /// The first row, read by column; nil where there is none.
  @inlinable package func first<Value>(_ sql: SQL, _ read: (any Row) throws -> Value) throws -> Value? {
    var value: Value?
    try each(sql, atMost: 1) { value = try read($0) }
    return value
  }

  /// The first column of the first row as a number; 0 where there is no row.
  package func count(_ sql: SQL) throws -> Int { try first(sql) { $0.int(0) } ?? 0 }

  /// Whether `sql` answers a row.
  package func exists(_ sql: SQL) throws -> Bool { try first(sql) { _ in true } ?? false }
}

/// One row, read by column number from 0. Reading NULL or another type through a reader that is not optional is a
/// programmer's mistake and stops the program.
package protocol Row {
  func isNull(_ column: Int) -> Bool
  func int(_ column: Int) -> Int
  func bool(_ column: Int) -> Bool
  func text(_ column: Int) -> String
  func bytes(_ column: Int) -> [UInt8]
  /// The bytes of a text column without making a `String`: for ids and days in long lists.
  func withUTF8<Value>(_ column: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value
}

extension Row {
  package func intOrNil(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
  package func boolOrNil(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
  package func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
  package func bytesOrNil(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

  package func moment(_ column: Int) -> Date {
    guard let moment = withUTF8(column, MomentText.read) else {
      preconditionFailure("column \(column) holds no moment")
    }
    return moment
  }
  package func momentOrNil(_ column: Int) -> Date? { isNull(column) ? nil : moment(column) }
}

/// What the engine refused, in words that both engines share. Names are those of the schema: unique indexes, checks.
package enum DatabaseError: Error, Equatable, Sendable {
  /// A unique index, by its name; `PRIMARY` for a primary key. SQLite tells the columns only, so no two unique indexes
  /// may stand over the same columns; PostgreSQL tells a primary key by the name that it gives one (`…_pkey`).
  case notUnique(index: String)
  /// A reference to a row that is not there, or to a row that is still referred to.
  case brokenReference
  /// A CHECK, by its constraint's name.
  case checkFailed(constraint: String)
  case missingValue(column: String)
  /// The statement or the wait for a lock took too long.
  case tookTooLong
  /// The database cannot be reached now; never shown as absence.
  case unavailable(String)
  /// Anything else: for the log, never for a visitor.
  case other(String)
}

/// The few places where the engines must differ, each a named phrase.
package enum Dialect: String, Sendable, CaseIterable {
  case sqlite, postgres

  /// Every column of the tables that are there: the table's name, the column's.
  package var columns: SQL {
    switch self {
    case .sqlite:
      "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    case .postgres:
      """
      SELECT CAST(table_name AS text), CAST(column_name AS text) FROM information_schema.columns
      WHERE table_schema = current_schema()
      """
    }
  }
}
