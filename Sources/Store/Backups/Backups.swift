import Domain
import Foundation
package import SQL

/// All records as lines of JSON, the same from either engine: a header, then for each table its name and columns and a line
/// for each row, then a line that counts them, so that a file that was cut short is told. Sessions, throttles and forms
/// half typed are left out: they belong to one installation on one day.
package enum Backups {
  static let format = "trellis backup 1"
  private static let left: Set<String> = ["migrations", "sessions", "throttles", "unfinished_forms", "password_resets"]

  struct Header: Codable {
    let format: String
    let steps: Int
    let madeAt: String
  }

  struct TableLine: Codable {
    let table: String
    let columns: [String]
  }

  struct EndLine: Codable {
    let rows: Int
  }

  /// Hands over one line after another, each without its line end. The number of rows.
  @discardableResult
  package static func write(_ connection: any Connection, line: (String) throws -> Void) throws -> Int {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func say(_ value: some Encodable) throws { try line(String(decoding: try encoder.encode(value), as: UTF8.self)) }
    try say(Header(format: format, steps: Schema.migrations.count, madeAt: MomentText.write(connection.now)))
    var rows = 0
    for table in SchemaTables.all where !left.contains(table.name) {
      try say(TableLine(table: table.name, columns: table.columns.map(\.name)))
      let columns = SQL.joined(table.columns.map { SQL(stringLiteral: $0.name) })
      try connection.each("SELECT \(columns) FROM \(SQL(stringLiteral: table.name)) ORDER BY \(table.key)") { row in
        try say(table.columns.indices.map { BackupValue(row, $0, table.columns[$0].kind) })
        rows += 1
      }
    }
    try say(EndLine(rows: rows))
    return rows
  }

  /// Writes the lines of a backup into an empty database, in one transaction of the caller's. Refuses a file that is not a
  /// backup, is of a newer program, or was cut short, and a database that holds anything.
  @discardableResult
  package static func read(_ lines: some Sequence<String>, into connection: any Connection) throws -> Int {
    guard try !connection.exists("SELECT 1 FROM organisations"), try !connection.exists("SELECT 1 FROM accounts") else {
      throw Refusal.conflict("The database is not empty. Restore into a new one.")
    }
    let decoder = JSONDecoder()
    var lines = lines.makeIterator()
    guard let first = lines.next(), let header = try? decoder.decode(Header.self, from: Data(first.utf8)),
      header.format == format
    else { throw Refusal.invalid("This file is not a backup of Trellis.") }
    guard header.steps <= Schema.migrations.count else {
      throw Refusal.invalid("This backup was made by a newer Trellis. Please restore it with that one.")
    }
    do {
      return try readRows(&lines, into: connection)
    } catch is DecodingError {
      throw cutShort
    } catch let error as DatabaseError {
      switch error {
      case .notUnique, .brokenReference, .checkFailed, .missingValue: throw cutShort
      case .tookTooLong, .unavailable, .other: throw error
      }
    }
  }

  /// Everything after the header: a table's line, then one line for each of its rows, and so on; their number last.
  private static func readRows(
    _ lines: inout some IteratorProtocol<String>, into connection: any Connection
  ) throws -> Int {
    let decoder = JSONDecoder()
    var rows = 0
    var insert: (table: SchemaTables.Table, columns: [SchemaTables.Column])?
    var later: [SQL] = []
    while let line = lines.next() {
      let data = Data(line.utf8)
      if line.hasPrefix("[") {
        guard let insert else { throw cutShort }
        let values = try decoder.decode([BackupValue].self, from: data)
        guard values.count == insert.columns.count else { throw cutShort }
        var row = zip(insert.columns, values).map { (column: $0, value: $1.sqlValue(as: $0.kind)) }
        if let own = row.firstIndex(where: { $0.column.name == insert.table.own }), row[own].value != .null {
          later.append(update(insert.table, row, own))
          row[own].value = .null
        }
        try connection.run(
          """
          INSERT INTO \(SQL(stringLiteral: insert.table.name))
            (\(SQL.joined(row.map { SQL(stringLiteral: $0.column.name) })))
          VALUES (\(SQL.list(row.map(\.value))))
          """)
        rows += 1
      } else if let table = try? decoder.decode(TableLine.self, from: data) {
        guard let known = SchemaTables.all.first(where: { $0.name == table.table }) else { throw cutShort }
        insert = (
          known,
          try table.columns.map { name in
            guard let column = known.columns.first(where: { $0.name == name }) else { throw cutShort }
            return column
          }
        )
      } else if let end = try? decoder.decode(EndLine.self, from: data) {
        guard end.rows == rows else { throw cutShort }
        for update in later { try connection.run(update) }
        return rows
      } else {
        throw cutShort
      }
    }
    throw cutShort
  }

  /// Says to which row of its own table a row refers, once all of them are there.
  private static func update(
    _ table: SchemaTables.Table, _ row: [(column: SchemaTables.Column, value: SQLValue)], _ own: Int
  ) -> SQL {
    func equals(_ place: Int) -> SQL { "\(SQL(stringLiteral: row[place].column.name)) = \(row[place].value)" }
    let key = row.indices.filter { ["organisation_id", "id"].contains(row[$0].column.name) }.map(equals)
    return
      "UPDATE \(SQL(stringLiteral: table.name)) SET \(equals(own)) WHERE \(SQL.joined(key, by: " AND "))"
  }

  private static var cutShort: Refusal {
    .invalid("This backup is damaged or was cut short. Nothing was restored.")
  }
}

/// One column of one row, as JSON: null, a number, true or false, a text, or `{"bytes": base64}`.
enum BackupValue: Codable {
  case null
  case integer(Int)
  case boolean(Bool)
  case text(String)
  case bytes([UInt8])

  init(_ row: any Row, _ column: Int, _ kind: SchemaTables.Kind) {
    if row.isNull(column) {
      self = .null
    } else {
      switch kind {
      case .text: self = .text(row.text(column))
      case .integer: self = .integer(row.int(column))
      case .boolean: self = .boolean(row.bool(column))
      case .bytes: self = .bytes(row.bytes(column))
      }
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else {
      let text = try container.decode([String: String].self)["bytes"] ?? ""
      self = .bytes(Array(Data(base64Encoded: text) ?? Data()))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .integer(let value): try container.encode(value)
    case .boolean(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .bytes(let value): try container.encode(["bytes": Data(value).base64EncodedString()])
    }
  }

  func sqlValue(as kind: SchemaTables.Kind) -> SQLValue {
    switch self {
    case .null: .null
    case .integer(let value): .integer(Int64(value))
    case .boolean(let value): .boolean(value)
    case .text(let value): .text(value)
    case .bytes(let value): .bytes(value)
    }
  }
}
