/// Writes CSV: RFC 4180 in UTF-8, with CRLF. A cell that a spreadsheet would run as a formula is made harmless with an
/// apostrophe in front (OWASP, "CSV Injection"); numbers such as -12.50 stay numbers. Days are the caller's, in ISO form.
package struct CSVWriter {
  /// The file so far.
  package private(set) var bytes: [UInt8] = []

  /// Excel takes UTF-8 for Windows-1252 unless a byte order mark stands first.
  package init(byteOrderMark: Bool = true) {
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  package mutating func row(_ cells: some Sequence<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(cell)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func append(_ cell: String) {
    var cell = cell
    cell.withUTF8 { utf8 in
      let isHarmful = Self.isHarmful(utf8)
      let needsQuotes = Self.needsQuotes(utf8)
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
      if isHarmful { bytes.append(UInt8(ascii: "'")) }
      if needsQuotes {
        for byte in utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
  }

  private static func isHarmful(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(cell.dropFirst())
    // ＝ ＋ － ＠ in full width, which Excel in East Asia takes for the same.
    case 0xEF: ["＝", "＋", "－", "＠"].contains { cell.starts(with: $0.utf8) }
    default: false
    }
  }

  /// Digits, with commas between them and one point at the most.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let last = text.last, (48...57).contains(last), (48...57).contains(text.first!) else { return false }
    return text.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      && text.count { $0 == UInt8(ascii: ".") } <= 1
  }

  private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.first == UInt8(ascii: " ") || cell.last == UInt8(ascii: " ") { return true }
    return cell.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D || byte == 0x09
        || byte == UInt8(ascii: ";")
    }
  }
}
