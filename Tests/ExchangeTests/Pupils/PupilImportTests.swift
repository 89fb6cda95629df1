import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

struct `A list of pupils` {
  @Test(arguments: Engine.all)
  func `as a school's system writes it is compared field by field`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let preview = try await here.preview(.pupils, fixture: "pupils-sims.csv").preview
    #expect(preview.new.map(\.what) == ["Nowak, Zuza, Year 2, 2F"])
    #expect(preview.new.map(\.row) == [7])
    #expect(preview.changed.map(\.row) == [4])
    #expect(
      preview.changed[0].changes.map { [$0.field, $0.from, $0.to, $0.begins] } == [
        ["UPN", nil, "A900000119001", nil], ["Sex", nil, "F", nil],
        ["Free school meals", "no", "yes", nil], ["Joined", "2025-09-01", "2023-09-01", nil],
        ["SEN status", "SEN support", "EHC plan", "2026-10-01"],
        ["Needs", "SLCN", "SLCN, ASD", "2026-10-01"],
      ])
    #expect(preview.unchanged.map(\.row) == [5, 6, 9])
    #expect(preview.missing.isEmpty)
    #expect(preview.unsure.isEmpty)
    #expect(
      preview.refused == [
        RefusedCell(
          row: 8, column: "DOB",
          message: "“2020-02-30” is not a date. Write it as 14/03/2017 or 2017-03-14.")
      ])
    #expect(!preview.committed)
  }

  @Test(arguments: Engine.all)
  func `is written in one go, and changes nothing the second time`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let done = try await here.preview(.pupils, fixture: "pupils-sims.csv").commit(skipRefused: true)
    #expect(done.committed)
    let amina = try #require(try await here.pupil("Yusuf"))
    #expect(amina.pupil.upn?.text == "A900000119001")
    #expect(amina.facts.status(on: Day(2026, 9, 30)!) == .support)
    #expect(amina.facts.status(on: Day(2026, 10, 1)!) == .plan)
    #expect(amina.facts.needs(on: Day(2026, 10, 1)!).codes == "SLCN, ASD")
    #expect(amina.facts.needs(on: Day(2026, 9, 30)!).codes == "SLCN")
    let zuza = try #require(try await here.pupil("Nowak"))
    #expect(zuza.pupil.preferredForename == "Zuza")
    #expect(zuza.pupil.joinedOn == Day(2024, 9, 4)!)
    #expect(zuza.facts.statuses.facts[0].value.original == "School Action Plus")
    #expect(zuza.facts.className(on: here.today) == "2F")
    let again = try await here.preview(.pupils, fixture: "pupils-sims.csv").preview
    #expect(again.new.isEmpty && again.changed.isEmpty)
    #expect(again.unchanged.map(\.row) == [4, 5, 6, 7, 9])
  }

  @Test(arguments: Engine.all)
  func `says where something that is recorded to begin later stays`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let amina = SamplePupil.amina.id(in: .ashfieldPrimary)
    let senco = SampleSchool.ashfieldPrimary.viewer(.senco)
    try await here.database.write(keeper: "senco") { connection in
      let pupils = Pupils(senco, connection)
      try pupils.changeClass(amina, to: "3C", from: Day(2026, 11, 27)!)
      try pupils.changeStatus(amina, to: .plan, from: Day(2026, 12, 1)!)
    }
    let list = "UPN,Surname,Forename,DOB,Class,SEN status\nA900000119001,Yusuf,Amina,14/03/2019,3D,N\n"
    let preview = try await here.preview(.pupils, list, effective: Day(2026, 10, 5)!).preview
    #expect(
      preview.warnings.map(\.message) == [
        "Yusuf, Amina: “Class” will hold until 26 November 2026 only. From 27 November 2026 on 3C is recorded already, and "
          + "stays.",
        "Yusuf, Amina: “SEN status” will hold until 30 November 2026 only. From 1 December 2026 on EHC plan is recorded "
          + "already, and stays.",
      ])
    #expect(preview.warnings.allSatisfy { $0.row == 2 })
    let plain = try await here.preview(.pupils, list, effective: Day(2026, 12, 5)!).preview
    #expect(plain.warnings.isEmpty)
  }

  @Test func `leaves one line of history for each pupil whom it changes`() async throws {
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.pupils, fixture: "pupils-sims.csv").commit(skipRefused: true)
    let amina = try #require(try await here.pupil("Yusuf"))
    let viewer = here.viewer
    let lines = try await here.database.read { try History(viewer, $0).lines(about: amina.pupil.id) }
    #expect(lines.map(\.act) == ["changed"])
    #expect(lines[0].before["SEN status"] == "SEN support")
    #expect(lines[0].after["SEN status"] == "EHC plan")
    let imports = try await here.database.read { try History(viewer, $0).lines(noun: "import") }
    #expect(imports.map { $0.after["rows"] } == ["1 new, 1 changed, 3 unchanged, 1 refused"])
  }

  @Test func `with a row that cannot be taken is not written unless the user goes on without it`() async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(.pupils, fixture: "pupils-sims.csv")
    let sentence = await refusal { _ = try await prepared.commit(skipRefused: false) }
    #expect(sentence.contains("Nothing was imported: row 8, “DOB”, cannot be taken as it is; correct"))
    #expect(try await here.pupil("Nowak") == nil)
  }

  @Test(arguments: Engine.all)
  func `is not committed when its pupils have changed since the preview`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let prepared = try await here.preview(.pupils, fixture: "pupils-sims.csv")
    let amina = try #require(try await here.pupil("Yusuf")).pupil.id
    let viewer = here.viewer
    try await here.database.write(keeper: here.school.id.text) {
      try Pupils(viewer, $0).setFlags(amina, to: [.eal, .pupilPremium])
    }
    let sentence = await refusal { _ = try await prepared.commit(skipRefused: true) }
    #expect(sentence.contains("has been changed since the preview"))
    #expect(try await here.pupil("Nowak") == nil)
    _ = try await here.preview(.pupils, fixture: "pupils-sims.csv").commit(skipRefused: true)
    #expect(try await here.pupil("Nowak") != nil)
  }

  @Test func `in another alphabet of bytes, with semicolons and numbers for dates, is read`() async throws {
    let here = try await Importing(.sqlite)
    let done = try await here.preview(.pupils, fixture: "pupils-arbor-1252.csv").commit(skipRefused: false)
    #expect(done.new.map(\.what) == ["Muñoz, Zoë, Reception, Acorn"])
    let zoe = try #require(try await here.pupil("Muñoz"))
    #expect(zoe.pupil.birthDay == Day(2022, 3, 14)!)
    #expect(zoe.facts.needs(on: here.today).codes == "SLCN, MLD")
    #expect(zoe.pupil.flags == .pupilPremium)
    #expect(done.missing.count == 4)
  }

  @Test func `never ends anybody, but for whom the user ticks`() async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(.pupils, "Surname,Forename,DOB\nYusuf,Amina,14/3/2019\n")
    #expect(prepared.preview.missing.count == 3)
    let tom = try #require(try await here.pupil("O’Hara")).pupil.id
    let amina = try #require(try await here.pupil("Yusuf")).pupil.id
    let stranger = await refusal {
      _ = try await prepared.commit(skipRefused: false, leavers: [amina: Day(2026, 10, 23)!])
    }
    #expect(stranger.contains("is not missing from the file"))
    _ = try await prepared.commit(skipRefused: false, leavers: [tom: Day(2026, 10, 23)!])
    #expect(try await here.pupil("O’Hara")?.pupil.leftOn == Day(2026, 10, 23)!)
    #expect(try await here.pupil("Price")?.pupil.leftOn == nil)
  }

  @Test func `for an empty roll is of pupils who are there since September`() async throws {
    let here = try await Importing.newSchool(.sqlite)
    let done = try await here.preview(.pupils, "Surname,Forename,DOB,SEN status,Class\nLis,Ola,14/3/2019,K,3A\n")
      .commit(skipRefused: false)
    #expect(done.warnings.map(\.message).joined().contains("in which children of that year begin"))
    let ola = try #require(try await here.pupil("Lis"))
    #expect(ola.pupil.joinedOn == Day(2023, 9, 1)!)
    #expect(ola.facts.status(on: Day(2026, 9, 1)!) == .support)
    #expect(ola.facts.className(on: Day(2026, 9, 1)!) == "3A")
  }
}

struct `Needs in one cell` {
  @Test(arguments: [
    ("ASD + SLCN", "ASD, SLCN"), ("ASD SLCN", "ASD, SLCN"), ("ASD and SLCN", "ASD, SLCN"), ("ASD & SLCN", "ASD, SLCN"),
    ("1. SLCN 2. ASD", "SLCN, ASD"), ("SLCN / ASD", "SLCN, ASD"), ("SLCN - Speech Language", "SLCN"),
    ("Social, emotional and mental health", "SEMH"),
  ])
  func `are all taken`(cell: String, codes: String) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,SEN status,Needs\nNew,Kit,14/03/2019,K,\"\(cell)\"\n"
    ).preview
    #expect(preview.new.first?.changes.first { $0.field == "Needs" }?.to == codes, "\(preview.refused)")
  }
}

struct `Year groups and statuses of systems` {
  @Test(arguments: ["3.0", "NC3", "Curriculum Year 3", "Year 3", "3", "y3"])
  func `are read`(cell: String) { #expect(YearGroup(typed: cell) == YearGroup(3)) }

  @Test func `that say nothing leave the year alone, or the status`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,Year,SEN status\nNew,Kit,14/03/2019,X,-\n"
    ).preview
    #expect(preview.refused.isEmpty && preview.new.count == 1)
    #expect(preview.warnings.map(\.message).contains { $0.contains("no year of the national curriculum") })
  }
}
