import Domain
import Store

/// Rates in words.
enum RateWords {
  /// How a rate comes to an hour, exactly: `£655.00 for a weekly hour of 38 weeks ÷ 38 = £17.2368 an hour`.
  static func exact(_ rate: Rate) -> String {
    let hour = (try? Rate(rate.perHour.roundedHalfUp, .hour))?.words ?? rate.hourlyWords
    switch rate.basis {
    case .hour: return rate.words
    case .minute: return "\(rate.words) × 60 = \(hour)"
    case .weeklyHour(let weeks): return "\(rate.words) ÷ \(weeks) = \(hour)\(rest(rate))"
    case .annualHour(let hours): return "\(rate.words) ÷ \(hours) = \(hour)\(rest(rate))"
    }
  }

  /// What a figure that everybody can check comes to: an hour a week for the 38 weeks of a year.
  static func example(_ rate: Rate) -> String {
    let pence = rate.perHour * 38 / 100
    return "An hour a week for 38 weeks comes to \(Pence(pence.roundedHalfUp).words)."
  }

  /// Why a role has the price it has.
  static func why(_ price: Price?) -> String {
    guard let price else { return "No rate is known, so its hours are not priced." }
    switch price.origin {
    case .roleRate(_, let source, let from):
      return "Role rate from \(from.words)" + (source.isEmpty ? "" : ": \(source)")
    case .averagePay(let holders): return "Average of the own pay of \(holders) people in this role"
    case .policy(let name): return name
    }
  }

  /// `from 1 April 2026`, `1 April to 31 August 2026`.
  static func words(_ span: Span) -> String {
    span.until.flatMap { Period(span.from, $0)?.words } ?? "from \(span.from.words)"
  }

  /// What setting `rate` from `day` on will do, in sentences.
  static func consequences(
    of rate: Rate, from day: Day, _ subject: RateSubject, among kept: [Rates.KeptRate], _ facts: RateFacts
  ) -> [String] {
    var sentences = [exact(rate) + ".", example(rate)]
    if let same = kept.first(where: { $0.span.from == day }) {
      sentences.append(
        "It replaces \(same.rate.words), which begins on the same day. The old value stays in the history.")
    }
    let met = Rates.KeptRate.meeting(day, among: kept)
    if !met.givingWay.isEmpty { sentences.append(givingWay(met.givingWay)) }
    if let next = met.next {
      sentences.append(
        "It holds from \(day.words) to \(next.span.from.previous.words), because another is known from \(next.span.from.words)."
      )
    } else {
      sentences.append("It holds from \(day.words) on.")
    }
    if day <= facts.today {
      sentences.append(
        "Sessions since \(day.words) are priced anew, on maps of the past too; what was already printed or sent keeps its figures."
      )
    }
    if case .role(let role) = subject, case .averagePay(let holders) = facts.book.price(of: role.id, on: day)?.origin {
      sentences.append(
        "On \(day.words) this role is priced at the average pay of \(holders) people, not at its role rate.")
    }
    return sentences
  }

  /// That an own rate stands in the place of reference rates that begin after it.
  private static func givingWay(_ rates: [Rates.KeptRate]) -> String {
    let days = rates.map(\.span.from.words).joined(separator: ", ")
    return "It stands in the place of the reference \(rates.count == 1 ? "rate" : "rates") from \(days) too."
  }

  /// Where four decimal places do not say it all.
  private static func rest(_ rate: Rate) -> String {
    rate.perHour.denominator == 1 ? "" : " (shown to a hundredth of a penny; costs are counted with the exact fraction)"
  }
}
