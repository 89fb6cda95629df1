import Domain
import SQL
import Store
import TestSupport
import Testing

/// The roll's acts, on both engines.
@Suite struct PupilsTests {
  private let school = SampleSchool.ashfieldPrimary
  private let today = Day(2026, 11, 21)!
  private var amina: ID<Pupil> { SamplePupil.amina.id(in: school) }

  private func newPupil(_ surname: String = "Rossi", upn: String? = nil) -> NewPupil {
    NewPupil(
      PupilDetails(
        upn: upn.flatMap { UPN($0) }, surname: surname, forename: "Giulia", birthDay: Day(2018, 10, 3)!, sex: "F",
        joinedOn: Day(2026, 9, 2)!), flags: .eal, status: RecordedStatus(.support, original: "A"),
      needs: [need("SLCN", 1), need("MLD", 2)], className: "3A")
  }

  private func need(_ code: String, _ rank: Int) -> RankedNeed { RankedNeed(type: NeedType.coded(code)!, rank: rank) }

  private func asSENCO<Value: Sendable>(
    _ database: any Database, _ work: @escaping @Sendable (Pupils) throws -> Value
  ) async throws -> Value {
    let viewer = school.viewer(.senco)
    return try await database.write(keeper: school.id.text) { try work(Pupils(viewer, $0)) }
  }

  @Test(arguments: Engine.all)
  func `a pupil who is added is found with everything`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let new = newPupil(upn: "R674123101121")
    let id = try await asSENCO(database) { try $0.add(new) }
    let (found, facts) = try await asSENCO(database) { (try $0.find(id), try $0.facts(of: id)) }
    let pupil = try #require(found)
    #expect(pupil.details == new.details)
    #expect(pupil.flags == .eal && pupil.version == 1 && pupil.leftOn == nil)
    #expect(facts.status(on: today) == .support && facts.statuses.facts[0].value.original == "A")
    #expect(facts.needs(on: today) == new.needs)
    #expect(facts.className(on: today) == "3A" && facts.className(on: Day(2026, 9, 1)!) == nil)
  }

  @Test(arguments: Engine.all)
  func `two children never share a UPN in a school, and may in two`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (first, second) = (newPupil("Rossi", upn: "R674123101121"), newPupil("Bianchi", upn: "R674123101121"))
    try await asSENCO(database) { _ = try $0.add(first) }
    await #expect(throws: Refusals.self) { try await asSENCO(database) { _ = try $0.add(second) } }
    let (both, viewer) = (
      [newPupil("A", upn: "B801200005001"), newPupil("B", upn: "B801200005001")],
      SampleSchool.brookvaleSecondary.viewer(.senco)
    )
    await #expect(throws: Refusals.self) { try await asSENCO(database) { _ = try $0.add(both) } }
    try await database.write(keeper: viewer.organisation.text) { _ = try Pupils(viewer, $0).add(second) }
  }

  @Test(arguments: Engine.all)
  func `a change from a day keeps what was true before; a correction does not`(engine: Engine) async throws {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let (id, today) = (amina, today)
    try await asSENCO(database) { try $0.changeStatus(id, to: .plan, from: today) }
    clock.advance(by: 60)
    var facts = try await asSENCO(database) { try $0.facts(of: id) }
    #expect(facts.statuses.facts.map(\.value.status) == [.support, .plan])
    #expect(facts.status(on: today - 1) == .support && facts.status(on: today) == .plan)

    try await asSENCO(database) {
      try $0.correct(id, factBeginningOn: today, to: .status(.plan, Span(today - 10)!))
    }
    facts = try await asSENCO(database) { try $0.facts(of: id) }
    #expect(facts.status(on: today - 11) == .support && facts.status(on: today - 10) == .plan)

    clock.advance(by: 60)
    try await asSENCO(database) { try $0.correct(id, factBeginningOn: today - 10, to: .neverStatus) }
    facts = try await asSENCO(database) { try $0.facts(of: id) }
    #expect(facts.statuses.facts.map(\.value.status) == [.support] && facts.statuses.facts[0].span.until == nil)

    let lines = try await history(of: id, database)
    #expect(lines.map(\.act) == ["corrected", "corrected", "changed"])
    #expect(lines[2].before == ["SEN status": "SEN support from 2025-09-01"])
    #expect(lines[2].after == ["SEN status": "EHC plan from 2026-11-21"])
  }

  @Test(arguments: Engine.all)
  func `a correction that would overlap is refused and writes nothing`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    try await asSENCO(database) { try $0.changeStatus(id, to: .plan, from: today) }
    await #expect(throws: Refusal.self) {
      try await asSENCO(database) {
        try $0.correct(id, factBeginningOn: Day(2025, 9, 1)!, to: .status(.support, Span(Day(2025, 9, 1)!)!))
      }
    }
    let facts = try await asSENCO(database) { try $0.facts(of: id) }
    #expect(facts.statuses.facts.map(\.span.until) == [today - 1, nil])
  }

  @Test(arguments: Engine.all)
  func `facts begin while the pupil is on the roll`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    await #expect(throws: Refusal.self) {
      try await asSENCO(database) { try $0.changeStatus(id, to: .plan, from: Day(2025, 8, 31)!) }
    }
    try await asSENCO(database) { try $0.leave(id, on: today) }
    await #expect(throws: Refusal.self) {
      try await asSENCO(database) { try $0.changeClass(id, to: "3B", from: today + 1) }
    }
    try await asSENCO(database) { try $0.changeClass(id, to: "3B", from: today) }
  }

  @Test(arguments: Engine.all)
  func `needs change as a whole list`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    let list = [need("SLCN", 1), need("HI", 2)]
    try await asSENCO(database) { try $0.changeNeeds(id, to: list, from: today) }
    let rows = try await database.read {
      try $0.rows("SELECT type, from_day, until_day FROM pupil_needs WHERE pupil_id = \(id.text) ORDER BY type") {
        "\($0.text(0)) \($0.text(1)) \($0.textOrNil(2) ?? "")"
      }
    }
    #expect(rows == ["HI 2026-11-21 ", "SLCN 2025-09-01 "])
    try await asSENCO(database) { try $0.changeNeeds(id, to: [], from: today + 5) }
    let facts = try await asSENCO(database) { try $0.facts(of: id) }
    #expect(facts.needs(on: today + 4) == list && facts.needs(on: today + 5) == [])
  }

  @Test(arguments: Engine.all)
  func `NSA is refused without SEN support, and ends with it`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    let list = [need("NSA", 1), need("HI", 2)]
    let tom = SamplePupil.tom.id(in: school)
    await #expect(throws: Refusals.self) {
      try await asSENCO(database) { try $0.changeNeeds(tom, to: list, from: today) }
    }
    try await asSENCO(database) { try $0.changeNeeds(id, to: list, from: today) }
    try await asSENCO(database) { try $0.changeStatus(id, to: .plan, from: today + 7) }
    let facts = try await asSENCO(database) { try $0.facts(of: id) }
    #expect(facts.needs(on: today + 6) == list)
    #expect(facts.needs(on: today + 7) == [need("HI", 1)])
  }

  @Test(arguments: Engine.all)
  func `an older version is a conflict`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    try await asSENCO(database) { try $0.setFlags(id, to: [.watch, .eal], version: 1) }
    await #expect(throws: Refusal.self) {
      try await asSENCO(database) { try $0.changeClass(id, to: "3B", from: today, version: 1) }
    }
    try await asSENCO(database) { try $0.changeYearShift(id, to: 1, from: today, version: 2) }
    let pupil = try await asSENCO(database) { try $0.find(id) }
    #expect(pupil?.version == 3 && pupil?.year(on: today) == YearGroup(4))
  }

  @Test(arguments: Engine.all)
  func `a change to what is there already writes nothing`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    let needs = [need("SLCN", 1)]
    try await asSENCO(database) { pupils in
      let details = try pupils.find(id)!.details
      let change = PupilChange(
        details: details, flags: .eal, yearShift: 0, status: RecordedStatus(.support), needs: needs, className: "3A")
      try pupils.change(id, to: change, from: today)
    }
    #expect(try await asSENCO(database) { try $0.find(id)?.version } == 1)
    #expect(try await history(of: id, database).isEmpty)
  }

  @Test(arguments: Engine.all)
  func `the database itself refuses a link across schools`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (stranger, id) = (SampleSchool.brookvaleSecondary.id, amina)
    for table in ["pupil_classes (organisation_id, id, pupil_id, class, from_day, written_at)" as SQL] {
      await #expect(throws: DatabaseError.brokenReference) {
        try await database.write(keeper: stranger.text) {
          try $0.run("INSERT INTO \(table) VALUES (\(stranger), 'x', \(id), '3A', '2026-09-01', \($0.now))")
        }
      }
    }
    await #expect(throws: DatabaseError.brokenReference) {
      try await database.write(keeper: stranger.text) {
        try $0.run(
          """
          INSERT INTO contacts (organisation_id, id, pupil_id, name, relationship, priority, version)
          VALUES (\(stranger), 'x', \(id), 'A', 'B', 1, 1)
          """)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `many are changed at once, each with one line, or none of them`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (amina, ella, today) = (amina, SamplePupil.ella.id(in: school), today)
    let changes: [ID<Pupil>: PupilChange] = [
      amina: PupilChange(flags: [.eal, .inCare], status: RecordedStatus(.plan, original: "S"), className: "3B"),
      ella: PupilChange(yearShift: -1, className: ""),
    ]
    try await asSENCO(database) { try $0.change(changes, from: { $0 == amina ? today : today + 1 }) }
    let everyone = try await asSENCO(database) { try $0.everyone().map { ($0.pupil, $0.facts) } }
    let found = Dictionary(uniqueKeysWithValues: everyone.map { ($0.0.id, $0) })
    #expect(found[amina]?.0.flags == [.eal, .inCare] && found[amina]?.1.status(on: today) == .plan)
    #expect(found[amina]?.1.className(on: today) == "3B" && found[amina]?.0.version == 2)
    #expect(found[ella]?.1.className(on: today) == "1C" && found[ella]?.1.className(on: today + 1) == nil)
    #expect(try await history(of: amina, database).count == 1)
    #expect(try await history(of: ella, database).count == 1)

    let half: [ID<Pupil>: PupilChange] = [
      amina: PupilChange(className: "3C"), ella: PupilChange(yearShift: 9),
    ]
    await #expect(throws: Refusal.self) {
      try await asSENCO(database) { try $0.change(half, from: { _ in today }) }
    }
    #expect(try await asSENCO(database) { try $0.facts(of: amina).className(on: today) } == "3B")
  }

  @Test(arguments: Engine.all)
  func `details are corrected, and the name is found as it is now`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (id, today) = (amina, today)
    try await asSENCO(database) { pupils in
      var details = try pupils.find(id)!.details
      details.surname = "Yūsuf-Łoś"
      details.preferredForename = "Mina"
      details.upn = UPN("H801200001001")
      try pupils.correct(id, to: details, version: 1)
    }
    let rows = try await asSENCO(database) { try $0.list(PupilFilter(name: "los mina"), on: today) }
    #expect(rows.map(\.listName) == ["Yūsuf-Łoś, Mina"])
    let lines = try await history(of: id, database)
    #expect(lines.map(\.before) == [["surname": "Yusuf"]])
    #expect(lines[0].after == ["surname": "Yūsuf-Łoś", "called": "Mina", "UPN": "H801200001001"])
  }

  private func history(of id: ID<Pupil>, _ database: any Database) async throws -> [HistoryLine] {
    let viewer = school.viewer(.senco)
    return try await database.read { try History(viewer, $0).lines(about: id) }
  }
}
