import Components
import Domain
import Hummingbird
import Markup
import Store

/// Costs that the map does not have.
enum WrittenCostActs {
  private struct Typed: Sendable {
    var what = ""
    var amount = ""
    var from = ""
    var until = ""

    init(_ strategy: Strategy, today: Day) {
      from = max(strategy.details.period.from, min(today, strategy.details.period.until)).words
    }

    init(_ cost: Activity.WrittenCost) {
      what = cost.what
      amount = cost.amount.decimalText
      from = cost.period.from.words
      until = cost.period.days > 1 ? cost.period.until.words : ""
    }

    init(_ sent: SentForm) {
      what = sent.typed("what")
      amount = sent.typed("amount")
      from = sent.typed("from")
      until = sent.typed("until")
    }

    func cost(_ id: ID<Activity.WrittenCost>) throws -> Activity.WrittenCost {
      var refusals = Refusals()
      let first = refusals.day(from, at: "from", "the first day")
      let last = until.trimmingSpaces.isEmpty ? first : refusals.day(until, at: "until", "the last day")
      let pence = Pence(typed: amount.trimmingSpaces)
      if pence == nil || amount.trimmingSpaces.isEmpty {
        refusals.add("Write an amount in pounds, such as 650 or 1,250.50.", field: "amount")
      }
      guard let first, let last, let pence, refusals.isEmpty else { throw refusals }
      guard let period = Period(first, last) else {
        throw Refusal.invalid("The last day is before the first.", field: "until")
      }
      return Activity.WrittenCost(id: id, what: what, amount: pence, period: period)
    }
  }

  static func new(_ visit: Visit) async throws -> Response {
    let strategy = try await StrategyActs.find(visit)
    return visit.page(try await page(visit, Typed(strategy, today: visit.today)))
  }

  static func add(_ visit: Visit) async throws -> Response {
    let (viewer, form, id) = (visit.viewer, visit.form, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    let typed = Typed(form)
    let new = visit.newID(Activity.WrittenCost.self)
    return try await visit.answering {
      let cost = try typed.cost(new)
      try await visit.write { _ = try Strategies(viewer, $0).addCost(cost, to: activity, of: id) }
      return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .added)
    } again: {
      try await page(visit, typed, $0)
    }
  }

  static func carryAllOn(_ visit: Visit) async throws -> Response {
    let (viewer, school, id) = (visit.viewer, visit.here, try visit.id("strategy", Strategy.self))
    _ = try await visit.write { try Strategies(viewer, $0).carryAllOn(in: id, at: school) }
    return visit.redirect(to: Way.strategy(id, school), saying: .added)
  }

  /// The last term's cost for each term to come.
  static func carryOn(_ visit: Visit) async throws -> Response {
    let (viewer, school, id) = (visit.viewer, visit.here, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    _ = try await visit.write { try Strategies(viewer, $0).carryOn(activity, of: id, at: school) }
    return visit.redirect(to: Way.activity(activity, id, school), saying: .added)
  }

  static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit, Typed(try await find(visit))))
  }

  static func change(_ visit: Visit) async throws -> Response {
    let (viewer, id, typed) = (visit.viewer, try visit.id("strategy", Strategy.self), Typed(visit.form))
    let (activity, cost) = (try visit.id("activity", Activity.self), try await find(visit))
    return try await visit.answering {
      let new = try typed.cost(cost.id)
      try await visit.write { try Strategies(viewer, $0).changeCost(new, of: activity, in: id) }
      return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .changed)
    } again: {
      try await page(visit, typed, $0)
    }
  }

  private static func find(_ visit: Visit) async throws -> Activity.WrittenCost {
    let id = try visit.id("cost", Activity.WrittenCost.self)
    guard let found = try await ActivityActs.find(visit).costs.first(where: { $0.id == id }) else {
      throw Refusal.notFound()
    }
    return found
  }

  static func remove(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    let cost = try visit.id("cost", Activity.WrittenCost.self)
    try await visit.write { try Strategies(viewer, $0).removeCost(cost, of: activity, in: id) }
    return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .removed)
  }

  private static func page(_ visit: Visit, _ typed: Typed, _ refusals: Refusals = .none) async throws -> FormPage {
    let (strategy, activity, school) = (
      try await StrategyActs.find(visit), try await ActivityActs.find(visit), visit.here
    )
    let here = Way.activity(activity.id, strategy.id, school)
    let cost = visit.parameter("cost")
    return FormPage(
      title: cost == nil ? "Write a cost in" : "Change this cost", kicker: activity.details.name,
      lede: "For what the map does not have: training, a service that is bought, a later year.",
      trail: StrategyWords.trail(strategy, school) + [Link(activity.details.name, here)], part: .strategy,
      address: cost.map { "\(here)/costs/\(segment: $0)" } ?? "\(here)/costs", token: visit.formToken,
      newID: cost == nil ? visit.newID(Activity.WrittenCost.self).text : nil,
      fields: """
        \(TextInput(Field("what", "What it is for", error: refusals["what"]), value: typed.what, width: .full, limit: 200))\
        \(MoneyInput(Field("amount", "Cost", error: refusals["amount"]), value: typed.amount))\
        <div class="side-by-side">\
        \(DateInput(Field("from", "On, or from", hint: DateInput.hint, error: refusals["from"]), value: typed.from))\
        \(DateInput(Field("until", "Until", hint: "Spread day by day over these days; empty: on the one day.", error: refusals["until"], isOptional: true), value: typed.until))</div>
        """, button: cost == nil ? "Add this cost" : "Save", cancel: here, refusals: refusals)
  }
}
