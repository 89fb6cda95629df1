extension StrategyBudget {
  /// `facts` are those of the map over the strategy's days, as somebody reads them who may know everything: the figures are
  /// the same for all.
  /// `over`: other days than all of the strategy's, as those that have passed.
  package init(_ strategy: Strategy, _ facts: MapFacts, over days: Period? = nil) {
    let costing = StrategyCosting(days ?? strategy.details.period, facts, strategy.funding)
    parts = costing.parts
    activities = Dictionary(
      strategy.activities.map { ($0.id, costing.budget(of: $0)) }, uniquingKeysWith: { first, _ in first })
    usesReferenceRates = costing.usesReferenceRates(in: strategy.activities)
    yearsWithoutTerms = strategy.details.period.academicYears.filter { year in
      !facts.calendar.terms.contains { $0.period.overlaps(year.period) }
    }
    countedTwice = costing.groups.compactMap { group in
      let users = strategy.activities.filter { activity in activity.sources.contains { $0.means(group.group) } }
      return users.count > 1 ? Twice(group: group.shownName, activities: users.map(\.id)) : nil
    }
  }
}

extension Activity.Source {
  func means(_ group: Group) -> Bool {
    switch self {
    case .type(let type): group.type == type
    case .group(let id): group.id == id
    }
  }
}

extension Activity {
  /// As the map alone has it.
  package var withoutCosts: Activity {
    Activity(id: id, details: details, sources: sources, costs: [], version: version)
  }
}

extension MapGroup {
  fileprivate var shownName: String { group.isConfidential ? Group.confidentialName : group.name }
}

/// Costs groups over a strategy's days, each once.
private struct StrategyCosting {
  let parts: [BudgetPart]
  /// Those that run on any of the days.
  let groups: [MapGroup]
  private let period: Period
  private let facts: MapFacts
  private let funding: [StrategyFunding]
  private let costing: Costing

  init(_ period: Period, _ facts: MapFacts, _ funding: [StrategyFunding]) {
    self.period = period
    self.funding = funding
    self.facts = facts
    parts = period.budgetParts
    groups = facts.groups.filter { $0.facts.span.within(period) != nil }
    costing = Costing(calendar: facts.calendar, rates: facts.rates)
  }

  func groups(of activity: Activity) -> [MapGroup] {
    groups.filter { group in activity.sources.contains { $0.means(group.group) } }
  }

  func budget(of activity: Activity) -> ActivityBudget {
    let own = groups(of: activity)
    var tally = Tally(parts: parts, facts: facts, leavingOut: leftOut(by: activity))
    for group in own {
      tally.begin(group)
      for year in period.academicYears { add(group, in: year, to: &tally) }
    }
    let pupils = Set(own.flatMap { $0.facts.members.lazy.filter { $0.span.within(period) != nil }.map(\.pupil) })
    let ends = own.map(\.facts.span.until)
    let written = activity.costs.map { cost in
      ActivityBudget.Line(group: nil, what: cost.what, pence: parts.map { cost.pence(in: $0.period) })
    }
    return ActivityBudget(
      lines: tally.lines + written, parts: parts, unled: tally.unled.count,
      pupils: pupils.count, isOfFew: isOfFew(own, tally, leftOut(by: activity)), paidFrom: tally.paidFrom,
      lastDay: ends.contains(nil) ? nil : ends.compactMap(\.self).max(),
      groupIDs: own.map(\.group.id),
      groupNames: own.map(\.shownName), outdated: outdated(activity))
  }

  private func isOfFew(_ own: [MapGroup], _ tally: Tally, _ leftOut: Set<ID<FundingStream>>) -> Bool {
    func isFew(_ members: [GroupFacts.Member]) -> Bool { (1...4).contains(Set(members.map(\.pupil)).count) }
    return parts.enumerated().contains { place, part in
      guard tally.lines.contains(where: { $0.pence[place] > .zero || $0.isUnpriced }) else { return false }
      let here = own.flatMap(\.facts.members).filter { $0.span.within(part.period) != nil }
      let gone = here.filter { $0.stream.map(leftOut.contains) ?? false }
      let kept = here.filter { !($0.stream.map(leftOut.contains) ?? false) }
      return isFew(here) || isFew(gone) || isFew(kept)
    }
  }

  /// Money whose share of a cost is left out.
  private func leftOut(by activity: Activity) -> Set<ID<FundingStream>> {
    guard activity.details.leavesOut else { return [] }
    let own = funding.first { $0.id == activity.details.funding }?.kind.stream
    return Set(facts.streams.filter { FundingStream.Kind.paidElsewhere.contains($0.kind) && $0.kind != own }.map(\.id))
  }

  /// What was reckoned from days whose cost on the map is another now.
  private func outdated(_ activity: Activity) -> [ID<Activity.WrittenCost>: Pence] {
    var (costs, outdated): ([Period: Pence], [ID<Activity.WrittenCost>: Pence]) = ([:], [:])
    for cost in activity.costs {
      guard let basis = cost.basis else { continue }
      let now =
        costs[basis.period] ?? StrategyCosting(basis.period, facts, funding).budget(of: activity.withoutCosts).time
      costs[basis.period] = now
      if now != basis.cost { outdated[cost.id] = now }
    }
    return outdated
  }

  func usesReferenceRates(in activities: [Activity]) -> Bool {
    let roles = Set(activities.flatMap(groups(of:)).flatMap(\.facts.leads).map(\.role))
    return roles.contains { role in
      facts.rates.steps(of: role, in: period).contains { $0.price?.isReference == true }
    }
  }

  /// The school year as the map costs it, divided where the financial years meet.
  private func add(_ group: MapGroup, in year: AcademicYear, to tally: inout Tally) {
    let own = parts.indices.filter { parts[$0].academicYear == year }
    guard let first = own.first, let last = own.last,
      let days = Period(parts[first].period.from, parts[last].period.until), group.facts.span.within(days) != nil
    else { return }
    let costed = costing.cost([group.facts], in: days, asAt: parts[first].period.until)
    guard let whole = costed.projected.first else { return }
    tally.add(whole, toDate: costed.toDate.first, before: first, after: first == last ? nil : last)
  }
}

/// Adds up the lines of one activity: a role's time in the groups of one name is one line, whoever gives it.
private struct Tally {
  private struct Key: Hashable {
    let group: String
    let what: String
  }

  private let parts: [BudgetPart]
  private let facts: MapFacts
  private let leftOut: Set<ID<FundingStream>>
  private var order: [Key] = []
  private var pence: [Key: [Pence]] = [:]
  private var minutes: [Key: Int] = [:]
  private var names: [ID<Group>: String] = [:]
  private var unpriced: Set<Key> = []
  private(set) var unled: Set<ID<Group>> = []
  private(set) var paidFrom: [FundingStream.Kind: Pence] = [:]

  init(parts: [BudgetPart], facts: MapFacts, leavingOut leftOut: Set<ID<FundingStream>>) {
    self.parts = parts
    self.leftOut = leftOut
    self.facts = facts
  }

  mutating func begin(_ group: MapGroup) { names[group.group.id] = group.shownName }

  /// `after` is the part that begins on 1 April; nil where the school year lies in one financial year.
  mutating func add(_ whole: GroupCosting, toDate: GroupCosting?, before: Int, after: Int?) {
    if whole.unled != nil { unled.insert(whole.group) }
    for line in whole.lines {
      let key = Key(group: names[whole.group] ?? "", what: what(line.source, in: whole.group))
      if pence[key] == nil {
        pence[key] = parts.map { _ in .zero }
        order.append(key)
      }
      let total = counted(line)
      let passed = toDate?.lines.filter { $0.source == line.source }.map(counted).sum ?? .zero
      pence[key]![before] += after == nil ? total : passed
      if let after { pence[key]![after] += total - passed }
      minutes[key, default: 0] += line.minutes
      if !line.isPriced { unpriced.insert(key) }
      for share in line.stretches.flatMap(\.shares) {
        guard let stream = share.stream, let spent = share.pence,
          let kind = facts.streams.first(where: { $0.id == stream })?.kind
        else { continue }
        paidFrom[kind, default: .zero] += spent
      }
    }
  }

  var lines: [ActivityBudget.Line] {
    order.map { key in
      ActivityBudget.Line(
        group: key.group, what: key.what, pence: pence[key]!, minutes: minutes[key] ?? 0,
        isUnpriced: unpriced.contains(key))
    }
  }

  /// A line’s pence without the shares of money that is left out.
  private func counted(_ line: CostLine) -> Pence {
    if leftOut.isEmpty { return line.pence ?? .zero }
    return line.stretches.flatMap(\.shares).filter { !($0.stream.map(leftOut.contains) ?? false) }
      .compactMap(\.pence).sum
  }

  private func what(_ source: CostLine.Source, in group: ID<Group>) -> String {
    switch source {
    case .adult(_, let role): facts.roles[role]?.name ?? "Staff"
    case .item where names[group] == Group.confidentialName: "Things and services"
    case .item(let item): facts.items[item] ?? "Things and services"
    }
  }
}
