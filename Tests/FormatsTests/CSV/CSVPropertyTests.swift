import Formats
import Testing

/// A small generator with a seed, so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64 (Steele, Lea and Flood, 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

struct `CSV of anything` {
  @Test(arguments: 0..<50)
  func `that we wrote is read back`(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let alphabet = Array("ab\"',;|\n é€🎈1.-\t")
    let rows = (0..<20).map { row in
      (0..<5).map { column -> String in
        let letters = (0..<Int.random(in: 0...8, using: &numbers)).map { _ in alphabet.randomElement(using: &numbers)! }
        return column == 0
          ? "r\(row)"
          : String(letters).split(omittingEmptySubsequences: false) { $0 == "\n" }
            .map { $0.trimmed }.joined(separator: "\n").trimmed
      }
    }
    var writer = CSVWriter(byteOrderMark: seed % 2 == 0)
    for row in rows { writer.row(row) }
    let back = try CSVReader(separator: UInt8(ascii: ",")).grid(writer.bytes)
    let unmasked = back.rows.map { $0.cells.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } }
    #expect(unmasked.map { $0.map(\.apostropheless) } == rows.map { $0.map(\.apostropheless) })
  }

  @Test(arguments: 0..<200)
  func `is read or refused, and never stops the program`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 1000)
    let alphabet: [UInt8] = Array("a1,;|\t\n\r\" ".utf8) + [0xC2, 0xA0, 0xE2, 0xFF, 0xFE, 0, 0x1A]
    let bytes = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in alphabet.randomElement(using: &numbers)! }
    let grid = try? CSVReader().grid(bytes)
    if let grid { #expect(zip(grid.rows, grid.rows.dropFirst()).allSatisfy { $0.number < $1.number }) }
  }
}

extension StringProtocol {
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(
      start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex))
  }

  fileprivate var apostropheless: String { String(drop { $0 == "'" }) }
}
