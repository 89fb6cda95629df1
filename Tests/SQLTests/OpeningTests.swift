import Foundation
import PostgresEngine
import SQL
import SQLiteEngine
import TestSupport
import Testing

@Suite struct OpeningTests {
  private let clock = TestClock()

  private func words(of failure: DatabaseError?) -> String {
    guard case .unavailable(let words) = failure else { return "not unavailable: s3cret" }
    return words
  }

  @Test func `a file in no folder cannot be opened`() throws {
    let error = #expect(throws: DatabaseError.self) {
      try SQLiteDatabase(path: "/nowhere/at/all/trellis.sqlite") { [clock] in clock.now }
    }
    #expect(
      words(of: error)
        == "The database /nowhere/at/all/trellis.sqlite cannot be opened: there is no such folder, or it cannot be written."
    )
  }

  @Test func `a file that is no database is left as it is`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite")
    defer { try? FileManager.default.removeItem(at: file) }
    let letter = Data("Dear parent, this is not a database, however long it may be.".utf8)
    try letter.write(to: file)
    let error = #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: file.path) { [clock] in clock.now } }
    #expect(words(of: error).hasSuffix("it is not an SQLite database."))
    #expect(try Data(contentsOf: file) == letter)
  }

  @Test func `an address that cannot be read is refused without repeating its password`() throws {
    for address in ["postgres://sencos:s3cret%zz@host/trellis", "mysql://sencos:s3cret@host/trellis", "", "postgres:"] {
      let error = #expect(throws: DatabaseError.self) {
        try PostgresDatabase(address: address) { [clock] in clock.now }
      }
      #expect(words(of: error).contains("s3cret") == false)
    }
  }

  @Test func `a server that is not there is unavailable, and its password is not told`() async throws {
    let database = try PostgresDatabase(address: "postgres://senco:s3cret@127.0.0.1:1/trellis") { [clock] in clock.now }
    for _ in 1...2 {
      let error = await #expect(throws: DatabaseError.self) { try await database.read { try $0.count("SELECT 1") } }
      #expect(words(of: error).contains("s3cret") == false)
    }
    await database.close()
  }

  @Test(arguments: Engine.all)
  func `a sound database has no faults`(engine: Engine) async throws {
    let database = try await freshDatabase(
      engine, migrations: [Migration(1, "notes", "CREATE TABLE notes (id BIGINT PRIMARY KEY)")])
    #expect(try await database.integrityCheck() == [])
  }

  @Test func `a broken reference is a fault`() async throws {
    let database = try await freshDatabase(
      .sqlite,
      migrations: [
        Migration(
          1, "schools and pupils",
          """
          CREATE TABLE schools (urn TEXT PRIMARY KEY);
          CREATE TABLE pupils (id BIGINT PRIMARY KEY, school TEXT);
          INSERT INTO pupils VALUES (1, 'gone'), (2, 'gone');
          ALTER TABLE pupils RENAME TO old;
          CREATE TABLE pupils (id BIGINT PRIMARY KEY, school TEXT REFERENCES schools (urn) DEFERRABLE INITIALLY DEFERRED);
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = 'CREATE TABLE old (id BIGINT PRIMARY KEY, school TEXT REFERENCES schools (urn))'
          WHERE name = 'old';
          PRAGMA writable_schema = RESET;
          """)
      ])
    #expect(try await database.integrityCheck() == ["2 rows of old refer to rows of schools that are not there"])
  }

  @Test func `a copy taken while in use opens as the same database`() async throws {
    let original = try SQLiteDatabase.temporary { [clock] in clock.now }
    try await original.migrate([Migration(1, "notes", "CREATE TABLE notes (id BIGINT PRIMARY KEY)")])
    try await original.write(keeper: "a") { try $0.run("INSERT INTO notes (id) VALUES (1)") }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite")
    defer { try? FileManager.default.removeItem(at: file) }
    try await original.backup(to: file.path)
    let copy = try SQLiteDatabase(path: file.path) { [clock] in clock.now }
    #expect(try await copy.read { try $0.count("SELECT count(*) FROM notes") } == 1)
    #expect(try await copy.read { try $0.first("PRAGMA journal_mode") { $0.text(0) } } == "wal")
    await copy.close()
  }

  @Test func `a new database is its owner's alone to read`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "trellis.sqlite").path
    let database = try SQLiteDatabase(path: path) { [clock] in clock.now }
    try await database.migrate([Migration(1, "notes", "CREATE TABLE notes (id BIGINT PRIMARY KEY)")])
    for file in [path, "\(path)-wal", "\(path)-shm"] {
      let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
      #expect(permissions?.intValue == 0o600)
    }
    await database.close()
  }

  @Test func `a file waits for the disk, and keeps its references`() async throws {
    let address = try await freshDatabaseAddress(.sqlite)
    let database = try openTestDatabase(address)
    let settings = try await database.write(keeper: "a") {
      [try $0.count("PRAGMA synchronous"), try $0.count("PRAGMA foreign_keys")]
    }
    #expect(settings == [2, 1])
    await database.close()
  }
}
