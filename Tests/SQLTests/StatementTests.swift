import SQL
import TestSupport
import Testing

@Suite struct StatementTests {
  private struct Enough: Error {}

  private let table = [
    Migration(
      1, "pupils",
      """
      CREATE TABLE pupils (id BIGINT PRIMARY KEY, name TEXT NOT NULL, year BIGINT);
      CREATE UNIQUE INDEX pupils_name ON pupils (name);
      """)
  ]

  private func school(_ engine: Engine) async throws -> any Database {
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") {
      try $0.run("INSERT INTO pupils (id, name, year) VALUES (1, 'Amina', 4), (2, 'Ben', NULL), (3, 'Chloe', 2)")
    }
    return database
  }

  @Test(arguments: Engine.all)
  func `run tells how many rows were written`(engine: Engine) async throws {
    try await school(engine).write(keeper: "a") { connection throws in
      #expect(try connection.run("UPDATE pupils SET year = 5 WHERE year IS NOT NULL") == 2)
      #expect(try connection.run("UPDATE pupils SET year = 6 WHERE name = 'Nobody'") == 0)
      #expect(try connection.run("CREATE TABLE more (id BIGINT PRIMARY KEY)") == 0)
      #expect(try connection.run("SELECT id FROM pupils") == 0)
      #expect(try connection.run("DELETE FROM pupils") == 3)
    }
  }

  @Test(arguments: Engine.all)
  func `empty values are last when asked`(engine: Engine) async throws {
    let names = try await school(engine).read {
      try $0.rows("SELECT name FROM pupils ORDER BY year DESC NULLS LAST, name") { $0.text(0) }
    }
    #expect(names == ["Amina", "Chloe", "Ben"])
  }

  @Test(arguments: Engine.all)
  func `a row that is there already is updated instead`(engine: Engine) async throws {
    try await school(engine).write(keeper: "a") { connection throws in
      for (name, year) in [("Amina", 5), ("Dai", 1)] {
        try connection.run(
          """
          INSERT INTO pupils (id, name, year) VALUES (9, \(name), \(year))
          ON CONFLICT (name) DO UPDATE SET year = excluded.year
          """)
      }
      let kept = try connection.rows("SELECT id, name, year FROM pupils WHERE year IN (1, 5) ORDER BY id") {
        "\($0.int(0)) \($0.text(1)) \($0.int(2))"
      }
      #expect(kept == ["1 Amina 5", "9 Dai 1"])
    }
  }

  @Test(arguments: Engine.all)
  func `what was written is returned`(engine: Engine) async throws {
    let database = try await school(engine)
    let written = try await database.write(keeper: "a") {
      try $0.rows("UPDATE pupils SET year = 3 WHERE id < \(3) RETURNING id, year") { [$0.int(0), $0.int(1)] }
    }
    #expect(written.sorted { $0[0] < $1[0] } == [[1, 3], [2, 3]])
    #expect(try await database.read { try $0.count("SELECT count(*) FROM pupils WHERE year = 3") } == 2)
  }

  @Test(arguments: Engine.all)
  func `a statement may run while another steps, even the same`(engine: Engine) async throws {
    try await school(engine).read { connection in
      var pairs = 0
      let names: SQL = "SELECT name FROM pupils ORDER BY id"
      try connection.each(names) { _ in
        pairs += try connection.rows(names) { $0.text(0) }.count
      }
      #expect(pairs == 9)
    }
  }

  @Test(arguments: Engine.all)
  func `stepping stops at the limit, and where the body throws`(engine: Engine) async throws {
    try await school(engine).read { connection in
      var seen = 0
      try connection.each("SELECT name FROM pupils", atMost: 2) { _ in seen += 1 }
      #expect(throws: Enough.self) {
        try connection.each("SELECT name FROM pupils") { _ in
          seen += 1
          throw Enough()
        }
      }
      #expect(seen == 3)
      #expect(try connection.first("SELECT name FROM pupils WHERE id > 9") { $0.text(0) } == nil)
      #expect(try connection.exists("SELECT id FROM pupils"))
      #expect(try connection.count("SELECT count(*) FROM pupils") == 3)
    }
  }

  @Test(arguments: Engine.all)
  func `text sorts by its code points`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      for (id, name) in ["é", "b", "A", "a", "Z", "ž", "10", "9"].enumerated() {
        try connection.run("INSERT INTO pupils (id, name) VALUES (\(id), \(name))")
      }
    }
    let names = try await database.read { try $0.rows("SELECT name FROM pupils ORDER BY name") { $0.text(0) } }
    #expect(names == ["10", "9", "A", "Z", "a", "b", "é", "ž"])
  }

  @Test(arguments: Engine.all)
  func `two thousand values fit in one statement, many times`(engine: Engine) async throws {
    try await school(engine).read { connection in
      for length in [1, 2, 47, 48, 49, 2_000, 2_000] {
        let found = try connection.count("SELECT count(*) FROM pupils WHERE id IN (\(SQL.list(1...length)))")
        #expect(found == min(length, 3))
      }
    }
  }

  @Test(arguments: Engine.all)
  func `more than one statement at a time is refused`(engine: Engine) async throws {
    let database = try await school(engine)
    await #expect(throws: DatabaseError.self) {
      try await database.write(keeper: "a") { try $0.run("DELETE FROM pupils; DELETE FROM pupils") }
    }
    #expect(try await database.read { try $0.count("SELECT count(*) FROM pupils") } == 3)
  }
}
