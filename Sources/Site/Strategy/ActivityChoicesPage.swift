import Components
import Domain
import Hummingbird
import Markup
import Store

/// Choosing activities from the school's map: its lines over the strategy's days, with what they cost.
struct ActivityChoicesPage: Page {
  struct Section: Sendable {
    let heading: String
    let choices: [Choice]
  }

  struct Pick: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
    let selected: String
  }

  let lede: String
  let trail: [Components.Link]
  let address: Address
  let token: String
  let picks: [Pick]
  let sections: [Section]
  let ticked: Set<String>
  /// The activity that rows are added to; nil where new ones are made.
  let activity: (id: String, name: String)?
  let asked: [HiddenField]
  var way = "each"
  var name = ""
  var refusals = Refusals.none

  let title = "Choose from the map"
  var part: Part? { .strategy }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lede))\
    \(FilterBar("Choose what is shown", asking: address, fields: "\(each: picks, draw)\(if: activity, { HiddenField("activity", $0.id).html })"))\
    \(if: sections.isEmpty, EmptyState("Nothing of the map is here", "Nothing runs in the strategy’s days that these choices leave. Show everything, or write the activity in.").html)\
    \(if: !sections.isEmpty, Form(to: address, token: token, body: form).html)
    """
  }

  private func draw(_ pick: Pick) -> HTML {
    Select(Field(pick.name, pick.label), [Choice("", "All")] + pick.choices, selected: pick.selected).html
  }

  private var form: HTML {
    """
    \(each: asked, \.html)\(if: activity, { HiddenField("activity", $0.id).html })\
    \(each: sections.enumerated(), { place, section in
      Checkboxes(
        Field("row", section.heading, error: place == 0 ? refusals["row"] : nil, id: "row-\(place)"), section.choices,
        selected: ticked, all: "All of \(section.heading)"
      ).html
    })\
    \(if: activity == nil, ways)\(Button(activity.map { "Add to “\($0.name)”" } ?? "Add those ticked"))
    """
  }

  private var ways: HTML {
    """
    \(Radios(
      Field("way", "They become"),
      [
        Choice("each", "an activity each", hint: "With the catalogue’s words for what happens and what it is for."),
        Choice("one", "one activity together"),
      ], selected: way))\
    \(TextInput(Field("name", "What the one activity is called", error: refusals["name"], isOptional: true), value: name, width: .full, limit: 200))
    """
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func add(_ visit: Visit) async throws -> Response {
    let (viewer, id, form) = (visit.viewer, try visit.id("strategy", Strategy.self), visit.form)
    let sources = form.all("row").prefix(500).compactMap(StrategyWords.source)
    return try await visit.answering {
      if sources.isEmpty { throw Refusal.invalid("Tick at least one row.", field: "row") }
      let one = form["way"] == "one" ? form["name"] : nil
      if form["activity"] == nil, form["way"] == "one", one == nil {
        throw Refusal.invalid("Say what the one activity is called.", field: "name")
      }
      let version = form["version"].flatMap { Int($0) }
      let existing = form["activity"].flatMap { ID<Activity>($0) }
      try await visit.write { connection in
        let strategies = Strategies(viewer, connection)
        if let existing {
          try strategies.addSources(sources, to: existing, of: id)
        } else {
          try strategies.addActivities(from: sources, together: one, to: id, version: version)
        }
      }
      let there = existing.map { Way.activity($0, id, visit.here) } ?? Way.strategy(id, visit.here)
      return visit.redirect(to: there, saying: .added)
    } again: {
      try await page(visit, $0)
    }
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> ActivityChoicesPage {
    let (viewer, school, id) = (visit.viewer, visit.here, try visit.id("strategy", Strategy.self))
    let isSent = visit.request.method == .post
    func asked(_ name: String) -> String { (isSent ? visit.form[name] : visit.query(name)) ?? "" }
    let values = Dictionary(
      uniqueKeysWithValues: ["heading", "strand", "level", "stream", "activity"].map { ($0, asked($0)) })
    let sent =
      isSent ? (ticked: Set(visit.form.all("row")), way: visit.form["way"], name: visit.form.typed("name")) : nil
    var page =
      try await visit.read { connection in
        let strategies = Strategies(viewer, connection)
        let strategy = try strategies.find(id)
        var question = MapQuestion(.period(strategy.details.period, asAt: strategy.details.period.until))
        if let heading = ID<Heading>(values["heading"]!) { question.headings = [heading] }
        if let strand = Strand(rawValue: values["strand"]!) { question.strands = [strand] }
        if let level = Level.keyed(values["level"]!) { question.levels = [level.key] }
        if let stream = ID<FundingStream>(values["stream"]!) { question.streams = [stream] }
        let map = try strategies.choices(for: strategy, at: school, question)
        let choices = try MapRoutes.choices(viewer, connection)
        return ActivityChoicesPage(strategy, map, choices, values, school)
      } as ActivityChoicesPage
    page = page.with(token: visit.formToken, ticked: sent?.ticked ?? [], refusals)
    if let sent { (page.way, page.name) = (sent.way ?? "each", sent.name) }
    return page
  }

  init(
    _ strategy: Strategy, _ map: SchoolMap, _ choices: [MapRoutes.Choices], _ values: [String: String], _ school: School
  ) {
    lede = "What runs on the school’s map from \(strategy.details.period.words), with what it costs in these days."
    trail = StrategyWords.trail(strategy, school)
    address = Way.strategyChoices(strategy.id, school)
    picks = choices.filter { ["heading", "strand", "level", "stream"].contains($0.name) }.map { one in
      Pick(
        name: one.name, label: one.label,
        choices: one.name == "level" ? Level.four.map { Choice($0.key, $0.name) } : one.choices,
        selected: values[one.name] ?? "")
    }
    let users = Dictionary(
      strategy.activities.flatMap { activity in activity.sources.map { ($0, activity.details.name) } },
      uniquingKeysWith: { first, _ in first })
    sections = map.sections.compactMap { section in
      let lines = section.lines.filter { !$0.isHidden }.flatMap { ActivityChoicesPage.choices($0, users) }
      return lines.isEmpty ? nil : Section(heading: section.heading.name, choices: lines)
    }
    let adding = strategy.activities.first { $0.id.text == values["activity"] }
    activity = adding.map { ($0.id.text, $0.details.name) }
    asked =
      [HiddenField("version", String(strategy.version))]
      + ["heading", "strand", "level", "stream"].compactMap { name in
        values[name].flatMap { $0.isEmpty ? nil : HiddenField(name, $0) }
      }
    (token, ticked) = ("", [])
  }

  /// A line of the map: its type, so that later runs come along; where it was named freely, its groups.
  private static func choices(_ line: SchoolMap.Line, _ users: [Activity.Source: String]) -> [Choice] {
    let runs = Array(Set(line.cells.compactMap { $0 }.flatMap(\.runs).map(\.group))).sorted()
    let cost = line.total.projected.words(lacking: line.total.unpriced, unled: line.total.unled)
    let ends = line.cells.compactMap { $0 }.flatMap(\.runs).map(\.span.until)
    let until = ends.contains(nil) ? "" : ends.compactMap(\.self).max().map { " · until \($0.words)" } ?? ""
    let counts = "\(runs.count) \(line.isStrategy ? "way of working" : runs.count == 1 ? "group" : "groups")"
    func choice(_ source: Activity.Source, _ what: String) -> Choice {
      let used = users[source].map { " · in “\($0)” already" } ?? ""
      return Choice(StrategyWords.value(of: source), line.name, hint: what + used)
    }
    if let type = line.type { return [choice(.type(type), "\(counts) · \(cost)\(until)")] }
    return runs.map {
      choice(.group($0), runs.count == 1 ? "\(counts) · \(cost)\(until)" : "one of \(counts), together \(cost)\(until)")
    }
  }

  private func with(token: String, ticked: Set<String>, _ refusals: Refusals) -> ActivityChoicesPage {
    ActivityChoicesPage(
      lede: lede, trail: trail, address: address, token: token, picks: picks, sections: sections, ticked: ticked,
      activity: activity, asked: asked, refusals: refusals)
  }

  private init(
    lede: String, trail: [Components.Link], address: Address, token: String, picks: [Pick], sections: [Section],
    ticked: Set<String>, activity: (id: String, name: String)?, asked: [HiddenField], refusals: Refusals
  ) {
    self.lede = lede
    self.trail = trail
    self.address = address
    self.token = token
    self.picks = picks
    self.sections = sections
    self.ticked = ticked
    self.activity = activity
    self.asked = asked
    self.refusals = refusals
  }

  static var examples: [ActivityChoicesPage] {
    let heading = Pick(name: "heading", label: "Heading", choices: [Choice("1", "Literacy")], selected: "")
    func page(_ sections: [Section], _ refusals: Refusals = .none) -> ActivityChoicesPage {
      ActivityChoicesPage(
        lede:
          "What runs on the school’s map from 1 September 2026 to 31 August 2027, with what it costs in these days.",
        trail: [], address: "/schools/900001/strategies/1/choices", token: "example", picks: [heading],
        sections: sections, ticked: ["type:1"], activity: nil, asked: [], refusals: refusals)
    }
    let literacy = Section(
      heading: "Literacy",
      choices: [
        Choice("type:1", "Phonics catch-up", hint: "3 groups · £4,120.50"),
        Choice("group:2", "Reading with the caretaker", hint: "1 group · not priced · in “Reading mentors” already"),
      ])
    return [
      page([literacy]), page([]), page([literacy], Refusals([.invalid("Tick at least one row.", field: "row")])),
    ]
  }
}
