import Domain
import Testing

/// Whatever figure one looks behind, the same pupils and the same pence stand there.
@Suite struct MapWorkingTests {
  private struct Place {
    let figures: SchoolMap.Figures
    var heading: ID<Heading>?
    var line: ID<Group>?
    var group: ID<Group>?
    var column: SchoolMap.Column?
  }

  /// Every cell, run, line, sub-total and total of a map.
  private func places(_ map: SchoolMap) -> [Place] {
    func row(_ figures: [SchoolMap.Figures?], _ whole: SchoolMap.Figures, _ heading: ID<Heading>?, _ line: ID<Group>?)
      -> [Place]
    {
      zip(figures, map.columns).compactMap { figures, column in
        figures.map { Place(figures: $0, heading: heading, line: line, column: column) }
      } + [Place(figures: whole, heading: heading, line: line)]
    }
    return map.sections.flatMap { section -> [Place] in
      let heading = section.heading.id
      let lines = section.lines.flatMap { line -> [Place] in
        let runs = zip(line.cells, map.columns).flatMap { cell, column in
          (cell?.runs ?? []).map { Place(figures: $0.figures, heading: heading, group: $0.group, column: column) }
        }
        let first = line.cells.compactMap { $0 }.flatMap(\.runs)[0].group
        return row(line.cells.map { $0?.figures }, line.total, heading, first) + runs
      }
      return lines + row(section.subtotals, section.subtotal, heading, nil)
    } + row(map.totals, map.total, nil, nil)
  }

  @Test(arguments: MapQuestion.Across.allCases) func `a figure and its working tell the same pupils and the same money`(
    across: MapQuestion.Across
  ) throws {
    var lottery = Lottery(seed: 41)
    for round in 0..<60 {
      let facts = lottery.facts()
      var question = MapSample.year
      question.across = across
      switch round % 4 {
      case 1: question.days = .asItWas(Sample.day("2026-11-21"))
      case 2: question.staff = [Sample.teacher]
      case 3:
        question.pupils = Set(facts.pupils.keys.sorted().prefix(3))
        question.streams = []
      default: break
      }
      let map = facts.map(question)
      for place in places(map) {
        var asked = question
        if let heading = place.heading { asked.headings = [heading] }
        let working = facts.working(asked, column: place.column, group: place.group, line: place.line)
        #expect(working.pupilCount == place.figures.pupils)
        #expect(working.total == place.figures.projected && working.toDate == place.figures.toDate)
        #expect((working.unled > 0) == (place.figures.unled > 0))
        #expect(Set(working.pupils.map(\.id)).count == working.pupilCount, "all of them are known here")
        #expect(!working.isEmpty || place.figures == SchoolMap.Figures())
      }
    }
  }

  @Test func `where nothing is costed the working names the groups, and why`() throws {
    let (one, two) = (MapSample.pupil(1, in: 6), MapSample.pupil(2, in: 6))
    let holiday = Sample.span("2026-12-19", "2027-01-03")
    let facts = MapSample.facts(
      [
        MapSample.group(1, "Visual timetable", schedules: [], leads: [], members: [MapSample.place(one)]),
        MapSample.group(2, "Handwriting", leads: [], members: [MapSample.place(two)]),
        MapSample.group(3, "Holiday club", span: holiday, leads: [], members: [MapSample.place(one, holiday)]),
      ], [one, two])
    let working = facts.working(MapSample.year, column: .year(YearGroup(6)), group: nil)
    #expect(working.lines.isEmpty && working.total == .zero && working.unled == 1)
    #expect(working.pupilCount == 2 && working.pupils.map(\.calledName) == ["Name1", "Name2"])
    let reasons = Dictionary(uniqueKeysWithValues: working.uncosted.map { ($0.group.name, $0.reason) })
    #expect(
      reasons == [
        "Visual timetable": .strategy, "Handwriting": .unled(Sample.day("2026-09-09")), "Holiday club": .noSession,
      ])
    #expect(facts.working(MapSample.year, column: .year(YearGroup(5)), group: nil).isEmpty)
  }
}
