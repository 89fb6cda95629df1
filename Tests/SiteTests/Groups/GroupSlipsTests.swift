import Domain
import TestSupport
import Testing

@testable import Site

/// What goes wrong with a group, and how it is told of and taken back.
@Suite struct GroupSlipsTests {
  private let school = SampleSchool.ashfieldPrimary
  private let groups = "/schools/900001/groups"
  private var phonics: String { "\(groups)/\(school.phonicsGroup.text)" }
  private var new: String { "\(groups)/new?type=\(school.phonicsType.text)" }

  @Test(arguments: Engine.all) func `a group that was made by mistake is removed from its page`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    var page = try await browser.open(phonics)
    #expect(page.says("It was made by mistake"))
    #expect(page.says("1 place of a pupil, 1 entry of who leads it, 1 thing bought for it, and when it meets."))
    let stale = page
    page = try await browser.press("Remove this group")
    #expect(page.path == groups && page.done == "Removed." && !page.says("Phonics catch-up"))
    #expect(try await browser.open(phonics).status == 404)
    let map = try await browser.open("/schools/900001/map")
    #expect(!map.says("Phonics catch-up"))
    let fields = try #require(stale.forms.first { $0.action.hasSuffix("/removal") }).sent
    #expect(try await browser.post("\(phonics)/removal", fields).status == 404)
    let teacher = try await site.browser(as: .teachingAssistant)
    #expect(try await !teacher.open(groups).says("It was made by mistake"))
  }

  @Test func `a removal of what somebody else has changed is a conflict`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(phonics)
    let other = try await site.browser(as: .senco)
    try await other.open("\(phonics)/end")
    try await other.submit(["until": "18 December 2026"])
    #expect(try await browser.press("Remove this group").status == 409)
    #expect(try await browser.open(phonics).status == 200)
  }

  @Test func `far days and night sessions are saved, and asked about once`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(new)
    var page = try await browser.submit(
      [
        "from": "1/9/1990", "until": "", "pattern": "days", "days": ["1"], "start-1": "23:50", "minutes": "20",
      ], pressing: "Add this group")
    #expect(page.done == "Added." && page.says("Please look again."))
    #expect(page.says("It begins on 1 September 1990, more than two years ago. Is the year right?"))
    #expect(page.says("It meets on Tuesday at 23:50 for 20 minutes, after 19:00. Is the time right?"))
    page = try await browser.open(page.path)
    #expect(!page.says("Please look again."))
    page = try await browser.open("\(phonics)?done=changed")
    #expect(!page.says("Please look again."))
  }

  @Test(arguments: Engine.all) func `once on a closed day is refused with the next open day`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    let sentence =
      "The school is closed on Saturday 28 November 2026. The next day on which it is open is Monday 30 November 2026."
    try await browser.open(new)
    var page = try await browser.submit(
      ["pattern": "once", "once": "28/11/2026", "minutes": "20"], pressing: "Add this group")
    #expect(page.status == 422 && page.problems == [sentence] && page.value("once") == "28/11/2026")
    try await browser.open("\(phonics)/schedule")
    page = try await browser.submit(["pattern": "once", "once": "28/11/2026", "minutes": "20"])
    #expect(page.status == 422 && page.problems == [sentence])
    page = try await browser.submit(["once": "30/11/2026"])
    #expect(page.status == 200 && page.says("once, on 30 Nov 2026"))
  }

  @Test func `pupils are shown once it is said which`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    for address in [new, "\(phonics)/pupils"] {
      let sentence = "Choose a class, a year group or a need first"
      #expect(try await !browser.open(address).says(sentence))
      for button in ["Show these pupils", "Show and tick them all"] {
        #expect(try await browser.submit([:], pressing: button).says(sentence), "\(address) \(button)")
      }
      #expect(try await !browser.submit(["class": "3A"], pressing: "Show these pupils").says(sentence))
    }
  }
}
