import Components
import Domain
import Hummingbird
import Markup
import Store

/// What money there is, by financial year: the grant, and what is used with it.
struct FundingPage: Page {
  struct Source: Sendable {
    let id: String
    let kind: String
    let name: String
    /// One for each financial year, as it was typed.
    let amounts: [String]
    let removal: Address
  }

  let trail: [Components.Link]
  let address: Address
  let adding: Address
  let token: String
  let version: Int
  let years: [String]
  let sources: [Source]
  let cancel: Address
  var newKind = ""
  var newName = ""
  var refusals = Refusals.none

  let title = "Money"
  var part: Part? { .strategy }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "What is there to spend in each financial year, which runs from 1 April to 31 March."))\
    <p class="soft">The letter about the grant says how much it is and for which months. Leave a year empty where you do not know yet.</p>\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: form))\
    <h2>More sources of money</h2>\(Form(to: adding, token: token, body: more))\
    \(if: !sources.isEmpty, removing)
    """
  }

  private var form: HTML {
    """
    \(HiddenField("version", String(version)))\(each: sources, draw)\
    \(ButtonRow([Button("Save").html, LinkButton("Cancel", cancel, style: .quiet).html]))
    """
  }

  private func draw(_ source: Source) -> HTML {
    let name = Field("name-\(source.id)", "Name", error: refusals["name-\(source.id)"])
    return Fieldset(
      source.name.isEmpty ? source.kind : source.name, isHeading: true,
      body: """
        \(TextInput(name, value: source.name, width: .full, limit: 100))<div class="side-by-side">\
        \(each: zip(years.indices, years), { index, year in
          let field = "amount-\(source.id)-\(index)"
          return MoneyInput(Field(field, "Financial year \(year)", error: refusals[field]), value: source.amounts[index]).html
        })</div>
        """
    ).html
  }

  private var more: HTML {
    """
    <div class="side-by-side">\
    \(Select(Field("kind", "Kind"), StrategyFunding.Kind.allCases.map { Choice($0.rawValue, $0.name) }, selected: newKind))\
    \(TextInput(Field("name", "Name", hint: "Empty: as the kind is called.", error: refusals["name"], isOptional: true), value: newName, limit: 100))</div>\
    \(Button("Add this source", style: .quiet))
    """
  }

  private var removing: HTML {
    Details(
      "Take a source out",
      body:
        "\(each: sources, { source in PostButton("Take out \(source.name)", to: source.removal, token: token).html })"
    ).html
  }

  static func show(_ visit: Visit) async throws -> Response {
    let strategy = try await StrategyActs.find(visit)
    return visit.page(FundingPage(strategy, visit.here, token: visit.formToken))
  }

  init(_ strategy: Strategy, _ school: School, token: String, sent: SentForm? = nil, refusals: Refusals = .none) {
    let id = strategy.id
    let financial = strategy.details.period.financialYears
    trail = StrategyWords.trail(strategy, school)
    address = Way.strategyFunding(id, school)
    adding = Way.addFunding(id, school)
    self.token = token
    let shown = sent?["version"].flatMap { Int($0) } ?? strategy.version
    version = refusals.isConflict ? strategy.version : shown
    years = financial.map(\.words)
    sources = strategy.funding.map { source in
      let isSent = sent?.has("name-\(source.id.text)") == true
      return Source(
        id: source.id.text, kind: source.kind.name,
        name: isSent ? sent!.typed("name-\(source.id.text)") : source.name,
        amounts: financial.enumerated().map { index, year in
          isSent ? sent!.typed("amount-\(source.id.text)-\(index)") : source.amounts[year]?.decimalText ?? ""
        }, removal: Way.removeFunding(source.id, id, school))
    }
    cancel = Way.strategy(id, school)
    newKind = sent?["kind"] ?? StrategyFunding.Kind.other.rawValue
    newName = sent?.has("kind") == true ? sent!.typed("name") : ""
    self.refusals = refusals
  }

  static var examples: [FundingPage] {
    var refusals = Refusals()
    refusals.add("Write an amount such as 14,000.", field: "amount-\(StrategyExamples.strategy.funding[0].id.text)-0")
    return [
      FundingPage(StrategyExamples.strategy, StrategyExamples.school, token: "example"),
      FundingPage(StrategyExamples.strategy, StrategyExamples.school, token: "example", refusals: refusals),
    ]
  }
}

/// Says what money there is.
enum FundingActs {
  static func send(_ visit: Visit) async throws -> Response {
    let (viewer, form, strategy) = (visit.viewer, visit.form, try await StrategyActs.find(visit))
    let version = form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let typed = try read(form, strategy)
      try await visit.write { try Strategies(viewer, $0).setFunding(typed, of: strategy.id, version: version) }
      return visit.redirect(to: Way.strategy(strategy.id, visit.here), saying: .saved)
    } again: {
      FundingPage(try await StrategyActs.find(visit), visit.here, token: visit.formToken, sent: form, refusals: $0)
    }
  }

  private static func read(_ form: SentForm, _ strategy: Strategy) throws -> [Strategies.TypedFunding] {
    var refusals = Refusals()
    let typed = strategy.funding.filter { form.has("name-\($0.id.text)") }.map { source in
      var amounts: [FinancialYear: Pence] = [:]
      for (index, year) in strategy.details.period.financialYears.enumerated() {
        let field = "amount-\(source.id.text)-\(index)"
        let text = form.typed(field).trimmingSpaces
        if text.isEmpty { continue }
        if let amount = Pence(typed: text) {
          amounts[year] = amount
        } else {
          refusals.add("Write an amount in pounds, such as 14,000 or 14000.50.", field: field)
        }
      }
      return Strategies.TypedFunding(id: source.id, name: form.typed("name-\(source.id.text)"), amounts: amounts)
    }
    try refusals.throwIfAny()
    return typed
  }

  static func add(_ visit: Visit) async throws -> Response {
    let (viewer, form, id) = (visit.viewer, visit.form, try visit.id("strategy", Strategy.self))
    return try await visit.answering {
      let kind = form["kind"].flatMap(StrategyFunding.Kind.init(rawValue:)) ?? .other
      _ = try await visit.write { try Strategies(viewer, $0).addFunding(kind, form.typed("name"), to: id) }
      return visit.redirect(to: Way.strategyFunding(id, visit.here), saying: .added)
    } again: {
      FundingPage(try await StrategyActs.find(visit), visit.here, token: visit.formToken, sent: form, refusals: $0)
    }
  }

  static func remove(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let funding = try visit.id("funding", StrategyFunding.self)
    return try await visit.answering {
      try await visit.write { try Strategies(viewer, $0).removeFunding(funding, of: id) }
      return visit.redirect(to: Way.strategyFunding(id, visit.here), saying: .removed)
    } again: {
      FundingPage(try await StrategyActs.find(visit), visit.here, token: visit.formToken, refusals: $0)
    }
  }
}
