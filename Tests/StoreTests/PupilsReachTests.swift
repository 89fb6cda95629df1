import Domain
import SQL
import Store
import TestSupport
import Testing

/// Who sees whom, and what of them.
@Suite struct PupilsReachTests {
  private let school = SampleSchool.ashfieldPrimary
  private let today = Day(2026, 11, 21)!

  private func rows(
    _ role: Role, _ filter: PupilFilter = PupilFilter(), in database: any Database
  ) async throws -> [PupilRow] {
    let (viewer, today) = (school.viewer(role), today)
    return try await database.read { try Pupils(viewer, $0).list(filter, on: today) }
  }

  @Test(arguments: Engine.all)
  func `each role sees the pupils that are theirs to see`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let expected: [Role: [String]] = [
      .senco: ["O’Hara, Tom", "Price, Ella", "Wójcik, Jakub", "Yusuf, Amina"], .governor: [], .moderator: [],
      .finance: ["O’Hara, Tom", "Price, Ella", "Wójcik, Jakub", "Yusuf, Amina"],
      .teacher: ["O’Hara, Tom", "Yusuf, Amina"], .teachingAssistant: ["Yusuf, Amina"],
      .office: ["O’Hara, Tom", "Price, Ella", "Wójcik, Jakub", "Yusuf, Amina"],
    ]
    for (role, names) in expected {
      #expect(try await rows(role, in: database).map(\.listName) == names, "\(role)")
    }
  }

  @Test(arguments: Engine.all)
  func `SEN is hidden from those who need it not, also from their questions`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    for role in [Role.office, .administrator, .finance] {
      let rows = try await rows(role, in: database)
      #expect(rows.allSatisfy { $0.status == nil && $0.needs.isEmpty && !$0.flags.contains(.watch) })
      #expect(try await self.rows(role, PupilFilter(statuses: [.plan]), in: database).isEmpty)
      #expect(try await self.rows(role, PupilFilter(needs: [NeedType.coded("ASD")!]), in: database).isEmpty)
      #expect(try await self.rows(role, PupilFilter(flags: .watch), in: database).isEmpty)
    }
    let teacher = try await rows(.teacher, in: database)
    #expect(teacher.map(\.status) == [SENStatus.none, .support])
    #expect(teacher[1].needs.codes == "SLCN" && teacher[0].flags == .watch)
  }

  @Test(arguments: Engine.all)
  func `a case is opened to a moderator for a time`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (school, today) = (school, today)
    let jakub = SamplePupil.jakub.id(in: school)
    try await database.write(keeper: school.id.text) {
      try $0.run(
        """
        INSERT INTO case_openings (organisation_id, id, account_id, pupil_id, from_day, until_day, opened_by, written_at)
        VALUES (\(school.id), 'opening', \(school.person(.moderator).account), \(jakub), \(today - 3), \(today), 'Ruth Lowe',
          \($0.now))
        """)
    }
    #expect(try await rows(.moderator, in: database).map(\.id) == [jakub])
    let viewer = school.viewer(.moderator)
    let facts = try await database.read { try Pupils(viewer, $0).facts(of: jakub) }
    #expect(facts.status(on: today) == .plan)
    try await database.write(keeper: school.id.text) {
      try $0.run("UPDATE case_openings SET until_day = \(today - 1)")
    }
    #expect(try await rows(.moderator, in: database).isEmpty)
  }

  @Test(arguments: Engine.all)
  func `a stranger's pupils are not found, nor changed`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (stranger, amina) = (SampleSchool.brookvaleSecondary.viewer(.senco), SamplePupil.amina.id(in: school))
    let today = today
    let found = try await database.read { connection in
      let pupils = Pupils(stranger, connection)
      return (
        try pupils.find(amina), try pupils.facts(of: amina), try Contacts(stranger, connection).of(amina),
        try pupils.list(PupilFilter(pupils: [amina]), on: today).count
      )
    }
    #expect(found.0 == nil && found.1 == PupilFacts() && found.2.isEmpty && found.3 == 0)
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: stranger.organisation.text) { try Pupils(stranger, $0).leave(amina, on: today) }
    }
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: stranger.organisation.text) {
        try Contacts(stranger, $0).add(ContactDetails(name: "A B", relationship: "Aunt"), to: amina)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `those who only read change nothing`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (amina, today) = (SamplePupil.amina.id(in: school), today)
    for role in [Role.headTeacher, .governor, .teacher, .teachingAssistant, .finance, .moderator, .dataProtection] {
      let viewer = school.viewer(role)
      await #expect(throws: Refusal.refused()) {
        try await database.write(keeper: school.id.text) {
          try Pupils(viewer, $0).changeClass(amina, to: "3B", from: today)
        }
      }
    }
    let office = school.viewer(.office)
    await #expect(throws: Refusal.refused()) {
      try await database.write(keeper: school.id.text) {
        try Pupils(office, $0).changeStatus(amina, to: .plan, from: today)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `the list is filtered by what holds on its day`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    func names(_ filter: PupilFilter) async throws -> [String] {
      try await rows(.senco, filter, in: database).map(\.calledName)
    }
    #expect(try await names(PupilFilter(years: [YearGroup(3)])) == ["Tom", "Amina"])
    #expect(try await names(PupilFilter(classes: ["5B", "1C"])) == ["Ella", "Jakub"])
    #expect(try await names(PupilFilter(statuses: [.none])) == ["Tom", "Ella"])
    #expect(try await names(PupilFilter(needs: [NeedType.coded("ASD")!])) == ["Jakub"])
    #expect(try await names(PupilFilter(flags: .watch)) == ["Tom"])
    #expect(try await names(PupilFilter(name: "wojc JAK")) == ["Jakub"])
    #expect(try await names(PupilFilter(name: "o'hara")) == ["Tom"])
    #expect(try await names(PupilFilter(pupils: [])) == [])
    let viewer = school.viewer(.senco)
    let today = today
    let (classes, counts) = try await database.read {
      (try Pupils(viewer, $0).classes(on: today), try Pupils(viewer, $0).counts(on: today))
    }
    #expect(classes == ["1C", "3A", "5B"])
    #expect(counts == [.none: 2, .support: 1, .plan: 1])
  }
}
