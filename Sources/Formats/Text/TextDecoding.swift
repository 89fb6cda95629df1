/// Text as schools' systems write it: UTF-8 with a mark or without, UTF-16, or Windows-1252.
package enum TextDecoding {
  package enum Encoding: String, Hashable, Sendable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252
  }

  /// The text without its byte order mark, and how it was written. What is not valid UTF-8 is taken as Windows-1252, in
  /// which every byte means something.
  package static func decode(_ bytes: [UInt8]) -> (text: String, encoding: Encoding) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (utf16(bytes.dropFirst(2), littleEndian: true), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return (utf16(bytes.dropFirst(2), littleEndian: false), .utf16BigEndian)
    }
    if let littleEndian = unmarkedUTF16(bytes) {
      return (utf16(bytes[...], littleEndian: littleEndian), littleEndian ? .utf16LittleEndian : .utf16BigEndian)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return (text, .utf8) }
    return (windows1252(body), .windows1252)
  }

  /// Windows-1252 as browsers read it (WHATWG Encoding, "index-windows-1252"): the five bytes that it leaves undefined
  /// are control characters.
  package static func windows1252(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append((0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : UnicodeScalar(byte))
    }
    return String(text)
  }

  private static let special: [UnicodeScalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (low, high) = littleEndian ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
      units.append(UInt16(high) << 8 | UInt16(low))
      place += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Western text in UTF-16 without a mark has a zero in nearly every second place: true where it is little-endian.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let start = bytes.prefix(512)
    guard start.count >= 8, start.contains(0) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in start.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = start.count / 2
    if zeros[1] * 10 >= half * 8, zeros[0] * 20 <= half { return true }
    if zeros[0] * 10 >= half * 8, zeros[1] * 20 <= half { return false }
    return nil
  }
}
