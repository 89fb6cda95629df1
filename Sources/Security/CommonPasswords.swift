import Foundation

/// The words that leaked passwords of twelve and more characters are made of. A full list of breached passwords would be
/// many megabytes and still miss `Sunshine2026!!`; the commonest words and names and the usual ways to lengthen one
/// (figures, an exclamation mark, letters written as figures, the word twice or backwards) catch the same people.
enum CommonPasswords {
  /// Whether it is a listed password, or nothing is left of it but at most two of the listed words, forwards or backwards,
  /// once figures, marks and masks are off.
  static func contain(_ password: String) -> Bool {
    let whole = password.lowercased()
    if words.contains(whole) { return true }
    let begun = whole.reversed().drop { !$0.isLetter }.reversed()
    let inner = begun.drop { !$0.isLetter }
    return [whole.filter(\.isLetter), unmasked(whole), unmasked(String(begun)), unmasked(String(inner))].contains {
      let letters = $0.filter(\.isLetter)
      return letters.count < 4 || distinctWords(in: letters) <= 2 || distinctWords(in: String(letters.reversed())) <= 2
    }
  }

  /// Letters that were written as figures, read as letters.
  static func unmasked(_ text: String) -> String {
    String(text.map { masks[$0] ?? $0 })
  }

  private static let masks: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i",
  ]

  /// The least number of different listed words that spell `letters` out, or a large number where they do not.
  private static func distinctWords(in letters: String) -> Int {
    let letters = Array(letters)
    guard letters.count <= 60 else { return .max }
    // The sets of words that spell the first `end` letters; sets of more than two are of no interest.
    var ways: [Set<Set<String>>] = [[[]]]
    for end in 1...letters.count {
      var here: Set<Set<String>> = []
      for length in 1...min(end, longest) {
        let word = String(letters[end - length..<end])
        guard words.contains(word) else { continue }
        for way in ways[end - length] where way.union([word]).count <= 2 { here.insert(way.union([word])) }
      }
      ways.append(here)
    }
    return ways[letters.count].map(\.count).min() ?? .max
  }

  private static let words: Set<String> = Set(own).union(phrases).union(listed)

  /// Of the longest word: a longer stretch of letters need not be looked up.
  private static let longest = words.map(\.count).max() ?? 0

  /// The list beside the program. It belongs to the program as its code does: without it no password could be judged.
  private static let listed: [String] = {
    let file = Bundle.module.bundleURL.appending(path: "Resources/common-words.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      preconditionFailure("the folder trellis_Security.resources does not lie beside the program")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ") }.map(
      String.init)
  }()
}
