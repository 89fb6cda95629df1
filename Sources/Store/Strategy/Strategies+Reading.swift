package import Domain
import SQL

/// A strategy with all that is known of it: what it costs, what is missing, what was said of it.
package struct ReadStrategy: Sendable {
  package let school: School
  package let strategy: Strategy
  package let budget: StrategyBudget
  package let principles: [Principle]
  package let cohort: StrategyDocument.Cohort
  package let remarks: [StrategyRemark]
  package let reviews: [StrategyReview]
  package let check: StrategyCheck
  /// What of it anybody can read already, the newest first.
  package let published: [StrategyEdition]
  /// What was published of other strategies over some of its days.
  package let overlapping: [StrategyEdition]

  package init(
    school: School, strategy: Strategy, budget: StrategyBudget, principles: [Principle],
    cohort: StrategyDocument.Cohort, remarks: [StrategyRemark], reviews: [StrategyReview], check: StrategyCheck,
    published: [StrategyEdition] = [], overlapping: [StrategyEdition] = []
  ) {
    self.school = school
    self.strategy = strategy
    self.budget = budget
    self.principles = principles
    self.cohort = cohort
    self.remarks = remarks
    self.reviews = reviews
    self.check = check
    self.published = published
    self.overlapping = overlapping
  }

  /// As it is read today. `isPublic`: without what could point at a child.
  package func document(isPublic: Bool, isDraft: Bool = false, on today: Day) -> StrategyDocument {
    let approval = remarks.last { $0.isApproval && $0.version == strategy.version }.map {
      (day: $0.day, by: $0.onBehalfOf)
    }
    return StrategyDocument(
      StrategyDocument.Parts(
        school: school, strategy: strategy, budget: budget, principles: principles, cohort: cohort,
        approval: approval, reviews: reviews, published: (published + overlapping).map(\.document)), on: today,
      isPublic: isPublic,
      isDraft: isDraft)
  }
}

extension Strategies {
  package func read(_ id: ID<Strategy>, of school: School, today: Day) throws -> ReadStrategy {
    try read(try find(id), of: school, today: today)
  }

  package func read(_ strategy: Strategy, of school: School, today: Day) throws -> ReadStrategy {
    let principles = try Principles(viewer, connection).inForce(in: strategy.details.period)
    let budget = StrategyBudget(strategy, try facts(of: strategy, at: school))
    let (reviews, remarks) = (try reviews(of: strategy.id), try remarks(on: strategy.id))
    let texts = StrategyCheck.texts(
      of: strategy, principles, reviews, approvals: remarks.filter(\.isApproval).map(\.onBehalfOf))
    let editions = try StrategyEditions(of: organisation, connection).all()
    return ReadStrategy(
      school: school, strategy: strategy, budget: budget, principles: principles,
      cohort: try .read(in: organisation, on: today, connection), remarks: remarks,
      reviews: reviews,
      check: StrategyCheck(
        strategy, budget, principles: principles, approval: remarks.approval(of: strategy),
        named: try named(in: texts), texts: texts, reviews: reviews),
      published: editions.filter { $0.strategy == strategy.id },
      overlapping: editions.filter {
        $0.strategy != strategy.id && $0.document.period.overlaps(strategy.details.period)
      })
  }

  /// What of the map an activity could be drawn from, over the strategy's days: every line, with its cost. Confidential
  /// provision that is hidden from the viewer is left out.
  package func choices(for strategy: Strategy, at school: School, _ question: MapQuestion) throws -> SchoolMap {
    try viewer.mustAll(.do, .strategy)
    var asked = question
    asked.days = .period(strategy.details.period, asAt: strategy.details.period.until)
    return try SchoolMaps(viewer, connection).map(asked, of: school)
  }

  /// What each activity has cost in a school year up to a day, as the map has it; what was written in counts by its days.
  package func spent(
    _ strategy: Strategy, at school: School, in year: AcademicYear, upTo day: Day
  ) throws -> [ID<Activity>: Pence] {
    guard let days = year.period.intersection(strategy.details.period),
      let passed = Period(days.from, min(days.until, day))
    else { return [:] }
    let budget = StrategyBudget(strategy, try facts(of: strategy, at: school), over: passed)
    return budget.activities.mapValues(\.total)
  }

  /// The map's facts over the strategy's days, as somebody reads them who may know everything: a budget is the same for all.
  func facts(of strategy: Strategy, at school: School) throws -> MapFacts {
    var (types, groups): (Set<ID<ProvisionType>>, Set<ID<Group>>) = ([], [])
    for source in strategy.activities.flatMap(\.sources) {
      switch source {
      case .type(let id): types.insert(id)
      case .group(let id): groups.insert(id)
      }
    }
    let reader = Groups(Viewer(operatorIn: organisation), connection)
    let calendar = try SchoolCalendars.load(organisation, connection)
    return try MapFactsReader(reader, in: strategy.details.period, only: .chosen(types, groups))
      .facts(of: school, calendar)
  }

  /// Whole names of pupils, on the roll or gone, that stand in texts which others read, by where: forename and surname, one
  /// after the other.
  private func named(
    in texts: [(place: StrategyCheck.TextPlace, texts: [String])]
  ) throws -> [StrategyCheck.TextPlace: [String]] {
    let folded = texts.map { place, texts in (place, texts.map { " \(Folding.fold($0)) " }) }
    let words = Set(folded.flatMap(\.1).flatMap { $0.split(separator: " ").map(String.init) })
    var names: [(whole: String, folded: String)] = []
    try connection.each(
      "SELECT surname, forename, preferred_forename FROM pupils WHERE organisation_id = \(organisation)"
    ) { row in
      let surname = Folding.fold(row.text(0))
      guard words.contains(surname.split(separator: " ").last.map(String.init) ?? surname) else { return }
      for forename in [row.text(1), row.textOrNil(2)].compactMap(\.self) {
        names.append(("\(forename) \(row.text(0))", " \(Folding.fold(forename)) \(surname) "))
      }
    }
    func found(_ texts: [String]) -> [String] {
      names.filter { name in texts.contains { $0.contains(name.folded) } }.map(\.whole).unique.sorted()
    }
    return Dictionary(folded.map { ($0, found($1)) }) { first, _ in first }.filter { !$0.value.isEmpty }
  }
}
