import Testing

@testable import Domain

private func cells(_ places: (Int, Int)...) -> Cells { Cells(places.map { Cell(strand: $0.0, level: $0.1) }) }
private let first = Cell(strand: 0, level: 0)

@Suite struct AreaMapTallyTests {
  @Test func `an entry that serves several cells stands in each and counts once in every sum`() {
    var tally = AreaMapTally(organisations: 1)
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((0, 0), (0, 1), (1, 0)), reach: 40, places: 50))
    let counted = tally.counted()
    for cell in [Cell(strand: 0, level: 0), Cell(strand: 0, level: 1), Cell(strand: 1, level: 0)] {
      #expect(counted.cells[cell.bit].provision == 1 && counted.cells[cell.bit].reach == 40)
    }
    #expect(counted.strands[0].provision == 1 && counted.strands[0].reach == 40)
    #expect(counted.levels[0].provision == 1 && counted.levels[1].provision == 1)
    #expect(counted.total.provision == 1 && counted.total.reach == 40 && counted.total.places == 50)
  }

  @Test func `an entry of several specialisms stands under each and counts once in all`() {
    var tally = AreaMapTally(organisations: 1)
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((0, 0)), specialisms: Specialisms([0, 2]), reach: 10))
    let counted = tally.counted()
    #expect(counted.specialisms[0].provision == 1 && counted.specialisms[2].reach == 10)
    #expect(counted.specialisms[1].provision == 0)
    #expect(counted.shared[0] == 1 && counted.shared[2] == 1 && counted.total.provision == 1)
  }

  @Test func `silence is not absence`() {
    var tally = AreaMapTally(organisations: 3)
    tally.addNothingHere(cells((1, 1)), organisation: 0)
    tally.add(AreaMapTally.Fact(isGap: true, cells: cells((2, 2)), organisation: 1, affected: 7))
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((3, 0)), organisation: 2))
    let counted = tally.counted()
    func figures(_ strand: Int, _ level: Int) -> AreaMap.Figures {
      counted.cells[Cell(strand: strand, level: level).bit]
    }
    #expect(figures(0, 0).state == .silent && figures(0, 0).isAnswered == false)
    #expect(figures(1, 1).state == .absent && figures(1, 1).nothingHere == 1)
    #expect(figures(2, 2).state == .missing && figures(2, 2).affected == 7)
    #expect(figures(3, 0).state == .provided && figures(3, 0).reach == nil)
    #expect(AreaMapWords.nothing(figures(0, 0)) == "nobody has answered")
    #expect(AreaMapWords.nothing(figures(1, 1)) == "nothing here, says 1")
    #expect(AreaCellWords.figure(figures(0, 0)) == "–" && AreaCellWords.figure(figures(1, 1)) == "0")
    #expect(counted.total.answered == 3)
  }

  @Test func `who provides something in a cell does not say that there is nothing`() {
    var tally = AreaMapTally(organisations: 1)
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((0, 0))))
    tally.addNothingHere(cells((0, 0), (0, 1)), organisation: 0)
    let counted = tally.counted()
    #expect(counted.cells[first.bit].nothingHere == 0 && counted.cells[1].nothingHere == 1)
    #expect(counted.cells[first.bit].answered == 1)
  }

  @Test func `a filter by age never turns an answer into silence`() {
    var tally = AreaMapTally(organisations: 1)
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((0, 0)), reach: 9, isAsked: false))
    let figures = tally.counted().cells[first.bit]
    #expect(figures.provision == 0 && figures.reach == nil && figures.answered == 1 && figures.state == .elsewhere)
  }

  @Test func `what was merged counts through the other, and its organisation has answered`() {
    var tally = AreaMapTally(organisations: 2)
    tally.add(AreaMapTally.Fact(isGap: true, cells: cells((0, 0)), organisation: 0, affected: 5))
    tally.add(AreaMapTally.Fact(isGap: true, cells: cells((0, 0)), organisation: 1, affected: 5, counts: false))
    let figures = tally.counted().cells[first.bit]
    #expect(figures.gaps == 1 && figures.affected == 5 && figures.gapSayers == 2 && figures.answered == 2)
  }

  @Test func `the public never learns a number of 1 to 4, nor from sums`() {
    #expect((1...4).allSatisfy { ChildrenCount(public: $0) == .fewerThan5 })
    #expect(ChildrenCount(public: 0) == .exactly(0) && ChildrenCount(public: 7) == .about(5))
    #expect(ChildrenCount(public: 8) == .about(10) && ChildrenCount(public: 12).words == "about 10")
    var tally = AreaMapTally(organisations: 1, isPublic: true)
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((0, 0)), reach: 3, places: 9))
    tally.add(AreaMapTally.Fact(isGap: false, cells: cells((0, 0), (0, 1)), reach: 42))
    let counted = tally.counted()
    #expect(counted.total.reach == 40 && counted.total.reachWithheld == 1 && counted.total.places == nil)
    #expect(counted.cells[first.bit].reach == counted.cells[1].reach)
    #expect(counted.cells[20].state == .unpublished && counted.cells[20].isAnswered == nil)
  }

  @Test func `depths have round bounds, wide apart or even`() {
    let wide = DepthScale([60, 240, 900, 8200])
    #expect(wide.bounds == [100, 200, 1000, 2000])
    #expect(wide.depth(0) == 0 && wide.depth(60) == 1 && wide.depth(8200) == 5)
    #expect(wide.words.first == "1 to 100" && wide.words.last == "over 2,000")
    let near = DepthScale([4270, 4449, 5877])
    #expect(near.depth(4270) == 1 && near.depth(5877) == 5)
    #expect(DepthScale([]).bounds.isEmpty && DepthScale([1]).depth(1) == 1)
  }

  @Test func `boundaries are drawn from GeoJSON, and what is none is left out`() throws {
    let square = "{\"type\":\"Polygon\",\"coordinates\":[[[-1,52],[0,52],[0,53],[-1,53],[-1,52]]]}"
    let feature =
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,52],[1,52.5],[1,53],[0,52]]]]}}"
    let drawn = try #require(DrawnBoundaries([square, nil, "no JSON", feature]))
    #expect(drawn.shapes.map { $0 != nil } == [true, false, false, true])
    #expect(max(drawn.width, drawn.height) == 1000 && drawn.shapes[0]?.path.hasPrefix("M0 ") == true)
    #expect(DrawnBoundaries([nil, "{}"]) == nil)
  }
}
