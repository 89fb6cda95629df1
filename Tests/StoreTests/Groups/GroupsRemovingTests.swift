import Domain
import SQL
import Store
import TestSupport
import Testing

/// A group that was made by mistake is taken back.
@Suite struct GroupsRemovingTests {
  @Test(arguments: Engine.all)
  func `it goes with everything that belongs to it, and history keeps what stood there`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    var new = try world.phonicsGroup()
    new.items = [NewItem("Cards", cost: 1200)]
    new.details.years = [YearGroup(3)]
    let made = new
    let id = try await world.write { try $0.add(made) }
    let other = try await world.write { try $0.add(made) }
    let version = try await world.read { try $0.group(id) }.version
    await #expect(throws: Refusal.self) { try await world.write { try $0.remove(id, version: version + 1) } }
    try await world.write { try $0.remove(id, version: version) }

    await #expect(throws: Refusal.notFound()) { try await world.read { try $0.group(id) } }
    #expect(try await world.read { try $0.whole(other) }.places.count == 3)
    let (senco, ada) = (world.senco, world.ada)
    let lines = try await world.database.read { try History(senco, $0).lines(nounID: id.text) }
    #expect(Set(lines.filter { $0.act == "removed" }.map(\.noun)) == ["group", "place", "lead", "item"])
    let line = try #require(lines.first { $0.noun == "group" && $0.act == "removed" })
    #expect(line.before["name"] == "Phonics catch-up" && line.before["when"] == "20 min, Mon Wed Fri 09:30")
    let own = try await world.database.read { try History(senco, $0).lines(about: ada) }
    #expect(own.contains { $0.act == "removed" && $0.noun == "place" })
    #expect(try await world.database.read { try Soundness.problems($0) }.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `whoever may not keep it may not remove it`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    var details = GroupDetails(world.counselling, span: GroupsWorld.term)
    details.isConfidential = true
    let new = NewGroup(details, schedule: try world.days(50, [.monday]))
    let id = try await world.write { try $0.add(new) }
    for viewer in [world.viewer(.assistantSenco), world.viewer(.finance), world.viewer(.teacher)] {
      await #expect(throws: Refusal.self) { try await world.write(as: viewer) { try $0.remove(id, version: 1) } }
    }
    try await world.write { try $0.remove(id, version: 1) }
    let senco = world.senco
    let lines = try await world.database.read { try History(senco, $0).lines(nounID: id.text) }
    #expect(lines.allSatisfy { $0.before["name"] != "Counselling" && $0.before["when"] == nil })
  }
}
