extension StrategyDocument.Cohort {
  /// From numbers as they are: those of 1 to 4 are withheld, and others where these could be worked out from the sums.
  package init(onRoll: Int, senSupport: Int, plans: Int, needs: [(name: String, pupils: Int)]) {
    func count(_ number: Int, _ isWithheld: Bool) -> StrategyDocument.Count {
      StrategyDocument.Count(number: isWithheld ? nil : number, isFew: isWithheld && (1...4).contains(number))
    }
    let statuses = SmallCounts.withheld([senSupport, plans])
    let hidden = SmallCounts.withheld(needs.map(\.pupils))
    self.onRoll = count(onRoll, (1...4).contains(onRoll))
    self.senSupport = count(senSupport, statuses.contains(0))
    self.plans = count(plans, statuses.contains(1))
    self.needs = needs.enumerated().map { Need(name: $1.name, pupils: count($1.pupils, hidden.contains($0))) }
  }
}
