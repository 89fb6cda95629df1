import Foundation

/// Text in a header: on one line whatever is in it, and in words of ASCII (RFC 2047).
enum HeaderText {
  /// `quoting` where marks such as commas would mean something, as in a name before an address.
  static func encoded(_ text: String, quoting: Bool = false) -> String {
    let line = text.split { $0.isNewline || $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }
      .joined(separator: " ")
    let isPlain = line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?") && line.utf8.count <= 60
    if isPlain, quoting {
      return "\"\(line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    if isPlain { return line }
    return words(line).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  /// Pieces of at most 42 bytes, cut between characters where one can: an encoded word has at most 75 characters.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in line.unicodeScalars {
      if word.utf8.count + UTF8.width(scalar) > 42 {
        words.append(word)
        word = ""
      }
      word.unicodeScalars.append(scalar)
    }
    return words + [word]
  }
}
