import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let survey = "/areas/northvale-speech/survey"

@Suite struct SurveyJourneysTests {
  @Test(arguments: Engine.all)
  func `a parent says what works and what is missing, and it counts when it has been read`(engine: Engine) async throws
  {
    // Given a parent without an account, at the front of the project
    let site = try await TestSite(engine)
    let parent = site.browser()
    try await parent.open("/areas/northvale-speech")
    var page = try await parent.follow("Answer the survey")
    #expect(page.path == survey && page.link("999 In danger now") == "tel:999")
    #expect(page.says("0800 1111 Childline") && page.says("0808 800 5000 NSPCC"))
    #expect(page.says("Northvale Commissioning: review@northvale-speech.example"))

    // When they send two boxes of three
    page = try await parent.submit([
      "voice": "parent", "works": "The singing group.", "wish": "That somebody rings\nwhile we wait.",
      "strand": "family-support", "locality": northvale.hillWard,
    ])
    #expect(page.path == "\(survey)/thanks" && page.h1 == "Thank you" && page.says("0800 1111"))

    // Then it waits for the coordinator, and a commissioner sees nothing of it
    let commissioner = try await site.browser(as: .commissioner)
    #expect(try await !commissioner.open("\(survey)/answers").says("The singing group."))
    let coordinator = try await site.browser(as: .coordinator)
    try await coordinator.open("/areas/northvale-speech/people")
    page = try await coordinator.follow("Survey")
    #expect(page.says("Waiting to be read (3)") && page.says("follow your area’s safeguarding procedure now"))
    #expect(page.says("Parent or carer · Family support · Hill · 21 November 2026"))

    // And counts for both once it is counted, several at once
    let values = page.forms.flatMap(\.controls).filter { $0.name == "answer" }.flatMap { $0.choices ?? [] }
    #expect(values.count == 3)
    page = try await coordinator.submit(["answer": Array(values.suffix(2))], pressing: "Count the ticked ones")
    #expect(page.done == "Saved." && page.says("Counted (3)") && page.says("Waiting to be read (1)"))
    page = try await commissioner.open("\(survey)/answers")
    #expect(page.says("The singing group.") && page.says("while we wait.") && !page.says("We waited a year"))
    let table = page.table("Counted answers, by what they are about")
    #expect(table[1] == ["Family support", "2", "0", "1", "3"] && table.last == ["All", "2", "0", "1", "3"])
    #expect(page.forms.allSatisfy { !$0.isInMain })
    let accounts = try await site.count(
      "SELECT COUNT(*) FROM history WHERE noun = 'survey answer' AND act = 'sent' AND account_id IS NOT NULL")
    #expect(accounts == 0)
  }

  @Test(arguments: Engine.all) func `a long list has pages, and what is done on one leads back to it`(engine: Engine)
    async throws
  {
    // Given 120 answers that are counted
    let site = try await TestSite(engine)
    try await site.database.write(keeper: northvale.id.text) { connection in
      let visitor = AreaViewer(visitorIn: northvale.id)
      try connection.run("DELETE FROM survey_answers")
      for number in 1...120 {
        try SurveyAnswers(visitor, connection).send(
          SurveyReply(voice: .parent, texts: [.works: "Answer \(number)."]), to: northvale.round,
          id: ID(high: 0x7000, low: 0x8000_0000_0000_0000 + UInt64(number * 10)), today: Day(2026, 11, 21)!)
      }
      try connection.run("UPDATE survey_answers SET state = 'counted'")
    }
    for person in [SampleArea.Person.coordinator, .commissioner] {
      // When somebody pages through them, newest first
      let browser = try await site.browser(as: person)
      var page = try await browser.open("\(survey)/answers?show=counted")
      #expect(page.says("From 1 to 50 of 120.") && page.says("Answer 120.") && !page.says("Answer 70."))
      #expect(page.link("The page before") == nil)
      page = try await browser.follow("The next page")
      #expect(page.says("From 51 to 100 of 120.") && page.says("Answer 70.") && !page.says("Answer 71."))
      page = try await browser.follow("The next page")
      #expect(page.says("From 101 to 120 of 120.") && page.says("Answer 1.") && page.link("The next page") == nil)
      // Then one page leads back, and one that is not there is the last
      #expect(try await browser.follow("The page before").says("From 51 to 100 of 120."))
      #expect(try await browser.open("\(survey)/answers?show=counted&page=99").says("From 101 to 120 of 120."))
      for odd in ["0", "-3", "two", "99999999999999999999"] {
        #expect(try await browser.open("\(survey)/answers?show=counted&page=\(odd)").status == 200, "\(odd)")
      }
    }
    // And a moderator stays on the page on which something was left out; an empty last page gives way to the one before
    let coordinator = try await site.browser(as: .coordinator)
    var page = try await coordinator.open("\(survey)/answers?show=counted&page=3")
    let values = page.forms.flatMap(\.controls).filter { $0.name == "answer" }.flatMap { $0.choices ?? [] }
    #expect(values.count == 20)
    page = try await coordinator.press("Leave out the ticked ones", ["answer": Array(values.prefix(1))])
    #expect(page.done == "Saved." && page.says("From 101 to 119 of 119."))
    page = try await coordinator.press("Leave out the ticked ones", ["answer": [String]()])
    #expect(page.status == 422 && page.says("From 101 to 119 of 119."))
    page = try await coordinator.press("Leave out the ticked ones", ["answer": Array(values.dropFirst())])
    #expect(page.done == "Saved." && page.says("From 51 to 100 of 100.") && page.link("The next page") == nil)
  }

  @Test func `what is missing is said at its field, and everything typed is still there`() async throws {
    let site = try await TestSite()
    let browser = site.browser()
    try await browser.open(survey)
    var page = try await browser.submit(["strand": "workforce"])
    #expect(page.status == 422 && page.value("strand") == "workforce")
    #expect(page.problems == ["Say who you are: one of the three.", "Write something in one of the three boxes."])
    let long = String(repeating: "word ", count: 500)
    page = try await browser.submit(["voice": "young person", "barrier": long])
    #expect(page.problems == ["“What gets in the way” has room for 2,000 characters. Please make it shorter."])
    #expect(page.value("barrier") == long && page.value("voice") == "young person")
    #expect(try await site.count("SELECT COUNT(*) FROM survey_answers WHERE who = 'young person'") == 0)
  }

  @Test func `a name is warned of before anything is kept, and sent all the same if the person says so`() async throws {
    let site = try await TestSite()
    let browser = site.browser()
    try await browser.open(survey)
    var page = try await browser.submit([
      "voice": "parent", "works": "My son Tom likes it.", "wish": "Ring 01632 960 100",
    ])
    #expect(page.status == 422 && page.problems.count == 2)
    #expect(page.problems[0].hasPrefix("This seems to hold a name (“Tom”). Please take it out"))
    #expect(page.problems[1].hasPrefix("This seems to hold a telephone number (“01632 960 100”)."))
    page = try await browser.submit(["wish": "A call"], pressing: "Send")
    #expect(page.status == 422 && page.problems.count == 1 && page.value("works") == "My son Tom likes it.")
    page = try await browser.press("Send it as it is")
    #expect(page.h1 == "Thank you")
    #expect(try await site.count("SELECT COUNT(*) FROM survey_answers WHERE text LIKE '%Tom%'") == 1)
  }

  @Test(arguments: Engine.all) func `sent twice it is kept once`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = site.browser()
    try await browser.open(survey)
    try await browser.submit(["voice": "other", "barrier": "No bus goes there."])
    let sent = try #require(browser.lastSent)
    #expect(try await browser.post(sent.address, sent.fields).h1 == "Thank you")
    #expect(try await site.count("SELECT COUNT(*) FROM survey_answers WHERE text = 'No bus goes there.'") == 1)
  }

  @Test func `where there is no survey, or no round takes answers, the page says whom to ask and whom to call`()
    async throws
  {
    let site = try await TestSite()
    let browser = site.browser()
    try await browser.open(survey)
    try await site.database.write(keeper: northvale.id.text) { connection in
      let (rounds, viewer) = (Rounds(northvale.viewer(.coordinator), connection), northvale.round)
      try rounds.close(viewer)
    }
    var page = try await browser.submit(["voice": "other", "barrier": "No bus goes there."])
    #expect(page.status == 410 && page.h1 == "This survey is closed" && page.says("0800 1111"))
    #expect(page.says("Ask Northvale Commissioning"))
    try await site.change { $0.takesSurvey = false }
    page = try await browser.open(survey)
    #expect(page.status == 404 && page.says("This review has no survey."))
    #expect(try await browser.open("/areas/northvale-speech").link("Answer the survey") == nil)
    #expect(try await site.count("SELECT COUNT(*) FROM survey_answers WHERE text = 'No bus goes there.'") == 0)
  }

  @Test func `a hall full of parents gets through; a flood from one place waits`() async throws {
    let site = try await TestSite()
    let browser = site.browser()
    try await browser.open(survey)
    try await site.database.write(keeper: "test") { connection in
      for _ in 1...199 { _ = try Throttles.attempt([.survey(from: "unknown")], connection) }
    }
    #expect(try await browser.submit(["voice": "other", "barrier": "First."]).h1 == "Thank you")
    try await browser.open(survey)
    let page = try await browser.submit(["voice": "other", "barrier": "Second."])
    #expect(page.status == 422 && page.value("barrier") == "Second.")
    #expect(page.problems.first?.hasPrefix("Very many answers came from your connection just now.") == true)
  }

  @Test(arguments: Engine.all)
  func `a moderator passes on a worry, takes words out, and meets what somebody else decided`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .coordinator)
    let list = try await browser.open("\(survey)/answers")
    var page = try await browser.submit(["answer": [String]()], pressing: "Count the ticked ones")
    #expect(page.status == 422 && page.problems == ["Tick one answer at least."])

    // Somebody else leaves it out meanwhile
    let value = try #require(list.forms.flatMap(\.controls).first { $0.name == "answer" }?.choices?.first)
    try await site.database.write(keeper: northvale.id.text) { connection in
      try SurveyAnswers(northvale.operatorViewer, connection).moderate(
        [.init(northvale.waitingAnswer, version: 1)], to: .leftOut)
    }
    page = try await browser.post(
      "\(survey)/answers", [("csrf", browser.formToken), ("answer", value), ("state", "counted")])
    #expect(page.status == 409 && page.says("Operator (command line) has dealt with one of these"))

    // A worry
    let one = "\(survey)/answers/\(northvale.waitingAnswer.text)"
    page = try await browser.open(one)
    #expect(page.says("Speak to the people it names. Do not wait for this program"))
    page = try await browser.press("Note that it is passed on")
    #expect(page.status == 422 && page.problems == ["Write whom you told, and how."])
    page = try await browser.press("Note that it is passed on", ["note": "The duty social worker."])
    #expect(page.says("Passed on by Maya Ellis, 21 November 2026, 09:30: The duty social worker."))
    #expect(page.says("A worry passed on") && page.says("Left out, by Operator (command line)"))

    // Words out
    page = try await browser.press("Take its words out for good")
    #expect(page.done == "Removed." && page.says("Its words were taken out.") && !page.says("We waited a year"))
    for person in [SampleArea.Person.commissioner, .contributor] {
      #expect(try await site.browser(as: person).open(one).status == 403)
    }
  }
}
