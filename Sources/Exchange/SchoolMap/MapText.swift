import Domain

/// Texts of a map out of which times and people have been taken: what remains, without what stood around them.
enum MapText {
  private static let gap = DosageReading.gap
  /// From here on characters stand for texts that are set aside.
  static let firstMark: UInt32 = 0xE100

  /// The number of the text for which a character stands.
  static func mark(_ character: Character) -> Int? {
    guard let value = character.unicodeScalars.first?.value, (firstMark..<firstMark + 0x100).contains(value) else {
      return nil
    }
    return Int(value - firstMark)
  }

  /// Lists as people type them, one entry on a line: `• Amir`, `- Amir`, `1. Amir`, and the small o of Word's second level.
  static func withoutBullets(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      String(line).replacing(
        /^\s*(?:[•·▪◦‣●○■□➢➤✦*–—-]|\u{F0B7}|\u{F0A7}|o(?=\s+\p{Lu})|\d{1,2}[.)](?=\s))+\s*/, with: "")
    }.joined(separator: "\n")
  }

  /// With brackets that have become empty as gaps, and the others in one piece, whatever was taken out of them.
  static func closed(_ text: String) -> String {
    var closed = ""
    var inner: String?
    for character in text {
      if character == "(" || character == "[", inner == nil {
        inner = ""
      } else if character == ")" || character == "]", let words = inner {
        let left = tidied(words)
        closed +=
          left.contains { $0.isLetter || $0.isNumber || DosageReading.ratio($0) != nil || mark($0) != nil }
          ? "(\(left))" : "\(gap)"
        inner = nil
      } else if inner != nil {
        inner! += character.isNewline ? ", " : String(character)
      } else {
        closed.append(character)
      }
    }
    // A bracket that nobody closed is none.
    return closed + (inner.map { " " + $0 } ?? "")
  }

  /// The pieces between gaps and line ends, without what dangles.
  static func pieces(_ text: String) -> [String] {
    closed(text).split { $0 == gap || $0.isNewline }.map { tidied(String($0)) }.filter { !$0.isEmpty }
  }

  /// With single spaces, and without what stood around something that was taken out: `Lego therapy +`, `Amir with`.
  static func tidied(_ text: String) -> String {
    var text = CellReading.words(text).replacing(/\s+([,;])/) { $0.1 }.replacing(/([,;:&+\/–—-])(?:\s*[,;])+/) { $0.1 }
    while true {
      let edges: Set<Character> = [" ", ",", ";", ":", "–", "—", "-", "/", ".", "•", "*", "+", "&", "|", "="]
      let before = text
      while let first = text.first, edges.contains(first) { text.removeFirst() }
      while let last = text.last, edges.contains(last), !(last == "." && text.dropLast().last?.isUppercase == true) {
        text.removeLast()
      }
      // An x alone is a tick.
      text = text.replacing(/(?i)(?:\s+x|\s+×|(?:^|\s+)(?:with|by|led by|run by|and|at|on|for|from))$/, with: "")
        .replacing(/(?i)^(?:with|by|led by|run by|and|x)\s+/, with: "")
      if text == before { return text }
    }
  }
}
