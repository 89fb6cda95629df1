import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

struct `A list of groups` {
  let file = """
    Provision,Heading,From,Until,Minutes,Sessions,Per,Days,Led by,Share,Pupil,Class,Pupil from,Funding,Item,Item cost,Years
    Phonics catch-up,,07/09/2026,,20,2,week,,Dawn Carter,,Amina Yusuf,,,,,,
    Lego therapy,Language and communication,02/09/2026,18/12/2026,45,,,Tue 13:30,Mrs Carter; Peter Hale 50%,,"O'Hara, Tom",3A,,,Lego sets,48.00,
    ,,,,,,,,,,Ella P,,01/10/2026,,,,
    Lego therapy,Language and communication,02/09/2026,18/12/2026,45,,,Tue 13:30,Mrs Carter; Peter Hale 50%,,Jakub W,,,School budget for SEN,,,
    Visual timetables,,02/09/2026,,,,,,,,,,,,,,1-2
    Maths boost,,02/09/2026,,30,,,,,,Amina Yusuf,,,,,,
    Maths boost,,02/09/2026,,30,,,,,,Ella Price,,,,,,
    Reading,,02/09/2026,,15,1,week,,Nobody Here,,Amina Yusuf,,,,,,
    Spelling,,02/09/2026,,15,3,week,,,,Somebody Else,,,,,,
    """

  @Test(arguments: Engine.all)
  func `puts rows of one group together`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let preview = try await here.preview(.groups, file).preview
    #expect(
      preview.new.map(\.what) == [
        "Lego therapy (Year 1, Year 3, Year 5)", "Visual timetables (Year 1, Year 2)",
      ], "a group none of whose pupils is known is not added")
    let lego = preview.new[0].changes
    #expect(lego.first { $0.field == "When" }?.to == "45 min, Tue 13:30")
    #expect(lego.first { $0.field == "Led by" }?.to == "Dawn Carter, Peter Hale (1/2)")
    #expect(
      lego.first { $0.field == "Pupils" }?.to
        == "Tom O’Hara (“O'Hara, Tom”), Ella Price (“Ella P”), Jakub Wójcik (“Jakub W”)")
    #expect(preview.unchanged.map(\.what) == ["Phonics catch-up (Year 3)"])
    #expect(preview.missing.map(\.what) == ["Counselling (Year 5)"])
    #expect(preview.refused.map(\.row) == [7, 8, 9, 10])
    #expect(preview.refused[0].message == "Say how often: so many sessions a week, or days.")
    #expect(preview.refused[1].message == "It belongs to the group of row 7, which cannot be taken.")
    #expect(preview.refused[2].message.hasPrefix("Nobody called “Nobody Here” works here"))
    #expect(preview.refused[3].message.hasPrefix("There is no pupil called “Somebody Else”"))
    #expect(
      preview.warnings.map(\.message).contains(
        "The heading “Language and communication” is new, and would be added to the catalogue."))
  }

  @Test(arguments: Engine.all)
  func `is written in one go, and changes nothing the second time`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let done = try await here.preview(.groups, file).commit(skipRefused: true)
    #expect(done.new.count == 2)
    let again = try await here.preview(.groups, file).preview
    #expect(again.new.isEmpty && again.changed.isEmpty, "\(again.new) \(again.changed)")
    #expect(again.unchanged.count == 3)
    let viewer = here.viewer
    let groups = try await here.database.read { try Groups(viewer, $0).kept() }
    let lego = try #require(groups.first { $0.group.name == "Lego therapy" })
    #expect(lego.group.span == Span(Day(2026, 9, 2)!, Day(2026, 12, 18)!))
    #expect(lego.schedule(on: here.today)?.words == "45 min, Tue 13:30")
    #expect(lego.leads.map(\.share.words).sorted() == ["1/2", "all"])
    #expect(lego.members.map(\.span.from).sorted() == [Day(2026, 9, 2)!, Day(2026, 9, 2)!, Day(2026, 10, 1)!])
    #expect(lego.items.map(\.cost) == [4800])
    let strategy = try #require(groups.first { $0.group.name == "Visual timetables" })
    #expect(strategy.schedules.isEmpty && strategy.group.years == [YearGroup(1), YearGroup(2)])
  }

  @Test func `adds pupils to a group that runs, and ends nobody's place`() async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(
      .groups,
      "Provision,From,Until,Pupil\nPhonics catch-up,7/9/2026,18/12/2026,Amina Yusuf\nPhonics catch-up,7/9/2026,18/12/2026,Tom O'Hara\n"
    )
    #expect(
      prepared.preview.changed[0].changes == [
        FieldChange("Until", to: "2026-12-18"), FieldChange("Pupil", to: "Tom O’Hara", begins: "2026-09-07"),
      ])
    _ = try await prepared.commit(skipRefused: false)
    let again = try await here.preview(.groups, "Provision,From,Pupil\nPhonics catch-up,7/9/2026,Tom O'Hara\n").preview
    #expect(again.unchanged.count == 1)
    #expect(again.warnings.map(\.message).joined().contains("In this group, but not in the file: Amina Yusuf."))
  }

  @Test func `asks who is meant where a name fits several`() async throws {
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.pupils, "Surname,Forename,DOB\nYoung,Amina,1/2/2020\n").commit(skipRefused: false)
    let file =
      "Provision,From,Minutes,Sessions,Pupil\nSpelling,1/12/2026,15,3,Amina Y\nSpelling,1/12/2026,15,3,Ella Price\n"
    let prepared = try await here.preview(.groups, file)
    let unsure = try #require(prepared.preview.unsure.first)
    #expect(unsure.question == "“Amina Y” could be 2 pupils. Who is it?")
    #expect(unsure.candidates.map(\.what) == ["Amina Young (Year 2)", "Amina Yusuf (Year 3, 3A)"])
    let done = try await prepared.commit(skipRefused: false, answers: [unsure.key: unsure.candidates[1].id])
    #expect(done.new[0].changes.first { $0.field == "Pupils" }?.to == "Amina Yusuf (“Amina Y”), Ella Price")
  }

  @Test func `is refused to whoever may not change groups`() async throws {
    let here = try await Importing(.sqlite, as: .office)
    #expect(await refusal { _ = try await here.preview(.groups, file) } == "Your role does not allow importing this.")
    let teacher = try await Importing(.sqlite, as: .teacher)
    #expect(await refusal { _ = try await teacher.preview(.pupils, "UPN\n") } == "Your role does not allow this.")
  }
}
