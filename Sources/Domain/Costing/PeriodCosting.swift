/// The cost of a period and of the part of it that has passed.
package struct PeriodCosting: Sendable {
  package let period: Period
  package let asAt: Day
  /// The whole period.
  package let projected: [GroupCosting]
  /// The same computation for the period that ends on the as-at day: no groups where it begins later.
  package let toDate: [GroupCosting]

  /// What is still to come: the difference, part by part.
  package func toCome(_ sum: ([GroupCosting]) -> CostAmount) -> CostAmount { sum(projected) - sum(toDate) }
}

extension Costing {
  package func cost(_ groups: [GroupFacts], in period: Period, asAt: Day) -> PeriodCosting {
    let projected = cost(groups, in: period)
    guard asAt < period.until else {
      return PeriodCosting(period: period, asAt: asAt, projected: projected, toDate: projected)
    }
    let toDate = Period(period.from, asAt).map { cost(groups, in: $0) } ?? []
    return PeriodCosting(period: period, asAt: asAt, projected: projected, toDate: toDate)
  }
}
