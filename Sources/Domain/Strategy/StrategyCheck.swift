/// What is still missing before a strategy can be published, and what its money says.
package struct StrategyCheck: Hashable, Sendable {
  /// Where something is put right.
  package enum Place: Hashable, Sendable {
    case details, funding, principles, activities, approval
    case activity(ID<Activity>)
    case review(AcademicYear)
  }

  package struct Finding: Hashable, Sendable {
    package let sentence: String
    package let place: Place

    package init(_ sentence: String, _ place: Place) {
      self.sentence = sentence
      self.place = place
    }
  }

  /// Nothing is published while there is any of these.
  package private(set) var missing: [Finding] = []
  /// Worth a look; publishing is not refused for them.
  package private(set) var notes: [Finding] = []
  /// Texts that may name a child; to be read once more before publishing.
  package internal(set) var names: [Finding] = []

  package init(
    _ strategy: Strategy, _ budget: StrategyBudget, principles: [Principle], approval: Approval,
    named: [TextPlace: [String]] = [:], texts: [(place: TextPlace, texts: [String])] = [],
    reviews: [StrategyReview] = []
  ) {
    checkDetails(strategy, principles)
    checkFunding(strategy, budget)
    if strategy.activities.isEmpty { missing.append(Finding("There is no activity yet.", .activities)) }
    for activity in strategy.activities { check(activity, budget.of(activity.id), strategy, principles) }
    for twice in budget.countedTwice { check(twice, strategy) }
    for review in reviews { check(review, strategy, budget) }
    check(approval)
    checkNames(texts, named)
  }

  /// What the governors have said.
  package enum Approval: Hashable, Sendable {
    case none
    case given(Day)
    /// The strategy has changed since they approved it.
    case outdated(Day)
  }

  private mutating func checkDetails(_ strategy: Strategy, _ principles: [Principle]) {
    let details = strategy.details
    if details.owner.isEmpty { missing.append(Finding("Nobody is named who answers for the strategy.", .details)) }
    if details.approach.isEmpty {
      missing.append(Finding("The school’s approach to inclusion is not described.", .details))
    }
    // A day is that of one year's review.
    var days = details.reviewDays
    for year in details.period.academicYears {
      if let place = days.firstIndex(where: { year.isReviewed(on: $0) }) {
        days.remove(at: place)
        continue
      }
      missing.append(Finding("No day is set for the review of \(year.words).", .details))
    }
    if principles.isEmpty { missing.append(Finding("No principles are written down.", .principles)) }
  }

  private mutating func checkFunding(_ strategy: Strategy, _ budget: StrategyBudget) {
    let years = strategy.details.period.financialYears
    if !strategy.funding.contains(where: { source in
      source.kind == .grant && years.contains { source.amounts[$0] != nil }
    }) {
      missing.append(Finding("The amount of the grant is not said.", .funding))
    }
    for source in strategy.funding {
      let users = strategy.activities.filter { $0.details.funding == source.id }.map { budget.of($0.id) }
      for year in years {
        let planned = users.map { $0.total(in: year) }.sum
        guard let available = source.amounts[year] else {
          if planned > .zero {
            notes.append(
              Finding(
                "\(planned.words) is planned from \(source.name) in \(year.words); what is there is not said.", .funding
              ))
          }
          continue
        }
        if planned > available {
          notes.append(
            Finding(
              "\(source.name), \(year.words): \((planned - available).words) more is planned than the \(available.words) that is there.",
              .funding))
        } else if planned < available {
          notes.append(
            Finding(
              "\(source.name), \(year.words): \((available - planned).words) of \(available.words) is not planned yet.",
              .funding))
        }
      }
    }
  }

  private mutating func check(
    _ activity: Activity, _ budget: ActivityBudget, _ strategy: Strategy, _ principles: [Principle]
  ) {
    let details = activity.details
    func lacks(_ what: String) { missing.append(Finding("“\(details.name)” \(what).", .activity(activity.id))) }
    func note(_ what: String) { notes.append(Finding("“\(details.name)” \(what).", .activity(activity.id))) }
    if budget.isWithoutCost { lacks("has no cost") }
    if budget.unpriced > 0 { lacks("is not all priced: a rate is missing, so its cost is not known") }
    if budget.unled > 0 { lacks("has a group that meets and that nobody leads, so its cost is not known") }
    if details.measure.isEmpty { lacks("has no measure") }
    if details.owner.isEmpty { lacks("has nobody who answers for it") }
    if details.barrier.isEmpty { lacks("does not say which barrier it lowers") }
    if details.impact.isEmpty { lacks("does not say what it is to change") }
    if details.layer == nil { lacks("has no layer") }
    if strategy.funding.first(where: { $0.id == details.funding }) == nil { lacks("does not say whose money it is") }
    if principles.first(where: { $0.id == details.principle }) == nil { note("follows no principle of the list") }
    if details.baseline.isEmpty || details.target.isEmpty { note("has no baseline or no target for its measure") }
    if budget.isOfFew {
      note("is for fewer than five pupils: the public is not told what it costs")
    }
    checkOtherMoney(activity, budget, strategy)
    let end = budget.lastDay ?? (budget.groupIDs.isEmpty ? nil : strategy.details.period.until)
    checkReckoned(activity, budget)
    if let end { checkLater(activity, end, strategy) }
  }

  /// What was written in from days of the map that cost something else now.
  private mutating func checkReckoned(_ activity: Activity, _ budget: ActivityBudget) {
    let name = activity.details.name
    for cost in activity.costs {
      guard let now = budget.outdated[cost.id], let basis = cost.basis else { continue }
      notes.append(
        Finding(
          "“\(name)”: \(cost.what) was reckoned when \(basis.period.words) cost \(basis.cost.words) of staff time; it costs \(now.words) now. Take it out and write it in anew.",
          .activity(activity.id)))
    }
  }

  /// What runs on the map only for a part of the strategy's days, and what was written in beside what runs.
  private mutating func checkLater(_ activity: Activity, _ end: Day, _ strategy: Strategy) {
    let name = activity.details.name
    if end + 60 < strategy.details.period.until, !activity.costs.contains(where: { $0.period.until > end }) {
      notes.append(
        Finding(
          "“\(name)” has nothing on the map after \(end.words). Plan its groups, or write in what is still to come.",
          .activity(activity.id)))
    }
    if let twice = activity.costs.first(where: { $0.period.days > 1 && $0.period.from <= end }) {
      notes.append(
        Finding(
          "“\(name)”: \(twice.amount.words) is written in for \(twice.period.words), and its groups run in these days too. Is it counted twice?",
          .activity(activity.id)))
    }
  }

  /// What the map has as paid for from elsewhere, pupil by pupil.
  private mutating func checkOtherMoney(_ activity: Activity, _ budget: ActivityBudget, _ strategy: Strategy) {
    if activity.details.leavesOut { return }
    let own = strategy.funding.first { $0.id == activity.details.funding }?.kind.stream
    let others = budget.paidFrom.filter {
      $0.value > .zero && FundingStream.Kind.paidElsewhere.contains($0.key) && $0.key != own
    }
    .sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value.words) from \($0.key.name)" }
    if others.isEmpty { return }
    notes.append(
      Finding(
        "“\(activity.details.name)”: the map has \(others.joined(separator: " and ")) paid for some of its pupils, so that money may be counted twice. Its form can leave their share out.",
        .activity(activity.id)))
  }

  private mutating func check(_ twice: StrategyBudget.Twice, _ strategy: Strategy) {
    let names = strategy.activities.filter { twice.activities.contains($0.id) }.map { "“\($0.details.name)”" }
    missing.append(
      Finding(
        "\(twice.group) is counted twice: \(names.joined(separator: " and ")) are both drawn from it.",
        .activity(twice.activities[1])))
  }

  /// What was ended at a review and is planned for later years all the same.
  private mutating func check(_ review: StrategyReview, _ strategy: Strategy, _ budget: StrategyBudget) {
    for one in review.activities where one.decision == .ended {
      let later = strategy.details.period.academicYears.filter { $0 > review.year }
      let planned = later.map { budget.of(one.activity).total(in: $0) }.sum
      guard planned > .zero, let activity = strategy.activities.first(where: { $0.id == one.activity }) else {
        continue
      }
      notes.append(
        Finding(
          "“\(activity.details.name)” was ended at the review of \(review.year.words), and \(planned.words) is still planned after it.",
          .activity(activity.id)))
    }
  }

  private mutating func check(_ approval: Approval) {
    switch approval {
    case .given: break
    case .none: missing.append(Finding("The governors have not approved it yet.", .approval))
    case .outdated(let day):
      missing.append(
        Finding(
          "It has changed since the governors approved it on \(day.words). They approve what is published.", .approval))
    }
  }
}

extension StrategyFunding.Kind {
  /// The kind of a pupil's place on the map that is the same money.
  var stream: FundingStream.Kind? {
    switch self {
    case .premium: .pupilPremium
    case .topUp: .topUp
    case .grant, .core, .notional, .other: nil
    }
  }
}

extension AcademicYear {
  /// Reviewed in it, or before the end of the calendar year after it.
  func isReviewed(on day: Day) -> Bool { period.from <= day && day <= period.until + 122 }
}

extension FundingStream.Kind {
  /// Money that comes for single pupils, so that the same cost is not planned from another source as well.
  static let paidElsewhere: Set<FundingStream.Kind> = [.topUp, .pupilPremium]
}
