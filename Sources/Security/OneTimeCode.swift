import Crypto
package import Foundation

/// The six-digit codes of an authenticator app: RFC 6238 with SHA-1, 6 digits and 30 seconds, which is what every app
/// understands.
package struct OneTimeCode: Sendable {
  /// 20 bytes, as long as SHA-1's answer (RFC 4226 §4 R6).
  package let secret: [UInt8]

  package init() { secret = randomBytes(20) }
  package init(secret: [UInt8]) { self.secret = secret }

  /// The 30-second step that a moment is in, counted from 1970.
  package static func step(at moment: Date) -> Int { Int((moment.timeIntervalSince1970 / 30).rounded(.down)) }

  /// The code of a step, with its leading zeros.
  package func code(step: Int) -> String {
    let digits = String(truncated(counter: UInt64(step)) % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step whose code was typed; nil where it is wrong. Clocks may differ by one step either way. A code is accepted
  /// once: pass the last step that was accepted for this person, and keep the answer as the new one (RFC 6238 §5.2).
  /// Spaces in what was typed are ignored.
  package func acceptedStep(_ typed: String, at moment: Date, after last: Int?) -> Int? {
    let typed = typed.filter { !$0.isWhitespace }
    let now = Self.step(at: moment)
    var accepted: Int?
    for step in [now - 1, now, now + 1] where step >= 0 {
      if constantTimeEquals(typed, code(step: step)), step > last ?? -1, accepted == nil { accepted = step }
    }
    return accepted
  }

  /// The secret in Base32, in groups of four, for those who type it.
  package var printedSecret: String {
    let letters = Array(Base32.encode(secret))
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: " ")
  }

  /// What the square to photograph says: an `otpauth://` address ("Key Uri Format", Google Authenticator wiki).
  package func address(issuer: String, account: String) -> String {
    let issuer = percentEncoded(issuer)
    return "otpauth://totp/\(issuer):\(percentEncoded(account))?secret=\(Base32.encode(secret))&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=6&period=30"
  }

  /// RFC 4226 §5.3: 31 bits from the place that the last four bits name.
  private func truncated(counter: UInt64) -> UInt32 {
    let message = withUnsafeBytes(of: counter.bigEndian) { Array($0) }
    let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
    let offset = Int(mac[19] & 15)
    return mac[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
  }
}

private func percentEncoded(_ text: String) -> String {
  text.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      return String(UnicodeScalar(byte))
    default: return "%" + hexadecimal([byte]).uppercased()
    }
  }.joined()
}
