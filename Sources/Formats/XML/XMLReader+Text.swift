extension XMLReader {
  /// Reads characters up to the next tag into `text`; CDATA sections are characters too.
  mutating func readText() throws(FormatError) {
    text = ""
    while place < bytes.count {
      if begins("<![CDATA[") {
        let start = place + 9
        try skip(past: "]]>", from: start)
        if depth == 0 { throw broken("text stands outside the elements") }
        text += Self.lines(string(start..<place - 3))
      } else if bytes[place] == UInt8(ascii: "<") {
        return
      } else {
        text += try readCharacters(until: UInt8(ascii: "<"), isAttribute: false)
      }
    }
  }

  /// Reads up to `end`, which is left to be read, resolving references. In an attribute white space is spaces.
  mutating func readCharacters(until end: UInt8, isAttribute: Bool) throws(FormatError) -> String {
    let start = place
    var isPlain = true
    while place < bytes.count, bytes[place] != end {
      switch bytes[place] {
      case UInt8(ascii: "<"): throw broken("an attribute's value is never closed")
      case UInt8(ascii: "&"), 0x0D: isPlain = false
      case 0x0A, 0x09: if isAttribute { isPlain = false }
      case 0..<0x20: throw broken("there is a character that XML does not allow")
      default: break
      }
      place += 1
    }
    if isPlain { return string(start..<place) }
    let stop = place
    place = start
    var characters: [UInt8] = []
    while place < stop {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&") {
        characters += Array(String(try readReference(before: stop)).utf8)
        continue
      }
      place += 1
      if byte == 0x0D {
        if place < bytes.count, bytes[place] == 0x0A { continue }
        characters.append(isAttribute ? 0x20 : 0x0A)
      } else {
        characters.append(isAttribute && Self.isSpace(byte) ? 0x20 : byte)
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  /// `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;` and numbers. Any other would need a DTD.
  private mutating func readReference(before stop: Int) throws(FormatError) -> Character {
    guard let semicolon = bytes[place..<min(stop, place + 12)].firstIndex(of: UInt8(ascii: ";")) else {
      throw broken("an “&” is not followed by a name and a semicolon")
    }
    let reference = string(place + 1..<semicolon)
    guard let scalar = Self.scalar(reference) else { throw broken("“&\(reference);” is not known") }
    place = semicolon + 1
    return Character(scalar)
  }

  private static func scalar(_ reference: String) -> UnicodeScalar? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard reference.hasPrefix("#") else { return nil }
    let digits = reference.dropFirst()
    let number = digits.hasPrefix("x") ? hexadecimal(digits.dropFirst()) : decimal(digits)
    guard let number, let scalar = UnicodeScalar(number) else { return nil }
    let isAllowed = number >= 0x20 && number != 0xFFFE && number != 0xFFFF || [0x09, 0x0A, 0x0D].contains(number)
    return isAllowed ? scalar : nil
  }

  private static func decimal(_ digits: Substring) -> UInt32? {
    digits.utf8.allSatisfy { (48...57).contains($0) } ? UInt32(digits) : nil
  }

  private static func hexadecimal(_ digits: Substring) -> UInt32? {
    digits.utf8.contains(UInt8(ascii: "+")) ? nil : UInt32(digits, radix: 16)
  }

  /// Line ends are line feeds (XML 1.0 §2.11).
  private static func lines(_ text: String) -> String {
    text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
  }
}
