import Testing

@testable import Formats

@Suite struct QRSymbolTests {
  @Test func `one letter is drawn as the standard says`() throws {
    let symbol = try #require(QRSymbol("A", masks: 0..<1))
    let expected = """
      #######....##.#######
      #.....#.##.##.#.....#
      #.###.#..##.#.#.###.#
      #.###.#..#..#.#.###.#
      #.###.#.#.###.#.###.#
      #.....#..#.#..#.....#
      #######.#.#.#.#######
      .........#...........
      #.#.#.#..#..#...#..#.
      #.###..#.###.#.#.#.#.
      ..###.#.##.#.###..#.#
      #..##...##.###.###...
      #.#...#...##.###..#.#
      ........##....#...##.
      #######..##.#...#..##
      #.....#..#....#...#..
      #.###.#.###.#.#.#.#.#
      #.###.#..#.#.#.#.#.#.
      #.###.#.#.##.###.##.#
      #.....#..#.###.###.#.
      #######.##.#.###.####
      """
    #expect(drawn(symbol) == expected)
  }

  /// The sums are of squares drawn by segno 1.6.6 (Python) from the same texts, versions and masks.
  @Test(
    arguments: zip(
      [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
      [
        499_141_606, 796_696_182, 232_226_373, 527_396_640, 334_414_635, 871_140_757, 145_302_030, 382_929_823,
        25_081_848, 148_408_578, 805_632_196, 546_860_564, 136_522_666, 28_092_668, 503_354_398,
      ]))
  func `each version, filled to its last byte, is drawn as another program draws it`(length: Int, sum: Int) throws {
    let text = String(String(repeating: "Trellis ", count: 60).prefix(length))
    let version = try #require(QRVersion.all.first { length <= $0.mostBytes })
    #expect(version.mostBytes == length)
    let mask = version.number % 8
    let symbol = try #require(QRSymbol(text, masks: mask..<mask + 1))
    #expect(symbol.modules.count == version.size)
    #expect(symbol.modules.joined().reduce(0) { ($0 * 31 + ($1 ? 1 : 0)) % 1_000_000_007 } == sum)
  }

  @Test func `the mask that reads best is taken`() throws {
    let symbol = try #require(QRSymbol("https://trellis.example/invitation/3vJ8mQx1aZ"))
    let drawn = try (0..<8).map { mask in
      try #require(QRSymbol("https://trellis.example/invitation/3vJ8mQx1aZ", masks: mask..<mask + 1)).modules
    }
    #expect(drawn.contains(symbol.modules))
  }

  @Test func `what is too long is not drawn`() {
    #expect(QRSymbol(String(repeating: "x", count: 412)) != nil)
    #expect(QRSymbol(String(repeating: "x", count: 413)) == nil)
  }

  private func drawn(_ symbol: QRSymbol) -> String {
    symbol.modules.map { row in String(row.map { $0 ? "#" : "." }) }.joined(separator: "\n")
  }
}
