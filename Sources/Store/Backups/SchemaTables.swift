import Foundation
import SQL

/// The tables of the schema with their columns, read from the migrations' own text, in the order in which they were made:
/// what a table refers to stands before it.
enum SchemaTables {
  enum Kind: String { case text = "TEXT", integer = "BIGINT", boolean = "BOOLEAN", bytes = "BYTEA" }

  struct Column {
    let name: String
    let kind: Kind
  }

  struct Table {
    let name: String
    let columns: [Column]
    /// What rows are ordered by, so that two backups of the same records are the same file.
    let key: SQL
    /// The column by which rows refer to other rows of the same table: known once all of them are there.
    let own: String?
  }

  static let all = made(by: Schema.migrations)

  /// The tables that these steps make.
  static func made(by migrations: [Migration]) -> [Table] {
    migrations.sorted { $0.number < $1.number }.flatMap { tables(in: "\($0.script)") }
  }

  private static func tables(in script: String) -> [Table] {
    var tables: [Table] = []
    var name: String?
    var columns: [Column] = []
    var (key, own) = ("", String?.none)
    for line in script.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("CREATE TABLE ") {
        name = line.split(separator: " ")[2].description
        columns = []
        (key, own) = ("", nil)
      } else if let table = name {
        let words = line.split(separator: " ", maxSplits: 2).map { $0.trimmingCharacters(in: [","]) }
        if line.hasPrefix(")") {
          tables.append(Table(name: table, columns: columns, key: SQL(stringLiteral: key), own: own))
          name = nil
        } else if line.hasPrefix("PRIMARY KEY (") {
          key = String(line.dropFirst("PRIMARY KEY (".count).prefix { $0 != ")" })
        } else if line.hasPrefix("FOREIGN KEY ("), line.contains(" REFERENCES \(table) (") {
          own = line.dropFirst("FOREIGN KEY (".count).prefix { $0 != ")" }.split(separator: ", ").last.map(String.init)
        } else if words.count >= 2, let kind = Kind(rawValue: words[1]) {
          columns.append(Column(name: words[0], kind: kind))
          if line.contains("PRIMARY KEY") { key = words[0] }
        }
      }
    }
    return tables
  }
}
