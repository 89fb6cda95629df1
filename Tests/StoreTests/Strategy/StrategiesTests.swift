import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

private let school = SampleSchool.ashfieldPrimary
private let today = Day(2026, 11, 21)!

@Suite struct StrategiesTests {
  private struct World: Sendable {
    let database: any Database
    let strategy: Strategy

    init(_ engine: Engine) async throws {
      database = try await sampleDatabase(engine)
      strategy = try await database.write(keeper: school.id.text) {
        try SampleStrategy.lay(in: school, today: today, $0)
      }
    }

    func write<Value: Sendable>(
      as role: Role = .senco, _ work: @escaping @Sendable (Strategies) throws -> Value
    ) async throws -> Value {
      try await database.write(keeper: school.id.text) { try work(Strategies(school.viewer(role), $0)) }
    }

    func read(as role: Role = .senco) async throws -> ReadStrategy {
      let id = strategy.id
      return try await database.read { connection in
        let kept = try Schools.withURN(school.urn, connection)!
        return try Strategies(school.viewer(role), connection).read(id, of: kept, today: today)
      }
    }

    func approve() async throws {
      let id = strategy.id
      let kept = try await read().school
      try await write(as: .governor) {
        try $0.approve(
          id, at: kept, onBehalfOf: "The governing body", day: today, note: "", version: try $0.find(id).version,
          today: today,
          id: ID.new(at: Date()))
      }
    }

    func publish(version: Int? = nil, readNames: Bool = false) async throws -> Int {
      let read = try await read()
      let made = Strategies.ToPublish(
        document: read.document(isPublic: true, on: today), pdf: [1, 2, 3], word: [4, 5],
        version: version ?? read.strategy.version)
      let (id, kept) = (strategy.id, read.school)
      return try await write { try $0.publish(id, made, at: kept, readNames: readNames, today: today) }
    }
  }

  @Test(arguments: Engine.all) func `it is read as it was written, with the map's cost of its groups`(engine: Engine)
    async throws
  {
    let world = try await World(engine)
    let read = try await world.read()
    #expect(
      read.strategy.activities.map(\.details.name) == [
        "Phonics catch-up", "Training in signs", "Reading aloud at lunch",
      ])
    #expect(read.strategy.funding.map(\.kind) == [.grant, .core, .notional, .premium])
    let budget = read.budget.of(read.strategy.activities[0].id)
    let kept = read.school
    let map = try await world.database.read { connection in
      var question = MapQuestion(.period(SampleStrategy.period, asAt: Day(2027, 3, 31)!))
      question.headings = [school.literacyHeading]
      return try SchoolMaps(school.viewer(.senco), connection).map(question, of: kept)
    }
    #expect(budget.onMap == map.total.projected && budget.onMap > .zero)
    #expect(budget.total == map.total.projected + 12_345 && budget.isOfFew)
    #expect(read.check.missing.map(\.place) == [.approval])
    #expect(read.cohort.onRoll.words == "fewer than 5" || read.cohort.onRoll.number != nil)
  }

  @Test(arguments: Engine.all)
  func `what somebody else changed meanwhile is a conflict, and roles keep to their rights`(
    engine: Engine
  ) async throws {
    let world = try await World(engine)
    let (id, before) = (world.strategy.id, world.strategy.version)
    // Saved as it is, nothing has changed.
    let same = world.strategy.details
    try await world.write { try $0.change(id, to: same, version: before) }
    #expect(try await world.read().strategy.version == before)
    var changed = same
    changed.owner = "Deputy head"
    let details = changed
    try await world.write { try $0.change(id, to: details, version: try $0.find(id).version) }
    await #expect(throws: Refusal.self) {
      try await world.write { try $0.change(id, to: details, version: world.strategy.version) }
    }
    for role in [Role.governor, .teacher, .teachingAssistant, .dataProtection] {
      await #expect(throws: Refusal.self, "\(role)") {
        try await world.write(as: role) { try $0.addActivity(ActivityDetails("A"), to: id) }
      }
    }
    let kept = try await world.read().school
    await #expect(throws: Refusal.self) {
      try await world.write {
        try $0.approve(
          id, at: kept, onBehalfOf: "Me", day: today, note: "", version: 1, today: today, id: ID.new(at: Date()))
      }
    }
    let others = try await world.database.read {
      try Strategies(SampleSchool.brookvaleSecondary.viewer(.senco), $0).all()
    }
    #expect(others.isEmpty)
  }

  @Test(arguments: Engine.all) func `it is published when nothing is missing, kept as it was, and told what differs`(
    engine: Engine
  ) async throws {
    let world = try await World(engine)
    let (id, database) = (world.strategy.id, world.database)
    await #expect(throws: Refusal.self) { try await world.publish() }
    #expect(try await database.read { try StrategyEditions(publicOf: school.urn, $0)?.all() } == nil)
    try await world.approve()
    #expect(try await world.publish() == 1)
    // Sent twice, it is published once.
    #expect(try await world.publish() == 1)
    let phonics = world.strategy.activities[0]
    var renamed = phonics.details
    renamed.name = "Phonics for Year 2"
    let changed = renamed
    try await world.write { try $0.changeActivity(phonics.id, of: id, to: changed, version: phonics.version) }
    let edition = try await database.read { try StrategyEditions(publicOf: school.urn, $0)?.all().first }
    #expect(edition?.document.activities[0].name == "Phonics catch-up")
    #expect(try await database.read { try StrategyEditions(of: school.id, $0).file(.pdf, of: 1) } == [1, 2, 3])
    let now = try await world.read().document(isPublic: true, on: today)
    #expect(
      StrategyDifference.sentences(published: edition!.document, now: now).contains(
        "Name of “Phonics catch-up”: Phonics catch-up, now Phonics for Year 2."))
    // Changed since: the governors approve what is published.
    await #expect(throws: Refusal.self) { try await world.publish() }
    try await world.approve()
    await #expect(throws: Refusal.self) { try await world.publish(version: 1) }
    #expect(try await world.publish() == 2)
    #expect(try await database.read { try StrategyEditions(of: school.id, $0).all().map(\.number) } == [2, 1])
    await #expect(throws: Refusal.self) {
      try await world.write { try $0.remove(id, version: try $0.find(id).version) }
    }
  }

  @Test(arguments: Engine.all) func `a pupil's name in a text is found, and has to be looked at`(engine: Engine)
    async throws
  {
    let world = try await World(engine)
    let (id, signs) = (world.strategy.id, world.strategy.activities[1])
    var named = signs.details
    named.description = "It helped \(school.pupils[0].forename) \(school.pupils[0].surname) most."
    let details = named
    try await world.write { try $0.changeActivity(signs.id, of: id, to: details, version: signs.version) }
    let read = try await world.read()
    #expect(read.check.names.first?.sentence.contains("the name of a pupil of the school") == true)
    try await world.approve()
    await #expect(throws: Refusal.self) { try await world.publish() }
    #expect(try await world.publish(readNames: true) == 1)
  }

  @Test(arguments: Engine.all) func `a group that is taken back is no source any more`(engine: Engine) async throws {
    let world = try await World(engine)
    try await world.database.write(keeper: school.id.text) { connection in
      let groups = Groups(school.viewer(.senco), connection)
      try groups.remove(school.phonicsGroup, version: try groups.group(school.phonicsGroup).version)
    }
    let read = try await world.read()
    #expect(read.strategy.activities[0].sources.isEmpty && read.strategy.version > world.strategy.version)
  }

  @Test(arguments: Engine.all) func `principles are added a line each, once, ended, and kept where they are followed`(
    engine: Engine
  ) async throws {
    let world = try await World(engine)
    try await world.database.write(keeper: school.id.text) { connection in
      let principles = Principles(school.viewer(.senco), connection)
      #expect(
        try principles.add(
          "1. Needs are noticed early\n• every child belongs.\n\n2) 3 in 10 read more\n(4) 1:1 help\niv. We ask\n5 Strong bonds",
          source: "", from: today) == 5)
      let all = try principles.all()
      #expect(
        all.map(\.text) == [
          "Every child belongs.", "Needs are noticed early", "3 in 10 read more", "1:1 help", "We ask", "Strong bonds",
        ])
      try principles.correct(all[5].id, "Strong relationships", source: "Guidance")
      #expect(try principles.all().last?.text == "Strong relationships")
      for one in all[3...] { try principles.remove(one.id) }
      #expect(throws: Refusal.self) { try principles.remove(all[0].id) }
      try principles.remove(all[2].id)
      try principles.end(all[1].id, on: today + 3)
      #expect(try principles.inForce(in: Period(today + 4)).map(\.text) == ["Every child belongs."])
      #expect(throws: Refusal.self) { try principles.add(" \n ", source: "", from: today) }
    }
  }

  @Test(arguments: Engine.all) func `the last term is carried on into the terms to come, once`(engine: Engine)
    async throws
  {
    let world = try await World(engine)
    let id = world.strategy.id
    let activity = try await world.write { keeper in
      try keeper.addActivity(ActivityDetails("Phonics again"), from: [.type(school.phonicsType)], to: id)
    }
    let kept = try await world.read().school
    let before = try await world.read()
    let added = try? await world.write { try $0.carryOn(activity, of: id, at: kept) }
    let after = try await world.read()
    if let added {
      #expect(after.strategy.activities.last?.costs.count == added)
      #expect(after.budget.of(activity).total > before.budget.of(activity).total)
      await #expect(throws: Refusal.self) { try await world.write { try $0.carryOn(activity, of: id, at: kept) } }
    } else {
      // The group runs to the end of the year: nothing is left to carry on.
      #expect(before.budget.of(activity).lastDay == nil || before.budget.of(activity).lastDay! > Day(2027, 6, 1)!)
    }
  }

  @Test(arguments: Engine.all) func `a review is kept for each school year, and its figures with it`(engine: Engine)
    async throws
  {
    let world = try await World(engine)
    let (id, activity) = (world.strategy.id, world.strategy.activities[1])
    let reviewed = StrategyReview.Reviewed(
      activity: activity.id, name: activity.details.name, budgeted: 65_000, spent: 60_000, impact: "More signs.",
      decision: .carriedOn, isOfFew: false)
    for words in ["Little.", "Much."] {
      try await world.write {
        try $0.review(
          id, of: AcademicYear(2026), on: today, changed: words, [reviewed],
          version: try $0.find(id).version, today: today)
      }
    }
    let document = try await world.read().document(isPublic: true, on: today)
    #expect(document.reviews.map(\.changed) == ["Much."] && document.reviews[0].activities[0].decision == "carried on")
    for (year, day, words) in [(2025, today, "A"), (2026, today + 1, "A"), (2026, today, " ")] {
      await #expect(throws: Refusals.self) {
        try await world.write {
          try $0.review(
            id, of: AcademicYear(year), on: day, changed: words, [], version: try $0.find(id).version,
            today: today)
        }
      }
    }
  }
}
