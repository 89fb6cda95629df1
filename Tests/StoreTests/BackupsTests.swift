import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@Suite struct BackupsTests {
  private func lines(_ database: any Database) async throws -> [String] {
    try await database.read { connection in
      var lines: [String] = []
      try Backups.write(connection) { lines.append($0) }
      return lines
    }
  }

  private func restore(_ lines: [String], into database: any Database) async throws {
    try await database.write(keeper: "restore") { _ = try Backups.read(lines, into: $0) }
  }

  /// What the other engine was given, and gives back.
  @Test(arguments: [(Engine.sqlite, Engine.postgres), (.postgres, .sqlite), (.sqlite, .sqlite), (.postgres, .postgres)])
  func `a backup restored into an empty database is the same records`(engines: (Engine, Engine)) async throws {
    let source = try await sampleDatabase(engines.0)
    let senco = SampleSchool.ashfieldPrimary.viewer(.senco)
    try await source.write(keeper: "one") { connection in
      // A row in tables that the samples leave empty: bytes, true and false, texts of every script, a blank.
      try connection.run(
        """
        INSERT INTO imports (organisation_id, id, kind, account_id, file_name, file, mapping, answers, state, rows_read,
          rows_in_all, created_at, touched_at, expires_at, version)
        VALUES (\(senco.organisation), 'x', 'pupils', NULL, 'Zażółć "gęślą" جاذة.csv', \([0, 255, 10, 13] as [UInt8]),
          '{}', '', 'ready', \(3), \(3), \(connection.now), \(connection.now), \(connection.now), \(1))
        """)
      try SchoolCalendars(senco, connection).markChecked()
      // A row that refers to a later one of its own table.
      let area = SampleArea.northvale
      try connection.run(
        "UPDATE entries SET state = 'merged', merged_into = \(area.draft) WHERE id = \(area.dropIn)")
    }
    let backup = try await lines(source)
    let target = try await freshDatabase(engines.1, migrations: Schema.migrations)
    try await restore(backup, into: target)
    #expect(try await lines(target).dropFirst() == backup.dropFirst())
    let (school, rates) = try await target.read { connection in
      (try Schools.withURN("900001", connection), try Rates.book(senco.organisation, connection))
    }
    #expect(school?.name == "Ashfield Primary School")
    #expect(
      rates.price(of: SampleSchool.ashfieldPrimary.assistantPay, on: Day(2026, 11, 21)!)?.rate.words == "£17.20 an hour"
    )
    #expect(try await target.integrityCheck().isEmpty)
    #expect(try await target.read { try Soundness.problems($0) }.isEmpty)
  }

  @Test(arguments: Engine.all) func `a file that was cut short restores nothing`(engine: Engine) async throws {
    let backup = try await lines(try await sampleDatabase(engine))
    let damaged = Refusal.invalid("This backup is damaged or was cut short. Nothing was restored.")
    let cuts: [[String]] = [
      backup.dropLast(), Array(backup.prefix(backup.count / 2)), backup.filter { !$0.contains("Amina") },
      backup.map { $0.hasPrefix("[") ? String($0.dropLast(3)) : $0 }, Array(backup.prefix(1)),
    ]
    for cut in cuts {
      let target = try await freshDatabase(engine, migrations: Schema.migrations)
      await #expect(throws: damaged) { try await restore(cut, into: target) }
      #expect(try await target.read { try Schools.all($0) }.isEmpty)
    }
  }

  @Test(arguments: Engine.all) func `a database that holds anything is left alone`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let backup = try await lines(database)
    await #expect(throws: Refusal.conflict("The database is not empty. Restore into a new one.")) {
      try await restore(backup, into: database)
    }
    #expect(try await lines(database).dropFirst() == backup.dropFirst())
  }

  @Test func `what is no backup, or one of a newer program, is told apart`() async throws {
    let target = try await freshDatabase(.sqlite, migrations: Schema.migrations)
    for strange in [[], ["UPN,Surname"], [#"{"format":"trellis backup 2","steps":1,"madeAt":"x"}"#]] {
      await #expect(throws: Refusal.invalid("This file is not a backup of Trellis.")) {
        try await restore(strange, into: target)
      }
    }
    let newer = #"{"format":"trellis backup 1","madeAt":"2026-11-21T09:30:00.000Z","steps":9999}"#
    await #expect(
      throws: Refusal.invalid("This backup was made by a newer Trellis. Please restore it with that one.")
    ) { try await restore([newer], into: target) }
  }

  /// Every table of the schema is in a backup, but those that belong to one installation on one day; and every one of its
  /// columns.
  @Test(arguments: Engine.all) func `no table and no column is forgotten`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    let backup = try await lines(database)
    let written = try backup.compactMap { line -> (String, [String])? in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let table = object?["table"] as? String, let columns = object?["columns"] as? [String] else { return nil }
      return (table, columns.sorted())
    }
    let kept = try await database.read { connection in
      try connection.rows(
        connection.dialect == .sqlite
          ? """
          SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
          """
          : """
          SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
          """
      ) { ($0.text(0), $0.text(1)) }
    }
    let left: Set<String> = ["migrations", "sessions", "throttles", "unfinished_forms", "password_resets"]
    let columns = Dictionary(grouping: kept, by: \.0).mapValues { $0.map(\.1).sorted() }
    #expect(Set(written.map(\.0)) == Set(columns.keys).subtracting(left))
    for (table, names) in written { #expect(names == columns[table], "\(table)") }
  }
}
