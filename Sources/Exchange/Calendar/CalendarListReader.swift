import Domain
import Formats

/// What was read of a file of terms and closures.
struct CalendarFile: Sendable {
  var entries: [Entry] = []
  var refused: [RefusedCell] = []
  var warnings: [ImportWarning] = []
  var columns: [CalendarField: String] = [:]

  struct Entry: Sendable, Hashable {
    let row: Int
    let name: String
    let isTerm: Bool
    let period: Period
  }
}

/// Reads terms and closures, one a row. A blank last day is the first: a training day, a bank holiday.
struct CalendarListReader {
  private let list: MappedList<CalendarField>
  private var file = CalendarFile()

  static func read(_ table: Table, _ mapping: ColumnMapping, _ progress: (Int) -> Void) throws -> CalendarFile {
    var reader = try CalendarListReader(table, mapping)
    for row in reader.list.rows { reader.read(row) }
    return reader.file
  }

  private init(_ table: Table, _ mapping: ColumnMapping) throws {
    list = MappedList(table, mapping)
    guard list.has(.name), list.has(.from) else {
      throw Refusal.invalid(
        "Trellis found no column with names of terms, or none with their first days. Say which they are.", field: "name"
      )
    }
    for field in CalendarField.allCases { file.columns[field] = list.heading(field) }
  }

  private mutating func read(_ row: ImportRow<CalendarField>) {
    var row = row
    let name = row.text(.name).map(CellReading.words)
    if name == nil { row.refuse(.name, "Give the term or closure a name.") }
    if let name, name.count > 100 { row.refuse(.name, "“\(CellReading.short(name))” is too long for a name.") }
    let from = row.day(.from)
    if from == nil { row.refuse(.from, "A first day is needed.") }
    let until = row.day(.until) ?? from
    let isTerm = row.read(.kind, Self.isTerm) { "“\($0)” is neither a term nor a closure." }
    if let from, let until, until < from { row.refuse(.until, "The last day is before the first.") }
    file.warnings += row.warnings
    file.refused += row.refused
    guard row.refused.isEmpty, let name, let from, let until, let period = Period(from, until) else { return }
    let entry = CalendarFile.Entry(
      row: row.number, name: name, isTerm: isTerm ?? Self.soundsLikeTerm(name, period), period: period)
    if let refusal = refusal(entry) { file.refused.append(refusal) } else { file.entries.append(entry) }
  }

  /// A term that overlaps an earlier one, or lasts longer than one can.
  private func refusal(_ entry: CalendarFile.Entry) -> RefusedCell? {
    guard entry.isTerm else { return nil }
    if let other = file.entries.first(where: { $0.isTerm && $0.period.overlaps(entry.period) }) {
      return RefusedCell(
        row: entry.row, column: list.heading(.from),
        message: "Rows \(other.row) and \(entry.row) are terms that overlap: check their days.")
    }
    do {
      try SchoolCalendar.check([Term(name: entry.name, period: entry.period)])
      return nil
    } catch {
      return RefusedCell(row: entry.row, column: list.heading(.from), message: error.sentence)
    }
  }

  private static func isTerm(_ text: String) -> Bool? {
    let folded = Folding.fold(text)
    if folded == "term" || folded == "terms" || folded == "open" { return true }
    let closures = ["clos", "holiday", "half term", "inset", "bank", "training", "break", "shut"]
    return closures.contains { folded.contains($0) } ? false : nil
  }

  private static func soundsLikeTerm(_ name: String, _ period: Period) -> Bool {
    let folded = Folding.fold(name)
    if ["half", "holiday", "inset", "bank", "training", "break", "closed"].contains(where: { folded.contains($0) }) {
      return false
    }
    return folded.contains("term") || period.days > 21
  }
}
