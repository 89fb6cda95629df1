import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// One pupil's page and the forms that change it.
@Suite struct PupilsRecordTests {
  private let school = SampleSchool.ashfieldPrimary
  private let list = "/schools/900001/pupils"
  private var amina: String { "\(list)/\(SamplePupil.amina.id(in: school).text)" }

  @Test(arguments: Engine.all)
  func `a pupil is added by hand`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(list)
    try await browser.follow("Add a pupil")
    var page = try await browser.submit([
      "forename": "Giulia", "birth-day": "31/2/2018", "upn": "A12", "needs": "NSA", "status": "E",
    ])
    #expect(page.status == 422 && page.title.hasPrefix("Error: "))
    #expect(
      page.problems == [
        "Enter the surname.", "“31/2/2018” is no day that we know. Enter the birth date like 2 September 2026.",
        "A UPN is a letter, eleven digits, and a digit or letter, such as A801200005001. It never has I, O or S.",
        "“SEN support but no specialist assessment of type of need” goes with SEN support only. Choose the type that was assessed.",
      ])
    #expect(
      page.value("forename") == "Giulia" && page.value("birth-day") == "31/2/2018" && page.value("needs") == "NSA")

    page = try await browser.submit([
      "surname": "Rossi", "birth-day": "3 Oct 2018", "upn": "r674 1231 01121", "sex": "F", "joined-on": "2/9/2026",
      "class": "3A", "status": "K", "needs": "NSA", "flags": ["eal"],
    ])
    #expect(page.done == "Added." && page.h1 == "Giulia Rossi")
    #expect(page.text.contains("Year 3, 3A") && page.text.contains("3 October 2018 (8 years old)"))
    #expect(page.text.contains("R674123101121"))

    try await browser.open("\(list)/new")
    page = try await browser.submit([
      "forename": "Giulio", "surname": "Rossi", "birth-day": "3 Oct 2018", "upn": "R674123101121",
    ])
    #expect(page.problems == ["Another pupil of this school has this UPN. Two children never share one."])
  }

  @Test func `a wrong check letter only warns`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .office)
    try await browser.open("\(list)/new")
    #expect(browser.page.forms.allSatisfy { form in form.controls.allSatisfy { $0.name != "status" } })
    let page = try await browser.submit([
      "forename": "Ada", "surname": "Okafor", "birth-day": "3/10/2018", "upn": "A674123101121",
    ])
    #expect(page.done == "Added." && page.text.contains("Its check letter should be R."))
    #expect(!page.text.contains("SEN"))
  }

  @Test(arguments: Engine.all)
  func `status and needs change from a day, and are corrected`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(amina)
    try await browser.follow("Change SEN status")
    var page = try await browser.submit(["status": "E", "from": "1 August 2025"])
    #expect(page.problems == ["Amina joined on 1 September 2025. Choose that day or a later one."])
    #expect(page.value("from") == "1 August 2025" && page.value("status") == "E")
    page = try await browser.submit(["from": "soon"])
    #expect(page.problems == ["“soon” is no day that we know. Enter the first day like 2 September 2026."])
    page = try await browser.submit(["from": "2.11.26"])
    #expect(page.done == "Changed, from the day you gave. What was true before stays.")
    #expect(page.text.contains("Since 2 November 2026 EHC plan"))
    #expect(page.text.contains("1 September 2025 to 1 November 2026 SEN support"))

    try await browser.follow("Correct what is recorded from 2 November 2026")
    page = try await browser.submit(["from": "9 November 2026", "until": "1 November 2026"], pressing: "Save")
    #expect(page.problems == ["The last day is before the first."])
    page = try await browser.submit(["from": "1 September 2025", "until": ""], pressing: "Save")
    #expect(page.problems == ["These days would overlap what is recorded from 1 September 2025."])
    page = try await browser.submit(["from": "9 November 2026"], pressing: "Save")
    #expect(page.done == "Corrected. The old value stays in the history.")
    #expect(page.text.contains("1 September 2025 to 8 November 2026 SEN support"))

    try await browser.follow("Correct what is recorded from 9 November 2026")
    page = try await browser.press("Remove it")
    #expect(page.done == "Removed." && page.text.contains("Since 1 September 2025 SEN support"))

    try await browser.follow("Change needs")
    page = try await browser.submit(["needs": "", "need-2": "HI"])
    #expect(page.problems == ["Choose the primary need first."])
    page = try await browser.submit(["needs": "SLCN", "need-2": "SLCN", "from": "2 November 2026"])
    #expect(page.problems == ["“Speech, language and communication needs” stands in the list twice."])
    page = try await browser.submit(["need-2": "HI"])
    #expect(page.text.contains("Since 2 November 2026 Speech, language and communication needs Hearing impairment"))
    try await browser.follow("Correct what is recorded from 2 November 2026")
    page = try await browser.submit(["need-2": "VI"], pressing: "Save")
    #expect(page.text.contains("Vision impairment") && !page.text.contains("Hearing impairment"))
  }

  @Test func `class, year and flags are changed`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .office)
    try await browser.open(amina)
    try await browser.follow("Change Class")
    var page = try await browser.submit(["class": "3B", "from": "2/11/2026"])
    #expect(page.text.contains("3B") && page.text.contains("1 September 2025 to 1 November 2026 3A"))
    try await browser.follow("Change Year")
    page = try await browser.submit(["year": "1"])
    #expect(page.text.contains("Year 4 (taught 1 year above age)"))
    try await browser.follow("Change Flags")
    #expect(!page.text.contains("Monitored"))
    page = try await browser.submit(["flags": ["free-meals", "in-care"]])
    #expect(page.text.contains("Free school meals, In care") && !page.text.contains("EAL"))
  }

  @Test func `the watch flag survives those who may not see it`() async throws {
    let site = try await TestSite()
    let tom = SamplePupil.tom.id(in: school)
    let office = try await site.browser(as: .office)
    try await office.open("\(list)/\(tom.text)/flags")
    try await office.submit(["flags": ["eal"]])
    let viewer = school.viewer(.senco)
    let flags = try await site.database.read { try Pupils(viewer, $0).find(tom)?.flags }
    #expect(flags == [.eal, .watch])
  }

  @Test(arguments: Engine.all)
  func `a pupil leaves, never left, leaves and comes back`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .office)
    try await browser.open(amina)
    try await browser.follow("Mark as leaving")
    var page = try await browser.submit(["left-on": "1 July 2025"])
    #expect(page.problems == ["Amina joined on 1 September 2025. The last day cannot be before that."])
    page = try await browser.submit(["left-on": "20 Nov 2026", "left-for": "Moved away"])
    #expect(page.done == "Marked as left. Past support and its cost stay as they were.")
    #expect(page.text.contains("Left on 20 November 2026, for Moved away."))
    page = try await browser.press("They never left")
    #expect(!page.text.contains("Left on"))
    try await browser.follow("Mark as leaving")
    try await browser.submit(["left-on": "20 Nov 2026"])
    try await browser.follow("They came back")
    page = try await browser.submit(["joined-on": "20 Nov 2026"])
    #expect(page.status == 422 && page.problems.count == 1)
    page = try await browser.submit(["joined-on": "21 Nov 2026"])
    #expect(page.text.contains("Before: 1 September 2025 to 20 November 2026"))
  }

  @Test(arguments: Engine.all)
  func `two who save at once are shown both values, and lose nothing`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let (first, second) = (try await site.browser(as: .senco), try await site.browser(as: .office))
    try await first.open("\(amina)/class")
    try await second.open("\(amina)/class")
    try await second.submit(["class": "3B", "from": "2/11/2026"])
    var page = try await first.submit(["class": "3C", "from": "9/11/2026"])
    #expect(page.status == 409)
    #expect(
      page.table("What stands there now, and what you typed").last
        == ["Class", "3B, since 2 November 2026", "3C from 9/11/2026"])
    #expect(page.value("class") == "3C")
    page = try await first.submit(pressing: "Save mine all the same")
    #expect(page.done != nil && page.text.contains("Since 9 November 2026 3C"))
  }

  @Test func `contacts are added, changed and removed`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(amina)
    try await browser.follow("Add a contact")
    var page = try await browser.submit([
      "name": "Nadia Yusuf", "email": "nadia", "address": "4 Market Square\nWestmere",
    ])
    #expect(
      page.problems == [
        "Enter who they are to the child, such as mother or carer.", "An e-mail address looks like name@example.org.",
      ])
    #expect(page.value("address") == "4 Market Square\nWestmere")
    page = try await browser.submit(["relationship": "Aunt", "email": "nadia@home.example"])
    #expect(page.done == "Added." && page.text.contains("Nadia Yusuf Aunt nadia@home.example 4 Market Square"))
    try await browser.follow("Change Nadia Yusuf")
    page = try await browser.submit(["phone": "01632 960 002"], pressing: "Save")
    #expect(page.text.contains("01632 960 002"))
    try await browser.follow("Change Nadia Yusuf")
    page = try await browser.press("Remove this contact")
    #expect(page.done == "Removed." && !page.text.contains("Nadia"))
  }

  @Test(arguments: Engine.all)
  func `opening a record is in its history, once an hour`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let teacher = try await site.browser(as: .teacher)
    try await teacher.open(amina)
    try await teacher.open(amina)
    site.clock.advance(by: 30 * 60)
    try await teacher.open(amina)
    site.clock.advance(by: 31 * 60)
    let browser = try await site.browser(as: .senco)
    try await browser.open(amina)
    let page = try await browser.follow("History")
    #expect(
      page.table("History").dropFirst().map { Array($0.prefix(3)) } == [
        ["21 November 2026, 10:31", "Ruth Lowe", "Opened the record"],
        ["21 November 2026, 09:30", "Peter Hale", "Opened the record"],
      ])
    #expect(try await teacher.open("\(amina)/history").status == 403)
  }

  @Test(arguments: Engine.all)
  func `what a pupil gets is costed, and the figure opens its working`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    let page = try await browser.open(amina)
    let rows = page.table("Groups and strategies now")
    #expect(rows[0] == ["Provision", "Heading", "When", "With", "Dates", "To date", "Over 2026/27"])
    #expect(rows.count == 2 && rows[1][0] == "Phonics catch-up")
    let figure = rows[1][6]
    #expect(figure.hasPrefix("£") && page.text.contains("over the whole of 2026/27"))
    let working = try await browser.follow(figure)
    #expect(working.status == 200 && working.text.contains(figure))
  }

  @Test func `what is not one's own is not found, and what one may not do is refused`() async throws {
    let site = try await TestSite()
    let jakub = "\(list)/\(SamplePupil.jakub.id(in: school).text)"
    #expect(try await site.browser(as: .teacher).open(jakub).status == 404)
    #expect(try await site.browser(as: .teacher).open("\(amina)/status").status == 403)
    #expect(try await site.browser(as: .office).open("\(amina)/status").status == 403)
    #expect(try await site.browser(as: .senco).open("\(list)/nobody").status == 404)
    #expect(try await site.browser(as: .senco).open("\(amina)/status/2025-99-01").status == 404)
    let teacher = try await site.browser(as: .teacher).open(amina)
    #expect(teacher.text.contains("SEN support") && teacher.link("Change SEN status") == nil)
    #expect(
      teacher.table("Groups and strategies now").last
        == ["Phonics catch-up", "Literacy", "20 min, 2 × week", "Dawn Carter", "Since 7 September 2026"])
    #expect(!teacher.text.contains("UPN") && !teacher.text.contains("Contacts"))
    let senco = try await site.browser(as: .senco).open(jakub)
    #expect(senco.text.contains("Counselling"))
    #expect(!teacher.text.contains("£"))
    #expect(try await !site.browser(as: .assistantSenco).open(jakub).text.contains("Counselling"))
    let finance = try await site.browser(as: .finance).open(amina)
    #expect(finance.status == 200 && !finance.text.contains("SEN"))
  }
}
