/// The two words of a UUID, read from its 36 characters: eight hexadecimal digits at a time, since lists of tens of thousands
/// of rows have one or two in each.
package struct UUIDWords: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  /// Nil for anything but 36 characters with dashes in their places.
  package init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count == 36, utf8[8] == 45, utf8[13] == 45, utf8[18] == 45, utf8[23] == 45 else { return nil }
    let text = UnsafeRawBufferPointer(utf8)
    func half(_ place: Int) -> UInt64 {
      UInt64(UInt32(bigEndian: text.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
    guard let first = Self.word(half(0) << 32 | half(4)), let second = Self.word(half(9) << 32 | half(14)),
      let third = Self.word(half(19) << 32 | half(24)), let fourth = Self.word(half(28) << 32 | half(32))
    else { return nil }
    high = first << 32 | second
    low = third << 32 | fourth
  }

  /// Eight digits, a byte each, as 32 bits; nil where one is none.
  private static func word(_ digits: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Capitals become small letters; what has neither of these two bits was no digit.
    let small = digits | ones << 5
    let isText = (digits | digits << 1) & ones << 6
    let isLetter = small >> 6 & ones
    var value = (small & 0x0F0F_0F0F_0F0F_0F0F) &+ isLetter &* 9
    // Each is below 16, and written again the same, or it was none.
    let isHigh = (value &+ ones &* 6) >> 4 & ones
    guard isText == ones << 6, value & 0xF0F0_F0F0_F0F0_F0F0 == 0, value &+ ones &* 0x30 &+ isHigh &* 0x27 == small
    else { return nil }
    value = (value | value >> 4) & 0x00FF_00FF_00FF_00FF
    value = (value | value >> 8) & 0x0000_FFFF_0000_FFFF
    return (value | value >> 16) & 0x0000_0000_FFFF_FFFF
  }
}
