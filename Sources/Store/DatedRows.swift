import Domain
import SQL

/// How a fact of one kind about one thing changes from a day on, worked out without a database: the rows to shorten, to
/// replace and to add, so that facts never overlap and later ones stay.
struct DatedChange: Equatable {
  /// The row that ends the day before; nil where none was in force.
  var shortened: (id: String, until: Day)?
  /// The row that begins on this very day, and is given the new value: the change is then a correction.
  var replaced: String?
  /// Where a new row begins and ends; nil where one is replaced.
  var added: Span?

  /// The change that makes a new value hold from `day`, until the next fact that is already known.
  init(from day: Day, among rows: [(id: String, span: Span)]) {
    let rows = rows.sorted { $0.span.from < $1.span.from }
    if let same = rows.first(where: { $0.span.from == day }) {
      replaced = same.id
      return
    }
    let next = rows.first { $0.span.from > day }
    if let current = rows.last(where: { $0.span.contains(day) }) {
      shortened = (current.id, day.previous)
      added = Span(day, current.span.until)
    } else {
      added = Span(day, next?.span.from.previous)
    }
  }

  static func == (left: DatedChange, right: DatedChange) -> Bool {
    left.shortened?.id == right.shortened?.id && left.shortened?.until == right.shortened?.until
      && left.replaced == right.replaced && left.added == right.added
  }
}
