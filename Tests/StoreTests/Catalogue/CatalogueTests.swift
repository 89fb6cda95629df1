import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct CatalogueTests {
  @discardableResult
  private func change<Value: Sendable>(
    _ world: GroupsWorld, _ work: @escaping @Sendable (Catalogue) throws -> Value
  ) async throws -> Value {
    try await world.database.write(keeper: world.organisation.text) { try work(Catalogue(world.senco, $0)) }
  }

  @Test(arguments: Engine.all)
  func `a new school starts with headings, about thirty types and its funding streams`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let (headings, types) = try await change(world) { (try $0.headings(), try $0.types()) }
    #expect(headings.map(\.name) == StarterCatalogue.headings)
    #expect(types.count == StarterCatalogue.entries.count)
    #expect(types.filter { $0.details.isConfidential }.map(\.name) == ["Counselling"])
    let known = ["https://educationendowmentfoundation.org.uk/education-evidence/", "https://www.gov.uk/government/"]
    for type in types {
      let evidence = try #require(type.details.evidence, "\(type.name) has no link to evidence")
      #expect(known.contains { evidence.hasPrefix($0) }, "\(evidence)")
    }
    #expect(world.streams.map(\.kind) == [.sen, .topUp, .pupilPremium, .eal, .other])
    await #expect(throws: Refusal.self) { try await change(world) { try $0.startWithStarter() } }
  }

  @Test(arguments: Engine.all)
  func `headings are added, renamed, moved, and removed when nothing stands under them`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await change(world) { try $0.addHeading(" Outdoor learning ") }
    try await change(world) { catalogue in
      try catalogue.renameHeading(id, to: "Forest school", version: 1)
      try catalogue.moveHeading(id, up: true)
    }
    let names = try await change(world) { try $0.headings() }.map(\.name)
    #expect(names.suffix(2) == ["Forest school", "All areas"])
    await #expect(throws: Refusal.self) { try await change(world) { try $0.addHeading("literacy") } }
    await #expect(throws: Refusal.self) {
      try await change(world) { try $0.renameHeading(id, to: "Woods", version: 1) }
    }
    await #expect(throws: Refusal.self) { try await change(world) { try $0.removeHeading(world.literacy.id) } }
    try await change(world) { try $0.removeHeading(id) }
    #expect(try await change(world) { try $0.headings() }.count == StarterCatalogue.headings.count)
  }

  @Test(arguments: Engine.all)
  func `a type is changed, archived and offered again`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let type = world.phonics
    var details = type.details
    details.minutes = 25
    details.evidence = "https://evidence.example/phonics"
    let changed = details
    try await change(world) {
      try $0.changeType(type.id, name: "Phonics, daily", heading: type.heading, changed, version: 1)
    }
    let kept = try await change(world) { try $0.type(type.id) }
    #expect(kept.name == "Phonics, daily" && kept.details == changed && kept.version == 2)
    await #expect(throws: Refusal.self) {
      try await change(world) {
        try $0.changeType(type.id, name: "Phonics", heading: type.heading, changed, version: 1)
      }
    }
    try await change(world) { try $0.archiveType(type.id, version: 2) }
    #expect(try await change(world) { try $0.types() }.contains { $0.id == type.id } == false)
    #expect(try await change(world) { try $0.types(withArchived: true) }.contains { $0.id == type.id })
    try await change(world) { try $0.archiveType(type.id, false, version: 3) }
  }

  @Test(arguments: Engine.all)
  func `a type that cannot be is refused, each field with its sentence`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    var details = ProvisionDetails()
    details.minutes = 0
    details.evidence = "http://evidence.example/page"
    let wrong = details
    do {
      try await change(world) { try $0.addType("Counselling", under: world.literacy.id, wrong) }
      Issue.record("taken")
    } catch let refusals as Refusals {
      #expect(refusals.all.map(\.field) == ["name", "minutes", "evidence"])
    }
  }

  @Test(arguments: Engine.all)
  func `only who may change the catalogue does`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    for role in Role.allCases where ![.senco, .assistantSenco].contains(role) {
      await #expect(throws: Refusal.refused()) {
        try await world.database.write(keeper: world.organisation.text) {
          try Catalogue(world.viewer(role), $0).addHeading("Mine")
        }
      }
    }
  }
}
