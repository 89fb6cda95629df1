/// A term as the school names it.
package struct Term: Hashable, Sendable {
  package let name: String
  package let period: Period

  package init(name: String, period: Period) {
    self.name = name
    self.period = period
  }

  /// That of its last day: a term that begins in the last days of August opens the year that follows.
  package var academicYear: AcademicYear { AcademicYear(containing: period.until) }
}

extension AcademicYear {
  /// Its days as schools with these terms count them: from its first term on where that begins in August, else from
  /// 1 September, until the day before the next year opens.
  package func days(among terms: [Term]) -> Period {
    func opening(_ year: AcademicYear) -> Day {
      terms.filter { $0.academicYear == year }.map(\.period.from).reduce(year.period.from, min)
    }
    return Period(opening(self), opening(next).previous) ?? period
  }
}

/// Days inside a term on which the school is closed: a half-term holiday, a bank holiday, a training day.
package struct Closure: Hashable, Sendable {
  package let name: String
  package let period: Period

  package init(name: String, period: Period) {
    self.name = name
    self.period = period
  }
}

/// When a school is open: Monday to Friday inside its terms, except where it is closed. It answers by look-up in a table
/// of days that is made once, so that counting the sessions of a year costs no more than counting those of a week.
package struct SchoolCalendar: Sendable {
  /// In order of their first days.
  package let terms: [Term]
  package let closures: [Closure]
  package let halfTerms: [HalfTerm]
  let table: OpenDays

  package init(terms: [Term], closures: [Closure] = []) {
    self.terms = terms.sorted { $0.period.from < $1.period.from }
    self.closures = closures.sorted { $0.period.from < $1.period.from }
    table = OpenDays(terms: self.terms, closures: self.closures)
    halfTerms = HalfTerm.all(of: self.terms, in: table)
  }

  /// Refuses what is no calendar: terms that overlap, that last longer than 30 weeks, or that lie outside 2000 to 2100.
  package static func check(_ terms: [Term]) throws(Refusal) {
    let ordered = terms.sorted { $0.period.from < $1.period.from }
    for term in ordered {
      guard term.period.days <= 210 else {
        throw .invalid("\(term.name) would last longer than 30 weeks: check its dates.", field: "terms")
      }
      guard term.period.from.year >= 2000, term.period.until.year <= 2100 else {
        throw .invalid("\(term.name) lies outside the years 2000 to 2100: check its dates.", field: "terms")
      }
    }
    for (term, next) in zip(ordered, ordered.dropFirst()) where term.period.overlaps(next.period) {
      throw .invalid("\(term.name) and \(next.name) overlap: check their dates.", field: "terms")
    }
  }

  package func isOpen(_ day: Day) -> Bool { table.slot(of: day) != nil }
  package func term(containing day: Day) -> Term? { terms.first { $0.period.contains(day) } }
  /// The first term that begins after `day`.
  package func nextTerm(after day: Day) -> Term? { terms.first { $0.period.from > day } }
  /// The academic year in which the school counts a day: its term's, or outside terms the one from 1 September.
  package func year(of day: Day) -> AcademicYear {
    term(containing: day)?.academicYear ?? AcademicYear(containing: day)
  }
  package func terms(of year: AcademicYear) -> [Term] { terms.filter { $0.academicYear == year } }
  package func halfTerm(containing day: Day) -> HalfTerm? { halfTerms.first { $0.period.contains(day) } }

  /// How many days the school is open in `period`.
  package func openDays(in period: Period) -> Int { table.openDays(in: period) }

  /// The first day on or after `day` on which the school is open.
  package func firstOpenDay(from day: Day) -> Day? { table.firstOpenDay(from: day) }

  /// The academic years of `period` for which the school has said no terms: no session can be counted in them, and a
  /// figure over them should say so.
  package func yearsWithoutTerms(in period: Period) -> [AcademicYear] {
    (AcademicYear(containing: period.from).start...AcademicYear(containing: period.until).start)
      .map { AcademicYear($0) }.filter { terms(of: $0).isEmpty }
  }
}

// MARK: Weeks

/// The two weeks of a fortnightly timetable.
package enum WeekLetter: String, CaseIterable, Hashable, Sendable {
  case a = "A"
  case b = "B"
}

/// A week in which the school is open on some day.
package struct SchoolWeek: Hashable, Sendable {
  package let monday: Day
  package let letter: WeekLetter
  /// 1 to 5.
  package let openDays: Int

  package var isWhole: Bool { openDays == 5 }
}

extension SchoolCalendar {
  /// Which week of the fortnight `day` stands in; nil in a week in which the school is closed throughout. The first open
  /// week of an academic year is A; after it the letters alternate over the open weeks, so that a holiday never brings
  /// the same letter twice.
  package func letter(of day: Day) -> WeekLetter? {
    (0..<5).lazy.compactMap { table.slot(of: day.monday + $0) }.first.map { $0 < 5 ? .a : .b }
  }

  /// The weeks with an open day in `period`, counting only the days inside it.
  package func weeks(in period: Period) -> [SchoolWeek] {
    stride(from: period.from.monday.number, through: period.until.number, by: 7).compactMap { number in
      let monday = Day(number: number)
      guard let days = Period(monday, monday + 6)?.intersection(period) else { return nil }
      let open = openDays(in: days)
      guard open > 0, let letter = letter(of: monday) else { return nil }
      return SchoolWeek(monday: monday, letter: letter, openDays: open)
    }
  }
}
