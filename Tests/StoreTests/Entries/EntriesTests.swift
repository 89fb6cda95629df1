import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct EntriesTests {
  @Test(arguments: Engine.all)
  func `a contributor sees their organisation's drafts, a newcomer their own, others none`(engine: Engine) async throws
  {
    let world = try await EntriesWorld(engine)
    func seen(_ person: SampleArea.Person) async throws -> Set<ID<Entry>> {
      Set(try await world.read(as: person) { try $0.all(in: SampleArea.northvale.round) }.map(\.id))
    }
    let area = world.area
    #expect(try await seen(.contributor) == [area.dropIn, area.draft, area.newcomersDraft])
    #expect(try await seen(.newcomer) == [area.newcomersDraft])
    #expect(try await seen(.neighbour) == [area.gap])
    #expect(try await seen(.coordinator) == [area.dropIn, area.gap])
    #expect(try await seen(.commissioner) == [area.dropIn, area.gap])
  }

  @Test(arguments: Engine.all)
  func `who coordinates and contributes sees own drafts and changes nobody else's words`(engine: Engine) async throws {
    let world = try await EntriesWorld(engine)
    let area = world.area
    let both = AreaViewer(
      account: area.account(.contributor), organisation: area.id, roles: [.coordinator, .contributor],
      participant: area.clinic, isConfirmed: true, name: "Tanvi Desai")
    let seen = try await world.database.read { try Entries(both, $0).all(in: area.round).map(\.id) }
    #expect(Set(seen) == [area.dropIn, area.draft, area.newcomersDraft, area.gap])
    await #expect(throws: Refusal.refused()) {
      try await world.database.write(keeper: area.id.text) {
        try Entries(both, $0).change(
          area.gap, to: EntriesWorld.details("Other words"), sends: true, version: 1, today: world.today)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `last round's entries are copied once, by the crosswalk of levels`(engine: Engine) async throws {
    let world = try await EntriesWorld(engine)
    let specialist = try await world.write(as: .contributor) {
      try $0.add(
        EntriesWorld.details("Therapy for children with complex needs", cells: [Cell(strand: 4, level: 2)]),
        to: SampleArea.northvale.round, isDraft: false, today: world.today)
    }
    let round = try await world.nextRound()
    let earlier = try #require(try await world.read(as: .contributor) { try $0.earlier(than: round) })
    #expect(Set(earlier.entries.map(\.id)) == [world.area.dropIn, specialist])
    #expect(try await world.write(as: .contributor) { try $0.copy([specialist], to: round, today: world.today) } == 1)
    #expect(try await world.write(as: .contributor) { try $0.copy([specialist], to: round, today: world.today) } == 0)
    let copies = try await world.read(as: .contributor) { try $0.own(in: round.id) }
    #expect(copies.map(\.state) == [.draft])
    // Specialist is the fourth of four levels.
    #expect(copies[0].details.cells.all == [Cell(strand: 4, level: 3)])
    #expect(
      try await world.read(as: .contributor) { try $0.earlier(than: round) }?.entries.map(\.id) == [world.area.dropIn])
    #expect(try await world.read(as: .neighbour) { try $0.earlier(than: round) }?.entries.map(\.id) == [world.area.gap])
    let sent = try await world.write(as: .contributor) {
      try $0.sendWholeDrafts(in: round.id, only: Set(copies.map(\.id)), today: world.today)
    }
    #expect(sent.sent == 1 && sent.left == 0)
    await #expect(throws: Refusal.self) {
      try await world.write(as: .contributor) {
        try $0.withdraw(SampleArea.northvale.dropIn, version: 1, today: world.today)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `entries are copied from the last round in which there were any`(engine: Engine) async throws {
    let world = try await EntriesWorld(engine)
    let empty = try await world.nextRound()
    let (area, day) = (world.area, Day(2026, 11, 10)!)
    let now = try await world.database.write(keeper: area.id.text) { connection in
      let rounds = Rounds(area.viewer(.coordinator), connection)
      try rounds.close(empty.id)
      return try rounds.find(try rounds.add(name: "Spring", framework: empty.framework, from: day, until: nil))
    }
    let earlier = try #require(try await world.read(as: .contributor) { try $0.earlier(than: now) })
    #expect(earlier.round.id == area.round && earlier.entries.map(\.id) == [area.dropIn])
    #expect(
      try await world.write(as: .contributor) { try $0.copy([area.dropIn], to: now, today: world.today) } == 1)
  }

  @Test(arguments: Engine.all)
  func `nothing here is said once, taken back, and refused where there is provision`(engine: Engine) async throws {
    let world = try await EntriesWorld(engine)
    let (area, today) = (world.area, world.today)
    func say(_ cell: Cell, as person: SampleArea.Person, back: Bool = false) async throws {
      let viewer = area.viewer(person)
      try await world.database.write(keeper: area.id.text) { connection in
        let words = NothingHere(viewer, connection)
        if back {
          try words.takeBack(cell, specialism: 0, in: area.round, today: today)
        } else {
          try words.say(cell, specialism: 0, in: area.round, today: today)
        }
      }
    }
    func said(_ person: SampleArea.Person) async throws -> [Cell] {
      let viewer = area.viewer(person)
      return try await world.database.read { try NothingHere(viewer, $0).all(in: area.round).map(\.cell) }
    }
    let cell = Cell(strand: 2, level: 1)
    try await say(cell, as: .contributor)
    try await say(cell, as: .contributor)
    #expect(try await said(.contributor) == [cell])
    #expect(try await said(.coordinator) == [cell])
    #expect(try await said(.neighbour).isEmpty)
    await #expect(throws: Refusal.self) { try await say(Cell(strand: 0, level: 0), as: .contributor) }
    await #expect(throws: Refusal.self) { try await say(cell, as: .newcomer) }
    await #expect(throws: Refusal.refused()) { try await say(cell, as: .coordinator) }
    try await say(cell, as: .contributor, back: true)
    #expect(try await said(.contributor).isEmpty)
  }

  @Test(arguments: Engine.all) func `the figures tell silence from an answer`(engine: Engine) async throws {
    let world = try await EntriesWorld(engine)
    let area = world.area
    func figures(_ person: SampleArea.Person) async throws -> EntryFigures {
      let viewer = area.viewer(person)
      return try await world.database.read { try EntryFigures(in: area.round, viewer, $0) }
    }
    let now = try await figures(.commissioner)
    #expect(now.organisations == 3 && now.joined == 2 && now.answered == 2 && now.silent == 1)
    #expect(now.provision == 1 && now.gaps == 1 && now.unchecked == 2 && now.unconfirmed == 1)
    #expect(now.sectors.map(\.sector) == ["early-years", "health", "parents"])
    #expect(now.sectors.map(\.silent) == [0, 0, 1])
    await #expect(throws: Refusal.refused()) { _ = try await figures(.contributor) }
  }
}
