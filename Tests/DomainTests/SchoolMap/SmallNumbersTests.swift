import Domain
import Testing

/// What readers who may see no names are told, tried on seeded random schools.
@Suite struct SmallNumbersTests {
  private func counted(_ facts: MapFacts, _ period: Period, _ across: MapQuestion.Across = .year) -> SchoolMap {
    var question = MapQuestion(.period(period, asAt: Sample.day("2026-11-21")))
    question.across = across
    return facts.mapOfCounts(question)
  }

  private let terms = Sample.calendar.terms(of: Sample.year).map(\.period)

  @Test func `one to four read fewer than 5, and neither money nor hours are told`() throws {
    let few = (0..<3).map { MapSample.pupil($0, in: 3) }
    let many = (10..<20).map { MapSample.pupil($0, in: 3) } + (20..<30).map { MapSample.pupil($0, in: 4) }
    let facts = MapSample.facts(
      [
        MapSample.group(1, "Phonics", members: many.map { MapSample.place($0) }),
        MapSample.group(2, "Speech", members: few.map { MapSample.place($0) }),
        MapSample.group(3, "Reading", heading: 1, members: many.map { MapSample.place($0) }),
      ], few + many)
    let map = counted(facts, Sample.year.period)
    let speech = try #require(map.cell("Speech", "3"))
    #expect(speech.figures.isSmall && speech.figures.isWithheld && speech.runs.isEmpty)
    #expect(MapWords.countedPupils(speech.figures) == "fewer than 5 pupils")
    #expect(MapWords.cost(speech.figures) == "withheld")
    #expect(MapWords.time(speech.figures.staffMinutes, speech.figures) == "withheld")
    #expect(map.line("Speech")!.total.isWithheld)
    // Beside it another line is withheld, or the sub-total, so that it cannot be subtracted.
    let section = map.sections[0]
    #expect(section.subtotals[3].isWithheld || map.cell("Phonics", "3")!.figures.isWithheld)
    #expect(section.subtotal.isWithheld || map.line("Phonics")!.total.isWithheld)
    // The rest is told, without names.
    #expect(map.total.projected == facts.map(MapSample.year).total.projected)
    #expect(map.totals("3")!.projected == facts.map(MapSample.year).totals("3")!.projected)
    let runs = map.sections.flatMap(\.lines).flatMap(\.cells).compactMap { $0 }.flatMap(\.runs)
    #expect(runs.allSatisfy { $0.who.isEmpty && $0.pupils.isEmpty && $0.figures.isWithheld })
  }

  @Test func `such readers are answered over school years and terms alone, and nothing is left out`() {
    var question = MapQuestion(.asItWas(Sample.day("2026-10-09")))
    question.pupils = [Sample.id(1)]
    question.staff = [Sample.assistant]
    question.headings = [MapSample.headings[0].id]
    question.levels = ["targeted"]
    question.onlyYear = YearGroup(3)
    let year = MapQuestion(.period(Sample.year.period, asAt: Sample.year.period.until))
    var expected = year
    expected.names = .counts
    #expect(question.ofCounts(Sample.calendar) == expected)
    let dates = Sample.period("2026-09-07", "2026-10-01")
    #expect(MapQuestion(.period(dates, asAt: dates.until)).ofCounts(Sample.calendar) == expected)
    let term = MapQuestion(.period(terms[1], asAt: Sample.day("2026-11-21"))).ofCounts(Sample.calendar)
    #expect(term.period == terms[1] && term.asAt == terms[1].until)
    // A term that begins in August is no part of one school year: the year in which most of it lies is.
    let august = Sample.period("2026-08-26", "2026-12-18")
    let early = SchoolCalendar(terms: [Term(name: "Autumn", period: august)])
    #expect(MapQuestion(.period(august, asAt: august.until)).ofCounts(early).period == Sample.year.period)
  }

  @Test func `a term that has hardly begun does not cost the year its total: the year alone is told`() throws {
    let many = (10..<40).map { MapSample.pupil($0, in: 3 + $0 % 2) }
    let autumn = Sample.span("2026-09-07", "2026-12-18")
    let spring = Sample.span("2027-01-04", "2027-03-26")
    let begun = [MapSample.group(1, "Phonics", span: autumn, members: many.map { MapSample.place($0, autumn) })]
    #expect(counted(MapSample.facts(begun, many), terms[0]).question.period == terms[0])

    let few = many.prefix(3).map { MapSample.place($0, spring) }
    let facts = MapSample.facts(begun + [MapSample.group(2, "Reading", heading: 1, span: spring, members: few)], many)
    for period in [Sample.year.period] + terms {
      let map = counted(facts, period)
      #expect(!map.tellsTerms && map.question.period == Sample.year.period)
      #expect(map.total.projected == facts.map(MapSample.year).total.projected && map.total.pupils == 30)
      #expect(map.line("Reading")!.total.isWithheld)
    }

    // A year that has few pupils itself tells its terms no less.
    let small = MapSample.facts([MapSample.group(2, "Reading", span: spring, members: few)], many)
    #expect(counted(small, terms[1]).tellsTerms && counted(small, terms[1]).total.isWithheld)
  }

  @Test func `confidential provision is withheld as a small number is, however many are in it`() throws {
    let many = (10..<20).map { MapSample.pupil($0, in: 3) }
    let facts = MapSample.facts(
      [
        MapSample.group(1, "Phonics", members: many.map { MapSample.place($0) }),
        MapSample.group(2, "Reading", members: many.map { MapSample.place($0) }),
        MapSample.group(3, "Counselling", members: many.map { MapSample.place($0) }, isMasked: true),
      ], many)
    let hidden = try #require(counted(facts, Sample.year.period).cell("Confidential provision", "3"))
    #expect(hidden.figures.isWithheld && hidden.runs.isEmpty && !hidden.figures.isSmall)
  }

  @Test func `no sum of what is told gives away what is small, in any view or in all of them together`() {
    var lottery = Lottery(seed: 20)
    var (tried, wouldBeTold) = (0, 0)
    for number in 0..<60 {
      let facts = lottery.facts()
      let told = Views(periods: [Sample.year.period] + terms) { counted(facts, $1, $0) }
      let whole = Views(periods: [Sample.year.period] + terms) { across, period in
        var question = MapQuestion(.period(period, asAt: period.until))
        question.across = across
        return facts.map(question)
      }
      let system = PublishedSums(told.sums)
      // Were the small figures alone withheld, many of them could be worked out.
      let careless = PublishedSums(whole.sums.map { (Views.Figure($0.0, isTold: !$0.0.isSmall), $0.1) })
      for (figure, sum) in whole.sums where figure.isSmall && figure.minutes > 0 {
        let isDetermined = system.determines(sum)
        #expect(!isDetermined, "school \(number)")
        tried += 1
        wouldBeTold += careless.determines(sum) ? 1 : 0
      }
    }
    #expect(tried > 500 && wouldBeTold > 100)
  }

  @Test func `no number that is told gives away a small one`() {
    var lottery = Lottery(seed: 21)
    for number in 0..<60 {
      let facts = lottery.facts()
      for period in [Sample.year.period] + terms {
        let told = counted(facts, period)
        let answered = told.question.period
        let whole = facts.map(MapQuestion(.period(answered, asAt: answered.until)))
        for (told, whole) in zip(told.countSums, whole.countSums) {
          #expect(told.leavesOpen(whole), "school \(number)")
        }
      }
    }
  }

  @Test func `what is told is true`() {
    var lottery = Lottery(seed: 22)
    var (shown, all) = (0, 0)
    for _ in 0..<40 {
      let facts = lottery.facts()
      for across in MapQuestion.Across.allCases {
        var question = MapSample.year
        question.across = across
        let (told, whole) = (counted(facts, Sample.year.period, across), facts.map(question))
        for (told, whole) in zip(told.everyFigure, whole.everyFigure) {
          all += 1
          if !told.isWithheld {
            shown += 1
            #expect(told.projected == whole.projected && told.staffMinutes == whole.staffMinutes)
          } else {
            #expect(told.projected == .zero && told.staffMinutes == 0 && told.toDate == .zero)
          }
          if (1...4).contains(whole.pupils) {
            #expect(told.isCountWithheld && told.pupils == 0)
          } else {
            #expect(!told.isSmall)
            if !told.isCountWithheld { #expect(told.pupils == whole.pupils) }
          }
        }
      }
    }
    // A rule that withholds everything would pass all of these.
    #expect(shown * 5 > all)
  }
}

extension SchoolMap {
  /// Cells, line totals, sub-totals and totals, in one order.
  fileprivate var everyFigure: [Figures] {
    sections.flatMap { section in
      section.lines.flatMap { $0.cells.compactMap { $0?.figures } + [$0.total] } + section.subtotals
        + [section.subtotal]
    } + totals + [total]
  }
}
