import CPostgres
import SQL

/// One connection to the server. Unchecked, because libpq's pointer may go from thread to thread as long as only one
/// uses it at a time, and the pool hands it to one at a time.
final class Link: @unchecked Sendable {
  private let connection: OpaquePointer
  private let address: Address
  /// Whether libpq could not speak to the server, whatever it says of the connection: a write that fails while a last
  /// word of the server is still to be read leaves it "OK".
  private var isLost = false

  init(_ address: Address) throws {
    self.address = address
    // The address comes after the defaults, which it may overrule, and before what it may not.
    let settings = [
      ("connect_timeout", "5"), ("fallback_application_name", "trellis"), ("keepalives_idle", "30"),
      ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", "60000"),
      ("dbname", address.text), ("client_encoding", "UTF8"),
    ]
    connection = try withCStrings(settings.map(\.0)) { names in
      try withCStrings(settings.map(\.1)) { values in
        guard let connection = PQconnectdbParams(names, values, 1) else {
          throw DatabaseError.unavailable("There is no memory for a connection.")
        }
        return connection
      }
    }
    // libpq would print the server's notices ("relation exists, skipping") on standard error.
    PQsetNoticeReceiver(connection, { _, _ in }, nil)
    guard PQstatus(connection) == CONNECTION_OK else { throw unavailable() }
  }

  deinit { PQfinish(connection) }

  var isBroken: Bool { isLost || PQstatus(connection) != CONNECTION_OK }
  var isIdle: Bool { !isBroken && PQtransactionStatus(connection) == PQTRANS_IDLE }

  /// Runs statements that take no values and whose rows nobody reads.
  func command(_ text: String) throws {
    let result = try checked(PQexec(connection, text))
    defer { PQclear(result) }
    // PostgreSQL answers ROLLBACK to the COMMIT of a transaction that has failed, and calls that a success.
    if text == "COMMIT", String(cString: PQcmdStatus(result)) != "COMMIT" {
      throw DatabaseError.other("the transaction was rolled back at its end")
    }
  }

  /// Runs one statement with its values, and lends its result to `body`. Without server-side prepared statements, which
  /// a transaction pooler could not keep.
  func query<Value>(_ sql: SQL, _ body: (OpaquePointer) throws -> Value) throws -> Value {
    let (text, values) = sql.rendered(.dollarNumber)
    let result = try checked(Parameters(values).execute(text, on: connection))
    defer { PQclear(result) }
    guard PQresultStatus(result) != PGRES_EMPTY_QUERY else { throw DatabaseError.other("not one statement: \(text)") }
    return try body(result)
  }

  /// Leaves the transaction, if there is one. What fails here has already failed.
  func rollBack() {
    guard !isBroken, PQtransactionStatus(connection) != PQTRANS_IDLE else { return }
    PQclear(PQexec(connection, "ROLLBACK"))
  }

  private func checked(_ result: OpaquePointer?) throws -> OpaquePointer {
    guard let result else { throw unavailable() }
    switch PQresultStatus(result) {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return result
    default:
      defer { PQclear(result) }
      // What the server refuses has an SQLSTATE; what has none is libpq's own.
      if PQresultErrorField(result, Int32(UnicodeScalar("C").value)) == nil { isLost = true }
      throw isBroken ? unavailable() : failure(of: result)
    }
  }

  private func unavailable() -> DatabaseError {
    let message = String(cString: PQerrorMessage(connection)).split(whereSeparator: \.isNewline).joined(separator: " ")
    return .unavailable("The database server cannot be reached: \(address.redacted(message))")
  }
}

/// `texts` as C strings, ended by a null as libpq wants its lists.
private func withCStrings<Value>(
  _ texts: [String], _ body: ([UnsafePointer<CChar>?]) throws -> Value
) rethrows -> Value {
  let bytes = texts.flatMap { Array($0.utf8CString) }
  return try bytes.withUnsafeBufferPointer { buffer in
    var start = buffer.baseAddress
    var starts: [UnsafePointer<CChar>?] = []
    for text in texts {
      starts.append(start)
      start = start.map { $0 + text.utf8.count + 1 }
    }
    return try body(starts + [nil])
  }
}
