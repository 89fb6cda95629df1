import SQL

extension Connection {
  /// Inserts many rows with few statements. `row` is a list of values without brackets; each has as many as `columns`
  /// names.
  ///
  /// SQLite keeps a statement that has few values prepared, so that three rows at a time cost less than a hundred;
  /// PostgreSQL pays for each journey to the server.
  func insert(into table: SQL, _ columns: SQL, rows: [SQL]) throws {
    let width = rows.first?.parts.count { if case .value = $0 { true } else { false } } ?? 0
    guard width > 0 else { return }
    let size = dialect == .sqlite ? max(1, 48 / width) : max(1, 10_000 / width)
    for part in rows.chunks(of: size) {
      try run("INSERT INTO \(table) (\(columns)) VALUES (\(SQL.joined(part, by: "), (")))")
    }
  }
}
