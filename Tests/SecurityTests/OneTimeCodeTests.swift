import Foundation
import Security
import Testing

struct `A one-time code` {
  let codes = OneTimeCode(secret: Array("12345678901234567890".utf8))

  // RFC 6238, appendix B: the eight-digit codes for SHA-1; ours are their last six digits.
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
    (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `is that of RFC 6238`(seconds: Int, code: String) {
    let moment = Date(timeIntervalSince1970: Double(seconds))
    #expect(codes.code(step: OneTimeCode.step(at: moment)) == String(code.suffix(6)))
  }

  // RFC 4226, appendix D.
  @Test func `is that of RFC 4226`() {
    let expected = [
      "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]
    #expect((0..<10).map(codes.code(step:)) == expected)
  }

  @Test func `is accepted one step early or late, and no more`() {
    let moment = Date(timeIntervalSince1970: 1_234_567_890)
    let now = OneTimeCode.step(at: moment)
    for step in now - 1...now + 1 {
      #expect(codes.acceptedStep(codes.code(step: step), at: moment, after: nil) == step)
    }
    #expect(codes.acceptedStep(codes.code(step: now - 2), at: moment, after: nil) == nil)
    #expect(codes.acceptedStep(codes.code(step: now + 2), at: moment, after: nil) == nil)
    #expect(codes.acceptedStep("00592", at: moment, after: nil) == nil)
    #expect(codes.acceptedStep("", at: moment, after: nil) == nil)
    #expect(codes.acceptedStep(" 005 924", at: moment, after: nil) == now)
  }

  @Test func `is accepted once`() throws {
    let moment = Date(timeIntervalSince1970: 1_234_567_890)
    let accepted = try #require(codes.acceptedStep("005924", at: moment, after: nil))
    #expect(codes.acceptedStep("005924", at: moment, after: accepted) == nil)
    #expect(codes.acceptedStep(codes.code(step: accepted - 1), at: moment, after: accepted) == nil)
    #expect(codes.acceptedStep(codes.code(step: accepted + 1), at: moment, after: accepted) == accepted + 1)
  }

  @Test func `has an address for the authenticator app`() {
    #expect(
      codes.address(issuer: "Trellis", account: "priya.shah@oakfield.example")
        == "otpauth://totp/Trellis:priya.shah%40oakfield.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=Trellis&algorithm=SHA1&digits=6&period=30")
    #expect(codes.printedSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    #expect(OneTimeCode().secret.count == 20)
  }

  // RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
    ("foobar", "MZXW6YTBOI"),
  ])
  func `has its secret in base 32`(plain: String, encoded: String) {
    #expect(Base32.encode(Array(plain.utf8)) == encoded)
    #expect(Base32.decode(encoded) == Array(plain.utf8))
    #expect(Base32.decode(encoded.lowercased() + "==") == Array(plain.utf8))
    #expect(Base32.decode("M1") == nil)
  }
}

struct `A recovery code` {
  @Test func `comes with nine others, all different`() {
    let codes = RecoveryCode.ten()
    #expect(Set(codes.map(\.printed)).count == 10)
    #expect(codes.allSatisfy { $0.printed.wholeMatch(of: /([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}/) != nil })
  }

  @Test func `is understood as people copy it from paper`() throws {
    let code = try #require(RecoveryCode(typed: "k0p1-3xq9-t4vw-81dz"))
    #expect(RecoveryCode(typed: "KoPi 3XQ9 T4VW 8Ldz") == code)
    #expect(RecoveryCode(typed: "k0p13xq9t4vw81dz")?.hash == code.hash)
    #expect(code.hash.utf8.count == 64)
  }

  @Test(arguments: ["", "k0p1-3xq9-t4vw", "k0p1-3xq9-t4vw-81dzz", "k0p1-3xq9-t4vw-81d!", "k0p1-3xq9-t4vw-81du"])
  func `is nothing else`(typed: String) {
    #expect(RecoveryCode(typed: typed) == nil)
  }
}
