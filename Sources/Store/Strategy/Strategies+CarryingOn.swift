package import Domain
import SQL

extension Strategies {
  /// Writes in, for each term of the strategy's days that begins after an activity's groups on the map end, what the staff
  /// time of the last term with these groups would cost in it: as much for each school day. Schools plan groups a term at a
  /// time, and a budget is of the whole year. Things that were bought are left out: nobody buys them each term. Refuses where
  /// the map has no such term, or the calendar none to come. How many terms were written in.
  @discardableResult
  package func carryOn(_ id: ID<Activity>, of strategyID: ID<Strategy>, at school: School) throws -> Int {
    let strategy = try changing(strategyID)
    let activity = try activity(id, of: strategyID)
    return try write(try LaterTerms(activity, strategy, try facts(of: strategy, at: school)), in: id, of: strategy)
  }

  /// The same for every activity whose groups end before the strategy does; those that cannot be carried on stay as they are.
  /// How many activities were.
  @discardableResult
  package func carryAllOn(in strategyID: ID<Strategy>, at school: School) throws -> Int {
    let strategy = try changing(strategyID)
    let facts = try facts(of: strategy, at: school)
    let able = strategy.activities.compactMap { activity in
      (try? LaterTerms(activity, strategy, facts)).map { (activity: activity.id, terms: $0) }
    }
    for (activity, terms) in able { try write(terms, in: activity, of: strategy) }
    guard !able.isEmpty else {
      throw Refusal.conflict("Every activity runs to the end of the strategy’s terms, or is written in already.")
    }
    return able.count
  }

  @discardableResult
  private func write(_ terms: LaterTerms, in id: ID<Activity>, of strategy: Strategy) throws -> Int {
    for term in terms.later {
      guard let days = term.period.intersection(strategy.details.period) else { continue }
      let amount = terms.amount(in: days)
      if amount == .zero { continue }
      try addCost(
        Activity.WrittenCost(
          id: connection.newID(), what: "\(term.name), as in \(terms.last.name)", amount: amount, period: days,
          basis: Activity.WrittenCost.Basis(period: terms.lastDays, cost: terms.cost)), to: id, of: strategy.id)
    }
    return terms.later.count
  }
}

/// Terms after an activity's groups have ended, and what its last one cost.
private struct LaterTerms {
  /// The last term in which its groups took staff time.
  let last: Term
  /// What of it lies in the strategy's days.
  let lastDays: Period
  let cost: Pence
  let later: [Term]
  private let calendar: SchoolCalendar

  init(_ activity: Activity, _ strategy: Strategy, _ facts: MapFacts) throws {
    let days = strategy.details.period
    let terms = facts.calendar.terms.filter { $0.period.overlaps(days) }.sorted { $0.period.from < $1.period.from }
    let alone = activity.withoutCosts
    let onMap = Strategy(
      id: strategy.id, details: strategy.details, funding: strategy.funding, activities: [alone],
      version: strategy.version)
    var found: (term: Term, days: Period, cost: Pence)?
    for term in terms.reversed() where found == nil {
      guard let held = term.period.intersection(days) else { continue }
      let cost = StrategyBudget(onMap, facts, over: held).of(activity.id).time
      if cost > .zero { found = (term, held, cost) }
    }
    guard let found, let end = StrategyBudget(onMap, facts).of(activity.id).lastDay else {
      throw Refusal.conflict(
        "Its groups take no staff time in any term of these days, or have no end: there is nothing to carry on.")
    }
    later = terms.filter { term in
      term.period.from > max(end, found.term.period.until)
        && !activity.costs.contains { $0.period.overlaps(term.period) && $0.period.days > 1 }
    }
    guard !later.isEmpty else {
      throw Refusal.conflict(
        "The calendar has no term after \(found.term.name) in these days for which nothing is written in yet.")
    }
    (last, lastDays, cost, calendar) = (found.term, found.days, found.cost, facts.calendar)
  }

  /// As much for each school day as in the last term, half up to the penny.
  func amount(in days: Period) -> Pence {
    let (old, new) = (calendar.openDays(in: lastDays), calendar.openDays(in: days))
    return old == 0 ? .zero : Pence((cost.count * new * 2 + old) / (old * 2))
  }
}
