import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct SchoolsTests {
  private let school = SampleSchool.ashfieldPrimary
  private let today = Day(2026, 11, 21)!

  @Test(arguments: Engine.all)
  func `a new school starts with a calendar to check, and rates to confirm`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    let today = today
    let added = try await database.write(keeper: "operator") {
      try Schools.add(try NewSchool(urn: "900009", name: "Elmbank Primary", phase: .primary), today: today, $0)
    }
    let viewer = Viewer(operatorIn: added.id)
    #expect(!added.calendarChecked && added.years == YearGroup(0)...YearGroup(6))
    let calendar = try await database.read { try SchoolCalendars.load(added.id, $0) }
    for year in [AcademicYear(2025), AcademicYear(2026), AcademicYear(2027)] {
      #expect(calendar.weeks(in: year.period).count { $0.isWhole } == 38)
    }
    let (roles, book) = try await database.read { connection in
      (try Staff(viewer, connection).roles(), try Rates.book(added.id, connection))
    }
    #expect(roles.count == ReferenceRate.Work.allCases.count)
    #expect(roles.allSatisfy { book.price(of: $0.id, on: today)?.isReference == true })
  }

  @Test(arguments: Engine.all) func `a school is added once`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let today = today
    await refusal("There is a school with the URN 900001 already.", field: nil) {
      try await database.write(keeper: "operator") {
        _ = try Schools.add(try NewSchool(urn: "900001", name: "Again", phase: .primary), today: today, $0)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `a school's details are changed with what stood there before in history`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let senco = school.viewer(.senco)
    let details = try SchoolDetails(
      name: "Ashfield Church of England Primary School", laestab: "999/2999", phase: .primary, authority: "Westmere",
      firstYear: YearGroup(-1), lastYear: YearGroup(6))
    try await database.write(keeper: school.id.text) { try Schools.change(to: details, version: 1, by: senco, $0) }
    let kept = try #require(try await database.read { try Schools.withURN("900001", $0) })
    #expect(kept.name == details.name && kept.laestab == "9992999" && kept.years.count == 8 && kept.version == 2)
    let line = try #require(try await database.read { try History(senco, $0).lines(noun: "school") }.first)
    #expect(line.before["name"] == "Ashfield Primary School" && line.after["years"] == "Nursery 2 to Year 6")
    await refusal("Somebody has changed the school's details since you opened this page.", field: nil) {
      try await database.write(keeper: school.id.text) { try Schools.change(to: details, version: 1, by: senco, $0) }
    }
    let teacher = school.viewer(.teacher)
    await #expect(throws: Refusal.refused()) {
      try await database.write(keeper: school.id.text) { try Schools.change(to: details, version: 2, by: teacher, $0) }
    }
  }

  @Test func `every mistake in a school's details is told at its field`() throws {
    do {
      _ = try SchoolDetails(
        name: "", laestab: "12", phase: .primary, authority: String(repeating: "x", count: 201),
        firstYear: YearGroup(6), lastYear: YearGroup(0))
      Issue.record("taken")
    } catch let refusals as Refusals {
      #expect(refusals.all.map(\.field) == ["name", "laestab", "authority", "last-year"])
    }
  }

  @Test(arguments: Engine.all)
  func `the first page counts what there is, for whoever may see all of it`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let today = today
    func overview<Value: Sendable>(
      _ role: Role, _ ask: @escaping @Sendable (SchoolOverview) throws -> Value
    ) async throws -> Value {
      let viewer = school.viewer(role)
      return try await database.read { try ask(SchoolOverview(viewer, $0)) }
    }
    #expect(try await overview(.senco) { try $0.beginnings() }.isComplete)
    #expect(try await overview(.senco) { try $0.pupilsOnRoll(on: today) } == 4)
    #expect(try await overview(.teacher) { try $0.pupilsOnRoll(on: today) } == nil)
    #expect(try await overview(.governor) { try $0.pupilsOnRoll(on: today) } == nil)
    #expect(try await overview(.senco) { try $0.groupsRunning(on: today) } == 2)
    #expect(try await overview(.teachingAssistant) { try $0.groupsRunning(on: today) } == nil)
    #expect(try await overview(.senco) { try $0.groupsWithoutLead(on: today) }.map(\.name) == ["Counselling"])
    #expect(try await overview(.assistantSenco) { try $0.groupsWithoutLead(on: today) }.isEmpty)
    // What is bought and has no adult of the school's is a service.
    let counselling = school.counsellingGroup
    let here = school.operatorViewer
    try await database.write(keeper: school.id.text) { connection in
      try Groups(here, connection).addItem(NewItem("Ten hours", cost: 30000), to: counselling)
    }
    #expect(try await overview(.senco) { try $0.groupsWithoutLead(on: today) }.isEmpty)
    #expect(try await overview(.senco) { try $0.pupilsWithoutProvision(on: today) }.isEmpty)
    // Jakub's only group is confidential: an assistant SENCO is not told that he is in one.
    #expect(
      try await overview(.assistantSenco) { try $0.pupilsWithoutProvision(on: today) }.map(\.name) == ["Jakub Wójcik"])
    #expect(try await overview(.administrator) { try $0.pupilsWithoutProvision(on: today) }.isEmpty)
    #expect(try await overview(.senco) { try $0.unconfirmedRates(on: today).reference } == 2)
    #expect(try await overview(.governor) { try $0.unconfirmedRates(on: today).reference } == 0)
  }

  @Test(arguments: Engine.all)
  func `groups that end soon, and those with nobody in them, are to be looked at`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (today, school, senco) = (today, school, school.viewer(.senco))
    try await database.write(keeper: school.id.text) { connection in
      try connection.run("UPDATE groups SET until_day = \(Day(2026, 12, 5)!) WHERE id = \(school.phonicsGroup)")
      try connection.run("UPDATE group_members SET until_day = \(Day(2026, 11, 20)!)")
    }
    let (ending, later, empty) = try await database.read { connection in
      let overview = SchoolOverview(senco, connection)
      return (
        try overview.endingGroups(within: 14, of: today), try overview.endingGroups(within: 13, of: today),
        try overview.groupsWithoutPupils(on: today)
      )
    }
    #expect(ending.map(\.name) == ["Phonics catch-up"] && ending[0].until == Day(2026, 12, 5))
    #expect(later.isEmpty)
    #expect(empty.map(\.name) == ["Counselling", "Phonics catch-up"])
  }
}
