/// A way of putting a price on provision: named, owned, dated. A school keeps several, its true cost and the rules of the
/// authorities that pay for its pupils, and may show them side by side. Rounding is the same in all of them: whole pence,
/// half up, so that every figure adds up (`Costing`).
package struct CostingPolicy: Hashable, Sendable {
  package let name: String
  /// Whose rule it is: `this school`, or an authority.
  package let owner: String
  package let span: Span
  package let prices: Prices
  package let sharing: Sharing
  /// Whether what was bought for a group counts, or only the adults' time.
  package let countsItems: Bool

  package enum Prices: Hashable, Sendable {
    /// Each role at its own rate on the day (`RateBook`).
    case byRole
    /// Everybody at one rate, as an authority's price of a weekly hour.
    case flat(Rate)
  }

  package enum Sharing: Hashable, Sendable {
    /// By the weight of each pupil's place in the group.
    case byWeight
    /// Evenly, whatever the weights.
    case evenly
  }

  package init(
    name: String, owner: String, span: Span, prices: Prices, sharing: Sharing = .byWeight, countsItems: Bool = true
  ) {
    self.name = name
    self.owner = owner
    self.span = span
    self.prices = prices
    self.sharing = sharing
    self.countsItems = countsItems
  }

  /// What the school itself spends: every session that its calendar holds, each role at its rate, shared by weight, with
  /// everything that was bought.
  package static let trueCost = CostingPolicy(
    name: "True cost", owner: "this school", span: Span(Day(2000, 1, 1)!)!, prices: .byRole)
}
