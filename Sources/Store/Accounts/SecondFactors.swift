package import Domain
import Foundation
package import SQL
package import Security

/// The authenticator app and the printed codes of an account.
package enum SecondFactors {
  package struct State: Hashable, Sendable {
    package let isSetUp: Bool
    /// Printed codes that have not been used.
    package let codesLeft: Int
  }

  package static func state(of account: ID<Account>, _ connection: any Connection) throws -> State {
    State(
      isSetUp: try connection.exists(
        "SELECT 1 FROM accounts WHERE id = \(account) AND one_time_confirmed_at IS NOT NULL"),
      codesLeft: try connection.count(
        "SELECT COUNT(*) FROM recovery_codes WHERE account_id = \(account) AND used_at IS NULL"))
  }

  /// Keeps the secret of an app whose first code, that of `step`, was right. The answer is ten new recovery codes, to be
  /// shown once; old ones and the old app are worth nothing from now on.
  package static func setUp(
    _ app: OneTimeCode, step: Int, of account: ID<Account>, _ connection: any Connection
  ) throws -> [RecoveryCode] {
    try connection.run(
      """
      UPDATE accounts SET one_time_secret = \(app.secret), one_time_confirmed_at = \(connection.now),
        one_time_last_step = \(step), version = version + 1
      WHERE id = \(account)
      """)
    return try newCodes(of: account, connection)
  }

  /// Whether this is a code of the account's app that has not been used before. It is used now.
  package static func accept(_ typed: String, of account: ID<Account>, _ connection: any Connection) throws -> Bool {
    let kept = try connection.first(
      """
      SELECT one_time_secret, one_time_last_step FROM accounts
      WHERE id = \(account) AND one_time_confirmed_at IS NOT NULL AND one_time_secret IS NOT NULL
      """
    ) { (app: OneTimeCode(secret: $0.bytes(0)), last: $0.int(1)) }
    guard let kept, let step = kept.app.acceptedStep(typed, at: connection.now, after: kept.last) else { return false }
    return try connection.run(
      "UPDATE accounts SET one_time_last_step = \(step) WHERE id = \(account) AND one_time_last_step < \(step)") == 1
  }

  /// Whether this is one of the account's printed codes that has not been used before. It is used now.
  package static func acceptPrinted(
    _ typed: String, of account: ID<Account>, _ connection: any Connection
  ) throws -> Bool {
    guard let code = RecoveryCode(typed: typed) else { return false }
    return try connection.run(
      """
      UPDATE recovery_codes SET used_at = \(connection.now)
      WHERE account_id = \(account) AND code_hash = \(code.hash) AND used_at IS NULL
      """) == 1
  }

  /// Ten new printed codes, to be shown once; the old ones are worth nothing from now on.
  package static func newCodes(of account: ID<Account>, _ connection: any Connection) throws -> [RecoveryCode] {
    let codes = RecoveryCode.ten()
    try connection.run("DELETE FROM recovery_codes WHERE account_id = \(account)")
    for code in codes {
      try connection.run(
        "INSERT INTO recovery_codes (account_id, code_hash, used_at) VALUES (\(account), \(code.hash), NULL)")
    }
    return codes
  }

  package static func turnOff(of account: ID<Account>, _ connection: any Connection) throws {
    try connection.run("DELETE FROM recovery_codes WHERE account_id = \(account)")
    try connection.run(
      """
      UPDATE accounts SET one_time_secret = NULL, one_time_confirmed_at = NULL, version = version + 1
      WHERE id = \(account)
      """)
  }
}
