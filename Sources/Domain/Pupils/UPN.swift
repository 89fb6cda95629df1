/// A unique pupil number: a check letter, the authority's three digits, and nine more; a temporary one ends in a letter.
/// Shown only to who needs it, never a key in an address (DfE, "Unique pupil numbers: guide").
package struct UPN: Hashable, Sendable {
  package let text: String

  private static let alphabet = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  /// Spaces are dropped and letters made capital. Nil when it has not the shape of a UPN; a wrong check letter is kept,
  /// since schools' files carry them, and told by `hasRightCheckLetter`.
  package init?(_ typed: String) {
    let bytes = Array(typed.uppercased().utf8.filter { $0 != 32 })
    guard bytes.count == 13, UPN.alphabet.contains(bytes[0]), bytes[1..<12].allSatisfy({ (48...57).contains($0) }),
      (48...57).contains(bytes[12]) || UPN.alphabet.contains(bytes[12])
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  package var isTemporary: Bool { text.utf8.last! > 57 }

  /// Σ value × position for positions 2 to 13, modulo 23; a last letter counts as its index in the alphabet.
  package var checkLetter: Character {
    var sum = 0
    for (index, byte) in text.utf8.enumerated().dropFirst() {
      let value = byte <= 57 ? Int(byte) - 48 : UPN.alphabet.firstIndex(of: byte)!
      sum += value * (index + 1)
    }
    return Character(UnicodeScalar(UPN.alphabet[sum % 23]))
  }

  package var hasRightCheckLetter: Bool { text.first == checkLetter }
}
