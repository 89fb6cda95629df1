import Domain
import TestSupport
import Testing

@testable import Site

@Suite struct CatalogueJourneysTests {
  private let school = SampleSchool.ashfieldPrimary
  private let catalogue = "/schools/900001/catalogue"
  private var phonics: String { "\(catalogue)/types/\(school.phonicsType.text)" }

  @Test(arguments: Engine.all)
  func `a provision is added, changed and put away; what was refused is still there`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(catalogue)
    try await browser.follow("Add a provision")
    var page = try await browser.submit(["name": "Chess club", "minutes": "twenty", "evidence": "www.chess"])
    #expect(page.status == 422)
    #expect(
      page.value("name") == "Chess club" && page.value("minutes") == "twenty" && page.value("evidence") == "www.chess")
    page = try await browser.submit([
      "heading": school.literacyHeading, "minutes": "30", "evidence": "https://evidence.example/chess",
      "outcome": "Thinks ahead.",
    ])
    #expect(page.done == "Added." && page.h1 == "Chess club" && page.says("Thinks ahead."))
    let address = page.path
    try await browser.follow("Change")
    page = try await browser.submit(["name": "phonics catch-UP"])
    #expect(page.status == 422 && page.value("name") == "phonics catch-UP")
    page = try await browser.submit(["name": "Chess", "sessions": "2"])
    #expect(page.done == "Saved." && page.h1 == "Chess" && page.path == address)
  }

  @Test func `somebody else was quicker with a provision: both values are shown`() async throws {
    let site = try await TestSite()
    let (mine, theirs) = (try await site.browser(as: .senco), try await site.browser(as: .senco))
    try await mine.open("\(phonics)/change")
    try await theirs.open("\(phonics)/change")
    try await theirs.submit(["minutes": "15"])
    var page = try await mine.submit(["minutes": "25"])
    #expect(page.status == 409 && page.value("minutes") == "25")
    #expect(page.table("What stands there now, and what you typed").contains(["Minutes", "15", "25"]))
    page = try await mine.submit(pressing: "Save mine all the same")
    #expect(page.done == "Saved." && page.says("25"))
  }

  @Test(arguments: Engine.all) func `headings are renamed, and whose name it is now is said`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let (mine, theirs) = (try await site.browser(as: .senco), try await site.browser(as: .senco))
    let heading = "\(catalogue)/headings/\(school.literacyHeading.text)"
    try await mine.open("\(catalogue)/headings")
    try await theirs.open("\(catalogue)/headings")
    #expect(try await theirs.submit(heading, ["name": "Reading and writing"]).done == "Saved.")
    let page = try await mine.submit(heading, ["name": "English"])
    #expect(page.status == 409 && page.says("It is called “Reading and writing” now."))
    #expect(page.problems.count == 1)
    #expect(try await mine.submit("\(catalogue)/headings", ["name": "reading and WRITING"]).status == 422)
  }

  @Test func `strangers find nothing, and who may not change is refused`() async throws {
    let site = try await TestSite()
    let stranger = try await site.browser(as: .senco, at: .brookvaleSecondary)
    let teacher = try await site.browser(as: .teacher)
    for path in [phonics, "\(phonics)/change", "\(catalogue)/headings"] {
      #expect(try await stranger.open(path).status == 404)
    }
    #expect(try await teacher.open(phonics).status == 200 && teacher.page.link("Change") == nil)
    #expect(try await teacher.open("\(phonics)/change").status == 403)
    #expect(try await teacher.open("\(catalogue)/headings").status == 403)
  }
}
