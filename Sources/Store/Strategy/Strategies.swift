package import Domain
package import SQL

/// A school's inclusion strategies, as `viewer` may see and change them.
package struct Strategies {
  package let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  var organisation: ID<Organisation> { viewer.organisation }

  /// The newest days first.
  package func all() throws -> [Strategy] {
    guard viewer.may(.see, .strategy) else { return [] }
    return try load("TRUE")
  }

  package func find(_ id: ID<Strategy>) throws -> Strategy {
    guard viewer.may(.see, .strategy), let found = try load("s.id = \(id)").first else { throw Refusal.notFound() }
    return found
  }

  /// Of `strategies s`, in a handful of set queries.
  private func load(_ condition: SQL) throws -> [Strategy] {
    let funding = try self.funding(condition)
    let activities = try self.activities(condition)
    return try connection.rows(
      """
      SELECT s.id, s.title, s.from_day, s.until_day, s.owner, s.review_days, s.approach, s.needs, s.version
      FROM strategies s WHERE s.organisation_id = \(organisation) AND \(condition) ORDER BY s.from_day DESC, s.id DESC
      """
    ) { row in
      let id = row.id(0, Strategy.self)
      let details = StrategyDetails(
        title: row.text(1), period: Period(row.day(2), row.day(3))!, owner: row.text(4),
        reviewDays: row.text(5).split(separator: " ").compactMap { Day(iso: $0) }, approach: row.text(6),
        needs: row.text(7))
      return Strategy(
        id: id, details: details, funding: funding[id] ?? [], activities: activities[id] ?? [], version: row.int(8))
    }
  }

  private func funding(_ condition: SQL) throws -> [ID<Strategy>: [StrategyFunding]] {
    var amounts: [ID<StrategyFunding>: [FinancialYear: Pence]] = [:]
    try connection.each(
      """
      SELECT a.funding_id, a.financial_year, a.amount FROM strategy_amounts a
      JOIN strategy_funding f ON f.organisation_id = a.organisation_id AND f.id = a.funding_id
      JOIN strategies s ON s.organisation_id = f.organisation_id AND s.id = f.strategy_id
      WHERE s.organisation_id = \(organisation) AND \(condition)
      """
    ) { amounts[$0.id(0), default: [:]][FinancialYear($0.int(1))] = Pence($0.int(2)) }
    var funding: [ID<Strategy>: [StrategyFunding]] = [:]
    try connection.each(
      """
      SELECT f.strategy_id, f.id, f.kind, f.name FROM strategy_funding f
      JOIN strategies s ON s.organisation_id = f.organisation_id AND s.id = f.strategy_id
      WHERE s.organisation_id = \(organisation) AND \(condition) ORDER BY f.position, f.id
      """
    ) { row in
      let id = row.id(1, StrategyFunding.self)
      funding[row.id(0), default: []].append(
        StrategyFunding(
          id: id, kind: StrategyFunding.Kind(rawValue: row.text(2)) ?? .other, name: row.text(3),
          amounts: amounts[id] ?? [:]))
    }
    return funding
  }

  private func activities(_ condition: SQL) throws -> [ID<Strategy>: [Activity]] {
    let of: SQL = """
      JOIN strategy_activities a ON a.organisation_id = x.organisation_id AND a.id = x.activity_id
      JOIN strategies s ON s.organisation_id = a.organisation_id AND s.id = a.strategy_id
      WHERE s.organisation_id = \(organisation) AND \(condition) ORDER BY x.id
      """
    var sources: [ID<Activity>: [Activity.Source]] = [:]
    try connection.each("SELECT x.activity_id, x.type_id, x.group_id FROM strategy_sources x \(of)") { row in
      let source: Activity.Source = row.isNull(1) ? .group(row.id(2)) : .type(row.id(1))
      sources[row.id(0), default: []].append(source)
    }
    var costs: [ID<Activity>: [Activity.WrittenCost]] = [:]
    try connection.each(
      """
      SELECT x.activity_id, x.id, x.what, x.amount, x.from_day, x.until_day, x.basis_from, x.basis_until, x.basis_cost
      FROM strategy_costs x \(of)
      """
    ) { row in
      let basis = row.dayOrNil(6).map {
        Activity.WrittenCost.Basis(period: Period($0, row.day(7))!, cost: Pence(row.int(8)))
      }
      costs[row.id(0), default: []].append(
        Activity.WrittenCost(
          id: row.id(1), what: row.text(2), amount: Pence(row.int(3)), period: Period(row.day(4), row.day(5))!,
          basis: basis))
    }
    var activities: [ID<Strategy>: [Activity]] = [:]
    try connection.each(
      """
      SELECT a.strategy_id, a.id, a.name, a.description, a.barrier, a.layer, a.principle_id, a.funding_id, a.owner,
        a.impact, a.measure, a.baseline, a.target, a.evidence, a.review_note, a.leaves_out, a.version
      FROM strategy_activities a
      JOIN strategies s ON s.organisation_id = a.organisation_id AND s.id = a.strategy_id
      WHERE s.organisation_id = \(organisation) AND \(condition) ORDER BY a.position, a.id
      """
    ) { row in
      let id = row.id(1, Activity.self)
      var details = ActivityDetails(row.text(2))
      (details.description, details.barrier, details.layer) = (row.text(3), row.text(4), row.textOrNil(5))
      (details.principle, details.funding) = (row.idOrNil(6), row.idOrNil(7))
      (details.owner, details.impact, details.measure) = (row.text(8), row.text(9), row.text(10))
      (details.baseline, details.target) = (row.text(11), row.text(12))
      (details.evidence, details.reviewNote, details.leavesOut) = (row.text(13), row.text(14), row.bool(15))
      activities[row.id(0), default: []].append(
        Activity(
          id: id, details: details, sources: sources[id] ?? [], costs: costs[id] ?? [], version: row.int(16)))
    }
    return activities
  }
}
