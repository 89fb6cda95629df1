import Domain
import SQL
import Store
import TestSupport
import Testing

/// What the map shows of a year, on both engines.
@Suite struct SchoolMapTests {
  @Test(arguments: Engine.all)
  func `runs of one provision stand on one line, and every sum is the sum of its parts`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    for across in MapQuestion.Across.allCases {
      let map = try await world.map { $0.across = across }
      #expect(map.lineNames.filter { $0 == "Phonics catch-up" }.count == 1)
      #expect(Set(map.line("Phonics catch-up")!.cells.compactMap { $0 }.flatMap(\.runs).map(\.group)).count == 2)
      for line in map.sections.flatMap(\.lines) {
        for cell in line.cells.compactMap({ $0 }) {
          #expect(cell.runs.map(\.figures.projected).sum == cell.figures.projected)
        }
        #expect(line.cells.compactMap { $0?.figures.projected }.sum == line.total.projected)
      }
      for section in map.sections {
        #expect(section.lines.map(\.total.projected).sum == section.subtotal.projected)
        #expect(section.subtotals.map(\.projected).sum == section.subtotal.projected)
      }
      for index in map.columns.indices {
        #expect(map.sections.map { $0.subtotals[index].projected }.sum == map.totals[index].projected)
        #expect(map.sections.map { $0.subtotals[index].toDate }.sum == map.totals[index].toDate)
        #expect(map.sections.reduce(0) { $0 + $1.subtotals[index].staffMinutes } == map.totals[index].staffMinutes)
      }
      #expect(map.totals.map(\.projected).sum == map.total.projected)
      #expect(map.total.toDate + map.total.toCome == map.total.projected)
    }
    let (years, stages) = (try await world.map(), try await world.map { $0.across = .stage })
    #expect(years.total == stages.total)
    #expect(years.sections.map(\.subtotal) == stages.sections.map(\.subtotal))
    #expect(stages.columns.map(\.key) == ["EYFS", "KS1", "KS2", "whole-school"])
    #expect(
      years.totals("3")!.projected + (years.totals("4")?.projected ?? .zero) == stages.totals("KS2")!.projected)
  }

  @Test(arguments: Engine.all)
  func `an adult whose share changes is named once, with the share that holds in the end`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let (here, reading) = (Viewer(operatorIn: world.base.organisation), world.reading)
    try await world.base.database.write(keeper: world.base.organisation.text) { connection in
      let groups = Groups(here, connection)
      let lead = try #require(try groups.whole(reading).leads.first).lead.id
      try groups.changeLead(lead, from: Day(2026, 11, 2)!, share: .whole, version: 1)
    }
    let map = try await world.map()
    #expect(map.cell("Reading partners", "3")!.runs[0].who == ["Ms Ngozi Okafor"])
    let costs = try #require(try await world.costs(of: world.base.ada))
    #expect(costs.groups.first { $0.group.id == reading }?.who == ["Ms Ngozi Okafor"])
  }

  @Test(arguments: Engine.all)
  func `cells say who, how often, by whom, since when, and cost to the penny`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let map = try await world.map()
    let phonics = try #require(map.cell("Phonics catch-up", "3"))
    #expect(phonics.runs.map { $0.pupils.map(\.calledName) } == [["Ada", "Bilal", "Chen"], ["Ada"]])
    #expect(phonics.runs[0].when == "20 min, Mon Wed Fri 09:30" && phonics.runs[0].who == ["Mrs Jo Lowe"])
    #expect(phonics.runs[0].dates == "7 September to 18 December")
    // 14 weeks × 3 × 20 minutes at £17.20 an hour, and the cards.
    #expect(phonics.runs[0].figures.projected == Pence(24_080 + 3_000))
    #expect(phonics.runs[0].figures.assistantMinutes == 840)
    // Eleven weeks but for the half-term are past on 21 November: 30 sessions.
    #expect(phonics.runs[0].figures.toDate == Pence(17_200 + 3_000))
    #expect(map.cell("Reading partners", "3")!.runs[0].who == ["Ms Ngozi Okafor (1/2)"])
    // A strategy is there, without minutes or money.
    let strategy = try #require(map.line("Visual timetable"))
    #expect(strategy.isStrategy && strategy.total.staffMinutes == 0 && strategy.total.projected == .zero)
    #expect(map.names("Visual timetable", "3") == ["Bilal"])
    #expect(strategy.strand == .environment && strategy.level == "targeted")
  }

  @Test(arguments: Engine.all)
  func `people are counted once, and whole school holds what belongs to no pupil`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let map = try await world.map()
    // Ada is in five groups; Emil, Bilal and Chen beside her in Year 3; Dora in Year 2.
    #expect(map.totals("3")!.pupils == 4 && map.totals("2")!.pupils == 1 && map.total.pupils == 5)
    #expect(map.line("Phonics catch-up")!.total.pupils == 4)
    let workshop = try #require(map.cell("Parent workshop", "whole-school"))
    #expect(workshop.figures.projected == 10_000 && workshop.figures.pupils == 0)
    #expect(workshop.figures.otherMinutes == 90 && workshop.figures.unpriced == 1)
    // No rate is never nothing: totals name what they lack.
    #expect(map.unpriced.map(\.provision) == ["Parent workshop"] && map.unpriced[0].source == "Mr Gus Pike")
    #expect(map.unpriced[0].from == Day(2026, 9, 30)!)
    #expect(map.total.unpriced == 1 && MapWords.cost(map.total).hasSuffix("+ not priced"))
    #expect(map.groupCount == 7)
  }

  @Test(arguments: Engine.all)
  func `a group over 1 September stands in each year with its pupils' part`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let both = Period(Day(2026, 6, 1)!, Day(2026, 10, 31)!)!
    let map = try await world.map(MapQuestion(.period(both, asAt: SchoolMapWorld.today)))
    // Six Mondays from 7 September to 16 October.
    #expect(map.cell("Handwriting", "3")!.figures.projected == Pence(6 * 1720))
    let before = try #require(map.cell("Handwriting", "2"))
    #expect(before.figures.projected > .zero && map.names("Handwriting", "2") == ["Ada"])
    #expect(map.line("Handwriting")!.total.pupils == 1)
    let year = try await world.map()
    #expect(year.cell("Handwriting", "2") == nil)
    #expect(year.cell("Handwriting", "3")!.figures.projected == Pence(6 * 1720))
  }

  @Test(arguments: Engine.all)
  func `planned, to date and to come are one computation over any dates`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let (year, today) = (SchoolMapWorld.year, SchoolMapWorld.today)
    let map = try await world.map()
    let passed = try await world.map(MapQuestion(.period(Period(year.from, today)!, asAt: today)))
    #expect(map.total.toDate == passed.total.projected && passed.total.toCome == .zero)
    let term = try await world.map(
      MapQuestion(.period(Period(GroupsWorld.term.from, GroupsWorld.term.until!)!, asAt: today)))
    #expect(term.line("Phonics catch-up")!.total.projected == 27_080)
    #expect(term.cell("Phonics catch-up", "3")!.runs[0].dates == nil)
    let dates = Period(Day(2026, 9, 14)!, Day(2026, 9, 20)!)!
    let week = try await world.map(MapQuestion(.period(dates, asAt: Day(2026, 9, 15)!)))
    // Three sessions, of which Monday's is past; the cards fell on the first session, a week before.
    #expect(week.line("Phonics catch-up")!.total.projected == 1_720)
    #expect(week.line("Phonics catch-up")!.total.toDate == 573)
    let later = try await world.map(MapQuestion(.period(Period(Day(2027, 1, 4)!, year.until)!, asAt: today)))
    #expect(later.total.toDate == .zero && later.total.toCome == later.total.projected)
    #expect(later.line("Phonics catch-up")!.total.pupils == 2)
  }

  @Test(arguments: Engine.all)
  func `three terms differ from the year by at most a penny a line`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let year = try await world.map()
    let calendar = try await world.base.database.read {
      try SchoolCalendars.load(world.base.organisation, $0)
    }
    var sums: [String: Pence] = [:]
    for term in calendar.terms(of: AcademicYear(2026)) {
      let map = try await world.map(MapQuestion(.period(term.period, asAt: SchoolMapWorld.today)))
      for line in map.sections.flatMap(\.lines) { sums[line.name, default: .zero] += line.total.projected }
    }
    for line in year.sections.flatMap(\.lines) {
      // The items, and one adult for each run.
      #expect(abs(sums[line.name]!.count - line.total.projected.count) <= 2, "\(line.name)")
    }
  }

  @Test(arguments: Engine.all)
  func `as it was on a day shows what was in force then, with its cost since 1 September`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let map = try await world.map(MapQuestion(.asItWas(Day(2026, 10, 9)!)))
    #expect(
      Set(map.lineNames) == [
        "Handwriting", "Phonics catch-up", "Reading partners", "Counselling", "Visual timetable",
      ])
    #expect(map.names("Reading partners", "3") == ["Ada", "Emil"] && map.names("Reading partners", "2") == ["Dora"])
    // Five weeks of three sessions, and the cards.
    #expect(map.line("Phonics catch-up")!.total.projected == Pence(15 * 573 + 5 + 3_000))
    let before = try await world.map(MapQuestion(.asItWas(Day(2026, 10, 4)!)))
    #expect(before.cell("Reading partners", "2") == nil)
    let after = try await world.map(MapQuestion(.asItWas(Day(2026, 11, 1)!)))
    #expect(after.names("Reading partners", "3") == ["Ada"])
    #expect(after.line("Handwriting") == nil)
    #expect(after.total.toCome == .zero)
  }

  @Test(arguments: Engine.all)
  func `what a leaver cost does not change when they leave; what is projected does`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let (ada, bilal) = (world.base.ada, world.base.bilal)
    let before = (
      try #require(try await world.costs(of: ada)), try #require(try await world.costs(of: bilal)),
      try await world.map()
    )
    try await world.base.database.write(keeper: world.base.organisation.text) {
      try Pupils(world.base.senco, $0).leave(bilal, on: SchoolMapWorld.today)
    }
    let after = (
      try #require(try await world.costs(of: ada)), try #require(try await world.costs(of: bilal)),
      try await world.map()
    )
    #expect(after.1.total.toDate == before.1.total.toDate)
    #expect(after.1.total.projected == after.1.total.toDate)
    #expect(after.1.total.projected < before.1.total.projected)
    // Those who stay bear the rest from the next day on; the group costs what it did.
    #expect(after.0.total.toDate == before.0.total.toDate && after.0.total.projected > before.0.total.projected)
    #expect(after.2.total == before.2.total)
    // Still on the map of the year, and gone from that of a later day.
    #expect(after.2.names("Visual timetable", "3") == ["Bilal"])
    let later = try await world.map(MapQuestion(.asItWas(Day(2026, 11, 23)!)))
    #expect(later.names("Phonics catch-up", "3") == ["Ada", "Chen"])
  }

  @Test(arguments: Engine.all)
  func `a pupil's parts are those that the map adds up`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let ada = try #require(try await world.costs(of: world.base.ada))
    let map = try await world.map { $0.pupils = [world.base.ada] }
    #expect(map.total.projected == ada.total.projected && map.total.toDate == ada.total.toDate)
    #expect(ada.groups.map(\.group.name).count == 5)
    let all = [world.base.ada, world.base.bilal, world.base.chen, world.base.dora, world.base.emil]
    var sum = Pence.zero
    for pupil in all { sum += try await world.costs(of: pupil)?.total.projected ?? .zero }
    let whole = try await world.map()
    #expect(sum + whole.totals("whole-school")!.projected == whole.total.projected)
  }

  @Test(arguments: [(Engine.sqlite, Engine.postgres), (.postgres, .sqlite)])
  func `a backup restored into the other engine gives the same map`(engines: (Engine, Engine)) async throws {
    let world = try await SchoolMapWorld.make(engines.0)
    let backup = try await world.base.database.read { connection in
      var lines: [String] = []
      try Backups.write(connection) { lines.append($0) }
      return lines
    }
    let other = try await freshDatabase(engines.1, migrations: Schema.migrations)
    try await other.write(keeper: "restore") { _ = try Backups.read(backup, into: $0) }
    for across in MapQuestion.Across.allCases {
      let (one, two) = (
        try await world.map { $0.across = across }, try await world.map(in: other) { $0.across = across }
      )
      #expect(one.written == two.written && one.written.count > 30)
    }
    let day = MapQuestion(.asItWas(Day(2026, 10, 9)!))
    #expect(try await world.map(day).written == world.map(day, in: other).written)
  }
}
