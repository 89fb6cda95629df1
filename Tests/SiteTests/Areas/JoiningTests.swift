import Domain
import Hummingbird
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let southmere = SampleArea.southmere
private let desk = "/areas/northvale-speech/desk"

/// Joining with an account, guesses at codes, and terms that change.
@Suite struct JoiningTests {
  @Test(arguments: Engine.all) func `somebody with an account joins another project with its code alone`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .neighbour, at: southmere)
    #expect(try await browser.open("/areas/northvale-speech/register").path == "/areas/northvale-speech/join")
    try await browser.open("/areas/northvale-speech")
    try await browser.follow("Join with the code")
    var page = try await browser.submit(["organisation": "Little Acorns Playgroup"])
    #expect(page.status == 422 && page.value("organisation") == "Little Acorns Playgroup")
    page = try await browser.submit(["code": "nothing-of-the-kind"])
    #expect(page.problems.first?.hasPrefix("This code does not open this project.") == true)
    page = try await browser.submit(["code": SampleArea.code])
    #expect(page.problems == ["Read the terms of use, and tick the box if you accept them."])
    page = try await browser.submit(["code": SampleArea.code, "terms": "yes", "job": "Leader"])
    #expect(page.path == desk && page.done?.hasPrefix("Welcome.") == true)
    // Who has joined comes to the desk at once; what others wrote stays unseen
    #expect(try await browser.open("/areas/northvale-speech/join").path == desk)
    let hash = try #require(browser.cookies.values.lazy.compactMap { Token(printed: $0) }.first).hash
    let seen = try await site.database.read { connection in
      let session = try Sessions.open(tokenHash: hash, on: Day(2026, 11, 21)!, connection)
      let viewer = try #require(session?.areaViewer(in: northvale.id))
      return try Entries(viewer, connection).all(in: northvale.round).count
    }
    #expect(seen == 0)
  }

  @Test(arguments: Engine.all) func `a coordinator who contributes as well says for which organisation`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    try await browser.open("/areas/northvale-speech/join")
    #expect(browser.page.h1 == "For which organisation do you contribute?" && browser.page.value("code") == nil)
    let page = try await browser.submit(["organisation": "Northvale Children’s Therapies", "terms": "yes"])
    #expect(page.path == desk && page.done == "Saved.")
    let viewer = try await site.database.read { connection in
      try AreaPeople(northvale.operatorViewer, connection).find(
        northvale.account(.coordinator), on: Day(2026, 11, 21)!)
    }
    #expect(viewer.roles == [.coordinator, .contributor] && viewer.participant == northvale.clinic)
    #expect(viewer.confirmedAt != nil)
  }

  @Test(arguments: Engine.all) func `wrong guesses wait, and a workshop of a hundred behind one address gets in`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let guesser = site.browser()
    try await guesser.begin(code: "guess-number-0")
    for number in 1..<20 { try await guesser.submit(["code": "guess-number-\(number)"]) }
    let page = try await guesser.submit(["code": SampleArea.code])
    #expect(page.status == 422 && page.problems.first?.hasPrefix("That was tried too many times.") == true)
    for number in 0..<100 {
      let browser = site.browser()
      let email = "guest\(number)@workshop.example"
      if number % 2 == 0 { try await browser.begin(code: "mistyped-code-0", email: email) }
      let page = try await browser.begin(email: email, organisation: "Northvale Children’s Therapies")
      #expect(page.h1 == "Your password", "\(number): \(page.problems)")
    }
    site.clock.advance(by: 301)
    #expect(
      try await guesser.submit(["code": SampleArea.code, "organisation": "Little Acorns Playgroup"]).h1
        == "Your password")
  }

  @Test(arguments: Engine.all)
  func `new terms wait for whoever takes part until they are accepted`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: northvale.id.text) {
      try TermsOfUse(northvale.viewer(.coordinator), $0).write("New terms.")
    }
    let browser = try await site.browser(as: .contributor)
    // What is read stays open
    #expect(try await browser.open(desk).status == 200)
    var page = try await browser.open("/areas/northvale-speech/terms?then=\(desk)")
    #expect(page.h1 == "The terms of use have changed" && page.says("New terms."))
    page = try await browser.submit()
    #expect(page.status == 422 && page.problems == ["Read the terms of use, and tick the box if you accept them."])
    page = try await browser.submit(["terms": "yes"])
    #expect(page.path == desk && page.done == "Thank you. You can go on.")
    #expect(try await browser.open("/areas/northvale-speech/terms").h1 == "Terms of use")
    let outstanding = try await site.database.read { connection in
      (
        try TermsOfUse(northvale.viewer(.contributor), connection).outstanding() == nil,
        try TermsOfUse(northvale.viewer(.neighbour), connection).outstanding() != nil
      )
    }
    #expect(outstanding == (true, true))
    // Whoever does not take part reads them, and has nothing to accept
    #expect(try await site.browser().open("/areas/northvale-speech/terms").says("New terms."))
  }
}
