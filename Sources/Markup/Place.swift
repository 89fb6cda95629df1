/// Where in the markup the next interpolated value would stand, judged by the author's literals alone: what was
/// interpolated can never change it.
enum Place: Sendable {
  /// Between tags, or between the attributes of one.
  case text
  /// Within the quotes of an ordinary attribute.
  case value
  /// Within the quotes of an attribute that holds an address.
  case address
  /// Within an attribute that holds code or style.
  case code
  /// After `name=` without a quote, or with an apostrophe.
  case unquoted

  /// The last quotation mark decides: after `name="` we are within that attribute, after any other outside. A literal
  /// without one changes nothing.
  init(after literal: UnsafeBufferPointer<UInt8>, in place: Place) {
    guard let last = literal.last else {
      self = place
      return
    }
    if last == Byte.equals, Place.name(before: literal.count - 1, of: literal) != nil {
      self = .unquoted
      return
    }
    if last == Byte.apostrophe, literal.count > 1, literal[literal.count - 2] == Byte.equals {
      self = .unquoted
      return
    }
    var index = literal.count - 1
    while index >= 0 && literal[index] != Byte.quote { index -= 1 }
    if index < 0 {
      self = place == .unquoted ? .text : place
    } else if index > 0, literal[index - 1] == Byte.equals, let name = Place.name(before: index - 1, of: literal) {
      self = Place(naming: UnsafeBufferPointer(rebasing: literal[name]))
    } else {
      self = .text
    }
  }

  init(naming name: StaticString) { self = name.withUTF8Buffer { Place(naming: $0) } }

  private init(naming name: UnsafeBufferPointer<UInt8>) {
    switch name[0] | 0x20 {
    case UInt8(ascii: "h") where Place.isHref(name): self = .address
    case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "h"), UInt8(ascii: "o"),
      UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "x"):
      let name = String(decoding: name, as: UTF8.self).lowercased()
      switch name {
      case "href", "src", "action", "formaction", "srcset", "poster", "ping", "data", "xlink:href": self = .address
      case "style", "srcdoc": self = .code
      default: self = name.hasPrefix("on") ? .code : .value
      }
    default: self = .value
    }
  }

  /// The commonest by far, told without making a text of it.
  private static func isHref(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count == 4 && name[1] | 0x20 == UInt8(ascii: "r") && name[2] | 0x20 == UInt8(ascii: "e")
      && name[3] | 0x20 == UInt8(ascii: "f")
  }

  func admitText() {
    switch self {
    case .text, .value: break
    case .address: preconditionFailure("An address in markup is an Address, never a text.")
    case .code: preconditionFailure("No text may become style or script.")
    case .unquoted: preconditionFailure("A value in markup stands in double quotation marks.")
    }
  }

  func admitNumber() {
    precondition(
      self == .text || self == .value || self == .unquoted, "A number may not stand in an address or in code.")
  }

  func admitAddress() {
    precondition(self == .text || self == .value || self == .address, "An address may not stand here.")
  }

  /// Pieces of an attribute's value may be spliced (`class="a\(if: wide, " wide")"`), tags within one may not.
  func admit(_ html: HTML) {
    switch self {
    case .text: break
    case .value:
      precondition(
        !html.bytes.contains { $0 == Byte.quote || $0 == Byte.less }, "Markup may not stand within an attribute.")
    case .address, .code, .unquoted: preconditionFailure("Markup may not stand in an address, in code or unquoted.")
    }
  }

  /// The bounds of the attribute's name that ends before the equals sign at `end`; nil if that is no attribute's.
  private static func name(before end: Int, of literal: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = end
    while start > 0, isName(literal[start - 1]) { start -= 1 }
    guard start < end, start == 0 || literal[start - 1] <= Byte.space || literal[start - 1] == Byte.quote else {
      return nil
    }
    return start..<end
  }

  private static func isName(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":")
  }
}
