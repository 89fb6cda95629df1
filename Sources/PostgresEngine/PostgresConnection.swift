import CPostgres
import Foundation
import SQL

/// One transaction on one connection.
final class PostgresConnection: Connection {
  let now: Date
  let dialect = Dialect.postgres
  /// The first failure: the server refuses every statement that follows it.
  private(set) var failure: DatabaseError?

  private let link: Link
  private let limits: Limits

  init(link: Link, limits: Limits, now: Date) {
    self.link = link
    self.limits = limits
    self.now = now
  }

  func each(_ sql: SQL, atMost limit: Int, _ body: (any Row) throws -> Void) throws {
    try spoiling {
      try link.query(sql) { result in
        for row in 0..<min(PQntuples(result), Int32(clamping: limit)) {
          try body(PostgresRow(result: result, row: row))
        }
      }
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try spoiling {
      try link.query(sql) { result in
        // "SELECT 3" counts what was read.
        guard !String(cString: PQcmdStatus(result)).hasPrefix("SELECT") else { return 0 }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
      }
    }
  }

  func runScript(_ text: StaticString) throws {
    try spoiling {
      try link.command("SET LOCAL statement_timeout = 0")
      try link.command(text.description)
      try link.command(limits.text)
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
