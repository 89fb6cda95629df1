import Domain
import SQL
import Store
import TestSupport
import Testing

private let northvale = SampleArea.northvale
private let today = Day(2026, 11, 21)!

/// Which words come up in an area's gaps, on both engines.
@Suite struct AreaMapWordsTests {
  private func add(_ database: any Database, _ kind: EntryKind) async throws {
    try await database.write(keeper: northvale.id.text) { connection in
      var details = EntryDetails(kind)
      details.cells = Cells([Cell(strand: 3, level: 2)])
      details.specialisms = Specialisms([0])
      (details.title, details.description, details.audience) = ("Alpha", "bravo, Bravo", "charlie")
      (details.place, details.frequency, details.funder, details.evidence) = ("delta", "echo", "foxtrot", "golf")
      (details.effect, details.suggestion) = ("hotel", "india")
      try Entries(northvale.viewer(.contributor), connection).add(
        details, to: northvale.round, isDraft: false, today: today)
    }
  }

  @Test(arguments: Engine.all) func `are those of every text of a gap, once for each gap`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    for kind in [EntryKind.gap, .gap, .provision] { try await add(database, kind) }
    let words = try await database.read { connection in
      let area = try #require(try Areas.withAddress(northvale.address, connection))
      let maps = AreaMaps(northvale.viewer(.coordinator), of: area, connection)
      return try maps.words(maps.map(AreaMapQuestion(), today: today))
    }
    #expect(
      words.map(\.word) == ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india"])
    #expect(words.allSatisfy { $0.count == 2 })
  }
}
