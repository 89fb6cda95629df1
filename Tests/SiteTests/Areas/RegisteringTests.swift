import Domain
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let southmere = SampleArea.southmere
private let desk = "/areas/northvale-speech/desk"

/// Registering with a code, with every way in which it can be refused.
@Suite struct RegisteringTests {
  @Test(arguments: Engine.all) func `an organisation typed in another spelling is offered as it was first written`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = site.browser()
    var page = try await browser.begin(organisation: "Little Acorn Play Group")
    #expect(page.status == 422 && page.problems == ["Say whether yours is one of these, or new."])
    #expect(page.says("Little Acorns Playgroup") && page.says("Early years settings, Harbour"))
    #expect(!page.says("Northvale Children’s Therapies"))
    #expect(page.value("organisation") == "Little Acorn Play Group" && page.value("name") == "Ada Okafor")
    page = try await browser.submit(["choice": "here:\(northvale.playgroup.text)"])
    #expect(page.h1 == "Your password")
    #expect(try await browser.finish().path == desk)
    let count: SQL = "SELECT COUNT(*) FROM participants WHERE organisation_id = \(northvale.id)"
    #expect(try await site.count(count) == 3)
    // It is new after all: then its kind is asked for
    let other = site.browser()
    try await other.begin(email: "ben@harbour.example", organisation: "Little Acorn Play Group")
    page = try await other.submit(["choice": "new"])
    #expect(page.problems.first?.contains("Say what kind of organisation it is.") == true)
    try await other.submit(["choice": "new", "sector": "early-years"])
    // back, and on again, with everything typed
    page = try await other.press("Back")
    #expect(page.value("email") == "ben@harbour.example" && page.value("organisation") == "Little Acorn Play Group")
  }

  @Test(arguments: Engine.all) func `a school is found in the national register by its name or its number`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: "register") { connection in
      for (urn, name, town, closed) in [
        ("910001", "St. Mary's C.E. Primary School", "Harwick", nil),
        ("910002", "St Mary's Catholic Primary School", "Wendle", nil),
        ("910003", "St Mary's CE Primary School", "Harwick", Day(2019, 8, 31)!),
      ] as [(String, String, String, Day?)] {
        try connection.run(
          """
          INSERT INTO register_schools (urn, name, folded, authority_code, authority, establishment, kind, phase, status,
            age_from, age_until, town, postcode, opened_on, closed_on)
          VALUES (\(urn), \(name), \(Folding.fold(name)), '900', 'Northvale', '1', 'School', 'Primary', 'Open', 4, 11,
            \(town), 'NV1 1AA', NULL, \(closed))
          """)
      }
    }
    let browser = site.browser()
    var page = try await browser.begin(organisation: "Saint Marys CE Primary")
    #expect(page.says("Harwick, primary, number 910001") && !page.says("910003"))
    try await browser.submit(["choice": "register:910001"])
    #expect(try await browser.finish().path == desk)
    let kept: SQL = "SELECT COUNT(*) FROM participants WHERE urn = '910001' AND sector = 'school'"
    #expect(try await site.count(kept) == 1)
    // The next one finds it among those who take part, by number too
    let other = site.browser()
    page = try await other.begin(email: "ben@harbour.example", organisation: "St. Mary’s C.E. Primary School")
    #expect(page.h1 == "Your password")
    page = try await site.browser().begin(email: "cleo@harbour.example", organisation: "910002")
    #expect(page.says("St Mary's Catholic Primary School") && page.says("Wendle, primary, number 910002"))
    // The coordinator ticks those of an authority
    let coordinator = try await site.browser(as: .coordinator)
    try await coordinator.open("/areas/northvale-speech/people/organisations/register")
    page = try await coordinator.submit(["authority": "Northvale"])
    #expect(page.says("910002") && !page.says("910001") && !page.says("910003"))
    page = try await coordinator.press("Add those that are ticked")
    #expect(page.problems == ["Tick at least one school."])
    page = try await coordinator.press("Add those that are ticked", ["school": "910002"])
    #expect(page.done == "Added." && page.says("St Mary's Catholic Primary School"))
  }

  @Test(arguments: Engine.all) func `what is missing or wrong is said at its field, and nothing typed is lost`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/areas/northvale-speech/register")
    var page = try await browser.submit(["email": "no address"])
    #expect(page.status == 422 && page.problems.count == 4 && page.value("email") == "no address")
    #expect(page.problems.first?.hasPrefix("Enter the code that you were given") == true)
    try await browser.begin(organisation: "Northvale Children’s Therapies")
    page = try await browser.submit(["job": "SENCO", "new-password": "short", "again": "short"], pressing: "Register")
    #expect(page.h1 == "Your password" && page.value("job") == "SENCO")
    #expect(page.problems.count == 2 && page.problems.last?.contains("tick the box") == true)
    // The terms changed while they were read
    try await site.database.write(keeper: northvale.id.text) {
      try TermsOfUse(northvale.viewer(.coordinator), $0).write("Other terms, newer.")
    }
    page = try await browser.finish()
    #expect(page.problems == ["The terms of use have just changed. Please read and accept the new ones."])
    #expect(page.says("Other terms, newer.") && page.value("job") == "SENCO")
    #expect(try await browser.finish().path == desk)
  }

  @Test(arguments: Engine.all) func `without mail an address that has an account opens with its password alone`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let known = southmere.email(.contributor)
    let browser = site.browser()
    try await browser.begin(email: known, organisation: "Northvale Children’s Therapies")
    let page = try await browser.finish()
    #expect(page.status == 422 && page.h1 == "Your password")
    #expect(page.problems.first?.hasPrefix("We cannot register this e-mail address with this password.") == true)
    #expect(!page.says("account"))
    #expect(try await browser.finish(password: SamplePerson.password).path == desk)
    #expect(try await browser.open("/").h1 == "Your schools and areas")
  }

  @Test(arguments: Engine.all) func `with mail the address is confirmed by a link, once`(engine: Engine) async throws {
    let outbox = Outbox()
    let site = try await TestSite(engine, settings: outbox.settings)
    let browser = site.browser()
    try await browser.begin(organisation: "Northvale Children’s Therapies")
    let page = try await browser.finish()
    #expect(page.h1 == "Look into your mail" && page.says("ada@harbour.example"))
    let accounts: SQL = "SELECT COUNT(*) FROM accounts WHERE email = 'ada@harbour.example'"
    #expect(try await site.count(accounts) == 0)
    let (address, text) = try #require(await outbox.next())
    #expect(address == "ada@harbour.example")
    let path = try #require(
      text.firstMatch(of: /https:\/\/trellis\.example(\/areas\/northvale-speech\/registration\/\S+)/)?.1)
    // Opening the link does nothing yet
    let other = site.browser()
    #expect(try await other.open(String(path)).h1 == "Confirm your e-mail address")
    #expect(try await site.count(accounts) == 0)
    #expect(try await other.press("Confirm and go in").path == desk)
    #expect(try await site.browser().open(String(path)).status == 410)
    // A stranger's address: the same answer, another message
    let again = site.browser()
    try await again.begin(organisation: "Northvale Children’s Therapies")
    #expect(try await again.finish().text == page.text)
    let message = try #require(await outbox.next())
    #expect(message.1.contains("You have used Trellis before.") && message.1.contains("/areas/northvale-speech/join"))
    #expect(try await site.count(accounts) == 1)
  }

  @Test(arguments: Engine.all) func `a link that came too late, and a code that was replaced meanwhile, say what to do`(
    engine: Engine
  ) async throws {
    let outbox = Outbox()
    let site = try await TestSite(engine, settings: outbox.settings)
    func link() async throws -> String {
      let browser = site.browser()
      try await browser.begin(organisation: "Northvale Children’s Therapies")
      try await browser.finish()
      let text = try #require(await outbox.next()).1
      return String(try #require(text.firstMatch(of: /https:\/\/trellis\.example(\S+)/)?.1))
    }
    let late = try await link()
    site.clock.advance(by: 72 * 3600 + 1)
    let page = try await site.browser().open(late)
    #expect(page.status == 410 && page.says("register again with the code"))
    let replaced = try await link()
    try await site.issue("river-candle-violin-12")
    let browser = site.browser()
    try await browser.open(replaced)
    let refused = try await browser.press("Confirm and go in")
    #expect(refused.status == 422 && refused.problems.first?.contains("stopped working") == true)
    #expect(
      try await site.browser().open(replaced.replacing("northvale-speech", with: "southmere-review")).status == 410)
  }
}
