package import Domain
package import SQL

extension Day: SQLConvertible {
  package var sqlValue: SQLValue { .text(iso) }
}

extension ID: SQLConvertible {
  package var sqlValue: SQLValue { .text(text) }
}

extension YearGroup: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(number)) }
}

extension Row {
  /// A day column; the schema keeps nothing else there.
  package func day(_ column: Int) -> Day {
    guard let day = withUTF8(column, { Day(utf8: $0) }) else { preconditionFailure("column \(column) holds no day") }
    return day
  }
  package func dayOrNil(_ column: Int) -> Day? { isNull(column) ? nil : day(column) }

  package func id<Noun>(_ column: Int, _ noun: Noun.Type = Noun.self) -> ID<Noun> {
    guard let words = withUTF8(column, UUIDWords.init) else { preconditionFailure("column \(column) holds no id") }
    return ID(words)
  }
  package func idOrNil<Noun>(_ column: Int, _ noun: Noun.Type = Noun.self) -> ID<Noun>? {
    isNull(column) ? nil : id(column)
  }

  /// Two columns, from and until.
  package func span(_ column: Int) -> Span {
    guard let span = Span(day(column), dayOrNil(column + 1)) else {
      preconditionFailure("columns \(column) and \(column + 1) hold no span")
    }
    return span
  }
}

extension Connection {
  /// Whether the organisation keeps a row of this id: something new whose form was sent before.
  func keeps<Noun>(_ id: ID<Noun>, in table: SQL, of organisation: ID<Organisation>) throws -> Bool {
    try exists("SELECT 1 FROM \(table) WHERE organisation_id = \(organisation) AND id = \(id)")
  }

  /// A new id of this transaction's moment.
  package func newID<Noun>(_ noun: Noun.Type = Noun.self) -> ID<Noun> { ID.new(at: now) }
}
