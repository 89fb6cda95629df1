package import SQL

/// Whether the tables that are there are those of the migrations that were run. For `trellis check`, which changes nothing.
package struct SchemaState: Sendable, Equatable {
  /// How many steps have not been run yet.
  package let waiting: Int
  /// A sentence for each table and column that is missing, or that nobody here has made.
  package let problems: [String]

  package init(waiting: Int, problems: [String]) {
    self.waiting = waiting
    self.problems = problems
  }

  package static func read(_ connection: any Connection) throws -> SchemaState {
    var there: [String: Set<String>] = [:]
    try connection.each(connection.dialect.columns) { there[$0.text(0), default: []].insert($0.text(1)) }
    let known = Schema.migrations
    guard there["migrations"] != nil else { return SchemaState(waiting: known.count, problems: []) }
    let run = Set(try connection.rows("SELECT number FROM migrations") { $0.int(0) })
    var problems: [String] = []
    if let newest = run.max(), newest > known.map(\.number).max() ?? 0 {
      problems.append("The database has been migrated to step \(newest) by a newer program.")
    }
    for table in SchemaTables.made(by: known.filter { run.contains($0.number) }) {
      guard let columns = there[table.name] else {
        problems.append("The table \(table.name) is missing.")
        continue
      }
      let wanted = Set(table.columns.map(\.name))
      problems += wanted.subtracting(columns).sorted().map { "The table \(table.name) lacks its column \($0)." }
      problems += columns.subtracting(wanted).sorted().map { "The table \(table.name) has a strange column, \($0)." }
    }
    return SchemaState(waiting: known.count { !run.contains($0.number) }, problems: problems)
  }
}
