import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// A school's first page, for everybody who opens it.
@Suite struct SchoolsTodayTests {
  private let school = SampleSchool.ashfieldPrimary
  private let home = "/schools/900001"

  @Test(arguments: Engine.all) func `a SENCO sees figures, and what to look at`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .senco).open(home)
    #expect(page.h1 == "Today" && page.markup["problems"] == nil)
    #expect(page.says("Saturday 21 November 2026 · Autumn term, week 11 of 15"))
    #expect(page.says("pupils on the roll 4") && page.says("with SEN support 1") && page.says("with an EHC plan 1"))
    #expect(page.says("groups and strategies running 2"))
    #expect(page.says("One group meets, and nobody leads it."))
    #expect(page.link("Counselling") == "\(home)/groups/\(school.counsellingGroup.text)")
    #expect(page.says("School days left") && page.link("School map") == "\(home)/map")
    #expect(!page.says("First steps") && page.link("Rates") == nil)
  }

  @Test(arguments: Engine.all) func `an assistant sees the groups of the day, with their pupils`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .teachingAssistant)
    var page = try await browser.open(home)
    #expect(page.says("Your groups on Monday 23 November"))
    #expect(page.says("The school is closed today") || page.says("None of your groups meets today."))
    #expect(page.says("Phonics catch-up 2 × week"))
    site.clock.advance(days: 3)
    let tuesday = try await site.browser(as: .teachingAssistant)
    page = try await tuesday.open(home)
    #expect(page.says("Your groups today") && page.says("20 minutes · Library"))
    #expect(page.link("Amina Yusuf") == "\(home)/pupils/\(SamplePupil.amina.id(in: school).text)")
    #expect(!page.says("Jakub") && !page.says("pupils on the roll") && !page.says("Counselling"))
  }

  @Test func `a session stands at its hour, in its week`() async throws {
    let site = try await TestSite()
    let school = school
    try await site.database.write(keeper: school.id.text) { connection in
      try connection.run("UPDATE group_schedules SET pattern = 'days', sessions = 2")
      let schedules = try connection.rows(
        "SELECT id FROM group_schedules WHERE group_id = \(school.phonicsGroup)"
      ) { $0.text(0) }
      for (week, start) in [("A", 650), ("B", 555)] {
        try connection.run(
          """
          INSERT INTO group_slots (organisation_id, schedule_id, week, weekday, starts_at, lesson)
          VALUES (\(school.id), \(schedules[0]), \(week), \(0), \(start), 'English')
          """)
      }
    }
    let letter = try await site.database.read { try SchoolCalendars.load(school.id, $0) }.letter(of: Day(2026, 11, 23)!)
    let page = try await site.browser(as: .teachingAssistant).open(home)
    #expect(page.says(letter == .a ? "10:50 Phonics catch-up" : "09:15 Phonics catch-up"))
    #expect(page.says("20 minutes · Library · taken from English"))
  }

  @Test func `a teacher is led to their class`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .teacher)
    try await browser.open(home)
    #expect(browser.page.says("You lead no group at the moment."))
    let page = try await browser.follow("3A, 2 pupils")
    #expect(page.says("Yusuf, Amina") && page.says("O’Hara, Tom") && !page.says("Wójcik"))
  }

  @Test func `an account without a staff record is told what to do`() async throws {
    let site = try await TestSite()
    try await site.database.write(keeper: school.id.text) { try $0.run("UPDATE staff SET account_id = NULL") }
    let page = try await site.browser(as: .teacher).open(home)
    #expect(page.says("Your account is not linked to a staff record yet"))
  }

  @Test(arguments: Engine.all) func `a governor is shown no pupil and no group`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .governor).open(home)
    #expect(page.status == 200 && page.link("School map") == "\(home)/map")
    for words in ["pupils on the roll", "Counselling", "Phonics", "Yusuf", "To look at", "SEN support"] {
      #expect(!page.text.contains(words), "\(words)")
    }
  }

  @Test(arguments: Engine.all) func `finance is told which rates wait, and the SENCO is not led to them`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .finance).open(home)
    #expect(page.says("2 roles are priced at reference rates that the school has not confirmed."))
    #expect(page.link("Rates") == "\(home)/rates" && !page.says("with SEN support"))
    let senco = try await site.browser(as: .senco).open(home)
    #expect(!senco.says("reference rate"))
  }

  @Test(arguments: Engine.all) func `an empty school opens on first steps, for whoever can take them`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: "operator") { connection in
      let added = try Schools.add(
        try NewSchool(urn: "900009", name: "Elmbank Primary", phase: .primary), today: Day(2026, 11, 21)!, connection)
      for role in [Role.senco, .teacher, .office] {
        try connection.run(
          """
          INSERT INTO memberships (organisation_id, id, account_id, role, from_day, until_day, granted_by, written_at)
          VALUES (\(added.id), \(role.rawValue), \(school.person(role).account), \(role.rawValue), '2026-01-01', NULL,
            'Operator', \(connection.now))
          """)
      }
    }
    let browser = try await site.browser(as: .senco)
    var page = try await browser.open("/schools/900009")
    #expect(page.says("First steps"))
    let steps = page.markup.all { $0.has(class: "steps") }.first?.all { $0.name == "h3" }.map(\.text)
    #expect(steps == ["Check the calendar", "Staff", "Pupils", "Groups", "The map"])
    #expect(page.says("about 2 minutes Please check") && page.says("Not started"))
    let maps = "/schools/900009/imports/new?kind=map"
    #expect(page.link("Groups") == maps || page.links.contains { $0.address == maps })
    let groups = try await browser.open("/schools/900009/groups")
    #expect(groups.says("No groups run now") && groups.link("Add a group") == "/schools/900009/groups/new")
    #expect(groups.link("Paste or bring in the map that you keep today") == maps)
    page = try await browser.open("/schools/900009")
    #expect(page.markup.all { $0["aria-current"] == "step" }.first?.text.hasPrefix("Check the calendar") == true)
    try await browser.follow("Check the calendar")
    page = try await browser.press("I have checked it")
    page = try await browser.open("/schools/900009")
    #expect(page.markup.all { $0["aria-current"] == "step" }.first?.text.hasPrefix("Staff") == true)
    #expect(try await site.browser(as: .teacher).open("/schools/900009").says("First steps") == false)
    let office = try await site.browser(as: .office).open("/schools/900009")
    #expect(office.markup.all { $0.has(class: "steps") }.first?.all { $0.name == "h3" }.map(\.text) == ["Pupils"])
  }

  @Test func `a stranger finds no school`() async throws {
    let site = try await TestSite()
    let page = try await site.browser(as: .senco).open("/schools/900002")
    #expect(page.status == 404)
  }
}
