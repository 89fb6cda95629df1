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
