import Testing

@testable import Domain

@Suite struct WordTallyTests {
  private func tally(_ texts: [String]) -> WordTally {
    texts.reduce(into: WordTally()) { tally, text in
      var text = text
      text.withUTF8 { tally.add($0) }
    }
  }

  @Test func `counts a word once in each text, however it is written there`() {
    let words = tally([
      "Waiting, waiting for speech therapy: WAITING!", "Nobody helps while families are waiting.",
      "Families’ therapy; the family's café", "Cafe for families (again)",
    ]).most(10)
    #expect(
      words == [
        WordCount(word: "families", count: 3), WordCount(word: "cafe", count: 2),
        WordCount(word: "therapy", count: 2), WordCount(word: "waiting", count: 2),
      ])
  }

  @Test func `leaves out what stands in one text alone, usual words, numbers and two letters`() {
    #expect(tally(["the 2026 SEN of an autumn", "The 2026 sen of an evening"]).most(10).map(\.word) == ["sen"])
    #expect(tally(["one text", ""]).most(10).isEmpty)
  }

  @Test func `knows the words that search looks in`() {
    let texts = [
      "Drop–in at Łódź House: “speech & language”, naïve drop-ins\r\nO'Brien’s Straße",
      "ŁÓDŹ, drop in; speech/language … naive obriens strasse \(String(repeating: "x", count: 50))",
      "1️⃣ 言葉の supportive‑text e\u{301}te\u{301} *\u{301}été (\(String(repeating: "x", count: 45)))",
    ]
    var counts: [String: Int] = [:]
    for text in texts + texts {
      var details = EntryDetails(.gap)
      details.description = text
      for word in EntryWords.of(details) where EntryWords.isTelling(word) { counts[word, default: 0] += 1 }
    }
    let words = tally(texts + texts).most(.max)
    #expect(Dictionary(uniqueKeysWithValues: words.map { ($0.word, $0.count) }) == counts)
    #expect(words.map(\.word).contains("lodz"))
  }
}
