/// A part of a page, read back from its markup. It reads what our own pages write: tags in pairs, attributes in quotes.
indirect enum Node: Sendable, Equatable {
  case text(String)
  case element(Element)
}

struct Element: Sendable, Equatable {
  let name: String
  let attributes: [String: String]
  var children: [Node] = []

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  subscript(attribute: String) -> String? { attributes[attribute] }
  func has(class name: String) -> Bool { self["class"]?.split(separator: " ").contains(Substring(name)) == true }

  var elements: [Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Every part below this one for which `matches` is true, in order.
  func all(_ matches: (Element) -> Bool) -> [Element] {
    elements.flatMap { (matches($0) ? [$0] : []) + $0.all(matches) }
  }

  func first(_ name: String) -> Element? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.first(name) { return found }
    }
    return nil
  }

  /// The text as it was written.
  var writtenText: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.writtenText
      }
    }.joined()
  }

  /// What is read on it, one space between words.
  var text: String { spaced.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  private var spaced: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .element(let element):
        ["script", "style", "template"].contains(element.name)
          ? "" : Element.inline.contains(element.name) ? element.spaced : " \(element.spaced) "
      }
    }.joined()
  }

  /// What an option sends.
  var sentValue: String { self["value"] ?? text }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "time", "code",
  ]
}

extension Element {
  /// The document, with `problems` of the markup as attributes of it: what was not closed, or closed twice.
  static func read(_ markup: String) -> Element {
    var reader = MarkupReader(Array(markup.utf8))
    return reader.document()
  }
}

private struct MarkupReader {
  private let bytes: [UInt8]
  private var place = 0
  private var open: [Element] = [Element("document", [:])]
  private var problems: [String] = []
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> Element {
    while place < bytes.count { bytes[place] == UInt8(ascii: "<") ? tag() : text() }
    while open.count > 1 {
      problems.append("<\(open.last!.name)> is not closed")
      close()
    }
    var document = Element("document", problems.isEmpty ? [:] : ["problems": problems.joined(separator: "; ")])
    document.children = open[0].children
    return document
  }

  private mutating func text() {
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    var text = decoded(bytes[place..<end])
    if open.last?.name == "textarea", open.last?.children.isEmpty == true, text.hasPrefix("\n") { text.removeFirst() }
    open[open.count - 1].children.append(.text(text))
    place = end
  }

  private mutating func tag() {
    guard let end = endOfTag() else {
      problems.append("a tag does not end")
      place = bytes.count
      return
    }
    let inside = bytes[(place + 1)..<end]
    place = end + 1
    if inside.first == UInt8(ascii: "!") || inside.first == UInt8(ascii: "?") { return }
    if inside.first == UInt8(ascii: "/") {
      let name = String(decoding: inside.dropFirst(), as: UTF8.self).trimmed
      guard open.count > 1, open.last!.name == name else {
        problems.append("</\(name)> closes <\(open.last!.name)>")
        return
      }
      return close()
    }
    let isClosed = inside.last == UInt8(ascii: "/")
    let name = String(decoding: inside.prefix { !isSpace($0) && $0 != UInt8(ascii: "/") }, as: UTF8.self)
    let element = Element(name, attributes(inside.dropFirst(name.utf8.count)))
    if isClosed || Self.empty.contains(name) {
      open[open.count - 1].children.append(.element(element))
    } else {
      open.append(element)
    }
  }

  private mutating func close() {
    let element = open.removeLast()
    open[open.count - 1].children.append(.element(element))
  }

  private func endOfTag() -> Int? {
    var isQuoted = false
    for index in place..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return nil
  }

  private mutating func attributes(_ inside: ArraySlice<UInt8>) -> [String: String] {
    var found: [String: String] = [:]
    var rest = inside
    while true {
      rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: "/") }
      let name = String(
        decoding: rest.prefix { !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }, as: UTF8.self)
      if name.isEmpty { return found }
      rest = rest.dropFirst(name.utf8.count)
      if found[name] != nil { problems.append("\(name) stands twice in one tag") }
      if rest.first == UInt8(ascii: "="), rest.dropFirst().first == UInt8(ascii: "\"") {
        rest = rest.dropFirst(2)
        let value = rest.prefix { $0 != UInt8(ascii: "\"") }
        found[name] = decoded(value)
        rest = rest.dropFirst(value.count + 1)
      } else {
        found[name] = ""
      }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 || byte == 13 }

  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
  }
}

extension String {
  fileprivate var trimmed: String { String(split(separator: " ").joined()) }
}
