import Domain
import Formats
import Foundation
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let here = "/areas/northvale-speech"
private let today = Day(2026, 11, 21)!

/// An area's map through the router.
@Suite struct AreaMapJourneyTests {
  /// The clinic, the playgroup and the parents' forum have told of provision and gaps.
  private func site(_ engine: Engine, isPublic: Bool = false) async throws -> TestSite {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: northvale.id.text) { connection in
      func add(
        _ kind: EntryKind, _ person: SampleArea.Person, _ cells: [Cell], _ title: String,
        _ change: (inout EntryDetails) -> Void
      ) throws {
        var details = EntryDetails(kind)
        (details.title, details.description) = (title, "\(title), as we told it.")
        (details.cells, details.specialisms) = (Cells(cells), Specialisms([0]))
        details.isPublicByAuthor = isPublic
        change(&details)
        try Entries(northvale.viewer(person), connection).add(
          details, to: northvale.round, isDraft: false, today: today)
      }
      try add(
        .provision, .contributor, [Cell(strand: 4, level: 1), Cell(strand: 4, level: 2)], "Word Weavers",
        {
          ($0.reach, $0.capacity, $0.cost, $0.funder) = (24, 30, Pence(420_000), "the council’s fund")
          ($0.evidence, $0.audience, $0.localities) = ("Outcome measures", "Year 1", [northvale.hillWard])
          ($0.ageFrom, $0.ageUntil, $0.frequency) = (5, 6, "twice a week")
        })
      try add(.provision, .neighbour, [Cell(strand: 1, level: 0)], "Quiet corners", { $0.reach = 3 })
      try add(
        .gap, .contributor, [Cell(strand: 4, level: 1)], "No groups in the evening",
        { ($0.affected, $0.effect, $0.suggestion) = (12, "Parents who work miss them.", "One late group a week.") })
      try connection.run(
        """
        INSERT INTO nothing_here (organisation_id, round_id, participant_id, specialism, cell, said_by, said_at)
        VALUES (\(northvale.id), \(northvale.round), \(northvale.playgroup), 0, \(Cell(strand: 2, level: 2).bit),
          'Lucy Marlow', \(connection.now))
        """)
      if isPublic {
        try connection.run("UPDATE entries SET public_by_coordinator = \(true) WHERE organisation_id = \(northvale.id)")
      }
    }
    return site
  }

  @Test(arguments: Engine.all)
  func `FAQ 4: I want to use the tools to help with a commissioning review, how can they help me?`(engine: Engine)
    async throws
  {
    // Given what stakeholders of several kinds have told; when the commissioner opens the map
    let browser = try await site(engine).browser(as: .commissioner)
    var page = try await browser.open("\(here)/map")
    // Then it is a rich map of current provision and gaps, beside who has answered
    #expect(page.status == 200 && page.h1 == "Provision map")
    #expect(page.says("2 of 3 organisations have answered") && page.says("reach 504 children") == false)
    let grid = page.table("Provision and gaps by strand and level. Deeper colour: more children reached.")
    #expect(grid.count == 5 && grid[0].contains("Intervention"))
    #expect(grid[2].contains { $0.contains("1 provision") && $0.contains("reach 24 children") && $0.contains("1 gap") })
    let responses = page.table("Organisations by sector")
    #expect(responses.contains(["Parent and carer groups", "1", "1", "0", "0"]))
    #expect(responses.last == ["All", "3", "3", "2", "2"])
    // And each cell opens: what is wanted, what there is, what is missing, who has not answered
    page = try await browser.open("\(here)/map/cells/intervention/targeted")
    #expect(page.says("Word Weavers") && page.says("What is wanted:") && page.says("£4,200.00 a year"))
    #expect(page.says("No groups in the evening") && page.says("One late group a week."))
    #expect(page.says("Have not answered here: 2") && page.says("Northvale Parent Carer Forum"))
    // And gaps are ranked, and localities, rounds and reports are there
    page = try await browser.open("\(here)/gaps")
    #expect(page.h1 == "Gaps" && page.says("Nobody helps families while they wait for an assessment"))
    #expect(page.says("Who has not answered is not heard here"))
    page = try await browser.open("\(here)/map/localities")
    #expect(
      page.table("By locality: an entry that names several stands under each").contains {
        $0[0] == "Hill" && $0[3] == "24"
      })
    page = try await browser.open("\(here)/map/then-and-now")
    #expect(page.says("There is no earlier round"))
    for (file, type) in [
      ("report.pdf", "application/pdf"), ("map.docx", "wordprocessingml"), ("map.xlsx", "spreadsheetml"),
    ] {
      let answer = try await browser.open("\(here)/\(file)")
      #expect(answer.status == 200 && answer.headers[.contentType]?.contains(type) == true, "\(file)")
    }
  }

  @Test(arguments: Engine.all) func `silence is striped and says so, absence is a zero and says who`(engine: Engine)
    async throws
  {
    let browser = try await site(engine).browser(as: .coordinator)
    let page = try await browser.open("\(here)/map")
    let cells = page.markup.all { $0.name == "td" && $0["class"] != nil }
    let silent = cells.filter { $0.has(class: "silent") }
    #expect(
      silent.count == 9 && silent.allSatisfy { $0.text.contains("nobody has answered") && $0.text.contains("–") })
    let absent = cells.filter { $0.has(class: "nothing") && $0.text.contains("nothing here, says 1") }
    #expect(absent.count == 1 && absent.allSatisfy { $0.text.contains("0 provisions") })
    #expect(page.says("which is not the same as nothing being there"))
    let cell = try await browser.open("\(here)/map/cells/workforce/specialist")
    #expect(cell.says("Say that they provide nothing here: 1") && cell.says("Little Acorns Playgroup"))
    let nobody = try await browser.open("\(here)/map/cells/workforce/universal")
    #expect(nobody.says("Nobody has answered here. That is not the same as nothing being there."))
  }

  @Test(arguments: Engine.all) func `the filter stands in the address, one view has one address, chips take it away`(
    engine: Engine
  ) async throws {
    let browser = try await site(engine).browser(as: .coordinator)
    try await browser.open("\(here)/map")
    var page = try await browser.press("Show", ["sector": "health", "age": "6"])
    #expect(page.address == "\(here)/map?round=1&sector=health&age=6", "\(page.address)")
    #expect(page.link("Take away Sector: Health services") == "\(here)/map?round=1&age=6")
    #expect(page.link("Show everything") == "\(here)/map?round=1")
    page = try await browser.open("\(here)/map?age=6&round=1&sector=health&age=&by=reach")
    #expect(page.address == "\(here)/map?round=1&sector=health&age=6")
    page = try await browser.open("\(here)/map?age=12")
    #expect(page.says("none for these; 1 answered"))
    for wrong in ["sector=no", "round=7", "organisation=\(SampleArea.southmere.clinic.text)", "specialism=x"] {
      #expect(try await browser.open("\(here)/map?\(wrong)").status == 404, "\(wrong)")
    }
    for odd in ["age=abc", "age=99", "round=x", "locality=zz"] {
      let page = try await browser.open("\(here)/map?\(odd)")
      #expect(page.status == 200 && page.address == "\(here)/map", "\(odd)")
    }
    #expect(try await browser.open("\(here)/map/cells/intervention/no-such").status == 404)
  }

  @Test(arguments: Engine.all) func `page, JSON, CSV, spreadsheet, document and PDF say the same`(engine: Engine)
    async throws
  {
    let browser = try await site(engine).browser(as: .coordinator)
    let page = try await browser.open("\(here)/map")
    #expect(page.says("507 children reached a year") || page.says("children reached a year 507"))
    let json = try await browser.open("\(here)/map.json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    let total = try #require(object["total"] as? [String: Any])
    #expect(total["provision_count"] as? Int == 3 && total["gap_count"] as? Int == 2 && total["reach"] as? Int == 507)
    let cells = try #require(object["cells"] as? [[String: Any]])
    func cell(_ strand: String, _ level: String) -> [String: Any]? {
      cells.first { $0["strand"] as? String == strand && $0["level"] as? String == level }
    }
    #expect(cell("workforce", "specialist")?["state"] as? String == "nothing here")
    #expect(cell("workforce", "specialist")?["answered"] as? Bool == true)
    #expect(cell("workforce", "universal")?["answered"] as? Bool == false)
    let entries = try #require(object["entries"] as? [[String: Any]])
    #expect(entries.contains { $0["cost_pence"] as? Int == 420_000 } && entries.count == 5)
    let csv = try await browser.open("\(here)/map.csv")
    #expect(csv.source.contains("\r\ntotal,All,All,3,2,507,47,30,2,2,"), "\(csv.source.suffix(900))")
    let xlsx = try await browser.open("\(here)/map.xlsx")
    let book = try WorkbookReader(xlsx.bytes)
    #expect(
      book.sheets.map(\.name) == ["Map", "Figures", "Who has answered", "Gaps", "Entries", "Localities", "About"])
    let figures = try book.grid(sheet: "Figures").rows.map(\.cells)
    #expect(figures.last.map { Array($0.prefix(6)) } == ["All", "All", "3", "2", "507", "47"])
    #expect(try book.formulas(of: book.sheets[1]).values.contains { $0.hasPrefix("SUMIFS(Entries!") })
    let docx = try await browser.open("\(here)/map.docx")
    let tables = try WordReader().tables(docx.bytes)
    #expect(tables[0].rows.last?.cells.last == "3 provisions\nreach 507 children\n2 gaps")
    for name in ["map.pdf", "report.pdf"] {
      let text = try PDFText.of(try await browser.open("\(here)/\(name)").bytes)
      #expect(text.contains("reach 507 children") && text.contains("Provision map: Northvale"), "\(name)")
      #expect(text.contains("nothing here, says 1") && text.contains("nobody has answered"), "\(name)")
    }
  }

  @Test(arguments: Engine.all) func `the public version has no cost, capacity, evidence or person, and no small number`(
    engine: Engine
  ) async throws {
    let site = try await site(engine, isPublic: true)
    let anybody = site.browser()
    let page = try await anybody.open("\(here)/public")
    #expect(page.status == 200 && page.says("Word Weavers") && page.says("Help for children"))
    #expect(page.says("Helps: about 25 children a year") && page.says("Helps: fewer than 5 children a year"))
    #expect(page.says("No groups in the evening") && !page.says("Talking drop-in"))
    let coordinator = try await site.browser(as: .coordinator)
    var sources = [page.source]
    for file in ["public.json", "public.csv"] { sources.append(try await anybody.open("\(here)/\(file)").source) }
    for file in ["map.json?public", "map.csv?public=yes"] {
      sources.append(try await coordinator.open("\(here)/\(file)").source)
    }
    sources.append(try PDFText.of(try await anybody.open("\(here)/public.pdf").bytes))
    for (index, source) in sources.enumerated() {
      #expect(source.contains("Word Weavers"), "\(index)")
      for secret in [
        "420000", "4,200", "4200", "council’s fund", "Outcome measures", "Tanvi Desai", "Lucy Marlow", "cost_pence",
        "capacity", "evidence", "organisations_answering", "Talking drop-in",
      ] {
        #expect(!source.contains(secret), "\(index) has \(secret)")
      }
    }
    #expect(sources[1].contains("\"reach\" : 25") && !sources[1].contains("\"reach\" : 3"))
    let narrowed = try await anybody.open("\(here)/public?age=12")
    #expect(!narrowed.says("Word Weavers") && narrowed.says("Quiet corners"))
    // Where the project does not publish its map, there is no such page.
    try await site.database.write(keeper: northvale.id.text) { connection in
      try connection.run("UPDATE areas SET publishes_map = \(false) WHERE organisation_id = \(northvale.id)")
    }
    for address in ["public", "public.json", "public.pdf"] {
      #expect(try await anybody.open("\(here)/\(address)").status == 404, "\(address)")
    }
  }

  @Test(arguments: Engine.all) func `no pupil of any school stands in anything of an area`(engine: Engine) async throws
  {
    let site = try await site(engine, isPublic: true)
    let browser = try await site.browser(as: .coordinator)
    let pupils = SampleSchool.both.flatMap(\.pupils)
    try await site.database.write(keeper: SampleSchool.ashfieldPrimary.id.text) { connection in
      for school in SampleSchool.both {
        for (index, pupil) in school.pupils.enumerated() {
          let id: ID<Pupil> = pupil.id(in: school)
          try connection.run(
            "UPDATE pupils SET upn = \("H8012000010\(10 + index)") WHERE organisation_id = \(school.id) AND id = \(id)")
        }
      }
    }
    for address in [
      "map", "map/cells/intervention/targeted", "map/then-and-now", "map/localities", "gaps", "public", "map.json",
      "map.csv", "map.json?public", "map.docx", "map.xlsx", "report.pdf",
    ] {
      let answer = try await browser.open("\(here)/\(address)")
      #expect(answer.status == 200, "\(address)")
      var text = answer.source
      if address.hasSuffix(".pdf") { text = try PDFText.of(answer.bytes) }
      if address.hasSuffix(".docx") { text = try WordReader().tables(answer.bytes).map { "\($0.rows)" }.joined() }
      for pupil in pupils {
        #expect(!text.contains(pupil.surname), "\(address) has a surname")
      }
      #expect(!text.contains("H80120000"), "\(address) has a UPN")
    }
    let history = try await site.database.read { connection in
      try connection.rows("SELECT before, after FROM history WHERE organisation_id = \(northvale.id)") {
        ($0.textOrNil(0) ?? "") + ($0.textOrNil(1) ?? "")
      }
    }
    #expect(history.contains { $0.contains("json") })
    for line in history { for pupil in pupils { #expect(!line.contains(pupil.surname)) } }
  }

  @Test(arguments: Engine.all) func `an area in which nobody has answered is silent, not empty`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: northvale.id.text) { connection in
      try connection.run("UPDATE entries SET state = 'withdrawn' WHERE organisation_id = \(northvale.id)")
    }
    let browser = try await site.browser(as: .coordinator)
    var page = try await browser.open("\(here)/map")
    #expect(page.status == 200 && page.says("Nobody has answered yet") && page.says("15 of 15"))
    page = try await browser.open("\(here)/gaps")
    #expect(page.says("this is silence: it does not mean that nothing is missing"))
    for file in ["map.json", "map.csv", "map.xlsx", "map.docx", "map.pdf", "report.pdf", "public.pdf"] {
      #expect(try await browser.open("\(here)/\(file)").status == 200, "\(file)")
    }
  }

  @Test(arguments: Engine.all) func `two rounds stand side by side, and the closed one stays`(engine: Engine)
    async throws
  {
    let site = try await site(engine)
    try await site.database.write(keeper: northvale.id.text) { connection in
      let rounds = Rounds(northvale.viewer(.coordinator), connection)
      try rounds.close(northvale.round)
      try rounds.add(name: "Spring", framework: northvale.framework, from: today, until: nil)
    }
    let browser = try await site.browser(as: .commissioner)
    var page = try await browser.open("\(here)/map/then-and-now")
    let rows = page.table("What differs, cell by cell")
    #expect(rows.contains { $0[0] == "Intervention, Targeted" && $0[1] == "nobody has answered now; was 1" })
    #expect(rows.contains { $0[0] == "Workforce, Universal" && $0[1] == "nobody answered, then or now" })
    page = try await browser.open("\(here)/map?round=1")
    #expect(page.says("Round 1: Autumn 2026, closed") && page.says("Word Weavers") == false)
    #expect(page.says("3 provisions"))
  }

  @Test(arguments: Engine.all) func `a contributor sees their own organisation's map, and no gap register`(
    engine: Engine
  )
    async throws
  {
    let browser = try await site(engine).browser(as: .neighbour)
    let page = try await browser.open("\(here)/map")
    #expect(page.says("what Little Acorns Playgroup has sent in") && !page.source.contains("Children’s Therapies"))
    #expect(try await browser.open("\(here)/gaps").status == 403)
    let json = try await browser.open("\(here)/map.json")
    #expect(json.source.contains("Quiet corners") && !json.source.contains("Word Weavers"))
    let cell = try await browser.open("\(here)/map/cells/intervention/targeted")
    #expect(!cell.says("Word Weavers"))
  }
}

/// The words of a PDF.
enum PDFText {
  static func of(_ bytes: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trellis-pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, text) = (folder.appending(path: "a.pdf"), folder.appending(path: "a.txt"))
    try Data(bytes).write(to: file)
    let program = try ChildProcess("/usr/bin/pdftotext", [file.path, text.path])
    guard program.wait() == 0 else { return "" }
    return try String(contentsOf: text, encoding: .utf8).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
