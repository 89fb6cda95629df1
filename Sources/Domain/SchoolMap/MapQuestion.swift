/// What a map is asked for: over which days, across what, cut by what, with names or without. The whole of it stands in
/// the map's address, by opaque ids, so that a view can be bookmarked.
package struct MapQuestion: Hashable, Sendable {
  /// Over which days a map is drawn.
  package enum Days: Hashable, Sendable {
    /// All that is in force on any day of the period; `asAt` only divides what was spent to date from what is to come.
    case period(Period, asAt: Day)
    /// What is in force on the day, with its cost from the first day of the academic year to that day.
    case asItWas(Day)
  }

  package enum Across: String, CaseIterable, Hashable, Sendable { case year, stage }
  package enum Names: String, CaseIterable, Hashable, Sendable {
    case full, short, counts

    /// A pupil's name as it is asked for; where counts are, nobody calls this.
    package func text(of pupil: MapPupil) -> String { self == .short ? pupil.shortName : pupil.fullName }
  }

  package var days: Days
  package var across = Across.year
  package var names = Names.full
  package var headings: Set<ID<Heading>> = []
  /// Codes of areas of need.
  package var areas: Set<String> = []
  package var strands: Set<Strand> = []
  /// Keys of levels.
  package var levels: Set<String> = []
  package var streams: Set<ID<FundingStream>> = []
  package var staff: Set<ID<StaffMember>> = []
  package var pupils: Set<ID<Pupil>> = []
  /// Only this year's column, for printing it alone.
  package var onlyYear: YearGroup?

  package init(_ days: Days) { self.days = days }

  /// The days whose cost is counted.
  package var period: Period {
    switch days {
    case .period(let period, _): period
    case .asItWas(let day): Period(AcademicYear(containing: day).period.from, day)!
    }
  }

  package var asAt: Day {
    switch days {
    case .period(_, let day): day
    case .asItWas(let day): day
    }
  }

  package var isAsItWas: Bool {
    if case .asItWas = days { true } else { false }
  }

  package var isFiltered: Bool {
    !headings.isEmpty || !areas.isEmpty || !strands.isEmpty || !levels.isEmpty || !streams.isEmpty || !staff.isEmpty
      || !pupils.isEmpty
  }
}

extension MapQuestion {
  /// The nearest question that a reader who may see no names is answered: a whole school year or one of its terms, with
  /// nothing left out, and not divided by a day. Any other days, or a part of the provision, could be subtracted from
  /// these, and the difference be about a few pupils (docs/decisions/school-map.md).
  package func ofCounts(_ calendar: SchoolCalendar) -> MapQuestion {
    let year = AcademicYear(containing: isAsItWas ? asAt : period.from + period.days / 2)
    let isTerm = calendar.terms(within: year).contains { $0.period == period }
    let counted = isTerm ? period : year.period
    var question = MapQuestion(.period(counted, asAt: counted.until))
    question.across = across
    question.names = .counts
    return question
  }
}

extension SchoolCalendar {
  /// The terms that lie wholly inside a school year: one that begins in August does not.
  func terms(within year: AcademicYear) -> [Term] {
    terms.filter { $0.period.from >= year.period.from && $0.period.until <= year.period.until }
  }
}
