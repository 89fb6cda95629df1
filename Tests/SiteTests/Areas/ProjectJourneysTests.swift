import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// What a coordinator says of the project, its rounds, its lists and its framework.
@Suite struct ProjectJourneysTests {
  private let project = "/areas/northvale-speech/project"
  private let round = SampleArea.northvale.round.text

  @Test(arguments: Engine.all) func `a project is described, with everything typed still there where it is refused`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    var page = try await browser.open(project)
    #expect(page.says("Speech and language in Northvale") && page.says("Five strands, three levels"))
    page = try await browser.open("\(project)/details")
    page = try await browser.submit(
      "\(project)/details",
      ["title": "", "about": "For us all.", "opens-on": "soon", "closes-on": "1 Jan 2027", "shows": ["listed"]])
    #expect(page.status == 422)
    #expect(
      page.problems == [
        "Give the project a title.",
        "“soon” is no day that we know. Enter the first day like 2 September 2026.",
      ])
    #expect(page.value("about") == "For us all." && page.value("closes-on") == "1 Jan 2027")
    page = try await browser.submit(
      "\(project)/details", ["title": "Talking in Northvale", "opens-on": "1 Nov 2026", "shows": [String]()])
    #expect(page.done == "Saved." && page.says("Talking in Northvale"))
    #expect(page.says("No: it is reached by its address alone"))
    #expect(try await site.browser().open("/areas").says("Talking in Northvale") == false)
    #expect(try await site.browser().open("/areas/northvale-speech").says("Talking in Northvale"))
  }

  @Test func `two coordinators at once: the slower one sees both`() async throws {
    let site = try await TestSite()
    let (mine, theirs) = (try await site.browser(as: .coordinator), try await site.browser(as: .coordinator))
    try await mine.open("\(project)/details")
    try await theirs.open("\(project)/details")
    try await theirs.submit("\(project)/details", ["title": "Theirs"])
    var page = try await mine.submit("\(project)/details", ["title": "Mine"])
    #expect(page.status == 409 && page.says("Theirs") && page.value("title") == "Mine")
    page = try await mine.press("Save mine all the same")
    #expect(page.done == "Saved." && page.says("Mine"))
  }

  @Test(arguments: Engine.all) func `a round is closed for good, and the next opened with four levels`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    var page = try await browser.open("\(project)/rounds/new")
    page = try await browser.submit("\(project)/rounds/new", ["from": "1 Jan 2027"])
    #expect(page.status == 409 && page.says("is still open. Close it first"))
    try await browser.open("\(project)/framework")
    page = try await browser.press("Make a version with four levels")
    #expect(page.done == "Added." && page.says("Targeted Plus"))
    try await browser.open("\(project)/rounds/\(round)")
    page = try await browser.press("Close Round 1: Autumn 2026")
    #expect(page.done == "The round is closed. What it holds stays as it was.")
    page = try await browser.open("\(project)/rounds/\(round)")
    page = try await browser.submit("\(project)/rounds/\(round)", ["name": "Other"])
    #expect(page.status == 409)
    page = try await browser.open("\(project)/rounds/new")
    page = try await browser.submit("\(project)/rounds/new", ["from": "1 Dec 2026", "until": "1 Nov 2026"])
    #expect(page.problems == ["The last day is before the first."])
    page = try await browser.submit("\(project)/rounds/new", ["until": "31 Mar 2027", "name": "Spring 2027"])
    #expect(page.done == "Added." && page.says("Round 2: Spring 2027") && page.says("Targeted Plus"))
  }

  @Test func `localities come from a file, are shown, and saved`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .coordinator)
    try await browser.open("\(project)/localities")
    let csv = Array("\u{FEFF}WD24CD,WD24NM\nE05000901,North Quay\nE05000902,South Quay\n".utf8)
    var page = try await browser.upload("\(project)/localities/file", file: "list", named: "wards.csv", csv)
    #expect(page.says("Nothing is saved yet."))
    #expect(page.value("localities") == "North Quay, E05000901\nSouth Quay, E05000902")
    let geojson = """
      {"type": "FeatureCollection",
      "features": [{"type": "Feature", "properties": {"name": "Old Town"}, "geometry": null}]}
      """
    page = try await browser.upload("\(project)/localities/file", file: "list", named: "w.geojson", Array(geojson.utf8))
    #expect(page.value("localities") == "Old Town")
    for (bytes, sentence) in [
      ([UInt8](), "Choose a file with a list of localities."),
      (Array("{}".utf8), "There is no name of a locality in this file."),
      (Array("PK\u{3}\u{4}nonsense".utf8), ""),
    ] {
      page = try await browser.upload("\(project)/localities/file", file: "list", named: "x.csv", bytes)
      #expect(page.status == 422 && page.problems.first?.hasPrefix(sentence) == true, "\(page.problems)")
    }
  }

  @Test(arguments: Engine.all) func `localities are typed, keep what hangs on them, and get their boundaries`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    var page = try await browser.open("\(project)/localities")
    #expect(page.value("localities") == "Harbour\nHill")
    page = try await browser.submit("\(project)/localities", ["localities": "Hill\nValley, E05000819"])
    #expect(page.status == 422 && page.says("“Harbour” is named by entries or organisations"))
    page = try await browser.submit("\(project)/localities", ["localities": "Harbour\nharbour"])
    #expect(page.problems == ["“harbour” stands in the list twice."])
    page = try await browser.submit(
      "\(project)/localities", ["localities": "Name, Code\nHarbour, E05000818\nValley; E05000819\n"])
    #expect(page.done == "Saved." && page.says("2, 0 of them with a boundary"))
    let boundaries = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"WD22CD": "E05000819"},
       "geometry": {"type": "Polygon", "coordinates": [[[-1.0000001, 52], [-1, 52.1], [-0.9, 52.1], [-1.0000001, 52]]]}}]}
      """
    try await browser.open("\(project)/localities")
    page = try await browser.upload(
      "\(project)/boundaries", named: "wards.geojson", Array(boundaries.utf8))
    #expect(page.done == "Saved." && page.says("2, 1 of them with a boundary"))
    for (bytes, sentence) in [
      (Array("not json".utf8), "This is not GeoJSON."), ([UInt8](), "Choose a file with boundaries."),
      (Array(boundaries.replacing("E05000819", with: "E1").utf8), "No boundary in this file has the name"),
    ] {
      try await browser.open("\(project)/localities")
      page = try await browser.upload("\(project)/boundaries", named: "x.geojson", bytes)
      #expect(page.status == 422 && page.problems.first?.hasPrefix(sentence) == true, "\(page.problems)")
    }
  }

  @Test(arguments: Engine.all) func `sectors, specialisms and terms are the area's own`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    try await browser.open("\(project)/sectors")
    var page = try await browser.submit(
      "\(project)/sectors", ["sectors": ["health", "parents"], "more": "Youth clubs\n"])
    #expect(page.done == "Saved." && page.says("Health services; Parent and carer groups; Youth clubs"))
    try await browser.open("\(project)/sectors")
    page = try await browser.submit("\(project)/sectors", ["more": "youth Clubs"])
    #expect(page.problems == ["There is a sector “youth Clubs” already."])
    try await browser.open("\(project)/specialisms")
    page = try await browser.submit("\(project)/specialisms", ["specialisms": [String]()])
    #expect(page.problems == ["A project asks for one specialism at least."])
    page = try await browser.submit("\(project)/specialisms", ["specialisms": ["slcn"], "more": "Music"])
    #expect(page.done == "Saved." && page.says("Speech, language and communication; Music"))
    try await browser.open("\(project)/terms")
    page = try await browser.submit("\(project)/terms", ["terms": "Be kind."])
    #expect(page.done == "Saved." && page.says("Version 2"))
  }

  @Test(arguments: Engine.all) func `a cell is put into other words, which everybody who takes part reads`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    let cell = "\(project)/framework/slcn/family-support/universal"
    var page = try await browser.open(cell)
    page = try await browser.submit(cell, ["outcome": " "])
    #expect(page.status == 422 && page.problems == ["Say what is wanted in this cell."])
    page = try await browser.submit(cell, ["outcome": "Every family knows whom to ring."])
    #expect(page.done == "Saved." && page.says("Every family knows whom to ring."))
    let contributor = try await site.browser(as: .contributor)
    page = try await contributor.open("\(project)/framework")
    #expect(page.says("Every family knows whom to ring.") && !page.says("Put it into other words"))
    #expect(try await contributor.open(project).status == 403)
    #expect(try await contributor.open(cell).status == 403)
  }
}
