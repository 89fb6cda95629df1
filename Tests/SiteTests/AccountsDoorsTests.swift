import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary

/// What visitors of the demonstration may do behind its doors, and what closes these after saying so.
@Suite struct AccountsDoorsTests {
  private func demonstration(
    _ engine: Engine = .sqlite, _ settings: SiteSettings = .forTests
  ) async throws -> TestSite {
    var settings = settings
    settings.offersDemonstration = true
    let site = try await TestSite(engine, settings: settings)
    try await site.database.becomeDemonstration()
    return site
  }

  private func enter(_ site: TestSite, _ role: Role = .senco) async throws -> Browser {
    let browser = site.browser()
    try await browser.open("/sign-in")
    try await browser.submit("/demonstration/\(role.rawValue)", [:])
    return browser
  }

  struct Person: Sendable, CustomTestStringConvertible {
    let path: String
    let typed: [String: String]
    var testDescription: String { path }
  }

  private static let people: [Person] = {
    let amina = SamplePupil.amina.id(in: ashfield)
    return [
      Person(path: "pupils/new", typed: ["surname": "Realname", "forename": "Robin", "birth-day": "3 April 2017"]),
      Person(path: "pupils/\(amina)/details", typed: ["surname": "Realname"]),
      Person(path: "pupils/\(amina)/contacts/new", typed: ["name": "Real Parent", "relationship": "Mother"]),
      Person(path: "staff/new", typed: ["name": "Real Colleague", "role": ashfield.teacherPay.text]),
      Person(path: "staff/\(ashfield.person(.teacher).staffMember!)/details", typed: ["name": "Real Colleague"]),
    ]
  }()

  @Test(arguments: people)
  func `somebody may be typed in, under a ribbon that says who can read it`(person: Person) async throws {
    let site = try await demonstration()
    let browser = try await enter(site)
    let path = "/schools/900001/\(person.path)"
    let page = try await browser.open(path)
    #expect(page.allText.contains("What you type here, anybody can read") && !page.says("closes these doors"))
    let answer = try await browser.submit(path, person.typed)
    #expect(answer.status == 200 && answer.done != nil, "\(answer.h1)")
    #expect(try await site.database.hasOpenDoors())
  }

  @Test(arguments: Engine.all)
  func `an invitation closes the doors when it is taken up, after saying so, and goes by no mail`(
    engine: Engine
  ) async throws {
    let mail = Outbox()
    let site = try await demonstration(engine, mail.settings)
    let (browser, invited) = (try await enter(site), site.browser())
    let page = try await browser.open("/schools/900001/members/invite")
    #expect(page.says("You get a link to hand over") && !page.says("closes these doors"))
    let path = try await invite("real.person@council.example", browser)
    #expect(browser.page.h1 == "The invitation is ready")
    #expect(browser.page.says("sends no mail") && browser.page.says("closes its one-click doors for good"))
    #expect(await mail.isEmpty)
    #expect(try await invited.open(path).says("closes these doors for good"))
    #expect(try await site.database.hasOpenDoors(), "looking closes nothing")
    let answer = try await invited.submit([
      "name": "Real Person", "new-password": "copper lantern walks at midnight",
      "again": "copper lantern walks at midnight",
    ])
    #expect(answer.status == 200 && answer.path != "/sign-in", "\(answer.path)")
    #expect(try await !site.database.hasOpenDoors())
    #expect(try await browser.open("/schools/900001", follows: false).status == 303)
  }

  @Test(arguments: Engine.all)
  func `an account that the operator made is told before it takes up an invitation; a shared one takes up none`(
    engine: Engine
  ) async throws {
    let site = try await demonstration(engine)
    let (senco, governor) = (try await enter(site), try await enter(site, .governor))
    let path = try await invite(ashfield.person(.governor).email, senco)
    #expect(try await governor.open(path).says("takes up no invitation"))
    let token = try #require(governor.page.forms.first?.sent.first { $0.0 == "csrf" }?.1)
    #expect(try await governor.post(path, [("csrf", token)]).status == 403)
    #expect(try await site.database.hasOpenDoors())
    let known = try await site.browser(as: .governor)
    #expect(try await known.open(path).says("closes these doors for good"))
    try await known.submit(path, [:])
    #expect(try await !site.database.hasOpenDoors())
    #expect(try await known.open("/schools/900001").status == 200)
    #expect(try await governor.open("/schools/900001", follows: false).status == 303)
  }

  @Test func `without a demonstration an invitation speaks of no doors`() async throws {
    let site = try await TestSite()
    let path = try await invite("real.person@council.example", try await site.browser(as: .senco))
    #expect(try await !site.browser().open(path).says("doors"))
  }

  /// The path of the invitation's link.
  private func invite(_ email: String, _ browser: Browser) async throws -> String {
    try await browser.open("/schools/900001/members/invite")
    let page = try await browser.submit(["email": email, "role": "teacher"])
    return String(try #require(page.source.firstMatch(of: /\/invitation\/[A-Za-z0-9_-]+/)).0)
  }

  @Test func `nobody gets a password from the demonstration's pages`() async throws {
    let site = try await demonstration()
    let browser = try await enter(site)
    let teacher = ashfield.person(.teacher).account
    let page = try await browser.open("/schools/900001/members/\(teacher)")
    #expect(!page.says("Make a link") && !page.says("Issue the link again"))
    let token = try #require(page.forms.first?.sent.first { $0.0 == "csrf" }?.1)
    #expect(try await browser.post("/schools/900001/members/\(teacher)/reset", [("csrf", token)]).status == 403)
    #expect(try await site.database.hasOpenDoors())
  }

  @Test(arguments: Engine.all)
  func `a session of the doors is over when somebody real is there, whoever brought it`(engine: Engine) async throws {
    let site = try await demonstration(engine)
    let browser = try await enter(site)
    #expect(try await browser.open("/schools/900001").status == 200)
    try await site.database.write(keeper: "elsewhere") { connection in
      try Invitations(ashfield.viewer(.senco), connection).invite(
        email: "real@council.example", to: .teacher, today: Day(2026, 11, 21)!)
      try connection.run("UPDATE invitations SET used_at = \(connection.now)")
    }
    #expect(try await browser.open("/schools/900001", follows: false).status == 303)
  }
}

/// What members' pages say of accounts that the operator has made.
@Suite struct AccountsMadeTests {
  private let members = "/schools/900001/members"

  @Test(arguments: Engine.all)
  func `an account without a password is invited still, and its link is issued again for three days`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let account = try await site.database.write(keeper: "operator") { connection in
      let id = try Accounts.add(email: "new@ashfield.example", name: "Nia Newcomer", connection)
      try Members(ashfield.operatorViewer, connection).grant(.teacher, to: id, during: Span(Day(2026, 11, 21)!)!)
      return id
    }
    let senco = try await site.browser(as: .senco)
    let list = try await senco.open(members)
    let row = try #require(list.table("Accounts with a role in this school").first { $0.first == "Nia Newcomer" })
    #expect(row.last == "Invited")
    #expect(try await senco.open("\(members)/\(account)").says("has not chosen a password yet"))
    let slip = try await senco.press("Issue the link again")
    #expect(slip.says("until 24 November 2026, 09:30"))
  }

  @Test(arguments: Engine.all)
  func `a role that ends on the day on which it was given leaves the list of members, not a missing page`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let account = try await site.database.write(keeper: "operator") { connection in
      let id = try Accounts.add(email: "new@ashfield.example", name: "Nia Newcomer", connection)
      try Members(ashfield.operatorViewer, connection).grant(.teacher, to: id, during: Span(Day(2026, 11, 21)!)!)
      return id
    }
    let senco = try await site.browser(as: .senco)
    try await senco.open("\(members)/\(account)")
    let page = try await senco.press("End at once: Teacher")
    #expect(page.status == 200 && page.path == members && page.done != nil)
    #expect(!page.says("Nia Newcomer"))
  }
}
