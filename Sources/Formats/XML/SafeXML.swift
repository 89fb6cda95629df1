/// A whole XML file as a tree: for files that are small beside memory, as one school's transfer file is.
package enum SafeXML {
  /// An element: its name without prefix, its own text trimmed, and the elements in it.
  package struct Element: Equatable, Sendable {
    package let name: String
    package let attributes: [String: String]
    package internal(set) var children: [Element] = []
    package internal(set) var text = ""

    package init(name: String, attributes: [String: String] = [:], children: [Element] = [], text: String = "") {
      self.name = name
      self.attributes = attributes
      self.children = children
      self.text = text
    }

    /// The first child of that name.
    package func child(_ name: String) -> Element? { children.first { $0.name == name } }

    package func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// The element at the end of a path of first children.
    package func element(_ path: String...) -> Element? {
      path.reduce(self as Element?) { $0?.child($1) }
    }

    /// The text at the end of a path of first children; nil where there is none, or only white space.
    package func text(_ path: String...) -> String? {
      guard let text = path.reduce(self as Element?, { $0?.child($1) })?.text, !text.isEmpty else { return nil }
      return text
    }
  }

  /// Reads the outermost element. Refuses a DTD, more than `elements` elements, and what `XMLReader` refuses.
  package static func read(
    _ bytes: [UInt8], limits: XMLReader.Limits = .init(bytes: 64 << 20), elements: Int = 2_000_000
  ) throws(FormatError) -> Element {
    var reader = try XMLReader(bytes, limits: limits)
    var open: [Element] = []
    var root: Element?
    var count = 0
    while true {
      switch try reader.next() {
      case .open:
        count += 1
        if count > elements { throw FormatError("This XML file has more than \(elements) elements.") }
        let pairs = reader.attributes.map { ($0.name, $0.value) }
        open.append(Element(name: reader.name, attributes: Dictionary(pairs) { first, _ in first }))
      case .text:
        open[open.count - 1].text += reader.text
      case .close:
        var element = open.removeLast()
        element.text = trimmed(element.text)
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
      case .end:
        guard let root else { throw FormatError("This file holds no XML.") }
        return root
      }
    }
  }
}

/// Without white space at the ends.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  if first == text.startIndex, text.index(after: last) == text.endIndex { return text }
  return String(text[first...last])
}
