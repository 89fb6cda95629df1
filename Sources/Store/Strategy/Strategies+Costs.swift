package import Domain
import SQL

/// Costs of an activity that the map does not have.
extension Strategies {
  @discardableResult
  package func addCost(
    _ typed: Activity.WrittenCost, to id: ID<Activity>, of strategyID: ID<Strategy>
  ) throws -> ID<Activity.WrittenCost> {
    let strategy = try changing(strategyID)
    _ = try activity(id, of: strategyID)
    if try connection.keeps(typed.id, in: "strategy_costs", of: organisation) { return typed.id }
    let cost = try typed.checked(in: strategy.details.period)
    try connection.run(
      """
      INSERT INTO strategy_costs (organisation_id, id, activity_id, what, amount, from_day, until_day, basis_from,
        basis_until, basis_cost)
      VALUES (\(organisation), \(cost.id), \(id), \(cost.what), \(cost.amount.count), \(cost.period.from),
        \(cost.period.until), \(cost.basis?.period.from), \(cost.basis?.period.until), \(cost.basis?.cost.count))
      """)
    try touch(strategyID)
    try connection.record(
      "changed", "activity", id.text, by: viewer,
      after: ["written cost": words(cost)])
    return cost.id
  }

  /// What it was reckoned from is forgotten: it is typed now.
  package func changeCost(_ typed: Activity.WrittenCost, of id: ID<Activity>, in strategyID: ID<Strategy>) throws {
    let strategy = try changing(strategyID)
    guard let old = try activity(id, of: strategyID).costs.first(where: { $0.id == typed.id }) else {
      throw Refusal.notFound()
    }
    let cost = try typed.checked(in: strategy.details.period)
    try connection.run(
      """
      UPDATE strategy_costs SET what = \(cost.what), amount = \(cost.amount.count), from_day = \(cost.period.from),
        until_day = \(cost.period.until), basis_from = NULL, basis_until = NULL, basis_cost = NULL
      WHERE organisation_id = \(organisation) AND id = \(cost.id)
      """)
    try touch(strategyID)
    try connection.record(
      "changed", "activity", id.text, by: viewer, before: ["written cost": words(old)],
      after: ["written cost": words(cost)])
  }

  package func removeCost(_ id: ID<Activity.WrittenCost>, of activityID: ID<Activity>, in strategyID: ID<Strategy>)
    throws
  {
    _ = try changing(strategyID)
    guard let old = try activity(activityID, of: strategyID).costs.first(where: { $0.id == id }) else {
      throw Refusal.notFound()
    }
    try connection.run("DELETE FROM strategy_costs WHERE organisation_id = \(organisation) AND id = \(id)")
    try touch(strategyID)
    try connection.record(
      "changed", "activity", activityID.text, by: viewer,
      before: ["written cost": words(old)])
  }

  private func words(_ cost: Activity.WrittenCost) -> String {
    "\(cost.what), \(cost.amount.words), \(cost.period.words)"
  }
}
