import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary

/// What visitors of the demonstration are told before they close its doors, and after.
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
  func `a form that types somebody in warns, and says afterwards that the doors are closed`(
    person: Person
  ) async throws {
    let site = try await demonstration()
    let (browser, bystander) = (try await enter(site), try await enter(site, .governor))
    let path = "/schools/900001/\(person.path)"
    #expect(try await browser.open(path).says("closes these doors for good"))
    #expect(try await site.database.hasOpenDoors(), "looking closes nothing")
    let answer = try await browser.submit(path, person.typed)
    #expect(answer.status == 200 && answer.h1 == "Saved, and the doors are closed")
    #expect(answer.says("you are signed out"))
    #expect(try await !site.database.hasOpenDoors())
    for visitor in [browser, bystander] {
      #expect(try await visitor.open("/schools/900001", follows: false).status == 303)
    }
  }

  @Test func `without a demonstration, and where nothing is typed in, no form warns`() async throws {
    let site = try await TestSite()
    let senco = try await site.browser(as: .senco)
    for person in Self.people {
      #expect(try await !senco.open("/schools/900001/\(person.path)").says("closes these doors"))
    }
    let demonstration = try await demonstration()
    let visitor = try await enter(demonstration)
    let amina = SamplePupil.amina.id(in: ashfield)
    #expect(try await !visitor.open("/schools/900001/pupils/\(amina)/class").says("closes these doors"))
    let answer = try await visitor.submit(["class": "3B", "from": "21 November 2026"])
    #expect(answer.done?.hasPrefix("Changed") == true)
    #expect(try await demonstration.database.hasOpenDoors())
  }

  @Test(arguments: Engine.all)
  func `an invitation closes the doors, after saying so, and sends no mail for whom nobody knows`(
    engine: Engine
  ) async throws {
    let mail = Outbox()
    let site = try await demonstration(engine, mail.settings)
    let browser = try await enter(site)
    let page = try await browser.open("/schools/900001/members/invite")
    #expect(page.says("closes these doors for good") && page.says("You get a link to hand over"))
    let answer = try await browser.submit(["email": "real.person@council.example", "role": "teacher"])
    #expect(answer.h1 == "The invitation is ready" && answer.says("you are signed out"))
    #expect(answer.source.contains("/invitation/"))
    #expect(await mail.isEmpty)
    #expect(try await !site.database.hasOpenDoors())
    #expect(try await browser.open("/schools/900001/members", follows: false).status == 303)
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
  func `a session of the doors is over when anything real is there, whoever brought it`(engine: Engine) async throws {
    let site = try await demonstration(engine)
    let browser = try await enter(site)
    #expect(try await browser.open("/schools/900001").status == 200)
    try await site.database.write(keeper: "elsewhere") { connection in
      try connection.run("UPDATE accounts SET password_hash = 'x' WHERE id = \(ashfield.person(.teacher).account)")
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
