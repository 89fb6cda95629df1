import Domain
import Formats
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let here = "/areas/northvale-speech"

/// What leaves an area's map: files, the public version; and what never does.
@Suite struct AreaMapFilesTests {
  @Test(arguments: Engine.all) func `page, JSON, CSV, spreadsheet, document and PDF say the same`(engine: Engine)
    async throws
  {
    let browser = try await AreaMapWorld.site(engine).browser(as: .coordinator)
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
    let kinds = try book.grid(sheet: "Entries").rows.map { $0.cells[0] }
    #expect(kinds == ["Kind", "Provision", "Provision", "Provision", "Gap", "Gap"])
    #expect(try book.grid(sheet: "Gaps").rows.map { $0.cells[0] } == ["Rank", "1", "2"])
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
    let site = try await AreaMapWorld.site(engine, isPublic: true)
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
    let site = try await AreaMapWorld.site(engine, isPublic: true)
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
}
