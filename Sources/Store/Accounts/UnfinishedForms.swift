package import Domain
import Foundation
package import SQL

/// What somebody had typed when their session ended, kept for two hours, for nobody but them.
package struct UnfinishedForm: Hashable, Sendable {
  package let account: ID<Account>
  /// The path that it was being sent to.
  package let path: String
  /// Names and values, in order. Passwords, codes and form tokens are left out.
  package let fields: [[String]]
  /// Names of the fields that held a file. The files themselves are not kept: they have to be chosen again.
  package let fileFields: [String]

  package init(account: ID<Account>, path: String, fields: [[String]], fileFields: [String] = []) {
    self.account = account
    self.path = path
    self.fields = UnfinishedForm.withoutSecrets(fields)
    self.fileFields = fileFields
  }

  /// The fields without passwords, codes and form tokens.
  package static func withoutSecrets(_ fields: [[String]]) -> [[String]] {
    fields.filter { field in
      guard field.count == 2, let name = field.first else { return false }
      return !["password", "code", "csrf", "again"].contains { name == $0 || name.hasSuffix("-\($0)") }
    }
  }
}

package enum UnfinishedForms {
  package static let kept: Double = 2 * 3600

  private struct Kept: Codable {
    let fields: [[String]]
    let files: [String]
  }

  package static func keep(_ form: UnfinishedForm, tokenHash: String, _ connection: any Connection) throws {
    let kept = Kept(fields: form.fields, files: form.fileFields)
    let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
    try forgetOld(connection)
    try connection.run(
      """
      INSERT INTO unfinished_forms (token_hash, account_id, path, fields, created_at, expires_at)
      VALUES (\(tokenHash), \(form.account), \(form.path), \(text), \(connection.now),
        \(connection.now.addingTimeInterval(Self.kept)))
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
      let kept = try JSONDecoder().decode(Kept.self, from: Data(row.text(1).utf8))
      return UnfinishedForm(account: account, path: row.text(0), fields: kept.fields, fileFields: kept.files)
    }
  }

  package static func forget(tokenHash: String, _ connection: any Connection) throws {
    try connection.run("DELETE FROM unfinished_forms WHERE token_hash = \(tokenHash)")
  }

  package static func forgetOld(_ connection: any Connection) throws {
    try connection.run("DELETE FROM unfinished_forms WHERE expires_at <= \(connection.now)")
  }
}
