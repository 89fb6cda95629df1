import Domain
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let desk = "/areas/northvale-speech/desk"
private let list = "/areas/northvale-speech/entries"

/// What a coordinator does with what was sent in.
@Suite struct EntryTidyingJourneyTests {
  @Test(arguments: Engine.all) func `a coordinator sees who has answered and who is silent`(engine: Engine) async throws
  {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .coordinator).open(desk)
    let rows = page.table("Who has answered, by sector")
    #expect(rows.last?.suffix(5) == ["3", "3", "2", "2", "1"])
    #expect(page.says("2 of 3") && page.says("For how long do they wait?"))
    let commissioner = try await site.browser(as: .commissioner).open(desk)
    #expect(commissioner.says("How this round stands") && commissioner.link("Bring in a list (CSV or Excel)") == nil)
  }

  @Test(arguments: Engine.all) func `several are checked at once; nothing ticked is said`(engine: Engine) async throws {
    let browser = try await TestSite(engine).browser(as: .coordinator)
    try await browser.open(list)
    var page = try await browser.press("Mark as checked")
    #expect(page.status == 422 && page.problems == ["Tick the entries first."])
    page = try await browser.press("Mark as checked", ["entry": [northvale.dropIn.text, northvale.gap.text]])
    #expect(page.done == "Noted for those that you ticked.")
    page = try await browser.open("\(list)?checked=no")
    #expect(page.says("Nothing is found"))
    page = try await browser.open("\(list)/\(northvale.dropIn.text)")
    page = try await browser.press("Agree to show it to the public")
    #expect(page.says("Public once its author agrees"))
  }

  @Test(arguments: Engine.all) func `filters stand in the address, words do not`(engine: Engine) async throws {
    let browser = try await TestSite(engine).browser(as: .coordinator)
    var page = try await browser.open("\(list)?kind=gap&sector=early-years&age=4&nonsense=1")
    #expect(page.says("Nobody helps families") && !page.says("Talking drop-in at three"))
    page = try await browser.open("\(list)?cell=family-support.universal&organisation=\(northvale.clinic.text)")
    #expect(page.says("Talking drop-in at three") && !page.says("Nobody helps families"))
    try await browser.open(list)
    page = try await browser.submit("\(list)/search", ["words": "interpret"], pressing: "Search")
    #expect(page.says("Nothing is found"))
    page = try await browser.submit("\(list)/search", ["words": "famil hubs"], pressing: "Search")
    #expect(page.says("Talking drop-in at three") && !page.says("Nobody helps families"))
    #expect(!page.address.contains("hubs"))
  }

  @Test(arguments: Engine.all) func `a move is shown to the author with before and after`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let coordinator = try await site.browser(as: .coordinator)
    try await coordinator.open("\(list)/\(northvale.dropIn.text)/cells")
    var page = try await coordinator.submit(nil, ["cells": [String]()], pressing: "Move it")
    #expect(page.problems == ["Tick one cell at least."])
    page = try await coordinator.submit(nil, ["cells": ["environment.universal"]], pressing: "Move it")
    #expect(page.done?.hasPrefix("Moved.") == true)
    let author = try await site.browser(as: .contributor)
    page = try await author.open(desk)
    #expect(page.says("Before: Family support, Universal.") && page.says("Now: Environment, Universal."))
    page = try await author.press("I have seen it")
    #expect(page.says("cells: “Family support, Universal” became “Environment, Universal”"))
    #expect(try await !author.open(desk).says("Before: Family support"))
  }

  @Test(arguments: Engine.all) func `a question waits on the author's desk, is mailed, and is answered`(engine: Engine)
    async throws
  {
    let mail = Mailbox()
    var settings = SiteSettings.forTests
    settings.mailing = { address, subject, text in mail.take("\(address)\n\(subject)\n\(text)") }
    let site = try await TestSite(engine, settings: settings)
    let coordinator = try await site.browser(as: .coordinator)
    let address = "\(list)/\(northvale.dropIn.text)"
    try await coordinator.open(address)
    var page = try await coordinator.submit("\(address)/questions", ["question": " "])
    #expect(page.problems == ["Write your question."])
    page = try await coordinator.submit("\(address)/questions", ["question": "In the holidays too?"])
    #expect(page.says("In the holidays too?") && page.says("No answer yet."))
    for _ in 0..<200 where mail.messages.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(mail.messages.count == 1 && mail.messages[0].hasPrefix(northvale.email(.contributor)))
    #expect(!mail.messages[0].contains("holidays") && !mail.messages[0].contains("drop-in"))
    let author = try await site.browser(as: .contributor)
    page = try await author.open(desk)
    #expect(page.says("In the holidays too?"))
    try await author.open(address)
    page = try await author.press("Answer", ["answer": ""])
    #expect(page.problems == ["Write your answer."])
    page = try await author.press("Answer", ["answer": "Yes, in summer."])
    #expect(page.done == "Your answer is given.")
    #expect(try await coordinator.open(address).says("Yes, in summer."))
  }

  @Test(arguments: Engine.all) func `of two coordinators who merge at once one is told, with both entries shown`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let twin = try await site.database.write(keeper: northvale.id.text) { connection -> ID<Entry> in
      var details = EntryDetails(.provision)
      details.description = "A talking drop-in at family hubs for parents."
      details.cells = Cells([Cell(strand: 0, level: 0)])
      details.specialisms = Specialisms([0])
      return try Entries(northvale.viewer(.neighbour), connection).add(
        details, to: northvale.round, isDraft: false, today: Day(2026, 11, 21)!)
    }
    let (one, two) = (try await site.browser(as: .coordinator), try await site.browser(as: .coordinator))
    try await one.open(list)
    var page = try await one.press("Merge them …", ["entry": [twin.text]])
    #expect(page.problems == ["Tick two entries or more that tell of the same thing."])
    for browser in [one, two] {
      try await browser.open(list)
      try await browser.press("Merge them …", ["entry": [northvale.dropIn.text, twin.text]])
      #expect(browser.page.says("Which of them stands for all?"))
    }
    page = try await one.submit(nil, ["into": northvale.dropIn.text], pressing: "Merge them")
    #expect(page.done?.hasPrefix("Merged.") == true && page.says("Merged into this one"))
    page = try await two.submit(nil, ["into": twin.text], pressing: "Merge them")
    #expect(page.status == 409 && page.says("As they stand now") && page.says("Merged, into “Talking drop-in"))
    try await one.open("\(list)/\(twin.text)")
    page = try await one.press("Take them apart again")
    #expect(page.done?.hasPrefix("Taken apart.") == true && page.says("On the map"))
  }
}

/// What was mailed.
private final class Mailbox: @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [String] = []

  func take(_ message: String) { lock.withLock { kept.append(message) } }
  var messages: [String] { lock.withLock { kept } }
}
