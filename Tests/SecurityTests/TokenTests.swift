import Security
import Testing

struct `A token` {
  @Test func `is read back from its printed form`() throws {
    let token = Token()
    #expect(token.printed.utf8.count == 43)
    #expect(token.printed.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    #expect(try #require(Token(printed: token.printed)) == token)
    #expect(Token() != token)
  }

  @Test func `is kept as the SHA-256 of its bytes`() throws {
    // 32 zero bytes: printf '\0%.0s' {1..32} | sha256sum
    let token = try #require(Token(printed: String(repeating: "A", count: 43)))
    #expect(token.hash == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
  }

  @Test(arguments: [
    "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
    String(repeating: "A", count: 42) + "+", String(repeating: "A", count: 42) + "B", String(repeating: "é", count: 43),
  ])
  func `is not read from anything else`(text: String) {
    #expect(Token(printed: text) == nil)
  }

  @Test func `derives secrets that differ by purpose and by token`() {
    let token = Token()
    #expect(token.derived(for: "forms") == token.derived(for: "forms"))
    #expect(token.derived(for: "forms") != token.derived(for: "other"))
    #expect(token.derived(for: "forms") != Token().derived(for: "forms"))
    #expect(token.derived(for: "forms").utf8.count == 43)
  }

  @Test func `and secrets are compared whole`() {
    #expect(constantTimeEquals("abc", "abc"))
    #expect(!constantTimeEquals("abc", "abd"))
    #expect(!constantTimeEquals("abc", "abcd"))
    #expect(constantTimeEquals("", ""))
  }
}
