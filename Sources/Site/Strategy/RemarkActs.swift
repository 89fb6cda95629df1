import Domain
import Hummingbird
import Store

/// What governors, and those who write the strategy, say of it.
enum RemarkActs {
  static func comment(_ visit: Visit) async throws -> Response {
    let (viewer, school, today, typed) = (visit.viewer, visit.here, visit.today, visit.form.typed("comment"))
    let (strategy, id) = (try visit.id("strategy", Strategy.self), visit.newID(StrategyRemark.self))
    return try await visit.answering {
      try await visit.write {
        try Strategies(viewer, $0).comment(typed, on: strategy, at: school, today: today, id: id)
      }
      return visit.redirect(to: Way.strategy(strategy, visit.here), saying: .saved)
    } again: { refusals in
      try await StrategyPage.page(visit) { talk in
        talk.words = typed
        talk.refusals = refusals
      }
    }
  }

  static func approve(_ visit: Visit) async throws -> Response {
    let (viewer, school, today, form) = (visit.viewer, visit.here, visit.today, visit.form)
    let (strategy, id) = (try visit.id("strategy", Strategy.self), visit.newID(StrategyRemark.self))
    let version = form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      var refusals = Refusals()
      let day = refusals.day(form.typed("day"), at: "day", "the day")
      guard let day else { throw refusals }
      try await visit.write {
        try Strategies(viewer, $0).approve(
          strategy, at: school, onBehalfOf: form.typed("behalf"), day: day, note: form.typed("note"), version: version,
          today: today, id: id)
      }
      return visit.redirect(to: Way.strategy(strategy, visit.here), saying: .approved)
    } again: { refusals in
      try await StrategyPage.page(visit) { talk in
        (talk.behalf, talk.day, talk.note) = (form.typed("behalf"), form.typed("day"), form.typed("note"))
        talk.refusals = refusals
      }
    }
  }
}
