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
  /// can start at once: the later one waits for the earlier, five minutes at the most. The numbers that were run now.
  /// Refused with `.other` where a newer program has migrated the database further than this one knows.
  @discardableResult
  package func migrate(_ migrations: [Migration]) async throws -> [Int] {
    let giveUp = ContinuousClock.now + .seconds(300)
    while true {
      do {
        return try await write(keeper: "migrations") { try run(migrations, on: $0) }
      } catch DatabaseError.tookTooLong where ContinuousClock.now < giveUp {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}

private func run(_ migrations: [Migration], on connection: any Connection) throws -> [Int] {
  try connection.runScript(
    """
    CREATE TABLE IF NOT EXISTS migrations (
      number BIGINT PRIMARY KEY,
      reason TEXT NOT NULL,
      run_at TEXT NOT NULL
    )
    """)
  let done = Set(try connection.rows("SELECT number FROM migrations") { $0.int(0) })
  let known = migrations.map(\.number).max() ?? 0
  if let newest = done.max(), newest > known {
    throw DatabaseError.other(
      "The database has been migrated to step \(newest) by a newer program; this one knows \(known).")
  }
  let waiting = migrations.sorted { $0.number < $1.number }.filter { !done.contains($0.number) }
  for migration in waiting {
    try connection.runScript(migration.script)
    try connection.run(
      """
      INSERT INTO migrations (number, reason, run_at)
      VALUES (\(migration.number), \(migration.reason), \(connection.now))
      """)
  }
  return waiting.map(\.number)
}
