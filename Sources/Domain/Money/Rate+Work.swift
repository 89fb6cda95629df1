/// What work can cost, and from when a rate can hold.
///
/// A slip of one key makes £17.20 an hour into £1,720, or a day of 2026 into one of 2062, and a map that is wrong by
/// millions looks as finished as a right one. So what is entered is held against what an hour of work in a school costs:
/// more than £1, since the least that the law allows has been more than £3 since it began in 1999, and less than £1,000,
/// which is more than a consultant's hour or a court's expert; or nothing at all, as volunteers do. Every basis is held against the same, by what it comes to
/// in an hour: £38 to £38,000 for a weekly hour of 38 weeks, £1,265 to £1,265,000 a year for 1,265 hours.
extension Rate {
  /// Hundredths of a penny: £1 to £1,000, where it costs anything.
  package static let costOfAnHour = 10_000...10_000_000

  /// The first day from which a rate can hold; nothing that schools keep goes back further.
  package static let firstDay = Day(2000, 1, 1)!

  /// The last day from which a rate can hold: awards are agreed for a year or two.
  package static func lastDay(today: Day) -> Day { today + 731 }

  /// Refuses what no hour of work costs.
  package func checkedAsWork() throws(Refusal) -> Rate {
    let (numerator, denominator) = perHourParts
    if numerator == 0 { return self }
    guard
      numerator >= Rate.costOfAnHour.lowerBound * denominator, numerator <= Rate.costOfAnHour.upperBound * denominator
    else {
      let comes = basis == .hour ? "" : ", which comes to \(hourlyWords)"
      throw .invalid(
        "An hour of work costs between £1 and £1,000, or nothing where volunteers do it. Check the amount, and what it is for: this is \(words)\(comes).",
        field: "rate")
    }
    return self
  }

  /// Refuses days before 2000 and more than two years ahead.
  package static func check(from day: Day, today: Day) throws(Refusal) {
    if day < firstDay {
      throw .invalid("A rate holds from a day since \(firstDay.words). Check the year.", field: "from")
    }
    if day > lastDay(today: today) {
      throw .invalid("That day is more than two years ahead. Check the year.", field: "from")
    }
  }
}
