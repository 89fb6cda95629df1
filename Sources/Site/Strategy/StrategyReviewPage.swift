import Components
import Domain
import Hummingbird
import Markup
import Store

/// The review of a school year: what changed, what was spent against what was planned, what came of it, what is carried on.
struct StrategyReviewPage: Page {
  struct Row: Sendable {
    let id: String
    let name: String
    let target: String
    let budgeted: String
    var spent: String
    var impact: String
    var decision: String
  }

  let heading: String
  let lede: String
  let trail: [Components.Link]
  let address: Address
  let token: String
  var day: String
  var changed: String
  var rows: [Row]
  let version: Int
  let cancel: Address
  var refusals = Refusals.none

  var title: String { heading }
  var part: Part? { .strategy }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(heading, lede: lede))\(Form(to: address, token: token, asksBeforeLeaving: true, body: form))
    """
  }

  private var form: HTML {
    """
    \(HiddenField("version", String(version)))\
    \(DateInput(Field("day", "Reviewed on", hint: DateInput.hint, error: refusals["day"]), value: day))\
    \(TextArea(Field("changed", "What has changed", error: refusals["changed"]), value: changed, rows: 4, limit: 5000))\
    \(each: rows, draw)\
    \(ButtonRow([Button("Keep this review").html, LinkButton("Cancel", cancel, style: .quiet).html]))
    """
  }

  private func draw(_ row: Row) -> HTML {
    let (spent, impact) = ("spent-\(row.id)", "impact-\(row.id)")
    return Fieldset(
      row.name, hint: "Planned: \(row.budgeted).\(row.target.isEmpty ? "" : " Target: \(row.target)")", isHeading: true,
      body: """
        \(MoneyInput(Field(spent, "Spent", hint: "As the map has it up to today; change it to what the accounts say.", error: refusals[spent]), value: row.spent))\
        \(TextArea(Field(impact, "What came of it", error: refusals[impact], isOptional: true), value: row.impact, rows: 2, limit: 2000))\
        \(Radios(Field("decision-\(row.id)", "And now"), StrategyReview.Decision.allCases.map { Choice($0.rawValue, $0.name) }, selected: row.decision, isInline: true))
        """
    ).html
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func send(_ visit: Visit) async throws -> Response {
    let (viewer, school, today, form) = (visit.viewer, visit.here, visit.today, visit.form)
    let (id, year) = (try visit.id("strategy", Strategy.self), try year(visit))
    let version = form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      var refusals = Refusals()
      let day = refusals.day(form.typed("day"), at: "day", "the day")
      let read = try await visit.read { try Strategies(viewer, $0).read(id, of: school, today: today) }
      // One that was added while the form was open is not in it.
      let asked = read.strategy.activities.filter { form.has("spent-\($0.id.text)") }
      let reviewed = asked.compactMap { activity -> StrategyReview.Reviewed? in
        let budget = read.budget.of(activity.id)
        let typed = form.typed("spent-\(activity.id.text)").trimmingSpaces
        guard !typed.isEmpty, let spent = Pence(typed: typed) else {
          refusals.add(
            "Write what was spent in pounds, such as 14,000; 0 where nothing was.", field: "spent-\(activity.id.text)")
          return nil
        }
        return StrategyReview.Reviewed(
          activity: activity.id, name: activity.details.name, budgeted: budget.total(in: year), spent: spent,
          impact: form.typed("impact-\(activity.id.text)"),
          decision: form["decision-\(activity.id.text)"].flatMap(StrategyReview.Decision.init(rawValue:)) ?? .carriedOn,
          isOfFew: budget.isOfFew, isNotPriced: budget.unpriced > 0 || budget.unled > 0)
      }
      guard let day, refusals.isEmpty else { throw refusals }
      try await visit.write {
        try Strategies(viewer, $0).review(
          id, of: year, on: day, changed: form.typed("changed"), reviewed, version: version, today: today)
      }
      return visit.redirect(to: Way.strategy(id, school), saying: .saved)
    } again: {
      try await page(visit, $0)
    }
  }

  private static func year(_ visit: Visit) throws -> AcademicYear {
    guard let start = visit.parameter("year").flatMap({ Int($0) }), (2000...2100).contains(start) else {
      throw Refusal.notFound()
    }
    return AcademicYear(start)
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> StrategyReviewPage {
    let (viewer, school, today) = (visit.viewer, visit.here, visit.today)
    let (id, year) = (try visit.id("strategy", Strategy.self), try year(visit))
    let (read, spent) = try await visit.read { connection in
      let strategies = Strategies(viewer, connection)
      let strategy = try strategies.find(id)
      guard strategy.details.period.academicYears.contains(year) else { throw Refusal.notFound() }
      return (
        try strategies.read(strategy, of: school, today: today),
        try strategies.spent(strategy, at: school, in: year, upTo: today)
      )
    }
    var page = StrategyReviewPage(read, year, spent, token: visit.formToken, today: today)
    if visit.request.method == .post {
      let form = visit.form
      (page.day, page.changed) = (form.typed("day"), form.typed("changed"))
      page.rows = page.rows.map { row in
        var row = row
        row.spent = form.typed("spent-\(row.id)")
        row.impact = form.typed("impact-\(row.id)")
        row.decision = form["decision-\(row.id)"] ?? row.decision
        return row
      }
    }
    page.refusals = refusals
    return page
  }

  init(_ read: ReadStrategy, _ year: AcademicYear, _ spent: [ID<Activity>: Pence], token: String, today: Day) {
    let (strategy, school) = (read.strategy, read.school)
    let held = read.reviews.first { $0.year == year }
    heading = "Review of \(year.words)"
    let isOver = year.period.until < today
    lede = strategy.details.title + (isOver ? "" : " · the year is not over yet: what was spent is up to today")
    trail = StrategyWords.trail(strategy, school)
    address = Way.strategyReview(year, strategy.id, school)
    self.token = token
    day = (held?.day ?? today).words
    changed = held?.changed ?? ""
    version = strategy.version
    cancel = Way.strategy(strategy.id, school)
    rows = strategy.activities.map { activity in
      let before = held?.activities.first { $0.activity == activity.id }
      let budget = read.budget.of(activity.id)
      let isKnown = budget.unpriced == 0 && budget.unled == 0
      return Row(
        id: activity.id.text, name: activity.details.name, target: activity.details.target,
        budgeted: before?.budgeted.words ?? budget.total(in: year).words(lacking: budget.unpriced, unled: budget.unled),
        spent: (before?.spent ?? (isKnown ? spent[activity.id] ?? .zero : nil))?.decimalText ?? "",
        impact: before?.impact ?? "",
        decision: (before?.decision ?? .carriedOn).rawValue)
    }
  }

  static var examples: [StrategyReviewPage] {
    [
      StrategyReviewPage(
        StrategyExamples.read, AcademicYear(2026), [:], token: "example", today: Day(2026, 11, 27)!)
    ]
  }
}
