import Dispatch
import SQL
import TestSupport
import Testing

@Suite struct TransactionTests {
  private struct Mistake: Error {}

  private let table = [Migration(1, "notes", "CREATE TABLE notes (id BIGINT PRIMARY KEY, words TEXT NOT NULL)")]

  @Test(arguments: Engine.all)
  func `what throws is undone`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    await #expect(throws: Mistake.self) {
      try await database.write(keeper: "a") { connection in
        try connection.run("INSERT INTO notes (id, words) VALUES (1, 'a')")
        throw Mistake()
      }
    }
    #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == 0)
  }

  @Test(arguments: Engine.all)
  func `a statement that fails spoils its transaction, even where it is caught`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    await #expect(throws: DatabaseError.notUnique(index: "PRIMARY")) {
      try await database.write(keeper: "a") { connection in
        try connection.run("INSERT INTO notes (id, words) VALUES (1, 'a')")
        _ = try? connection.run("INSERT INTO notes (id, words) VALUES (1, 'b')")
        #expect(throws: DatabaseError.notUnique(index: "PRIMARY")) { try connection.run("DELETE FROM notes") }
      }
    }
    #expect(try await database.read { try $0.exists("SELECT id FROM notes") } == false)
  }

  @Test(arguments: Engine.all)
  func `nothing can be written while reading`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    await #expect(throws: DatabaseError.self) {
      try await database.read { try $0.run("INSERT INTO notes (id, words) VALUES (1, 'a')") }
    }
    try await database.write(keeper: "a") { try $0.run("INSERT INTO notes (id, words) VALUES (1, 'a')") }
  }

  @Test(arguments: Engine.all)
  func `a read is one snapshot, whatever is written meanwhile`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    let (begun, written) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    async let counts = database.read { connection in
      let before = try connection.count("SELECT count(*) FROM notes")
      begun.signal()
      written.wait()
      return [before, try connection.count("SELECT count(*) FROM notes")]
    }
    try await database.write(keeper: "a") { connection in
      begun.wait()
      try connection.run("INSERT INTO notes (id, words) VALUES (1, 'a')")
    }
    written.signal()
    #expect(try await counts == [0, 0])
    #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == 1)
  }

  @Test(arguments: Engine.all)
  func `of twenty who check and then insert for one keeper, one inserts`(engine: Engine) async throws {
    let address = try await freshDatabaseAddress(engine, migrations: table)
    // Two programs on one database.
    let databases = [try openTestDatabase(address), try openTestDatabase(address)]
    let inserted = try await withThrowingTaskGroup(of: Bool.self) { group in
      for writer in 0..<20 {
        group.addTask {
          try await databases[writer % 2].write(keeper: "school") { connection in
            if try connection.exists("SELECT id FROM notes WHERE words = 'once'") { return false }
            try connection.run("INSERT INTO notes (id, words) VALUES (\(writer), 'once')")
            return true
          }
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(inserted == 1)
    for database in databases { await database.close() }
  }

  @Test(arguments: Engine.all)
  func `writers for different keepers all get their turn`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    let written = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<40 {
        group.addTask {
          try await database.write(keeper: "school \(writer % 10)") {
            try $0.run("INSERT INTO notes (id, words) VALUES (\(writer), 'a')")
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(written == 40)
    #expect(try await database.read { try $0.count("SELECT count(*) FROM notes") } == 40)
  }

  @Test(arguments: Engine.all)
  func `fifty read at once`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      for id in 1...100 { try connection.run("INSERT INTO notes (id, words) VALUES (\(id), 'a')") }
    }
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask { try await database.read { try $0.count("SELECT count(*) FROM notes") } }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == 5_000)
  }

  @Test(arguments: Engine.all)
  func `a closed database is unavailable`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    _ = try await database.read { try $0.count("SELECT count(*) FROM notes") }
    await database.close()
    for attempt in ["read", "write"] {
      do {
        if attempt == "read" {
          _ = try await database.read { try $0.count("SELECT 1") }
        } else {
          _ = try await database.write(keeper: "a") { try $0.count("SELECT 1") }
        }
        Issue.record("a closed database was used")
      } catch let error as DatabaseError {
        guard case .unavailable = error else { throw error }
      }
    }
  }
}
