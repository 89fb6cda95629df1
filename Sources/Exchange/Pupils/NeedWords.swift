import Domain

/// The words of a part of a cell with needs, each taken for what it can be: the longest run of words that is a name or code,
/// a rank, what parts needs, or nothing known.
struct NeedWords {
  struct Token {
    enum Kind {
      case type(NeedType)
      case rank(Int)
      case separator
      case unread
    }

    let kind: Kind
    let text: String
    let isBracketed: Bool
    /// Whether it is the code of a type, not its name.
    var isCode: Bool { text.contains(where: \.isUppercase) && NeedType.coded(text.uppercased()) != nil }
  }

  private(set) var tokens: [Token] = []

  init(_ text: String) {
    let pieces = Self.pieces(of: text)
    var (place, isBracketed) = (0, false)
    func add(_ kind: Token.Kind, _ text: String) {
      tokens.append(Token(kind: kind, text: text, isBracketed: isBracketed))
    }
    while place < pieces.count {
      let piece = pieces[place]
      if let (type, end) = Self.type(in: pieces, at: place) {
        // "Other: ASD" says which one, not what.
        let isLabel = piece.letters == "other" && end < pieces.count && pieces[end].text == ":"
        if !isLabel { add(.type(type), Self.words(pieces[place..<end])) }
        place = end
        continue
      }
      place += 1
      if "([".contains(piece.text) {
        isBracketed = true
      } else if ")]".contains(piece.text) {
        isBracketed = false
      } else if [",", "/", "+", "&"].contains(piece.text) || piece.letters == "and" {
        if !isBracketed { add(.separator, piece.text) }
      } else if let rank = Self.rank(piece.letters) {
        add(.rank(rank), piece.text)
      } else if piece.isWord, !Self.idle.contains(piece.letters) {
        add(.unread, piece.text)
      }
    }
  }

  /// Words that say nothing by themselves.
  private static let idle: Set<String> = ["need", "needs", "type", "of", "rank", "sen", "send", "the", "area"]

  private static let ranks: [String: Int] = [
    "primary": 1, "main": 1, "first": 1, "1st": 1, "secondary": 2, "second": 2, "2nd": 2, "tertiary": 3, "third": 3,
    "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
  ]

  /// `primary`, `2nd`, `3`, `need2`.
  private static func rank(_ letters: String) -> Int? {
    if let rank = ranks[letters] { return rank }
    let digits = ["need", "rank", "type"].first(where: letters.hasPrefix).map { letters.dropFirst($0.count) }
    let digit = digits ?? letters[...]
    return digit.count == 1 ? Int(digit).flatMap { $0 > 0 ? $0 : nil } : nil
  }

  /// A word, or one mark between words.
  private struct Piece {
    let text: String
    /// Small, without apostrophes; empty for a mark.
    let letters: String
    var isWord: Bool { !letters.isEmpty }
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = ""
    func close() {
      let letters = word.lowercased().filter { $0.isLetter || $0.isNumber }
      if !letters.isEmpty { pieces.append(Piece(text: word, letters: letters)) }
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber || "'’".contains(character) {
        word.append(character)
      } else {
        close()
        if !character.isWhitespace { pieces.append(Piece(text: String(character), letters: "")) }
      }
    }
    close()
    return pieces
  }

  private static func words(_ pieces: ArraySlice<Piece>) -> String {
    pieces.filter(\.isWord).map(\.text).joined(separator: " ")
  }

  /// The longest run of words from `place` on that is a name or a code, whatever marks but brackets stand between them. The
  /// longest name has eleven words.
  private static func type(in pieces: [Piece], at place: Int) -> (NeedType, end: Int)? {
    var (letters, words) = ("", 0)
    var found: (NeedType, end: Int)?
    for end in place..<pieces.count where words < 11 {
      guard pieces[end].isWord else {
        if words == 0 || "()[]".contains(pieces[end].text) { break }
        continue
      }
      words += 1
      letters += pieces[end].letters
      if let type = NeedType.written(letters) { found = (type, end + 1) }
    }
    return found
  }
}
