import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// Who works in the school.
@Suite struct StaffPagesTests {
  private let school = SampleSchool.ashfieldPrimary
  private let staff = "/schools/900001/staff"
  private var dawn: String { "\(staff)/\(school.person(.teachingAssistant).staffMember!.text)" }

  @Test(arguments: Engine.all) func `everybody is listed with role, hours, classes and groups`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .senco).open(staff)
    #expect(page.markup["problems"] == nil)
    let list = page.table("Staff now")
    #expect(list[0] == ["Name", "Role", "Hours a week", "Weeks", "Classes", "Groups led", "Account"])
    #expect(
      list.contains([
        "Dawn Carter", "Teaching assistant", "32 h 30 min", "39", "", "1",
        "Dawn Carter (teaching-assistant@900001.example)",
      ]))
    #expect(list.contains { $0[0] == "Peter Hale" && $0[4] == "3A" })
    #expect(page.link("Rates") == nil && page.says("Finance and the head teacher keep them"))
    let teacher = try await site.browser(as: .teacher).open(staff)
    #expect(teacher.table("Staff now")[0] == ["Name", "Role", "Hours a week", "Weeks", "Classes"])
    #expect(teacher.link("Add somebody") == nil)
    #expect(try await site.browser(as: .governor).open(staff).status == 403)
  }

  @Test(arguments: Engine.all) func `somebody is added, corrected and leaves`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(staff)
    try await browser.follow("Add somebody")
    var page = try await browser.submit(["hours": "many", "weeks": "60", "from": "soon"])
    #expect(page.status == 422)
    #expect(
      page.problems == [
        "Give a name.", "Choose a role.", "Write hours a week as 27.5 or 27:30.",
        "A year has between 1 and 53 weeks.",
        "“soon” is no day that we know. Enter the first day like 2 September 2026.",
      ])
    #expect(page.value("hours") == "many" && page.value("from") == "soon")
    page = try await browser.submit([
      "name": "Mrs Jo Lane", "role": school.assistantPay, "hours": "27:20", "weeks": "39", "from": "1 September 2026",
    ])
    #expect(page.done == "Added." && page.h1 == "Mrs Jo Lane" && page.says("27 h 20 min"))
    try await browser.follow("Correct")
    #expect(page.status == 200 && browser.page.value("hours") == "27:20")
    page = try await browser.submit(["hours": "30", "until": "1 August 2026"])
    #expect(page.problems == ["The last day is before the first."] && page.value("hours") == "30")
    page = try await browser.submit(["until": ""])
    #expect(page.done?.hasPrefix("Corrected.") == true && page.says("30 h"))
    try await browser.follow("Mark as leaving")
    page = try await browser.submit(["until": "31 August 2026"])
    #expect(page.problems == ["Mrs Jo Lane works here from 1 September 2026."])
    page = try await browser.submit(["until": "20 November 2026"])
    #expect(page.done?.hasPrefix("Marked as left.") == true && page.says("Left on 20 November 2026."))
    page = try await browser.open(staff)
    #expect(page.table("Staff who have left or are not here yet")[1][0] == "Mrs Jo Lane")
    try await browser.follow("Mrs Jo Lane")
    try await browser.follow("Change the last day")
    page = try await browser.submit(["until": ""])
    #expect(page.done == "Saved." && page.says("Since 1 September 2026"))
  }

  @Test func `somebody else was quicker: both values are shown, and nothing typed is lost`() async throws {
    let site = try await TestSite()
    let (mine, theirs) = (try await site.browser(as: .senco), try await site.browser(as: .finance))
    try await mine.open("\(dawn)/details")
    try await theirs.open("\(dawn)/details")
    try await theirs.submit(["hours": "20"])
    var page = try await mine.submit(["hours": "25", "name": "Dawn Carter-Lee"])
    #expect(page.status == 409)
    #expect(page.problems == ["Somebody has changed Dawn Carter's record since you opened this page."])
    let both = page.table("What stands there now, and what you typed")
    #expect(both.contains(["Hours a week", "20", "25"]) && both.contains(["Name", "Dawn Carter", "Dawn Carter-Lee"]))
    page = try await mine.submit(pressing: "Save mine all the same")
    #expect(page.done?.hasPrefix("Corrected.") == true && page.h1 == "Dawn Carter-Lee" && page.says("25 h"))
  }

  @Test(arguments: Engine.all) func `a record is linked to an account, and then has its groups`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(dawn)
    try await browser.follow("Change Account")
    var page = try await browser.submit(["account": ""])
    #expect(page.done == "Saved." && page.says("Not linked"))
    #expect(try await site.browser(as: .teachingAssistant).open("/schools/900001").says("not linked to a staff record"))
    try await browser.follow("Change Account")
    page = try await browser.submit(["account": school.person(.teachingAssistant).account])
    #expect(page.done == "Linked.")
    #expect(try await site.browser(as: .teachingAssistant).open("/schools/900001").says("Phonics catch-up"))
    #expect(try await site.browser(as: .finance).open("\(dawn)/account").status == 403)
  }

  @Test(arguments: Engine.all) func `a class is given, ended and taken back`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(dawn)
    try await browser.follow("Add a class")
    var page = try await browser.submit(["from": "soon"])
    #expect(
      page.problems == [
        "Choose a class, or name one that has no pupils yet.",
        "“soon” is no day that we know. Enter the first day like 2 September 2026.",
      ])
    page = try await browser.submit(["class": "5B", "from": "2 November 2026"])
    #expect(page.done == "Added." && page.says("5B Since 2 November 2026"))
    try await browser.follow("End or correct 5B")
    page = try await browser.submit(browser.page.path, ["until": "1 November 2026"])
    #expect(page.problems == ["It began on 2 November 2026."] && page.value("until") == "1 November 2026")
    page = try await browser.submit(browser.page.path, ["until": "18 December 2026"])
    #expect(page.says("5B 2 November to 18 December 2026"))
    try await browser.follow("End or correct 5B")
    page = try await browser.press("Remove it")
    #expect(page.done == "Removed." && page.says("Teaches no class."))
  }

  @Test(arguments: Engine.all) func `roles are added and put right`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .finance)
    try await browser.open(staff)
    try await browser.follow("Add a role")
    var page = try await browser.submit(["role": "teacher"])
    #expect(page.problems == ["Choose what its hours count with."] && page.value("role") == "teacher")
    page = try await browser.submit(["kind": "teacher"])
    #expect(page.problems == ["There is a role called “teacher” already."])
    page = try await browser.submit(["role": "Music therapist", "kind": "other"])
    #expect(page.done == "Added." && page.table("Roles").contains(["Music therapist", "Others", "0"]))
    try await browser.follow("Music therapist")
    page = try await browser.submit(["role": "Art therapist"])
    #expect(page.table("Roles").contains(["Art therapist", "Others", "0"]))
  }

  @Test func `hours are read as people write them`() {
    let read = ["27.5", "27,5", "27:30", "27 h 30", "27h30min", "27", "27.25", "0.5", " 32.50 "]
    #expect(read.map(StaffWording.minutes(typed:)) == [1650, 1650, 1650, 1650, 1650, 1620, 1635, 30, 1950])
    for odd in ["", "many", "27:75", "-3", "1.2.3", "99999"] {
      #expect(StaffWording.minutes(typed: odd) == nil, "\(odd)")
    }
    for minutes in [60, 1635, 1650, 1640, 1625] {
      #expect(StaffWording.minutes(typed: StaffWording.typedHours(minutes)) == minutes)
    }
  }
}
