import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

struct `A list of staff` {
  let file = """
    Name,Job title,Hours,Weeks,Start date,Rate,Basis,Rate from,Email
    "Carter, Dawn",Teaching assistant,32.5,39,01/09/2025,17.20,hour,01/04/2026,dawn@example.org
    Mrs Ruth Lowe,SENCO,37,39,,£655,weekly hour of 38 weeks,,
    Ayo Bello,HLTA,20,39,05/01/2026,0.33,minute,,
    ,Teaching assistant,,,,18.05,hour,01/04/2026,
    Joan Orr,,10,,,,,,
    Sam Webb,Lunchtime helper,5,38,,12,weekly,,
    """

  @Test(arguments: Engine.all)
  func `is compared with whom the school keeps`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let preview = try await here.preview(.staff, file).preview
    #expect(preview.new.map(\.what) == ["Ayo Bello, HLTA"])
    #expect(preview.changed.map(\.row) == [2, 3, 5])
    #expect(
      preview.changed[0].changes == [
        FieldChange("Rate", to: "£17.20 an hour", begins: "2026-04-01")
      ])
    #expect(
      preview.changed[2].changes == [
        FieldChange("Rate", from: "£17.20 an hour", to: "£18.05 an hour", begins: "2026-04-01")
      ])
    #expect(preview.missing.map(\.what) == ["Peter Hale, Teacher"])
    #expect(preview.refused.map(\.row) == [6, 7])
    #expect(preview.refused[0].message == "Somebody new needs a role.")
    #expect(preview.refused[1].message == "Say of how many weeks this weekly hour is: weekly hour of 38 weeks.")
    let warnings = preview.warnings.map(\.message)
    #expect(
      warnings.contains(
        "The role “HLTA” is new here. Its hours are counted with: teaching assistants. Until it has a rate of its own, it "
          + "is priced at the reference rate of: higher level teaching assistant."))
    #expect(warnings.contains { $0.hasPrefix("1 person has a rate as “Teaching assistant”.") })
  }

  @Test(arguments: Engine.all)
  func `is written with roles and rates, and changes nothing the second time`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let done = try await here.preview(.staff, file).commit(skipRefused: true)
    #expect(done.committed)
    let again = try await here.preview(.staff, file).preview
    #expect(again.new.isEmpty && again.changed.isEmpty)
    let viewer = here.viewer
    let (members, roles, pay) = try await here.database.read {
      (try Staff(viewer, $0).list(), try Staff(viewer, $0).roles(), try Rates(viewer, $0).pay())
    }
    let ayo = try #require(members.first { $0.name == "Ayo Bello" })
    #expect(ayo.weeklyMinutes == 1200 && ayo.weeks == 39 && ayo.span.from == Day(2026, 1, 5)!)
    #expect(roles.first { $0.id == ayo.roles.on(ayo.span.from) }?.kind == .teachingAssistant)
    #expect(pay[ayo.id]?.map { $0.rate.words } == ["£0.33 a minute"])
    #expect(members.first { $0.name == "Ruth Lowe" } != nil)
  }

  @Test(arguments: Engine.all)
  func `a changed role begins on the file's day, and was another before`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let prepared = try await here.preview(.staff, "Name,Role\nDawn Carter,Teacher\n")
    let change = try #require(prepared.preview.changed.first?.changes.first)
    #expect(change.from == "Teaching assistant" && change.to == "Teacher")
    let day = try #require(change.begins.flatMap { Day(iso: $0) })
    _ = try await prepared.commit(skipRefused: false)
    let viewer = here.viewer
    let (members, roles) = try await here.database.read {
      (try Staff(viewer, $0).list(), try Staff(viewer, $0).roles())
    }
    let dawn = try #require(members.first { $0.name == "Dawn Carter" })
    let names = [day.previous, day].map { on in roles.first { $0.id == dawn.roles.on(on) }?.name }
    #expect(names == ["Teaching assistant", "Teacher"])
  }

  @Test func `without the right to pay has its rates left out`() async throws {
    let here = try await Importing(.sqlite, as: .senco)
    let preview = try await here.preview(.staff, file).preview
    #expect(preview.warnings.map(\.message).contains { $0.hasPrefix("Your role may not see or set pay") })
    #expect(!preview.json.contains("£17.20"))
    #expect(preview.new[0].changes.allSatisfy { $0.field != "Rate" })
  }

  @Test func `with a surname alone asks who is meant`() async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(.staff, "Name,Role\nMrs Carter,Teaching assistant\n")
    #expect(prepared.preview.unsure.map(\.question) == ["Is this Dawn Carter, who is kept already?"])
    let unsure = prepared.preview.unsure[0]
    let done = try await prepared.commit(skipRefused: false, answers: [unsure.key: "new"])
    #expect(done.new.map(\.what) == ["Mrs Carter, Teaching assistant"])
  }
}

struct `A list of terms and closures` {
  let file = """
    Name,From,Until,Kind
    Autumn term,02/09/2026,18/12/2026,term
    Autumn half-term,26/10/2026,30/10/2026,closure
    Spring term,05/01/2027,25/03/2027,term
    Training day,2027-02-12,,inset day
    """

  @Test(arguments: Engine.all)
  func `replaces the years that it speaks of, and says so`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let prepared = try await here.preview(.calendar, file)
    #expect(prepared.preview.new.map(\.what) == ["Training day (closed)"])
    #expect(prepared.preview.unchanged.map(\.row) == [2, 3])
    #expect(prepared.preview.changed.map(\.what) == ["Spring term", "Summer term"])
    #expect(prepared.preview.changed[1].changes.map(\.to) == [nil])
    _ = try await prepared.commit(skipRefused: false)
    let school = here.school.id
    let calendar = try await here.database.read { try SchoolCalendars.load(school, $0) }
    #expect(calendar.terms.map(\.name) == ["Autumn term", "Spring term"])
    #expect(calendar.closures.map(\.name) == ["Autumn half-term", "Training day"])
    let again = try await here.preview(.calendar, file).preview
    #expect(again.isEmpty && again.unchanged.count == 4)
  }

  /// Terms that begin in August belong to the year that follows: the file's years are those of their last days.
  @Test(arguments: Engine.all)
  func `that begins in August leaves the year before alone, and settles`(engine: Engine) async throws {
    let here = try await Importing.newSchool(engine)
    let file = """
      Name,From,Until,Kind
      Autumn term 2026,2026-08-27,2026-12-18,term
      Training day,2026-08-27,,closure
      Autumn half-term,2026-10-26,2026-10-30,closure
      Spring term 2027,2027-01-05,2027-03-25,term
      Summer term 2027,2027-04-12,2027-07-21,term

      """
    let school = here.school.id
    func words(_ year: Int) async throws -> [String] {
      let calendar = try await here.database.read { try SchoolCalendars.load(school, $0) }
      return calendar.terms(of: AcademicYear(year)).map { "\($0.name): \($0.period.words)" }
        + calendar.closures.filter { calendar.year(of: $0.period.from) == AcademicYear(year) }.map(\.name)
    }
    let before = try await words(2025)
    #expect(before.count == 6)
    let prepared = try await here.preview(.calendar, file)
    let gone = prepared.preview.changed.filter { $0.changes.map(\.to) == [nil] }
    #expect(gone.map(\.what) == ["Spring half-term 2027 (closed)", "Summer half-term 2027 (closed)"])
    _ = try await prepared.commit(skipRefused: false)
    #expect(try await words(2025) == before)
    #expect(try await words(2026).count == 5)
    let again = try await here.preview(.calendar, file).preview
    #expect(again.isEmpty && again.unchanged.count == 5, "\(again.changed)")
    // Three terms without one that begins in August: the training day in August went with its year.
    let later = file.replacing("2026-08-27,2026-12-18", with: "2026-09-03,2026-12-18")
      .replacing("Training day,2026-08-27,,closure\n", with: "")
    _ = try await here.preview(.calendar, later).commit(skipRefused: false)
    #expect(try await words(2025) == before)
    #expect(try await here.preview(.calendar, later).preview.isEmpty)
  }

  @Test func `of closures alone is written too where one has moved`() async throws {
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.calendar, file).commit(skipRefused: false)
    let moved = "Name,From,Until,Kind\nTraining day,2027-02-15,,closure\n"
    let prepared = try await here.preview(.calendar, moved)
    #expect(prepared.preview.changed.map(\.what) == ["Training day (closed)"])
    _ = try await prepared.commit(skipRefused: false)
    #expect(try await here.preview(.calendar, moved).preview.isEmpty)
  }

  @Test func `that overlap are refused, naming both rows`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .calendar, "Term,Start,End\nAutumn term,2/9/2026,18/12/2026\nLate term,1/12/2026,2/2/2027\nX,3/9/2026,1/9/2026\n"
    ).preview
    #expect(preview.refused.map(\.row) == [3, 4])
    #expect(preview.refused[0].message == "Rows 2 and 3 are terms that overlap: check their days.")
    #expect(preview.refused[1].message == "The last day is before the first.")
  }
}

struct `Cells of pay` {
  let file = "Name,Role,Weeks/yr,Hourly cost\nHelen Sharp,TA,39,16.2O\nGood One,TA,38,16\n,TA,,17.0S\n"

  @Test func `are not read where the viewer may not set pay`() async throws {
    let here = try await Importing(.sqlite, as: .senco)
    let preview = try await here.preview(.staff, file).preview
    #expect(preview.refused.isEmpty, "\(preview.refused)")
    #expect(preview.new.map(\.what) == ["Helen Sharp, Teaching assistant", "Good One, Teaching assistant"])
    #expect(preview.new[0].changes.contains { $0.field == "Weeks a year" && $0.to == "39" })
    #expect(preview.warnings.contains { $0.message.contains("rates are left out") })
  }

  @Test func `are refused under the file's own heading, and whole`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.staff, file).preview
    #expect(preview.refused.map(\.column) == ["Hourly cost", "Hourly cost"])
    #expect(preview.refused[0].message.hasPrefix("“16.2O” is not a rate."))
  }

  @Test func `that need another column say so under their own`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.staff, "Name,Role,Annual salary\nHelen Sharp,TA,21000\n").preview
    #expect(preview.refused.map(\.column) == ["Annual salary"])
  }
}
