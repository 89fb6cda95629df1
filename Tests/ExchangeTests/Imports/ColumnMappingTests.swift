import Domain
import Exchange
import TestSupport
import Testing

struct `Columns` {
  @Test(arguments: [
    (
      "Legal Surname,Legal Forename,DOB,UPN,Year taught in,Reg Group,SEN status,Primary SEN type",
      ["surname", "forename", "birth-date", "upn", "year", "class", "status", "need-1"]
    ),
    (
      "Last name,First name,Date of birth,UPN,Year group,Registration form,SEN status,SEN need",
      ["surname", "forename", "birth-date", "upn", "year", "class", "status", "need-1"]
    ),
    (
      "Surname,Preferred Forename,Forename,Birth date,Unique Pupil Number,NC Year,Tutor group,SEN Stage,SEN needs",
      ["surname", "preferred-forename", "forename", "birth-date", "upn", "year", "class", "status", "needs"]
    ),
    (
      "legal_surname,legal_forename,date_of_birth,upn,current_nc_year,sen_status,english_as_additional_language",
      ["surname", "forename", "birth-date", "upn", "year", "status", "eal"]
    ),
    (
      "Name,D.O.B.,Class,SEN provision,Parent surname,Contact forename,FSM,PP,LAC",
      ["name", "birth-date", "class", "status", nil, nil, "free-meals", "pupil-premium", "in-care"]
    ),
  ])
  func `are guessed by the headings of schools' systems`(headings: String, fields: [String?]) async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(.pupils, headings + "\n,,\n" + String(repeating: "x,", count: 3) + "\n")
    #expect(prepared.columns.map(\.field) == fields)
  }

  @Test func `are judged by their cells where a heading can mean two things`() async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(
      .pupils,
      "Status,Surname,Forename,Born on,Number\nCurrent,Lis,Ola,1/2/2019,A900000119001\nGuest,Ng,Bo,3/4/2019,B900000120002\n"
    )
    #expect(prepared.columns.map(\.field) == [nil, "surname", "forename", "birth-date", "upn"])
    #expect(prepared.columns[0].examples == ["Current", "Guest"])
  }

  @Test(arguments: Engine.all)
  func `that the user maps are remembered for the school`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let file = "Sprog,Clan,Hatched\nOla,Lis,1/2/2019\n"
    let mapping = ["forename": "Sprog", "surname": "clan", "Date of birth": "HATCHED"]
    let done = try await here.preview(.pupils, file, mapping: mapping).commit(skipRefused: false)
    #expect(done.new.map(\.what) == ["Lis, Ola, Year 3"])
    let again = try await here.preview(.pupils, "Hatched,Sprog,Clan\n1/2/2019,Ola,Lis\n").preview
    #expect(again.unchanged.count == 1)
  }

  @Test func `that are not there, and fields that are none, are refused`() async throws {
    let here = try await Importing(.sqlite)
    let file = "Surname,Forename,DOB\nLis,Ola,1/2/2019\n"
    let column = await refusal { _ = try await here.preview(.pupils, file, mapping: ["class": "Form"]) }
    #expect(column == "The file has no column “Form”. Its columns are: “Surname”, “Forename”, “DOB”.")
    let field = await refusal { _ = try await here.preview(.pupils, file, mapping: ["shoe-size": "DOB"]) }
    #expect(field.hasPrefix("There is no field “shoe-size” to map a column to."))
  }

  @Test func `that share a heading are told apart by their number`() async throws {
    let here = try await Importing(.sqlite)
    let file = "Surname,Forename,Date,Date,Need,need\nLis,Ola,4/9/2024,1/2/2019,SLCN,ASD\n"
    let prepared = try await here.preview(
      .pupils, file, mapping: ["birth-date": "Date (2)", "joined": "Date", "need-2": "need (2)"])
    #expect(prepared.columns.map(\.heading) == ["Surname", "Forename", "Date", "Date (2)", "Need", "need (2)"])
    let new = try #require(prepared.preview.new.first)
    #expect(new.changes.contains { $0.field == "Date of birth" && $0.to == "2019-02-01" })
    #expect(new.changes.contains { $0.field == "Needs" && $0.to == "SLCN, ASD" }, "\(new.changes)")
  }

  @Test func `can be left out`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,Class\nYusuf,Amina,14/3/2019,9Z\n", mapping: ["class": ""]
    ).preview
    #expect(preview.unchanged.count == 1)
  }
}

struct `Lines above the headings` {
  @Test func `are passed over however many cells they fill`() async throws {
    let here = try await Importing(.sqlite)
    let file = """
      Ashfield Primary School,,,
      Printed,21/11/2026,by,the office
      Year group,all,,

      UPN,Surname,Forename,DOB
      ,Young,Kit,14/03/2019
      ,Bad,Row,yesterday

      """
    let preview = try await here.preview(.pupils, file).preview
    #expect(preview.new.map(\.row) == [6])
    #expect(preview.refused.map(\.row) == [7] && preview.refused.map(\.column) == ["DOB"])
  }

  @Test func `are told from headings that only the user knows`() async throws {
    let here = try await Importing(.sqlite)
    let file = "Printed,21/11/2026,x\nNachname,Vorname,Geburtstag\nYoung,Kit,14/03/2019\n"
    let preview = try await here.preview(
      .pupils, file, mapping: ["surname": "Nachname", "forename": "Vorname", "birth-date": "Geburtstag"]
    ).preview
    #expect(preview.new.map(\.row) == [3])
  }
}
