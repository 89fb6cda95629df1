import Domain

/// What a cell says of needs. It is parted first (`SLCN (primary); ASD`), since what is a note in one part is a need in
/// another; then each part is read: names have commas in them, a code and a name say the same twice, ranks stand before or
/// after as numbers or words.
struct NeedCell {
  /// Once each, in order of their ranks, else of the text.
  private(set) var types: [NeedType] = []
  /// What is neither a type of need nor its rank, part by part: to be told.
  private(set) var unread: [String] = []
  /// Whether two of them are said to have the same rank.
  private(set) var hasEqualRanks = false
  private var ranks: [NeedType: Int] = [:]

  init(_ text: String) {
    if let one = NeedType(typed: text) {
      types = [one]
      return
    }
    // No name has any of these in it.
    for part in text.split(whereSeparator: { ";\n\r|•".contains($0) }) { read(NeedWords(String(part)).tokens) }
    inOrderOfRanks()
  }

  /// A rank alone: `1`, `1st`, `Primary`. Nil for anything else.
  static func rank(_ text: String) -> Int? {
    let tokens = NeedWords(text).tokens
    guard tokens.count == 1, case .rank(let rank) = tokens[0].kind else { return nil }
    return rank
  }

  /// Several needs may stand in a row: `1 SLCN 2 ASD`, `ASD, SLCN`.
  private mutating func read(_ tokens: [NeedWords.Token]) {
    var (part, ranksFirst) = (Part(), false)
    if case .rank? = tokens.first?.kind { ranksFirst = true }
    for token in tokens {
      switch token.kind {
      case .type(let type):
        if let other = part.type, other != type { close(&part) }
        if part.type == nil {
          part.type = type
          part.mayHaveNote = token.isCode && part.unread.isEmpty
        }
        part.words.append(token.text)
      case .rank(let rank):
        if ranksFirst, part.type != nil { close(&part) }
        part.rank = part.rank ?? rank
        part.words.append(token.text)
      case .unread:
        part.unread.append(token)
        part.words.append(token.text)
      case .separator:
        if part.type != nil || !part.unread.isEmpty { close(&part) }
      }
    }
    close(&part)
  }

  private mutating func close(_ part: inout Part) {
    defer { part = Part() }
    guard let type = part.type, part.isUnderstood else {
      if part.type != nil || !part.unread.isEmpty { unread.append(part.words.joined(separator: " ")) }
      return
    }
    if let note = part.note { unread.append(note) }
    if !types.contains(type) { types.append(type) }
    if let rank = part.rank, ranks[type] == nil { ranks[type] = rank }
  }

  /// Those without a rank take those that are left, in the order of the text.
  private mutating func inOrderOfRanks() {
    let said = types.compactMap { ranks[$0] }
    hasEqualRanks = Set(said).count < said.count
    var next = 1
    for type in types where ranks[type] == nil {
      while ranks.values.contains(next) { next += 1 }
      ranks[type] = next
    }
    let places = types.enumerated().map { (type: $1, rank: ranks[$1]!, place: $0) }
    types = places.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.type)
  }
}

/// One need, as it is being read.
private struct Part {
  var type: NeedType?
  /// A code that stands first may be followed by anything: `SLCN - severe`. Behind a name only brackets hold a note, so that
  /// `visual stress` and `no sign of autism` are no types of need.
  var mayHaveNote = false
  var rank: Int?
  var words: [String] = []
  var unread: [NeedWords.Token] = []

  var isUnderstood: Bool { mayHaveNote || note == nil || unread.allSatisfy(\.isBracketed) }

  /// What else it says, but for words of the type's own name: `SLCN - Speech Communication`.
  var note: String? {
    let name = Set(type.map { Folding.fold($0.name).split(separator: " ").map(String.init) } ?? [])
    let words = unread.map(\.text).filter { !name.contains(Folding.fold($0)) }
    return words.isEmpty ? nil : unread.map(\.text).joined(separator: " ")
  }
}
