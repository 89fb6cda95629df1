package import Domain

/// What one pupil gets, in finished words: what, when, with whom, since when, and what it costs where the reader may know.
/// The page and the sheet of paper are drawn from it, so that they say the same.
package struct PupilSheet: Sendable {
  package let name: String
  package let school: String
  /// `Year 2 · Autumn term 2026 · 7 September to 18 December 2026`.
  package let days: String
  package let isDivided: Bool
  package let rows: [Row]
  /// The sum of all rows; nil where costs are not for the reader.
  package let total: Cost?
  package let notes: [String]
  package let today: Day

  /// One group or strategy that the pupil is in.
  package struct Row: Sendable {
    package let group: ID<Group>
    package let title: String
    package let heading: String
    /// `20 min, Tue Thu 09:15`; `Strategy, without sessions`.
    package let when: String
    package let who: String
    /// `since 7 September 2026`, `from 3 November to 12 December 2026`.
    package let since: String
    /// `shared by 4`, `alone`.
    package let sharing: String
    /// The pupil's part of the adults' time; nil where there is none.
    package let time: String?
    package let cost: Cost?
  }

  package struct Cost: Sendable, Hashable {
    package let planned: String
    package let toDate: String
    package let toCome: String
  }

  /// `showsCosts` is for who may see costs.
  package init(
    _ costs: PupilCosts, school: School, calendar: SchoolCalendar, today: Day, showsCosts: Bool
  ) {
    let question = costs.question
    name = costs.pupil.fullName
    self.school = school.name
    days =
      "\(costs.pupil.year(on: min(max(today, question.period.from), question.period.until)).name) · "
      + MapWords.lede(question, calendar, today: today)
    isDivided = !question.isAsItWas && question.asAt >= question.period.from && question.asAt < question.period.until
    rows = costs.groups.map { Row($0, question, showsCosts: showsCosts) }
    total = showsCosts ? Cost(costs.total) : nil
    self.today = today
    var notes: [String] = []
    if showsCosts {
      if !costs.groups.isEmpty {
        notes.append(
          "Each cost is \(costs.pupil.calledName)’s own part: what a session costs is shared among the pupils who are in the group on that day."
        )
      }
      if costs.total.unpriced > 0 { notes.append("What is not priced is in no total: no rate is known for it.") }
      if costs.total.unled > 0 {
        notes.append("What is not led is in no total: it meets, and nobody is said to lead it.")
      }
      if costs.usesReferenceRates {
        notes.append("Priced with reference rates that the school has not confirmed yet.")
      }
    }
    self.notes = notes
  }
}

extension PupilSheet.Row {
  fileprivate init(_ provided: PupilCosts.Provided, _ question: MapQuestion, showsCosts: Bool) {
    group = provided.group.id
    title = provided.group.name
    heading = provided.heading
    when = provided.when.isEmpty ? "Strategy, without sessions" : provided.when
    who = provided.who.isEmpty && provided.unledFrom != nil ? MapWords.unled : provided.who.joined(separator: ", ")
    since = provided.places.map { place in
      let until = [place.until, provided.group.span.until].compactMap { $0 }.min()
      guard let until, let period = Period(place.from, until) else { return "since \(place.from.words)" }
      return period.words
    }.joined(separator: "; ")
    sharing = provided.sharers > 1 ? "shared by \(provided.sharers)" : "alone"
    time = provided.total.minutes > 0 ? StaffTime.words(minutes: provided.total.minutes) : nil
    cost = showsCosts && !(provided.lines.isEmpty && provided.unledFrom == nil) ? PupilSheet.Cost(provided.total) : nil
  }
}

extension PupilSheet.Cost {
  /// What has no rate, or is led by nobody, is never shown as nothing.
  fileprivate init(_ figures: PupilCosts.Figures) {
    func words(_ pence: Pence) -> String { pence.words(lacking: figures.unpriced, unled: figures.unled) }
    planned = words(figures.projected)
    toDate = words(figures.toDate)
    toCome = words(figures.toCome)
  }
}
