import Domain
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let people = "/areas/northvale-speech/people"

/// The coordinator's pages about who takes part.
@Suite struct PeopleTests {
  @Test(arguments: Engine.all) func `the coordinator, or a confirmed colleague, confirms in one click`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let coordinator = try await site.browser(as: .coordinator)
    var page = try await coordinator.open(people)
    #expect(page.says("Gareth Bowen") && page.says("newcomer@northvale-speech.example"))
    page = try await coordinator.press("Confirm: Gareth Bowen")
    #expect(page.done?.hasPrefix("Confirmed.") == true && page.says("Confirmed by Maya Ellis"))

    let other = try await TestSite(engine)
    let colleague = try await other.browser(as: .contributor)
    page = try await colleague.open(people)
    #expect(
      page.h1 == "Your colleagues" && !page.says("newcomer@northvale-speech.example") && !page.says("Lucy Marlow"))
    page = try await colleague.press("Confirm: Gareth Bowen")
    #expect(page.says("Confirmed by Tanvi Desai"))
    // Somebody of another organisation cannot, nor oneself
    let third = try await TestSite(engine)
    for person in [SampleArea.Person.neighbour, .newcomer] {
      let browser = try await third.browser(as: person)
      try await browser.open(people)
      #expect(!browser.page.says("Confirm: "))
      let address = "\(people)/\(northvale.account(.newcomer).text)/confirmation"
      #expect(try await browser.post(address, [("csrf", browser.formToken)]).status == 404)
    }
    let commissioner = try await third.browser(as: .commissioner)
    #expect(try await commissioner.open(people).says("Gareth Bowen"))
    #expect(!commissioner.page.source.contains("/confirmation"))
  }

  @Test(arguments: Engine.all) func `organisations are added, one, a list, and two spellings are told apart`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    try await browser.open("\(people)/organisations/new")
    var page = try await browser.submit(["name": "Little Acorn Playgroup", "sector": "early-years"])
    #expect(page.status == 409 && page.says("“Little Acorns Playgroup” is there already. Is it the same?"))
    page = try await browser.submit(["another": "yes"])
    #expect(page.done == "Added." && page.says("Little Acorn Playgroup"))
    try await browser.follow("Paste a list")
    page = try await browser.submit(["names": "\n \n"], pressing: "Show what would be added")
    #expect(page.problems == ["Type or paste at least one name."])
    page = try await browser.submit(
      ["names": "Harbour Primary\nHill Primary\n\nHarbour  primary\nNorthvale Parent-Carer Forum", "sector": "school"],
      pressing: "Show what would be added")
    #expect(
      page.table("What each line comes to").map { $0[0] } == [
        "Name", "Harbour Primary", "Hill Primary", "Northvale Parent-Carer Forum",
      ])
    #expect(page.says("There already as “Northvale Parent Carer Forum”"))
    page = try await browser.press("Add 2 organisations")
    #expect(page.done == "Added." && page.says("Harbour Primary") && page.says("Hill Primary"))
    let all: SQL = "SELECT COUNT(*) FROM participants WHERE organisation_id = \(northvale.id)"
    #expect(try await site.count(all) == 6)
    page = try await browser.follow("Expected, not answered")
    #expect(page.says("Harbour Primary") && !page.says("Little Acorns Playgroup"))
  }

  @Test(arguments: Engine.all) func `an organisation is changed, and whoever was slower sees both values`(
    engine: Engine
  )
    async throws
  {
    let site = try await TestSite(engine)
    let address = "\(people)/organisations/\(northvale.playgroup.text)"
    let (mine, theirs) = (try await site.browser(as: .coordinator), try await site.browser(as: .coordinator))
    try await mine.open(address)
    try await theirs.open(address)
    #expect(try await theirs.submit(address, ["name": "Little Acorns Nursery"]).done == "Saved.")
    var page = try await mine.submit(address, ["name": "Little Acorns Pre-school"])
    #expect(
      page.status == 409 && page.says("Little Acorns Nursery") && page.value("name") == "Little Acorns Pre-school")
    page = try await mine.submit(address)
    #expect(page.done == "Saved." && page.says("Little Acorns Pre-school"))
    try await mine.open(address)
    page = try await mine.submit(address, ["name": ""])
    #expect(page.status == 422 && page.problems == ["Give the organisation’s name."])
  }

  @Test(arguments: Engine.all) func `two that are the same become one, after what moves was shown`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    let address = "\(people)/organisations/\(northvale.playgroup.text)/merge"
    try await browser.open(address)
    var page = try await browser.submit(["other": ""])
    #expect(page.problems == ["Choose the organisation that stays."])
    page = try await browser.submit(["other": northvale.clinic])
    #expect(page.says("To Northvale Children’s Therapies go:") && page.says("1 person") && page.says("1 entry"))
    let rival = try await site.browser(as: .coordinator)
    try await rival.open(address)
    try await rival.submit(["other": northvale.clinic])
    #expect(try await browser.press("Merge them").done?.hasPrefix("Merged.") == true)
    page = try await rival.press("Merge them")
    #expect(page.status == 404)
    let moved: SQL = "SELECT COUNT(*) FROM area_people WHERE participant_id = \(northvale.clinic)"
    #expect(try await site.count(moved) == 3)
  }

  @Test(arguments: Engine.all) func `a person is moved, given a role, handed the project, removed`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    let newcomer = "\(people)/\(northvale.account(.newcomer).text)"
    try await browser.open(newcomer)
    var page = try await browser.submit("\(newcomer)/move", ["participant": northvale.playgroup])
    #expect(page.done?.hasPrefix("Moved") == true && page.says("Little Acorns Playgroup"))
    page = try await browser.submit("\(newcomer)/roles", ["role": ""])
    #expect(page.problems == ["Choose a role."])
    page = try await browser.submit("\(newcomer)/roles", ["role": "commissioner"])
    #expect(page.done == "Added." && page.says("End at once: Commissioner"))
    page = try await browser.press("End at once: Commissioner")
    #expect(page.done == "The role is ended. What was done under it stays.")
    // The last coordinator cannot go
    let own = "\(people)/\(northvale.account(.coordinator).text)"
    try await browser.open(own)
    page = try await browser.press("End at once: Coordinator")
    #expect(page.status == 409 && page.says("Nobody would be left to coordinate the project."))
    // Removed: their entries stay, their way in does not
    try await browser.open("\(people)/\(northvale.account(.neighbour).text)")
    try await browser.follow("Remove Lucy Marlow")
    page = try await browser.submit()
    #expect(page.done == "Removed." && !page.says("Lucy Marlow"))
    #expect(try await site.browser(as: .neighbour).open("/areas/northvale-speech/desk").status == 404)
    let entries: SQL = "SELECT COUNT(*) FROM entries WHERE account_id = \(northvale.account(.neighbour))"
    #expect(try await site.count(entries) == 1)
    // Handed on
    try await browser.open(newcomer)
    try await browser.follow("Hand the project on to Gareth Bowen")
    page = try await browser.submit()
    #expect(page.done == "The project is handed on. You coordinate it no longer.")
    #expect(try await browser.open(people).status == 404)
    #expect(try await site.browser(as: .newcomer).open("\(people)/code").status == 200)
  }

  @Test(arguments: Engine.all) func `a commissioner is invited by a link that works once, for one address`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    try await browser.open("\(people)/invite")
    var page = try await browser.submit(["email": "no address", "role": "commissioner"])
    #expect(page.status == 422 && page.value("email") == "no address")
    page = try await browser.submit(["email": northvale.email(.commissioner), "role": "commissioner"])
    #expect(page.problems == ["Owen Radley has the role of Commissioner here already."])
    page = try await browser.submit(["email": "ivy@board.example", "role": "commissioner"])
    #expect(page.h1 == "The invitation is ready")
    let path = String(
      try #require(page.source.firstMatch(of: /(\/areas\/northvale-speech\/invitation\/[\w-]+)/)?.1))
    #expect(try await site.browser(as: .contributor).open(path).says("this invitation is for another address"))
    let invited = site.browser()
    #expect(try await invited.open(path).says("Maya Ellis invites ivy@board.example with the role Commissioner"))
    page = try await invited.submit(["name": "Ivy", "new-password": "short", "again": "short"])
    #expect(page.status == 422 && page.value("name") == "Ivy")
    page = try await invited.submit(["name": "Ivy Marsh", "new-password": Browser.password, "again": Browser.password])
    #expect(page.path == "/areas/northvale-speech/desk")
    #expect(try await site.browser().open(path).h1 == "This invitation has been taken up")
    #expect(try await browser.open(people).says("Ivy Marsh"))
    // Another area's address does not open it, and the page of schools' invitations knows it as little
    let token = path.split(separator: "/").last ?? ""
    #expect(try await site.browser().open("/areas/southmere-review/invitation/\(token)").status == 410)
    #expect(try await site.browser().open("/invitation/\(token)").h1 == "This invitation is not known")
    // Taken back, and after 72 hours
    page = try await browser.press("New link: invited@northvale-speech.example")
    let late = String(try #require(page.source.firstMatch(of: /(\/areas\/northvale-speech\/invitation\/[\w-]+)/)?.1))
    site.clock.advance(by: 72 * 3600 + 1)
    #expect(try await site.browser().open(late).h1 == "This invitation has expired")
  }

  @Test(arguments: Engine.all) func `whoever has not answered is reminded by mail, or by a list to copy`(engine: Engine)
    async throws
  {
    for isMailed in [true, false] {
      let outbox = Outbox()
      let site = try await TestSite(engine, settings: isMailed ? outbox.settings : .forTests)
      let guest = site.browser()
      if !isMailed {
        try await guest.begin(organisation: "Northvale Parent Carer Forum")
        try await guest.finish()
      } else {
        try await site.database.write(keeper: northvale.id.text) {
          try AreaPeople(northvale.viewer(.coordinator), $0).move(northvale.account(.newcomer), to: northvale.silent)
        }
      }
      let browser = try await site.browser(as: .coordinator)
      try await browser.open("\(people)/reminders")
      #expect(!browser.page.says("Tanvi Desai"))
      let button = isMailed ? "Send the reminders" : "Note that I have reminded them"
      var page = try await browser.press(button)
      #expect(page.problems == ["Choose at least one person."])
      let email = isMailed ? northvale.email(.newcomer) : "ada@harbour.example"
      #expect(page.says(email) && page.source.contains("readonly value=\"\(email)\"") == !isMailed)
      let id = try #require(page.forms.flatMap(\.controls).first { $0.name == "person" }?.choices?.first)
      page = try await browser.press(button, ["person": id])
      #expect(page.done == "Noted, with today’s date." && page.says("Last reminder: 21 November 2026"))
      if isMailed {
        let message = try #require(await outbox.next())
        #expect(message.0 == email && message.1.contains("/areas/northvale-speech/desk"))
      }
    }
  }
}
