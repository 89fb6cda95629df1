import Domain
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let southmere = SampleArea.southmere

/// The questions that people ask who are to take part in a review, each answered by going the way.
@Suite struct AreaQuestionsTests {
  @Test(arguments: Engine.all)
  func `I have been asked to complete the mapping tool: how do I access it?`(engine: Engine) async throws {
    // Given a code, a name, an e-mail address and an organisation that nobody has named yet
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open("/areas")
    try await browser.press("Go on", ["project": "northvale-speech"])
    #expect(browser.page.h1 == northvale.title)
    #expect(browser.page.says("Northvale Commissioning: review@northvale-speech.example. They have the code"))
    #expect(!browser.page.source.contains(SampleArea.code))

    // When they register, in two steps
    var page = try await browser.begin()
    #expect(page.status == 422)
    #expect(page.problems == ["“Harbour Primary School” is new in this project. Say what kind of organisation it is."])
    #expect(page.value("name") == "Ada Okafor" && page.value("code") == SampleArea.code)
    page = try await browser.submit(["sector": "school", "locality": northvale.harbourWard])
    #expect(page.h1 == "Your password" && page.says("Write no child's name."))
    page = try await browser.finish()

    // Then they are in, and see nothing but what they write themselves
    #expect(page.path == "/areas/northvale-speech/desk")
    #expect(page.done?.hasPrefix("Welcome.") == true)
    let people = try await browser.open("/areas/northvale-speech/people")
    #expect(people.says("Ada Okafor") && !people.says("Tanvi Desai"))

    // And come back with the password that they chose
    let later = site.browser()
    try await later.open("/sign-in")
    page = try await later.submit(["email": "ada@harbour.example", "password": Browser.password])
    #expect(page.path == "/areas/northvale-speech/desk")
    let accepted = try await site.count(
      "SELECT COUNT(*) FROM area_people p JOIN accounts a ON a.id = p.account_id WHERE a.email = 'ada@harbour.example' AND p.terms_id IS NOT NULL"
    )
    #expect(accepted == 1)
  }

  @Test(arguments: Engine.all) func `why can't I register?`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let ask = "Ask Northvale Commissioning (review@northvale-speech.example)"
    func problem(_ code: String) async throws -> String {
      let page = try await site.browser().begin(code: code)
      #expect(page.status == 422 && page.value("email") == "ada@harbour.example")
      #expect(page.problems.count == 1)
      return page.problems.first ?? ""
    }
    // A code that is none, or somebody else's: one sentence for both
    try await site.issue("southmere-only-code-77", in: southmere)
    let unknown = try await problem("no-code-at-all-00")
    #expect(unknown.hasPrefix("This code does not open this project.") && unknown.contains(ask))
    #expect(try await problem("southmere-only-code-77") == unknown)
    // One that was replaced, one past its day, one that is used up
    try await site.issue("river-candle-violin-12", lastDay: Day(2026, 11, 20))
    #expect(
      try await problem(SampleArea.code) == "This code has been replaced by a new one. \(ask) for the new code.")
    #expect(try await problem("river-candle-violin-12") == "This code is past its last day. \(ask) for a new one.")
    try await site.issue("it's \"odd\" – but mine", mostUses: 1)
    let first = site.browser()
    try await first.begin(code: " IT’S “ODD” - BUT MINE ", organisation: "Northvale Children’s Therapies")
    #expect(try await first.finish().path == "/areas/northvale-speech/desk")
    #expect(
      try await problem("it's \"odd\" – but mine")
        == "This code has been used as often as it can be. \(ask) for a new one.")
    // The coordinator sees that somebody tried
    let page = try await site.browser(as: .coordinator).open("/areas/northvale-speech/people/code")
    #expect(page.says("Wrong guesses in the last 24 hours 5"))
    // A project that is not open yet, or not any more
    try await site.change { $0.opensOn = Day(2026, 12, 1) }
    var front = try await site.browser().open("/areas/northvale-speech")
    #expect(front.says("This project opens on 1 December 2026.") && front.link("Register with the code") == nil)
    try await site.change { ($0.opensOn, $0.closesOn) = (nil, Day(2026, 11, 1)) }
    front = try await site.browser().open("/areas/northvale-speech")
    #expect(front.says("This project closed on 1 November 2026") && front.says(ask))
    let late = site.browser()
    try await late.open("/areas/northvale-speech/register")
    let refused = try await late.submit([
      "code": SampleArea.code, "name": "Ada", "email": "ada@harbour.example", "organisation": "Harbour",
    ])
    #expect(refused.status == 422 && refused.problems.first?.hasPrefix("This project closed on") == true)
  }

  @Test(arguments: Engine.all) func `what is the code that I am asked for?`(engine: Engine) async throws {
    // Given a coordinator, who has the code to share
    let site = try await TestSite(engine)
    let coordinator = try await site.browser(as: .coordinator)
    try await coordinator.open("/areas/northvale-speech/people")
    var page = try await coordinator.follow("Code")
    #expect(page.says("maple-otter-lantern-47") && page.says("/areas/northvale-speech/register"))
    // When another is put in its place
    try await coordinator.follow("Put another code in its place")
    page = try await coordinator.submit(["code": "short"])
    #expect(page.status == 422 && page.value("code") == "short")
    page = try await coordinator.submit(["code": "", "last-day": "31 March 2027", "most-uses": "200"])
    #expect(page.done == "The new code is in force. The old one has stopped working.")
    #expect(page.says("31 March 2027") && page.says("0 times, of 200 at most"))
    // Then it is the same code that lets people into this project, and into no other
    let codes = try await site.database.read { try JoinCodes(northvale.viewer(.coordinator), $0).all() }
    #expect(codes.count == 2 && codes[1].code == SampleArea.code)
    #expect(try await site.browser().begin(code: codes[0].code, at: southmere).status == 422)
    #expect(
      try await site.browser().begin(code: codes[0].code).problems.first?.contains("is new in this project") == true)
    // Nobody else sees it
    for person in [SampleArea.Person.commissioner, .contributor, .newcomer] {
      #expect(try await site.browser(as: person).open("/areas/northvale-speech/people/code").status == 403)
    }
  }

  @Test(arguments: Engine.all)
  func `I know that a review is taking place in my area, but it isn't on the drop-down list`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = site.browser()
    var page = try await browser.open("/areas")
    // What is not listed is betrayed nowhere
    #expect(page.says("Is yours not here?") && page.says("a web address of its own"))
    #expect(!page.source.contains("Southmere") && !page.source.contains("southmere"))
    page = try await browser.open("/areas?project=southmere-review")
    let other = try await browser.open("/areas?project=no-such-review")
    #expect(page.status == 422 && other.status == 422 && !page.source.contains("Southmere"))
    #expect(try await browser.open("/areas?project=").problems == ["Choose a review from the list."])
    // and is there at its own address
    #expect(try await browser.open("/areas/southmere-review").h1 == southmere.title)
    #expect(try await browser.open("/areas/no-such-review").status == 404)
    #expect(try await browser.open("/areas/no-such-review/register").status == 404)
  }

  @Test func `a project that is in no list is in no search engine's either`() async throws {
    let browser = try await TestSite().browser()
    #expect(try await browser.open("/areas/southmere-review").headers[.init("X-Robots-Tag")!] == "noindex")
    #expect(try await browser.open("/areas/northvale-speech").headers[.init("X-Robots-Tag")!] == nil)
  }
}
