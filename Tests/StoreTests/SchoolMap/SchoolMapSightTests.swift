import Domain
import SQL
import Store
import TestSupport
import Testing

/// What of the map is whose to see, on both engines.
@Suite struct SchoolMapSightTests {
  private func teacher(of name: String, in world: SchoolMapWorld) async throws -> Viewer {
    try await world.base.database.write(keeper: world.base.organisation.text) { connection in
      try ClassTeachers(world.base.senco, connection).add(world.hale, to: name, Span(Day(2026, 9, 1)!)!)
    }
    return world.base.viewer(.teacher, staff: world.hale)
  }

  @Test(arguments: Engine.all)
  func `a teacher sees the groups of their class, and names of its pupils alone`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let teacher = try await teacher(of: "3B", in: world)
    let map = try await world.map(as: teacher)
    // Chen is in the class, and so was Emil, who has left.
    #expect(map.lineNames == ["Phonics catch-up"])
    let run = try #require(map.cell("Phonics catch-up", "3")?.runs.first)
    #expect(run.pupils.map(\.calledName) == ["Chen"] && run.figures.pupils == 3 && run.others == 2)
    #expect(MapWords.others(run) == "2 others")
    // Hours are those that everybody sees.
    #expect(run.figures.assistantMinutes == 840)
    let written = map.written.joined()
    for name in ["Ada", "Bilal", "Dora", "Emil"] { #expect(!written.contains(name)) }
  }

  @Test(arguments: Engine.all)
  func `nobody can ask about a pupil whom they may not see, nor about their funding`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let teacher = try await teacher(of: "3B", in: world)
    #expect(try await world.map(as: teacher) { $0.pupils = [world.base.ada] }.sections.isEmpty)
    #expect(try await world.map(as: teacher) { $0.pupils = [world.base.ada] }.filter.isEmpty)
    let both = try await world.map(as: teacher) { $0.pupils = [world.base.ada, world.base.chen] }
    #expect(both.total.pupils == 1)
    let sen = world.base.streams.first { $0.kind == .sen }!.id
    let eal = world.base.streams.first { $0.kind == .eal }!.id
    #expect(try await world.map(as: teacher) { $0.streams = [sen] }.sections.isEmpty)
    #expect(try await world.map(as: teacher) { $0.streams = [eal] }.total.pupils == 1)
  }

  @Test(arguments: Engine.all)
  func `a lead sees the groups that they lead, and their pupils`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let lowe = world.base.viewer(.teachingAssistant, staff: world.base.lowe)
    let map = try await world.map(as: lowe)
    #expect(map.lineNames.contains("Phonics catch-up") && map.lineNames.contains("Handwriting"))
    #expect(!map.lineNames.contains("Counselling") && !map.lineNames.contains("Confidential provision"))
    #expect(map.names("Phonics catch-up", "3") == ["Ada", "Bilal", "Chen", "Ada"])
    // Ada is theirs to know, hence that she is in a group of somebody else's; Emil beside her is not.
    #expect(map.names("Reading partners", "3") == ["Ada"])
    #expect(map.cell("Reading partners", "3")!.runs[0].others == 1)
    let stranger = world.base.viewer(.teacher, staff: nil)
    #expect(try await world.map(as: stranger).sections.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `a case that is opened shows that pupil's name`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let teacher = try await teacher(of: "3B", in: world)
    try await world.base.database.write(keeper: world.base.organisation.text) {
      try $0.run(
        """
        INSERT INTO accounts (id, email, name, password_hash, one_time_secret, one_time_confirmed_at,
          one_time_last_step, disabled_at, last_day, created_at, version)
        VALUES (\(GroupsWorld.account), 'teacher@elm.example', 'Luis Reyes', NULL, NULL, NULL, \(0), NULL, NULL,
          \($0.now), \(1))
        """)
      try $0.run(
        """
        INSERT INTO case_openings (organisation_id, id, account_id, pupil_id, from_day, until_day, opened_by, written_at)
        VALUES (\(world.base.organisation), 'opening', \(GroupsWorld.account), \(world.base.bilal),
          \(SchoolMapWorld.today - 3), \(SchoolMapWorld.today), 'A SENCO', \($0.now))
        """)
    }
    let map = try await world.map(as: teacher)
    #expect(map.names("Phonics catch-up", "3") == ["Bilal", "Chen"])
    #expect(map.names("Visual timetable", "3") == ["Bilal"])
  }

  @Test(arguments: Engine.all)
  func `confidential provision keeps its place and cost, and is told to nobody without the right`(
    engine: Engine
  ) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let whole = try await world.map()
    let counselling = try #require(whole.line("Counselling"))
    #expect(whole.names("Counselling", "3") == ["Ada"] && counselling.isConfidential && !counselling.isHidden)
    for role in [Role.assistantSenco, .finance] {
      let viewer = world.base.viewer(role)
      let map = try await world.map(as: viewer)
      #expect(map.total.projected == whole.total.projected)
      let line = try #require(map.line("Confidential provision"))
      #expect(line.isHidden && line.strand == nil && line.level == nil)
      #expect(line.total.projected == counselling.total.projected)
      let run = try #require(map.cell("Confidential provision", "3")?.runs.first)
      #expect(run.pupils.isEmpty && run.figures.pupils == 0 && run.who.isEmpty && run.when.isEmpty)
      // Asking about who or what leaves it out.
      let questions: [(inout MapQuestion) -> Void] = [
        { $0.pupils = [world.base.ada] }, { $0.staff = [world.base.okafor] },
        { $0.streams = Set(world.base.streams.map(\.id)) }, { $0.strands = Set(Strand.allCases) },
        { $0.levels = Set(Level.four.map(\.key)) }, { $0.areas = Set(AreaOfNeed.all.map(\.code)) },
      ]
      for change in questions {
        #expect(try await world.map(as: viewer, change: change).line("Confidential provision") == nil)
      }
      // Its working says the amount, by nobody's name.
      let (school, group) = (world.base.school, world.counselling)
      let question = MapQuestion(.period(SchoolMapWorld.year, asAt: SchoolMapWorld.today))
      let working = try await world.base.database.read {
        try SchoolMaps(viewer, $0).working(question, column: nil, group: group, of: school)
      }
      #expect(working.total == counselling.total.projected && working.lines.allSatisfy(\.isMasked))
      #expect(working.lines.allSatisfy { $0.group.name == "Confidential provision" })
      #expect(!working.lines.contains { $0.source.contains("Okafor") })
      var asked = question
      asked.pupils = [world.base.ada]
      let ofAda = asked
      let none = try await world.base.database.read {
        try SchoolMaps(viewer, $0).working(ofAda, column: nil, group: group, of: school)
      }
      #expect(none.lines.isEmpty)
      let costs = try #require(try await world.costs(of: world.base.ada, as: viewer))
      #expect(!costs.groups.contains { $0.group.isConfidential })
    }
    // Through a class nobody comes to it either; whoever leads it knows what it is and who is in it.
    let teacher = try await teacher(of: "3A", in: world)
    let own = try await world.map(as: teacher)
    #expect(!own.lineNames.contains("Counselling") && !own.lineNames.contains("Confidential provision"))
    let lead = try await world.map(as: world.base.viewer(.teachingAssistant, staff: world.base.okafor))
    #expect(lead.line("Confidential provision") == nil && lead.names("Counselling", "3") == ["Ada"])
    let all = try await world.map(as: world.base.viewer(.assistantSenco, staff: world.base.okafor))
    #expect(all.names("Counselling", "3") == ["Ada"] && all.total.projected == whole.total.projected)
  }

  @Test(arguments: Engine.all)
  func `a governor gets counts over a year, with small numbers withheld, and no names`(engine: Engine) async throws {
    let world = try await SchoolMapWorld.make(engine)
    let governor = world.base.viewer(.governor)
    let map = try await world.map(as: governor) {
      $0.names = .full
      $0.pupils = [world.base.ada]
      $0.staff = [world.base.lowe]
      $0.headings = [world.base.literacy.id]
    }
    #expect(map.hidesSmallNumbers && map.question.names == .counts && map.question.asAt == SchoolMapWorld.year.until)
    #expect(map.groupCount == 7 && map.filter.isEmpty)
    #expect(map.cell("Phonics catch-up", "3")!.figures.isSmall)
    let written = map.written.joined()
    for name in ["Ada", "Bilal", "Chen", "Dora", "Emil", "Lowe", "Okafor", "Counselling"] {
      #expect(!written.contains(name), "\(name)")
    }
    // Five children in the whole school may be told of, four in a year may not.
    #expect(map.total.pupils == 5 || map.total.isCountWithheld)
    #expect(map.totals("3")!.isCountWithheld && map.totals("3")!.isWithheld)
    await #expect(throws: Refusal.refused()) {
      let (school, question) = (world.base.school, map.question)
      try await world.base.database.read {
        _ = try SchoolMaps(governor, $0).working(question, column: nil, group: nil, of: school)
      }
    }
  }
}
