/// Which of several numbers that are published with their sum are withheld, so that none of 1 to 4 is told or can be worked
/// out: those themselves, and where they are too few to hide one another, the next smallest.
package enum SmallCounts {
  /// Positions of what is withheld. Readers know the sum of what is, and of each whether it is small: so it is at least two
  /// numbers and five pupils, where there are that many, and more than one way to make the sum.
  package static func withheld(_ counts: [Int]) -> Set<Int> {
    let small = counts.indices.filter { (1...4).contains(counts[$0]) }
    var withheld = Set(small)
    if withheld.isEmpty { return [] }
    func isSafe() -> Bool {
      let sum = withheld.map { counts[$0] }.reduce(0, +)
      let covers = withheld.count - small.count
      let isOpen = covers == 0 ? (small.count + 1..<4 * small.count).contains(sum) : sum > small.count + 5 * covers
      return withheld.count > 1 && sum > 4 && isOpen
    }
    let others = counts.indices.filter { counts[$0] > 4 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    for other in others where !isSafe() { withheld.insert(other) }
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
    // What hides in one part may stand alone in another: until nothing is added.
    var count = 0
    while count != withheld.count {
      count = withheld.count
      for part in budgets[0].parts.indices {
        guard let cover = cover(in: part, budgets, withheld, shown) else { continue }
        guard let place = cover.place else { return nil }
        withheld.insert(place)
      }
    }
    return withheld
  }

  /// What is withheld besides in a part in which one withheld activity alone costs anything; its place is nil where there is
  /// none. Nil where nothing is wanted.
  private static func cover(
    in part: Int, _ budgets: [ActivityBudget], _ withheld: Set<Int>, _ shown: Set<Int>
  ) -> (place: Int?, part: Int)? {
    func costs(_ index: Int) -> Int { budgets[index].pence[part].count }
    let spending = withheld.filter { costs($0) > 0 }
    guard spending.count == 1, let alone = spending.first else { return nil }
    // One of like size hides best: the next larger one, or else the largest of those that are smaller.
    func rank(_ index: Int) -> (Int, Int, Int) {
      costs(index) >= costs(alone) ? (0, costs(index), index) : (1, -costs(index), index)
    }
    let others = budgets.indices.filter { !withheld.contains($0) && !shown.contains($0) && costs($0) > 0 }
    return (others.min { rank($0) < rank($1) }, part)
  }
}
