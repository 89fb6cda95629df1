extension Rate {
  /// Exactly: `£17.20 an hour`, `£19.2297 an hour`, `£655.00 for a weekly hour of 38 weeks`.
  package var words: String {
    Sterling.words(hundredthsOfAPenny, places: 4, atLeast: 2) + " " + basis.words
  }

  /// To the penny, half up, where rates stand in a list: `£19.23 an hour`.
  package var roundedWords: String { Pence((hundredthsOfAPenny + 50) / 100).words + " " + basis.words }

  /// What it comes to by the hour, to the penny: `£17.24 an hour`.
  package var hourlyWords: String {
    Pence((perHour / 100).roundedHalfUp).words + " " + RateBasis.hour.words
  }

  /// Reads an amount as people type it, to a hundredth of a penny: `17.20`, `£19.2297`, `28.7p`. Refuses anything else.
  package init(typed amount: some StringProtocol, _ basis: RateBasis) throws(Refusal) {
    guard let hundredths = Sterling.read(amount, places: 4) else {
      throw .invalid("Write the rate in pounds, such as 17.20.", field: "rate")
    }
    try self.init(hundredths, basis)
  }
}

extension RateBasis {
  /// What follows the amount: `an hour`, `for a weekly hour of 38 weeks`, `for 10 hours`.
  package var words: String {
    switch self {
    case .hour: "an hour"
    case .minute: "a minute"
    case .weeklyHour(let weeks): "for a weekly hour of \(weeks) weeks"
    // Less than two hours a week are no year's work: ten bought for £300.
    case .annualHour(let hours): (hours < 76 ? "for " : "a year for ") + "\(hours.grouped) hour\(hours == 1 ? "" : "s")"
    }
  }

  /// Reads what files and people write: `hour`, `per hour`, `hourly`, `/hr`, `minute`, `weekly hour (38 weeks)`, `annual
  /// 1265`, `annual hour of 1,265 hours`, `10 hours`. A weekly or annual hour without its number is not read. Nil for
  /// anything else.
  package init?(typed text: some StringProtocol) {
    let folded = text.lowercased()
    let words = folded.split { !$0.isLetter }.map(String.init)
    let digits = folded.filter { $0.isASCII && $0.isNumber }
    let number = digits.isEmpty ? nil : Int(digits)
    if folded.contains("week") {
      guard let number else { return nil }
      self = .weeklyHour(weeks: number)
    } else if folded.contains("annual") || folded.contains("year") || folded.contains("directed") {
      guard let number else { return nil }
      self = .annualHour(hours: number)
    } else if folded.contains("min"), (number ?? 1) == 1 {
      self = .minute
    } else if folded.contains("hour") || words.contains(where: RateBasis.hourWords.contains) {
      // £300 for 10 hours is the price of ten, however they lie.
      self = number.flatMap { $0 > 1 ? .annualHour(hours: $0) : nil } ?? .hour
    } else {
      return nil
    }
  }

  /// `p/h`, `p.h.`, `per hr`, `£/h`, `/hr`.
  private static let hourWords: Set<String> = ["h", "hr", "hrs", "ph", "phr", "phrs", "perh", "perhr", "hrly"]
}
