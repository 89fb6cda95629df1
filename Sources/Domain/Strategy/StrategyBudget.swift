/// What a strategy's activities cost in its days: the map's own costing of the same groups, and what was written in.
///
/// Each school year is costed as a whole and divided at 31 March as the map divides to date from to come, so the parts of a
/// school year add up to it to the penny, and those of a financial year are the same parts. (A map that is asked for a
/// financial year costs that anew, and may differ by a penny a line.)
package struct StrategyBudget: Hashable, Sendable {
  package let parts: [BudgetPart]
  package let activities: [ID<Activity>: ActivityBudget]
  /// True where a rate was used that the school has not confirmed.
  package let usesReferenceRates: Bool
  /// School years for which there are no terms: nothing of the map can be counted in them.
  package let yearsWithoutTerms: [AcademicYear]
  /// Groups that several activities are drawn from, so that their cost is counted in each.
  package let countedTwice: [Twice]

  package struct Twice: Hashable, Sendable {
    package let group: String
    /// In the order of the strategy.
    package let activities: [ID<Activity>]
  }

  package func of(_ activity: ID<Activity>) -> ActivityBudget {
    activities[activity] ?? ActivityBudget(lines: [], parts: parts)
  }
}

/// What one activity costs.
package struct ActivityBudget: Hashable, Sendable {
  /// One group's time of one role, or one of its things, or what was written in.
  package struct Line: Hashable, Sendable {
    /// The group on the map; nil where it was written in. Confidential provision is never named.
    package let group: String?
    /// `Teaching assistant`, `Book set`, `Makaton training for eight`.
    package let what: String
    /// One for each part of the strategy's days.
    package let pence: [Pence]
    package let minutes: Int
    /// Whether some of it has no rate.
    package let isUnpriced: Bool

    package init(group: String?, what: String, pence: [Pence], minutes: Int = 0, isUnpriced: Bool = false) {
      self.group = group
      self.what = what
      self.pence = pence
      self.minutes = minutes
      self.isUnpriced = isUnpriced
    }

    package var total: Pence { pence.sum }
  }

  package let lines: [Line]
  package let parts: [BudgetPart]
  /// Groups that meet and that nobody leads.
  package let unled: Int
  /// Distinct pupils with a place in any of the groups on any of the days.
  package let pupils: Int
  /// Whether in any part of the days in which its groups cost anything 1 to 4 pupils have a place, or 1 to 4 of them are
  /// counted, or left out.
  package let isOfFew: Bool
  /// Of the map's cost, what the map says is paid for from elsewhere: by the kind of funding of the pupils' places.
  package let paidFrom: [FundingStream.Kind: Pence]
  /// The last day on which any of its groups runs; nil where there are none, or one has no end.
  package let lastDay: Day?
  /// Groups on the map that it was drawn from, and what they are called; those that do not run in the strategy’s days are not
  /// among them.
  package let groupIDs: [ID<Group>]
  package let groupNames: [String]
  /// Written costs that were reckoned from days of the map which cost something else now, with what these cost now.
  package let outdated: [ID<Activity.WrittenCost>: Pence]

  package init(
    lines: [Line], parts: [BudgetPart], unled: Int = 0, pupils: Int = 0,
    isOfFew: Bool = false, paidFrom: [FundingStream.Kind: Pence] = [:], lastDay: Day? = nil, groupIDs: [ID<Group>] = [],
    groupNames: [String] = [],
    outdated: [ID<Activity.WrittenCost>: Pence] = [:]
  ) {
    self.lines = lines
    self.parts = parts
    self.unled = unled
    self.pupils = pupils
    self.isOfFew = isOfFew
    self.paidFrom = paidFrom
    self.lastDay = lastDay
    self.groupIDs = groupIDs
    self.groupNames = groupNames
    self.outdated = outdated
  }

  /// What of it stands on the map.
  package var onMap: Pence { lines.filter { $0.group != nil }.map(\.total).sum }
  /// What of that is time, which goes on from term to term; things are bought once.
  package var time: Pence { lines.filter { $0.group != nil && $0.isTime }.map(\.total).sum }
  package var unpriced: Int { lines.count(where: \.isUnpriced) }
  package var total: Pence { lines.map(\.total).sum }
  /// By part.
  package var pence: [Pence] { parts.indices.map { part in lines.map { $0.pence[part] }.sum } }
  package func total(in year: AcademicYear) -> Pence { sum { $0.academicYear == year } }
  package func total(in year: FinancialYear) -> Pence { sum { $0.financialYear == year } }
  /// Nothing is known of its cost, or there is none.
  package var isWithoutCost: Bool { total == .zero && unpriced == 0 && unled == 0 }
  /// Whether its groups on the map end a good while before the strategy does.
  package func endsEarly(in period: Period) -> Bool { time > .zero && lastDay.map { $0 + 60 < period.until } ?? false }

  private func sum(_ takes: (BudgetPart) -> Bool) -> Pence { zip(parts, pence).filter { takes($0.0) }.map(\.1).sum }
}
