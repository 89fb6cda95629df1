package import struct Foundation.Date
import Synchronization

/// How many ids this process has made.
private let made = Atomic<UInt64>(0)

/// The id of one `Noun`: a time-ordered UUID (version 7, RFC 9562), made in Swift. Kept as two words, so that long lists
/// compare and hash without allocating; the order of ids is the order of their texts.
package struct ID<Noun>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new id of `moment`, after every id that this process made before of the same moment: what is added together keeps
  /// its order (a counter of 30 bits after the milliseconds, RFC 9562 section 6.2, then 44 random bits).
  package static func new(at moment: Date) -> ID {
    let milliseconds = UInt64(max(0, moment.timeIntervalSince1970 * 1000)) & 0xFFFF_FFFF_FFFF
    let count = made.wrappingAdd(1, ordering: .relaxed).oldValue & 0x3FFF_FFFF
    return ID(
      high: milliseconds << 16 | 0x7000 | count >> 18,
      low: 0x8000_0000_0000_0000 | (count & 0x3_FFFF) << 44 | .random(in: 0..<1 << 44))
  }

  /// Reads 36 characters with dashes; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let id = text.withUTF8({ ID(utf8: $0) }) else { return nil }
    self = id
  }

  package init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard let words = UUIDWords(utf8: utf8) else { return nil }
    self.init(words)
  }

  package init(_ words: UUIDWords) {
    high = words.high
    low = words.low
  }

  package static func < (left: ID, right: ID) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// 36 characters, lower case, with dashes.
  package var text: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var position = 0
      func write(_ word: UInt64) {
        for shift in stride(from: 60, through: 0, by: -4) {
          if position == 8 || position == 13 || position == 18 || position == 23 {
            buffer[position] = 45
            position += 1
          }
          let nibble = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
          buffer[position] = nibble < 10 ? 48 + nibble : 87 + nibble
          position += 1
        }
      }
      write(high)
      write(low)
      return 36
    }
  }

  package var description: String { text }
}
