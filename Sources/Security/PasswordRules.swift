/// What a password must be: 12 to 200 characters and not one that is guessed first. No rules of composition and no
/// expiry (NIST SP 800-63B-4 §3.1.1.2; OWASP ASVS 5.0 V6.2).
package struct PasswordRules: Sendable {
  package static let shortest = 12
  package static let longest = 200

  private let ownWords: [String]

  /// `email` is its owner's; `names` are the names that surround them: their own, the school's, the program's.
  package init(email: String = "", names: [String] = []) {
    ownWords = Self.words(ofEmail: email) + names.flatMap(Self.words(ofName:))
  }

  /// Why this password cannot be used, in a sentence for its owner; nil where it can.
  package func refusal(of password: String) -> String? {
    let length = password.count
    if length < Self.shortest {
      return "Use at least \(Self.shortest) characters. Three or four words that do not belong together work well."
    }
    if length > Self.longest { return "Use at most \(Self.longest) characters." }
    let letters = Array(password.lowercased())
    if Self.isRepetitive(letters) {
      return "This password repeats the same few characters, so it is easy to guess. Choose another."
    }
    if Self.isWalk(letters) {
      return "This password counts up or runs along the keyboard, so it is easy to guess. Choose another."
    }
    if let word = ownWord(in: password) {
      return "Choose a password that does not contain “\(word)”: it is the first thing that somebody would try."
    }
    if CommonPasswords.contain(password) {
      return "This password is one of those that are tried first. Choose another: three or four words that do not "
        + "belong together work well."
    }
    return nil
  }

  private func ownWord(in password: String) -> String? {
    let plain = Self.lettersAndDigits(password)
    let unmasked = CommonPasswords.unmasked(plain)
    return ownWords.first { plain.contains($0) || unmasked.contains($0) }
  }

  /// Fewer than five different characters, or one block of up to half the length again and again.
  private static func isRepetitive(_ letters: [Character]) -> Bool {
    if Set(letters).count < 5 { return true }
    return (1...letters.count / 2).contains { period in
      letters.indices.dropFirst(period).allSatisfy { letters[$0] == letters[$0 - period] }
    }
  }

  /// Counts the characters that do not follow from the one before: by repeating it, counting on from it, or lying
  /// beside it on the keyboard. Fewer than five make a walk: `1qaz2wsx3edc` has three.
  private static func isWalk(_ letters: [Character]) -> Bool {
    zip(letters, letters.dropFirst()).count { !follows($1, $0) } + 1 < 5
  }

  private static func follows(_ next: Character, _ one: Character) -> Bool {
    if next == one { return true }
    if let a = one.asciiValue, let b = next.asciiValue, one.isLetter && next.isLetter || one.isNumber && next.isNumber,
      a + 1 == b || b + 1 == a
    {
      return true
    }
    if one.isNumber && next.isNumber { return Set([one, next]) == ["0", "9"] }
    guard let here = keys[one], let there = keys[next] else { return false }
    return abs(here.row - there.row) <= 1 && abs(here.column - there.column) <= 1
  }

  private static let keys: [Character: (row: Int, column: Int)] = {
    var keys: [Character: (row: Int, column: Int)] = [:]
    let rows = ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'#", "zxcvbnm,./"]
    let shifted = ["!\"£$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:@~", "ZXCVBNM<>?"]
    for (row, (plain, capital)) in zip(rows, shifted).enumerated() {
      for (column, key) in plain.enumerated() { keys[key] = (row, column) }
      for (column, key) in capital.enumerated() { keys[key] = (row, column) }
    }
    return keys
  }()

  private static func words(ofEmail email: String) -> [String] {
    let local = email.prefix { $0 != "@" && $0 != "+" }
    let pieces = local.split { !$0.isLetter }.map { lettersAndDigits(String($0)) }.filter { $0.count >= 4 }
    let whole = lettersAndDigits(String(local))
    return whole.count >= 3 ? [whole] + pieces : pieces
  }

  /// The words of a name that are its own. "Primary" and "school" are in every school's name and in nobody's thoughts.
  private static func words(ofName name: String) -> [String] {
    let words = name.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map { lettersAndDigits(String($0)) }
      .filter { !ordinary.contains($0) }
    let own = words.filter { $0.count >= 4 }
    return own.count > 1 ? own + [words.joined()] : own
  }

  private static let ordinary: Set<String> = [
    "the", "and", "of", "at", "for", "in", "on", "school", "schools", "academy", "college", "primary", "secondary",
    "infant", "infants", "junior", "juniors", "nursery", "first", "middle", "high", "upper", "lower", "community",
    "church", "england", "catholic", "roman", "voluntary", "aided", "controlled", "free", "grammar", "special", "trust",
    "multi", "federation", "centre", "council", "county", "city", "borough", "district", "local", "authority", "with",
    "girls", "boys", "saint", "sixth", "form",
  ]

  static func lettersAndDigits(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
