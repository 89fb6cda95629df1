extension HTML {
  /// What may stand in a literal, and where.
  ///
  /// | written | draws |
  /// | --- | --- |
  /// | `\(text)` | a `String`, escaped for text and for a quoted attribute |
  /// | `\(number)` | an `Int` in plain digits |
  /// | `\(html)` | another `HTML`, as it is |
  /// | `\(address)` | an `Address`: the only thing that may stand in `href`, `src`, `action` and their like |
  /// | `\(if: condition, html)`, `\(if: condition, html, else: other)` | one of them, or nothing |
  /// | `\(if: optional, body)` | `body` of the value, or nothing |
  /// | `\(each: values, body)` | `body` of every value |
  /// | `\(attribute: "aria-describedby", text)` | ` aria-describedby="…"`, or nothing where the text is nil |
  ///
  /// A text after `href="`, inside an unquoted value, in `style` or in `onclick` stops the program in every build: such
  /// a literal is wrong whatever the text, and the first test that draws the page finds it. There is deliberately no
  /// `\(optional)`: a figure that is missing from a page must be decided upon, not be a blank.
  package struct Interpolation: StringInterpolationProtocol {
    package typealias StringLiteralType = StaticString

    var bytes: [UInt8] = []
    var place: Place = .text

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { text in
        bytes.append(contentsOf: text)
        place = Place(after: text, in: place)
      }
    }

    package mutating func appendInterpolation(_ text: String) {
      place.admitText()
      escape(text)
    }

    package mutating func appendInterpolation(_ number: Int) {
      place.admitNumber()
      if number >= 0 && number < 10 { bytes.append(48 + UInt8(number)) } else { append(String(number)) }
    }

    package mutating func appendInterpolation(_ html: HTML) {
      place.admit(html)
      bytes.append(contentsOf: html.bytes)
    }

    package mutating func appendInterpolation(_ address: Address) {
      place.admitAddress()
      escape(address)
    }

    package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
      if condition { appendInterpolation(html()) }
    }

    package mutating func appendInterpolation(
      if condition: Bool, _ html: @autoclosure () -> HTML, else other: @autoclosure () -> HTML
    ) {
      appendInterpolation(condition ? html() : other())
    }

    @inlinable package mutating func appendInterpolation<Value>(if value: Value?, _ body: (Value) -> HTML) {
      if let value { appendInterpolation(body(value)) }
    }

    @inlinable package mutating func appendInterpolation<Values: Sequence>(
      each values: Values, _ body: (Values.Element) -> HTML
    ) {
      for value in values { appendInterpolation(body(value)) }
    }

    /// ` name="text"` with its leading space, or nothing where the text is nil.
    package mutating func appendInterpolation(attribute name: StaticString, _ text: String?) {
      precondition(Place(naming: name) == .value, "\(name) takes an Address, or nothing that varies.")
      guard let text else { return }
      open(name)
      escape(text)
      bytes.append(Byte.quote)
    }

    /// ` name="address"` with its leading space, or nothing where there is no address.
    package mutating func appendInterpolation(attribute name: StaticString, _ address: Address?) {
      precondition(Place(naming: name) != .code, "\(name) takes nothing that varies.")
      guard let address else { return }
      open(name)
      escape(address)
      bytes.append(Byte.quote)
    }

    private mutating func open(_ name: StaticString) {
      bytes.append(Byte.space)
      name.withUTF8Buffer { bytes.append(contentsOf: $0) }
      bytes.append(Byte.equals)
      bytes.append(Byte.quote)
    }

    private mutating func append(_ text: String) {
      var text = text
      text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String) {
      var text = text
      text.withUTF8 { escape($0) }
    }

    private mutating func escape(_ address: Address) {
      address.bytes.withUnsafeBufferPointer { escape($0) }
    }

    /// Appends in runs: most texts hold nothing to escape and are copied at once.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
      var start = 0
      for index in 0..<text.count where Byte.isEscaped(text[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        Byte.escape(of: text[index]).withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }
}

/// The bytes of ASCII that markup is made of.
enum Byte {
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27
  static let slash: UInt8 = 0x2F
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D

  /// `"`, `&`, `'`, `<`, `>` as bits of one word, since all of them are below 64.
  private static let escaped: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  @inline(__always) static func isEscaped(_ byte: UInt8) -> Bool { byte < 64 && escaped >> UInt64(byte) & 1 == 1 }

  static func escape(of byte: UInt8) -> StaticString {
    switch byte {
    case 0x22: "&quot;"
    case 0x26: "&amp;"
    case 0x27: "&#39;"
    case 0x3C: "&lt;"
    default: "&gt;"
    }
  }
}
