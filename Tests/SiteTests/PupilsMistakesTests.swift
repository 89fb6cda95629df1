import Domain
import TestSupport
import Testing

@testable import Site

/// The same child twice, and a child who should not be there.
@Suite struct PupilsMistakesTests {
  private let school = SampleSchool.ashfieldPrimary
  private let list = "/schools/900001/pupils"
  private var amina: String { "\(list)/\(SamplePupil.amina.id(in: school).text)" }

  @Test(arguments: Engine.all)
  func `a child who is known is told of before anything is written, and another child goes in`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open("\(list)/new")
    #expect(!browser.page.says("This is another child"))
    var page = try await browser.submit([
      "forename": "amina", "surname": "YUSUF", "birth-day": "14/3/2019", "class": "3B", "status": "K",
    ])
    #expect(page.status == 422)
    #expect(
      page.problems == [
        "Amina Yusuf, born on the same day, is known here already. If this is another child, say so."
      ])
    #expect(page.link("Amina Yusuf, born 14 March 2019, in Year 3, is on the roll") == amina)
    #expect(page.value("class") == "3B" && page.value("status") == "K" && page.value("forename") == "amina")
    page = try await browser.submit(["surname": ""])
    #expect(page.problems == ["Enter the surname."])
    page = try await browser.submit(["surname": "Yusuf"])
    #expect(page.status == 422)
    page = try await browser.submit(["another": "yes"])
    #expect(page.done == "Added." && page.h1 == "amina Yusuf")
    #expect(try await browser.open(list).says("5 pupils") || browser.page.says("amina"))
  }

  @Test(arguments: Engine.all)
  func `a pupil who was added by mistake is removed, where nothing stands in the way`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    var page = try await browser.open(amina)
    #expect(page.says("They were added by mistake") && page.says("They have a place in a group."))
    #expect(!page.forms.contains { $0.action == "\(amina)/removal" })
    let tom = "\(list)/\(SamplePupil.tom.id(in: school).text)"
    page = try await browser.open(tom)
    let fields = try #require(page.forms.first { $0.action == "\(tom)/removal" }).sent
    #expect(try await browser.post("\(amina)/removal", fields).status == 422)
    try await browser.open(tom)
    page = try await browser.press("Remove this pupil")
    #expect(page.path == list && page.done == "Removed." && !page.says("O’Hara"))
    #expect(try await browser.open(tom).status == 404)
    let office = try await site.browser(as: .office).open(amina)
    #expect(!office.says("They were added by mistake"))
  }
}
