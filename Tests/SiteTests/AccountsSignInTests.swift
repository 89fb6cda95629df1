import Domain
import Foundation
import Hummingbird
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary
private let brookvale = SampleSchool.brookvaleSecondary
private let governor = ashfield.person(.governor)

@Suite struct AccountsSignInTests {
  @Test(arguments: Engine.all) func `a governor signs in with a password alone, and out again`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/")
    #expect(browser.page.path == "/sign-in")
    let before = browser.cookies["trellis"]
    let answer = try await browser.submit(
      ["email": governor.email.uppercased(), "password": SamplePerson.password], follows: false)
    #expect(answer.status == 303)
    #expect(answer.location == "/")
    #expect(browser.cookies["trellis"] != before)
    #expect(try await browser.open("/", follows: false).location == "/schools/900001")
    #expect(try await browser.open("/sign-in", follows: false).location == "/")
    try await browser.open("/account")
    #expect(browser.page.says("Douglas Orr"))
    let out = try await browser.press("Sign out")
    #expect(out.path == "/sign-in")
    #expect(out.done == "You are signed out.")
    #expect(try await browser.open("/account", follows: false).location == "/sign-in?then=%2Faccount")
  }

  @Test(arguments: Engine.all) func `a cookie from before signing in is worth nothing afterwards`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/sign-in")
    let planted = browser.cookies
    try await browser.submit(["email": governor.email, "password": SamplePerson.password], follows: false)
    let thief = site.browser()
    thief.cookies = planted
    #expect(try await thief.open("/account", follows: false).status == 303)
    #expect(try await browser.open("/account").status == 200)
  }

  @Test(arguments: Engine.all) func `an unknown address, a wrong password and a closed account read the same`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let closed = ashfield.person(.office)
    try await site.database.write(keeper: "accounts") { try Accounts.disable(closed.account, $0) }
    var answers: [String] = []
    for (email, password) in [
      (governor.email, "not the password"), ("nobody@900001.example", SamplePerson.password),
      (closed.email, SamplePerson.password), (governor.email, SamplePerson.password + " "),
    ] {
      let browser = site.browser()
      try await browser.open("/sign-in")
      let page = try await browser.submit(["email": email, "password": password])
      #expect(page.status == 422)
      #expect(page.problems == ["The e-mail address or the password is not right."])
      #expect(page.value("email") == email)
      #expect(page.value("password") == "")
      #expect(page.title.hasPrefix("Error: "))
      answers.append(page.text)
    }
    #expect(Set(answers).count == 1)
  }

  @Test func `what is left out is said at its field`() async throws {
    let browser = try await TestSite().browser()
    try await browser.open("/sign-in")
    #expect(try await browser.submit([:]).problems == ["Enter your e-mail address.", "Enter your password."])
    #expect(browser.page.link("Enter your password.") == "#password")
  }

  @Test(arguments: Engine.all) func `ten wrong passwords in five minutes, and even the right one waits`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/sign-in")
    for _ in 1...10 { try await browser.submit(["email": governor.email, "password": "wrong wrong wrong"]) }
    #expect(browser.page.problems == ["The e-mail address or the password is not right."])
    let page = try await browser.submit(["email": governor.email, "password": SamplePerson.password])
    #expect(
      page.problems == ["That was tried too many times. For safety, please wait until 09:35 and try again."])
    let other = ashfield.person(.headTeacher)
    #expect(
      try await browser.submit(["email": other.email, "password": SamplePerson.password], follows: false).status == 303)
    let later = site.browser()
    site.clock.advance(by: 301)
    try await later.open("/sign-in")
    #expect(
      try await later.submit(["email": governor.email, "password": SamplePerson.password], follows: false).status
        == 303)
  }

  @Test(arguments: Engine.all) func `a hundred wrong passwords from one address, and it waits`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/sign-in")
    let form = try #require(browser.page.forms.first { $0.action == "/sign-in" })
    let token = try #require(form.sent.first { $0.0 == "csrf" }?.1)
    for number in 1...100 {
      try await browser.post(
        "/sign-in", [("csrf", token), ("email", "guess\(number)@900001.example"), ("password", "x")])
    }
    #expect(browser.page.problems == ["The e-mail address or the password is not right."])
    let page = try await browser.submit(["email": governor.email, "password": SamplePerson.password])
    #expect(page.problems.first?.hasPrefix("That was tried too many times.") == true)
  }

  @Test func `after signing in one goes on to where one was, and nowhere else`() async throws {
    let site = try await TestSite()
    for (then, expected) in [
      ("/account?x=1", "/account?x=1"), ("//evil.example/", "/"), ("https://evil.example/", "/"),
      ("/\\evil.example", "/"),
    ] {
      let browser = site.browser()
      try await browser.open("/sign-in?" + urlEncoded([("then", then)]))
      let answer = try await browser.submit(
        ["email": governor.email, "password": SamplePerson.password], follows: false)
      #expect(answer.location == expected)
    }
  }

  @Test(arguments: Engine.all) func `a password kept at another cost is made anew when its owner signs in`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let old = PasswordHash(of: SamplePerson.password, cost: .init(memoryKiB: 16, passes: 2, lanes: 1))
    try await site.database.write(keeper: "a") { try Accounts.rehash(old, of: governor.account, $0) }
    let browser = site.browser()
    try await browser.open("/sign-in")
    try await browser.submit(["email": governor.email, "password": SamplePerson.password], follows: false)
    let kept = try await site.database.read { try Accounts.passwordHash(of: governor.account, $0) }
    #expect(kept != old)
    #expect(kept?.isOutdated(cost: .lowest) == false)
  }

  @Test(arguments: Engine.all) func `a session ends after an hour without use, and after twelve hours`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let idle = try await site.browser(as: .governor)
    site.clock.advance(by: 3601)
    #expect(try await idle.open("/account", follows: false).status == 303)
    let busy = try await site.browser(as: .governor)
    for _ in 1...15 {
      site.clock.advance(by: 47 * 60)
      #expect(try await busy.open("/account").status == 200)
    }
    site.clock.advance(by: 16 * 60)
    #expect(try await busy.open("/account", follows: false).status == 303)
  }

  @Test(arguments: Engine.all) func `somebody with roles in two schools chooses, with none learns what to do`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: "a") { connection in
      try Members(brookvale.operatorViewer, connection).grant(
        .governor, to: governor.account, during: Span(Day(2026, 11, 21)!)!)
      let nobody = ashfield.person(.office)
      try Members(ashfield.operatorViewer, connection).end(nobody.membership, after: nil, today: Day(2026, 11, 21)!)
    }
    let both = try await site.browser(as: .governor)
    let page = try await both.open("/")
    #expect(page.h1 == "Your schools")
    #expect(page.link("Brookvale Secondary School") == "/schools/900002")
    let none = try await site.browser(as: .office)
    #expect(try await none.open("/").h1 == "No school or area yet")
  }

  @Test func `the cookie is for this site only, and Secure behind TLS`() async throws {
    let plain = try await TestSite().browser().open("/sign-in").headers[.setCookie] ?? ""
    #expect(plain.hasPrefix("trellis="))
    #expect(plain.contains("HttpOnly") && plain.contains("SameSite=Lax") && plain.contains("Path=/"))
    #expect(!plain.contains("Secure"))
    var settings = SiteSettings.forTests
    settings.publicURL = "https://trellis.example"
    let page = try await TestSite(settings: settings).browser().open("/sign-in")
    let secure = page.headers[.setCookie] ?? ""
    #expect(secure.hasPrefix("__Host-trellis=") && secure.contains("Secure"))
    #expect(page.headers[.strictTransportSecurity] != nil)
  }

  @Test func `browsers are told apart in words`() {
    #expect(
      BrowserWords.label("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0")
        == "Firefox on Windows")
    #expect(
      BrowserWords.label(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
          + "Mobile/15E148 Safari/604.1") == "Safari on iPhone")
    #expect(
      BrowserWords.label(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 "
          + "Edg/130.0.0.0") == "Edge on Windows")
    #expect(BrowserWords.label(nil) == "Unknown browser")
  }

  @Test func `a visitor is whom a trusted proxy names, and nobody else`() {
    func visitor(_ peer: String?, _ forwarded: String?) -> String {
      var headers = HTTPFields()
      if let forwarded { headers[.init("X-Forwarded-For")!] = forwarded }
      let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/", headerFields: headers)
      let request = Request(head: head, body: .init(buffer: ByteBuffer()))
      return Proxies.visitor(request, peer: peer, trusted: ["10.0.0.1"])
    }
    #expect(visitor("192.0.2.7", "198.51.100.1") == "192.0.2.7")
    #expect(visitor("10.0.0.1", "203.0.113.9, 198.51.100.1") == "198.51.100.1")
    #expect(visitor("10.0.0.1", "198.51.100.1, 10.0.0.1") == "198.51.100.1")
    #expect(visitor("10.0.0.1", nil) == "10.0.0.1")
  }
}
