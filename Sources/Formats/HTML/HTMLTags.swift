/// Goes through HTML as a browser would, forgiving everything, as far as tables and their words need.
struct HTMLTags {
  enum Piece: Equatable {
    case open(String, [String: String])
    case close(String)
    /// Words with references resolved; line breaks of the source are spaces.
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Piece? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return words() }
      if begins("<!--") {
        skip(past: "-->")
      } else if begins("<!") || begins("<?") {
        skip(past: ">")
      } else if let tag = tag() {
        return tag
      }
    }
    return nil
  }

  private mutating func words() -> Piece {
    let start = place
    repeat { place += 1 } while place < bytes.count && bytes[place] != UInt8(ascii: "<")
    let words = String(decoding: bytes[start..<place].map { $0 <= 0x20 ? 0x20 : $0 }, as: UTF8.self)
    return .text(HTMLCharacters.resolved(words))
  }

  /// The tag at this place; nil where it is none that matters, and was passed.
  private mutating func tag() -> Piece? {
    let closes = begins("</")
    var end = place + (closes ? 2 : 1)
    let start = end
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    guard end > start else {
      // A “<” that begins no tag is itself.
      place += 1
      return .text("<")
    }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    place = end
    let attributes = attributes()
    if closes { return .close(name) }
    if ["script", "style", "head", "title", "xml", "svg"].contains(name) {
      skip(pastClosing: name)
      return nil
    }
    return .open(name, attributes)
  }

  /// Only the two attributes that tables need.
  private mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let start = place
      while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
      let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
      if name.isEmpty {
        place += 1
        continue
      }
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { continue }
      place += 1
      let value = attributeValue()
      if name == "colspan" || name == "rowspan" { attributes[name] = value }
    }
    place = min(bytes.count, place + 1)
    return attributes
  }

  private mutating func attributeValue() -> String {
    guard place < bytes.count else { return "" }
    let mark = bytes[place]
    let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    if isQuoted { place += 1 }
    let start = place
    while place < bytes.count,
      isQuoted ? bytes[place] != mark : bytes[place] > 0x20 && bytes[place] != UInt8(ascii: ">")
    { place += 1 }
    defer { if isQuoted { place = min(bytes.count, place + 1) } }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skip(past end: StaticString) {
    while place < bytes.count {
      if begins(end) {
        place += end.utf8CodeUnitCount
        return
      }
      place += 1
    }
  }

  private mutating func skip(pastClosing name: String) {
    let closing = Array("</\(name)".utf8)
    while place < bytes.count {
      let here = bytes[place..<min(bytes.count, place + closing.count)].map { (65...90).contains($0) ? $0 + 32 : $0 }
      if here == closing {
        skip(past: ">")
        return
      }
      place += 1
    }
  }

  private func begins(_ words: StaticString) -> Bool {
    guard place + words.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<words.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == words.utf8Start[$0] }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
