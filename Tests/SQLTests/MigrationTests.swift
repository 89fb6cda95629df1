import SQL
import Testing
import TestSupport

@Suite struct MigrationTests {
  private let steps = [
    Migration(1, "pupils", "CREATE TABLE pupils (id TEXT PRIMARY KEY, name TEXT NOT NULL)"),
    Migration(
      2, "a pupil's house",
      """
      ALTER TABLE pupils ADD COLUMN house TEXT;
      CREATE INDEX pupils_by_house ON pupils (house);
      """),
  ]

  @Test(arguments: Engine.all)
  func `migrations run in the order of their numbers, once`(engine: Engine) async throws {
    let database = try await freshDatabase(engine)
    #expect(try await database.migrate(steps.reversed()) == [1, 2])
    #expect(try await database.migrate(steps) == [])
    let kept = try await database.read {
      try $0.rows("SELECT number, reason FROM migrations ORDER BY 1") { $0.text(1) }
    }
    #expect(kept == ["pupils", "a pupil's house"])
  }

  @Test(arguments: Engine.all)
  func `a migration that fails leaves nothing behind`(engine: Engine) async throws {
    let database = try await freshDatabase(engine)
    let wrong = steps + [Migration(3, "wrong", "ALTER TABLE nowhere ADD COLUMN nothing TEXT")]
    await #expect(throws: DatabaseError.self) { try await database.migrate(wrong) }
    #expect(try await database.migrate(steps) == [1, 2])
  }

  @Test(arguments: Engine.all)
  func `programs that start together run each migration once`(engine: Engine) async throws {
    let address = try await freshDatabaseAddress(engine)
    let runs = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 1...4 {
        group.addTask { [steps] in
          let database = try openTestDatabase(address)
          let run = try await database.migrate(steps)
          await database.close()
          return run
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.filter { $0 == [1, 2] }.count == 1)
    #expect(runs.filter(\.isEmpty).count == 3)
  }

  @Test(arguments: Engine.all)
  func `a database that a newer program has migrated is refused`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: steps)
    await #expect(throws: DatabaseError.self) { try await database.migrate([steps[0]]) }
  }
}
