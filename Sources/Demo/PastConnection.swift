import SQL

import struct Foundation.Date

/// The caller's transaction as it would have been some days ago, so that what was done in an earlier round says so.
struct PastConnection: Connection {
  private let present: any Connection
  let now: Date

  init(_ present: any Connection, daysAgo: Int) {
    self.present = present
    now = present.now.addingTimeInterval(-86_400 * Double(daysAgo))
  }

  var dialect: Dialect { present.dialect }

  func each(_ sql: SQL, atMost limit: Int, _ body: (any Row) throws -> Void) throws {
    try present.each(sql, atMost: limit, body)
  }

  @discardableResult func run(_ sql: SQL) throws -> Int { try present.run(sql) }

  func runScript(_ text: StaticString) throws { try present.runScript(text) }
}
