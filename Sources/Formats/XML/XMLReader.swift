/// Goes through XML one tag at a time. It reads what files of data are made of and refuses the rest: a DTD, with which
/// entities could be declared that grow without end or read other files, is not XML to us.
package struct XMLReader {
  package enum Event: Equatable, Sendable {
    /// An element begins; `name` is the one that it is closed by.
    case open
    /// An element ends; an empty one both opens and closes.
    case close
    /// Characters between tags, with references resolved; also white space.
    case text
    case end
  }

  package struct Limits: Sendable {
    package var bytes: Int
    package var depth: Int
    package var attributes: Int

    package init(bytes: Int = 256 << 20, depth: Int = 200, attributes: Int = 200) {
      self.bytes = bytes
      self.depth = depth
      self.attributes = attributes
    }
  }

  /// The name of the element that was opened or closed last, without its prefix.
  package internal(set) var name = ""
  /// The attributes of the element that was opened last, names without their prefixes.
  package internal(set) var attributes: [(name: String, value: String)] = []
  /// The characters of the last `text`.
  package internal(set) var text = ""

  let bytes: [UInt8]
  let limits: Limits
  var place = 0
  /// Where the names of the open elements stand, prefixes too.
  var openNames: [Range<Int>] = []
  private var isEmptyElement = false
  private var hasRoot = false

  /// Refuses what is too large or in an encoding that is not what it says.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(FormatError) {
    if bytes.count > limits.bytes { throw FormatError("This file is too large: more than \(limits.bytes >> 20) MB.") }
    if let refusal = Self.refusal(of: FileKind(bytes)) { throw refusal }
    self.bytes = try XMLEncoding.utf8(bytes)
    self.limits = limits
  }

  package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// How many elements are open.
  package var depth: Int { openNames.count }

  /// What comes next. After `.end` it stays `.end`.
  package mutating func next() throws(FormatError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      openNames.removeLast()
      return .close
    }
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") || begins("<![CDATA[") {
        try readText()
        if depth > 0 { return .text }
        if text.contains(where: { !$0.isWhitespace }) { throw broken("text stands outside the elements") }
      } else if begins("<!--") {
        try skip(past: "-->", from: place + 4)
      } else if begins("<?") {
        try skip(past: "?>", from: place + 2)
      } else if begins("<!") {
        throw FormatError("This XML file declares document types or entities (a DTD), which is not safe to read.")
      } else if begins("</") {
        try readClosingTag()
        return .close
      } else {
        if depth == 0, hasRoot { throw broken("there is more than one outermost element") }
        hasRoot = true
        isEmptyElement = try readOpeningTag()
        return .open
      }
    }
    if let open = openNames.last { throw broken("“\(string(open))” is never closed") }
    if !hasRoot { throw FormatError("This file holds no XML.") }
    return .end
  }

  /// Goes past the rest of the element that was opened last, all that is in it too.
  package mutating func skipElement() throws(FormatError) {
    let outside = depth - 1
    while depth > outside { _ = try next() }
  }

  func begins(_ words: StaticString) -> Bool {
    guard place + words.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<words.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == words.utf8Start[$0] }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func broken(_ reason: String) -> FormatError {
    let line = 1 + bytes.prefix(place).count { $0 == UInt8(ascii: "\n") }
    return FormatError("This XML file is broken at line \(line): \(reason).")
  }

  mutating func skip(past end: StaticString, from start: Int) throws(FormatError) {
    place = start
    while place < bytes.count {
      if begins(end) {
        place += end.utf8CodeUnitCount
        return
      }
      place += 1
    }
    throw broken("a comment or instruction is never closed")
  }

  private static func refusal(of kind: FileKind) -> FormatError? {
    switch kind {
    case .xml, .html, .other: nil
    case .zip: FormatError("This is a zip archive, not an XML file. Unpack it first.")
    default: kind.refusalAsText
    }
  }
}
