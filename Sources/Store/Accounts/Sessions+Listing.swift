package import Domain
package import Foundation
package import SQL

/// A session as its owner sees it.
package struct ListedSession: Hashable, Sendable {
  package let id: String
  /// The browser, in words.
  package let label: String
  package let begunAt: Date
  package let lastSeenAt: Date
  /// The one that asks.
  package let isThis: Bool
}

extension Sessions {
  /// The sessions of `account` that are in force, the latest used first.
  package static func list(
    of account: ID<Account>, asking tokenHash: String, _ connection: any Connection
  ) throws -> [ListedSession] {
    let idleSince = connection.now.addingTimeInterval(-longestIdle)
    return try connection.rows(
      """
      SELECT id, label, created_at, last_seen_at, token_hash FROM sessions
      WHERE account_id = \(account) AND ended_at IS NULL AND ends_at > \(connection.now) AND last_seen_at > \(idleSince)
      ORDER BY last_seen_at DESC, id DESC
      """
    ) { row in
      ListedSession(
        id: row.text(0), label: row.text(1), begunAt: row.moment(2), lastSeenAt: row.moment(3),
        isThis: row.text(4) == tokenHash)
    }
  }

  /// Ends the session of this token: signing out.
  package static func end(tokenHash: String, _ connection: any Connection) throws {
    try connection.run(
      "UPDATE sessions SET ended_at = \(connection.now) WHERE token_hash = \(tokenHash) AND ended_at IS NULL")
  }

  /// How long a session that ended is known: a form that was left open over the holidays still finds its owner. What is
  /// known of it is the hash of its token, whose it was and when.
  package static let remembered: TimeInterval = 30 * 86_400

  /// Forgets sessions that ended long ago.
  package static func forgetOld(_ connection: any Connection) throws {
    try connection.run("DELETE FROM sessions WHERE ends_at < \(connection.now.addingTimeInterval(-remembered))")
  }
}
