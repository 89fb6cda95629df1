import Domain
import TestSupport
import Testing

@testable import Site

/// What is done with a group from its first day to its copy, with what goes wrong on the way.
@Suite struct GroupJourneysTests {
  private let school = SampleSchool.ashfieldPrimary
  private let groups = "/schools/900001/groups"
  private var phonics: String { "\(groups)/\(school.phonicsGroup.text)" }

  @Test(arguments: Engine.all)
  func `a group is added from the catalogue; what was refused is still there`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(groups)
    try await browser.follow("Add a group")
    try await browser.follow("Phonics catch-up")
    var page = try await browser.submit(
      ["minutes": "half an hour", "staff": school.person(.teachingAssistant).staffMember!, "share-typed": "a lot"],
      pressing: "Add this group")
    #expect(page.status == 422 && page.problems.count == 2)
    #expect(page.value("minutes") == "half an hour" && page.value("share-typed") == "a lot")
    page = try await browser.submit(["class": "3A"], pressing: "Show and tick them all")
    #expect(page.says("Amina") && page.value("minutes") == "half an hour")
    page = try await browser.submit(["minutes": "25", "share-typed": "1/2"], pressing: "Add this group")
    #expect(page.done == "Added." && page.h1 == "Phonics catch-up" && page.says("25 min"))
    #expect(page.says("Amina Yusuf") && page.says("Dawn Carter"))
  }

  @Test(arguments: Engine.all) func `a form that is sent twice adds one group`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    let form = try await browser.open("\(groups)/new?type=\(school.phonicsType.text)")
    let fields = try #require(form.forms.first { $0.isInMain }).sent.filter { $0.0 != "act" } + [("act", "add")]
    let first = try await browser.post("\(groups)/new", fields)
    let again = try await browser.post("\(groups)/new", fields)
    #expect(first.done == "Added." && again.path == first.path)
  }

  @Test func `a copy that is sent twice is made once, and the second one is told`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open("\(phonics)/end")
    try await browser.submit(["until": "18 December 2026"])
    try await browser.open("\(phonics)/copy")
    let form = try #require(browser.page.forms.first { $0.isInMain && $0.method == "post" })
    let fields =
      form.sent.filter { !["from", "until"].contains($0.0) } + [
        ("from", "4 January 2027"), ("until", "25 March 2027"),
      ]
    let first = try await browser.post("\(phonics)/copy", fields)
    #expect(first.h1 == "Phonics catch-up" && first.path != phonics)
    let again = try await browser.post("\(phonics)/copy", fields)
    #expect(again.status == 409)
  }

  /// What two people do at once: the form's address, what the second one types, and a row of what both are shown.
  struct Race: Sendable, CustomTestStringConvertible {
    let path: String
    let typed: [String: String]
    let row: [String]
    var testDescription: String { path }
  }

  static let races: [Race] = {
    let school = SampleSchool.ashfieldPrimary
    let place = "places/\(school.phonicsMember.text)"
    let lead = "leads/\(school.phonicsLead.text)"
    return [
      Race(path: "correct", typed: ["name": "Sounds"], row: ["Name", "Phonics catch-up", "Sounds"]),
      Race(path: "schedule", typed: ["minutes": "35"], row: ["When", "20 min, 2 × week", "35 min, 2 × week"]),
      Race(path: "end", typed: ["until": "4 December 2026"], row: ["Last day", "none", "4 December 2026"]),
      Race(path: place, typed: ["until": "4 December 2026"], row: ["Last day", "none", "4 December 2026"]),
      Race(path: "\(place)/correct", typed: ["weight": "2"], row: ["Weight", "1", "2"]),
      Race(path: "\(lead)/correct", typed: ["share-typed": "2/5"], row: ["Share", "all", "2/5"]),
      Race(
        path: lead, typed: ["act": "end", "day": "4 December 2026"], row: ["Last day", "none", "4 December 2026"]),
      Race(
        path: "items", typed: ["item": "Cards", "cost": "3.50"],
        row: ["Bought for it", "Readers, £48.00", "Cards, 3.50"]),
    ]
  }()

  @Test(arguments: races)
  func `somebody else was quicker: both values are shown, and nothing typed is lost`(race: Race) async throws {
    let site = try await TestSite()
    let (mine, theirs) = (try await site.browser(as: .senco), try await site.browser(as: .senco))
    try await mine.open("\(phonics)/\(race.path)")
    try await theirs.open("\(phonics)/correct")
    try await theirs.submit(["note": "Bring the cards."])
    var page = try await mine.submit("\(phonics)/\(race.path)", race.typed)
    #expect(page.status == 409)
    #expect(page.problems == ["Somebody else has changed this group since you opened the page."])
    #expect(page.table("What stands there now, and what you typed").contains(race.row))
    for (name, value) in race.typed { #expect(page.value(name) == value) }
    page = try await mine.submit("\(phonics)/\(race.path)", pressing: "Save mine all the same")
    #expect(page.status == 200 && page.done != nil && page.path == phonics)
  }

  @Test func `a refused form keeps the version that it showed, so that a conflict is still told`() async throws {
    let site = try await TestSite()
    let (mine, theirs) = (try await site.browser(as: .senco), try await site.browser(as: .senco))
    try await mine.open("\(phonics)/end")
    try await theirs.open("\(phonics)/correct")
    try await theirs.submit(["place": "The Nest"])
    #expect(try await mine.submit(["until": "soon"]).status == 422)
    #expect(try await mine.submit(["until": "18 December 2026"]).status == 409)
  }

  /// Twice on Monday, and on Tuesday at one time in week A and another in week B.
  private static let twice = "Mon 09:30, Mon 14:00, every other week (A) Tue 09:00, every other week (B) Tue 10:30"

  @Test(arguments: Engine.all)
  func `a group meets twice on a day, and at other times in weeks A and B; nothing is lost on edit`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open("\(phonics)/schedule")
    var page = try await browser.submit([
      "pattern": "days", "days": ["0", "1"], "start-0": "9:30", "start-1": "9:00", "weeks-1": "A",
      "day-5": "0", "start-5": "14:00", "day-6": "1", "start-6": "half past ten", "weeks-6": "B",
    ])
    #expect(page.status == 422 && page.value("start-6") == "half past ten" && page.value("day-5") == "0")
    page = try await browser.submit(["start-6": "10:30"])
    #expect(page.done != nil && page.says("20 min, \(Self.twice)"))
    try await browser.open("\(phonics)/schedule")
    #expect(browser.page.value("start-5") == "14:00" && browser.page.value("weeks-6") == "B")
    page = try await browser.submit(["minutes": "25"])
    #expect(page.says("25 min, \(Self.twice)"))
    // There is room for more, and a time without a day is told.
    try await browser.open("\(phonics)/schedule")
    page = try await browser.submit(["start-7": "11:00"])
    #expect(page.status == 422 && page.problems == ["Choose the day of this time, or clear it."])
    page = try await browser.submit(["day-7": "4"])
    #expect(page.says("Fri 11:00"))
    try await browser.open("\(phonics)/schedule")
    try await browser.submit(["day-5": "", "start-5": ""])
    page = try await browser.open("\(phonics)/schedule")
    #expect(page.value("start-0") == "09:30" && page.value("start-4") == "11:00" && page.value("start-5") == "10:30")
    #expect(page.value("start-6") == "", "what was cleared is gone")
  }

  @Test func `the same time twice is refused`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open("\(phonics)/schedule")
    let page = try await browser.submit([
      "pattern": "days", "days": ["0"], "start-0": "9:30", "day-5": "0", "start-5": "09:30",
    ])
    #expect(page.problems == ["The same day and time stand there twice."])
  }

  @Test(arguments: Engine.all) func `an adult comes, gives another share, and goes`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(phonics)
    try await browser.follow("Add an adult")
    var page = try await browser.submit(["from": "soon"])
    #expect(page.status == 422 && page.problems.contains("Choose who leads it."))
    let teacher = school.person(.teacher)
    page = try await browser.submit([
      "staff": teacher.staffMember!, "share": "1/2", "from": "2 November 2026", "until": "18 December 2026",
    ])
    #expect(page.done == "Added." && page.says(teacher.name) && page.says("2 Nov to 18 Dec 2026"))
    page = try await browser.open("\(phonics)/leads")
    page = try await browser.submit(["staff": teacher.staffMember!, "from": "1 December 2026"])
    #expect(page.problems == ["\(teacher.name) leads this group in these days already."])
  }

  @Test(arguments: Engine.all) func `pupils are found by need, ticked, and leave`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(phonics)
    try await browser.follow("Add pupils")
    var page = try await browser.submit(["from": "2 November 2026"], pressing: "Add who is ticked")
    #expect(page.status == 422 && page.problems == ["Tick at least one pupil."])
    page = try await browser.submit(["class": "1C"], pressing: "Show and tick them all")
    page = try await browser.submit([:], pressing: "Add who is ticked")
    #expect(page.done == "Added." && page.says("Ella Price"))
    try await browser.open("\(phonics)/places/\(school.phonicsMember.text)")
    page = try await browser.submit("\(phonics)/places/\(school.phonicsMember.text)", ["until": "1 July 2020"])
    #expect(page.status == 422 && page.value("until") == "1 July 2020")
    page = try await browser.submit("\(phonics)/places/\(school.phonicsMember.text)", ["until": "20 November 2026"])
    #expect(page.done?.hasPrefix("Ended.") == true)
  }

  @Test func `strangers find nothing, and who may not change is refused`() async throws {
    let site = try await TestSite()
    let stranger = try await site.browser(as: .senco, at: .brookvaleSecondary)
    for path in [phonics, "\(phonics)/end", "\(groups)/new", "\(groups)/clashes"] {
      #expect(try await stranger.open(path).status == 404)
    }
    let teacher = try await site.browser(as: .teacher)
    #expect(try await teacher.open(phonics).status == 200)
    #expect(teacher.page.link("Add pupils") == nil && teacher.page.link("Correct") == nil)
    for path in ["end", "correct", "schedule", "copy", "pupils", "leads", "items"] {
      #expect(try await teacher.open("\(phonics)/\(path)").status == 403, "\(path)")
    }
  }
}
