import Crypto

/// A printed code that gets somebody in once when their phone is lost. Ten are given at a time; only hashes are kept.
package struct RecoveryCode: Equatable, Sendable {
  /// Four groups of four, as `k7pm-3xq9-t4vw-8hdz`: 80 random bits, so that a fast hash is enough.
  package let printed: String

  /// SHA-256 of the code as 64 hexadecimal digits: what is kept and looked up.
  package var hash: String { hexadecimal(SHA256.hash(data: Array(printed.utf8))) }

  /// Ten new ones.
  package static func ten() -> [RecoveryCode] { (0..<10).map { _ in RecoveryCode() } }

  package init() {
    printed = Self.grouped(randomBytes(16).map { Self.alphabet[Int($0 & 31)] })
  }

  /// Reads what somebody copied from paper: any case, any spaces or hyphens, `o` for 0, `i` and `l` for 1. Nil when it
  /// cannot be a code.
  package init?(typed: String) {
    var letters: [UInt8] = []
    for letter in typed.lowercased().utf8 {
      switch letter {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "o"): letters.append(UInt8(ascii: "0"))
      case UInt8(ascii: "i"), UInt8(ascii: "l"): letters.append(UInt8(ascii: "1"))
      case let letter where Self.alphabet.contains(letter): letters.append(letter)
      default: return nil
      }
    }
    guard letters.count == 16 else { return nil }
    printed = Self.grouped(letters)
  }

  /// Crockford's 32 letters, without those that look like others.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func grouped(_ letters: [UInt8]) -> String {
    stride(from: 0, to: 16, by: 4).map { String(decoding: letters[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
  }
}
