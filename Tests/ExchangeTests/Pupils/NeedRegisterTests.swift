import Domain
import Exchange
import Store
import TestSupport
import Testing

/// Registers of needs, as systems and SENCOs write them.
struct `A register of needs` {
  @Test(arguments: ["SEN needs", "SEN type", "Primary need", "Needs"])
  func `keeps every need of a cell, and tells what it cannot read`(heading: String) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils,
      "Surname,Forename,DOB,SEN status,\(heading)\nNew,Kit,14/03/2019,K,SLCN (primary); ASD (secondary)\n"
        + "New,Kim,14/03/2019,K,SLCN; wobbly tooth\nNew,Kay,14/03/2019,K,wobbly tooth\n"
    ).preview
    #expect(preview.new.map { $0.changes.first { $0.field == "Needs" }?.to } == ["SLCN, ASD", "SLCN"])
    #expect(preview.warnings.contains { $0.row == 3 && $0.column == heading && $0.message.contains("“wobbly tooth”") })
    #expect(preview.refused.map(\.row) == [4])
  }

  @Test(arguments: Engine.all)
  func `with one row per need has them by rank, once for each pupil`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let file = """
      UPN,Surname,Forename,DOB,SEN Status,SEN Need,Rank
      ,Yusuf,Amina,14/03/2019,K,ASD,2
      ,Yusuf,Amina,14/03/2019,K,SLCN,1
      ,New,Kit,15/03/2019,E,MLD,Secondary
      ,New,Kit,15/03/2019,E,HI,Primary
      ,Plain,Jo,16/03/2019,,,

      """
    let prepared = try await here.preview(.pupils, file)
    #expect(prepared.preview.refused.isEmpty, "\(prepared.preview.refused)")
    #expect(prepared.preview.changed.first?.changes.first { $0.field == "Needs" }?.to == "SLCN, ASD")
    #expect(prepared.preview.new.map(\.row) == [4, 6])
    #expect(prepared.preview.new.first?.changes.first { $0.field == "Needs" }?.to == "HI, MLD")
    _ = try await prepared.commit(skipRefused: false)
    #expect(try await here.pupil("Yusuf")?.facts.needs(on: here.today).codes == "SLCN, ASD")
    #expect(try await here.preview(.pupils, file).preview.isEmpty)
  }

  @Test func `with a row that cannot be taken takes none of that pupil's`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils,
      "Surname,Forename,DOB,SEN need,Rank\nNew,Kit,14/03/2019,sheep,1\nNew,Kit,14/03/2019,ASD,2\nNew,Jo,14/03/2019,ASD,first thing\n"
    ).preview
    #expect(preview.new.isEmpty && preview.refused.map(\.row) == [2, 3, 4])
  }

  @Test func `whose rows of one pupil differ in more than the need is refused`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils, "Surname,Forename,DOB,Year,SEN need,Rank\nNew,Kit,14/03/2019,3,ASD,1\nNew,Kit,14/03/2019,2,HI,2\n"
    ).preview
    #expect(preview.new.map(\.row) == [2] && preview.refused.map(\.row) == [3])
  }

  @Test(arguments: ["SEND?", "SEN Status", "SEN"])
  func `may have needs behind the status`(heading: String) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils,
      "Surname,Forename,DOB,\(heading)\nNew,Kit,14/03/2019,K (SLCN)\nNew,Jo,14/03/2019,\"EHCP (ASD, SLCN)\"\nNew,Al,14/03/2019,N\n"
    ).preview
    func said(_ field: String) -> [String?] { preview.new.map { $0.changes.first { $0.field == field }?.to } }
    #expect(said("SEN status") == ["SEN support", "EHC plan", nil])
    #expect(said("Needs") == ["SLCN", "ASD, SLCN", nil])
  }

  @Test func `moves neither the day of joining nor that of leaving by the days of a status`() async throws {
    let here = try await Importing(.sqlite)
    let file = "Surname,Forename,DOB,SEN Status,Start Date,End Date\nYusuf,Amina,14/3/2019,K,01/09/2024,19/07/2026\n"
    let preview = try await here.preview(.pupils, file).preview
    #expect(preview.unchanged.count == 1, "\(preview.changed)")
    #expect(preview.warnings.map(\.message) == ["These columns are not used: “Start Date”, “End Date”."])
    let said = try await here.preview(.pupils, file, mapping: ["joined": "Start Date", "left": "End Date"]).preview
    #expect(said.changed.first?.changes.map(\.field) == ["Joined", "Left"])
    #expect(said.warnings.isEmpty)
  }

  @Test func `ends nobody by an end date, and by a leaving date does`() async throws {
    let here = try await Importing(.sqlite)
    func changes(_ heading: String) async throws -> [String] {
      try await here.preview(.pupils, "Surname,Forename,DOB,\(heading)\nYusuf,Amina,14/3/2019,19/07/2026\n").preview
        .changed.flatMap { $0.changes.map(\.field) }
    }
    #expect(try await changes("End date") == [])
    #expect(try await changes("Start date") == ["Joined"])
    #expect(try await changes("Leaving date") == ["Left"])
  }
}

struct `Columns that are not used` {
  @Test func `are named in one warning, in the commit too, but for those that say nothing`() async throws {
    let here = try await Importing(.sqlite)
    let prepared = try await here.preview(
      .pupils, "House,Surname,Forename,DOB,Empty,Shoe size,#\nRed,New,Kit,14/03/2019,,12,1\n")
    let warning = ImportWarning(message: "These columns are not used: “House”, “Shoe size”.")
    #expect(prepared.preview.warnings == [warning])
    #expect(try await prepared.commit(skipRefused: false).warnings == [warning])
    let staff = try await here.preview(.staff, "Name,Role,E-mail\nAnn Ash,Teacher,ann@example.org\n").preview
    #expect(staff.warnings.map(\.message).contains("This column is not used: “E-mail”."))
  }
}

struct `A cell that a spreadsheet has marked` {
  @Test func `is read without its apostrophe, but for names`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .pupils,
      "UPN,Surname,Forename,DOB,SEN status,Left\n'A900000119001,'t Hooft,Kit,'14/03/2017,'K,N/A\nNone,Lis,Ola,1/2/2019,,-\n"
    ).preview
    #expect(preview.refused.isEmpty, "\(preview.refused)")
    #expect(preview.new.map(\.what) == ["'t Hooft, Kit, Year 5", "Lis, Ola, Year 3"])
    #expect(preview.new[0].changes.contains { $0.field == "UPN" && $0.to == "A900000119001" })
  }
}
