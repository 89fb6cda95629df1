/// Which of several numbers that are published with their sum are withheld, so that none of 1 to 4 is told or can be worked
/// out: those themselves, and where they are too few to hide one another, the next smallest.
package enum SmallCounts {
  /// Positions of what is withheld. What is withheld together has at least two members and at least five pupils, where
  /// there are that many.
  package static func withheld(_ counts: [Int]) -> Set<Int> {
    var withheld = Set(counts.indices.filter { (1...4).contains(counts[$0]) })
    if withheld.isEmpty { return [] }
    let others = counts.indices.filter { counts[$0] > 4 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    for other in others where withheld.count < 2 || withheld.map({ counts[$0] }).reduce(0, +) < 5 {
      withheld.insert(other)
    }
    return withheld
  }

  /// Positions of the activities whose costs are withheld from the public: those for 1 to 4 pupils, and in every part of the
  /// days in which only one of the withheld costs anything, one more that costs something then. Nil where no other is
  /// there to hide one: then no sum may be told either.
  ///
  /// What was published before stays published, and would be subtracted: so `before`, what was withheld in it, stays
  /// withheld, and `shown`, what stood in it with a cost, can hide nothing.
  static func withheldCosts(
    _ budgets: [ActivityBudget], before: Set<Int> = [], shown: Set<Int> = []
  ) -> Set<Int>? {
    let small = budgets.indices.filter { budgets[$0].isOfFew && !budgets[$0].isWithoutCost }
    var withheld = before.union(small)
    if withheld.isEmpty { return [] }
    if small.contains(where: shown.contains) { return nil }
    for part in budgets[0].parts.indices {
      func costs(_ index: Int) -> Int { budgets[index].pence[part].count }
      let spending = withheld.filter { costs($0) > 0 }
      guard spending.count == 1, let alone = spending.first else { continue }
      // One of like size hides best: the next larger one, or else the largest of those that are smaller.
      let next = budgets.indices.filter { !withheld.contains($0) && !shown.contains($0) && costs($0) > 0 }.min {
        func rank(_ index: Int) -> (Int, Int, Int) {
          costs(index) >= costs(alone) ? (0, costs(index), index) : (1, -costs(index), index)
        }
        return rank($0) < rank($1)
      }
      guard let next else { return nil }
      withheld.insert(next)
    }
    return withheld
  }
}
