package import Domain
package import SQL
package import Store

extension SchoolMaker {
  /// The school's inclusion strategy, drawn from its map: the primary's complete, the secondary's a draft of three years in
  /// which three things are missing.
  func makeStrategy() throws {
    let isDraft = plan.phase == .secondary
    let keeper = Strategies(viewer, connection)
    let year = AcademicYear(containing: today)
    let last = isDraft ? year.next.next : year
    let period = Period(year.period.from, last.period.until)!
    let id = try keeper.add(details(period))
    try Principles(viewer, connection).add(
      StrategyTexts.principles, source: "The school’s own, agreed with governors", from: year.period.from)
    try makeFunding(keeper, id, isDraft: isDraft)
    let strategy = try keeper.find(id)
    let principles = try Principles(viewer, connection).inForce(in: period)
    let lines = try lines(keeper, strategy)
    for (place, line) in lines.enumerated() {
      var activity = StrategyTexts.activity(line.name)
      activity.layer = Layer.of(level: line.level)?.key
      activity.principle = principles[place % principles.count].id
      activity.funding = strategy.funding[place % 3 == 2 ? 2 : 0].id
      if isDraft, place == 0 { activity.measure = "" }
      if isDraft, place == 1 { activity.owner = "" }
      try keeper.addActivity(activity, from: [.type(line.type!)], to: id)
    }
    _ = try? keeper.carryAllOn(in: id, at: school)
    try makeTraining(keeper, try keeper.find(id), principles)
    if !isDraft { try makeApproval(keeper, id) }
  }

  private func details(_ period: Period) -> StrategyDetails {
    StrategyDetails(
      title: "Inclusion strategy", period: period, owner: "Head teacher",
      reviewDays: period.academicYears.map { $0.period.until - 47 }, approach: StrategyTexts.approach,
      needs: StrategyTexts.needs)
  }

  /// What such schools receive on average in 2026-27 (Schools Week, “New inclusion strategies: what schools need to know”,
  /// 2026), and a part of their own budgets.
  private func makeFunding(_ keeper: Strategies, _ id: ID<Strategy>, isDraft: Bool) throws {
    let strategy = try keeper.find(id)
    let grant = isDraft ? 48_000_00 : 14_000_00
    let typed = strategy.funding.map { source -> Strategies.TypedFunding in
      let amount: Int? =
        switch source.kind {
        case .grant: grant
        case .notional: grant * 2
        default: nil
        }
      let years = strategy.details.period.financialYears
      return Strategies.TypedFunding(
        id: source.id, name: source.name,
        amounts: amount.map { pence in Dictionary(uniqueKeysWithValues: years.map { ($0, Pence(pence)) }) } ?? [:])
    }
    try keeper.setFunding(typed, of: id, version: strategy.version)
  }

  /// Provision of many pupils that is wholly priced, what costs most first, and one of few pupils: the public is not told
  /// what that one costs.
  private func lines(_ keeper: Strategies, _ strategy: Strategy) throws -> [SchoolMap.Line] {
    let map = try keeper.choices(for: strategy, at: school, MapQuestion(.period(strategy.details.period, asAt: today)))
    let priced = map.sections.flatMap(\.lines).filter { line in
      line.type != nil && !line.isConfidential && line.total.projected > .zero && line.total.unpriced == 0
        && line.total.unled == 0
    }.sorted { ($1.total.projected, $0.name) < ($0.total.projected, $1.name) }
    let many = priced.filter { $0.total.pupils > 4 }.prefix(5)
    let few = priced.first { (1...4).contains($0.total.pupils) }
    return Array(many) + (few.map { [$0] } ?? [])
  }

  /// Not on the map: training in each school year, after half-term in February.
  private func makeTraining(_ keeper: Strategies, _ strategy: Strategy, _ principles: [Principle]) throws {
    var details = StrategyTexts.training
    (details.layer, details.principle) = ("universal", principles.first?.id)
    details.funding = strategy.funding.first?.id
    let activity = try keeper.addActivity(details, to: strategy.id)
    for year in strategy.details.period.academicYears {
      guard let day = Day(year.start + 1, 2, 26) else { continue }
      try keeper.addCost(
        Activity.WrittenCost(
          id: connection.newID(), what: "Two afternoons with a trainer", amount: 65_000, period: Period(day)),
        to: activity, of: strategy.id)
    }
  }

  private func makeApproval(_ keeper: Strategies, _ id: ID<Strategy>) throws {
    let governor = Strategies(try viewer(of: .governor), connection)
    try governor.comment(
      "How shall we know in July whether it was worth the money? Please say for each activity what you measure.",
      on: id, at: school, today: today, id: connection.newID())
    try governor.approve(
      id, at: school, onBehalfOf: "The governing body", day: today, note: "Approved at the autumn meeting.",
      version: try keeper.find(id).version, today: today, id: connection.newID())
  }

  private func viewer(of role: Role) throws -> Viewer {
    guard let account = try Accounts.withEmail("\(role.rawValue)@\(plan.domain)", connection) else { return viewer }
    return Viewer(
      account: account.id, organisation: school.id, roles: [role], staffMember: nil, name: account.name)
  }
}

extension Demo {
  /// The primary school's strategy as it is to be published: its files are made by whoever can make them.
  package static func strategyToPublish(
    today: Day, _ connection: any Connection
  ) throws -> (document: StrategyDocument, version: Int)? {
    guard let school = try Schools.withURN(primary, connection) else { return nil }
    let keeper = Strategies(Viewer(operatorIn: school.id), connection)
    guard let strategy = try keeper.all().first else { return nil }
    let document = try keeper.read(strategy, of: school, today: today).document(isPublic: true, on: today)
    return (document, strategy.version)
  }

  package static func publish(_ made: Strategies.ToPublish, today: Day, _ connection: any Connection) throws {
    guard let school = try Schools.withURN(primary, connection) else { throw Refusal.notFound() }
    let keeper = Strategies(Viewer(operatorIn: school.id), connection)
    guard let strategy = try keeper.all().first else { throw Refusal.notFound() }
    try keeper.publish(strategy.id, made, at: school, readNames: true, today: today)
  }
}
