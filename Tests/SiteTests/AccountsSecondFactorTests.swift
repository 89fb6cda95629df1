import Domain
import Foundation
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary
private let senco = ashfield.person(.senco)

@Suite struct AccountsSecondFactorTests {
  @Test(arguments: Engine.all) func `whoever sees names sets up an app the first time`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/sign-in?then=%2Faccount")
    try await browser.submit(["email": senco.email, "password": SamplePerson.password])
    #expect(browser.page.address == "/second-factor/set-up?then=%2Faccount")
    for path in ["/account", "/schools/900001/members", "/"] {
      #expect(try await browser.open(path).path == "/second-factor/set-up")
    }
    try await browser.open("/second-factor/set-up?then=%2Faccount")
    let app = try self.app(on: browser.page)
    #expect(try self.app(on: try await browser.open("/second-factor/set-up?then=%2Faccount")).secret == app.secret)
    let wrong = try await browser.submit(["code": "000000"])
    #expect(wrong.status == 422)
    #expect(wrong.problems == [SecondFactorWords.wrongCode])
    let before = browser.cookies
    let codes = try await browser.submit(["code": code(app, site)])
    #expect(codes.status == 200)
    #expect(codes.h1 == "Your printed codes")
    #expect(codes.markup.all { $0.name == "code" }.count == 10)
    #expect(browser.cookies != before)
    #expect(try await browser.follow("I have kept them: go on").path == "/account")
    #expect(browser.page.says("ten printed codes") || browser.page.says("10 printed codes"))
  }

  @Test(arguments: Engine.all) func `afterwards each code works once`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let (app, printed) = try await setUp(site)
    let browser = site.browser()
    site.clock.advance(by: 60)
    try await signIn(browser)
    #expect(browser.page.path == "/second-factor")
    try await browser.submit(["code": code(app, site)], follows: false)
    #expect(browser.page.location == "/")
    let replay = site.browser()
    try await signIn(replay)
    #expect(try await replay.submit(["code": code(app, site)]).problems == [SecondFactorWords.wrongCode])
    try await replay.follow("I do not have my phone: use a printed code")
    #expect(try await replay.submit(["code": "k7pm-3xq9"]).problems == [SecondFactorWords.wrongPrinted])
    let inside = try await replay.submit(["code": printed[0].uppercased()], follows: false)
    #expect(inside.location == "/")
    #expect(try await replay.open("/account").says("9 printed codes"))
    let again = site.browser()
    try await signIn(again)
    try await again.open("/second-factor/printed-code")
    #expect(try await again.submit(["code": printed[0]]).problems == [SecondFactorWords.wrongPrinted])
  }

  @Test(arguments: Engine.all) func `a second factor cannot be guessed, or gone round by setting up another`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let (app, _) = try await setUp(site)
    site.clock.advance(by: 60)
    let browser = site.browser()
    try await signIn(browser)
    let setUp = try await browser.open("/second-factor/set-up")
    #expect(setUp.status == 403)
    #expect(setUp.says("Give the code of the app that you have first."))
    try await browser.open("/second-factor")
    for _ in 1...10 { try await browser.submit(["code": "000000"]) }
    let page = try await browser.submit(["code": code(app, site)])
    #expect(page.problems.first?.hasPrefix("That was tried too many times.") == true)
    #expect(try await browser.open("/schools/900001/members").path == "/second-factor")
  }

  @Test(arguments: Engine.all) func `a new phone replaces the old one, and asks for the password`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let (old, _) = try await setUp(site)
    site.clock.advance(by: 60)
    let browser = site.browser()
    try await signIn(browser)
    try await browser.submit(["code": code(old, site)], follows: false)
    try await browser.open("/account")
    try await browser.follow("Use another phone or app")
    let new = try app(on: browser.page)
    #expect(new.secret != old.secret)
    let refused = try await browser.submit(["code": code(new, site), "password": "not this one at all"])
    #expect(refused.problems == ["This is not your password."])
    try await browser.submit(["code": code(new, site), "password": SamplePerson.password])
    #expect(browser.page.h1 == "Your printed codes")
    site.clock.advance(by: 60)
    let next = site.browser()
    try await signIn(next)
    #expect(try await next.submit(["code": code(old, site)]).problems == [SecondFactorWords.wrongCode])
    #expect(try await next.submit(["code": code(new, site)], follows: false).location == "/")
  }

  @Test(arguments: Engine.all) func `who sees no names may do without, who sees them may not`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    _ = try await setUp(site, ashfield.person(.governor))
    let governor = try await site.browser(as: .governor)
    try await governor.open("/account")
    #expect(try await governor.press("Turn the second factor off", ["off-password": "wrong"]).status == 422)
    let off = try await governor.press("Turn the second factor off", ["off-password": SamplePerson.password])
    #expect(off.done == "Saved.")
    #expect(off.link("Set up an authenticator app") != nil)
    _ = try await setUp(site)
    let browser = try await site.browser(as: .senco)
    try await browser.open("/account")
    #expect(!browser.page.forms.contains { $0.action == "/account/second-factor/off" })
    let token = browser.page.forms[0].sent.first { $0.0 == "csrf" }!.1
    let forced = try await browser.post(
      "/account/second-factor/off", [("csrf", token), ("off-password", SamplePerson.password)])
    #expect(forced.status == 403)
  }

  @Test(arguments: Engine.all) func `new printed codes make the old ones worthless`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let (_, printed) = try await setUp(site)
    let browser = try await site.browser(as: .senco)
    try await browser.open("/account")
    #expect(
      try await browser.press("Make new printed codes", ["codes-password": "wrong wrong wrong"]).problems == [
        "This is not your password."
      ])
    let page = try await browser.press("Make new printed codes", ["codes-password": SamplePerson.password])
    let fresh = page.markup.all { $0.name == "code" }.map(\.text)
    #expect(fresh.count == 10 && Set(fresh).isDisjoint(with: printed))
    let other = site.browser()
    try await signIn(other)
    try await other.open("/second-factor/printed-code")
    #expect(try await other.submit(["code": printed[0]]).status == 422)
    #expect(try await other.submit(["code": fresh[9]], follows: false).status == 303)
  }

  private func signIn(_ browser: Browser) async throws {
    try await browser.open("/sign-in")
    try await browser.submit(["email": senco.email, "password": SamplePerson.password])
  }

  /// Gives a person an app with its printed codes, as of a minute ago.
  private func setUp(_ site: TestSite, _ person: SamplePerson = senco) async throws -> (OneTimeCode, [String]) {
    let app = OneTimeCode()
    let codes = try await site.database.write(keeper: person.account.text) { connection in
      try SecondFactors.setUp(app, step: OneTimeCode.step(at: connection.now) - 2, of: person.account, connection)
    }
    return (app, codes.map(\.printed))
  }

  private func code(_ app: OneTimeCode, _ site: TestSite) -> String {
    app.code(step: OneTimeCode.step(at: site.clock.now))
  }

  /// The app as somebody sets it up who types the key from the page.
  private func app(on page: ShownPage) throws -> OneTimeCode {
    let key = try #require(page.markup.all { $0.has(class: "key") }.first?.text)
    return OneTimeCode(secret: try #require(Base32.decode(key)))
  }
}
