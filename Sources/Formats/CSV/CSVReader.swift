/// Reads CSV as any school's system writes it: RFC 4180 and what else there is. Separators `,` `;` tab and `|` are
/// guessed (a first line `sep=;` is obeyed and not counted); UTF-8, UTF-16 and Windows-1252; any line ends; quotation
/// marks around cells with separators or line breaks; rows of unequal length. Cells are trimmed.
package struct CSVReader: Sendable {
  package let limits: ReadingLimits
  /// The separator to use, an ASCII character; nil to guess.
  package let separator: UInt8?

  package init(limits: ReadingLimits = ReadingLimits(), separator: UInt8? = nil) {
    self.limits = limits
    self.separator = separator
  }

  /// The list in a file. Refuses what is no CSV, or too large, with a `FormatError`.
  package func table(_ bytes: [UInt8]) throws(FormatError) -> Table { try Table(grid(bytes)) }

  /// The rows of a file, as they stand.
  package func grid(_ bytes: [UInt8]) throws(FormatError) -> Grid {
    try limits.check(bytes: bytes.count)
    if let refusal = FileKind(bytes).refusalAsText { throw refusal }
    return try grid(text: TextDecoding.decode(bytes).text)
  }

  /// The rows of text that has been decoded, as a paste is.
  package func grid(text: String) throws(FormatError) -> Grid {
    var text = text
    let result = text.withUTF8 { utf8 in Result { () throws(FormatError) in try grid(utf8: utf8) } }
    return try result.get()
  }

  /// Hands over the rows that are not blank one by one, for files that are too large to be held at once. Refuses as `grid`
  /// does, and passes on what `body` throws.
  package func each(_ bytes: [UInt8], _ body: (TableRow) throws -> Void) throws {
    try limits.check(bytes: bytes.count)
    if let refusal = FileKind(bytes).refusalAsText { throw refusal }
    var text = TextDecoding.decode(bytes).text
    try text.withUTF8 { utf8 in
      var scanner = try scanner(utf8)
      var count = 0
      while let row = try scanner.next() {
        if row.isBlank { continue }
        count += 1
        try limits.check(rows: count)
        try body(row)
      }
    }
  }

  private func grid(utf8: UnsafeBufferPointer<UInt8>) throws(FormatError) -> Grid {
    var scanner = try scanner(utf8)
    var rows: [TableRow] = []
    while let row = try scanner.next() {
      if !row.isBlank {
        rows.append(row)
        try limits.check(rows: rows.count)
      }
    }
    if rows.isEmpty { throw FormatError("This file has no rows in it.") }
    return Grid(rows: rows)
  }

  private func scanner(_ utf8: UnsafeBufferPointer<UInt8>) throws(FormatError) -> CSVScanner {
    try Self.refuseNoise(utf8)
    let (start, told) = Self.toldSeparator(utf8)
    let body = UnsafeBufferPointer(rebasing: utf8[start...])
    return CSVScanner(
      bytes: body, separator: told ?? self.separator ?? SeparatorGuess.separator(in: body), limits: limits)
  }

  /// Text has no zero bytes and next to no control characters.
  private static func refuseNoise(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    var controls = 0
    for byte in bytes where byte < 0x20 && !(0x09...0x0D).contains(byte) {
      controls += byte == 0 ? 1000 : 1
    }
    if controls > 4 + bytes.count / 1000 {
      throw FormatError("This file does not hold text, so it cannot be a list. Export it again as CSV.")
    }
  }

  /// Where the rows begin, and the separator that a first line `sep=;` names (Excel's own custom).
  private static func toldSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> (start: Int, separator: UInt8?) {
    guard bytes.count >= 6, bytes.prefix(4).elementsEqual("sep=".utf8) else { return (0, nil) }
    switch (bytes[5], bytes.count > 6 ? bytes[6] : 0) {
    case (UInt8(ascii: "\r"), UInt8(ascii: "\n")): return (7, bytes[4])
    case (UInt8(ascii: "\r"), _), (UInt8(ascii: "\n"), _): return (6, bytes[4])
    default: return (0, nil)
    }
  }
}
