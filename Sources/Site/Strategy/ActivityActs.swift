import Components
import Domain
import Hummingbird
import Markup
import Store

/// Writes in, changes, orders and takes out activities.
enum ActivityActs {
  static func new(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit, nil, ActivityForm(ActivityDetails(""))))
  }

  static func add(_ visit: Visit) async throws -> Response {
    let (viewer, form, id) = (visit.viewer, ActivityForm(visit.form), try visit.id("strategy", Strategy.self))
    let activity = visit.newID(Activity.self)
    return try await visit.answering {
      try await visit.write { _ = try Strategies(viewer, $0).addActivity(form.details, to: id, id: activity) }
      return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .added)
    } again: {
      try await page(visit, nil, form, $0)
    }
  }

  static func show(_ visit: Visit) async throws -> Response {
    let activity = try await find(visit)
    return visit.page(try await page(visit, activity, ActivityForm(activity.details)))
  }

  static func change(_ visit: Visit) async throws -> Response {
    let (viewer, form, id) = (visit.viewer, ActivityForm(visit.form), try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      try await visit.write {
        try Strategies(viewer, $0).changeActivity(activity, of: id, to: form.details, version: version)
      }
      return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .saved)
    } again: {
      try await page(visit, try await find(visit), form, version: version, $0)
    }
  }

  static func remove(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    try await visit.write { try Strategies(viewer, $0).removeActivity(activity, of: id, version: version) }
    return visit.redirect(to: Way.strategy(id, visit.here), saying: .removed)
  }

  static func move(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let (activity, up) = (try visit.id("activity", Activity.self), visit.form["way"] != "down")
    try await visit.write { try Strategies(viewer, $0).moveActivity(activity, of: id, up: up) }
    return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .saved)
  }

  static func removeSource(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    guard let source = visit.form["source"].flatMap(StrategyWords.source) else { throw Refusal.notFound() }
    try await visit.write { try Strategies(viewer, $0).removeSource(source, of: activity, in: id) }
    return visit.redirect(to: Way.activity(activity, id, visit.here), saying: .removed)
  }

  static func find(_ visit: Visit) async throws -> Activity {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    return try await visit.read { try Strategies(viewer, $0).activity(activity, of: id) }
  }

  private static func page(
    _ visit: Visit, _ activity: Activity?, _ form: ActivityForm, version: Int? = nil, _ refusals: Refusals = .none
  ) async throws -> FormPage {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let (strategy, principles) = try await visit.read { connection in
      let strategy = try Strategies(viewer, connection).find(id)
      return (strategy, try Principles(viewer, connection).inForce(in: strategy.details.period))
    }
    return page(
      activity, form, of: strategy, principles, visit.here, newID: activity == nil ? visit.newID(Activity.self) : nil,
      token: visit.formToken, version: version, refusals)
  }

  static func page(
    _ activity: Activity?, _ form: ActivityForm, of strategy: Strategy, _ principles: [Principle], _ school: School,
    newID: ID<Activity>? = nil, token: String, version: Int? = nil, _ refusals: Refusals = .none
  ) -> FormPage {
    let here = activity.map { Way.activity($0.id, strategy.id, school) }
    return FormPage(
      title: activity == nil ? "Write an activity in" : "Change this activity",
      lede: activity == nil ? "It is marked as not being on the school’s map. Say what it costs afterwards." : nil,
      trail: StrategyWords.trail(strategy, school), part: .strategy,
      address: here.map { "\($0)/change" } ?? Way.newActivity(strategy.id, school), token: token,
      version: refusals.isConflict ? activity?.version : version ?? activity?.version, newID: newID?.text,
      fields: form.fields(strategy, principles, refusals), button: activity == nil ? "Add this activity" : "Save",
      cancel: here ?? Way.strategy(strategy.id, school), refusals: refusals,
      compared: refusals.isConflict ? activity.map { form.compared(with: $0.details, strategy, principles) } ?? [] : [])
  }
}

/// Costs that the map does not have.
enum WrittenCostActs {
  private struct Typed: Sendable {
    var what = ""
    var amount = ""
    var from = ""
    var until = ""

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
    var typed = Typed()
    typed.from = max(strategy.details.period.from, min(visit.today, strategy.details.period.until)).words
    return visit.page(try await page(visit, typed))
  }

  static func add(_ visit: Visit) async throws -> Response {
    let (viewer, form, id) = (visit.viewer, visit.form, try visit.id("strategy", Strategy.self))
    let activity = try visit.id("activity", Activity.self)
    let typed = Typed(
      what: form.typed("what"), amount: form.typed("amount"), from: form.typed("from"), until: form.typed("until"))
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
    return FormPage(
      title: "Write a cost in", kicker: activity.details.name,
      lede: "For what the map does not have: training, a service that is bought, a later year.",
      trail: StrategyWords.trail(strategy, school) + [Link(activity.details.name, here)], part: .strategy,
      address: "\(here)/costs", token: visit.formToken, newID: visit.newID(Activity.WrittenCost.self).text,
      fields: """
        \(TextInput(Field("what", "What it is for", error: refusals["what"]), value: typed.what, width: .full, limit: 200))\
        \(MoneyInput(Field("amount", "Cost", error: refusals["amount"]), value: typed.amount))\
        <div class="side-by-side">\
        \(DateInput(Field("from", "On, or from", hint: DateInput.hint, error: refusals["from"]), value: typed.from))\
        \(DateInput(Field("until", "Until", hint: "Spread day by day over these days; empty: on the one day.", error: refusals["until"], isOptional: true), value: typed.until))</div>
        """, button: "Add this cost", cancel: here, refusals: refusals)
  }
}
