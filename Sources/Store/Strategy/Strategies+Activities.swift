package import Domain
import SQL

extension Strategies {
  /// One more activity, the last of them. `given`: the id of the form, so that one that is sent twice adds one. Refuses
  /// sources, a principle or money that are not the school’s.
  @discardableResult
  package func addActivity(
    _ typed: ActivityDetails, from sources: [Activity.Source] = [], to id: ID<Strategy>, id given: ID<Activity>? = nil
  ) throws -> ID<Activity> {
    let strategy = try changing(id)
    if let given, try connection.keeps(given, in: "strategy_activities", of: organisation) { return given }
    guard strategy.activities.count < 200 else {
      throw Refusal.invalid("A strategy has at most 200 activities.", field: "name")
    }
    let details = try checked(typed, in: strategy)
    let activity = given ?? connection.newID()
    try connection.run(
      """
      INSERT INTO strategy_activities (organisation_id, id, strategy_id, position, name, description, barrier, layer,
        principle_id, funding_id, owner, impact, measure, baseline, target, evidence, review_note, leaves_out,
        version)
      VALUES (\(organisation), \(activity), \(id), \((strategy.activities.count + 1)), \(details.name),
        \(details.description), \(details.barrier), \(details.layer), \(details.principle), \(details.funding),
        \(details.owner), \(details.impact), \(details.measure), \(details.baseline), \(details.target),
        \(details.evidence), \(details.reviewNote), \(details.leavesOut), 1)
      """)
    try connection.record("added", "activity", activity.text, by: viewer, after: try words(details, strategy))
    for source in sources { try insert(source, into: activity) }
    try touch(id)
    return activity
  }

  package func activity(_ id: ID<Activity>, of strategy: ID<Strategy>) throws -> Activity {
    guard let found = try find(strategy).activities.first(where: { $0.id == id }) else { throw Refusal.notFound() }
    return found
  }

  /// Refuses one that somebody else has changed since `version`.
  package func changeActivity(
    _ id: ID<Activity>, of strategyID: ID<Strategy>, to typed: ActivityDetails, version: Int
  ) throws {
    let strategy = try changing(strategyID)
    let old = try activity(id, of: strategyID)
    let details = try checked(typed, in: strategy)
    guard old.version == version else { throw changedMeanwhile }
    if details == old.details { return }
    try connection.run(
      """
      UPDATE strategy_activities SET name = \(details.name), description = \(details.description),
        barrier = \(details.barrier), layer = \(details.layer), principle_id = \(details.principle),
        funding_id = \(details.funding), owner = \(details.owner), impact = \(details.impact),
        measure = \(details.measure), baseline = \(details.baseline), target = \(details.target),
        evidence = \(details.evidence), review_note = \(details.reviewNote),
        leaves_out = \(details.leavesOut), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try touch(strategyID)
    try connection.recordChange(
      "activity", id.text, by: viewer, try words(old.details, strategy), try words(details, strategy))
  }

  /// Its sources and written costs go with it; history keeps what it was, and reviews what was said of it.
  package func removeActivity(_ id: ID<Activity>, of strategyID: ID<Strategy>, version: Int) throws {
    let strategy = try changing(strategyID)
    let old = try activity(id, of: strategyID)
    guard old.version == version else { throw changedMeanwhile }
    try delete(old)
    try touch(strategyID)
    try connection.record("removed", "activity", id.text, by: viewer, before: try words(old.details, strategy))
  }

  /// One place up or down among the activities.
  package func moveActivity(_ id: ID<Activity>, of strategyID: ID<Strategy>, up: Bool) throws {
    var order = try changing(strategyID).activities.map(\.id)
    guard let place = order.firstIndex(of: id) else { throw Refusal.notFound() }
    let other = up ? place - 1 : place + 1
    guard order.indices.contains(other) else { return }
    order.swapAt(place, other)
    for (position, activity) in order.enumerated() {
      try connection.run(
        """
        UPDATE strategy_activities SET position = \(position + 1)
        WHERE organisation_id = \(organisation) AND id = \(activity)
        """)
    }
    try touch(strategyID)
  }

  // MARK: What it is drawn from

  /// Rows of the map that an activity stands on; those that it has already are passed over.
  package func addSources(_ sources: [Activity.Source], to id: ID<Activity>, of strategyID: ID<Strategy>) throws {
    _ = try changing(strategyID)
    let old = try activity(id, of: strategyID)
    let new = sources.unique.filter { !old.sources.contains($0) }
    if new.isEmpty { return }
    for source in new { try insert(source, into: id) }
    try touch(strategyID)
    try connection.record(
      "changed", "activity", id.text, by: viewer, after: ["rows of the map": "\(new.count) more"])
  }

  package func removeSource(_ source: Activity.Source, of id: ID<Activity>, in strategyID: ID<Strategy>) throws {
    _ = try changing(strategyID)
    guard try activity(id, of: strategyID).sources.contains(source) else { throw Refusal.notFound() }
    let which: SQL =
      switch source {
      case .type(let type): "type_id = \(type)"
      case .group(let group): "group_id = \(group)"
      }
    try connection.run(
      "DELETE FROM strategy_sources WHERE organisation_id = \(organisation) AND activity_id = \(id) AND \(which)")
    try touch(strategyID)
    try connection.record("changed", "activity", id.text, by: viewer, before: ["rows of the map": "one fewer"])
  }

  private func insert(_ source: Activity.Source, into activity: ID<Activity>) throws {
    let (type, group): (ID<ProvisionType>?, ID<Group>?) =
      switch source {
      case .type(let type): (type, nil)
      case .group(let group): (nil, group)
      }
    if let type, try !connection.keeps(type, in: "provision_types", of: organisation) { throw Refusal.notFound() }
    if let group, try !connection.keeps(group, in: "groups", of: organisation) { throw Refusal.notFound() }
    try connection.run(
      """
      INSERT INTO strategy_sources (organisation_id, id, activity_id, type_id, group_id)
      VALUES (\(organisation), \(connection.newID(Activity.Source.self)), \(activity), \(type), \(group))
      """)
  }

  func delete(_ activity: Activity) throws {
    let parts: [SQL] = ["strategy_sources", "strategy_costs"]
    for table in parts {
      try connection.run(
        "DELETE FROM \(table) WHERE organisation_id = \(organisation) AND activity_id = \(activity.id)")
    }
    try connection.run(
      "DELETE FROM strategy_activities WHERE organisation_id = \(organisation) AND id = \(activity.id)")
  }

  private func checked(_ typed: ActivityDetails, in strategy: Strategy) throws -> ActivityDetails {
    let details = try typed.checked()
    if let funding = details.funding, !strategy.funding.contains(where: { $0.id == funding }) {
      throw Refusal.invalid("Choose money of this strategy.", field: "funding")
    }
    if let principle = details.principle, try !connection.keeps(principle, in: "principles", of: organisation) {
      throw Refusal.invalid("Choose a principle of the list.", field: "principle")
    }
    return details
  }

  private func words(_ details: ActivityDetails, _ strategy: Strategy) throws -> [String: String] {
    let principle = try Principles(viewer, connection).all().first { $0.id == details.principle }
    var words = [
      "name": details.name, "description": details.description, "barrier": details.barrier,
      "answers for it": details.owner, "impact": details.impact, "measure": details.measure,
      "baseline": details.baseline, "target": details.target, "evidence": details.evidence,
      "review note": details.reviewNote,
    ].filter { !$0.value.isEmpty }
    words["layer"] = details.layer.flatMap(Layer.keyed)?.name
    words["principle"] = principle?.text
    if details.leavesOut { words["share of other money"] = "left out" }
    words["funding"] = strategy.funding.first { $0.id == details.funding }?.name
    return words
  }
}

extension Strategies {
  /// Activities drawn from rows of the map: one of each, or one of all that is called `name`. What the catalogue says of a
  /// type, or a group of itself, comes along; the first source of money pays unless somebody says otherwise.
  package func addActivities(
    from sources: [Activity.Source], together name: String?, to id: ID<Strategy>, version: Int? = nil
  ) throws {
    let strategy = try changing(id)
    if let version, version != strategy.version { throw changedMeanwhile }
    let sources = sources.unique
    let money = strategy.funding.first?.id
    if let name {
      var details = try sources.first.map(details) ?? ActivityDetails(name)
      details.name = name
      details.funding = money
      try addActivity(details, from: sources, to: id)
      return
    }
    for source in sources {
      var details = try details(source)
      details.funding = money
      try addActivity(details, from: [source], to: id)
    }
  }

  /// What the rows of the map are called that activities are drawn from. Confidential provision is not named.
  package func names(of strategy: Strategy) throws -> [Activity.Source: String] {
    var names: [Activity.Source: String] = [:]
    for source in strategy.activities.flatMap(\.sources) {
      let isType = if case .type = source { true } else { false }
      names[source] = try details(source).name + (isType ? " (every group of it)" : "")
    }
    return names
  }

  private func details(_ source: Activity.Source) throws -> ActivityDetails {
    switch source {
    case .type(let id):
      let type = try Catalogue(viewer, connection).type(id)
      var details = ActivityDetails(type.name)
      details.description = type.details.description
      details.impact = type.details.outcome
      details.layer = Layer.of(level: type.details.level)?.key
      details.evidence = type.details.evidence ?? ""
      return details
    case .group(let id):
      let found = try connection.first(
        "SELECT name, level, is_confidential FROM groups WHERE organisation_id = \(organisation) AND id = \(id)"
      ) { (name: $0.text(0), level: $0.textOrNil(1), isConfidential: $0.bool(2)) }
      guard let found else { throw Refusal.notFound() }
      var details = ActivityDetails(found.isConfidential ? Group.confidentialName : found.name)
      details.layer = Layer.of(level: found.level)?.key
      return details
    }
  }
}
