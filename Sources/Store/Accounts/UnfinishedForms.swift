package import Domain
import Foundation
package import SQL

/// What somebody had typed when their session ended, kept for two hours, for nobody but them.
package struct UnfinishedForm: Sendable {
  package let account: ID<Account>
  /// The path that it was being sent to.
  package let path: String
  /// Names and values, in order. Passwords, codes and form tokens are left out.
  package let fields: [[String]]

  package init(account: ID<Account>, path: String, fields: [[String]]) {
    self.account = account
    self.path = path
    self.fields = fields.filter { field in
      !["password", "code", "csrf"].contains { field.first?.contains($0) ?? true }
    }
  }
}

package enum UnfinishedForms {
  static let kept: TimeInterval = 2 * 3600

  package static func keep(_ form: UnfinishedForm, tokenHash: String, _ connection: any Connection) throws {
    let fields = String(decoding: try JSONEncoder().encode(form.fields), as: UTF8.self)
    try connection.run("DELETE FROM unfinished_forms WHERE expires_at < \(connection.now)")
    try connection.run(
      """
      INSERT INTO unfinished_forms (token_hash, account_id, path, fields, created_at, expires_at)
      VALUES (\(tokenHash), \(form.account), \(form.path), \(fields), \(connection.now),
        \(connection.now.addingTimeInterval(kept)))
      """)
  }

  /// Hands the form back to the account that typed it; nil for anybody else, or when it is too old.
  package static func find(
    tokenHash: String, for account: ID<Account>, _ connection: any Connection
  ) throws -> UnfinishedForm? {
    try connection.first(
      """
      SELECT path, fields FROM unfinished_forms
      WHERE token_hash = \(tokenHash) AND account_id = \(account) AND expires_at > \(connection.now)
      """
    ) { row in
      UnfinishedForm(
        account: account, path: row.text(0),
        fields: try JSONDecoder().decode([[String]].self, from: Data(row.text(1).utf8)))
    }
  }

  package static func forget(tokenHash: String, _ connection: any Connection) throws {
    try connection.run("DELETE FROM unfinished_forms WHERE token_hash = \(tokenHash)")
  }
}
