extension StrategyDocument {
  /// Everything that a document is made from.
  package struct Parts: Sendable {
    package let school: School
    package let strategy: Strategy
    package let budget: StrategyBudget
    /// Those in force on any of its days.
    package let principles: [Domain.Principle]
    package let cohort: Cohort
    /// Of the strategy as it stands: on which day, and by whom.
    package let approval: (day: Day, by: String)?
    package let reviews: [StrategyReview]
    /// What the public can read already of this strategy.
    package let published: [StrategyDocument]

    package init(
      school: School, strategy: Strategy, budget: StrategyBudget, principles: [Domain.Principle], cohort: Cohort,
      approval: (day: Day, by: String)?, reviews: [StrategyReview],
      published: [StrategyDocument] = []
    ) {
      self.school = school
      self.strategy = strategy
      self.budget = budget
      self.principles = principles
      self.cohort = cohort
      self.approval = approval
      self.reviews = reviews
      self.published = published
    }
  }

  /// `isPublic`: for anybody, without what could point at a child. `isDraft`: as it stands, not to be published.
  package init(_ parts: Parts, on today: Day, isPublic: Bool, isDraft: Bool = false) {
    let (strategy, budget) = (parts.strategy, parts.budget)
    let details = strategy.details
    let budgets = strategy.activities.map { budget.of($0.id) }
    let told = Published(parts.published)
    let hidden = isPublic ? Self.withheld(budgets, strategy, told) : []
    let years = details.period
    func costs(_ all: [ActivityBudget]) -> Costs {
      Costs(all, over: years)
    }
    func isHidden(_ index: Int) -> Bool {
      hidden?.contains(index) ?? told.hides(strategy.activities[index], budgets[index])
    }
    school = parts.school.name
    urn = parts.school.urn
    title = details.title
    (from, until) = (years.from.iso, years.until.iso)
    owner = details.owner
    reviewDays = details.reviewDays.map(\.iso)
    made = today.iso
    self.isPublic = isPublic
    self.isDraft = isDraft || !isPublic
    (approach, needs, cohort) = (details.approach, details.needs, parts.cohort)
    principles = parts.principles.map { Principle(text: $0.text, source: $0.source) }
    academicYears = years.academicYears.map(\.words)
    financialYears = years.financialYears.map(\.words)
    total = hidden == nil ? .withheld(over: years) : costs(budgets)
    funding = strategy.funding.map { source in
      let users = strategy.activities.indices.filter { strategy.activities[$0].details.funding == source.id }
      return Funding(
        name: source.name, available: years.financialYears.map { source.amounts[$0]?.count },
        planned: users.contains(where: isHidden) ? nil : costs(users.map { budgets[$0] }).byFinancialYear)
    }
    activities = strategy.activities.indices.map { index in
      Activity(
        strategy.activities[index],
        principle: parts.principles.first { $0.id == strategy.activities[index].details.principle }?.text,
        funding: Self.money(of: strategy.activities[index], strategy),
        costs: isHidden(index) ? .withheld(over: years) : costs([budgets[index]]),
        working: isHidden(index) ? [] : Working.of(budgets[index], over: years, isPublic: isPublic))
    }
    approval = parts.approval.map { Approval(day: $0.day.iso, by: $0.by) }
    let areHidden = told.withheld.union(activities.filter { $0.costs.total.pence == nil }.map(\.id))
    reviews = parts.reviews.map { Review($0, hiding: isPublic ? areHidden : nil) }
    notes = Self.notes(budget, isPublic: isPublic, hides: hidden?.isEmpty != true)
  }

  private static func money(of activity: Domain.Activity, _ strategy: Strategy) -> String? {
    strategy.funding.first { $0.id == activity.details.funding }.map { source in
      activity.details.leavesOut
        ? "\(source.name), without the share of pupils for whom other money comes" : source.name
    }
  }

  /// What stands in versions that the public can read already: they stay, and could be subtracted from.
  private struct Published {
    /// Ids of activities whose cost was withheld in any of them.
    let withheld: Set<String>
    /// And of those that stood there with a cost, and were never withheld.
    let shown: Set<String>

    init(_ documents: [StrategyDocument]) {
      let all = documents.flatMap(\.activities)
      withheld = Set(all.filter { $0.costs.total.pence == nil }.map(\.id))
      shown = Set(all.map(\.id)).subtracting(withheld)
    }

    /// Where no sum is told: whatever did not stand there with a cost may be what was withheld, under another id.
    func hides(_ activity: Domain.Activity, _ budget: ActivityBudget) -> Bool {
      budget.isOfFew || withheld.contains(activity.id.text)
        || !withheld.isEmpty && !shown.contains(activity.id.text)
    }
  }

  /// Nil where no sum may be told: where something that was withheld before is no longer in the strategy, and something small
  /// is, the one could be worked out from the difference of the totals.
  private static func withheld(
    _ budgets: [ActivityBudget], _ strategy: Strategy, _ told: Published
  ) -> Set<Int>? {
    func places(_ ids: Set<String>) -> Set<Int> {
      Set(strategy.activities.indices.filter { ids.contains(strategy.activities[$0].id.text) })
    }
    let before = places(told.withheld)
    if before.count < told.withheld.count, !before.isEmpty || budgets.contains(where: \.isOfFew) { return nil }
    return SmallCounts.withheldCosts(budgets, before: before, shown: places(told.shown))
  }

  private static func notes(_ budget: StrategyBudget, isPublic: Bool, hides: Bool) -> [String] {
    var notes = [
      "Costs of staff are at a rate for each role, with what the employer pays on top. Each school year of what is on the map is costed as a whole and divided at 31 March between the financial years; what was written in for several days is spread over them day by day."
    ]
    if isPublic, hides {
      notes.append(
        "Costs of activities for fewer than five pupils are not shown, nor others that would give them away. They are in the totals where totals are shown."
      )
    }
    if budget.usesReferenceRates, !isPublic {
      notes.append("Some rates are reference rates that the school has not confirmed yet.")
    }
    for year in budget.yearsWithoutTerms where !isPublic {
      notes.append("The calendar has no terms in \(year.words), so nothing of the map can be counted in it.")
    }
    return notes
  }
}

extension StrategyDocument.Costs {
  init(_ budgets: [ActivityBudget], over period: Period) {
    func amount(_ sum: (ActivityBudget) -> Pence) -> StrategyDocument.Amount {
      StrategyDocument.Amount(
        pence: budgets.map(sum).sum.count, isNotAllPriced: budgets.contains { $0.unpriced > 0 || $0.unled > 0 })
    }
    byAcademicYear = period.academicYears.map { year in amount { $0.total(in: year) } }
    byFinancialYear = period.financialYears.map { year in amount { $0.total(in: year) } }
    total = amount(\.total)
  }

  static func withheld(over period: Period) -> StrategyDocument.Costs {
    StrategyDocument.Costs(
      byAcademicYear: period.academicYears.map { _ in .withheld },
      byFinancialYear: period.financialYears.map { _ in .withheld }, total: .withheld)
  }
}

extension StrategyDocument.Activity {
  init(
    _ activity: Activity, principle: String?, funding: String?, costs: StrategyDocument.Costs,
    working: [StrategyDocument.Working]
  ) {
    let details = activity.details
    id = activity.id.text
    (name, description, barrier) = (details.name, details.description, details.barrier)
    self.principle = principle
    layer = details.layer.flatMap(Layer.keyed)?.name
    self.funding = funding
    (owner, impact, measure) = (details.owner, details.impact, details.measure)
    (baseline, target, evidence) = (details.baseline, details.target, details.evidence)
    reviewNote = details.reviewNote
    isWrittenIn = activity.isWrittenIn
    self.costs = costs
    self.working = working
  }
}

extension StrategyDocument.Working {
  /// Line by line; for the public staff time and things, each together: a line could be one person’s
  /// pay.
  static func of(_ budget: ActivityBudget, over period: Period, isPublic: Bool) -> [StrategyDocument.Working] {
    if !isPublic {
      let isOne = Set(budget.lines.compactMap(\.group)).count < 2
      return budget.lines.map { .init($0.words(named: !isOne), [$0], budget, period) }
    }
    let kinds: [(String, (ActivityBudget.Line) -> Bool)] = [
      ("Staff time", { $0.group != nil && $0.isTime }), ("Things and services", { $0.group != nil && !$0.isTime }),
    ]
    let onMap = kinds.compactMap { name, takes -> StrategyDocument.Working? in
      let lines = budget.lines.filter(takes)
      return lines.isEmpty ? nil : .init(name, lines, budget, period)
    }
    return onMap + budget.lines.filter { $0.group == nil }.map { .init($0.what, [$0], budget, period) }
  }

  private init(_ what: String, _ lines: [ActivityBudget.Line], _ budget: ActivityBudget, _ period: Period) {
    let alone = ActivityBudget(lines: lines, parts: budget.parts)
    let costs = StrategyDocument.Costs([alone], over: period)
    self.what = what
    (byAcademicYear, byFinancialYear, total) = (costs.byAcademicYear, costs.byFinancialYear, costs.total)
  }
}

extension ActivityBudget.Line {
  /// Time of staff, not a thing.
  var isTime: Bool { minutes > 0 || isUnpriced }

  /// `Phonics catch-up: Teaching assistant, 38 h`; `named`: with the group's name.
  func words(named: Bool) -> String {
    let time = minutes > 0 ? ", \((minutes + 30) / 60) h" : ""
    return "\(named ? group.map { "\($0): " } ?? "" : "")\(what)\(time)"
  }
}
