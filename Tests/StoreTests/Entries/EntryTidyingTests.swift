import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@Suite struct EntryTidyingTests {
  @Test(arguments: Engine.all) func `several are marked at once, and a change asks for it again`(engine: Engine)
    async throws
  {
    let world = try await EntriesWorld(engine)
    let area = world.area
    try await world.write(as: .coordinator) { try $0.mark([area.dropIn, area.gap], checked: true) }
    try await world.write(as: .coordinator) { try $0.agree([area.dropIn], toPublic: true) }
    #expect(try await world.entry(area.dropIn).checkedBy == "Maya Ellis")
    #expect(try await world.entry(area.dropIn).isPublicByCoordinator)
    var details = try await world.entry(area.dropIn, as: .contributor).details
    details.place = "Harbour hub"
    let changed = details
    try await world.write(as: .contributor) {
      try $0.change(area.dropIn, to: changed, sends: true, version: 1, today: world.today)
    }
    #expect(try await world.entry(area.dropIn).checkedAt == nil)
    #expect(try await !world.entry(area.dropIn).isPublicByCoordinator)
    await #expect(throws: Refusal.refused()) {
      try await world.write(as: .contributor) { try $0.mark([area.dropIn], checked: true) }
    }
  }

  @Test(arguments: Engine.all) func `a move is shown to the author until they have seen it`(engine: Engine) async throws
  {
    let world = try await EntriesWorld(engine)
    let area = world.area
    let there = Cells([Cell(strand: 4, level: 1)])
    try await world.write(as: .coordinator) { try $0.move(area.dropIn, to: there, version: 1) }
    let moves = try await world.read(as: .contributor) { try $0.moves() }
    #expect(moves.map(\.before.all) == [[Cell(strand: 0, level: 0)]])
    #expect(moves.map(\.after) == [there] && moves[0].by == "Maya Ellis")
    #expect(try await world.read(as: .neighbour) { try $0.moves() }.isEmpty)
    let words = try await world.entry(area.dropIn).details.description
    #expect(words.hasPrefix("Talking drop-in"))
    try await world.write(as: .contributor) { try $0.seeMove(of: area.dropIn) }
    #expect(try await world.read(as: .contributor) { try $0.moves() }.isEmpty)
    let history = try await world.read(as: .contributor) { try $0.history(of: area.dropIn) }
    #expect(history.map(\.act) == ["seen", "moved"])
    #expect(history[1].before["cells"] == "1.1" && history[1].after["cells"] == "5.2")
    await #expect(throws: Refusal.self) {
      try await world.write(as: .coordinator) { try $0.move(area.dropIn, to: there, version: 1) }
    }
  }

  @Test(arguments: Engine.all) func `merging keeps both, can be undone, and takes the first of two coordinators`(
    engine: Engine
  ) async throws {
    let world = try await EntriesWorld(engine)
    let area = world.area
    let twin = try await world.write(as: .neighbour) {
      try $0.add(
        EntriesWorld.details("A drop-in for talking at family hubs"), to: area.round, isDraft: false, today: world.today
      )
    }
    try await world.write(as: .coordinator) { try $0.merge([twin: 1], into: area.dropIn, version: 1) }
    let merged = try await world.entry(twin)
    #expect(merged.state == .merged && merged.mergedInto == area.dropIn)
    #expect(merged.details.description == "A drop-in for talking at family hubs")
    #expect(try await world.read(as: .coordinator) { try $0.merged(into: area.dropIn) }.map(\.id) == [twin])
    // The same form sent twice is done once; the other coordinator's, the other way round, is refused.
    try await world.write(as: .coordinator) { try $0.merge([twin: 1], into: area.dropIn, version: 1) }
    do {
      try await world.write(as: .coordinator) { try $0.merge([area.dropIn: 1], into: twin, version: 1) }
      Issue.record("was not refused")
    } catch let refusal as Refusal {
      #expect(refusal.kind == .conflict && refusal.sentence.contains("since you opened this page"))
    }
    await #expect(throws: Refusal.self) {
      try await world.write(as: .neighbour) {
        try $0.change(twin, to: EntriesWorld.details("Other"), sends: true, version: 2, today: world.today)
      }
    }
    try await world.write(as: .coordinator) { try $0.unmerge(twin, version: 2) }
    #expect(try await world.entry(twin).state == .live)
    await #expect(throws: Refusal.self) {
      try await world.write(as: .coordinator) { try $0.merge([area.gap: 1], into: area.dropIn, version: 2) }
    }
  }

  @Test(arguments: Engine.all) func `a question reaches its author once, and is answered once`(engine: Engine)
    async throws
  {
    let world = try await EntriesWorld(engine)
    let area = world.area
    let id = ID<EntryQuestion>.new(at: .now)
    @Sendable func questions(_ person: SampleArea.Person, _ connection: any Connection) -> EntryQuestions {
      EntryQuestions(SampleArea.northvale.viewer(person), connection)
    }
    func write<Value: Sendable>(_ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
      try await world.database.write(keeper: area.id.text, work)
    }
    let asked = try await write {
      try questions(.coordinator, $0).ask("In the holidays too?", about: area.dropIn, id: id)
    }
    #expect(asked?.email == area.email(.contributor))
    #expect(
      try await write { try questions(.coordinator, $0).ask("In the holidays too?", about: area.dropIn, id: id) } == nil
    )
    #expect(
      try await world.database.read { try questions(.contributor, $0).open() }.map(\.question) == [
        "In the holidays too?"
      ])
    #expect(
      try await world.database.read { try questions(.neighbour, $0).open() }.map(\.question) == [
        "For how long do they wait?"
      ])
    await #expect(throws: Refusal.self) {
      try await write { try questions(.contributor, $0).answer(id, about: area.dropIn, with: " ") }
    }
    await #expect(throws: Refusal.notFound()) {
      try await write { try questions(.neighbour, $0).answer(id, about: area.dropIn, with: "Yes") }
    }
    try await write { try questions(.contributor, $0).answer(id, about: area.dropIn, with: "Yes") }
    try await write { try questions(.contributor, $0).answer(id, about: area.dropIn, with: "Yes") }
    await #expect(throws: Refusal.self) {
      try await write { try questions(.contributor, $0).answer(id, about: area.dropIn, with: "No") }
    }
    #expect(try await world.database.read { try questions(.coordinator, $0).openCount() } == 1)
  }
}
