import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let school = SampleSchool.ashfieldPrimary
private let list = "/schools/900001/strategies"
private let anybody = "/inclusion-strategy/900001"

/// From the school map to the page that anybody reads.
@Suite struct StrategyJourneyTests {
  /// Where a strategy has begun: with the browser on its page.
  private func begun(_ browser: Browser) async throws -> String {
    try await browser.open("\(list)/new")
    let page = try await browser.submit(
      "\(list)/new",
      [
        "from": "1 September 2026", "until": "31 August 2027", "owner": "Head teacher", "reviews": "1 July 2027",
        "approach": "We begin in class.",
      ])
    #expect(page.done == "Added.")
    return String(page.path.prefix { $0 != "?" })
  }

  @Test(arguments: Engine.all) func `from the map to a published page, with the governors' word`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let head = try await site.browser(as: .headTeacher)
    #expect(try await head.open(list).says("Begin a strategy"))
    let here = try await begun(head)
    // Chosen from the map: the catalogue's words and the map's cost come along.
    var page = try await head.open("\(here)/choices")
    #expect(page.says("Phonics"))
    page = try await head.submit("\(here)/choices", [:])
    #expect(page.status == 422 && page.problems == ["Tick at least one row."])
    page = try await head.submit(
      "\(here)/choices", ["row": ["type:\(school.phonicsType.text)"], "way": "each"])
    #expect(page.says("Still missing before it can be published"))
    // One that is not on the map.
    try await head.open("\(here)/activities/new")
    page = try await head.submit("\(here)/activities/new", ["name": "Training in signs"])
    let activity = String(page.path.prefix { $0 != "?" })
    page = try await head.open("\(activity)/costs")
    page = try await head.submit("\(activity)/costs", ["what": "A trainer", "amount": "lots", "from": "1 June 2027"])
    #expect(page.status == 422 && page.problems == ["Write an amount in pounds, such as 650 or 1,250.50."])
    page = try await head.submit("\(activity)/costs", ["what": "A trainer", "amount": "650", "from": "1 June 2028"])
    #expect(page.status == 422 && page.problems.first?.contains("lie outside the strategy’s") == true)
    page = try await head.submit("\(activity)/costs", ["what": "A trainer", "amount": "650", "from": "1 June 2027"])
    #expect(page.says("£650.00"))
    // Publishing is refused with the list.
    page = try await head.open("\(here)/publication")
    #expect(page.says("It can be published when this is done"))
    #expect(!page.forms.contains { $0.action == "\(here)/publication" })
    try await fillIn(site, here)
    // The governors comment and approve, but cannot write.
    let governor = try await site.browser(as: .governor)
    page = try await governor.open(here)
    #expect(page.link("Change") == nil && page.says("Nothing yet."))
    page = try await governor.submit("\(here)/remarks", ["comment": ""])
    #expect(page.problems == ["Write your comment."])
    try await governor.submit("\(here)/remarks", ["comment": "How do we know?"])
    page = try await governor.press("Approve this strategy")
    #expect(page.says("Approved by The governing body"))
    #expect(try await governor.open("\(here)/publication").status == 403)
    // Nobody reads it before it is published; then anybody does.
    #expect(try await site.browser().open(anybody).status == 404)
    try await head.open("\(here)/publication")
    page = try await head.press("Publish it")
    #expect(page.done?.hasPrefix("Published.") == true)
    page = try await site.browser().open(anybody)
    #expect(page.status == 200 && page.says("Training in signs") && page.says("We begin in class."))
    for pupil in school.pupils { #expect(!page.source.contains(pupil.surname)) }
    let pdf = try await site.browser().open("\(anybody)/1/strategy.pdf")
    #expect(pdf.bytes.starts(with: Array("%PDF".utf8)))
    #expect(try await site.browser().open("\(anybody)/2").status == 404)
  }

  /// What is still missing, by the store: each form has a test of its own.
  private func fillIn(_ site: TestSite, _ here: String) async throws {
    try await site.database.write(keeper: school.id.text) { connection in
      let viewer = school.viewer(.senco)
      let keeper = Strategies(viewer, connection)
      try Principles(viewer, connection).add("All belong.", source: "", from: Day(2026, 9, 1)!)
      let principle = try Principles(viewer, connection).all()[0].id
      var strategy = try keeper.all()[0]
      let grant = strategy.funding[0]
      try keeper.setFunding(
        [.init(id: grant.id, name: grant.name, amounts: [FinancialYear(2026): 500_000])], of: strategy.id,
        version: strategy.version)
      strategy = try keeper.find(strategy.id)
      for activity in strategy.activities {
        let details = SampleStrategy.activity(activity.details.name, grant.id, principle)
        try keeper.changeActivity(activity.id, of: strategy.id, to: details, version: activity.version)
        try keeper.addCost(
          Activity.WrittenCost(
            id: connection.newID(), what: "Books", amount: 5_000, period: Period(Day(2027, 6, 2)!)), to: activity.id,
          of: strategy.id)
      }
    }
  }

  @Test func `money is said by financial year, and what is no amount is told`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .finance)
    let here = try await begun(browser)
    var page = try await browser.open("\(here)/funding")
    let form = try #require(page.forms.first { $0.action == "\(here)/funding" })
    let field = try #require(form.controls.first { $0.name.hasPrefix("amount-") }?.name)
    page = try await browser.submit("\(here)/funding", [field: "about 14"])
    #expect(page.status == 422 && page.problems == ["Write an amount in pounds, such as 14,000 or 14000.50."])
    page = try await browser.submit("\(here)/funding", [field: "14,000"])
    #expect(page.says("£14,000.00"))
    try await browser.open("\(here)/funding")
    page = try await browser.submit("\(here)/funding/sources", ["kind": "other", "name": "Friends of the school"])
    #expect(page.says("Friends of the school"))
    page = try await browser.submit("\(here)/funding/sources", ["kind": "other", "name": "friends of the School"])
    #expect(page.problems == ["“friends of the School” is there already."])
    page = try await browser.press("Take out Friends of the school")
    #expect(page.done == "Removed.")
  }

  @Test func `what cannot be a strategy is refused, with all that was typed`() async throws {
    let browser = try await TestSite().browser(as: .senco)
    try await browser.open("\(list)/new")
    let page = try await browser.submit(
      "\(list)/new", ["title": "", "from": "1 September 2027", "until": "1 September 2026", "approach": "Kept."])
    #expect(page.status == 422 && page.problems.contains("The last day is before the first."))
    #expect(page.source.contains("Kept."))
    let long = try await browser.submit(
      "\(list)/new", ["title": "S", "from": "1 September 2026", "until": "31 August 2035"])
    #expect(long.problems.contains("A strategy covers five school years at the most."))
  }

  @Test func `a review is written down with what was spent`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    let here = try await begun(browser)
    try await browser.open("\(here)/activities/new")
    try await browser.submit("\(here)/activities/new", ["name": "Training in signs"])
    var page = try await browser.open("\(here)/reviews/2026")
    page = try await browser.submit("\(here)/reviews/2026", ["changed": ""])
    #expect(page.problems == ["Say what has changed, or that nothing has."])
    page = try await browser.submit("\(here)/reviews/2026", ["changed": "Nothing."])
    #expect(page.says("reviewed on"))
    #expect(try await browser.open("\(here)/reviews/2031").status == 404)
  }
}
