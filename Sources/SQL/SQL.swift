package import struct Foundation.Date

/// A statement, or a piece of one. `\(value)` becomes a bound value; `\(fragment)` splices another `SQL` as it is.
/// The author's text is never rewritten, and a `String` that came from outside can only ever be a bound value.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  package enum Part: Sendable, Equatable {
    case text(String)
    case value(SQLValue)
  }

  package private(set) var parts: [Part]

  package init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }
  package init(stringInterpolation pieces: Interpolation) { parts = pieces.parts }
  private init(parts: [Part]) { self.parts = parts }

  package struct Interpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }
    package mutating func appendLiteral(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }
    package mutating func appendInterpolation(_ fragment: SQL) { parts.append(contentsOf: fragment.parts) }
    package mutating func appendInterpolation(_ value: some SQLConvertible) { parts.append(.value(value.sqlValue)) }
    package mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
      parts.append(.value(value?.sqlValue ?? .null))
    }
  }

  package var isEmpty: Bool { parts.isEmpty }

  package static func + (left: SQL, right: SQL) -> SQL { SQL(parts: left.parts + right.parts) }

  /// The pieces one after another with `separator` between them.
  package static func joined(_ pieces: [SQL], by separator: SQL = ", ") -> SQL {
    SQL(parts: Array(pieces.map(\.parts).joined(separator: separator.parts)))
  }

  /// `?, ?, ?` for `IN (…)`; for no values `NULL`, which nothing is in.
  package static func list(_ values: some Sequence<some SQLConvertible>) -> SQL {
    let values = values.map { SQL(parts: [.value($0.sqlValue)]) }
    return values.isEmpty ? "NULL" : joined(values)
  }

  package enum Placeholder: Sendable {
    /// SQLite: `?`.
    case questionMark
    /// PostgreSQL: `$1`, `$2` …
    case dollarNumber
  }

  /// The text that the engine is given, and the values to bind, in order.
  package func rendered(_ placeholder: Placeholder) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .value(let value):
        values.append(value)
        switch placeholder {
        case .questionMark: text += "?"
        case .dollarNumber: text += "$\(values.count)"
        }
      }
    }
    return (text, values)
  }
}

/// What a column can hold, on both engines.
package enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case boolean(Bool)
  case text(String)
  case bytes([UInt8])
}

/// A Swift value that can be bound. Money and counts are integers; there is no floating point in the store.
package protocol SQLConvertible {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
  package var sqlValue: SQLValue { self }
}
extension String: SQLConvertible {
  package var sqlValue: SQLValue { .text(self) }
}
extension Int: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Bool: SQLConvertible {
  package var sqlValue: SQLValue { .boolean(self) }
}
extension [UInt8]: SQLConvertible {
  package var sqlValue: SQLValue { .bytes(self) }
}
extension Date: SQLConvertible {
  /// Fixed-width UTC text, so that text order is time order: `2026-11-21T09:30:00.000Z`.
  package var sqlValue: SQLValue { .text(MomentText.write(self)) }
}
