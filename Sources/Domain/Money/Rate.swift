/// What an hour of somebody's time costs, as it is known and agreed: an amount in whole hundredths of a penny and what it
/// is the price of. The amount is never turned into an hourly one: £655 for a weekly hour of 38 weeks costs exactly £655
/// over 38 weeks.
package struct Rate: Hashable, Sendable {
  /// £0.0001 each; £17.20 is 172,000.
  package let hundredthsOfAPenny: Int
  package let basis: RateBasis

  /// A million pounds.
  static let most = 10_000_000_000

  /// Refuses amounts below 0 and above a million pounds, and a basis of no weeks or hours or of more than a year's.
  package init(_ hundredthsOfAPenny: Int, _ basis: RateBasis) throws(Refusal) {
    guard (0...Rate.most).contains(hundredthsOfAPenny) else {
      throw .invalid("A rate is between nothing and a million pounds.", field: "rate")
    }
    switch basis {
    case .weeklyHour(let weeks) where !(1...53).contains(weeks):
      throw .invalid("A year has between 1 and 53 weeks of work.", field: "weeks")
    case .annualHour(let hours) where !(1...8784).contains(hours):
      throw .invalid("A year has between 1 and 8,784 hours of work.", field: "hours")
    default: break
    }
    self.hundredthsOfAPenny = hundredthsOfAPenny
    self.basis = basis
  }

  /// Exactly, in hundredths of a penny an hour.
  package var perHour: Fraction {
    let (numerator, denominator) = perHourParts
    return Fraction(Int128(numerator), Int128(denominator))
  }

  /// The same, not in lowest terms: what costing multiplies with.
  var perHourParts: (numerator: Int, denominator: Int) {
    switch basis {
    case .hour: (hundredthsOfAPenny, 1)
    case .minute: (hundredthsOfAPenny * 60, 1)
    case .weeklyHour(let weeks): (hundredthsOfAPenny, weeks)
    case .annualHour(let hours): (hundredthsOfAPenny, hours)
    }
  }
}

/// What a rate is the price of.
package enum RateBasis: Hashable, Sendable {
  case hour
  case minute
  /// One hour in every week of a year of so many weeks.
  case weeklyHour(weeks: Int)
  /// A year's amount for so many hours, as a teacher's 1,265 directed hours.
  case annualHour(hours: Int)

  /// As kept and as files have it: `hour`, `minute`, `weekly-hour`, `annual-hour`.
  package var code: String {
    switch self {
    case .hour: "hour"
    case .minute: "minute"
    case .weeklyHour: "weekly-hour"
    case .annualHour: "annual-hour"
    }
  }

  /// The weeks or hours of the year; nil where the basis has none.
  package var units: Int? {
    switch self {
    case .hour, .minute: nil
    case .weeklyHour(let weeks): weeks
    case .annualHour(let hours): hours
    }
  }

  package init?(code: String, units: Int?) {
    switch (code, units) {
    case ("hour", _): self = .hour
    case ("minute", _): self = .minute
    case ("weekly-hour", let weeks?): self = .weeklyHour(weeks: weeks)
    case ("annual-hour", let hours?): self = .annualHour(hours: hours)
    default: return nil
    }
  }
}
