import Domain
import Foundation
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary
private let governor = ashfield.person(.governor)

@Suite struct AccountsUnfinishedTests {
  @Test(arguments: Engine.all) func `what was typed is still there after signing in again`(engine: Engine) async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .governor)
    try await browser.open("/account")
    site.clock.advance(by: 3700)
    let answer = try await browser.submit("/account/name", ["name": "Douglas Orr-Bell"])
    #expect(answer.path == "/sign-in")
    #expect(answer.says("what you typed is kept for you"))
    let unfinished = try #require(answer.value("then"))

    let thief = try await site.browser(as: .headTeacher)
    #expect(try await thief.open(unfinished).status == 404)

    let kept = try await browser.submit(["email": governor.email, "password": SamplePerson.password])
    #expect(kept.h1 == "You were in the middle of something")
    #expect(kept.says("Douglas Orr-Bell"))
    let sent = try await browser.press("Send it now")
    #expect(sent.path == "/account")
    #expect(sent.done == "Saved.")
    #expect(sent.says("Douglas Orr-Bell"))

    site.clock.advance(by: 7200)
    let late = try await site.browser(as: .governor)
    #expect(try await late.open(unfinished).status == 404)
  }

  @Test(arguments: Engine.all)
  func `what was typed on Friday is still there on Monday, though colleagues have signed in since`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .governor)
    try await browser.open("/account")
    let signIn = {
      let colleague = site.browser()
      try await colleague.open("/sign-in")
      try await colleague.submit([
        "email": ashfield.person(.office).email, "password": SamplePerson.password,
      ])
    }
    for days in [3, 14] {
      site.clock.advance(by: Double(days) * 86_400)
      try await signIn()
      let answer = try await browser.submit("/account/name", ["name": "Douglas Orr-Bell"])
      #expect(answer.path == "/sign-in" && answer.says("what you typed is kept for you"), "after \(days) days")
      let kept = try await browser.submit(["email": governor.email, "password": SamplePerson.password])
      #expect(kept.h1 == "You were in the middle of something" && kept.says("Douglas Orr-Bell"))
      try await browser.open("/account")
    }
    // What is known of a session that is long over is forgotten all the same.
    site.clock.advance(by: 60 * 86_400)
    try await signIn()
    let left = try await site.database.read { try $0.count("SELECT COUNT(*) FROM sessions") }
    #expect(left == 1)
  }

  @Test(arguments: Engine.all) func `through the second factor too, and never a password`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let senco = ashfield.person(.senco)
    let app = OneTimeCode()
    _ = try await site.database.write(keeper: "a") { try SecondFactors.setUp(app, step: 0, of: senco.account, $0) }
    let browser = try await site.browser(as: .senco)
    try await browser.open("/schools/900001/members/invite")
    site.clock.advance(by: 3700)
    try await browser.submit(["email": "jo@new.example", "role": "teacher", "last-day": "31 July 2027"])
    try await browser.submit(["email": senco.email, "password": SamplePerson.password])
    #expect(browser.page.path == "/second-factor")
    try await browser.submit(["code": app.code(step: OneTimeCode.step(at: site.clock.now))])
    #expect(browser.page.h1 == "You were in the middle of something")
    #expect(browser.page.says("jo@new.example") && browser.page.says("31 July 2027"))
    #expect(try await browser.press("Send it now").h1 == "The invitation is ready")

    let form = UnfinishedForm(
      account: senco.account, path: "/account/password",
      fields: [
        ["csrf", "x"], ["old-password", "secret"], ["new-password", "secret"], ["again", "secret"], ["code", "1"],
        ["name", "Ruth"],
      ])
    #expect(form.fields == [["name", "Ruth"]])
  }

  @Test(arguments: Engine.all) func `a form whose page is too old shows what was typed, with a way to send it`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .governor)
    try await browser.open("/account")
    let stale = browser.page.forms.first { $0.action == "/account/name" }!
    let other = try await site.browser(as: .governor)
    browser.cookies = other.cookies
    browser.always(send: "Sec-Fetch-Site", "same-origin")
    let fields = stale.sent.map { $0.0 == "name" ? ("name", "Douglas Orr-Bell") : $0 }
    let page = try await browser.post(stale.action, fields)
    #expect(page.status == 403)
    #expect(page.h1 == "You were in the middle of something")
    #expect(page.says("Douglas Orr-Bell"))
    #expect(try await browser.press("Send it now").done == "Saved.")
  }

  @Test(arguments: Engine.all) func `a form from another site is refused, with or without its token`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .governor)
    try await browser.open("/account")
    let form = browser.page.forms.first { $0.action == "/account/name" }!
    let forged = try await browser.post("/account/name", [("name", "Forged"), ("csrf", "x")])
    #expect(forged.status == 403)
    #expect(forged.h1 == "Not allowed")
    browser.always(send: "Sec-Fetch-Site", "cross-site")
    #expect(try await browser.post("/account/name", form.sent).status == 403)
    browser.always(send: "Sec-Fetch-Site", "same-origin")
    #expect(try await browser.post("/account/name", form.sent, follows: false).status == 303)
    let visitor = site.browser()
    #expect(try await visitor.post("/account/name", [("name", "Forged")], follows: false).location == "/sign-in")
  }
}

@Suite struct AccountsDemonstrationTests {
  @Test(arguments: Engine.all) func `each role comes in by one click while nothing else is kept`(engine: Engine)
    async throws
  {
    let site = try await demonstration(engine)
    for role in Role.allCases {
      let browser = site.browser()
      try await browser.open("/sign-in")
      let answer = try await browser.submit("/demonstration/\(role.rawValue)", [:], follows: false)
      #expect(answer.location == "/schools/900001", "\(role)")
      #expect(try await browser.open("/", follows: false).location == "/schools/900001", "\(role)")
      #expect(try await browser.open("/help").allText.contains("every person and place here is invented"))
    }
    let browser = site.browser()
    try await browser.open("/sign-in")
    try await browser.submit("/demonstration/senco", [:], follows: false)
    let account = try await browser.open("/account")
    #expect(account.says("many people share this account"))
    let token = try #require(account.forms[0].sent.first { $0.0 == "csrf" }?.1)
    for path in ["/account/name", "/account/password", "/account/sessions/others/end", "/second-factor/set-up"] {
      #expect(try await browser.post(path, [("csrf", token), ("name", "X")]).status == 403, "\(path)")
    }
  }

  @Test(arguments: Engine.all) func `the first real school shuts the doors and ends their sessions`(engine: Engine)
    async throws
  {
    let site = try await demonstration(engine)
    let inside = site.browser()
    try await inside.open("/sign-in")
    try await inside.submit("/demonstration/senco", [:], follows: false)
    #expect(try await inside.open("/development").status == 200)
    let page = try await inside.open("/sign-in", follows: false)
    #expect(page.status == 303)
    let visitor = site.browser()
    try await visitor.open("/sign-in")
    let form = visitor.page.forms.first { $0.action == "/demonstration/senco" }!
    #expect(try await inside.open("/help").allText.contains("What you type here, anybody can read."))
    try await site.database.write(keeper: "a") { try Demonstration.close($0) }
    #expect(try await inside.open("/account", follows: false).status == 303)
    #expect(try await visitor.post("/demonstration/senco", form.sent).status == 404)
    #expect(try await visitor.open("/development").status == 404)
    #expect(try await !visitor.open("/sign-in").says("Try the demonstration"))
  }

  @Test(arguments: Engine.all) func `without being asked for, or beside a real school, there are no doors`(
    engine: Engine
  ) async throws {
    let quiet = try await TestSite(engine)
    try await quiet.database.becomeDemonstration()
    #expect(try await !quiet.browser().open("/sign-in").says("Try the demonstration"))
    #expect(try await quiet.browser().open("/development").status == 404)
    var settings = SiteSettings.forTests
    settings.offersDemonstration = true
    let mixed = try await TestSite(engine, settings: settings)
    try await mixed.database.write(keeper: "a") { connection in
      try Demonstration.begin(connection)
      try connection.run("UPDATE organisations SET is_demonstration = \(true) WHERE id = \(ashfield.id)")
    }
    #expect(try await !mixed.browser().open("/sign-in").says("Try the demonstration"))
    #expect(try await mixed.browser().open("/development/pages/SignInPage/1").status == 404)
  }

  @Test func `the gallery draws every example of every page`() async throws {
    let site = try await demonstration(.sqlite)
    let browser = site.browser()
    let gallery = try await browser.open("/development")
    let links = gallery.links.filter { $0.address.hasPrefix("/development/") }
    #expect(links.count > 30)
    for link in links {
      let page = try await browser.open(link.address)
      #expect(page.status == 200, "\(link.address)")
      PageChecks.check(page, link.address)
    }
    for folder in PageGallery.folders {
      for page in folder.pages { #expect(!PageGallery.examples(of: page).isEmpty, "\(page) has no examples") }
    }
  }

  /// The sample schools as a demonstration.
  private func demonstration(_ engine: Engine) async throws -> TestSite {
    var settings = SiteSettings.forTests
    settings.offersDemonstration = true
    let site = try await TestSite(engine, settings: settings)
    try await site.database.becomeDemonstration()
    return site
  }
}
