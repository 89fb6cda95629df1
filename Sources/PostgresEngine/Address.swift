import CPostgres
import SQL

/// Where the server is, and how to be let in: `postgres://person:password@host:5432/name?sslmode=verify-full`.
struct Address: Sendable {
  let text: String
  private let password: String?

  init(_ text: String) throws {
    let unreadable = DatabaseError.unavailable(
      "The database's address cannot be read. It looks like postgres://person:password@host:5432/name.")
    guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else { throw unreadable }
    guard let options = PQconninfoParse(text, nil) else { throw unreadable }
    defer { PQconninfoFree(options) }
    var password: String?
    var option = options
    while let keyword = option.pointee.keyword {
      if String(cString: keyword) == "password" { password = option.pointee.val.map { String(cString: $0) } }
      option += 1
    }
    self.text = text
    self.password = password
  }

  /// `message` without the password, whatever libpq may have put into it.
  func redacted(_ message: String) -> String {
    guard let password, !password.isEmpty else { return message }
    return message.replacing(password, with: "…")
  }
}
