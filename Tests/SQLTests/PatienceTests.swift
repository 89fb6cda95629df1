import Dispatch
import Foundation
import PostgresEngine
import SQL
import SQLiteEngine
import TestSupport
import Testing

/// How long a database may take, and what happens when its server goes away.
@Suite struct PatienceTests {
  private let table = [Migration(1, "notes", "CREATE TABLE notes (id BIGINT PRIMARY KEY)")]
  private let clock = TestClock()

  private func open(
    _ address: String, statementTimeout: Duration = .seconds(30), lockTimeout: Duration = .seconds(10)
  ) throws -> any Database {
    let now: @Sendable () -> Date = { [clock] in clock.now }
    guard address.hasPrefix("sqlite:") else {
      return try PostgresDatabase(
        address: address, poolSize: 4, statementTimeout: statementTimeout, lockTimeout: lockTimeout, clock: now)
    }
    return try SQLiteDatabase(
      path: String(address.dropFirst("sqlite:".count)), statementTimeout: statementTimeout, lockTimeout: lockTimeout,
      clock: now)
  }

  @Test(arguments: Engine.all)
  func `a statement without end is stopped`(engine: Engine) async throws {
    let database = try open(
      try await freshDatabaseAddress(engine, migrations: table), statementTimeout: .milliseconds(200))
    let endless: SQL = """
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
      SELECT max(n) FROM numbers WHERE n < 0
      """
    await #expect(throws: DatabaseError.tookTooLong) { try await database.read { try $0.run(endless) } }
    await #expect(throws: DatabaseError.tookTooLong) { try await database.write(keeper: "a") { try $0.run(endless) } }
    #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == 0)
    await database.close()
  }

  @Test(arguments: Engine.all)
  func `a wait for a lock that another program holds ends`(engine: Engine) async throws {
    let address = try await freshDatabaseAddress(engine, migrations: table)
    let holder = try open(address)
    let waiter = try open(address, lockTimeout: .milliseconds(200))
    let (held, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    async let holding: Void = holder.write(keeper: "school") { connection in
      try connection.run("INSERT INTO notes (id) VALUES (1)")
      held.signal()
      done.wait()
    }
    await withCheckedContinuation { begun in
      DispatchQueue.global().async {
        held.wait()
        begun.resume()
      }
    }
    await #expect(throws: DatabaseError.tookTooLong) {
      try await waiter.write(keeper: "school") { try $0.run("INSERT INTO notes (id) VALUES (2)") }
    }
    // Whoever only reads waits for nobody.
    #expect(try await waiter.read { try $0.count("SELECT count(*) FROM notes") } == 0)
    done.signal()
    try await holding
    try await waiter.write(keeper: "school") { try $0.run("INSERT INTO notes (id) VALUES (2)") }
    #expect(try await holder.read { try $0.count("SELECT count(*) FROM notes") } == 2)
    await holder.close()
    await waiter.close()
  }

  @Test(arguments: Engine.all)
  func `what is given up leaves nothing behind`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    let held = DispatchSemaphore(value: 0)
    async let first: Void = database.write(keeper: "school") { _ in held.wait() }
    let second = Task {
      try await database.write(keeper: "school") { try $0.run("INSERT INTO notes (id) VALUES (1)") }
    }
    second.cancel()
    held.signal()
    try await first
    await #expect(throws: (any Error).self) { try await second.value }
    #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == 0)
    try await database.write(keeper: "school") { try $0.run("INSERT INTO notes (id) VALUES (1)") }
  }

  /// Ends every other connection to the same database, as a server that starts again does.
  private func dropConnections(to address: String) async throws {
    let other = try open(address)
    _ = try await other.read {
      try $0.run(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """)
    }
    await other.close()
  }

  @Test func `a dropped connection is replaced before anybody notices`() async throws {
    let address = try await freshDatabaseAddress(.postgres, migrations: table)
    let database = try open(address)
    for id in 1...3 {
      try await database.write(keeper: "a") { try $0.run("INSERT INTO notes (id) VALUES (\(id))") }
      try await dropConnections(to: address)
      #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == id)
      try await dropConnections(to: address)
    }
    await database.close()
  }

  @Test func `a connection dropped in the middle undoes its transaction, and says so`() async throws {
    let address = try await freshDatabaseAddress(.postgres, migrations: table)
    let database = try open(address)
    let (begun, dropped) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    async let writing: Void = database.write(keeper: "a") { connection in
      try connection.run("INSERT INTO notes (id) VALUES (1)")
      begun.signal()
      dropped.wait()
      try connection.run("INSERT INTO notes (id) VALUES (2)")
    }
    await withCheckedContinuation { ready in
      DispatchQueue.global().async {
        begun.wait()
        ready.resume()
      }
    }
    try await dropConnections(to: address)
    dropped.signal()
    do {
      try await writing
      Issue.record("a transaction without a connection succeeded")
    } catch DatabaseError.unavailable {
    }
    #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == 0)
    await database.close()
  }
}
