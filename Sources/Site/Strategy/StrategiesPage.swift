import Components
import Domain
import Hummingbird
import Markup
import Store

/// Where a school has no strategy yet: what it is for, how long it takes, and how to begin.
struct StrategiesPage: Page {
  /// Nil for those who do not write it.
  let begin: Address?

  var title: String { "Inclusion strategy" }
  var part: Part? { .strategy }

  var body: HTML {
    """
    \(PageHeader(title, lede: "What the school invests in so that every child can learn and take part, with budgeted costs."))\
    <p>Mainstream schools in England that receive the Inclusive Mainstream Fund publish an inclusion strategy with budgeted \
    costs on their website by 31 December 2026. What you do stands on the school’s map already, and what it costs: so the \
    strategy is drawn from there.</p>\
    <ol class="plain-steps"><li>Say over which days, and who answers for it: 2 minutes.</li>\
    <li>Choose activities from the map, or write them in: 5 minutes.</li>\
    <li>Say what money there is, by financial year: 1 minute.</li>\
    <li>Say of each activity what it is to change and how you will know: 5 minutes.</li>\
    <li>The governors comment and approve; then it is published, as a page, a PDF and an office document.</li></ol>\
    \(if: begin, { LinkButton("Begin a strategy", $0).html })\
    \(if: begin == nil, "<p class=\"soft\">The school has not begun one yet.</p>")
    """
  }

  /// `GET /schools/{urn}/strategies`: the newest, or how to begin.
  static func show(_ visit: Visit) async throws -> Response {
    let (viewer, school) = (visit.viewer, visit.here)
    let newest = try await visit.read { try Strategies(viewer, $0).all().first?.id }
    if let newest {
      let done = visit.query("done").flatMap(Done.init(rawValue:))
      let there = Way.strategy(newest, school)
      return done.map { visit.redirect(to: there, saying: $0) } ?? visit.redirect(to: there)
    }
    return visit.page(StrategiesPage(begin: viewer.mayAll(.do, .strategy) ? Way.newStrategy(school) : nil))
  }

  static var examples: [StrategiesPage] {
    [StrategiesPage(begin: "/schools/900001/strategies/new"), StrategiesPage(begin: nil)]
  }
}
