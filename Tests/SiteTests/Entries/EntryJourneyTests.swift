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

/// What whoever provides support does with the map of an area; the first three are questions that people ask.
@Suite struct EntryJourneyTests {
  private let text = "Groups of four in Reception build sentences with pictures, twice a week for ten weeks."

  @Test(arguments: Engine.all)
  func `I provide services to support children with these needs, how can the tools help me?`(engine: Engine)
    async throws
  {
    // Given a therapist who is confirmed, at her desk.
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .contributor)
    var page = try await browser.open(desk)
    #expect(page.says("Northvale Children’s Therapies") && page.says("entries are taken now"))
    #expect(page.says("1 of 15 cells answered") || page.says("1 of 15"))
    // When she chooses a cell that nobody has answered, she reads what is wanted there.
    page = try await browser.open("\(desk)?specialism=slcn&cell=intervention.targeted")
    #expect(page.says("Vocabulary groups of four"))
    page = try await browser.follow("Add provision in this cell")
    #expect(page.value("cells") == "intervention.targeted")
    page = try await browser.submit(
      "/areas/northvale-speech/entries",
      ["description": text, "audience": "Children in Reception with few words", "reach": "24"],
      pressing: "Put it on the map")
    // Then it is on the map, with what the desk says of the cell.
    #expect(page.done == "It is on the map.")
    #expect(page.says("Children in Reception with few words") && page.says("Added by Tanvi Desai"))
    page = try await browser.open(desk)
    #expect(page.says("2 of 15"))
    // And it can be changed, withdrawn and put back; nothing is deleted.
    page = try await browser.open(list)
    #expect(page.says("Groups of four in Reception"))
    page = try await browser.follow(page.links.first { $0.label.hasPrefix("Groups of four") }!.label)
    page = try await browser.follow("Change it")
    page = try await browser.submit(nil, ["place": "In six schools", "kind": "provision"], pressing: "Save")
    #expect(page.says("In six schools") && page.says("Changed by Tanvi Desai"))
    page = try await browser.press("Withdraw it from the map")
    #expect(page.done?.contains("Nothing is deleted") == true)
    page = try await browser.press("Put it back")
    #expect(page.done == "It is put back." && page.says("On the map"))
  }

  @Test func `What are the five strands?`() async throws {
    let browser = try await TestSite().browser(as: .contributor)
    let page = try await browser.open("\(list)/new")
    for strand in StandardFramework.strands { #expect(page.says(strand.name)) }
    // What is wanted in a cell stands in it, with help, good entries and questions below.
    let text = try #require(StandardFramework.texts(StandardFramework.threeLevels).first)
    #expect(text.specialism == "slcn" && page.says(text.outcome))
    for question in text.questions.split(separator: "\n") { #expect(page.says(String(question))) }
  }

  @Test func `What are the three levels?`() async throws {
    let browser = try await TestSite().browser(as: .contributor)
    var page = try await browser.open(desk)
    for level in StandardFramework.threeLevels { #expect(page.says(level.name)) }
    page = try await browser.open("\(desk)?specialism=slcn&cell=family-support.targeted")
    #expect(
      page.says("Family support · Targeted")
        && page.says(
          StandardFramework.texts(StandardFramework.threeLevels)
            .first { $0.specialism == "slcn" && $0.strand == "family-support" && $0.level == "targeted" }!.help)
    )
  }

  @Test(arguments: Engine.all) func `what is wrong is said at its field, and everything typed is still there`(
    engine: Engine
  ) async throws {
    let browser = try await TestSite(engine).browser(as: .contributor)
    try await browser.open("\(list)/new?kind=gap")
    var page = try await browser.submit(
      list, ["description": "", "reach": "many", "cost": "dear", "suggestion": "More visits"],
      pressing: "Put it on the map")
    #expect(page.status == 422)
    #expect(page.problems == ["“many” is not a whole number.", "Write an amount in pounds, such as 12,500."])
    #expect(page.value("reach") == "many" && page.value("suggestion") == "More visits")
    page = try await browser.submit(list, ["reach": "", "cost": ""], pressing: "Put it on the map")
    #expect(
      page.problems == [
        "Describe what is missing.", "Tick every cell that it serves: one at least.", "Choose what it is about.",
      ])
    #expect(page.value("suggestion") == "More visits" && page.value("kind") == "gap")
    // A draft needs none of these.
    page = try await browser.submit(list, [:], pressing: "Save as a draft")
    #expect(page.done?.hasPrefix("The draft is kept.") == true)
  }

  @Test(arguments: Engine.all)
  func `what looks short, told twice or personal is asked about once, and can be sent all the same`(
    engine: Engine
  ) async throws {
    let browser = try await TestSite(engine).browser(as: .contributor)
    try await browser.open("\(list)/new?cell=environment.universal&specialism=slcn")
    var page = try await browser.submit(
      list, ["description": "Ella, aged 7, has a quiet corner."], pressing: "Put it on the map")
    #expect(page.status == 422)
    #expect(
      page.says("This is very short.") && page.says("It does not say who it is for.")
        && page.says("a child’s name (“Ella”)"))
    #expect(page.value("description") == "Ella, aged 7, has a quiet corner.")
    // Something else that is wrong is asked about anew.
    page = try await browser.submit(
      list, ["description": "Ella, aged 7, has a quiet corner. Ring 01632 960 123.", "audience": "Children in Year 2"],
      pressing: "Put it on the map all the same")
    #expect(page.status == 422 && page.says("01632 960 123") && !page.says("This is very short."))
    page = try await browser.submit(list, [:], pressing: "Put it on the map all the same")
    #expect(page.done == "It is on the map.")
    try await browser.open("\(list)/new?cell=family-support.universal&specialism=slcn")
    page = try await browser.submit(
      list, ["description": "Talking drop-in at 3 family hubs, every month, for all parents.", "audience": "Parents"],
      pressing: "Put it on the map")
    #expect(page.status == 422 && page.says("has said something very like it already"))
  }

  @Test(arguments: Engine.all) func `a draft is kept while somebody types, and then sent`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .contributor)
    let page = try await browser.open("\(list)/new?cell=intervention.targeted&specialism=slcn")
    let id = try #require(page.value("id"))
    func fields(_ more: [(String, String)]) -> [(String, String)] {
      [
        ("csrf", browser.formToken), ("id", id), ("kind", "provision"), ("cells", "intervention.targeted"),
        ("specialisms", "slcn"), ("audience", "Children in Reception"),
      ] + more
    }
    var told = try await browser.post("\(list)/draft", fields([("description", "Groups of")]))
    #expect(told.status == 200 && told.source.contains("Draft kept at 09:30.") && told.source.contains("\"version\":1"))
    told = try await browser.post("\(list)/draft", fields([("description", text), ("version", "1")]))
    #expect(told.source.contains("\"version\":2"))
    told = try await browser.post("\(list)/draft", fields([("description", "From another window"), ("version", "1")]))
    #expect(told.status == 409)
    told = try await browser.post("\(list)/draft", fields([("description", "Ella, aged 7"), ("version", "2")]))
    #expect(told.status == 422 && told.source.contains("Not kept yet."))
    // Then the form's own button puts it on the map: one entry, not two.
    let sent = try await browser.post(list, fields([("description", text), ("version", "2"), ("act", "send")]))
    #expect(sent.h1.hasPrefix("Groups of four"))
    let again = try await browser.post(list, fields([("description", text), ("act", "send")]))
    #expect(again.path == sent.path)
    told = try await browser.post("\(list)/draft", fields([("description", "Later"), ("version", "3")]))
    #expect(told.status == 409)
  }

  @Test(arguments: Engine.all) func `whoever is slower sees both values`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let (one, two) = (try await site.browser(as: .contributor), try await site.browser(as: .contributor))
    let address = "\(list)/\(northvale.dropIn.text)/change"
    try await one.open(address)
    try await two.open(address)
    try await one.submit(nil, ["audience": "All parents"], pressing: "Save")
    var page = try await two.submit(nil, ["audience": "Parents of under-fives"], pressing: "Save")
    #expect(page.status == 409)
    let rows = page.table("What stands there now, and what you typed")
    #expect(rows.contains(["Who it is for", "All parents", "Parents of under-fives"]))
    page = try await two.submit(nil, [:], pressing: "Save mine all the same")
    #expect(page.says("Parents of under-fives"))
  }

  @Test(arguments: Engine.all) func `nothing here is said and taken back, and refused where there is provision`(
    engine: Engine
  ) async throws {
    let browser = try await TestSite(engine).browser(as: .contributor)
    try await browser.open("\(desk)?specialism=slcn&cell=workforce.specialist")
    var page = try await browser.press("We provide nothing here")
    #expect(page.done == "Said: your organisation provides nothing in this cell." && page.says("Tanvi Desai said on"))
    page = try await browser.press("Take “nothing here” back")
    #expect(page.done == "Taken back: the cell counts as not answered yet.")
    // Where there is provision it is not offered, and refused where somebody sends it all the same.
    page = try await browser.open("\(desk)?specialism=slcn&cell=family-support.universal")
    #expect(!page.says("We provide nothing here"))
    func sent(_ browser: Browser, _ cell: String) -> [(String, String)] {
      [("csrf", browser.formToken), ("specialism", "slcn"), ("cell", cell)]
    }
    page = try await browser.post("\(desk)/nothing-here", sent(browser, "family-support.universal"))
    #expect(page.status == 409 && page.problems.first?.hasPrefix("Your organisation has provision") == true)
    page = try await browser.post("\(desk)/nothing-here", sent(browser, "nowhere"))
    #expect(page.status == 422 && page.problems == ["Choose a cell in the grid first."])
    let newcomer = try await TestSite(engine).browser(as: .newcomer)
    page = try await newcomer.open("\(desk)?specialism=slcn&cell=workforce.specialist")
    #expect(!page.says("We provide nothing here"))
    page = try await newcomer.post("\(desk)/nothing-here", sent(newcomer, "workforce.specialist"))
    #expect(page.status == 403)
  }

  @Test(arguments: Engine.all) func `a newcomer writes at once and sees their own alone`(engine: Engine) async throws {
    let browser = try await TestSite(engine).browser(as: .newcomer)
    var page = try await browser.open(desk)
    #expect(page.says("You can write already") && page.says("No interpreters") && !page.says("half written"))
    page = try await browser.open(list)
    #expect(page.says("No interpreters") && !page.says("half written") && !page.says("Talking drop-in"))
    page = try await browser.open("\(list)/\(northvale.dropIn.text)")
    #expect(page.status == 404)
  }

  @Test(arguments: Engine.all) func `last round's entries come as drafts, then onto the map`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: northvale.id.text) { connection in
      let rounds = Rounds(northvale.viewer(.coordinator), connection)
      try rounds.close(northvale.round)
      try rounds.add(name: "Winter", framework: northvale.framework, from: Day(2026, 11, 1)!, until: nil)
    }
    let browser = try await site.browser(as: .contributor)
    var page = try await browser.open(desk)
    #expect(page.says("In Round 1: Autumn 2026 you had 1 entry"))
    page = try await browser.follow("Copy from last round")
    page = try await browser.submit("\(list)/copies", ["entry": [String]()])
    #expect(page.problems == ["Tick what is to be copied."])
    page = try await browser.submit("\(list)/copies", ["entry": [northvale.dropIn.text]])
    #expect(page.done?.hasPrefix("Copied as drafts.") == true && page.says("Talking drop-in"))
    page = try await browser.press("Put those ticked on the map")
    #expect(page.done?.hasPrefix("What was whole is on the map.") == true && page.says("1 of 15"))
    // What the closed round holds stays as it was.
    try await browser.open("\(list)/\(northvale.dropIn.text)")
    #expect(!browser.page.says("Withdraw it from the map"))
  }
}
