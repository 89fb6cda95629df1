import Domain
import SQL
import Store
import TestSupport
import Testing

/// What a map is cut by, on both engines.
@Suite struct SchoolMapFilterTests {
  @Test(arguments: Engine.all)
  func `by heading, area of need, strand and level, one or several`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let whole = try await world.map()
    let literacy = try await world.map { $0.headings = [world.base.literacy.id] }
    #expect(literacy.sections.map(\.heading.name) == ["Literacy"])
    #expect(literacy.total.projected == whole.sections.first { $0.heading.name == "Literacy" }!.subtotal.projected)
    #expect(literacy.filter.map(\.words) == ["Heading: Literacy"])
    let all = try await world.map { $0.headings = Set(whole.sections.map(\.heading.id)) }
    #expect(all.total == whole.total)
    let areas = try await world.map { $0.areas = ["SP"] }
    #expect(areas.lineNames == ["Visual timetable"])
    let two = try await world.map { $0.areas = ["SP", "CL"] }
    #expect(two.lineNames.contains("Visual timetable") && two.lineNames.contains("Reading partners"))
    let strands = try await world.map { $0.strands = [.environment, .familySupport] }
    #expect(Set(strands.lineNames) == ["Visual timetable", "Parent workshop"])
    let levels = try await world.map {
      $0.levels = ["universal"]
      $0.strands = [.intervention]
    }
    #expect(levels.lineNames == ["Reading partners"])
    #expect(try await world.map { $0.levels = ["targeted-plus"] }.sections.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `funding streams part inside one group, after the pupils have`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let streams = world.base.streams
    func phonics(_ kinds: Set<FundingStream.Kind>) async throws -> SchoolMap.Run? {
      try await world.map { $0.streams = Set(streams.filter { kinds.contains($0.kind) }.map(\.id)) }
        .cell("Phonics catch-up", "3")?.runs.first
    }
    let whole = try #require(try await world.map().cell("Phonics catch-up", "3")?.runs.first)
    let (sen, eal) = (try #require(try await phonics([.sen])), try #require(try await phonics([.eal])))
    #expect(sen.pupils.map(\.calledName) == ["Ada", "Bilal"] && eal.pupils.map(\.calledName) == ["Chen"])
    #expect(sen.figures.projected + eal.figures.projected == whole.figures.projected)
    #expect(eal.figures.projected == Pence(8_026 + 1_000))
    #expect(sen.figures.staffMinutes + eal.figures.staffMinutes == whole.figures.staffMinutes)
    #expect(try await phonics([.sen, .eal])?.figures == whole.figures)
    // What nobody shares has no stream.
    let map = try await world.map { $0.streams = Set(streams.map(\.id)) }
    #expect(map.line("Parent workshop") == nil)
  }

  @Test(arguments: Engine.all)
  func `by member of staff and by pupil`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let lowe = try await world.map { $0.staff = [world.base.lowe] }
    #expect(lowe.lineNames == ["Handwriting", "Phonics catch-up"])
    #expect(lowe.filter.map(\.words) == ["Member of staff: Mrs Jo Lowe"])
    let two = try await world.map { $0.staff = [world.base.lowe, world.pike] }
    #expect(Set(two.lineNames) == ["Handwriting", "Phonics catch-up", "Parent workshop"])
    let bilal = try await world.map { $0.pupils = [world.base.bilal] }
    #expect(Set(bilal.lineNames) == ["Phonics catch-up", "Visual timetable"] && bilal.total.pupils == 1)
    #expect(bilal.names("Phonics catch-up", "3") == ["Bilal"])
    let both = try await world.map { $0.pupils = [world.base.bilal, world.base.chen] }
    let chen = try await world.map { $0.pupils = [world.base.chen] }
    #expect(both.total.projected == bilal.total.projected + chen.total.projected && both.total.pupils == 2)
    #expect(both.filter.map(\.words) == ["Pupil: Bilal Anwar or Chen Wu"])
  }

  @Test(arguments: Engine.all)
  func `one year's column alone has that year's figures`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let whole = try await world.map()
    let alone = try await world.map { $0.onlyYear = YearGroup(2) }
    #expect(alone.columns == [.year(YearGroup(2))])
    #expect(alone.total.projected == whole.totals("2")!.projected && alone.total.pupils == 1)
    #expect(alone.names("Reading partners", "2") == ["Dora"] && alone.line("Parent workshop") == nil)
  }
}
