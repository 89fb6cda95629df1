import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// What goes wrong with files, and between a preview and its commit.
@Suite struct ImportTroubleTests {
  struct Wrong: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]
    let says: String
    var description: String { name }
  }

  static let wrong: [Wrong] = [
    Wrong(name: "empty.csv", bytes: [], says: "This file is empty"),
    Wrong(name: "blank.csv", bytes: Array("\n\n  \n".utf8), says: ""),
    Wrong(name: "headings.csv", bytes: Array("Surname,Forename,DOB\n".utf8), says: "no rows below them"),
    Wrong(
      name: "renamed.csv", bytes: [0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 400), says: "is not a CSV file"),
    Wrong(
      name: "old.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
      says: "protected by a password"),
    Wrong(name: "list.xlsx", bytes: Array("Surname,Forename\nA,B\n".utf8), says: "is not what its name says"),
    Wrong(name: "list.pdf", bytes: Array("%PDF-1.7 …".utf8), says: "This is a PDF"),
    Wrong(
      name: "download.csv", bytes: Array("<!doctype html><html><body>Sign in</body></html>".utf8), says: "web page"),
    Wrong(
      name: "bomb.xml",
      bytes: Array(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><CTfile>&c;</CTfile>".utf8),
      says: ""),
    Wrong(name: "noise.csv", bytes: noise(300_000), says: ""),
  ]

  @Test(arguments: wrong) func `a file that is not what it says gets a sentence, and nothing is kept`(file: Wrong)
    async throws
  {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let page = try await browser.bringIn(
      .pupils, ["effective": "2 November 2026"], named: file.name, file.bytes)
    #expect(page.status == 422)
    #expect(page.h1 == "Import pupils", "on the same page")
    #expect(page.problems.count == 1 && page.problems[0].contains(file.says), "\(page.problems)")
    #expect(page.value("effective") == "2 November 2026", "what was typed stays")
    #expect(try await !site.hasImports())
    #expect(try await site.roll().count == 4)
  }

  @Test func `more than a form can take gets a sentence on the same page`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let page = try await browser.bringIn(
      .pupils, ["effective": "2 November 2026"], named: "noise.csv", Self.noise(25 << 20))
    #expect(page.status == 422)
    #expect(page.problems == ["This is too large: at most 20 MB can be sent."])
    #expect(page.value("effective") == "2 November 2026")
    #expect(try await !site.hasImports())
  }

  @Test func `a day that is none is said at its field, and what was pasted stays`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.map))
    let page = try await browser.submit(
      ImportFiles.list, ["pasted": ImportFiles.map, "effective": "soon", "until": "1 July 2026"])
    #expect(page.status == 422)
    #expect(page.problems == ["Write a day as 21 November 2026 or 21/11/2026."])
    #expect(page.value("pasted")?.contains("Lego club") == true)
  }

  @Test(arguments: Engine.all) func `a large file is read in the background, and tells how far it is`(engine: Engine)
    async throws
  {
    var settings = SiteSettings.forTests
    settings.importPatience = .zero
    let site = try await TestSite(engine, settings: settings)
    let browser = try await site.browser(as: .senco)
    let first = try await browser.bringIn(.pupils, ImportFiles.pupils(3_000))
    let way = first.path
    #expect(["Reading your file", "What would be done"].contains(first.h1))
    if first.h1 == "Reading your file" { #expect(first.source.contains("http-equiv=\"refresh\"")) }
    try await browser.waitUntilRead()
    #expect(browser.page.h1 == "What would be done", "\(browser.page.text)")
    #expect(browser.page.says("3000 rows read"))
    let told = try await browser.open("\(way)/progress")
    #expect(told.source.contains("\"next\":"))
    #expect(!told.source.contains("Sample"), "no names")
  }

  @Test func `a file whose reader has died is read by whoever is asked next`() async throws {
    let site = try await TestSite()
    let senco = SampleSchool.ashfieldPrimary.viewer(.senco)
    let id = try await site.database.write(keeper: senco.organisation.text) {
      try Imports(senco, $0).begin(kind: "pupils", fileName: "pupils.csv", file: ImportFiles.pupils(3))
    }
    let browser = try await site.browser(as: .senco)
    let waiting = try await browser.open("\(ImportFiles.list)/\(id.text)")
    #expect(waiting.h1 == "Reading your file", "somebody may still be at it")
    site.clock.advance(by: 31)
    try await browser.open(waiting.path)
    try await browser.waitUntilRead()
    #expect(browser.page.h1 == "What would be done")
    #expect(browser.page.says("Import 3 new"))
  }

  @Test func `a commit is refused when its pupils have changed, and a new preview is shown`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let list = Array("Surname,Forename,DOB,Class\nYusuf,Amina,14/03/2019,3B\n".utf8)
    let preview = try await browser.bringIn(.pupils, list)
    let (senco, amina) = (SampleSchool.ashfieldPrimary.viewer(.senco), SampleSchool.ashfieldPrimary.pupils[0])
    try await site.database.write(keeper: senco.organisation.text) { connection in
      try connection.run(
        "UPDATE pupils SET version = version + 1 WHERE id = \(amina.id(in: .ashfieldPrimary).text)")
    }
    let conflict = try await browser.submit(preview.path)
    #expect(conflict.status == 409)
    #expect(conflict.problems.first?.contains("has been changed since the preview") == true)
    #expect(conflict.says("3B"), "the new preview")
    let done = try await browser.submit(conflict.path)
    #expect(done.h1 == "Imported")
  }

  @Test(arguments: Engine.all) func `of two who commit one preview at once, one wins`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    let preview = try await browser.bringIn(.pupils, ImportFiles.pupils(40))
    async let first = Self.commit(preview.path, site)
    async let second = Self.commit(preview.path, site)
    let pages = try await [first, second]
    #expect(pages.map(\.status).sorted() == [200, 409])
    #expect(pages.allSatisfy { $0.h1 == "Imported" })
    #expect(pages.count { $0.says("nothing was written a second time") } == 1)
    #expect(try await site.roll().count == 44)
  }

  @Test func `a preview is kept for a day, and for its owner alone`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let preview = try await browser.bringIn(.pupils, ImportFiles.pupils(2))
    let colleague = try await site.browser(as: .assistantSenco)
    #expect(try await colleague.open(preview.path).status == 404)
    try await browser.open(ImportFiles.list)
    #expect(browser.page.says("Waiting for you"))
    site.clock.advance(by: 24 * 3600 + 1)
    let late = try await site.browser(as: .senco)
    let page = try await late.open(preview.path)
    #expect(page.status == 404)
    #expect(page.h1 == "This file is not here any more")
    #expect(try await late.post(preview.path, [("csrf", late.formToken)]).status == 404)
    try await site.database.write(keeper: "housekeeping") { try Imports.forgetOld($0) }
    #expect(try await !site.hasImports())
  }

  @Test func `the first file closes the demonstration's doors, after saying so`() async throws {
    var settings = SiteSettings.forTests
    settings.offersDemonstration = true
    let site = try await TestSite(settings: settings)
    try await site.database.becomeDemonstration()
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.pupils))
    #expect(browser.page.says("closes these doors for good"))
    let preview = try await browser.bringIn(.pupils, ImportFiles.pupils(2))
    #expect(preview.says("closes these doors for good"))
    #expect(try await site.browser().open("/development").status == 200, "looking closes nothing")
    try await browser.submit(preview.path)
    #expect(browser.page.h1 == "Imported")
    #expect(try await site.browser().open("/development").status == 404)
  }

  private static func commit(_ path: String, _ site: TestSite) async throws -> ShownPage {
    let browser = try await site.browser(as: .senco)
    return try await browser.post(path, [("csrf", browser.formToken)])
  }

  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state)
    }
  }
}
