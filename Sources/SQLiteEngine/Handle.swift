import Dispatch
import GRDBSQLite
import SQL
import Synchronization

/// One connection to SQLite with the statements that it has prepared. Unchecked, because only the queue that GRDB gives
/// to the connection ever touches it, one transaction at a time.
final class Handle: @unchecked Sendable {
  let sqlite: OpaquePointer
  private let limit: UInt64
  private var statements: [String: OpaquePointer] = [:]
  private var stepStart: UInt64 = 0
  private var isLimited = false

  /// `limit` is that of one step, in nanoseconds.
  init(sqlite: OpaquePointer, limit: UInt64) {
    self.sqlite = sqlite
    self.limit = limit
    // Asked every 10,000 instructions, about a millisecond; the clock is read only here, never for a short step.
    sqlite3_progress_handler(
      sqlite, 10_000, { Unmanaged<Handle>.fromOpaque($0!).takeUnretainedValue().hasRunOut() ? 1 : 0 },
      Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { forgetStatements() }

  /// The next step of a statement begins. Its limit ends with its statement: GRDB's own statements have none.
  func beginStep(limited: Bool) {
    stepStart = 0
    isLimited = limited
  }

  /// Lends a prepared statement to `body`. Statements are kept for the next time, unless they have many values: lists
  /// of every length would fill the memory.
  func withStatement<Value>(_ text: String, keeping: Bool, _ body: (OpaquePointer) throws -> Value) throws -> Value {
    defer { isLimited = false }
    if let statement = statements[text], sqlite3_stmt_busy(statement) == 0 {
      defer { clear(statement) }
      return try body(statement)
    }
    let statement = try prepare(text, keeping: keeping)
    let isKept = keeping && statements[text] == nil
    if isKept {
      if statements.count >= 300 { forgetIdleStatements() }
      statements[text] = statement
    }
    defer { if isKept { clear(statement) } else { sqlite3_finalize(statement) } }
    return try body(statement)
  }

  func forgetStatements() {
    for statement in statements.values { sqlite3_finalize(statement) }
    statements = [:]
  }

  private func prepare(_ text: String, keeping: Bool) throws -> OpaquePointer {
    var text = text
    var statement: OpaquePointer?
    let (code, rest) = text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { utf8 -> (Int32, Bool) in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          sqlite, utf8.baseAddress, Int32(utf8.count), keeping ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &statement,
          &tail)
        guard let tail, let start = utf8.baseAddress else { return (code, false) }
        return (code, utf8[(tail - start)...].contains { !" \n\t;".utf8.contains(UInt8(bitPattern: $0)) })
      }
    }
    guard code == SQLITE_OK else { throw failure() }
    guard let statement, !rest else {
      sqlite3_finalize(statement)
      throw DatabaseError.other("not one statement: \(text)")
    }
    return statement
  }

  private func clear(_ statement: OpaquePointer) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func forgetIdleStatements() {
    for (text, statement) in statements where sqlite3_stmt_busy(statement) == 0 {
      sqlite3_finalize(statement)
      statements[text] = nil
    }
  }

  private func hasRunOut() -> Bool {
    guard isLimited else { return false }
    let now = DispatchTime.now().uptimeNanoseconds
    if stepStart == 0 { stepStart = now }
    return now - stepStart > limit
  }
}

/// The handle of each connection of a pool, by the connection's address.
final class Handles: Sendable {
  private let all = Mutex<[UInt: Handle]>([:])
  private let limit: UInt64

  init(statementTimeout: Duration) { limit = UInt64(max(0, statementTimeout / .nanoseconds(1))) }

  func add(_ sqlite: OpaquePointer?) {
    guard let sqlite else { return }
    let (address, handle) = (UInt(bitPattern: sqlite), Handle(sqlite: sqlite, limit: limit))
    all.withLock { $0[address] = handle }
  }

  func handle(_ sqlite: OpaquePointer?) -> Handle {
    let address = UInt(bitPattern: sqlite)
    guard let handle = all.withLock({ $0[address] }) else { preconditionFailure("a connection that was never opened") }
    return handle
  }

  /// Only while no transaction is under way.
  func forgetStatements() {
    for handle in all.withLock({ Array($0.values) }) { handle.forgetStatements() }
  }
}
