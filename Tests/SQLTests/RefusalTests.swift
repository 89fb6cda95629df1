import SQL
import TestSupport
import Testing

/// Each thing that a database refuses, told alike by both engines.
@Suite struct RefusalTests {
  private let tables = [
    Migration(
      1, "schools and pupils",
      """
      CREATE TABLE schools (
        urn TEXT PRIMARY KEY,
        name TEXT NOT NULL CONSTRAINT schools_name CHECK (length(name) BETWEEN 1 AND 20)
      );
      CREATE TABLE pupils (
        school TEXT NOT NULL REFERENCES schools (urn) DEFERRABLE INITIALLY DEFERRED,
        id BIGINT NOT NULL,
        upn TEXT,
        place BIGINT,
        friend BIGINT,
        tag TEXT UNIQUE,
        name TEXT,
        PRIMARY KEY (school, id),
        FOREIGN KEY (school, friend) REFERENCES pupils (school, id)
      );
      CREATE UNIQUE INDEX pupils_upn ON pupils (school, upn) WHERE upn IS NOT NULL;
      CREATE UNIQUE INDEX pupils_place ON pupils (place, school);
      CREATE UNIQUE INDEX pupils_folded_name ON pupils (lower(name));
      """)
  ]

  private func refusal(_ engine: Engine, of statement: SQL) async throws -> DatabaseError? {
    let database = try await freshDatabase(engine, migrations: tables)
    try await database.write(keeper: "a") { connection in
      try connection.run("INSERT INTO schools (urn, name) VALUES ('1', 'Ashfield')")
      try connection.run("INSERT INTO pupils (school, id, upn, place, tag, name) VALUES ('1', 1, 'a', 7, 't', 'ann')")
    }
    do {
      try await database.write(keeper: "a") { try $0.run(statement) }
      return nil
    } catch let error as DatabaseError {
      return error
    }
  }

  @Test(arguments: Engine.all)
  func `a primary key twice`(engine: Engine) async throws {
    #expect(
      try await refusal(engine, of: "INSERT INTO schools (urn, name) VALUES ('1', 'Beech')")
        == .notUnique(index: "PRIMARY"))
    #expect(
      try await refusal(engine, of: "INSERT INTO pupils (school, id) VALUES ('1', 1)") == .notUnique(index: "PRIMARY"))
  }

  @Test(arguments: Engine.all)
  func `a unique index is told by its name`(engine: Engine) async throws {
    #expect(
      try await refusal(engine, of: "INSERT INTO pupils (school, id, upn) VALUES ('1', 2, 'a')")
        == .notUnique(index: "pupils_upn"))
    #expect(
      try await refusal(engine, of: "INSERT INTO pupils (school, id, place) VALUES ('1', 2, 7)")
        == .notUnique(index: "pupils_place"))
    #expect(
      try await refusal(engine, of: "INSERT INTO pupils (school, id, name) VALUES ('1', 2, 'Ann')")
        == .notUnique(index: "pupils_folded_name"))
    #expect(
      try await refusal(engine, of: "INSERT INTO pupils (school, id, tag) VALUES ('1', 2, 't')")
        == .notUnique(index: "pupils_tag_key"))
    #expect(try await refusal(engine, of: "INSERT INTO pupils (school, id, upn) VALUES ('1', 2, 'b')") == nil)
  }

  @Test(arguments: Engine.all)
  func `a reference to what is not there, now or at the end of the transaction`(engine: Engine) async throws {
    #expect(
      try await refusal(engine, of: "INSERT INTO pupils (school, id, friend) VALUES ('1', 2, 99)") == .brokenReference)
    #expect(try await refusal(engine, of: "INSERT INTO pupils (school, id) VALUES ('9', 2)") == .brokenReference)
    #expect(try await refusal(engine, of: "DELETE FROM schools WHERE urn = '1'") == .brokenReference)
  }

  @Test(arguments: Engine.all)
  func `a check is told by its name`(engine: Engine) async throws {
    #expect(
      try await refusal(engine, of: "INSERT INTO schools (urn, name) VALUES ('2', '')")
        == .checkFailed(constraint: "schools_name"))
  }

  @Test(arguments: Engine.all)
  func `a missing value is told by its column`(engine: Engine) async throws {
    #expect(
      try await refusal(engine, of: "INSERT INTO schools (urn, name) VALUES ('2', NULL)")
        == .missingValue(column: "name"))
  }

  @Test(arguments: Engine.all)
  func `what is no statement is anything else`(engine: Engine) async throws {
    for statement: SQL in ["SELECT nothing FROM nowhere", "SELEKT 1", "INSERT INTO schools (urn) VALUES (1, 2)", ""] {
      guard case .other = try await refusal(engine, of: statement) else {
        Issue.record("\(statement) was not refused as it should be")
        continue
      }
    }
  }

  @Test(arguments: Engine.all)
  func `after a refusal the next transaction goes its way`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: tables)
    for _ in 1...10 {
      await #expect(throws: DatabaseError.brokenReference) {
        try await database.write(keeper: "a") { try $0.run("INSERT INTO pupils (school, id) VALUES ('9', 2)") }
      }
    }
    #expect(try await database.read { try $0.count("SELECT count(*) FROM pupils") } == 0)
  }
}
