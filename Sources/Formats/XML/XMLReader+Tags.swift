extension XMLReader {
  /// Reads `<name a="b">` or `<name/>`; whether it was the latter.
  mutating func readOpeningTag() throws(FormatError) -> Bool {
    place += 1
    let tag = try readName()
    if openNames.count >= limits.depth { throw broken("elements lie more than \(limits.depth) deep") }
    openNames.append(tag)
    name = localName(tag)
    attributes.removeAll(keepingCapacity: true)
    while true {
      let gap = place
      skipSpace()
      guard place < bytes.count else { throw broken("a tag is never closed") }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        return false
      }
      if begins("/>") {
        place += 2
        return true
      }
      if place == gap { throw broken("a tag has something unexpected in it") }
      try readAttribute()
    }
  }

  mutating func readClosingTag() throws(FormatError) {
    place += 2
    let tag = try readName()
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">") else { throw broken("a tag is never closed") }
    guard let open = openNames.popLast(), bytes[open] == bytes[tag] else {
      throw broken("“\(string(tag))” is closed but not open")
    }
    place += 1
    name = localName(tag)
  }

  private mutating func readAttribute() throws(FormatError) {
    let range = try readName()
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { throw broken("an attribute has no value") }
    place += 1
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
      throw broken("an attribute's value is not in quotation marks")
    }
    let mark = bytes[place]
    place += 1
    let value = try readCharacters(until: mark, isAttribute: true)
    guard place < bytes.count, bytes[place] == mark else { throw broken("an attribute's value is never closed") }
    place += 1
    if attributes.count >= limits.attributes { throw broken("a tag has too many attributes") }
    let isNamespace = bytes[range].starts(with: "xmlns".utf8)
    if !isNamespace { attributes.append((localName(range), value)) }
  }

  private mutating func readName() throws(FormatError) -> Range<Int> {
    let start = place
    while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
    let isName = place > start && !(0x2D...0x39).contains(bytes[start])
    guard isName else { throw broken("a tag has no name") }
    return start..<place
  }

  /// Letters, figures and the marks that names may have; of other scripts every letter, without looking closer.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private func localName(_ range: Range<Int>) -> String {
    guard let colon = bytes[range].lastIndex(of: UInt8(ascii: ":")) else { return string(range) }
    return string(colon + 1..<range.upperBound)
  }

  mutating func skipSpace() {
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
