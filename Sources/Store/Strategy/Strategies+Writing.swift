package import Domain
import SQL

extension Strategies {
  /// Begins a strategy, with the grant and the budgets that stand beside it as sources of money. `given`: the id of the form.
  @discardableResult
  package func add(_ typed: StrategyDetails, id given: ID<Strategy>? = nil) throws -> ID<Strategy> {
    try viewer.mustAll(.do, .strategy)
    if let given, try connection.keeps(given, in: "strategies", of: organisation) { return given }
    let details = try typed.checked()
    let id = given ?? connection.newID()
    try connection.run(
      """
      INSERT INTO strategies (organisation_id, id, title, from_day, until_day, owner, review_days, approach, needs,
        created_at, version)
      VALUES (\(organisation), \(id), \(details.title), \(details.period.from), \(details.period.until), \(details.owner),
        \(Self.text(details.reviewDays)), \(details.approach), \(details.needs), \(connection.now), 1)
      """)
    try connection.record("began", "strategy", id.text, by: viewer, after: Self.words(details))
    for kind in [StrategyFunding.Kind.grant, .core, .notional, .premium] {
      try insert(kind, kind.name, into: id)
    }
    return id
  }

  /// Refuses what somebody else has changed since `version`, and days that leave a written cost outside them.
  package func change(_ id: ID<Strategy>, to typed: StrategyDetails, version: Int) throws {
    let old = try changing(id)
    let details = try typed.checked()
    guard old.version == version else { throw changedMeanwhile }
    if details == old.details { return }
    let costs = old.activities.flatMap(\.costs)
    if let left = costs.first(where: { $0.period.intersection(details.period) != $0.period }) {
      throw Refusal.invalid(
        "“\(left.what)” is written in for \(left.period.words), which would lie outside these days. Change that cost first.",
        field: "from")
    }
    try connection.run(
      """
      UPDATE strategies SET title = \(details.title), from_day = \(details.period.from), until_day = \(details.period.until),
        owner = \(details.owner), review_days = \(Self.text(details.reviewDays)), approach = \(details.approach),
        needs = \(details.needs)
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try touch(id)
    try connection.recordChange("strategy", id.text, by: viewer, Self.words(old.details), Self.words(details))
  }

  /// Takes back a strategy that was begun by mistake. Refuses one of which anything was published or approved.
  package func remove(_ id: ID<Strategy>, version: Int) throws {
    let old = try changing(id)
    guard old.version == version else { throw changedMeanwhile }
    let kept: [SQL] = ["strategy_editions", "strategy_reviews", "strategy_remarks"]
    for table in kept {
      let isThere = try connection.exists(
        "SELECT 1 FROM \(table) WHERE organisation_id = \(organisation) AND strategy_id = \(id)")
      if isThere {
        throw Refusal.conflict(
          "It was published, reviewed or spoken of by governors, so it is kept. Begin another one beside it.")
      }
    }
    for activity in old.activities { try delete(activity) }
    try connection.run(
      """
      DELETE FROM strategy_amounts WHERE organisation_id = \(organisation) AND funding_id IN (
        SELECT id FROM strategy_funding WHERE organisation_id = \(organisation) AND strategy_id = \(id))
      """)
    try connection.run(
      "DELETE FROM strategy_funding WHERE organisation_id = \(organisation) AND strategy_id = \(id)")
    try connection.run("DELETE FROM strategies WHERE organisation_id = \(organisation) AND id = \(id)")
    try connection.record("removed", "strategy", id.text, by: viewer, before: Self.words(old.details))
  }

  // MARK: Money

  /// What is typed about one source of money.
  package struct TypedFunding: Sendable {
    package let id: ID<StrategyFunding>
    package let name: String
    package let amounts: [FinancialYear: Pence]

    package init(id: ID<StrategyFunding>, name: String, amounts: [FinancialYear: Pence]) {
      self.id = id
      self.name = name
      self.amounts = amounts
    }
  }

  /// Says what is there. Amounts of years outside the strategy’s days stay as they are.
  package func setFunding(_ typed: [TypedFunding], of id: ID<Strategy>, version: Int) throws {
    let old = try changing(id)
    guard old.version == version else { throw changedMeanwhile }
    let years = old.details.period.financialYears
    for source in old.funding {
      guard let new = typed.first(where: { $0.id == source.id }) else { continue }
      let name = new.name.trimmingSpaces
      guard !name.isEmpty, name.count <= 100 else {
        throw Refusal.invalid(
          "Give each source of money a name of at most 100 characters.", field: "name-\(source.id.text)")
      }
      try connection.run(
        "UPDATE strategy_funding SET name = \(name) WHERE organisation_id = \(organisation) AND id = \(source.id)")
      for year in years {
        try connection.run(
          """
          DELETE FROM strategy_amounts WHERE organisation_id = \(organisation) AND funding_id = \(source.id)
            AND financial_year = \(year.start)
          """)
        guard let amount = new.amounts[year] else { continue }
        try connection.run(
          """
          INSERT INTO strategy_amounts (organisation_id, funding_id, financial_year, amount)
          VALUES (\(organisation), \(source.id), \(year.start), \(amount.count))
          """)
      }
    }
    let now = try find(id)
    if now.funding == old.funding { return }
    try touch(id)
    try connection.recordChange(
      "strategy", id.text, by: viewer, Self.words(old.funding, years), Self.words(now.funding, years))
  }

  /// One more source of money, the last of them. Refuses a name that there is already.
  @discardableResult
  package func addFunding(_ kind: StrategyFunding.Kind, _ typed: String, to id: ID<Strategy>) throws -> ID<
    StrategyFunding
  > {
    let strategy = try changing(id)
    let name = typed.trimmingSpaces.isEmpty ? kind.name : typed.trimmingSpaces
    guard name.count <= 100 else { throw Refusal.invalid("A name has at most 100 characters.", field: "name") }
    guard !strategy.funding.contains(where: { Folding.fold($0.name) == Folding.fold(name) }) else {
      throw Refusal.invalid("“\(name)” is there already.", field: "name")
    }
    let funding = try insert(kind, name, into: id)
    try touch(id)
    try connection.record("added", "strategy", id.text, by: viewer, after: ["funding": name])
    return funding
  }

  /// Refuses one that an activity is paid from.
  package func removeFunding(_ funding: ID<StrategyFunding>, of id: ID<Strategy>) throws {
    let strategy = try changing(id)
    guard let old = strategy.funding.first(where: { $0.id == funding }) else { throw Refusal.notFound() }
    if let user = strategy.activities.first(where: { $0.details.funding == funding }) {
      throw Refusal.conflict("“\(user.details.name)” is paid from \(old.name). Choose other money for it first.")
    }
    try connection.run(
      "DELETE FROM strategy_amounts WHERE organisation_id = \(organisation) AND funding_id = \(funding)")
    try connection.run("DELETE FROM strategy_funding WHERE organisation_id = \(organisation) AND id = \(funding)")
    try touch(id)
    try connection.record("removed", "strategy", id.text, by: viewer, before: ["funding": old.name])
  }

  @discardableResult
  private func insert(_ kind: StrategyFunding.Kind, _ name: String, into id: ID<Strategy>) throws -> ID<StrategyFunding>
  {
    let funding = connection.newID(StrategyFunding.self)
    let count = try connection.count(
      "SELECT COUNT(*) FROM strategy_funding WHERE organisation_id = \(organisation) AND strategy_id = \(id)")
    try connection.run(
      """
      INSERT INTO strategy_funding (organisation_id, id, strategy_id, kind, name, position)
      VALUES (\(organisation), \(funding), \(id), \(kind.rawValue), \(name), \(count + 1))
      """)
    return funding
  }

  // MARK: Every change

  func changing(_ id: ID<Strategy>) throws -> Strategy {
    try viewer.mustAll(.do, .strategy)
    return try find(id)
  }

  var changedMeanwhile: Refusal {
    Refusal.conflict("Somebody else has changed the strategy since you opened this page.")
  }

  /// Something of it was changed: what governors approve and what is published name the version that they saw.
  func touch(_ id: ID<Strategy>) throws {
    try connection.run(
      "UPDATE strategies SET version = version + 1 WHERE organisation_id = \(organisation) AND id = \(id)")
  }

  private static func text(_ days: [Day]) -> String { days.map(\.iso).joined(separator: " ") }

  private static func words(_ details: StrategyDetails) -> [String: String] {
    [
      "title": details.title, "days": details.period.words, "answers for it": details.owner,
      "reviews": details.reviewDays.map(\.words).joined(separator: ", "), "approach": details.approach,
      "needs": details.needs,
    ].filter { !$0.value.isEmpty }
  }

  private static func words(_ funding: [StrategyFunding], _ years: [FinancialYear]) -> [String: String] {
    var words: [String: String] = [:]
    for source in funding {
      for year in years { words["\(source.name) \(year.words)"] = source.amounts[year]?.words }
    }
    return words
  }
}
