import Domain
package import Foundation
package import SQL
import Security

/// Counts attempts at something that can be guessed: passwords, codes. Every attempt is written down before it is judged,
/// so that a thousand at once are no way round; what succeeds is taken back. Ten in five minutes by account, a hundred by
/// address, since a whole school sits behind one (OWASP ASVS 5.0, 6.3).
package enum Throttles {
  package static let window: TimeInterval = 5 * 60

  /// Something that is counted, kept as a hash.
  package struct Key: Hashable, Sendable {
    package let hash: String
    let most: Int

    /// Attempts at this account's password, whether or not there is such an account.
    package static func password(email: String) -> Key { Key(hash: hashedKey("password \(email)"), most: 10) }
    /// Attempts at the second factor of an account, by its id.
    package static func secondFactor(_ account: String) -> Key {
      Key(hash: hashedKey("second factor \(account)"), most: 10)
    }
    /// Links asked for in the name of one address: each sends a message.
    package static func resetLink(email: String) -> Key { Key(hash: hashedKey("reset \(email)"), most: 3) }
    /// Wrong codes of areas in the name of one address.
    package static func joinCode(email: String) -> Key { Key(hash: hashedKey("join code \(email)"), most: 20) }
    /// Wrong codes of areas from one place: a workshop of a hundred people behind one address still gets in.
    package static func joinCodes(from address: String) -> Key {
      Key(hash: hashedKey("join codes \(address)"), most: 400)
    }
    /// Registrations in the name of one address: each sends a message.
    package static func registration(email: String) -> Key { Key(hash: hashedKey("registration \(email)"), most: 3) }
    /// Answers to surveys from one place: a hall full of parents behind one address still gets through.
    package static func survey(from address: String) -> Key { Key(hash: hashedKey("survey \(address)"), most: 200) }
    /// Attempts of any kind from one place.
    package static func address(_ address: String) -> Key { Key(hash: hashedKey("address \(address)"), most: 100) }
  }

  package enum Answer: Hashable, Sendable {
    /// Counted; to be taken back by this id where it succeeds.
    case admitted(attempt: String)
    /// Not before this moment.
    case tooMany(until: Date)
  }

  /// Writes an attempt down under every key, or says when the next one is allowed.
  package static func attempt(_ keys: [Key], _ connection: any Connection) throws -> Answer {
    let since = connection.now.addingTimeInterval(-window)
    for key in keys {
      let failures = try connection.rows(
        """
        SELECT failed_at FROM throttles WHERE key_hash = \(key.hash) AND failed_at > \(since)
        ORDER BY failed_at DESC LIMIT \(key.most)
        """
      ) { $0.moment(0) }
      if failures.count >= key.most, let oldest = failures.last {
        return .tooMany(until: oldest.addingTimeInterval(window))
      }
    }
    let attempt = connection.newID(Key.self).text
    for key in keys {
      try connection.run(
        "INSERT INTO throttles (key_hash, failed_at, id) VALUES (\(key.hash), \(connection.now), \(attempt))")
    }
    try connection.run("DELETE FROM throttles WHERE failed_at <= \(since)")
    return .admitted(attempt: attempt)
  }

  /// Takes back an attempt that succeeded, and what was counted against `key` before it.
  package static func forgive(_ attempt: String, _ key: Key, _ connection: any Connection) throws {
    try connection.run("DELETE FROM throttles WHERE id = \(attempt) OR key_hash = \(key.hash)")
  }
}
