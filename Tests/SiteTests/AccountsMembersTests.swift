import Domain
import Foundation
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary
private let brookvale = SampleSchool.brookvaleSecondary
private let today = Day(2026, 11, 21)!

@Suite struct AccountsInvitationTests {
  @Test(arguments: Engine.all) func `a colleague is invited by a slip, and comes in`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let senco = try await site.browser(as: .senco)
    try await senco.open("/schools/900001/members")
    #expect(senco.page.table("Accounts with a role in this school").count == Role.allCases.count + 1)
    try await senco.follow("Invite a colleague")
    #expect(senco.page.says("You get a link to hand over"))
    let refused = try await senco.submit(["email": "jo", "role": "office", "last-day": "soon"])
    #expect(refused.status == 422)
    #expect(refused.value("email") == "jo" && refused.value("last-day") == "soon")
    try await senco.submit(["email": "Jo.Field@Ashfield.example", "role": "office", "last-day": "31 July 2027"])
    #expect(senco.page.h1 == "The invitation is ready")
    let path = try path(on: senco.page)

    let jo = site.browser()
    let welcome = try await jo.open(path)
    #expect(welcome.h1 == "Welcome to Ashfield Primary School")
    #expect(welcome.says("Ruth Lowe invites jo.field@ashfield.example with the role Office, until 31 July 2027."))
    let bad = try await jo.submit(["name": "", "new-password": "Jo Field 12345", "again": "x"])
    #expect(bad.problems.count == 2)
    try await jo.submit(
      ["name": "Jo Field", "new-password": "seven brass kettles", "again": "seven brass kettles"])
    #expect(jo.page.path == "/second-factor/set-up")
    #expect(try await senco.open("/schools/900001/members").says("Office, until 31 July 2027"))

    let second = try await site.browser().open(path)
    #expect(second.status == 410)
    #expect(second.h1 == "This invitation has been taken up")
    #expect(!site.log.lines.contains { $0.contains(path.dropFirst("/invitation/".count)) })
  }

  @Test(arguments: Engine.all) func `a mailed invitation is not shown; a mail server that fails is no dead end`(
    engine: Engine
  ) async throws {
    let mail = Outbox()
    let site = try await TestSite(engine, settings: mail.settings)
    let senco = try await site.browser(as: .senco)
    try await senco.open("/schools/900001/members/invite")
    try await senco.submit(["email": "jo@new.example", "role": "teacher"])
    #expect(senco.page.h1 == "The invitation is sent")
    #expect(!senco.page.source.contains("/invitation/"))
    let (address, text) = try #require(await mail.next())
    #expect(address == "jo@new.example")
    #expect(text.contains("https://trellis.example/invitation/"))
    #expect(text.contains("24 November 2026, 09:30"))

    let broken = try await TestSite(engine, settings: Outbox(isBroken: true).settings)
    let other = try await broken.browser(as: .senco)
    try await other.open("/schools/900001/members/invite")
    try await other.submit(["email": "jo@new.example", "role": "teacher"])
    #expect(other.page.says("The mail server did not take the message."))
    #expect(other.page.source.contains("/invitation/"))
    #expect(!broken.log.lines.contains { $0.contains("jo@new.example") })
  }

  @Test(arguments: Engine.all) func `somebody with an account signs in to take up a second role`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let governor = brookvale.person(.governor)
    let path = try await invite(governor.email, "governor", site)
    let stranger = try await site.browser(as: .headTeacher)
    let other = try await stranger.open(path)
    #expect(other.says("this invitation is for another address"))
    let token = try #require(other.forms[0].sent.first { $0.0 == "csrf" }?.1)
    #expect(try await stranger.post(path, [("csrf", token)]).status == 403)
    let browser = site.browser()
    try await browser.open(path)
    try await browser.follow("Sign in")
    try await browser.submit(["email": governor.email, "password": SamplePerson.password])
    #expect(browser.page.path == path)
    let done = try await browser.press("Take up the role", follows: false)
    #expect(done.location == "/schools/900001?done=joined")
    #expect(try await browser.open("/").h1 == "Your schools")
  }

  @Test(arguments: Engine.all) func `expired, withdrawn and replaced links say what to do next`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let senco = try await site.browser(as: .senco)
    let withdrawn = try await invite("a@new.example", "teacher", site)
    let replaced = try await invite("b@new.example", "teacher", site)
    try await senco.open("/schools/900001/members")
    let withdraw = senco.page.forms.filter { $0.action.hasSuffix("/withdraw") }
    #expect(withdraw.count == 2)
    let order = senco.page.table("Invitations that have not been taken up").dropFirst().map { $0[0] }
    try await senco.submit(withdraw[order.firstIndex(of: "a@new.example")!].action, [:])
    #expect(senco.page.done == "The invitation is withdrawn; its link no longer works.")
    let issue = senco.page.forms.filter { $0.action.hasSuffix("/issue") }
    try await senco.submit(issue[order.firstIndex(of: "b@new.example")!].action, [:])
    let fresh = try path(on: senco.page)
    let visitor = site.browser()
    #expect(try await visitor.open(withdrawn).h1 == "This invitation was withdrawn")
    #expect(try await visitor.open(replaced).h1 == "This invitation is not known")
    #expect(try await visitor.open(fresh).status == 200)
    site.clock.advance(by: 72 * 3600)
    let expired = try await visitor.open(fresh)
    #expect(expired.status == 410)
    #expect(expired.h1 == "This invitation has expired")
    #expect(expired.says("Ask Ruth Lowe at Ashfield Primary School for a new one."))
  }

  @Test(arguments: Engine.all) func `nobody invites beyond their own rights`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let senco = try await site.browser(as: .senco)
    let page = try await senco.open("/schools/900001/members/invite")
    let roles = page.forms.first { $0.action.hasSuffix("/invite") }?.controls.first { $0.name == "role" }?.choices
    #expect(roles?.contains("finance") == false && roles?.contains("teacher") == true)
    let token = try #require(page.forms.last?.sent.first { $0.0 == "csrf" }?.1)
    let forced = try await senco.post(
      "/schools/900001/members/invite", [("csrf", token), ("email", "x@y.example"), ("role", "finance")])
    #expect(forced.status == 422)
    #expect(forced.problems.first?.hasPrefix("You cannot give or take the role of Finance officer") == true)
    let dpo = try await site.browser(as: .dataProtection)
    #expect(try await dpo.open("/schools/900001/members").status == 200)
    #expect(dpo.page.link("Invite a colleague") == nil)
    #expect(try await dpo.open("/schools/900001/members/invite").status == 403)
    let teacher = try await site.browser(as: .teacher)
    #expect(try await teacher.open("/schools/900001/members").status == 403)
  }

  /// Makes an invitation as the SENCO; the path of its link.
  private func invite(_ email: String, _ role: String, _ site: TestSite) async throws -> String {
    let browser = try await site.browser(as: .senco)
    try await browser.open("/schools/900001/members/invite")
    try await browser.submit(["email": email, "role": role])
    return try path(on: browser.page)
  }

  private func path(on page: ShownPage) throws -> String {
    let link = try #require(page.markup.all { $0["id"] == "link" }.first?["value"])
    return String(link.dropFirst(SiteSettings.forTests.publicURL.count))
  }
}

@Suite struct AccountsMembersJourneyTests {
  @Test(arguments: Engine.all) func `a role that ends is lost at once, in the middle of a session`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let office = ashfield.person(.office)
    let clerk = try await site.browser(as: .office)
    #expect(try await clerk.open("/", follows: false).location == "/schools/900001")
    let senco = try await site.browser(as: .senco)
    try await senco.open("/schools/900001/members")
    try await senco.follow("Beryl Stone")
    #expect(try await senco.press("End at once: Office").done == "The role is ended. What was done under it stays.")
    #expect(try await clerk.open("/").h1 == "No school or area yet")
    #expect(try await clerk.open("/schools/900001/members").status == 404)
    let head = try await senco.open("/schools/900001/members/\(ashfield.person(.headTeacher).account.text)")
    #expect(!head.forms.contains { $0.action.contains("/roles/") })
    let token = try #require(head.forms.last?.sent.first { $0.0 == "csrf" }?.1)
    let person = ashfield.person(.headTeacher)
    let forced = try await senco.post(
      "/schools/900001/members/\(person.account.text)/roles/\(person.membership.text)/end", [("csrf", token)])
    #expect(forced.status == 422)
    #expect(forced.problems.first?.hasPrefix("You cannot give or take") == true)
    let mismatched = try await senco.post(
      "/schools/900001/members/\(office.account.text)/roles/\(ashfield.person(.teacher).membership.text)/end",
      [("csrf", token)])
    #expect(mismatched.status == 404)
  }

  @Test(arguments: Engine.all) func `a member gets a second role, and a staff record`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let senco = try await site.browser(as: .senco)
    let assistant = ashfield.person(.teachingAssistant)
    let path = "/schools/900001/members/\(assistant.account.text)"
    try await senco.open(path)
    #expect(try await senco.submit("\(path)/roles", [:]).problems == ["Choose a role."])
    #expect(
      try await senco.submit("\(path)/roles", ["role": "office", "last-day": "1 November 2026"]).problems == [
        "The last day has passed already."
      ])
    #expect(try await senco.submit("\(path)/roles", ["role": "office", "last-day": "31/7/2027"]).done == "Added.")
    #expect(senco.page.says("21 November 2026 to 31 July 2027"))
    #expect(try await senco.submit("\(path)/roles", ["role": "office"]).status == 409)
    #expect(try await senco.submit("\(path)/staff", ["staff": ""]).done == "Linked.")
    let seen = try await site.database.read {
      try Viewers.viewer(account: assistant.account, in: ashfield.id, on: today, $0)
    }
    #expect(seen?.roles == [.teachingAssistant, .office])
    #expect(seen?.staffMember == nil)
  }

  @Test(arguments: Engine.all) func `a SENCO hands over a new password, but not to those above`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let senco = try await site.browser(as: .senco)
    let teacher = ashfield.person(.teacher)
    try await senco.open("/schools/900001/members/\(teacher.account.text)")
    try await senco.press("Make a link")
    #expect(senco.page.h1 == "The link is ready")
    let link = try #require(senco.page.markup.all { $0["id"] == "link" }.first?["value"])
    let browser = site.browser()
    try await browser.open(String(link.dropFirst(SiteSettings.forTests.publicURL.count)))
    try await browser.submit(["new-password": "seven brass kettles", "again": "seven brass kettles"])
    try await browser.submit(["email": teacher.email, "password": "seven brass kettles"])
    #expect(browser.page.path == "/second-factor/set-up")
    let head = ashfield.person(.headTeacher).account.text
    let page = try await senco.open("/schools/900001/members/\(head)")
    let token = try #require(page.forms.last?.sent.first { $0.0 == "csrf" }?.1)
    #expect(try await senco.post("/schools/900001/members/\(head)/reset", [("csrf", token)]).status == 403)
  }

  @Test(arguments: Engine.all) func `cases are opened to a moderator, and closed`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let senco = try await site.browser(as: .senco)
    let moderator = ashfield.person(.moderator)
    let path = "/schools/900001/members/\(moderator.account.text)"
    let amina = SamplePupil.amina.id(in: ashfield)
    try await senco.open(path)
    let nothing = try await senco.submit("\(path)/cases", [:])
    #expect(nothing.problems == ["Choose at least one pupil.", "Enter the last day on which the cases are open."])
    let long = try await senco.submit("\(path)/cases", ["pupil": amina, "cases-until": "1 June 2027"])
    #expect(long.problems == ["A case can be open for 92 days at most. It can be opened again."])
    #expect(long.value("pupil") == amina.text)
    let open = try await senco.submit("\(path)/cases", ["pupil": amina, "cases-until": "18 December 2026"])
    #expect(open.done == "The cases are open to them until the day you gave.")
    #expect(open.says("Yusuf, Amina"))
    #expect(try await senco.press("Close: Yusuf, Amina").done == "The case is closed to them.")
    let administrator = try await site.browser(as: .dataProtection)
    #expect(try await administrator.open(path).markup.all { $0["name"] == "pupil" }.isEmpty)
  }
}
