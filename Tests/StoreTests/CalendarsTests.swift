import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct CalendarsTests {
  private let school = SampleSchool.ashfieldPrimary
  private var senco: Viewer { school.viewer(.senco) }

  @Test(arguments: Engine.all)
  func `a term is added, changed and removed, each with its line`(engine: Engine) async throws {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let senco = senco
    let camp = Term(name: "Summer school", period: Period(Day(2027, 8, 2)!, Day(2027, 8, 13)!)!)
    let id = try await database.write(keeper: school.id.text) { try SchoolCalendars(senco, $0).put(camp) }
    clock.advance(by: 60)
    let longer = Term(name: "Summer school", period: Period(Day(2027, 8, 2)!, Day(2027, 8, 20)!)!)
    try await database.write(keeper: school.id.text) {
      try SchoolCalendars(senco, $0).put(longer, id: id, shown: camp)
    }
    let kept = try await database.read { try SchoolCalendars(senco, $0).terms() }
    #expect(kept.count == 4 && kept.last?.id == id && kept.last?.term == longer)
    #expect(kept.last?.academicYear == AcademicYear(2026))
    clock.advance(by: 60)
    try await database.write(keeper: school.id.text) { try SchoolCalendars(senco, $0).remove(id, shown: longer) }
    let lines = try await database.read { try History(senco, $0).lines(noun: "term", nounID: id.text) }
    #expect(lines.map(\.act) == ["removed", "changed", "added"])
    #expect(lines[1].before["days"] == "2 August to 13 August 2027")
    #expect(lines[1].after["days"] == "2 August to 20 August 2027")
  }

  @Test(arguments: Engine.all) func `terms never overlap, and nothing is written`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let senco = senco
    let clash = Term(name: "Winter term", period: Period(Day(2026, 12, 18)!, Day(2027, 1, 3)!)!)
    await refusal("Autumn term and Winter term overlap: check their dates.", field: "from") {
      try await database.write(keeper: school.id.text) { _ = try SchoolCalendars(senco, $0).put(clash) }
    }
    #expect(try await database.read { try SchoolCalendars(senco, $0).terms() }.count == 3)
  }

  @Test(arguments: Engine.all) func `closures never overlap and do not last half a term`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let senco = senco
    let training = Closure(name: "Training day", period: Period(Day(2026, 10, 30)!))
    await refusal(
      "Training day and Autumn half-term (26 October to 30 October 2026) overlap: check their dates.", field: "from"
    ) {
      try await database.write(keeper: school.id.text) { _ = try SchoolCalendars(senco, $0).put(training) }
    }
    let flood = Closure(name: "Flood", period: Period(Day(2027, 1, 4)!, Day(2027, 3, 25)!)!)
    await refusal(
      "A closure inside a term lasts eight weeks at most. Holidays between terms need none.", field: "until"
    ) {
      try await database.write(keeper: school.id.text) { _ = try SchoolCalendars(senco, $0).put(flood) }
    }
    let right = Closure(name: "Training day", period: Period(Day(2026, 11, 2)!))
    let id = try await database.write(keeper: school.id.text) { try SchoolCalendars(senco, $0).put(right) }
    let calendar = try await database.read { try SchoolCalendars.load(school.id, $0) }
    #expect(!calendar.isOpen(Day(2026, 11, 2)!) && calendar.isOpen(Day(2026, 11, 3)!))
    try await database.write(keeper: school.id.text) { try SchoolCalendars(senco, $0).remove(id) }
    #expect(try await database.read { try SchoolCalendars.load(school.id, $0) }.isOpen(Day(2026, 11, 2)!))
  }

  @Test(arguments: Engine.all) func `what somebody else changed is not overwritten unseen`(engine: Engine) async throws
  {
    let database = try await sampleDatabase(engine)
    let senco = senco
    let autumn = try #require(try await database.read { try SchoolCalendars(senco, $0).terms() }.first)
    let mine = Term(name: "Autumn", period: autumn.term.period)
    let theirs = Term(name: "Michaelmas", period: autumn.term.period)
    try await database.write(keeper: school.id.text) {
      try SchoolCalendars(senco, $0).put(theirs, id: autumn.id, shown: autumn.term)
    }
    await refusal("Somebody has changed these dates since you opened this page.", field: nil) {
      try await database.write(keeper: school.id.text) {
        _ = try SchoolCalendars(senco, $0).put(mine, id: autumn.id, shown: autumn.term)
      }
    }
    #expect(try await database.read { try SchoolCalendars(senco, $0).terms() }.first?.term == theirs)
  }

  @Test(arguments: Engine.all)
  func `a year is given its usual calendar once, of 38 whole weeks`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (senco, year) = (senco, AcademicYear(2027))
    try await database.write(keeper: school.id.text) { try SchoolCalendars(senco, $0).addStandard(year) }
    let calendar = try await database.read { try SchoolCalendars.load(school.id, $0) }
    #expect(calendar.terms(of: year).count == 3)
    #expect(calendar.weeks(in: year.period).count == 38 && calendar.openDays(in: year.period) == 190)
    await refusal("2027/28 has terms already.", field: "year") {
      try await database.write(keeper: school.id.text) { try SchoolCalendars(senco, $0).addStandard(year) }
    }
  }

  @Test(arguments: Engine.all)
  func `another school's terms cannot be reached, nor one's own without the right`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (senco, stranger, teacher) = (
      senco, SampleSchool.brookvaleSecondary.viewer(.senco), school.viewer(.teacher)
    )
    let autumn = try #require(try await database.read { try SchoolCalendars(senco, $0).terms() }.first)
    for (viewer, kind) in [(stranger, Refusal.Kind.notFound), (teacher, .refused)] {
      do {
        try await database.write(keeper: "anyone") { try SchoolCalendars(viewer, $0).remove(autumn.id) }
        Issue.record("removed")
      } catch {
        #expect((error as? Refusal)?.kind == kind)
      }
    }
    #expect(try await database.read { try SchoolCalendars(stranger, $0).terms() }.allSatisfy { $0.id != autumn.id })
  }

  @Test(arguments: Engine.all) func `a calendar is checked once, by name`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    let today = Day(2026, 11, 21)!
    let added = try await database.write(keeper: "operator") {
      try Schools.add(try NewSchool(urn: "900009", name: "Elmbank Primary", phase: .primary), today: today, $0)
    }
    #expect(!added.calendarChecked)
    try await database.write(keeper: added.id.text) {
      try SchoolCalendars(Viewer(operatorIn: added.id), $0).markChecked()
    }
    #expect(try await database.read { try Schools.withURN("900009", $0) }?.calendarChecked == true)
    let lines = try await database.read { try History(Viewer(operatorIn: added.id), $0).lines(noun: "calendar") }
    #expect(lines.map(\.act) == ["checked"])
  }
}

/// Expects `act` to be refused with these words, at this field.
func refusal(
  _ sentence: String, field: String?, here: SourceLocation = #_sourceLocation, _ act: () async throws -> Void
) async {
  do {
    try await act()
    Issue.record("It was not refused.", sourceLocation: here)
  } catch let refusal as Refusal {
    #expect(refusal.sentence == sentence, sourceLocation: here)
    #expect(refusal.field == field, sourceLocation: here)
  } catch {
    Issue.record("\(error)", sourceLocation: here)
  }
}
