import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct GroupsSightTests {
  @Test(arguments: Engine.all)
  func `a list says when, who and how many, in a handful of queries`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    try await world.write { groups in
      try groups.add(try world.phonicsGroup())
      try groups.add(NewGroup(GroupDetails(world.phonics, span: Span(Day(2027, 1, 4)!, Day(2027, 3, 26)!)!)))
      try groups.add(NewGroup(GroupDetails(world.phonics, span: Span(Day(2025, 9, 3)!, Day(2025, 12, 19)!)!)))
    }
    let running = try await world.read { try $0.list(.running(GroupsWorld.today)) }
    #expect(running.count == 1)
    #expect(running[0].heading == "Literacy")
    #expect(running[0].memberCount == 3)
    #expect(running[0].years == [YearGroup(3)])
    #expect(running[0].leads.map(\.name) == ["Mrs Jo Lowe"])
    #expect(running[0].schedule?.words == "20 min, Mon Wed Fri 09:30")
    #expect(try await world.read { try $0.list(.coming(GroupsWorld.today)) }.count == 1)
    #expect(try await world.read { try $0.list(.ended(GroupsWorld.today)) }.count == 1)
  }

  @Test(arguments: Engine.all)
  func `a lead sees own groups, a stranger none`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { try $0.add(try world.phonicsGroup()) }
    let lowe = world.viewer(.teachingAssistant, staff: world.lowe)
    let okafor = world.viewer(.teachingAssistant, staff: world.okafor)
    #expect(try await world.read(as: lowe) { try $0.whole(id) }.places.count == 3)
    #expect(try await world.read(as: lowe) { try $0.list(.running(GroupsWorld.today), own: true) }.count == 1)
    #expect(try await world.read(as: okafor) { try $0.list(.running(GroupsWorld.today)) }.isEmpty)
    await #expect(throws: Refusal.notFound()) { try await world.read(as: okafor) { try $0.whole(id) } }
    await #expect(throws: Refusal.refused()) {
      try await world.write(as: lowe) { try $0.addMembers([world.dora], to: id, from: Day(2026, 10, 5)!) }
    }
  }

  @Test(arguments: Engine.all)
  func `a class's teacher sees the groups of the class's pupils, and only their names`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { try $0.add(try world.phonicsGroup()) }
    try await world.database.write(keeper: world.organisation.text) { connection in
      try ClassTeachers(world.senco, connection).add(world.okafor, to: "3B", Span(Day(2026, 9, 1)!)!)
    }
    let teacher = world.viewer(.teacher, staff: world.okafor)
    let whole = try await world.read(as: teacher) { try $0.whole(id) }
    #expect(whole.places.map(\.forename) == ["Chen"])
    #expect(whole.hiddenPlaces == 2)
  }

  @Test(arguments: Engine.all)
  func `confidential provision keeps its title and pupils`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      var new = NewGroup(
        GroupDetails(world.counselling, span: GroupsWorld.term), schedule: try world.days(50, [.monday]))
      new.leads = [NewLead(world.okafor)]
      new.members = [NewMember(world.ada)]
      return try groups.add(new)
    }
    let assistant = world.viewer(.assistantSenco)
    let whole = try await world.read(as: assistant) { try $0.whole(id) }
    #expect(whole.isMasked)
    #expect(whole.group.name == "Confidential provision")
    #expect(whole.type == nil && whole.places.isEmpty && whole.leads.isEmpty && whole.schedules.isEmpty)
    let line = try await world.read(as: assistant) { try $0.list(.running(GroupsWorld.today)) }[0]
    #expect(line.group.name == "Confidential provision" && line.leads.isEmpty)
    #expect(try await world.read(as: assistant) { try $0.ofPupil(world.ada, on: GroupsWorld.today) }.isEmpty)
    #expect(try await world.read { try $0.ofPupil(world.ada, on: GroupsWorld.today) }.count == 1)
    await #expect(throws: Refusal.self) {
      try await world.write(as: assistant) { try $0.end(id, on: GroupsWorld.today, version: 1) }
    }
    await #expect(throws: Refusal.self) {
      try await world.write(as: assistant) {
        try $0.add(NewGroup(GroupDetails(world.counselling, span: GroupsWorld.term)))
      }
    }
    let teacher = world.viewer(.teacher, staff: world.lowe)
    try await world.database.write(keeper: world.organisation.text) { connection in
      try ClassTeachers(world.senco, connection).add(world.lowe, to: "3A", Span(Day(2026, 9, 1)!)!)
    }
    #expect(try await world.read(as: teacher) { try $0.list(.running(GroupsWorld.today)) }.isEmpty)
    let lines = try await world.database.read { connection in
      try connection.rows("SELECT COALESCE(before, ''), COALESCE(after, '') FROM history") { $0.text(0) + $0.text(1) }
    }
    #expect(!lines.contains { $0.contains("Counselling") && !$0.contains("dosage") })
  }

  /// Counselling for Ada on Mondays at half past nine, by Ms Okafor, who is in Phonics then too.
  private func counselling(in world: GroupsWorld) async throws -> ID<Group> {
    try await world.write { groups in
      var phonics = try world.phonicsGroup()
      phonics.leads = [NewLead(world.okafor)]
      try groups.add(phonics)
      var new = NewGroup(
        GroupDetails(world.counselling, span: GroupsWorld.term), schedule: try world.days(50, [.monday]))
      new.leads = [NewLead(world.okafor)]
      new.members = [NewMember(world.ada)]
      return try groups.add(new)
    }
  }

  @Test(arguments: Engine.all, [Role.teacher, .teachingAssistant, .assistantSenco])
  func `whoever leads confidential provision knows it, their own and no other`(engine: Engine, role: Role) async throws
  {
    let world = try await GroupsWorld.make(engine)
    let id = try await counselling(in: world)
    let other = try await world.write { groups in
      var new = NewGroup(
        GroupDetails(world.counselling, span: GroupsWorld.term), schedule: try world.days(50, [.friday]))
      new.leads = [NewLead(world.lowe)]
      new.members = [NewMember(world.ada)]
      return try groups.add(new)
    }
    let counsellor = world.viewer(role, staff: world.okafor)
    let whole = try await world.read(as: counsellor) { try $0.whole(id) }
    #expect(!whole.isMasked && whole.group.name == "Counselling" && whole.places.map(\.forename) == ["Ada"])
    #expect(whole.schedules.count == 1 && whole.leads.map(\.name) == ["Ms Ngozi Okafor"])
    let lines = try await world.read(as: counsellor) { try $0.list(.running(GroupsWorld.today), own: true) }
    #expect(lines.map(\.group.name).sorted() == ["Counselling", "Phonics catch-up"])
    #expect(lines.allSatisfy { !$0.leads.isEmpty && $0.schedule != nil })
    let ofAda = try await world.read(as: counsellor) { try $0.ofPupil(world.ada, on: GroupsWorld.today) }
    #expect(ofAda.map(\.group.id).contains(id) && !ofAda.map(\.group.id).contains(other))
    let led = try await world.read(as: counsellor) { try $0.ofStaff(world.okafor, on: GroupsWorld.today) }
    #expect(led.map(\.group.name).sorted() == ["Counselling", "Phonics catch-up"])
    // To be changed it is for those who keep confidential provision.
    await #expect(throws: Refusal.self) {
      try await world.write(as: counsellor) { try $0.end(id, on: GroupsWorld.today, version: 1) }
    }
    let colleague = try? await world.read(as: counsellor) { try $0.whole(other) }
    #expect(colleague?.isMasked != false && colleague?.places.isEmpty != false)
  }

  @Test(arguments: Engine.all)
  func `whoever gave a confidential group up is told no more of it than others`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await counselling(in: world)
    let counsellor = world.viewer(.teachingAssistant, staff: world.okafor)
    let lead = try await world.read { try $0.whole(id) }.leads[0].lead
    try await world.write { try $0.endLead(lead.id, on: Day(2026, 11, 13)!) }
    let whole = try await world.read(as: counsellor) { try $0.whole(id) }
    #expect(whole.isMasked && whole.places.isEmpty && whole.group.name == "Confidential provision")
    // Led to its end it was theirs, and stays so.
    try await world.database.write(keeper: "clock") { connection in
      try connection.run("UPDATE groups SET until_day = '2026-11-13' WHERE id = \(id)")
    }
    #expect(try await !world.read(as: counsellor) { try $0.whole(id) }.isMasked)
  }

  @Test(arguments: Engine.all)
  func `a clash with confidential provision is told to those alone who know it`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await counselling(in: world)
    let known = try await world.read { try $0.clashes(from: GroupsWorld.today) }
    #expect(known.clashes.adults.count == 1 && known.clashes.pupils.count == 1)
    #expect(known.groups[id] == "Counselling")
    let own = world.viewer(.teachingAssistant, staff: world.okafor)
    #expect(try await world.read(as: own) { try $0.clashes(from: GroupsWorld.today) }.clashes.adults.count == 1)
    for role in [Role.assistantSenco, .finance, .administrator] {
      let told = try await world.read(as: world.viewer(role)) { try $0.clashes(from: GroupsWorld.today) }
      #expect(told.clashes.isEmpty && told.groups[id] == nil, "\(role)")
      let touching = try await world.read(as: world.viewer(role)) {
        try $0.clashes(from: GroupsWorld.today, touching: id)
      }
      #expect(touching.clashes.isEmpty, "\(role)")
    }
    let lowe = world.viewer(.teachingAssistant, staff: world.lowe)
    #expect(try await world.read(as: lowe) { try $0.clashes(from: GroupsWorld.today) }.clashes.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `a group that was copied twice to the same days is told`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { try $0.add(try world.phonicsGroup()) }
    #expect(try await world.read { try $0.clashes(from: GroupsWorld.today) }.clashes.isEmpty)
    let spring = Span(Day(2027, 1, 11)!, Day(2027, 3, 19)!)!
    let first = try await world.write { try $0.copy(id, to: spring) }
    #expect(try await world.read { try $0.clashes(from: GroupsWorld.today) }.clashes.doubles.isEmpty)
    let second = try await world.write { try $0.copy(id, to: spring) }
    let told = try await world.read { try $0.clashes(from: GroupsWorld.today, touching: second) }
    #expect(told.clashes.doubles.map(\.groups) == [[first, second].sorted()])
    #expect(told.clashes.doubles[0].firstDay == spring.from)
  }

  @Test(arguments: Engine.all)
  func `another school's group is not there`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { try $0.add(try world.phonicsGroup()) }
    let other = try await world.database.write(keeper: "other") { connection in
      try Schools.add(
        NewSchool(urn: "654321", name: "Oak Lane School", phase: .primary), today: GroupsWorld.today, connection)
    }
    let stranger = Viewer(operatorIn: other.id)
    await #expect(throws: Refusal.notFound()) {
      try await world.database.read { try Groups(stranger, $0).whole(id) }
    }
    await #expect(throws: Refusal.notFound()) {
      try await world.database.write(keeper: other.id.text) {
        try Groups(stranger, $0).end(id, on: GroupsWorld.today, version: 1)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `groups are found from a pupil and from an adult`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    try await world.write { try $0.add(try world.phonicsGroup()) }
    let mine = try await world.read { try $0.ofPupil(world.ada, on: GroupsWorld.today) }
    #expect(mine.map(\.group.name) == ["Phonics catch-up"])
    #expect(mine[0].leads.map(\.name) == ["Mrs Jo Lowe"])
    #expect(mine[0].stream == world.streams[0].name)
    let led = try await world.read { try $0.ofStaff(world.lowe, on: GroupsWorld.today) }
    #expect(led.map(\.memberCount) == [3])
    #expect(led[0].schedule?.minutes == 20)
  }
}
