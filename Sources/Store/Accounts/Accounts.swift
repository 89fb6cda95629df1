package import Domain
import Foundation
package import SQL
package import Security

/// People who can sign in, before anybody's rights are asked: used by the pages at the door and by the operator's
/// commands.
package enum Accounts {
  private static let columns: SQL = "id, email, name, disabled_at, last_day, one_time_confirmed_at"

  /// By the address as `Account.foldedEmail` writes it.
  package static func withEmail(_ email: String, _ connection: any Connection) throws -> Account? {
    try connection.first("SELECT \(columns) FROM accounts WHERE email = \(email)", account)
  }

  package static func withID(_ id: ID<Account>, _ connection: any Connection) throws -> Account? {
    try connection.first("SELECT \(columns) FROM accounts WHERE id = \(id)", account)
  }

  /// Nil where no password has been chosen yet.
  package static func passwordHash(of id: ID<Account>, _ connection: any Connection) throws -> PasswordHash? {
    let encoded = try connection.first("SELECT password_hash FROM accounts WHERE id = \(id)") { $0.textOrNil(0) }
    return (encoded ?? nil).map(PasswordHash.init(encoded:))
  }

  /// Makes an account that has no role yet: see `Members.grant`. Without a password its owner needs a link from
  /// `PasswordResets.issue`. Refuses what is no address, no name, and an address that has an account.
  @discardableResult
  package static func add(
    email typed: String, name typedName: String, password: PasswordHash? = nil, lastDay: Day? = nil,
    _ connection: any Connection
  ) throws -> ID<Account> {
    let email = try foldedEmail(typed)
    let name = try checkedName(typedName)
    if try withEmail(email, connection) != nil {
      throw Refusal(.conflict, "There is an account for this e-mail address already.", field: "email")
    }
    let id = connection.newID(Account.self)
    try connection.run(
      """
      INSERT INTO accounts (id, email, name, password_hash, one_time_secret, one_time_confirmed_at, one_time_last_step,
        disabled_at, last_day, created_at, version)
      VALUES (\(id), \(email), \(name), \(password?.encoded), NULL, NULL, \(0), NULL, \(lastDay), \(connection.now),
        \(1))
      """)
    return id
  }

  package static func rename(_ id: ID<Account>, to typed: String, _ connection: any Connection) throws {
    let name = try checkedName(typed)
    try connection.run("UPDATE accounts SET name = \(name), version = version + 1 WHERE id = \(id)")
  }

  /// Sets a password and ends every session but the one named, and every reset link: whoever had the old one is out.
  package static func setPassword(
    _ password: PasswordHash, of id: ID<Account>, keeping tokenHash: String? = nil, _ connection: any Connection
  ) throws {
    try connection.run(
      "UPDATE accounts SET password_hash = \(password.encoded), version = version + 1 WHERE id = \(id)")
    try Sessions.endAll(of: id, except: tokenHash, connection)
    try PasswordResets.forgetAll(of: id, connection)
  }

  /// The same password at another cost.
  package static func rehash(_ password: PasswordHash, of id: ID<Account>, _ connection: any Connection) throws {
    try connection.run("UPDATE accounts SET password_hash = \(password.encoded) WHERE id = \(id)")
  }

  /// Shuts somebody out at once, for the operator: sessions and reset links end. Nothing that they wrote goes.
  package static func disable(_ id: ID<Account>, _ connection: any Connection) throws {
    try connection.run(
      "UPDATE accounts SET disabled_at = \(connection.now) WHERE id = \(id) AND disabled_at IS NULL")
    try Sessions.endAll(of: id, connection)
    try PasswordResets.forgetAll(of: id, connection)
    try recordByOperator("disabled", id, connection)
  }

  package static func enable(_ id: ID<Account>, _ connection: any Connection) throws {
    try connection.run("UPDATE accounts SET disabled_at = NULL WHERE id = \(id)")
    try recordByOperator("enabled", id, connection)
  }

  /// The token of a link by which the owner of this address chooses a new password, for the operator to hand over. A
  /// second factor is asked for all the same.
  package static func resetPassword(email typed: String, _ connection: any Connection) throws -> Token {
    guard let account = try withEmail(try foldedEmail(typed), connection) else {
      throw Refusal.notFound("There is no account for this e-mail address.")
    }
    if account.disabledAt != nil { throw Refusal(.conflict, "This account is disabled. Enable it first.") }
    let token = try PasswordResets.issue(
      for: account.id, lasting: try PasswordResets.handedOver(to: account.id, connection), connection)
    try recordByOperator("password reset issued", account.id, connection)
    return token
  }

  /// A line of history with every organisation in which the account has or had a role.
  static func recordByOperator(_ act: String, _ id: ID<Account>, _ connection: any Connection) throws {
    for organisation in try organisations(of: id, connection) {
      try connection.record(act, "account", id.text, by: Viewer(operatorIn: organisation))
    }
  }

  /// What somebody did to their own account, where they have or had a role.
  package static func recordByOwner(
    _ act: String, _ id: ID<Account>, named name: String, _ connection: any Connection
  ) throws {
    for organisation in try organisations(of: id, connection) {
      let owner = Viewer(account: id, organisation: organisation, roles: [], staffMember: nil, name: name)
      try connection.record(act, "account", id.text, by: owner)
    }
  }

  static func foldedEmail(_ typed: String) throws -> String {
    guard let email = Account.foldedEmail(typed) else {
      throw Refusal.invalid("Enter an e-mail address, such as r.lowe@ashfield.example.", field: "email")
    }
    return email
  }

  static func checkedName(_ typed: String) throws -> String {
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw Refusal.invalid("Enter your name as colleagues know it.", field: "name") }
    guard name.count <= 200 else { throw Refusal.invalid("A name can have at most 200 characters.", field: "name") }
    return name
  }

  private static func organisations(
    of id: ID<Account>, _ connection: any Connection
  ) throws -> [ID<Organisation>] {
    try connection.rows("SELECT DISTINCT organisation_id FROM memberships WHERE account_id = \(id)") { $0.id(0) }
  }

  static func account(_ row: any Row) -> Account {
    Account(
      id: row.id(0), email: row.text(1), name: row.text(2), disabledAt: row.momentOrNil(3), lastDay: row.dayOrNil(4),
      hasSecondFactor: !row.isNull(5))
  }
}
