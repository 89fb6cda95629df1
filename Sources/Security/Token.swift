import Crypto
import Foundation

/// 256 random bits that stand for somebody: a session's cookie, an invitation's link. It is given out once, in its
/// printed form; only its hash is kept, so that whoever reads the database cannot use it.
package struct Token: Equatable, Sendable {
  private let bytes: [UInt8]

  /// A new one, from the system's secure random numbers.
  package init() { bytes = randomBytes(32) }

  /// Reads the printed form; nil for anything else.
  package init?(printed: String) {
    guard printed.utf8.count == 43, let bytes = base64URLDecoded(printed), bytes.count == 32,
      base64URL(bytes) == printed
    else { return nil }
    self.bytes = bytes
  }

  /// 43 characters of base64url (RFC 4648 §5), safe in cookies and addresses.
  package var printed: String { base64URL(bytes) }

  /// SHA-256 of the bytes as 64 hexadecimal digits: what is kept and looked up. A fast hash is right here, because 256
  /// random bits cannot be guessed.
  package var hash: String { hexadecimal(SHA256.hash(data: bytes)) }

  /// Another secret that only the holder of this one has, as its form's token against forgery: HMAC-SHA-256 of `purpose`
  /// under this token, 43 characters of base64url.
  package func derived(for purpose: String) -> String {
    base64URL(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: SymmetricKey(data: bytes)))
  }

  package static func == (left: Token, right: Token) -> Bool { constantTimeEquals(left.bytes, right.bytes) }
}

func randomBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

private func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

private func base64URLDecoded(_ text: String) -> [UInt8]? {
  let standard = text.replacing("-", with: "+").replacing("_", with: "/")
  return Data(base64Encoded: standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)).map(
    Array.init)
}
