import Domain
import Exchange
import Store
import TestSupport
import Testing

struct `A pupil in a file` {
  let head = "UPN,Surname,Forename,DOB,Year,SEN status\n"

  @Test(arguments: Engine.all)
  func `whose UPN differs from that of the same name is asked about`(engine: Engine) async throws {
    let here = try await Importing(engine)
    _ = try await here.preview(.pupils, head + "A900000119001,Yusuf,Amina,14/3/2019,3,\n").commit(skipRefused: false)
    let prepared = try await here.preview(.pupils, head + "B900000120002,Yusuf,Amina,14/3/2019,3,E\n")
    let unsure = try #require(prepared.preview.unsure.first)
    #expect(
      unsure.question == "The name and the date of birth are the same, but the UPN differs. Is it the same child?")
    #expect(unsure.candidates.map(\.what) == ["Yusuf, Amina, Year 3, 3A"])
    #expect(unsure.mayBeNew)
    #expect(prepared.preview.missing.count == 3)

    let unanswered = try await prepared.commit(skipRefused: false)
    #expect(unanswered.changed.isEmpty && unanswered.new.isEmpty)

    let skipped = try await prepared.commit(skipRefused: false, answers: [unsure.key: "skip"])
    #expect(skipped.unsure.isEmpty && skipped.changed.isEmpty)

    let same = try await prepared.commit(skipRefused: false, answers: [unsure.key: unsure.candidates[0].id])
    #expect(same.changed.count == 1)
    let amina = try #require(try await here.pupil("Yusuf"))
    #expect(amina.pupil.upn?.text == "B900000120002")
    #expect(amina.facts.status(on: here.today) == .plan)
  }

  @Test func `may be another child of the same name`() async throws {
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.pupils, head + "A900000119001,Yusuf,Amina,14/3/2019,3,\n").commit(skipRefused: false)
    let prepared = try await here.preview(.pupils, head + "B900000120002,Yusuf,Amina,14/3/2019,3,E\n")
    _ = try await prepared.commit(skipRefused: false, answers: [prepared.preview.unsure[0].key: "new"])
    #expect(try await here.roll().filter { $0.pupil.surname == "Yusuf" }.count == 2)
  }

  @Test func `with somebody's UPN and nothing else of theirs is asked about, and is never new`() async throws {
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.pupils, head + "A900000119001,Yusuf,Amina,14/3/2019,3,\n").commit(skipRefused: false)
    let preview = try await here.preview(.pupils, head + "A900000119001,Smith,Peter,1/5/2018,4,\n").preview
    #expect(preview.unsure.count == 1 && !preview.unsure[0].mayBeNew)
  }

  @Test func `is known by name without accents, case and hyphens`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.pupils, head + ",WOJCIK,JAKUB,30.01.2017,,\n,O'HARA,tom,2/11/18,,\n").preview
    #expect(preview.new.isEmpty && preview.unsure.isEmpty)
    #expect(preview.unchanged.count == 0 || preview.changed.allSatisfy { $0.changes.allSatisfy { $0.field != "UPN" } })
  }

  @Test func `who stands there twice is refused the second time, naming both rows`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils,
      head + "A900000119001,Yusuf,Amina,14/3/2019,3,\n,Lis,Ola,1/2/2019,3,\nA900000119001,Yusuf,Aminah,14/3/2019,3,\n"
        + ",Lis,Ola,1/2/2019,3,\n"
    ).preview
    #expect(
      preview.refused.map(\.message) == [
        "Rows 2 and 4 have the same UPN. Take one of them out.",
        "Rows 3 and 5 have the same name and date of birth. Take one of them out.",
      ])
    #expect(preview.refused.map(\.row) == [4, 5])
  }

  @Test func `with a wrong check letter is taken, with a warning that names the row`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.pupils, head + "C900000119001,Lis,Ola,1/2/2019,3,\n").preview
    #expect(preview.new.count == 1)
    #expect(preview.warnings.map(\.row) == [2])
    #expect(preview.warnings[0].message.contains("should begin with A"))
  }

  @Test(arguments: [
    ("A12,Lis,Ola,1/2/2019,3,", "UPN", "is not a UPN"), (",Lis,Ola,31/2/2019,3,", "DOB", "is not a date"),
    (",Lis,Ola,,3,", "DOB", "Without a UPN"), (",Lis,,1/2/2019,3,", "Forename", "needs a surname and a forename"),
    (",Lis,Ola,1/2/2019,Upper,", "Year", "is not a year group"),
    (",Lis,Ola,1/2/2019,3,maybe", "SEN status", "is not an SEN status"),
    (",Lis,Ola,1/2/2019,11,", "Year", "years out of age"), (",Lis,Ola,1/2/2031,,", "DOB", "in the future"),
  ])
  func `that cannot be is refused at its cell`(row: String, column: String, sentence: String) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.pupils, head + "\n" + row + "\n").preview
    #expect(preview.refused.map(\.row) == [3])
    #expect(preview.refused.map(\.column) == [column])
    #expect(preview.refused.first?.message.contains(sentence) == true, "\(preview.refused)")
    #expect(preview.isEmpty)
  }

  @Test func `whose class stands where the year is meant is in the year of that class`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.pupils, head + ",Lis,Ola,1/2/2019,3A,\n,Ng,Bo,3/4/2019,Year 3 b,\n").preview
    #expect(preview.new.map(\.what) == ["Lis, Ola, Year 3", "Ng, Bo, Year 3"], "\(preview.refused)")
  }

  @Test func `taught out of age keeps that from year to year`() async throws {
    let here = try await Importing(.sqlite)
    let done = try await here.preview(.pupils, head + ",Price,Ella,9/6/2021,2,\n").commit(skipRefused: false)
    #expect(done.changed[0].changes == [FieldChange("Year group", from: "Year 1", to: "Year 2", begins: "2026-11-21")])
    #expect(try await here.pupil("Price")?.pupil.year(on: Day(2027, 10, 1)!) == YearGroup(3))
  }
}

struct `What a file does not say` {
  @Test func `changes nothing: neither a blank cell nor a missing column`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,SEN status,Class,EAL\nYusuf,Amina,14/3/2019,,,\n"
    ).preview
    #expect(preview.unchanged.count == 1)
  }

  @Test func `about a second need leaves it as it is`() async throws {
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.pupils, "Surname,Forename,DOB,SEN needs\nYusuf,Amina,14/3/2019,SLCN; MLD\n")
      .commit(skipRefused: false)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,Primary need,Secondary need\nYusuf,Amina,14/3/2019,ASD,\n"
    ).preview
    #expect(preview.changed[0].changes.map(\.to) == ["ASD, MLD"])
  }

  @Test func `about the day is the day that the user gives`() async throws {
    let here = try await Importing(.sqlite)
    let file = "Surname,Forename,DOB,SEN status,Class\nYusuf,Amina,14/3/2019,E,4C\n"
    _ = try await here.preview(.pupils, file, effective: Day(2026, 11, 1)!).commit(skipRefused: false)
    let amina = try #require(try await here.pupil("Yusuf"))
    #expect(amina.facts.status(on: Day(2026, 10, 31)!) == .support)
    #expect(amina.facts.status(on: Day(2026, 11, 1)!) == .plan)
    #expect(amina.facts.className(on: Day(2026, 10, 31)!) == "3A")
    #expect(amina.facts.className(on: Day(2026, 11, 1)!) == "4C")
  }

  @Test func `by a viewer who may not know needs is not asked either`() async throws {
    let here = try await Importing(.sqlite, as: .office)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,SEN status,Class\nYusuf,Amina,14/3/2019,E,4C\n"
    ).preview
    #expect(preview.changed[0].changes.map(\.field) == ["Class"])
    #expect(preview.warnings.map(\.message).joined().contains("Your role may not change SEN status"))
  }
}
