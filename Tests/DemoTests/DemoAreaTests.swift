import Demo
import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct DemoAreaTests {
  private let today = Day(2026, 11, 21)!

  @Test(arguments: Engine.all)
  func `sixty organisations in six localities, 600 entries and 150 gaps over two rounds, three specialisms`(
    engine: Engine
  ) async throws {
    let database = try await demonstration(engine)
    let today = today
    try await database.read { connection in
      let area = try #require(try Areas.withAddress("marlowshire", connection))
      let own = AreaViewer(operatorIn: area.id)
      #expect(area.name == Demo.authority && area.details.isListed && area.details.publishesMap)
      let participants = try Participants(own, connection).all()
      #expect(participants.count == 60)
      #expect(Set(participants.compactMap(\.urn)) == [Demo.primary, Demo.secondary])
      let parts = AreaParts(area.id, connection)
      #expect(try parts.specialisms().count == 3)
      #expect(try parts.localities().count == 6 && parts.boundaries().count == 6)
      let rounds = try Rounds(own, connection).all()
      #expect(rounds.map(\.isClosed) == [true, false] && rounds[1].takesEntries(on: today))
      let sent = try rounds.map { try Entries(own, connection).all(in: $0.id).filter { $0.state == .live } }
      let all = sent.joined()
      #expect(all.count { $0.details.kind == .provision } == 600)
      #expect(all.count { $0.details.kind == .gap } == 150)
      #expect(sent[0].count > 200 && sent[0].count < sent[1].count, "fewer answered the first time")
    }
  }

  @Test func `answers are uneven: some say much, some nothing, and silence is told from absence`() async throws {
    let database = try await demonstration(.sqlite)
    let today = today
    let (map, places) = try await database.read { connection in
      let area = try #require(try Areas.withAddress("marlowshire", connection))
      let maps = AreaMaps(AreaViewer(operatorIn: area.id), of: area, connection)
      let map = try maps.map(AreaMapQuestion(), today: today)
      return (map, try maps.places(map))
    }
    #expect((30...50).contains(map.response.answered) && map.response.known == 60)
    let silent = map.responses.filter { $0.answered * 2 <= $0.known }
    #expect(!silent.isEmpty, "a sector that is hardly heard")
    let nothing = map.framework.cells.reduce(0) { $0 + map.figures($1).nothingHere }
    #expect(nothing > 5)
    let counts = places.filter { $0.locality != nil }.map(\.figures.provision)
    #expect(counts.max()! > 2 * counts.min()!, "\(counts)")
  }

  @Test func `both schools offer from their own maps; there are questions, doubles, moves and a survey`() async throws {
    let database = try await demonstration(.sqlite)
    try await database.read { connection in
      let area = try #require(try Areas.withAddress("marlowshire", connection))
      let own = AreaViewer(operatorIn: area.id)
      let round = try #require(try Rounds(own, connection).numbered(2))
      let all = try Entries(own, connection).all(in: round.id)
      let offered = all.filter { $0.origin == SchoolOffers.origin }
      #expect(Set(offered.compactMap { $0.originKey?.split(separator: " ").first }) == ["900001", "900002"])
      #expect(offered.allSatisfy { ($0.details.reach ?? 5) % 5 == 0 })
      #expect(all.contains { $0.state == .merged } && all.contains { $0.checkedAt == nil })
      #expect(all.contains { $0.isPublic })
      #expect(try EntryQuestions(own, connection).openCount() > 0)
      #expect(try connection.count("SELECT COUNT(*) FROM entries WHERE cells_before IS NOT NULL") == 1)
      #expect(try connection.count("SELECT COUNT(*) FROM entries WHERE state = 'draft'") > 3)
      let answers = try SurveyAnswers(own, connection).counts(in: round.id)
      #expect(answers[.counted, default: 0] > 40 && answers[.waiting, default: 0] > 3)
    }
  }

  @Test func `nobody who takes part in the area is called as a pupil is`() async throws {
    let database = try await demonstration(.sqlite)
    try await database.read { connection in
      let shared = try connection.rows(
        """
        SELECT a.name FROM accounts a JOIN pupils p ON a.name = p.forename || ' ' || p.surname
        WHERE a.email LIKE '%@marlowshire.example'
        """
      ) { $0.text(0) }
      #expect(shared.isEmpty)
    }
  }

  @Test func `the doors lead to coordinator, commissioner and contributor as well`() async throws {
    let database = try await demonstration(.sqlite)
    let today = today
    try await database.read { connection in
      #expect(try Demonstration.isOpen(connection))
      let ways = try Demonstration.areaWays(on: today, connection)
      #expect(ways.map(\.role) == AreaRole.allCases && ways.allSatisfy { $0.address == "marlowshire" })
    }
  }

  private func demonstration(_ engine: Engine) async throws -> any Database {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    let today = today
    try await database.write(keeper: "demonstration") { try Demo.make(today: today, $0) }
    return database
  }
}
