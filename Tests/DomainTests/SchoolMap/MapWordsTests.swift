import Domain
import Testing

/// What a cell says of pupils whom it does not name: the same on page, on paper and in files.
@Suite struct MapWordsTests {
  private let map = MapSample.facts(
    [
      MapSample.group(1, "Visual timetable", schedules: [], leads: []) { $0.years = [YearGroup(1)] },
      MapSample.group(2, "Zones of regulation", schedules: [], leads: []),
      MapSample.group(3, "Phonics") { $0.years = [YearGroup(1)] },
      MapSample.group(4, "Counselling", schedules: [], leads: []) {
        $0.years = [YearGroup(1)]
        $0.isConfidential = true
      },
      MapSample.group(5, "Reading", members: [MapSample.place(MapSample.pupil(1, in: 2))]),
    ], [MapSample.pupil(1, in: 2)]
  ).map(MapSample.year)

  private func people(_ name: String, _ key: String) throws -> String {
    let column = try #require(map.columns.first { $0.key == key })
    return MapWords.people(
      try #require(map.cell(name, key)).figures, on: try #require(map.line(name)), in: column)
  }

  @Test func `a strategy without pupils is for everyone in its column, never for none`() throws {
    #expect(try people("Visual timetable", "1") == "all of Year 1")
    #expect(try people("Zones of regulation", "whole-school") == "the whole school")
  }

  @Test func `a group without pupils lacks them`() throws {
    #expect(try people("Phonics", "1") == "no pupils named")
    #expect(try people("Reading", "2") == "1 pupil")
  }

  @Test func `what is confidential does not say whom it is for`() throws {
    #expect(try people("Counselling", "1") == "confidential")
  }

  @Test func `a number that is withheld says so once`() {
    var figures = SchoolMap.Figures()
    (figures.pupils, figures.isWithheld, figures.isCountWithheld, figures.isSmall) = (3, true, true, true)
    #expect(MapWords.countedPupils(figures) == "fewer than 5 pupils")
    #expect(MapWords.withheld(figures) == "hours and cost withheld")
    figures.isSmall = false
    #expect(MapWords.countedPupils(figures) == "withheld" && MapWords.withheld(figures) == nil)
  }

  @Test func `a map tells four levels apart only where it has the fourth`() {
    #expect(map.levels == Level.three)
    let plus = MapSample.group(1, "Speech") { $0.level = "targeted-plus" }
    #expect(MapSample.facts([plus], []).map(MapSample.year).levels == Level.four)
  }
}
