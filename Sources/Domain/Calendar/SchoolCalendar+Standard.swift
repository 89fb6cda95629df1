extension SchoolCalendar {
  /// The calendar that a new school starts with, for each of `years`; the school is asked to check it.
  package static func standard(for years: [AcademicYear]) -> SchoolCalendar {
    let parts = years.map(standardParts)
    return SchoolCalendar(terms: parts.flatMap(\.terms), closures: parts.flatMap(\.closures))
  }

  /// Three terms with a half-term holiday each, and exactly 38 whole weeks, Monday to Friday, which is what authorities
  /// price a year by. Laid as English authorities commonly lay them: from the first Monday of September, half-terms in
  /// the weeks of the Monday of 22–28 October, of 12–18 February and of 25–31 May, Christmas from the Friday of 15–21
  /// December to the Monday of 4–10 January, two weeks at Easter; the summer term ends when 38 weeks are full. To keep the
  /// weeks whole it leaves out May Day and training days: the school adds its own closures.
  package static func standardParts(_ year: AcademicYear) -> (terms: [Term], closures: [Closure]) {
    let (autumnYear, springYear) = (year.start, year.start + 1)
    let autumnHoliday = week(from: Day(autumnYear, 10, 22)!.mondayOnOrAfter)
    let springHoliday = week(from: Day(springYear, 2, 12)!.mondayOnOrAfter)
    let summerHoliday = week(from: Day(springYear, 5, 25)!.mondayOnOrAfter)

    let autumn = Period(Day(autumnYear, 9, 1)!.mondayOnOrAfter, Day(autumnYear, 12, 18)!.mondayOnOrAfter - 3)!
    let easter = easterBreak(springYear)
    let spring = Period(Day(springYear, 1, 4)!.mondayOnOrAfter, easter.from - 3)!
    let summerWeeks = 38 - (weeks(autumn) - 1) - (weeks(spring) - 1) + 1
    let summer = Period(easter.until + 3, easter.until + 3 + summerWeeks * 7 - 3)!
    return (
      [
        Term(name: "Autumn term \(autumnYear)", period: autumn),
        Term(name: "Spring term \(springYear)", period: spring),
        Term(name: "Summer term \(springYear)", period: summer),
      ],
      [
        Closure(name: "Autumn half-term \(autumnYear)", period: autumnHoliday),
        Closure(name: "Spring half-term \(springYear)", period: springHoliday),
        Closure(name: "Summer half-term \(springYear)", period: summerHoliday),
      ]
    )
  }

  /// Whole weeks around Good Friday and Easter Monday, Monday to Friday: the two from Good Friday's week on, or, where
  /// Easter is so late that the spring term would pass 8 April, the three that end with Easter Monday's week.
  private static func easterBreak(_ year: Int) -> Period {
    let goodFridayWeek = easterSunday(year) - 6
    let isLate = goodFridayWeek - 3 > Day(year, 4, 8)!
    return Period(isLate ? goodFridayWeek - 7 : goodFridayWeek, goodFridayWeek + 11)!
  }

  // The anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, "Astronomical Algorithms", 1991, chapter 8).
  private static func easterSunday(_ year: Int) -> Day {
    let (golden, century, ofCentury) = (year % 19, year / 100, year % 100)
    let correction = (8 * century + 13) / 25
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7
    let late = (golden + 11 * moon + 22 * weekday) / 451
    let sum = moon + weekday - 7 * late + 114
    return Day(year, sum / 31, sum % 31 + 1)!
  }

  private static func week(from monday: Day) -> Period { Period(monday, monday + 4)! }
  private static func weeks(_ period: Period) -> Int { (period.days + 2) / 7 }
}

extension Day {
  fileprivate var mondayOnOrAfter: Day { (self + 6).monday }
}
