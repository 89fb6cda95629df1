/// The cost of a period and of the part of it that has passed.
package struct PeriodCosting: Sendable {
  package let period: Period
  package let asAt: Day
  /// The whole period.
  package let projected: [GroupCosting]
  /// The same computation for the period that ends on the as-at day: nothing where it begins later. A line that is not
  /// priced through the whole period is not priced to date either, so that to date and to come add up to projected.
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
    let passed = Period(period.from, asAt).map { cost(groups, in: $0) } ?? []
    let toDate = zip(passed, projected).map { $0.withheld(asIn: $1) }
    return PeriodCosting(period: period, asAt: asAt, projected: projected, toDate: toDate)
  }
}

extension GroupCosting {
  /// Without the pence of the lines that `whole` could not price.
  fileprivate func withheld(asIn whole: GroupCosting) -> GroupCosting {
    let unpriced = whole.lines.filter { !$0.isPriced }
    if unpriced.isEmpty { return self }
    return GroupCosting(
      group: group, sessions: sessions,
      lines: lines.map { line in
        unpriced.first { $0.source == line.source }.map { line.withheld(from: $0.unpricedFrom) } ?? line
      })
  }
}

extension CostLine {
  fileprivate func withheld(from day: Day?) -> CostLine {
    CostLine(
      group: group, source: source,
      legs: legs.map {
        Leg(
          period: $0.period, sessions: $0.sessions, minutes: $0.minutes, share: $0.share, price: $0.price, pence: nil)
      },
      stretches: stretches.map { stretch in
        Stretch(
          period: stretch.period, pence: nil, minutes: stretch.minutes,
          shares: stretch.shares.map {
            Share(pupil: $0.pupil, year: $0.year, stream: $0.stream, pence: nil, minutes: $0.minutes)
          })
      }, unpricedFrom: day)
  }
}
