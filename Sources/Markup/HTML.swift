/// Markup in UTF-8. As `SQL` binds what is interpolated, `HTML` escapes it; another `HTML` is spliced as it is.
///
///     let cell: HTML = "<td class=\"number\">\(hours)</td>"
///     let row: HTML = "<tr><th scope=\"row\"><a href=\"\(address)\">\(name)</a></th>\(each: cells, draw)</tr>"
///
/// Its literals are `StaticString`s, so that a `String` made at run time can never become markup: only what stands in
/// the source does. What may be interpolated where is the business of `HTML.Interpolation`.
package struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The markup as it is sent.
  package private(set) var bytes: [UInt8]

  package init(stringLiteral literal: StaticString) { self.init(trusted: literal) }
  package init(stringInterpolation pieces: Interpolation) { bytes = pieces.bytes }

  /// Markup that stands in the program's source as a whole, such as an icon.
  package init(trusted literal: StaticString) {
    bytes = literal.withUTF8Buffer { Array($0) }
  }

  /// A text, escaped; the same as `"\(text)"`.
  package init(text: String) { self = "\(text)" }

  package static let empty: HTML = ""

  package var isEmpty: Bool { bytes.isEmpty }

  /// The markup as text, for tests and for files.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

  /// The pieces one after another, with `separator` between them.
  package static func joined(_ pieces: some Sequence<HTML>, by separator: HTML = .empty) -> HTML {
    var sum = HTML.empty
    var isFirst = true
    for piece in pieces {
      if !isFirst { sum += separator }
      sum += piece
      isFirst = false
    }
    return sum
  }
}

extension HTML: CustomStringConvertible {
  package var description: String { text }
}
