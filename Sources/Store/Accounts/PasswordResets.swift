package import Domain
package import Foundation
package import SQL
package import Security

/// Links by which somebody chooses a password without the old one. Single-use; kept as hashes.
package enum PasswordResets {
  /// In a message to the address itself.
  package static let mailed: TimeInterval = 3600

  /// From hand to hand, a slip or the operator's word: a day; as long as an invitation where it is the account's first
  /// password, since it is one.
  package static func handedOver(to account: ID<Account>, _ connection: any Connection) throws -> TimeInterval {
    try Accounts.passwordHash(of: account, connection) == nil ? Invitations.lasting : 24 * 3600
  }

  /// Makes a link for this account; earlier ones die.
  package static func issue(
    for account: ID<Account>, lasting: TimeInterval, _ connection: any Connection
  ) throws -> Token {
    let token = Token()
    try forgetAll(of: account, connection)
    try connection.run(
      """
      INSERT INTO password_resets (token_hash, account_id, created_at, expires_at, used_at)
      VALUES (\(token.hash), \(account), \(connection.now), \(connection.now.addingTimeInterval(lasting)), NULL)
      """)
    return token
  }

  /// Whose link it is; nil when it is unknown, used or too old, or when the account is shut.
  package static func account(
    tokenHash: String, on today: Day, _ connection: any Connection
  ) throws -> Account? {
    let id: ID<Account>? = try connection.first(
      """
      SELECT account_id FROM password_resets
      WHERE token_hash = \(tokenHash) AND used_at IS NULL AND expires_at > \(connection.now)
      """
    ) { $0.id(0) }
    guard let account = try id.flatMap({ try Accounts.withID($0, connection) }), account.isOpen(on: today) else {
      return nil
    }
    return account
  }

  /// Uses the link: sets the password, ends all sessions and all links. Refuses a link that is no good any more.
  package static func use(
    tokenHash: String, password: PasswordHash, on today: Day, _ connection: any Connection
  ) throws {
    guard let account = try account(tokenHash: tokenHash, on: today, connection) else {
      throw Refusal.conflict("This link has been used or is too old. Ask for a new one.")
    }
    try Accounts.setPassword(password, of: account.id, connection)
    try Accounts.recordByOwner("password reset", account.id, named: account.name, connection)
  }

  static func forgetAll(of account: ID<Account>, _ connection: any Connection) throws {
    try connection.run(
      "UPDATE password_resets SET used_at = \(connection.now) WHERE account_id = \(account) AND used_at IS NULL")
  }
}
