import Domain
import SQL
import Store
import TestSupport
import Testing

private let northvale = SampleArea.northvale
private let today = Day(2026, 11, 21)!

/// What an area's map is counted from, on both engines.
@Suite struct AreaMapsTests {
  private func area(_ connection: any Connection) throws -> Area {
    try #require(try Areas.withAddress(northvale.address, connection))
  }

  private func map(
    _ database: any Database, as person: SampleArea.Person = .coordinator,
    _ question: AreaMapQuestion = AreaMapQuestion()
  ) async throws -> AreaMap {
    try await database.read { connection in
      try AreaMaps(northvale.viewer(person), of: area(connection), connection).map(question, today: today)
    }
  }

  /// A provision of the clinic, and what else is said of it.
  private func add(
    _ database: any Database, _ kind: EntryKind = .provision, as person: SampleArea.Person = .contributor,
    in cells: [(Int, Int)], isDraft: Bool = false, _ change: @escaping @Sendable (inout EntryDetails) -> Void = { _ in }
  ) async throws {
    let cells = Cells(cells.map { Cell(strand: $0.0, level: $0.1) })
    try await database.write(keeper: northvale.id.text) { connection in
      var details = EntryDetails(kind)
      details.description = "Something that happens."
      details.cells = cells
      details.specialisms = Specialisms([0])
      change(&details)
      try Entries(northvale.viewer(person), connection).add(
        details, to: northvale.round, isDraft: isDraft, today: today)
    }
  }

  private func sayNothingHere(_ database: any Database, _ participant: ID<Participant>, _ cell: Cell) async throws {
    try await database.write(keeper: northvale.id.text) { connection in
      try connection.run(
        """
        INSERT INTO nothing_here (organisation_id, round_id, participant_id, specialism, cell, said_by, said_at)
        VALUES (\(northvale.id), \(northvale.round), \(participant), 0, \(cell.bit), 'Lucy Marlow', \(connection.now))
        """)
    }
  }

  @Test(arguments: Engine.all) func `provision, gaps and children, without drafts and what was withdrawn`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await add(database, in: [(0, 0), (0, 1)]) { ($0.reach, $0.capacity) = (20, 30) }
    try await add(database, in: [(0, 0)], isDraft: true)
    let map = try await map(database)
    let cell = map.figures(Cell(strand: 0, level: 0))
    #expect(cell.provision == 2 && cell.reach == 500 && cell.places == 30 && cell.providers == 1)
    #expect(map.total.provision == 2 && map.total.gaps == 1 && map.total.affected == 35 && map.total.answered == 2)
    #expect(map.figures(strand: 0).provision == 2 && map.figures(level: 1).provision == 1)
    #expect(map.response.known == 3 && map.response.answered == 2 && map.response.expected == 3)
    #expect(map.responses.first { $0.sector?.key == "parents" }?.joined == 0)
  }

  @Test(arguments: Engine.all) func `silence is told apart from nothing here`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (said, silent) = (Cell(strand: 1, level: 2), Cell(strand: 2, level: 2))
    try await sayNothingHere(database, northvale.playgroup, said)
    let map = try await map(database)
    #expect(map.figures(said).state == .absent && map.figures(said).nothingHere == 1)
    #expect(map.figures(silent).state == .silent)
    #expect(map.organisations(of: said).nothingHere.map(\.id) == [northvale.playgroup])
    #expect(map.organisations(of: silent).silent.count == 3)
  }

  @Test(arguments: Engine.all) func `cut by specialism, sector, organisation, locality and age`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let here = Cell(strand: 4, level: 1)
    try await add(database, in: [(4, 1)]) {
      ($0.specialisms, $0.ageFrom, $0.ageUntil, $0.localities, $0.reach) =
        (Specialisms([1]), 5, 7, [northvale.hillWard], 12)
    }
    func figures(_ change: (inout AreaMapQuestion) -> Void) async throws -> AreaMap.Figures {
      var question = AreaMapQuestion()
      change(&question)
      return try await map(database, question).figures(here)
    }
    #expect(try await figures { $0.specialism = "ot" }.reach == 12)
    #expect(try await figures { $0.specialism = "slcn" }.state == .silent)
    #expect(try await figures { $0.sector = "health" }.provision == 1)
    #expect(try await figures { $0.sector = "early-years" }.provision == 0)
    #expect(try await figures { $0.participant = northvale.clinic }.provision == 1)
    #expect(try await figures { $0.locality = northvale.hillWard }.provision == 1)
    #expect(try await figures { $0.locality = northvale.harbourWard }.state == .elsewhere)
    #expect(try await figures { $0.age = 6 }.provision == 1)
    #expect(try await figures { $0.age = 9 }.state == .elsewhere)
    for change: (inout AreaMapQuestion) -> Void in [
      { $0.specialism = "no-such" }, { $0.sector = "no-such" }, { $0.round = 9 },
      { $0.participant = SampleArea.southmere.clinic }, { $0.locality = SampleArea.southmere.hillWard },
    ] {
      await #expect(throws: Refusal.self) { _ = try await figures(change) }
    }
  }

  @Test(arguments: Engine.all) func `a contributor gets the map of their own organisation alone`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let clinic = try await map(database, as: .contributor)
    #expect(
      clinic.total.provision == 1 && clinic.total.gaps == 0 && clinic.organisations.map(\.id) == [northvale.clinic])
    let playgroup = try await map(database, as: .neighbour)
    #expect(playgroup.total.provision == 0 && playgroup.total.gaps == 1)
    let unconfirmed = try await map(database, as: .newcomer)
    #expect(unconfirmed.total.provision == 0 && unconfirmed.total.gaps == 0)
    await #expect(throws: Refusal.self) {
      try await database.read { connection in
        _ = try AreaMaps(SampleArea.southmere.viewer(.coordinator), of: area(connection), connection).map(
          AreaMapQuestion(), today: today)
      }
    }
  }

  @Test(arguments: Engine.all) func `a later round of four levels is compared by the crosswalk`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    try await add(database, in: [(4, 1)]) { $0.reach = 12 }
    try await database.write(keeper: northvale.id.text) { connection in
      let viewer = northvale.viewer(.coordinator)
      try Rounds(viewer, connection).close(northvale.round)
      let frameworks = Frameworks(viewer, connection)
      let old = try frameworks.find(northvale.framework)
      let four = try frameworks.copy(old, name: "Four", levels: StandardFramework.fourLevels, from: today)
      let round = try Rounds(viewer, connection).add(name: "", framework: four, from: today, until: nil)
      var details = EntryDetails(.provision)
      details.description = "Groups that a specialist plans."
      details.cells = Cells([Cell(strand: 4, level: 1)])
      details.specialisms = Specialisms([0])
      details.reach = 20
      try Entries(northvale.viewer(.contributor), connection).add(details, to: round, isDraft: false, today: today)
    }
    let comparison = try await database.read { connection in
      try AreaMaps(northvale.viewer(.coordinator), of: area(connection), connection).comparison(
        AreaMapQuestion(), today: today)
    }
    let found = try #require(comparison)
    #expect(found.now.framework.levels.count == 4 && found.then.round.number == 1)
    #expect(found.change(Cell(strand: 4, level: 1)) == .differs(provision: 0, gaps: 0, reach: 8))
    // The gap was of level Specialist, which is the fourth now.
    #expect(found.then.figures(Cell(strand: 3, level: 3)).gaps == 1)
    #expect(found.change(Cell(strand: 3, level: 3)) == .silentNow)
    #expect(found.change(Cell(strand: 1, level: 1)) == .silentBoth)
    // Three levels had no Targeted Plus: nobody could be silent there.
    #expect(found.change(Cell(strand: 1, level: 2)) == .notAskedThen)
    #expect(found.then.figures(Cell(strand: 1, level: 2)).state == .notAsked)
    #expect(
      AreaChangeWords(found, Cell(strand: 1, level: 2)).provision == "nobody has answered now; not asked then")
    // A closed round stays as it was.
    #expect(try await map(database, AreaMapQuestion(round: 1)).total.provision == 2)
  }

  @Test(arguments: Engine.all) func `gaps are ranked by who says them, with what was merged, then by children`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await add(database, .gap, in: [(0, 2)]) { ($0.title, $0.affected) = ("Few evenings", 90) }
    try await add(database, .gap, as: .contributor, in: [(3, 2)]) { ($0.title, $0.affected) = ("Waiting", 60) }
    try await database.write(keeper: northvale.id.text) { connection in
      try connection.run(
        """
        UPDATE entries SET state = 'merged', merged_into = \(northvale.gap)
        WHERE organisation_id = \(northvale.id) AND title = 'Waiting'
        """)
    }
    let report = try await database.read { connection in
      try AreaMaps(northvale.viewer(.coordinator), of: area(connection), connection).report(
        AreaMapQuestion(), today: today)
    }
    #expect(report.gaps.map(\.id).first == northvale.gap && report.gaps[0].sayers == 2)
    #expect(report.gaps.map(\.name).last == "Few evenings" && report.gaps.count == 2)
    #expect(report.cellsByGaps.first == Cell(strand: 3, level: 2))
    #expect(report.map.figures(Cell(strand: 3, level: 2)).gapSayers == 2)
    // They tell of the same children: the largest number counts, in the list and in the figures.
    #expect(report.gaps[0].affected == .exactly(60))
    #expect(report.map.figures(Cell(strand: 3, level: 2)).affected == 60)
    #expect(report.places.reduce(0) { $0 + $1.figures.affectedSum } >= 60)
    #expect(report.words.contains { $0.word == "something" } == false || report.words.allSatisfy { $0.count > 1 })
  }

  @Test(arguments: Engine.all) func `the public map has what both agreed to, and only where it is published`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await add(database, in: [(4, 2)]) {
      ($0.title, $0.reach, $0.capacity, $0.cost, $0.isPublicByAuthor) = ("One to one", 3, 9, Pence(500), true)
    }
    try await add(database, in: [(4, 2)]) { ($0.title, $0.reach, $0.isPublicByAuthor) = ("Group", 42, true) }
    try await add(database, in: [(4, 2)]) { ($0.title, $0.reach) = ("Not agreed to", 7) }
    func report() async throws -> AreaReport {
      try await database.read { connection in
        try AreaMaps(publicOf: area(connection), connection).report(AreaMapQuestion(), today: today)
      }
    }
    #expect(try await report().map.total.provision == 0)
    try await database.write(keeper: northvale.id.text) { connection in
      try connection.run("UPDATE entries SET public_by_coordinator = \(true) WHERE organisation_id = \(northvale.id)")
    }
    let found = try await report()
    #expect(found.provision.map(\.name) == ["Group", "One to one"] && found.provision.allSatisfy { $0.inner == nil })
    #expect(found.provision.map(\.reach) == [.about(40), .fewerThan5])
    #expect(found.map.total.reach == 40 && found.map.total.places == nil && found.map.organisations.isEmpty)
    #expect(found.map.figures(Cell(strand: 0, level: 0)).state == .unpublished)
    try await database.write(keeper: northvale.id.text) { connection in
      try connection.run("UPDATE areas SET publishes_map = \(false) WHERE organisation_id = \(northvale.id)")
    }
    await #expect(throws: Refusal.self) { _ = try await report() }
  }

  @Test(arguments: Engine.all) func `localities have what names them, and what names none stands apart`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    try await add(database, in: [(4, 1), (4, 2)]) {
      ($0.reach, $0.localities) = (12, [northvale.hillWard, northvale.harbourWard])
    }
    let places = try await database.read { connection in
      let maps = try AreaMaps(northvale.viewer(.coordinator), of: area(connection), connection)
      return try maps.places(maps.map(AreaMapQuestion(), today: today))
    }
    #expect(places.map { $0.locality?.name } == ["Harbour", "Hill", nil])
    #expect(places.map(\.figures.reach) == [12, 12, 480] && places[2].figures.gaps == 1)
  }
}
