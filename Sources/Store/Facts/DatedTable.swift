import Domain
import SQL

/// A table of dated facts, one kind about one thing each. An act changes a `Timeline` in memory; here the rows that
/// became different, and only those, are written.
///
/// Rows are known by whose they are and their first day, which the schema keeps unique.
struct DatedTable<Value: Hashable & Sendable>: Sendable {
  let name: SQL
  /// The column that says whose fact it is.
  let owner: SQL
  /// The columns of the value, as an insert names them.
  let columns: SQL
  /// The value in the order of `columns`.
  let write: @Sendable (Value) -> [SQLValue]
  /// Reads the value from this column on.
  let read: @Sendable (any Row, Int) -> Value
  /// What else tells a row from the others of its owner: the type of a need. Empty where the first day alone does.
  let key: @Sendable (Value) -> SQL

  init(
    _ name: SQL, of owner: SQL, columns: SQL, key: @escaping @Sendable (Value) -> SQL = { _ in "" },
    write: @escaping @Sendable (Value) -> [SQLValue], read: @escaping @Sendable (any Row, Int) -> Value
  ) {
    self.name = name
    self.owner = owner
    self.columns = columns
    self.write = write
    self.read = read
    self.key = key
  }

  /// The facts about each of `owners`, in order; about all of the organisation's where `owners` is nil.
  func facts<Owner>(
    of owners: [ID<Owner>]?, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> [ID<Owner>: [Dated<Value>]] {
    var found: [ID<Owner>: [Dated<Value>]] = [:]
    for part in owners?.chunks(of: 400).map(Optional.some) ?? [nil] {
      let whose: SQL = part.map { "AND \(owner) IN (\(SQL.list($0)))" } ?? ""
      try connection.each(
        """
        SELECT \(owner), from_day, until_day, \(columns) FROM \(name)
        WHERE organisation_id = \(organisation) \(whose) ORDER BY \(owner), from_day
        """
      ) { row in
        let owner: ID<Owner> = row.id(0)
        found[owner, default: []].append(Dated(read(row, 3), row.span(1)))
      }
    }
    return found
  }

  /// Makes the rows of `owner` those of `new`, where they now are those of `old`.
  func replace<Owner>(
    _ old: [Dated<Value>], by new: [Dated<Value>], of owner: ID<Owner>, in organisation: ID<Organisation>,
    _ connection: any Connection
  ) throws {
    let kept = Dictionary(uniqueKeysWithValues: old.map { (Place(of: $0, key), $0) })
    let wanted = Set(new.map { Place(of: $0, key) })
    for fact in old where !wanted.contains(Place(of: fact, key)) {
      try connection.run(
        "DELETE FROM \(name) WHERE \(row(fact, of: owner, in: organisation))")
    }
    for fact in new {
      guard let before = kept[Place(of: fact, key)] else {
        try insert(fact, of: owner, in: organisation, connection)
        continue
      }
      if write(before.value) != write(fact.value) {
        try connection.run("DELETE FROM \(name) WHERE \(row(before, of: owner, in: organisation))")
        try insert(fact, of: owner, in: organisation, connection)
      } else if before.span != fact.span {
        try connection.run(
          """
          UPDATE \(name) SET until_day = \(fact.span.until), written_at = \(connection.now)
          WHERE \(row(fact, of: owner, in: organisation))
          """)
      }
    }
  }

  func insert<Owner>(
    _ fact: Dated<Value>, of owner: ID<Owner>, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO \(name) (organisation_id, id, \(self.owner), from_day, until_day, written_at, \(columns))
      VALUES (\(organisation), \(connection.newID(Dated<Value>.self)), \(owner), \(fact.span.from), \(fact.span.until),
        \(connection.now), \(SQL.list(write(fact.value))))
      """)
  }

  private func row<Owner>(_ fact: Dated<Value>, of owner: ID<Owner>, in organisation: ID<Organisation>) -> SQL {
    """
    organisation_id = \(organisation) AND \(self.owner) = \(owner) AND from_day = \(fact.span.from) \(key(fact.value))
    """
  }
}

/// What tells one row of an owner from the others.
private struct Place: Hashable {
  let from: Day
  let key: [SQLValue]

  init<Value>(of fact: Dated<Value>, _ key: (Value) -> SQL) {
    from = fact.span.from
    self.key = key(fact.value).parts.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }
}

extension Array {
  /// Its elements in runs of at most `size`, so that no statement has more values than an engine takes.
  func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
