/// Figures and periods of maps in words, the same on page, on paper and in files.
package enum MapWords {
  /// `Autumn term 2026 · 7 September to 18 December 2026 · to date up to 21 November 2026`.
  package static func lede(_ question: MapQuestion, _ calendar: SchoolCalendar, today: Day) -> String {
    switch question.days {
    case .asItWas(let day):
      return "As it was on \(day.words) · cost since \(question.period.from.words)"
    case .period(let period, let asAt):
      var parts: [String] = []
      if let term = calendar.terms.first(where: { $0.period == period }) { parts.append(term.name) }
      if AcademicYear(containing: period.from).period == period {
        parts.append("Academic year \(AcademicYear(containing: period.from).words)")
      }
      parts.append(period.words)
      if asAt == today {
        parts.append("as it is today")
      } else if asAt < period.until {
        parts.append("to date up to \(asAt.words)")
      }
      return parts.joined(separator: " · ")
    }
  }

  package static func pupils(_ figures: SchoolMap.Figures) -> String {
    if figures.isSmall { return "fewer than 5" }
    if figures.isCountWithheld { return "withheld" }
    return String(figures.pupils)
  }

  /// Of a group whose pupils the reader does not all know: `2 others`.
  package static func others(_ run: SchoolMap.Run) -> String? {
    run.others == 0 ? nil : run.others == 1 ? "1 other" : "\(run.others) others"
  }

  package static func countedPupils(_ figures: SchoolMap.Figures) -> String {
    if figures.isSmall { return "fewer than 5 pupils" }
    if figures.isCountWithheld { return "withheld" }
    return figures.pupils == 1 ? "1 pupil" : "\(figures.pupils) pupils"
  }

  /// Those of a cell or a group who are only counted. A strategy without pupils is for everyone in its column; a group
  /// without pupils lacks them. Under the whole school stands what is no pupil's: beside years or pupils of the same line it
  /// says so, since it is neither another group nor for everyone.
  package static func people(
    _ figures: SchoolMap.Figures, on line: SchoolMap.Line, in column: SchoolMap.Column
  ) -> String {
    if line.isHidden || line.isConfidential && figures.pupils == 0 { return "confidential" }
    if figures.isCountWithheld || figures.pupils > 0 { return countedPupils(figures) }
    let isBeside = column == .wholeSchool && line.cells.count { $0 != nil } > 1
    guard line.isStrategy else {
      return isBeside && line.total.pupils > 0 ? "on days without pupils" : "no pupils named"
    }
    if column == .wholeSchool { return isBeside ? "what is no pupil’s own" : "the whole school" }
    return "all of \(column.name)"
  }

  /// What stands for the hours and the cost of a cell where they are withheld: nothing where the number of pupils says
  /// that it is withheld already.
  package static func withheld(_ figures: SchoolMap.Figures) -> String? {
    figures.isCountWithheld && !figures.isSmall ? nil : "hours and cost withheld"
  }

  /// What stands where there is nothing: the same for money, time and people.
  package static let nothing = "–"
  /// What a cell says where somebody should stand.
  package static let unled = "nobody leads it"

  /// The cost of the whole period; what has no rate, or is led by nobody, is never shown as nothing.
  package static func cost(_ figures: SchoolMap.Figures) -> String { money(figures.projected, figures) }

  package static func money(_ pence: Pence, _ figures: SchoolMap.Figures) -> String {
    if figures.isWithheld { return "withheld" }
    if pence == .zero, figures.unpriced == 0, figures.unled == 0 { return nothing }
    return pence.words(lacking: figures.unpriced, unled: figures.unled)
  }

  /// What no total of a map can hold, to follow one: `leaving out 1 line that is not priced and 2 groups that nobody leads`;
  /// nil where nothing is left out.
  package static func leavingOut(_ map: SchoolMap) -> String? {
    if map.total.isWithheld { return nil }
    var parts: [String] = []
    if map.total.unpriced > 0, !map.unpriced.isEmpty {
      parts.append(
        map.unpriced.count == 1 ? "1 line that is not priced" : "\(map.unpriced.count) lines that are not priced")
    }
    if map.total.unled > 0 {
      // Who is only given counts is not told how many.
      let number = map.unled.isEmpty ? "some" : String(map.unled.count)
      parts.append(map.unled.count == 1 ? "1 group that nobody leads" : "\(number) groups that nobody leads")
    }
    return parts.isEmpty ? nil : "leaving out \(parts.joined(separator: " and "))"
  }

  /// Who leads a group in a cell: `Mrs Lowe, Mr Reid (1/2)`, `nobody leads it`; nil for what nobody has to lead.
  package static func leaders(_ run: SchoolMap.Run, of line: SchoolMap.Line) -> String? {
    if !run.who.isEmpty { return run.who.joined(separator: ", ") }
    return run.figures.unled > 0 && !line.isHidden ? unled : nil
  }

  package static func time(_ minutes: Int, _ figures: SchoolMap.Figures) -> String {
    figures.isWithheld ? "withheld" : minutes == 0 ? nothing : StaffTime.words(minutes: minutes)
  }
}
