import Domain
import Testing

@Suite struct JoinCodeTests {
  @Test func `a code is compared as typed, but for case, spaces around it, and what office programs put in`() throws {
    let code = try JoinCode(chosen: "  Sea-Side's \"Code\"... ")
    #expect(code.text == "Sea-Side's \"Code\"...")
    for typed in [
      "sea-side's \"code\"...", "SEA–SIDE’S “CODE”…", " sea‑side`s „code‟... ", "sea—side‘s “code”...\u{200b}",
    ] {
      #expect(JoinCode.fold(typed) == JoinCode.fold(code.text), "\(typed)")
    }
    for typed in ["seaside's \"code\"...", "sea-side's code...", "sea-side's \"code\""] {
      #expect(JoinCode.fold(typed) != JoinCode.fold(code.text), "\(typed)")
    }
  }

  @Test func `a chosen code has ten characters or more, and 60 at most`() throws {
    #expect(try JoinCode(chosen: "ten-chars!").text == "ten-chars!")
    for typed in ["nine-char", "         ", "  nine-char   ", String(repeating: "a", count: 61)] {
      let refusal = #expect(throws: Refusal.self) { try JoinCode(chosen: typed) }
      #expect(refusal?.field == "code")
    }
  }

  @Test func `a code that we make is three words and a number, and differs each time`() throws {
    var generator = SystemRandomNumberGenerator()
    let codes = (0..<50).map { _ in JoinCode.new(using: &generator).text }
    #expect(Set(codes).count == 50)
    for code in codes {
      #expect(code.wholeMatch(of: /[a-z]+-[a-z]+-[a-z]+-[1-9][0-9]/) != nil, "\(code)")
      #expect(try JoinCode(chosen: code).text == code)
    }
  }
}

@Suite struct ParticipantNameTests {
  @Test func `two spellings of one organisation are alike`() {
    for (left, right) in [
      ("St. Mary’s C.E. Primary School", "St Marys CE Primary"), ("Saint Mary's Primary", "St Mary’s Primary School"),
      ("Little Acorns Playgroup", "Little Acorn Playgroup"), ("The Harbour Trust", "Harbour Trust Ltd"),
    ] {
      #expect(ParticipantName.areAlike(left, right), "\(left) / \(right)")
    }
    for (left, right) in [
      ("Harbour Primary School", "Hill Primary School"), ("Northvale Speech Therapy", "Northvale Physiotherapy"),
    ] {
      #expect(!ParticipantName.areAlike(left, right), "\(left) / \(right)")
    }
  }
}
