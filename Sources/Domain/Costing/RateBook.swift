/// What a role costs on any day. Maps are priced by role, the same for every viewer, so that totals agree and no division
/// gives a salary away: the average of the own pay of three or more holders where there is one, else the role's rate.
package struct RateBook: Sendable {
  /// The price of a role from a day on; nil from a day from which nobody has said one.
  struct Step: Sendable {
    let day: Day
    let price: Price?
  }

  private let steps: [ID<PayRole>: [Step]]

  /// What is known of one role's price, or of one holder's pay.
  package struct RoleRate: Hashable, Sendable {
    package let role: ID<PayRole>
    package let span: Span
    package let rate: Rate
    /// True until the school confirms it.
    package let isReference: Bool
    /// Where the figure comes from, as `NJC pay from 1 April 2025, SCP 3`.
    package let source: String

    package init(role: ID<PayRole>, span: Span, rate: Rate, isReference: Bool = false, source: String = "") {
      self.role = role
      self.span = span
      self.rate = rate
      self.isReference = isReference
      self.source = source
    }
  }

  /// What an hour of one person's time costs: seen by finance alone.
  package struct OwnPay: Hashable, Sendable {
    package let staff: ID<StaffMember>
    package let role: ID<PayRole>
    package let span: Span
    package let rate: Rate

    package init(staff: ID<StaffMember>, role: ID<PayRole>, span: Span, rate: Rate) {
      self.staff = staff
      self.role = role
      self.span = span
      self.rate = rate
    }
  }

  package init(rates: [RoleRate], pay: [OwnPay] = []) {
    let ratesOfRole = Dictionary(grouping: rates, by: \.role)
    let payOfRole = Dictionary(grouping: pay, by: \.role)
    var steps: [ID<PayRole>: [Step]] = [:]
    for role in Set(ratesOfRole.keys).union(payOfRole.keys) {
      steps[role] = RateBook.steps(ratesOfRole[role] ?? [], payOfRole[role] ?? [])
    }
    self.steps = steps
  }

  package func price(of role: ID<PayRole>, on day: Day) -> Price? {
    steps[role]?.last { $0.day <= day }?.price
  }

  /// The prices of a role through `period`: the first from its first day.
  func steps(of role: ID<PayRole>, in period: Period) -> [Step] {
    let later = (steps[role] ?? []).filter { $0.day > period.from && $0.day <= period.until }
    return [Step(day: period.from, price: price(of: role, on: period.from))] + later
  }

  private static func steps(_ rates: [RoleRate], _ pay: [OwnPay]) -> [Step] {
    let spans = rates.map(\.span) + pay.map(\.span)
    let days = Set(spans.flatMap { [$0.from, $0.until?.next].compactMap(\.self) })
    return days.sorted().map { day in
      Step(
        day: day,
        price: average(pay.filter { $0.span.contains(day) })
          ?? rates.last { $0.span.contains(day) }.map(Price.init))
    }
  }

  /// Of three people or more, so that nobody's pay can be worked out from it. In their own basis where they have the same;
  /// else each one's hour counts to a hundredth of a penny, and so does the average.
  private static func average(_ pay: [OwnPay]) -> Price? {
    let holders = Set(pay.map(\.staff)).count
    guard holders >= 3, let basis = pay.first?.rate.basis else { return nil }
    // Three times £655 for a weekly hour of 38 weeks is that on average, and no hour's rounded hundredths.
    let isOneBasis = pay.allSatisfy { $0.rate.basis == basis }
    let sum = pay.reduce(0) { $0 + (isOneBasis ? $1.rate.hundredthsOfAPenny : $1.rate.perHour.roundedHalfUp) }
    let mean = Fraction(Int128(sum), Int128(pay.count)).roundedHalfUp
    guard let rate = try? Rate(mean, isOneBasis ? basis : .hour) else { return nil }
    return Price(rate: rate, origin: .averagePay(holders: holders))
  }
}

/// A rate and why it is this one.
package struct Price: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case roleRate(isReference: Bool, source: String, from: Day)
    case averagePay(holders: Int)
    /// The policy has one rate for everybody.
    case policy(String)
  }

  package let rate: Rate
  package let origin: Origin

  init(rate: Rate, origin: Origin) {
    self.rate = rate
    self.origin = origin
  }

  init(_ rate: RateBook.RoleRate) {
    self.rate = rate.rate
    origin = .roleRate(isReference: rate.isReference, source: rate.source, from: rate.span.from)
  }

  /// True of a rate that the school has not confirmed.
  package var isReference: Bool {
    if case .roleRate(isReference: true, _, _) = origin { true } else { false }
  }

  /// `role rate from 1 April 2025: NJC pay, SCP 3 (a reference rate, not yet confirmed)`.
  package var originWords: String {
    switch origin {
    case .roleRate(let isReference, let source, let from):
      "role rate from \(from.words)" + (source.isEmpty ? "" : ": \(source)")
        + (isReference ? " (a reference rate, not yet confirmed)" : "")
    case .averagePay(let holders): "average of the \(holders) people in this role"
    case .policy(let name): name
    }
  }
}
