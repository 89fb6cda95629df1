import Security
import Testing

struct `A password's hash` {
  @Test func `matches its password and no other`() {
    let hash = PasswordHash(of: "correct horse battery staple", cost: .lowest)
    #expect(hash.matches("correct horse battery staple"))
    #expect(!hash.matches("correct horse battery stapler"))
    #expect(!hash.matches(""))
  }

  @Test func `is salted, says how it was made, and never holds the password`() {
    let one = PasswordHash(of: "correct horse battery staple", cost: .lowest)
    let other = PasswordHash(of: "correct horse battery staple", cost: .lowest)
    #expect(one != other)
    #expect(one.encoded.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(!one.encoded.contains("horse"))
  }

  @Test func `of the standard cost is what OWASP asks`() {
    let hash = PasswordHash(of: "correct horse battery staple")
    #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(hash.matches("correct horse battery staple"))
    #expect(!hash.isOutdated())
    #expect(PasswordHash(of: "correct horse battery staple", cost: .lowest).isOutdated())
  }

  @Test func `made by the reference program is understood`() {
    // From src/test.c of the reference implementation: "password", "somesalt".
    let hash = PasswordHash(
      encoded: "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
    #expect(hash.matches("password"))
    #expect(!hash.matches("Password"))
  }

  @Test(arguments: ["", "x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$c29tc2FsdA$"])
  func `that is none matches nothing`(encoded: String) {
    #expect(!PasswordHash(encoded: encoded).matches(""))
    #expect(!PasswordHash(encoded: encoded).matches("password"))
  }

  @Test func `takes accents as any keyboard composes them`() {
    #expect(PasswordHash(of: "Zo\u{eb} likes ch\u{e8}vre", cost: .lowest).matches("Zoe\u{308} likes che\u{300}vre"))
  }

  @Test func `is made and checked elsewhere, and nobody's is never matched`() async {
    let hash = await PasswordHash.hashing("correct horse battery staple", cost: .lowest)
    #expect(await PasswordHash.check("correct horse battery staple", against: hash))
    #expect(await !PasswordHash.check("wrong horse", against: hash))
    #expect(await !PasswordHash.check("correct horse battery staple", against: nil, cost: .lowest))
  }

  @Test func `can be checked for many people at once`() async {
    let hash = PasswordHash(of: "correct horse battery staple", cost: .lowest)
    let answers = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<200 {
        group.addTask {
          await PasswordHash.check(index % 2 == 0 ? "correct horse battery staple" : "no", against: hash)
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(answers == 100)
  }
}
