/// Text of any length and language as short lines of ASCII (RFC 2045 §6.7).
enum QuotedPrintable {
  static func encoded(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
  }

  private static func line(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var line = ""
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      let isSpace = byte == 0x20 || byte == 0x09
      let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isSpace && !isLast
      let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
      if line.utf8.count + piece.utf8.count > 75 {
        lines.append(line + "=")
        line = ""
      }
      line += piece
    }
    return (lines + [line]).joined(separator: "\r\n")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
