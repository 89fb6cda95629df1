/// A QR code of a text, as bytes, with error correction of level M (a seventh of it may be lost): ISO/IEC 18004:2015,
/// versions 1 to 15, which hold 412 bytes. There is no library for it in Debian's Swift world; the algorithm is that of
/// the standard.
package struct QRSymbol: Hashable, Sendable {
  /// Rows of modules from the top; true is dark. Without the quiet zone of four modules around it.
  package let modules: [[Bool]]

  /// Nil when the text is longer than 412 bytes.
  package init?(_ text: String) { self.init(text, masks: 0..<8) }

  /// With the best of these masks.
  init?(_ text: String, masks: Range<Int>) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion.all.first(where: { bytes.count <= $0.mostBytes }) else { return nil }
    let codewords = version.interleaved(version.codewords(of: bytes))
    var best: (penalty: Int, modules: [[Bool]])?
    for mask in masks {
      var grid = QRGrid(version)
      grid.drawFunctionPatterns()
      grid.place(codewords, mask: mask)
      grid.drawFormat(mask: mask)
      let penalty = grid.penalty
      if penalty < best?.penalty ?? .max { best = (penalty, grid.modules) }
    }
    modules = best?.modules ?? []
  }
}

/// Sizes of a version at level M: ISO/IEC 18004:2015, table 9.
struct QRVersion {
  let number: Int
  /// Error correction codewords of each block.
  let correction: Int
  /// Data codewords of each block, in order.
  let blocks: [Int]

  var size: Int { number * 4 + 17 }
  private var dataCodewords: Int { blocks.reduce(0, +) }
  private var countBits: Int { number < 10 ? 8 : 16 }
  var mostBytes: Int { (dataCodewords * 8 - 4 - countBits) / 8 }

  static let all: [QRVersion] = [
    (10, [(1, 16)]), (16, [(1, 28)]), (26, [(1, 44)]), (18, [(2, 32)]), (24, [(2, 43)]), (16, [(4, 27)]),
    (18, [(4, 31)]), (22, [(2, 38), (2, 39)]), (22, [(3, 36), (2, 37)]), (26, [(4, 43), (1, 44)]),
    (30, [(1, 50), (4, 51)]), (22, [(6, 36), (2, 37)]), (22, [(8, 37), (1, 38)]), (24, [(4, 40), (5, 41)]),
    (24, [(5, 41), (5, 42)]),
  ].enumerated().map { index, sizes in
    QRVersion(
      number: index + 1, correction: sizes.0, blocks: sizes.1.flatMap { Array(repeating: $0.1, count: $0.0) })
  }

  /// Mode "bytes", the count, the bytes, the end, and filling up to the last codeword.
  func codewords(of bytes: [UInt8]) -> [UInt8] {
    var bits = QRBits()
    bits.append(0b0100, 4)
    bits.append(bytes.count, countBits)
    for byte in bytes { bits.append(Int(byte), 8) }
    bits.append(0, min(4, dataCodewords * 8 - bits.count))
    bits.append(0, (8 - bits.count % 8) % 8)
    var filling = 0xEC
    while bits.count < dataCodewords * 8 {
      bits.append(filling, 8)
      filling ^= 0xEC ^ 0x11
    }
    return bits.bytes
  }

  /// The blocks with their correction, one codeword of each in turn.
  func interleaved(_ data: [UInt8]) -> [UInt8] {
    let divisor = ReedSolomon.divisor(correction)
    var parts: [(data: [UInt8], correction: [UInt8])] = []
    var start = 0
    for length in blocks {
      let part = Array(data[start..<start + length])
      parts.append((part, ReedSolomon.remainder(part, divisor)))
      start += length
    }
    var result: [UInt8] = []
    for index in 0..<(blocks.max() ?? 0) { result += parts.compactMap { index < $0.data.count ? $0.data[index] : nil } }
    for index in 0..<correction { result += parts.map { $0.correction[index] } }
    return result
  }
}

private struct QRBits {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ value: Int, _ length: Int) {
    for place in stride(from: length - 1, through: 0, by: -1) {
      if count % 8 == 0 { bytes.append(0) }
      if value >> place & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
      count += 1
    }
  }
}

/// Arithmetic in GF(256) with the polynomial 0x11D, as the standard's annex A says.
private enum ReedSolomon {
  static func divisor(_ degree: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: degree)
    result[degree - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in 0..<degree {
        result[index] = product(result[index], root) ^ (index + 1 < degree ? result[index + 1] : 0)
      }
      root = product(root, 2)
    }
    return result
  }

  static func remainder(_ data: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: divisor.count)
    for byte in data {
      let factor = byte ^ result.removeFirst()
      result.append(0)
      for index in result.indices { result[index] ^= product(divisor[index], factor) }
    }
    return result
  }

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var result = 0
    for place in stride(from: 7, through: 0, by: -1) {
      result = result << 1 ^ (result >> 7) * 0x11D
      if right >> UInt8(place) & 1 == 1 { result ^= Int(left) }
    }
    return UInt8(result & 0xFF)
  }
}
