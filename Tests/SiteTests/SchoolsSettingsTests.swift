import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// The school's details and its calendar.
@Suite struct SchoolsSettingsTests {
  private let school = SampleSchool.ashfieldPrimary
  private let settings = "/schools/900001/settings"

  @Test(arguments: Engine.all) func `a person can check what is counted`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .senco).open(settings)
    #expect(page.h1 == "School and calendar" && page.markup["problems"] == nil)
    let terms = page.table("Terms of 2026/27")
    #expect(terms[0] == ["Term", "First and last day", "Half-terms", "Weeks", "School days"])
    #expect(
      terms[1] == [
        "Autumn term", "2 September to 18 December 2026",
        "2 September to 23 October 2026 2 November to 18 December 2026", "14 whole weeks and 1 of 3 days", "73",
      ])
    #expect(terms.last == ["The year", "", "", "39 whole weeks and 3 shorter", "205"])
    #expect(page.says("That is 15 days more than the 190"))
    #expect(page.table("Closures of 2026/27")[1] == ["Autumn half-term", "26 October to 30 October 2026", "5"])
    #expect(page.says("Key stage 2: Year 3, Year 4, Year 5, Year 6"))
  }

  @Test(arguments: Engine.all) func `a term is added, changed and taken out`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(settings)
    try await browser.follow("Add a term")
    var page = try await browser.submit(["from": "31 April 2027", "until": "tomorrow"])
    #expect(page.status == 422 && page.title.hasPrefix("Error: "))
    #expect(
      page.problems == [
        "Give the term a name.", "“31 April 2027” is no day that we know. Enter the first day like 2 September 2026.",
        "“tomorrow” is no day that we know. Enter the last day like 2 September 2026.",
      ])
    #expect(page.value("from") == "31 April 2027" && page.value("until") == "tomorrow")
    page = try await browser.submit(["name": "Winter term", "from": "18/12/2026", "until": "3/1/2027"])
    #expect(page.problems == ["Autumn term and Winter term overlap: check their dates."])
    page = try await browser.submit(["from": "19/12/2026", "until": "18/12/2026"])
    #expect(page.problems == ["The last day is before the first."])
    page = try await browser.submit(["name": "Summer camp", "from": "2/8/2027", "until": "6/8/2027"])
    #expect(page.done == "Added." && page.table("Terms of 2026/27")[4][4] == "5")
    try await browser.follow("Summer camp")
    page = try await browser.submit("\(browser.page.path)", ["until": "13 August 2027"])
    #expect(page.done == "Saved." && page.table("Terms of 2026/27")[4][4] == "10")
    try await browser.follow("Summer camp")
    page = try await browser.press("Take it out")
    #expect(page.done == "Removed." && !page.says("Summer camp"))
  }

  @Test func `somebody else was quicker: both values are shown, and nothing typed is lost`() async throws {
    let site = try await TestSite()
    let mine = try await site.browser(as: .senco)
    let theirs = try await site.browser(as: .administrator)
    for browser in [mine, theirs] {
      try await browser.open(settings)
      try await browser.follow("Autumn term")
    }
    let address = mine.page.path
    try await theirs.submit(address, ["name": "Michaelmas"])
    var page = try await mine.submit(address, ["until": "17 December 2026"])
    #expect(page.status == 409)
    #expect(page.problems == ["Somebody has changed these dates since you opened this page."])
    let both = page.table("What stands there now, and what you typed")
    #expect(both.contains(["Name", "Michaelmas", "Autumn term"]))
    #expect(both.contains(["Last day", "18 December 2026", "17 December 2026"]))
    page = try await mine.submit(address, pressing: "Save mine all the same")
    #expect(page.done == "Saved." && page.table("Terms of 2026/27")[1][1] == "2 September to 17 December 2026")
  }

  @Test(arguments: Engine.all) func `closures are added for a day or for several`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .administrator)
    try await browser.open("\(settings)/closures/new")
    var page = try await browser.submit(["name": "Training day", "from": "26/10/2026"])
    #expect(
      page.problems == ["Training day and Autumn half-term (26 October to 30 October 2026) overlap: check their dates."]
    )
    page = try await browser.submit(["from": "2/11/2026"])
    #expect(page.table("Closures of 2026/27")[2] == ["Training day", "2 November 2026", "1"])
    #expect(page.table("Terms of 2026/27")[1][4] == "72")
    try await browser.open("\(settings)/closures/new")
    page = try await browser.submit(["name": "Christmas", "from": "21/12/2026", "until": "1/1/2027"])
    #expect(page.says("Christmas lies outside every term, so it changes nothing."))
    try await browser.open("\(settings)/closures/new")
    page = try await browser.submit(["name": "Open day", "from": "14/11/2026"])
    #expect(
      page.says("Open day falls on a weekend, when the school is closed anyway, so it changes nothing.")
        && !page.says("Open day lies"))
    try await browser.follow("Christmas")
    page = try await browser.press("Take it out")
    #expect(!page.says("Christmas"))
  }

  @Test(arguments: Engine.all) func `a new school's calendar is checked, and a year is added`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: school.id.text) {
      try $0.run("UPDATE schools SET calendar_checked_at = NULL")
    }
    let browser = try await site.browser(as: .senco)
    var page = try await browser.open(settings)
    #expect(page.says("This is the calendar that Trellis began with"))
    page = try await browser.press("Add the usual terms of 2027/28")
    #expect(page.done == "Added." && page.table("Terms of 2027/28").last?.last == "190")
    #expect(page.table("Terms of 2027/28").last?[3] == "38 whole weeks")
    page = try await browser.press("I have checked it")
    #expect(page.done?.hasPrefix("Noted: the calendar is checked.") == true)
    #expect(!page.says("This is the calendar that Trellis began with"))
  }

  @Test(arguments: Engine.all) func `details are changed, and refused with everything typed`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open("\(settings)/details")
    var page = try await browser.submit(["name": "", "laestab": "12", "first-year": "6", "last-year": "R"])
    #expect(page.status == 422)
    #expect(
      page.problems == [
        "Give the school's name.", "A LAESTAB has seven digits: three of the authority and four of the school.",
        "The oldest year group cannot come before the youngest.",
      ])
    #expect(page.value("laestab") == "12" && page.value("first-year") == "6")
    page = try await browser.submit([
      "name": "Ashfield Church School", "laestab": "999/2999", "first-year": "N2", "last-year": "6",
    ])
    #expect(page.done == "Saved." && page.says("999/2999") && page.says("Ashfield Church School"))
    #expect(page.says("Early years: Nursery 2, Reception"))
  }

  @Test func `who may only look is offered no act`() async throws {
    let site = try await TestSite()
    for role in [Role.teacher, .governor, .headTeacher, .office] {
      let browser = try await site.browser(as: role)
      let page = try await browser.open(settings)
      #expect(page.status == 200 && page.link("Add a term") == nil && page.link("Autumn term") == nil)
      #expect(try await browser.open("\(settings)/terms/new").status == 403)
    }
  }
}
