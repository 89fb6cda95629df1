import Domain
import Exchange
import Store
import TestSupport
import Testing

@testable import Site

/// A list of pupils by the page, as a new user would bring it in.
@Suite struct ImportJourneyTests {
  @Test(arguments: Engine.all) func `a faulty list goes in without its bad rows, when the user says so`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.list)
    try await browser.follow("Import pupils")
    let preview = try await browser.upload(
      ImportFiles.list, ["effective": "1 November 2026"], named: "pupils.csv", ImportFiles.faultyPupils)
    #expect(preview.h1 == "What would be done")
    #expect(preview.says("“31/02/2020” is not a date"))
    #expect(preview.says("Rows 3 and 5 have the same UPN"))
    #expect(preview.says("wrong check letter"))
    #expect(preview.says("Zoé"), "Windows-1252 is understood")
    let refused = preview.table("Refused rows")
    #expect(refused.contains { $0.prefix(2) == ["DOB", "4"] }, "\(refused)")

    // Without a word about the bad rows nothing is written, and the preview is still there.
    let not = try await browser.submit(preview.path)
    #expect(not.status == 422)
    #expect(not.problems.first?.hasPrefix("Nothing was imported: row 4, “DOB”") == true, "\(not.problems)")
    #expect(try await site.roll().count == 4)

    let done = try await browser.submit(preview.path, ["skip-refused": "yes"])
    #expect(done.h1 == "Imported")
    #expect(done.says("1 new"))
    let roll = try await site.roll()
    #expect(roll.count == 5)
    let status = roll.first { $0.pupil.surname == "Nowak" }?.facts.statuses.facts.first
    #expect(status?.value.status == .support)
    #expect(status?.span.from == Day(2026, 11, 1))
    #expect(roll.first { $0.pupil.surname == "Yusuf" }?.facts.statuses.facts.count == 2, "from K to E on its day")
    for line in site.log.lines { #expect(!line.contains("Yusuf") && !line.contains("Nowak")) }
  }

  @Test func `the same file twice changes nothing`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.bringIn(.pupils, ImportFiles.pupils(12))
    try await browser.submit(browser.page.path)
    #expect(browser.page.says("12 new"))
    try await browser.bringIn(.pupils, ImportFiles.pupils(12))
    #expect(browser.page.says("Everything in this file is here already"))
    #expect(!browser.page.forms.contains { $0.buttons.contains { $0.label.contains(/^Import \d/) } })
    try await browser.press("Cancel this import")
    #expect(try await site.roll().count == 16)
  }

  @Test(arguments: Engine.all) func `columns that cannot be guessed come first, and are remembered`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    let first = try await browser.bringIn(.pupils, ImportFiles.oddHeadings)
    #expect(first.h1 == "Say what the columns are")
    #expect(first.says("Trellis found no column with UPNs"))
    #expect(first.says("Okafor · Silva"), "with some of its values")

    let twice = try await browser.submit(
      "\(first.path)/columns", ["column-1": "surname", "column-2": "surname"])
    #expect(twice.status == 422)
    #expect(twice.problems == ["“Familie” and “Rufname” cannot both be “Surname”. Choose one of them."])
    #expect(twice.value("column-2") == "surname", "what was chosen stays")

    let said = try await browser.submit(
      "\(first.path)/columns", ["column-2": "forename", "column-3": "birth-date", "column-4": "class"])
    #expect(said.h1 == "What would be done")
    #expect(said.says("Okafor, Ada"))
    try await browser.submit(said.path)
    #expect(browser.page.says("2 new"))

    let again = try await browser.bringIn(.pupils, Array("Familie;Rufname;Geboren am\nKaya;Deniz;2.9.2019\n".utf8))
    #expect(again.h1 == "What would be done", "the school has said it before")
    #expect(again.says("Kaya, Deniz"))
  }

  @Test func `a column that was guessed wrongly is changed on the preview`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let list = Array("Surname,Forename,DOB,Form,Set\nOkafor,Ada,01/09/2019,wrong,3B\n".utf8)
    let preview = try await browser.bringIn(.pupils, list)
    #expect(preview.value("column-4") == "class")
    let changed = try await browser.submit("\(preview.path)/columns", ["column-4": "", "column-5": "class"])
    #expect(changed.says("3B"))
    try await browser.submit(changed.path)
    let ada = try await site.roll().first { $0.pupil.surname == "Okafor" }
    #expect(ada?.facts.classes.facts.first?.value == "3B")
  }

  @Test func `a column that is said to be nothing stays so the next time`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let list = Array("Surname,Forename,DOB,Form\nOkafor,Ada,01/09/2019,odd\n".utf8)
    let preview = try await browser.bringIn(.pupils, list)
    let changed = try await browser.submit("\(preview.path)/columns", ["column-4": ""])
    try await browser.submit(changed.path)
    #expect(try await site.roll().first { $0.pupil.surname == "Okafor" }?.facts.classes.facts.isEmpty == true)
    let next = try await browser.bringIn(.pupils, Array("Surname,Forename,DOB,Form\nSilva,Rui,01/09/2019,odd\n".utf8))
    #expect(next.value("column-4") == "")
  }

  @Test func `whoever is missing from the file and has left is ticked, with a day`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let list = Array("Surname,Forename,DOB\nYusuf,Amina,14/03/2019\nWójcik,Jakub,30/01/2017\n".utf8)
    let preview = try await browser.bringIn(.pupils, list)
    let tom = SampleSchool.ashfieldPrimary.pupils[2].id(in: .ashfieldPrimary)
    #expect(preview.table("Missing rows").count == 3)
    let not = try await browser.submit(preview.path, ["left": tom])
    #expect(not.status == 422)
    #expect(not.problems == ["Say on which day those who left were last here."])
    #expect(not.value("left") == tom.text, "the tick stays")
    let done = try await browser.submit(preview.path, ["left-on": "20 November 2026"])
    #expect(done.h1 == "Imported")
    let roll = try await site.roll()
    #expect(roll.first { $0.pupil.id == tom }?.pupil.leftOn == Day(2026, 11, 20))
    #expect(roll.first { $0.pupil.surname == "Price" }?.pupil.leftOn == nil, "who is not ticked stays")
  }

  @Test func `those who left on different days are given each their own, in one import`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let list = Array("Surname,Forename,DOB\nYusuf,Amina,14/03/2019\nWójcik,Jakub,30/01/2017\n".utf8)
    let preview = try await browser.bringIn(.pupils, list)
    let school = SampleSchool.ashfieldPrimary
    let (tom, other) = (school.pupils[2].id(in: school), school.pupils[3].id(in: school))
    let own = "left-on:\(other.text)"
    // A day without its tick, and one that is no day, are said at their fields.
    let days = ["left-on": "20 November 2026", own: "6 November 2026"]
    var page = try await browser.submit(preview.path, days.merging(["left": tom.text]) { $1 })
    #expect(page.status == 422)
    #expect(page.problems == ["A last day is written here. Tick “Has left” too, or take the day out."])
    page = try await browser.submit(preview.path, ["all-left": "yes", own: "6 Novembre"])
    #expect(page.problems == ["Write the last day as 17 July 2026 or 17/07/2026."])
    #expect(page.value(own) == "6 Novembre")
    page = try await browser.submit(preview.path, ["all-left": "yes", own: "6 November 2026"])
    #expect(page.h1 == "Imported")
    let roll = try await site.roll()
    #expect(roll.first { $0.pupil.id == tom }?.pupil.leftOn == Day(2026, 11, 20))
    #expect(roll.first { $0.pupil.id == other }?.pupil.leftOn == Day(2026, 11, 6))
  }

  @Test func `a match by name whose UPNs differ is answered on the page`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.bringIn(.pupils, Array("Surname,Forename,DOB,UPN\nSilva,Rui,01/09/2019,Z900000119011\n".utf8))
    try await browser.submit(browser.page.path)
    let other = Array("Surname,Forename,DOB,UPN\nSilva,Rui,01/09/2019,Y900000119012\n".utf8)
    let preview = try await browser.bringIn(.pupils, other)
    #expect(preview.says("the UPN differs. Is it the same child?"))
    let shown = try await browser.press("Show it again with my answers", ["answer:row-2": "new"])
    #expect(shown.says("Import 1 new"))
    #expect(shown.value("answer:row-2") == "new", "an answer can be changed")
    try await browser.press("Import 1 new")
    #expect(try await site.roll().count { $0.pupil.surname == "Silva" } == 2)
  }

  @Test func `staff, groups and terms come in by their pages`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.bringIn(
      .staff, named: "staff.csv", Array("Name,Role,Hours\nMira Patel,Teaching assistant,30\n".utf8))
    try await browser.submit(browser.page.path)
    #expect(browser.page.h1 == "Imported", "\(browser.page.text)")
    try await browser.bringIn(
      .groups, ["effective": "2 November 2026"], named: "groups.csv",
      Array("Provision,Minutes,Sessions,Led by,Pupil\nNurture,30,2,Mira Patel,Amina Yusuf\n".utf8))
    try await browser.submit(browser.page.path)
    #expect(browser.page.says("1 new"), "\(browser.page.text)")
    try await browser.open("/schools/900001/groups")
    #expect(browser.page.says("Nurture"))
    let head = try await site.browser(as: .headTeacher)
    try await head.open(ImportFiles.list)
    if head.page.status == 200, head.page.link("Terms and closures") != nil {
      let terms = "Name,From,Until,Kind\nAutumn,01/09/2027,17/12/2027,term\n"
      try await head.bringIn(.calendar, named: "terms.csv", Array(terms.utf8))
      try await head.submit(head.page.path)
      #expect(head.page.h1 == "Imported", "\(head.page.text)")
    }
  }
}
