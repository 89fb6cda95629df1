import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

/// What a map says beside names, from its table to what is kept.
struct `The words of a map` {
  let day = Day(2026, 11, 23)!

  private func groups(_ here: Importing) async throws -> [KeptGroup] {
    let viewer = here.viewer
    return try await here.database.read { try Groups(viewer, $0).kept() }.filter { $0.group.span.from == day }
  }

  @Test(arguments: Engine.all)
  func `make no group where nobody whom they name is found`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let table = "Provision\tY1\tY3\nLego club 30 mins weekly\tBob Unknown\tAmina\nDaily Mile\tEveryone\t✓\n"
    let first = try await here.preview(.map, table, name: "pasted.txt", effective: day)
    #expect(first.preview.new.map(\.what) == ["Lego club (Year 3)", "Daily Mile (Year 1)", "Daily Mile (Year 3)"])
    let sentence = try #require(first.preview.warnings.first { $0.column == "Y1" && $0.message.contains("Bob") })
    #expect(sentence.message.hasPrefix("No group is made of this cell of Lego club"))
    let done = try await first.commit(skipRefused: false, answers: [first.preview.unsure[0].key: "skip"])
    #expect(done.new.count == 3 && done.unsure.isEmpty)
    #expect(try await groups(here).count { $0.members.isEmpty } == 2, "the whole class is still the whole class")
  }

  @Test func `keep what is no name as a note of the group`() async throws {
    let here = try await Importing(.sqlite)
    let table =
      "Provision\tY1\tY3\tNotes\nSensory 10 mins daily\tElla (hearing aid checks)\tAmina (3A) - wears glasses\tin the hall\n"
    _ = try await here.preview(.map, table, name: "pasted.txt", effective: day).commit(skipRefused: false)
    let notes = try await groups(here).map(\.group.note)
    #expect(
      Set(notes) == ["in the hall\nElla Price: hearing aid checks", "Amina (3A) - wears glasses\nin the hall"],
      "\(notes)")
  }

  @Test(arguments: Engine.all)
  func `that say the same day, minutes and staff for several years are one session, or one for each`(
    engine: Engine
  ) async throws {
    let table = "Provision\tY1\tY3\tY5\nLego therapy 45min Tues Mr Hale + Miss Carter\tElla\tAmina, Tom\tKuba\n"
    for answer in [nil, "each"] {
      let here = try await Importing(engine)
      let first = try await here.preview(.map, table, name: "pasted.txt", effective: day)
      let match = try #require(first.preview.matches.first { $0.field == "Session" })
      #expect(match.taken == "one" && match.candidates.map(\.id) == ["one", "each"])
      #expect(match.what == "Lego therapy, Y1, Y3, Y5: 45 min, Tue")
      #expect(first.preview.new.map(\.what) == ["Lego therapy (Year 1, Year 3, Year 5)"])
      #expect(first.preview.warnings.contains { $0.message.contains("its time and its cost count once") })
      #expect(first.preview.new[0].offers.map(\.what) == ["45 min, Tue", "Peter Hale, Dawn Carter"])
      _ = try await first.commit(skipRefused: false, answers: answer.map { [match.key: $0] } ?? [:])
      #expect(try await groups(here).map(\.members.count).sorted() == (answer == nil ? [4] : [1, 1, 2]))
    }
  }

  @Test func `are called as the user puts it`() async throws {
    let here = try await Importing(.sqlite)
    let table = "Provision\tY1\tY3\nTalk talk 30 mins weekly (blue)\tElla\tTom\nTA\tElla\t\n"
    let first = try await here.preview(.map, table, name: "pasted.txt", effective: day)
    #expect(first.preview.names.map(\.name) == ["Talk talk", ""])
    #expect(first.preview.warnings.contains { $0.message.contains("“TA” names no provision") })
    let answers = [first.preview.names[0].key: "Phonics catch-up", first.preview.names[1].key: "Toast club"]
    let done = try await first.commit(skipRefused: false, answers: answers)
    #expect(
      done.new.map(\.what) == ["Phonics catch-up (Year 1)", "Phonics catch-up (Year 3)", "Toast club (Year 1)"])
    #expect(done.new[0].changes.contains { $0.field == "Catalogue" && $0.to == "Phonics catch-up" })
  }

  @Test func `offer times and staff only where they are whole, and keep the rest in words`() async throws {
    let here = try await Importing(.sqlite)
    let table = "Provision\tStaff\tY1\tY3\nLego club\tDawn\tElla (3x)\tAmina 20 mins x 2\nMaths\tTA\tElla 30 mins\t\n"
    let preview = try await here.preview(.map, table, name: "pasted.txt", effective: day).preview
    #expect(
      preview.new.map { $0.offers.map(\.what) } == [
        ["Dawn Carter"], ["20 min, 2 × week", "Dawn Carter"], ["Dawn Carter"],
      ])
    #expect(preview.new[2].offers[0].source == "“TA” under “Staff”: there is one here")
    #expect(preview.warnings.contains { $0.message.hasPrefix("The table says “30 min” of Maths, and not how often") })
    #expect(preview.new[0].changes.contains { $0.field == "Note" && $0.to == "3 × week" })
  }

  @Test func `say half-terms across the top`() async throws {
    let here = try await Importing.newSchool(.sqlite)
    let roll = "Surname,Forename,DOB,Year\nKhan,Amir,14/03/2019,3\nPrice,Ella,09/06/2021,1\n"
    _ = try await here.preview(.pupils, roll).commit(skipRefused: false)
    let table = "Provision\tWho\tAutumn 1\tAutumn 2\tSpring 1\nLego club\t30 mins wkly\tAmir K\tAmir K\tElla P\n"
    let first = try await here.preview(.map, table, name: "pasted.txt", effective: Day(2026, 9, 7)!)
    #expect(first.preview.new.count == 2, "what goes on is one group: \(first.preview)")
    _ = try await first.commit(skipRefused: false)
    let viewer = here.viewer
    let (kept, calendar) = try await here.database.read {
      (try Groups(viewer, $0).kept(), try SchoolCalendars.load(here.school.id, $0))
    }
    let halves = calendar.halfTerms.filter { $0.term.academicYear == AcademicYear(2026) }
    #expect(
      Set(kept.map(\.group.span)) == [
        Span(halves[0].period.from, halves[1].period.until)!, Span(halves[2].period.from, halves[2].period.until)!,
      ])
  }

  @Test(arguments: Engine.all)
  func `of columns are remembered where the same headings stand`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let table = "Kind\tThing\tY1\tY3\nLiteracy\tLego club\tElla\tAmina\n"
    let said = ["column-1": "section", "column-2": "provision"]
    _ = try await here.preview(.map, table, name: "pasted.txt", mapping: said).commit(skipRefused: false)
    let again = try await here.preview(.map, table, name: "pasted.txt")
    #expect(again.columns.map(\.field) == ["section", "provision", "years 1", "years 3"])
    let other = try await here.preview(.map, "Kind\tWhat\tY1\nLiteracy\tLego club\tElla\n", name: "pasted.txt")
    #expect(other.columns.map(\.field) == ["section", "provision", "years 1"])
  }
}
