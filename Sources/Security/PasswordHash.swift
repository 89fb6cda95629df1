import CArgon2
import Foundation

/// A password as it is kept: Argon2id (RFC 9106) in its encoded form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
package struct PasswordHash: Equatable, Sendable {
  /// What one guess costs whoever steals the database, and one sign-in costs us.
  package struct Cost: Equatable, Sendable {
    package let memoryKiB: UInt32
    package let passes: UInt32
    package let lanes: UInt32

    package init(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
      self.memoryKiB = memoryKiB
      self.passes = passes
      self.lanes = lanes
    }

    /// 19 MiB, 2 passes, 1 lane: the least that OWASP accepts for Argon2id ("Password Storage Cheat Sheet", 2024), and
    /// what a server with little memory can do for many people who sign in at half past eight.
    package static let standard = Cost(memoryKiB: 19_456, passes: 2, lanes: 1)
    /// Next to nothing: for tests and invented people only.
    package static let lowest = Cost(memoryKiB: 8, passes: 1, lanes: 1)
  }

  package let encoded: String

  /// One that was kept before. Text that is no Argon2id hash matches no password.
  package init(encoded: String) { self.encoded = encoded }

  /// Hashes with a new random salt. Takes tens of milliseconds and `cost.memoryKiB`: from a request, use
  /// `hashing(_:cost:)`, which does it elsewhere.
  package init(of password: String, cost: Cost = .standard) {
    let secret = normalised(password)
    let salt = randomBytes(16)
    let length = argon2_encodedlen(cost.passes, cost.memoryKiB, cost.lanes, 16, 32, Argon2_id)
    var text = [CChar](repeating: 0, count: length)
    let status = argon2id_hash_encoded(
      cost.passes, cost.memoryKiB, cost.lanes, secret, secret.count, salt, salt.count, 32, &text, length)
    precondition(status == ARGON2_OK.rawValue, "Argon2id: " + String(cString: argon2_error_message(status)))
    encoded = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether this is the password; the comparison takes the same time wherever they differ. As slow as hashing.
  package func matches(_ password: String) -> Bool {
    let secret = normalised(password)
    return argon2id_verify(encoded, secret, secret.count) == ARGON2_OK.rawValue
  }

  /// Whether it was made at another cost, and should be made again when its owner next signs in.
  package func isOutdated(cost: Cost = .standard) -> Bool {
    !encoded.hasPrefix("$argon2id$v=19$m=\(cost.memoryKiB),t=\(cost.passes),p=\(cost.lanes)$")
  }

  /// `init(of:cost:)` on a thread of its own, so that no request waits behind it.
  package static func hashing(_ password: String, cost: Cost = .standard) async -> PasswordHash {
    await elsewhere { PasswordHash(of: password, cost: cost) }
  }

  /// `matches(_:)` on a thread of its own. Without a hash (nobody has that e-mail address) it takes the same time and
  /// says no, so that the time of an answer does not tell who has an account.
  package static func check(_ password: String, against hash: PasswordHash?, cost: Cost = .standard) async -> Bool {
    await elsewhere {
      if let hash { return hash.matches(password) }
      _ = PasswordHash(of: password, cost: cost)
      return false
    }
  }

  /// As many at once as there are processors: more would only take more memory.
  private static let threads: OperationQueue = {
    let queue = OperationQueue()
    queue.name = "passwords"
    queue.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return queue
  }()

  private static func elsewhere<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      threads.addOperation { continuation.resume(returning: work()) }
    }
  }
}

/// The bytes that are hashed: the same password typed on a phone and on a desk may be composed differently (NIST SP
/// 800-63B-4 §3.1.1.2 asks for NFKC or NFKD).
private func normalised(_ password: String) -> [UInt8] {
  Array(password.precomposedStringWithCompatibilityMapping.utf8)
}
