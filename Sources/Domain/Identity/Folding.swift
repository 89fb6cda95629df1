import Foundation

/// Text as searches and matches compare it: without accents or case, letters and digits only, one space between words.
package enum Folding {
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return words(text.lowercased()) }
    let special = text.replacing("ß", with: "ss").replacing("ł", with: "l").replacing("Ł", with: "L")
      .replacing("ø", with: "o").replacing("Ø", with: "O").replacing("æ", with: "ae").replacing("đ", with: "d")
    return words(special.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil))
  }

  private static func words(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for character in text {
      if character.isLetter || character.isNumber {
        if pendingSpace && !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.append(character)
      } else if character != "'" && character != "’" {
        pendingSpace = true
      }
    }
    return result
  }
}
