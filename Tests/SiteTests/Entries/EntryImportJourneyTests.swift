import Domain
import Store
import TestSupport
import Testing

@testable import Site

private let list = "/areas/northvale-speech/entries"

@Suite struct EntryImportJourneyTests {
  private let head = "Organisation,Sector,What happens,Cells,Specialism\n"

  @Test(arguments: Engine.all) func `a coordinator brings in a list, in two steps`(engine: Engine) async throws {
    let browser = try await TestSite(engine).browser(as: .coordinator)
    try await browser.open("\(list)/import")
    var page = try await browser.submit("\(list)/import")
    #expect(page.status == 422 && page.problems == ["Choose a file, or paste the table."])
    let rows =
      "Little Acorn Play Group,Early years settings,Signs at snack time for everyone,E1,Occupational therapy\n"
      + "Little Acorns Playgroup,,Songs with signs,E9,Occupational therapy\n"
    page = try await browser.upload("\(list)/import", named: "entries.csv", Array((head + rows).utf8))
    #expect(page.status == 200 && page.says("2 rows read") && page.says("“E9” is no cell."))
    #expect(page.says("is like an organisation that is here already"))
    let address = page.path
    // The answer is given, and shown again before anything is written.
    let field = try #require(page.forms.flatMap(\.controls).first { $0.name.hasPrefix("answer-") })
    let same = try #require(field.choices?.dropFirst().first)
    page = try await browser.submit(address, [field.name: same], pressing: "Show it again with my answers")
    #expect(page.says("Bring in 1 new"))
    page = try await browser.submit(address, [field.name: same], pressing: "Bring in 1 new")
    #expect(page.status == 422 && page.problems.first?.hasPrefix("Nothing was imported: row 3") == true)
    page = try await browser.submit(address, [field.name: same, "skip-refused": "yes"], pressing: "Bring in 1 new")
    #expect(page.done == "Imported." && page.says("1 new"))
    page = try await browser.open(list)
    #expect(page.says("Signs at snack time for everyone"))
  }

  @Test func `a column that was not found is asked for`() async throws {
    let browser = try await TestSite().browser(as: .contributor)
    try await browser.open("\(list)/import")
    var page = try await browser.upload(
      "\(list)/import", named: "entries.csv",
      Array("Our words,Cells,Specialism\nSigns at snack time,E1,Occupational therapy\n".utf8))
    #expect(page.status == 422 || page.says("A column is missing."))
    #expect(page.says("Trellis found no column that says what happens."))
    page = try await browser.submit("\(page.path)/columns", ["column-1": "cells", "column-2": "cells"])
    #expect(page.problems.first?.contains("cannot both be") == true)
    page = try await browser.submit(
      "\(page.path.replacing("/columns", with: ""))/columns", ["column-1": "description", "column-2": "cells"])
    #expect(page.says("Bring in 1 new"))
  }

  @Test func `going back and choosing another file shows that other file`() async throws {
    let site = try await TestSite()
    let (browser, form) = (try await site.browser(as: .contributor), "\(list)/import")
    func send(_ words: String) async throws -> ShownPage {
      try await browser.upload(
        form, named: "entries.csv", Array("What happens,Cells,Specialism\n\(words),E1,Occupational therapy\n".utf8))
    }
    let page = try await browser.open(form)
    let first = try await send("Signs at snack time")
    browser.goBack(to: page)
    #expect(try await send("Signs at snack time").path == first.path)
    browser.goBack(to: page)
    let other = try await send("Songs with signs")
    #expect(other.path != first.path && other.says("Songs with signs") && !other.says("Signs at snack time"))
  }

  @Test func `what is no list is refused, and a commissioner brings nothing in`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .contributor)
    try await browser.open("\(list)/import")
    let page = try await browser.upload("\(list)/import", named: "entries.xlsx", Array("not a spreadsheet".utf8))
    #expect(page.status == 422 && page.problems.first?.contains("not what its name says") == true)
    #expect(try await site.browser(as: .commissioner).open("\(list)/import").status == 403)
  }
}
