import Testing

@testable import Formats

@Suite struct QRSymbolTests {
  @Test func `one letter is drawn as the standard says`() throws {
    let symbol = try #require(QRSymbol("A", masks: 0..<1))
    let expected = """
      #######..###..#######
      #.....#.#.###.#.....#
      #.###.#...#...#.###.#
      #.###.#..#....#.###.#
      #.###.#.##..#.#.###.#
      #.....#...#.#.#.....#
      #######.#.#.#.#######
      ...........##........
      #.#.#.#...##....#..#.
      #..###...#....#...##.
      .#....#.###.#...#...#
      #.#.#....##...#...#..
      #.#..##.#.#.#.#.#.#.#
      ........####.#.#.#.#.
      #######....#.###.####
      #.....#..#.###.###...
      #.###.#.##.#.###.##.#
      #.###.#.......#...##.
      #.###.#.##..#...#...#
      #.....#..##...#...##.
      #######.#...#.#.#.###
      """
    #expect(drawn(symbol) == expected)
  }

  /// The sums are of squares that qrcode 8.2 (Python) draws from the same texts, versions and masks.
  @Test(
    arguments: zip(
      [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
      [
        167_103_230, 908_762_718, 924_774_405, 989_115_597, 784_103_575, 348_970_694, 307_234_459, 572_581_283,
        326_608_590, 397_591_558, 887_000_921, 51_563_489, 487_469_200, 95_195_159, 589_979_664,
      ]))
  func `each version, with a little filling, is drawn as another program draws it`(length: Int, sum: Int) throws {
    let text = String(String(repeating: "Trellis ", count: 60).prefix(length - 3))
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
