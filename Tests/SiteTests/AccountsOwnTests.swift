import Domain
import Foundation
import SQL
import Security
import Store
import Synchronization
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary
private let governor = ashfield.person(.governor)

@Suite struct AccountsOwnTests {
  @Test(arguments: Engine.all) func `a changed password ends the other sessions`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let phone = try await site.browser(as: .governor)
    let desk = try await site.browser(as: .governor)
    try await desk.open("/account")
    let short = try await desk.submit(
      "/account/password", ["old-password": SamplePerson.password, "new-password": "short", "again": "short"])
    #expect(short.problems.first?.hasPrefix("Use at least 12 characters.") == true)
    let own = try await desk.submit(
      "/account/password",
      ["old-password": SamplePerson.password, "new-password": "Ashfield rules 99", "again": "Ashfield rules 99"])
    #expect(own.problems.first?.contains("ashfield") == true)
    let differs = try await desk.submit(
      "/account/password",
      ["old-password": SamplePerson.password, "new-password": "seven brass kettles", "again": "seven brass kettle"])
    #expect(differs.problems == ["The two passwords are not the same. Type the new one twice."])
    let wrong = try await desk.submit(
      "/account/password",
      ["old-password": "not mine", "new-password": "seven brass kettles", "again": "seven brass kettles"])
    #expect(wrong.problems == ["This is not your password."])
    #expect(try await phone.open("/account").status == 200)
    let done = try await desk.submit(
      "/account/password",
      ["old-password": SamplePerson.password, "new-password": "seven brass kettles", "again": "seven brass kettles"])
    #expect(done.done == "Your password is changed, and your other sessions are ended.")
    #expect(try await phone.open("/account", follows: false).status == 303)
    let fresh = site.browser()
    try await fresh.open("/sign-in")
    #expect(try await fresh.submit(["email": governor.email, "password": SamplePerson.password]).status == 422)
    #expect(
      try await fresh.submit(["email": governor.email, "password": "seven brass kettles"], follows: false).status == 303
    )
    let acts = try await site.database.read {
      try History(ashfield.viewer(.senco), $0).lines(noun: "account").map(\.act)
    }
    #expect(acts == ["password changed"])
  }

  @Test(arguments: Engine.all) func `sessions are listed and ended by their owner only`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let here = try await site.browser(as: .governor)
    let phone = try await site.browser(as: .governor)
    let library = try await site.browser(as: .governor)
    let stranger = try await site.browser(as: .headTeacher)
    let page = try await here.open("/account")
    let table = page.table("Browsers in which you are signed in")
    #expect(table.count == 4)
    #expect(
      page.links.contains { $0.label == "Ashfield Primary School" && $0.address == "/schools/900001" }, "the way back")
    #expect(table.count { $0.last == "This one" } == 1)
    let ends = page.forms.filter { $0.action.hasSuffix("/end") && !$0.action.contains("others") }
    #expect(ends.count == 2)
    try await stranger.open("/account")
    let token = try #require(stranger.page.forms[0].sent.first { $0.0 == "csrf" }?.1)
    #expect(try await stranger.post(ends[0].action, [("csrf", token)]).status == 404)
    #expect(try await here.submit(ends[0].action, [:]).done == "Those sessions are ended.")
    var open = 0
    for other in [phone, library] { open += try await other.open("/account", follows: false).status == 200 ? 1 : 0 }
    #expect(open == 1)
    try await here.press("End all others")
    for other in [phone, library] { #expect(try await other.open("/account", follows: false).status == 303) }
    #expect(try await here.open("/account").status == 200)
  }

  @Test(arguments: Engine.all) func `a name is changed, and must be one`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .governor)
    try await browser.open("/account")
    #expect(try await browser.submit("/account/name", ["name": "  "]).problems.count == 1)
    #expect(try await browser.submit("/account/name", ["name": "Douglas  Orr-Bell"]).says("Douglas Orr-Bell"))
    #expect(browser.page.done == "Saved.")
  }
}

@Suite struct AccountsForgottenTests {
  @Test(arguments: Engine.all) func `a mailed link gives a new password, once, within the hour`(engine: Engine)
    async throws
  {
    let mail = Outbox()
    let site = try await TestSite(engine, settings: mail.settings)
    let senco = ashfield.person(.senco)
    _ = try await site.database.write(keeper: "a") { connection in
      try SecondFactors.setUp(OneTimeCode(), step: 0, of: senco.account, connection)
    }
    let inside = try await site.browser(as: .senco)
    let browser = site.browser()
    try await browser.open("/sign-in")
    try await browser.follow("I have forgotten my password")
    #expect(try await browser.submit(["email": "no address"]).problems.count == 1)
    let known = try await browser.submit(["email": senco.email])
    try await browser.open("/forgotten")
    let unknown = try await browser.submit(["email": "nobody@900001.example"])
    #expect(known.h1 == "Look into your mail")
    #expect(
      known.text.replacing(senco.email, with: "") == unknown.text.replacing("nobody@900001.example", with: ""))
    let (address, text) = try #require(await mail.next())
    #expect(address == senco.email)
    let link = try #require(text.split(separator: "\n").first { $0.hasPrefix("https://trellis.example/") })
    let path = String(link.dropFirst("https://trellis.example".count))
    try await browser.open(path)
    #expect(try await browser.submit(["new-password": "password1234", "again": "password1234"]).status == 422)
    let saved = try await browser.submit(["new-password": "seven brass kettles", "again": "seven brass kettles"])
    #expect(saved.done == "Your new password is saved. Sign in with it.")
    #expect(try await inside.open("/account", follows: false).status == 303)
    try await browser.submit(["email": senco.email, "password": "seven brass kettles"])
    #expect(browser.page.path == "/second-factor")
    let again = try await browser.open(path)
    #expect(again.status == 410)
    #expect(again.h1 == "This link no longer works")
    #expect(await mail.isEmpty)
    #expect(!site.log.lines.contains { $0.contains(path.dropFirst("/password-reset/".count)) })
  }

  @Test func `too many links for one address wait`() async throws {
    let mail = Outbox()
    let browser = try await TestSite(settings: mail.settings).browser()
    for _ in 1...3 {
      try await browser.open("/forgotten")
      try await browser.submit(["email": governor.email])
    }
    try await browser.open("/forgotten")
    #expect(try await browser.submit(["email": governor.email]).status == 422)
  }

  @Test func `without a mail server the page says whom to ask`() async throws {
    var settings = SiteSettings.forTests
    settings.contact = "Ask the help desk, extension 12."
    let browser = try await TestSite(settings: settings).browser()
    let page = try await browser.open("/forgotten")
    #expect(page.says("SENCO") && page.says("Ask the help desk, extension 12."))
    #expect(!page.forms.contains { $0.isInMain })
    #expect(try await browser.open("/password-reset/nonsense").status == 410)
  }
}

/// A mail server of the tests: what was sent, in order.
final class Outbox: Sendable {
  private let sent = AsyncStream<(String, String)>.makeStream()
  private let count = Mutex(0)
  let isBroken: Bool

  init(isBroken: Bool = false) { self.isBroken = isBroken }

  struct Broken: Error {}

  var settings: SiteSettings {
    var settings = SiteSettings.forTests
    settings.publicURL = "https://trellis.example"
    settings.mailing = { [self] address, _, text in
      if isBroken { throw Broken() }
      count.withLock { $0 += 1 }
      sent.continuation.yield((address, text))
    }
    return settings
  }

  /// The next message's address and text; waits for it.
  func next() async -> (String, String)? {
    for await message in sent.stream {
      count.withLock { $0 -= 1 }
      return message
    }
    return nil
  }

  var isEmpty: Bool { get async { count.withLock { $0 == 0 } } }
}
