/// Where a link, a picture or a form leads: a path of this program or a page at `https`. The only thing that may stand in
/// `href`, `src` and `action`.
///
///     let map: Address = "/schools/\(segment: urn)/map"
///     let spring = map.asking("from", "2027-01-04").asking("by", "stage")
///     let field: Address = "#\(segment: fieldID)"
///
/// A literal begins with `/`, `?`, `#` or `https://host/`; anything else (`//host`, `javascript:`) stops the program in
/// every build, since it is wrong whatever is interpolated. What is interpolated is percent-encoded, and can neither
/// end its segment nor begin a query.
package struct Address: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The address in ASCII, percent-encoded; not yet escaped for markup.
  let bytes: [UInt8]

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
    precondition(Address.isPlain(bytes), "An address is a path or begins with https://, not: \(literal)")
  }

  package init(stringInterpolation pieces: Interpolation) {
    bytes = pieces.bytes
    precondition(!bytes.starts(with: [Byte.slash, Byte.slash]), "An address that begins with // leads elsewhere.")
  }

  private init(encoded bytes: [UInt8]) { self.bytes = bytes }

  package struct Interpolation: StringInterpolationProtocol {
    package typealias StringLiteralType = StaticString

    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 40)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      let isFirst = bytes.isEmpty
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
      precondition(
        !isFirst || bytes.isEmpty || Address.isPlain(bytes),
        "An address is a path or begins with https://, not: \(literal)")
    }

    /// One step of the path, or any other single part. An empty one and one of dots alone, which browsers would
    /// resolve away, become a blank, which no route finds.
    package mutating func appendInterpolation(segment: String) {
      precondition(!bytes.isEmpty, "An address begins with its own literal.")
      let start = bytes.count
      PercentEncoding.append(segment, to: &bytes)
      if bytes[start...].allSatisfy({ $0 == UInt8(ascii: ".") }) {
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: "%20".utf8)
      }
    }

    package mutating func appendInterpolation(_ number: Int) {
      precondition(!bytes.isEmpty, "An address begins with its own literal.")
      bytes.append(contentsOf: String(number).utf8)
    }

    /// Another address, to be continued. Only at the very beginning.
    package mutating func appendInterpolation(_ address: Address) {
      precondition(bytes.isEmpty, "An address can be continued, not inserted.")
      bytes.append(contentsOf: address.bytes)
    }
  }

  /// The same address with one more item in its query; what stands after `#` stays last.
  package func asking(_ name: String, _ value: String) -> Address {
    let fragment = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    var asked: [UInt8] = []
    asked.reserveCapacity(bytes.count + name.utf8.count + value.utf8.count + 2)
    asked.append(contentsOf: bytes[..<fragment])
    asked.append(asked.contains(UInt8(ascii: "?")) ? UInt8(ascii: "&") : UInt8(ascii: "?"))
    PercentEncoding.append(name, to: &asked)
    asked.append(UInt8(ascii: "="))
    PercentEncoding.append(value, to: &asked)
    asked.append(contentsOf: bytes[fragment...])
    return Address(encoded: asked)
  }

  /// The same address with these items in its query, in their order; an empty value is left out.
  package func asking(_ items: [(name: String, value: String)]) -> Address {
    items.reduce(self) { $1.value.isEmpty ? $0 : $0.asking($1.name, $1.value) }
  }
}

extension Address {
  /// A telephone number to be called from a phone: digits and blanks only.
  package static func telephone(_ number: StaticString) -> Address {
    let digits = number.withUTF8Buffer { Array($0) }.filter { $0 != Byte.space }
    precondition(digits.allSatisfy { (48...57).contains($0) }, "A telephone number is digits, not: \(number)")
    return Address(encoded: Array("tel:".utf8) + digits)
  }

  /// A page elsewhere that somebody gave us, such as the evidence behind a provision. Nil unless it begins with
  /// `https://`, names a host, and holds neither a user's name nor anything but printing ASCII.
  package init?(external text: String) {
    guard text.prefix(8).lowercased() == "https://", Address.isPrinting(text) else { return nil }
    let host = text.dropFirst(8).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !host.isEmpty, !host.contains("@") else { return nil }
    self.init(encoded: Array(text.utf8))
  }

  /// A path of this program that came back from a browser, such as where to go on after signing in. Nil for anything
  /// that a browser could read as another site.
  package init?(local text: String) {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), Address.isPrinting(text) else { return nil }
    self.init(encoded: Array(text.utf8))
  }

  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    if bytes.first == Byte.slash { return (bytes.count < 2 || bytes[1] != Byte.slash) && bytes.allSatisfy(isPrinting) }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("?") || text.hasPrefix("#") { return isPrinting(text) }
    guard text.hasPrefix("https://") else { return false }
    let rest = text.dropFirst(8)
    return rest.first != "/" && rest.contains("/") && !rest.prefix { $0 != "/" }.contains("@") && isPrinting(text)
  }

  /// Browsers read `\` as `/` and skip tabs and line ends, so none of them may stand in an address.
  private static func isPrinting(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != 0x5C && byte != 0x22 && byte != 0x3C && byte != 0x3E
  }

  private static func isPrinting(_ text: String) -> Bool { text.utf8.allSatisfy(isPrinting) }
}

extension Address: CustomStringConvertible {
  package var description: String { text }
}

/// Percent-encoding of RFC 3986: everything but its unreserved characters.
private enum PercentEncoding {
  /// Ids and the like, which need no encoding, are copied at once.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      if text.allSatisfy(isUnreserved) { bytes.append(contentsOf: text) } else { encode(text, to: &bytes) }
    }
  }

  private static func encode(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
