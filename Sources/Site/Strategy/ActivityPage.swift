import Components
import Domain
import Hummingbird
import Markup
import Store

/// One activity: what is said of it, what it is drawn from, and how its cost comes about.
struct ActivityPage: Page {
  struct Source: Sendable {
    let name: String
    let value: String
  }

  struct Cost: Sendable {
    let what: String
    let words: String
    let address: Address
  }

  let heading: String
  let trail: [Components.Link]
  let missing: [String]
  let notes: [String]
  let facts: [SummaryList.Row]
  let sources: [Source]
  /// Groups on the map that its cost is of, where they can be looked at.
  let groups: [Components.Link]
  let costs: [Cost]
  let working: DataTable?
  let pupils: String?
  /// Why its last term may be carried on; nil where its groups run to the end.
  let ends: String?
  let here: Address
  let choices: Address
  let token: String
  let version: Int
  let isFirst: Bool
  let isLast: Bool

  var title: String { heading }
  var part: Part? { .strategy }
  var isWide: Bool { true }

  var body: HTML {
    """
    \(PageHeader(heading, kicker: "Activity", actions: [LinkButton("Change what it says", "\(here)/change").html]))\
    \(if: !missing.isEmpty, list("Still missing", missing))\(if: !notes.isEmpty, list("To look at", notes))\
    \(SummaryList(facts))\
    <section aria-labelledby="cost"><h2 id="cost">What it costs</h2>\
    \(if: working, \.html)\(if: working == nil, "<p class=\"soft\">Nothing costs anything yet.</p>")\
    \(if: pupils, { "<p class=\"soft\">\($0)</p>" })</section>\
    <section aria-labelledby="sources"><h2 id="sources">From the school’s map</h2>\
    \(if: sources.isEmpty, "<p class=\"soft\">Nothing: it was written in.</p>")\
    \(if: !sources.isEmpty, "<ul class=\"row-list\">\(each: sources, draw)</ul>")\
    \(if: !groups.isEmpty, "<p>Its groups: \(HTML.joined(groups.map(\.html), by: ", ")).</p>")\
    \(LinkButton("Add rows of the map", choices, style: .quiet))</section>\
    <section aria-labelledby="written"><h2 id="written">Costs that were written in</h2>\
    \(if: costs.isEmpty, "<p class=\"soft\">None.</p>")\(if: !costs.isEmpty, "<ul class=\"row-list\">\(each: costs, draw)</ul>")\
    \(if: ends, { InsetText("<p>\($0)</p>\(PostButton("Write in the same for the terms to come", to: "\(here)/carrying-on", token: token))").html })\
    \(LinkButton("Write a cost in", "\(here)/costs", style: .quiet))</section>\(order)
    """
  }

  private func list(_ heading: String, _ sentences: [String]) -> HTML {
    "<h2>\(heading)</h2><ul class=\"findings\">\(each: sentences, { "<li>\($0)</li>" })</ul>"
  }

  private func draw(_ source: Source) -> HTML {
    """
    <li><span>\(source.name)</span> \(PostButton("Take out “\(source.name)”", to: "\(here)/sources/removal", token: token, fields: [HiddenField("source", source.value)]))</li>
    """
  }

  private func draw(_ cost: Cost) -> HTML {
    "<li><span>\(Link(cost.words, cost.address))</span> \(PostButton("Take out “\(cost.what)”", to: "\(cost.address)/removal", token: token))</li>"
  }

  private var order: HTML {
    let ways = (isFirst ? [] : [("Up", "up")]) + (isLast ? [] : [("Down", "down")])
    return Details(
      "Its place in the strategy, or take it out",
      body: """
        \(ButtonRow(ways.map { label, way in
          PostButton("\(label) in the list", to: "\(here)/move", token: token, fields: [HiddenField("way", way)]).html
        } + [
          PostButton("Take this activity out", to: "\(here)/removal", token: token, style: .danger, fields: [HiddenField("version", String(version))]).html
        ]))
        """
    ).html
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (viewer, school, today) = (visit.viewer, visit.here, visit.today)
    let (id, activity) = (try visit.id("strategy", Strategy.self), try visit.id("activity", Activity.self))
    let (read, names) = try await visit.read { connection in
      let strategies = Strategies(viewer, connection)
      let read = try strategies.read(id, of: school, today: today)
      return (read, try strategies.names(of: read.strategy))
    }
    guard let page = ActivityPage(activity, read, names, token: visit.formToken, today: today) else {
      throw Refusal.notFound()
    }
    return visit.page(page)
  }

  init?(
    _ id: ID<Activity>, _ read: ReadStrategy, _ names: [Activity.Source: String], token: String, today: Day
  ) {
    let (strategy, school) = (read.strategy, read.school)
    guard let place = strategy.activities.firstIndex(where: { $0.id == id }) else { return nil }
    let (activity, budget) = (strategy.activities[place], read.budget.of(id))
    let document = read.document(isPublic: false, on: today)
    let shown = document.activities[place]
    heading = activity.details.name
    trail = StrategyWords.trail(strategy, school)
    // Each begins with the activity's name, which stands over them.
    func here(_ all: [StrategyCheck.Finding]) -> [String] {
      all.filter { $0.place == .activity(id) }.map { finding in
        let rest = finding.sentence.trimmingPrefix("“\(activity.details.name)”").drop { $0 == ":" || $0 == " " }
        return rest.prefix(1).uppercased() + rest.dropFirst()
      }
    }
    missing = here(read.check.missing)
    notes = here(read.check.names + read.check.notes)
    facts = ActivityPage.facts(shown)
    sources = activity.sources.map { Source(name: names[$0] ?? "A row of the map", value: StrategyWords.value(of: $0)) }
    groups = zip(budget.groupIDs, budget.groupNames).map { Link($1, Way.group($0, school)) }
    self.here = Way.activity(id, strategy.id, school)
    costs = activity.costs.map { cost in
      Cost(
        what: cost.what, words: "\(cost.what): \(cost.amount.words), \(cost.period.words)",
        address: "\(Way.activity(id, strategy.id, school))/costs/\(segment: cost.id.text)")
    }
    working =
      budget.lines.isEmpty
      ? nil
      : DataTable(
        "How the cost comes about", showsCaption: false, columns: StrategyWords.columns("What", document),
        rows: shown.working.map {
          [.text($0.what)] + StrategyWords.cells($0.byAcademicYear, $0.byFinancialYear, $0.total)
        }, totals: [.text("All")] + StrategyWords.cells(shown.costs), isList: true)
    pupils =
      budget.pupils == 0
      ? nil
      : "\(budget.pupils.grouped) \(budget.pupils == 1 ? "pupil has" : "pupils have") a place in it. The number stands on no page that others read."
    let isCarriedOn = activity.costs.contains { $0.period.until > budget.lastDay ?? $0.period.until }
    ends = budget.lastDay.flatMap { day in
      budget.endsEarly(in: strategy.details.period) && !isCarriedOn
        ? "Its groups on the map end on \(day.words). Planned again on the map, their cost comes along; until then it can be written in."
        : nil
    }
    choices = Way.strategyChoices(strategy.id, school).asking("activity", id.text)
    self.token = token
    version = activity.version
    isFirst = place == 0
    isLast = place == strategy.activities.count - 1
  }

  private static func facts(_ activity: StrategyDocument.Activity) -> [SummaryList.Row] {
    let all: [(String, String?)] = [
      ("What happens", activity.description), ("Barrier that it lowers", activity.barrier), ("Layer", activity.layer),
      ("Principle", activity.principle), ("Money from", activity.funding), ("Answers for it", activity.owner),
      ("Intended impact", activity.impact), ("Measure", activity.measure),
      ("Baseline", activity.baseline), ("Target", activity.target),
      ("Evidence", activity.evidence),
      ("Last review", activity.reviewNote),
    ]
    return all.map { label, words in SummaryList.Row(label, words.flatMap(\.nilIfEmpty) ?? "not said yet") }
  }

  static var examples: [ActivityPage] {
    StrategyExamples.strategy.activities.compactMap {
      ActivityPage(
        $0.id, StrategyExamples.read, StrategyExamples.names, token: "example", today: Day(2026, 11, 27)!)
    }
  }
}
