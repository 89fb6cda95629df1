import Domain
import Testing

/// What meets and is led by nobody is not known, which is not the same as nothing.
@Suite struct UnledTests {
  private let one = MapSample.pupil(1, in: 3)
  private let two = MapSample.pupil(2, in: 4)

  private func map(_ groups: MapGroup...) -> SchoolMap { MapSample.facts(groups, [one, two]).map(MapSample.year) }

  @Test func `a group that meets and that nobody leads is not costed at nothing`() throws {
    let map = map(
      MapSample.group(1, "Handwriting", leads: [], members: [MapSample.place(one)]),
      MapSample.group(2, "Phonics", members: [MapSample.place(one), MapSample.place(two)]))
    let cell = try #require(map.cell("Handwriting", "3"))
    #expect(cell.figures.unled == 1 && cell.figures.isNotKnown && MapWords.cost(cell.figures) == "not led")
    #expect(MapWords.leaders(cell.runs[0], of: map.line("Handwriting")!) == "nobody leads it")
    #expect(map.unled.map(\.provision) == ["Handwriting"] && map.unled[0].from == Sample.day("2026-09-09"))
    // Totals are sums of what is known, and say so.
    #expect(map.total.projected == map.line("Phonics")!.total.projected)
    #expect(MapWords.cost(map.total) == "\(map.total.projected.words) + not led")
    #expect(map.totals("4")!.unled == 0)
  }

  @Test func `neither a way of working nor a service that is bought lacks somebody to lead it`() {
    let bought = GroupFacts.Item(id: Sample.id(500), cost: 30000, day: nil)
    let map = map(
      MapSample.group(1, "Visual timetable", schedules: [], leads: [], members: [MapSample.place(one)]),
      MapSample.group(2, "Speech therapy", leads: [], items: [bought], members: [MapSample.place(two)]))
    #expect(map.unled.isEmpty && map.total.unled == 0 && map.total.projected == 30000)
  }

  @Test func `only the days on which nobody leads it are not known`() throws {
    let until = Sample.span("2026-09-01", "2026-10-30")
    let lead = GroupFacts.Lead(staff: Sample.assistant, role: Sample.assistantRole, span: until)
    let stayed = MapSample.place(two)
    let left = MapSample.place(one, until)
    let map = map(MapSample.group(1, "Phonics", leads: [lead], members: [left, stayed]))
    #expect(map.unled.map(\.from) == [Sample.day("2026-11-04")])
    #expect(map.totals("3")!.unled == 0 && map.totals("4")!.unled == 1)
    #expect(MapWords.cost(map.totals("4")!).hasSuffix(" + not led"))
    // A holiday between two adults is no lack.
    let next = GroupFacts.Lead(staff: Sample.teacher, role: Sample.teacherRole, span: Sample.span("2026-11-02"))
    #expect(self.map(MapSample.group(1, "Phonics", leads: [lead, next], members: [stayed])).unled.isEmpty)
  }

  @Test func `a pupil's own costs say it as the map does`() throws {
    let facts = MapSample.facts(
      [MapSample.group(1, "Handwriting", leads: [], members: [MapSample.place(one)])], [one, two])
    let costs = try #require(facts.costs(of: one.id, MapSample.year))
    #expect(costs.groups[0].unledFrom == Sample.day("2026-09-09") && costs.groups[0].lines.isEmpty)
    #expect(costs.total.unled == 1 && costs.total.isNotKnown)
    #expect(try #require(facts.costs(of: two.id, MapSample.year)).total.unled == 0)
  }

  @Test func `who is given counts alone learns of no hidden provision that nobody leads it`() {
    let many = (10..<20).map { MapSample.pupil($0, in: 3) }
    let facts = MapSample.facts(
      [
        MapSample.group(1, "Counselling", leads: [], members: [MapSample.place(one)], isMasked: true),
        MapSample.group(2, "Handwriting", leads: [], members: [MapSample.place(one)]),
        MapSample.group(3, "Phonics", members: many.map { MapSample.place($0) }),
      ], [one] + many)
    let map = facts.mapOfCounts(MapSample.year)
    #expect(map.unled.isEmpty && map.total.unled == 1)
    #expect(map.line(Group.confidentialName)!.total.unled == 0)
    // One child alone: nobody is told how many, nor is a number made up.
    let cell = map.cell("Handwriting", "3")!
    #expect(cell.figures.isSmall && cell.runs.isEmpty && cell.figures.pupils == 0)
    #expect(facts.map(MapSample.year).unled.map(\.isMasked) == [true, false])
  }
}
