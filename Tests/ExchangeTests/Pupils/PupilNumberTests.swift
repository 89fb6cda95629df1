import Domain
import Exchange
import Store
import TestSupport
import Testing

/// UPNs that are somebody else's: swapped between twins, slipped by a row, typed over.
struct `A row with the UPN of one pupil and the name of another` {
  private static let head = "UPN,Surname,Forename,DOB\n"
  private static let (adam, beth) = ("W900000300000", "K900000300001")

  /// A school with twins and a friend of theirs on its roll.
  private func school(_ engine: Engine = .sqlite) async throws -> Importing {
    let here = try await Importing.newSchool(engine)
    let roll =
      Self.head + "\(Self.adam),Ali,Adam,01/02/2019\n\(Self.beth),Ali,Beth,01/02/2019\n,Cole,Kit,05/06/2018\n"
    _ = try await here.preview(.pupils, roll).commit(skipRefused: false)
    return here
  }

  private func numbers(_ here: Importing) async throws -> [String: String?] {
    try await here.roll().reduce(into: [:]) { $0[$1.pupil.forename] = $1.pupil.upn?.text }
  }

  @Test(arguments: Engine.all)
  func `is asked about, with both told apart, and never merged`(engine: Engine) async throws {
    let here = try await school(engine)
    let swapped = Self.head + "\(Self.beth),Ali,Adam,01/02/2019\n\(Self.adam),Ali,Beth,01/02/2019\n"
    let prepared = try await here.preview(.pupils, swapped)
    #expect(prepared.preview.changed.isEmpty && prepared.preview.new.isEmpty)
    #expect(prepared.preview.unsure.map(\.row) == [2, 3])
    let unsure = prepared.preview.unsure[0]
    #expect(
      unsure.question
        == "The UPN is that of Ali, Beth, but the name and the date of birth are those of Ali, Adam. Which of them is it?"
    )
    #expect(
      unsure.candidates.map(\.what) == [
        "Ali, Beth, Year 3, born 1 February 2019, UPN \(Self.beth)",
        "Ali, Adam, Year 3, born 1 February 2019, UPN \(Self.adam)",
      ])
    #expect(!unsure.mayBeNew)
    #expect(prepared.preview.missing.map(\.what) == ["Cole, Kit, Year 4"])
    let left = try await prepared.commit(skipRefused: false)
    #expect(left.changed.isEmpty)
    let kept = try await numbers(here)
    #expect(kept["Adam"] == Self.adam && kept["Beth"] == Self.beth)

    // The user says that the numbers here were the wrong ones: they change places.
    let answers = Dictionary(
      uniqueKeysWithValues: prepared.preview.unsure.map { ($0.key, $0.candidates[1].id) })
    let done = try await prepared.commit(skipRefused: false, answers: answers)
    #expect(done.changed.count == 2 && done.changed.allSatisfy { $0.changes.map(\.field) == ["UPN"] })
    let now = try await numbers(here)
    #expect(now["Adam"] == Self.beth && now["Beth"] == Self.adam)
  }

  @Test(arguments: Engine.all)
  func `keeps its own number where who has the other does not give it away`(engine: Engine) async throws {
    let here = try await school(engine)
    let prepared = try await here.preview(.pupils, Self.head + "\(Self.beth),Ali,Adam,01/02/2019\n")
    let unsure = try #require(prepared.preview.unsure.first)
    let done = try await prepared.commit(skipRefused: false, answers: [unsure.key: unsure.candidates[1].id])
    #expect(done.unchanged.map(\.what) == ["Ali, Adam, Year 3"])
    #expect(
      done.warnings.map(\.message).contains { $0.contains("\(Self.beth) is that of Ali, Beth, so it is left out") })
    #expect(try await numbers(here)["Adam"] == Self.adam)
  }

  @Test(arguments: [
    // Another's name, in full or as far as the row says it.
    ("Ali,Adam,01/02/2019", ["Beth", "Adam"]), ("ali,ADAM,1/2/19", ["Beth", "Adam"]), ("Ali,Adam,", ["Beth", "Adam"]),
    ("Cole,Kit,05/06/2018", ["Beth", "Kit"]),
    // Two things differ: nobody fits, and those who nearly do are offered.
    ("Ali,Adan,02/02/2019", ["Beth"]), ("Smith,Peter,01/02/2019", ["Beth"]), ("Cole,Kat,05/06/2018", ["Beth", "Kit"]),
    ("Cole,Kit,06/06/2018", ["Beth", "Kit"]),
  ])
  func `or of nobody is asked about`(row: String, candidates: [String]) async throws {
    let here = try await school()
    let preview = try await here.preview(.pupils, Self.head + "\(Self.beth),\(row)\n").preview
    #expect(preview.changed.isEmpty && preview.unsure.count == 1, "\(preview.changed)")
    let roll = try await here.roll()
    let names = preview.unsure.first?.candidates.map { candidate in
      roll.first { $0.pupil.id.text == candidate.id }?.pupil.forename ?? ""
    }
    #expect(names == candidates)
  }

  @Test(arguments: [
    "Ali,Bethany,01/02/2019", "Ali-Shah,Beth,01/02/2019", "Ali,Beth,02/01/2019", "Ali-Shah,,", "Ali,,02/01/2019",
  ])
  func `but for one correction is changed where nobody else fits`(row: String) async throws {
    let here = try await school()
    let preview = try await here.preview(.pupils, Self.head + "\(Self.beth),\(row)\n").preview
    #expect(preview.unsure.isEmpty && preview.changed.count == 1)
    #expect(preview.changed.first?.changes.count == 1)
  }

  @Test func `whom another row names is asked about, and may be new`() async throws {
    let here = try await school()
    let file = Self.head + "\(Self.beth),Ali,Carl,01/02/2019\nA900000119001,Ali,Beth,01/02/2019\n"
    let prepared = try await here.preview(.pupils, file)
    #expect(prepared.preview.changed.isEmpty && prepared.preview.unsure.map(\.row) == [2, 3])
    #expect(
      prepared.preview.unsure[0].question == "The UPN is that of Ali, Beth, whom row 3 names. Is it the same child?")
    let beth = prepared.preview.unsure[1].candidates[0].id
    _ = try await prepared.commit(skipRefused: false, answers: ["row-2": "new", "row-3": beth])
    let now = try await numbers(here)
    #expect(now["Carl"] == Self.beth && now["Beth"] == "A900000119001")
  }

  @Test func `does not keep the row of whom it may be from being taken`() async throws {
    let here = try await school()
    let preview = try await here.preview(
      .pupils, Self.head + "\(Self.beth),Ali,Adam,01/02/2019\n,Ali,Beth,01/02/2019\n"
    ).preview
    #expect(preview.refused.isEmpty && preview.unchanged.map(\.row) == [3] && preview.unsure.map(\.row) == [2])
  }
}

struct `A name in a file` {
  @Test(arguments: [("YUSUF", 0), ("yusuf", 0), ("Yusuf", 0), ("YuSuf", 1), ("Yusuff", 1)])
  func `that differs in nothing but its case stays as it is kept`(surname: String, changed: Int) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.pupils, "UPN,Surname,Forename,DOB\n,Yusuf,Amina,14/3/2019\n").preview
    #expect(preview.unchanged.count == 1)
    _ = try await here.preview(.pupils, "UPN,Surname,Forename,DOB\nA900000119001,Yusuf,Amina,14/3/2019\n")
      .commit(skipRefused: false)
    let again = try await here.preview(.pupils, "UPN,Surname,Forename,DOB\nA900000119001,\(surname),amina,14/3/2019\n")
      .preview
    #expect(again.changed.count == changed, "\(again.changed)")
  }
}
