/// One frozen step of the schema: the same text on both engines, with the reason for it in a line.
package struct Migration: Sendable {
  package let number: Int
  package let reason: String
  package let script: StaticString

  package init(_ number: Int, _ reason: String, _ script: StaticString) {
    self.number = number
    self.reason = reason
    self.script = script
  }
}

extension Database {
  /// Runs the migrations that have not been run, in order, all in one transaction under one lock, so that two programs
  /// can start at once. The numbers that were run now.
  @discardableResult
  package func migrate(_ migrations: [Migration]) async throws -> [Int] {
    try await write(keeper: "migrations") { connection in
      try connection.runScript(
        """
        CREATE TABLE IF NOT EXISTS migrations (
          number BIGINT PRIMARY KEY,
          reason TEXT NOT NULL,
          run_at TEXT NOT NULL
        )
        """)
      let done = Set(try connection.rows("SELECT number FROM migrations") { $0.int(0) })
      let waiting = migrations.sorted { $0.number < $1.number }.filter { !done.contains($0.number) }
      for migration in waiting {
        try connection.runScript(migration.script)
        try connection.run(
          "INSERT INTO migrations (number, reason, run_at) VALUES (\(migration.number), \(migration.reason), \(connection.now))"
        )
      }
      return waiting.map(\.number)
    }
  }
}
