package import Domain
import SQL

/// What a governor said of a strategy: a comment, or that it is approved as it stood.
package struct StrategyRemark: Hashable, Sendable {
  package let id: ID<StrategyRemark>
  package let isApproval: Bool
  /// The day of the meeting, or on which it was said.
  package let day: Day
  /// `The governing body`.
  package let onBehalfOf: String
  package let text: String
  /// The strategy's version that it is about.
  package let version: Int
  /// What the activities were to cost then.
  package let budget: Pence
  package let writtenBy: String

  package init(
    id: ID<StrategyRemark>, isApproval: Bool, day: Day, onBehalfOf: String, text: String, version: Int,
    budget: Pence, writtenBy: String
  ) {
    self.id = id
    self.isApproval = isApproval
    self.day = day
    self.onBehalfOf = onBehalfOf
    self.text = text
    self.version = version
    self.budget = budget
    self.writtenBy = writtenBy
  }
}

extension Strategies {
  /// In the order in which they were written.
  package func remarks(on id: ID<Strategy>) throws -> [StrategyRemark] {
    guard viewer.may(.see, .strategy) else { return [] }
    return try connection.rows(
      """
      SELECT id, is_approval, day, on_behalf_of, text, strategy_version, budget, written_by FROM strategy_remarks
      WHERE organisation_id = \(organisation) AND strategy_id = \(id) ORDER BY id
      """
    ) { row in
      StrategyRemark(
        id: row.id(0), isApproval: row.bool(1), day: row.day(2), onBehalfOf: row.text(3), text: row.text(4),
        version: row.int(5), budget: Pence(row.int(6)), writtenBy: row.text(7))
    }
  }

  /// A comment: of a governor, or of whoever writes the strategy, in answer. `given`: the id of the form.
  package func comment(
    _ typed: String, on id: ID<Strategy>, at school: School, today: Day, id given: ID<StrategyRemark>
  ) throws {
    guard viewer.may(.do, .approval) || viewer.may(.do, .strategy) else { throw Refusal.refused() }
    let text = typed.trimmingSpaces
    guard !text.isEmpty else { throw Refusal.invalid("Write your comment.", field: "comment") }
    try write(text, on: try find(id), at: school, isApproval: false, day: today, onBehalfOf: "", given)
  }

  /// That the governors approve the strategy as it stands in `version`. Refuses one that has changed since it was shown, and
  /// a day to come.
  package func approve(
    _ id: ID<Strategy>, at school: School, onBehalfOf typed: String, day: Day, note: String, version: Int,
    today: Day, id given: ID<StrategyRemark>
  ) throws {
    try viewer.mustAll(.do, .approval)
    let strategy = try find(id)
    let name = typed.trimmingSpaces
    var refusals = Refusals()
    if name.isEmpty { refusals.add("Say who approves it, such as The governing body.", field: "behalf") }
    if name.count > 200 { refusals.add("Who approves it has at most 200 characters.", field: "behalf") }
    if day > today { refusals.add("The day cannot be later than today.", field: "day") }
    try refusals.throwIfAny()
    if try connection.keeps(given, in: "strategy_remarks", of: organisation) { return }
    guard strategy.version == version else {
      throw Refusal.conflict(
        "The strategy has changed since you opened this page. Look through it as it stands now, and approve that.")
    }
    try write(note.trimmingSpaces, on: strategy, at: school, isApproval: true, day: day, onBehalfOf: name, given)
  }

  private func write(
    _ text: String, on strategy: Strategy, at school: School, isApproval: Bool, day: Day, onBehalfOf: String,
    _ id: ID<StrategyRemark>
  ) throws {
    guard text.count <= 3000 else { throw Refusal.invalid("A comment has at most 3,000 characters.", field: "comment") }
    if try connection.keeps(id, in: "strategy_remarks", of: organisation) { return }
    let budget = StrategyBudget(strategy, try facts(of: strategy, at: school))
    let total = strategy.activities.map { budget.of($0.id).total }.sum
    try connection.run(
      """
      INSERT INTO strategy_remarks (organisation_id, id, strategy_id, is_approval, day, on_behalf_of, text,
        strategy_version, budget, written_at, written_by)
      VALUES (\(organisation), \(id), \(strategy.id), \(isApproval), \(day), \(onBehalfOf), \(text), \(strategy.version),
        \(total.count),
        \(connection.now), \(viewer.name))
      """)
    try connection.record(
      isApproval ? "approved" : "commented on", "strategy", strategy.id.text, by: viewer,
      after: ["words": text, "on behalf of": onBehalfOf].filter { !$0.value.isEmpty })
  }
}

extension [StrategyRemark] {
  /// Whether, and when, governors approved what stands there now.
  func approval(of strategy: Strategy) -> StrategyCheck.Approval {
    guard let last = last(where: \.isApproval) else { return .none }
    return last.version == strategy.version ? .given(last.day) : .outdated(last.day)
  }
}
