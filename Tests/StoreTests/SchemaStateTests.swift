import SQL
import Store
import TestSupport
import Testing

@Suite struct SchemaStateTests {
  private func state(_ database: any Database) async throws -> SchemaState {
    try await database.read { try SchemaState.read($0) }
  }

  @Test(arguments: Engine.all) func `is sound when every step has been run`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    #expect(try await state(database) == SchemaState(waiting: 0, problems: []))
  }

  @Test(arguments: Engine.all) func `says how many steps wait, and runs none`(engine: Engine) async throws {
    let empty = try await freshDatabase(engine, migrations: [])
    #expect(try await state(empty).waiting == Schema.migrations.count)
    let older = try await freshDatabase(engine, migrations: Array(Schema.migrations.dropLast()))
    for _ in 0..<2 { #expect(try await state(older) == SchemaState(waiting: 1, problems: [])) }
  }

  @Test(arguments: Engine.all)
  func `names a table that is missing, a column that is, and one that is strange`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    try await database.write(keeper: "somebody") { connection in
      try connection.run("ALTER TABLE contacts RENAME TO contacts_once")
      try connection.run("ALTER TABLE pupils RENAME COLUMN forename TO first_name")
    }
    #expect(
      Set(try await state(database).problems) == [
        "The table contacts is missing.", "The table pupils lacks its column forename.",
        "The table pupils has a strange column, first_name.",
      ])
  }
}
