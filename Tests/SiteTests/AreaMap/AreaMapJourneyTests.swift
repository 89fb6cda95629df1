import Domain
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
  @Test(arguments: Engine.all)
  func `FAQ 4: I want to use the tools to help with a commissioning review, how can they help me?`(engine: Engine)
    async throws
  {
    // Given what stakeholders of several kinds have told; when the commissioner opens the map
    let browser = try await AreaMapWorld.site(engine).browser(as: .commissioner)
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
    let browser = try await AreaMapWorld.site(engine).browser(as: .coordinator)
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
    let browser = try await AreaMapWorld.site(engine).browser(as: .coordinator)
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
    let site = try await AreaMapWorld.site(engine)
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
    let browser = try await AreaMapWorld.site(engine).browser(as: .neighbour)
    let page = try await browser.open("\(here)/map")
    #expect(page.says("what Little Acorns Playgroup has sent in") && !page.source.contains("Children’s Therapies"))
    #expect(try await browser.open("\(here)/gaps").status == 403)
    let json = try await browser.open("\(here)/map.json")
    #expect(json.source.contains("Quiet corners") && !json.source.contains("Word Weavers"))
    let cell = try await browser.open("\(here)/map/cells/intervention/targeted")
    #expect(!cell.says("Word Weavers"))
  }
}
