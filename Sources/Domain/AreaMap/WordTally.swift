/// Counts in how many texts each word stands. What is written between spaces and signs is looked up by its bytes and folded
/// only when it is new: the texts of ten thousand gaps are the same few thousand words.
package struct WordTally {
  private struct Word {
    let word: String
    var count = 0
    /// The number of the last text that has it.
    var last = 0
  }

  private var words: [Word] = []
  /// Where in `words` a folded word stands.
  private var folded: [String: Int] = [:]
  /// Where in `words` stands what is written so: `Children’s` is one word, `drop–in` is two.
  private var written: [String: [Int]] = [:]
  private var texts = 0

  package init() {}

  /// The words of another text, in UTF-8: each once, however often it stands there.
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    texts += 1
    for part in text.split(whereSeparator: Self.separates) {
      // Up to 15 bytes are a `String` without memory of its own.
      for place in places(of: String(decoding: part, as: UTF8.self)) where words[place].last != texts {
        words[place].last = texts
        words[place].count += 1
      }
    }
  }

  /// Words that stand in most texts, in two at least, without those that say nothing by themselves.
  package func most(_ count: Int) -> [WordCount] {
    let telling = words.filter { $0.count > 1 && EntryWords.isTelling($0.word) }
    let sorted = telling.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
    return sorted.prefix(count).map { WordCount(word: $0.word, count: $0.count) }
  }

  private mutating func places(of text: String) -> [Int] {
    if let known = written[text] { return known }
    let found = EntryWords.of(text).map { place(of: $0) }
    written[text] = found
    return found
  }

  private mutating func place(of word: String) -> Int {
    if let known = folded[word] { return known }
    folded[word] = words.count
    words.append(Word(word: word))
    return words.count - 1
  }

  /// Signs and spaces of ASCII, which end a word wherever they stand; apostrophes do not. The rest is for `Folding` to say.
  private static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), 0x80...: false
    default: true
    }
  }
}
