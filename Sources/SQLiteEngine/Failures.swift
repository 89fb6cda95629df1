import GRDBSQLite
import SQL

/// Runs `work`, and says in the house's words what GRDB said: a COMMIT that failed, a database that is closed.
func translatingErrors<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as GRDBError {
    throw general(error.code, error.words)
  }
}

/// Why the file at `path` could not be opened.
func openingFailure(_ error: any Error, path: String) -> any Error {
  guard let error = error as? GRDBError else { return error }
  let reason =
    switch error.code & 0xff {
    case SQLITE_CANTOPEN: "there is no such folder, or it cannot be written"
    case SQLITE_NOTADB: "it is not an SQLite database"
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: "it cannot be written"
    case SQLITE_BUSY, SQLITE_LOCKED: "another program keeps it locked"
    default: error.words
    }
  return DatabaseError.unavailable("The database \(path) cannot be opened: \(reason).")
}

extension Handle {
  /// What SQLite means by the failure that it has just answered, in the words that both engines share.
  func failure() -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite))
    switch sqlite3_extended_errcode(sqlite) {
    case uniqueFailed, primaryKeyFailed: return .notUnique(index: uniqueIndex(named: message))
    case let code: return general(code, message)
    }
  }

  /// SQLite says "UNIQUE constraint failed: pupils.school, pupils.upn": the index over exactly these columns. Only an
  /// index over an expression does it name: "index 'pupils_by_name'".
  private func uniqueIndex(named message: String) -> String {
    let place = afterColon(message)
    if place.hasPrefix("index '") { return String(place.dropFirst("index '".count).dropLast()) }
    let places = place.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
    guard let table = places.first?.first, places.allSatisfy({ $0.count == 2 }) else { return place }
    let columns = places.map { String($0[1]) }
    let indexes = names(
      #"SELECT name, origin FROM pragma_index_list(?) WHERE "unique" ORDER BY origin DESC, seq DESC"#, String(table))
    for index in indexes where names("SELECT name FROM pragma_index_info(?)", index.first).map(\.first) == columns {
      switch index.second {
      case "pk": return "PRIMARY"
      // UNIQUE (…) in a table has no name of its own here; this is the one that PostgreSQL gives it.
      case "u": return ([String(table)] + columns + ["key"]).joined(separator: "_")
      default: return index.first
      }
    }
    // The key of a table that is its own index (INTEGER PRIMARY KEY).
    return "PRIMARY"
  }

  private func names(_ text: String, _ argument: String) -> [(first: String, second: String)] {
    let rows = try? withStatement(text, keeping: true) { statement in
      try bind([.text(argument)], to: statement)
      var rows: [(String, String)] = []
      while sqlite3_step(statement) == SQLITE_ROW {
        let row = SQLiteRow(statement: statement)
        let second = sqlite3_column_count(statement) > 1 && !row.isNull(1) ? row.text(1) : ""
        rows.append((row.isNull(0) ? "" : row.text(0), second))
      }
      return rows
    }
    return rows ?? []
  }
}

private func general(_ code: Int32, _ message: String) -> DatabaseError {
  switch code {
  case foreignKeyFailed: return .brokenReference
  case checkFailed: return .checkFailed(constraint: afterColon(message))
  case notNullFailed:
    return .missingValue(column: afterColon(message).split(separator: ".").last.map(String.init) ?? "")
  default: break
  }
  switch code & 0xff {
  case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT: return .tookTooLong
  case SQLITE_CANTOPEN, SQLITE_FULL, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_NOMEM, SQLITE_PROTOCOL:
    return .unavailable(message)
  // The readers are read-only on purpose; the writer is only where the file or its folder is.
  case SQLITE_READONLY where code != SQLITE_READONLY: return .unavailable(message)
  // GRDB's answer, in other words too, once it has closed its connections.
  case SQLITE_MISUSE: return .unavailable("The database has been closed.")
  default: return .other("\(message) (SQLite \(code))")
  }
}

private func afterColon(_ message: String) -> String {
  message.firstRange(of: "failed: ").map { String(message[$0.upperBound...]) } ?? message
}

// Extended result codes: sums in C, which Swift does not import.
private let checkFailed = SQLITE_CONSTRAINT | 1 << 8
private let foreignKeyFailed = SQLITE_CONSTRAINT | 3 << 8
private let notNullFailed = SQLITE_CONSTRAINT | 5 << 8
private let primaryKeyFailed = SQLITE_CONSTRAINT | 6 << 8
private let uniqueFailed = SQLITE_CONSTRAINT | 8 << 8
