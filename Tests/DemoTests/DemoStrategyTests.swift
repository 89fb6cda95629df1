import Demo
import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct DemoStrategyTests {
  @Test(arguments: Engine.all) func `the primary's is published, the secondary's a draft with three things missing`(
    engine: Engine
  ) async throws {
    let (database, today) = (try await freshDatabase(engine, migrations: Schema.migrations), Day(2026, 11, 27)!)
    try await database.write(keeper: "operator") { connection in
      try Demo.make(today: today, connection)
      let asked = try #require(try Demo.strategyToPublish(today: today, connection))
      try Demo.publish(
        Strategies.ToPublish(document: asked.document, pdf: [1], word: [2], version: asked.version), today: today,
        connection)
    }
    let (primary, secondary) = try await database.read { connection in
      (try read(Demo.primary, today, connection), try read(Demo.secondary, today, connection))
    }
    #expect(primary.published.count == 1 && primary.check.missing.isEmpty && primary.check.names.isEmpty)
    #expect(primary.budget.activities.values.contains { $0.isOfFew }, "one whose cost the public is not told")
    #expect(secondary.published.isEmpty && secondary.check.missing.count == 3, "\(secondary.check.missing)")
    #expect(secondary.strategy.isOfSeveralYears)
  }

  @Test(arguments: ["2026-09-01", "2026-12-25", "2027-01-04", "2027-07-31", "2027-08-31"])
  func `it can be published on whatever day it is made`(iso: String) async throws {
    let (database, today) = (try await freshDatabase(.sqlite, migrations: Schema.migrations), Day(iso: iso)!)
    try await database.write(keeper: "operator") { try Demo.make(today: today, $0) }
    let primary = try await database.read { try read(Demo.primary, today, $0) }
    #expect(primary.check.missing.isEmpty, "\(primary.check.missing)")
  }
}

private func read(_ urn: String, _ today: Day, _ connection: any Connection) throws -> ReadStrategy {
  let school = try #require(try Schools.withURN(urn, connection))
  let keeper = Strategies(Viewer(operatorIn: school.id), connection)
  return try keeper.read(try #require(try keeper.all().first), of: school, today: today)
}
