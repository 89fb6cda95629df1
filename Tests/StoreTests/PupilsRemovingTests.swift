import Domain
import SQL
import Store
import TestSupport
import Testing

/// A pupil who was added by mistake is taken back, and a child who is known is known again.
@Suite struct PupilsRemovingTests {
  private let school = SampleSchool.ashfieldPrimary

  private func asSENCO<Value: Sendable>(
    _ database: any Database, _ work: @escaping @Sendable (Pupils, any Connection) throws -> Value
  ) async throws -> Value {
    let viewer = school.viewer(.senco)
    return try await database.write(keeper: school.id.text) { try work(Pupils(viewer, $0), $0) }
  }

  @Test(arguments: Engine.all)
  func `the record goes with all that is dated about the pupil, and history keeps what stood there`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let new = NewPupil(
      PupilDetails(surname: "Rossi", forename: "Giulia", birthDay: Day(2018, 10, 3)!, joinedOn: Day(2026, 9, 2)!),
      status: RecordedStatus(.support), needs: [RankedNeed(type: NeedType.coded("SLCN")!, rank: 1)], className: "3A")
    let id = try await asSENCO(database) { pupils, _ in try pupils.add(new) }
    #expect(try await asSENCO(database) { pupils, _ in try pupils.bonds(of: id) }.isEmpty)
    await #expect(throws: Refusal.self) {
      try await asSENCO(database) { pupils, _ in try pupils.remove(id, version: 2) }
    }
    let office = school.viewer(.office)
    await #expect(throws: Refusal.refused()) {
      try await database.write(keeper: school.id.text) { try Pupils(office, $0).remove(id, version: 1) }
    }
    try await asSENCO(database) { pupils, _ in try pupils.remove(id, version: 1) }
    #expect(try await asSENCO(database) { pupils, _ in try pupils.find(id) } == nil)
    let senco = school.viewer(.senco)
    let lines = try await database.read { try History(senco, $0).lines(noun: "pupil", nounID: id.text) }
    let line = try #require(lines.first { $0.act == "removed" })
    #expect(line.before["surname"] == "Rossi" && line.before["class"]?.hasPrefix("3A from") == true)
    #expect(line.before["SEN status"]?.hasPrefix("SEN support") == true)
    #expect(try await database.read { try Soundness.problems($0) }.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `a group, an opened case and a file that waits each stand in the way`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (amina, ella, tom) = (
      SamplePupil.amina.id(in: school), SamplePupil.ella.id(in: school), SamplePupil.tom.id(in: school)
    )
    #expect(try await asSENCO(database) { pupils, _ in try pupils.bonds(of: amina) } == [.groups(1)])
    await #expect(throws: Refusal.invalid("Amina Yusuf stays. \(PupilBond.groups(1).sentence)")) {
      try await asSENCO(database) { pupils, _ in try pupils.remove(amina, version: 1) }
    }
    let (school, head) = (school, school.viewer(.headTeacher))
    try await asSENCO(database) { _, connection in
      let moderator = school.person(.moderator).account
      try CaseOpenings(head, connection).open(
        [ella], to: moderator, until: Day(2026, 12, 1)!, today: Day(2026, 11, 21)!)
      let viewer = school.viewer(.senco)
      let id = try Imports(viewer, connection).begin(kind: "pupils", fileName: "roll.csv", file: [1])
      try connection.run("UPDATE imports SET answers = \("{\"row-2\":\"\(tom.text)\"}") WHERE id = \(id)")
    }
    #expect(try await asSENCO(database) { pupils, _ in try pupils.bonds(of: ella) } == [.openedCase])
    #expect(try await asSENCO(database) { pupils, _ in try pupils.bonds(of: tom) } == [.waitingImport])
  }

  @Test(arguments: Engine.all)
  func `a child of the same names and birth date is found, whatever the case and the nickname`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    func found(_ forename: String, _ surname: String, _ born: Day) async throws -> [String] {
      let details = PupilDetails(surname: surname, forename: forename, birthDay: born, joinedOn: Day(2026, 9, 2)!)
      return try await asSENCO(database) { pupils, _ in try pupils.namesakes(of: details) }.map(\.fullName)
    }
    #expect(try await found("AMINA", "yusuf", Day(2019, 3, 14)!) == ["Amina Yusuf"])
    #expect(try await found("Jakub", "Wojcik", Day(2017, 1, 30)!) == ["Jakub Wójcik"])
    #expect(try await found("Amina", "Yusuf", Day(2019, 3, 15)!).isEmpty)
    #expect(try await found("Amira", "Yusuf", Day(2019, 3, 14)!).isEmpty)
  }
}
