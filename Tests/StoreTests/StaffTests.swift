import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct StaffTests {
  private let school = SampleSchool.ashfieldPrimary
  private var senco: Viewer { school.viewer(.senco) }
  private let today = Day(2026, 11, 21)!

  private func details(_ name: String, from: Day = Day(2026, 9, 1)!, until: Day? = nil) throws -> StaffDetails {
    try StaffDetails(
      name: name, weeklyMinutes: 1_620, weeks: 39, span: Span(from, until)!)
  }

  @Test(arguments: Engine.all)
  func `somebody is added, corrected and leaves, each with its line`(engine: Engine) async throws {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let (senco, school) = (senco, school)
    let (first, second) = (try details("Mrs Jo Lane"), try details("Mrs Jo Larne"))
    let id = try await database.write(keeper: school.id.text) {
      try Staff(senco, $0).add(first, as: school.assistantPay)
    }
    clock.advance(by: 60)
    try await database.write(keeper: school.id.text) { try Staff(senco, $0).correct(id, second, version: 1) }
    try await database.write(keeper: school.id.text) {
      _ = try ClassTeachers(senco, $0).add(id, to: "3A", Span(Day(2026, 9, 1)!)!)
    }
    clock.advance(by: 60)
    try await database.write(keeper: school.id.text) {
      try Staff(senco, $0).leave(id, on: Day(2026, 12, 18)!, version: 2)
    }
    let member = try #require(try await database.read { try Staff(senco, $0).find(id) })
    #expect(member.name == "Mrs Jo Larne" && member.span.until == Day(2026, 12, 18) && member.version == 3)
    let classes = try await database.read { try ClassTeachers(senco, $0).of(id) }
    #expect(classes.map(\.span.until) == [Day(2026, 12, 18)!])
    let lines = try await database.read { try History(senco, $0).lines(noun: "staff", nounID: id.text) }
    #expect(lines.map(\.act) == ["corrected", "corrected", "added"])
    #expect(lines[1].before["name"] == "Mrs Jo Lane" && lines[1].after["name"] == "Mrs Jo Larne")
    let (now, later) = try await database.read { connection in
      (try Staff(senco, connection).list(on: today), try Staff(senco, connection).list(on: Day(2027, 1, 4)!))
    }
    #expect(now.contains { $0.id == id } && !later.contains { $0.id == id })
  }

  @Test(arguments: Engine.all) func `an older version is a conflict, and a stranger's role is none`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let (senco, school) = (senco, school)
    let dawn = school.person(.teachingAssistant).staffMember!
    let change = try details("Dawn Carter-Lee")
    try await database.write(keeper: school.id.text) { try Staff(senco, $0).correct(dawn, change, version: 1) }
    await refusal("Somebody has changed Dawn Carter-Lee's record since you opened this page.", field: nil) {
      try await database.write(keeper: school.id.text) { try Staff(senco, $0).correct(dawn, change, version: 1) }
    }
    await refusal("Choose one of the school's roles.", field: "role") {
      try await database.write(keeper: school.id.text) {
        _ = try Staff(senco, $0).add(change, as: SampleSchool.brookvaleSecondary.assistantPay)
      }
    }
    await refusal("Dawn Carter-Lee works here from 1 September 2026.", field: "until") {
      try await database.write(keeper: school.id.text) {
        try Staff(senco, $0).leave(dawn, on: Day(2026, 8, 31)!, version: 2)
      }
    }
  }

  @Test(arguments: Engine.all) func `another school's staff are not found`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let stranger = SampleSchool.brookvaleSecondary.viewer(.senco)
    let dawn = school.person(.teachingAssistant).staffMember!
    let change = try details("Somebody else")
    #expect(try await database.read { try Staff(stranger, $0).find(dawn) } == nil)
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: "x") { try Staff(stranger, $0).correct(dawn, change, version: 1) }
    }
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: "x") { _ = try ClassTeachers(stranger, $0).add(dawn, to: "8K", Span(today)!) }
    }
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: "x") { try Staff(stranger, $0).link(dawn, to: nil) }
    }
  }

  @Test(arguments: Engine.all) func `a record is linked by who gives roles, to an account of the school`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let (senco, school, today) = (senco, school, today)
    let dawn = school.person(.teachingAssistant)
    let office = school.person(.office).account
    let offered = try await database.read { try Staff(senco, $0).linkableAccounts(for: dawn.staffMember!, on: today) }
    #expect(offered.map(\.id).contains(office) && offered.map(\.id).contains(dawn.account))
    #expect(!offered.map(\.id).contains(school.person(.teacher).account))
    await refusal("That account belongs to somebody else's staff record.", field: "account") {
      try await database.write(keeper: school.id.text) {
        try Staff(senco, $0).link(dawn.staffMember!, to: school.person(.teacher).account)
      }
    }
    await refusal("That account has no role in this school.", field: "account") {
      try await database.write(keeper: school.id.text) {
        try Staff(senco, $0).link(
          dawn.staffMember!, to: SampleSchool.brookvaleSecondary.person(.teacher).account)
      }
    }
    let finance = school.viewer(.finance)
    await #expect(throws: Refusal.refused()) {
      try await database.write(keeper: school.id.text) { try Staff(finance, $0).link(dawn.staffMember!, to: nil) }
    }
    try await database.write(keeper: school.id.text) { try Staff(senco, $0).link(dawn.staffMember!, to: office) }
    let viewer = try await database.read { try Viewers.viewer(account: office, in: school.id, on: today, $0) }
    #expect(viewer?.staffMember == dawn.staffMember)
  }

  @Test(arguments: Engine.all) func `roles have names of their own, and can be put right`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (senco, school) = (senco, school)
    let id = try await database.write(keeper: school.id.text) {
      try Staff(senco, $0).addRole("Speech therapist (bought in)", .other)
    }
    await refusal("There is a role called “teaching ASSISTANT” already.", field: "role") {
      try await database.write(keeper: school.id.text) {
        _ = try Staff(senco, $0).addRole("teaching ASSISTANT", .other)
      }
    }
    let shown = PayRole(id: id, name: "Speech therapist (bought in)", kind: .other)
    try await database.write(keeper: school.id.text) {
      try Staff(senco, $0).correctRole(id, "Speech therapist", .other, shown: shown)
    }
    await refusal("Somebody has changed this role since you opened this page.", field: nil) {
      try await database.write(keeper: school.id.text) {
        try Staff(senco, $0).correctRole(id, "Therapist", .other, shown: shown)
      }
    }
    let roles = try await database.read { try Staff(senco, $0).roles() }
    #expect(roles.map(\.name) == ["Speech therapist", "Teacher", "Teaching assistant"])
  }

  @Test(arguments: Engine.all) func `classes are taught inside one's own days, by several if need be`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let (senco, school, today) = (senco, school, today)
    let (dawn, peter) = (school.person(.teachingAssistant).staffMember!, school.person(.teacher).staffMember!)
    #expect(try await database.read { try ClassTeachers(senco, $0).offered(on: today) } == ["1C", "3A", "5B"])
    let line = try await database.write(keeper: school.id.text) {
      try ClassTeachers(senco, $0).add(dawn, to: "3A", Span(Day(2026, 9, 1)!)!)
    }
    await refusal("Peter Hale teaches 3A in some of these days already.", field: "class") {
      try await database.write(keeper: school.id.text) {
        _ = try ClassTeachers(senco, $0).add(peter, to: "3A", Span(today)!)
      }
    }
    await refusal("Dawn Carter works here from 1 September 2025.", field: "from") {
      try await database.write(keeper: school.id.text) {
        _ = try ClassTeachers(senco, $0).add(dawn, to: "5B", Span(Day(2025, 8, 31)!)!)
      }
    }
    await refusal("It began on 1 September 2026.", field: "until") {
      try await database.write(keeper: school.id.text) { try ClassTeachers(senco, $0).end(line, on: Day(2026, 8, 31)!) }
    }
    let assistant = school.viewer(.teachingAssistant)
    let tom = SamplePupil.tom.id(in: school)
    #expect(try await database.read { try Pupils(assistant, $0).find(tom) } != nil)
    try await database.write(keeper: school.id.text) { try ClassTeachers(senco, $0).end(line, on: Day(2026, 11, 20)!) }
    #expect(try await database.read { try Pupils(assistant, $0).find(tom) } == nil)
  }

  @Test(arguments: Engine.all) func `groups led are counted for who may see every group`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (senco, teacher, today) = (senco, school.viewer(.teacher), today)
    let dawn = school.person(.teachingAssistant).staffMember!
    #expect(try await database.read { try Staff(senco, $0).groupsLed(on: today) } == [dawn: 1])
    #expect(try await database.read { try Staff(teacher, $0).groupsLed(on: today) }.isEmpty)
  }
}
