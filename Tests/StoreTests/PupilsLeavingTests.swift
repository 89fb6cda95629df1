import Domain
import SQL
import Store
import TestSupport
import Testing

/// Leaving and coming back, on both engines.
@Suite struct PupilsLeavingTests {
  private let school = SampleSchool.ashfieldPrimary
  private let today = Day(2026, 11, 21)!
  private var amina: ID<Pupil> { SamplePupil.amina.id(in: school) }

  private func act<Value: Sendable>(
    _ database: any Database, _ work: @escaping @Sendable (Pupils) throws -> Value
  ) async throws -> Value {
    let viewer = school.viewer(.office)
    return try await database.write(keeper: school.id.text) { try work(Pupils(viewer, $0)) }
  }

  private func places(_ database: any Database) async throws -> [String] {
    let id = amina
    return try await database.read {
      try $0.rows("SELECT from_day, until_day FROM group_members WHERE pupil_id = \(id.text) ORDER BY from_day") {
        "\($0.text(0)) \($0.textOrNil(1) ?? "open")"
      }
    }
  }

  @Test(arguments: Engine.all)
  func `places in groups end on the last day, and facts stay`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    try await act(database) { try $0.leave(id, on: today, for: "Moved to another school") }
    #expect(try await places(database) == ["2026-09-07 2026-11-21"])
    let pupil = try #require(try await act(database) { try $0.find(id) })
    #expect(pupil.leftOn == today && pupil.leftFor == "Moved to another school")
    let senco = school.viewer(.senco)
    let facts = try await database.read { try Pupils(senco, $0).facts(of: id) }
    #expect(facts.statuses.facts[0].span.until == nil)
    #expect(try await act(database) { try $0.list(on: today).count } == 4)
    #expect(try await act(database) { try $0.list(on: today + 1).count } == 3)
    #expect(try await act(database) { try $0.list(PupilFilter(presence: .left), on: today + 1).map(\.id) } == [id])
  }

  @Test(arguments: Engine.all)
  func `a leaving that was a mistake is taken back, places and all`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today, school) = (amina, today, school)
    try await database.write(keeper: school.id.text) {
      try $0.run(
        """
        INSERT INTO group_members (organisation_id, id, group_id, pupil_id, weight, from_day, until_day, written_at)
        VALUES (\(school.id), 'later', \(school.counsellingGroup), \(id), 1, '2027-01-05', '2027-03-25', \($0.now))
        """)
    }
    try await act(database) { try $0.leave(id, on: today) }
    #expect(try await places(database) == ["2026-09-07 2026-11-21"])
    try await act(database) { try $0.undoLeaving(id) }
    #expect(try await places(database) == ["2026-09-07 open", "2027-01-05 2027-03-25"])
    #expect(try await act(database) { try $0.find(id)?.leftOn } == nil)
  }

  @Test(arguments: Engine.all)
  func `who comes back was away in between`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    try await act(database) { try $0.leave(id, on: Day(2026, 10, 1)!) }
    await #expect(throws: Refusal.self) { try await act(database) { try $0.rejoin(id, on: Day(2026, 10, 1)!) } }
    try await act(database) { try $0.rejoin(id, on: today) }
    func isThere(_ day: Day) async throws -> Bool {
      try await act(database) { try $0.list(on: day).contains { $0.id == id } }
    }
    #expect(try await isThere(Day(2026, 9, 30)!))
    #expect(try await !isThere(Day(2026, 10, 2)!))
    #expect(try await isThere(today))
    #expect(try await places(database) == ["2026-09-07 2026-10-01"])
  }

  @Test(arguments: Engine.all)
  func `leaving before joining, far ahead or twice is refused`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    await #expect(throws: Refusal.self) { try await act(database) { try $0.leave(id, on: Day(2025, 8, 31)!) } }
    await #expect(throws: Refusal.self) { try await act(database) { try $0.leave(id, on: Day(2062, 8, 31)!) } }
    try await act(database) { try $0.leave(id, on: today) }
    await #expect(throws: Refusal.self) { try await act(database) { try $0.leave(id, on: today) } }
  }
}
