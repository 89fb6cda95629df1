import Domain
import Formats

/// One row of a mapped list, whose cells are asked for by our fields. It collects why the row cannot be taken.
struct ImportRow<Field: ImportFields> {
  let number: Int
  private let cells: [String]
  private let list: MappedList<Field>
  private(set) var refused: [RefusedCell] = []
  private(set) var warnings: [ImportWarning] = []

  fileprivate init(_ row: TableRow, _ list: MappedList<Field>) {
    number = row.number
    cells = row.cells
    self.list = list
  }

  /// The cell's text; nil where there is no such column, or it is blank.
  func text(_ field: Field) -> String? {
    guard let column = list.column(field) else { return nil }
    var text = cells[column]
    // ="0123" is how systems keep a spreadsheet from taking a number for one.
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 { text = String(text.dropFirst(2).dropLast()) }
    // So is '0123.
    if text.hasPrefix("'"), !field.isName { text.removeFirst() }
    return text.isEmpty ? nil : text
  }

  func has(_ field: Field) -> Bool { list.has(field) }

  /// The heading that the file has over the field, or our own name of it.
  func column(_ field: Field) -> String { list.heading(field) }

  mutating func refuse(_ field: Field, _ message: String) {
    if refused.contains(where: { $0.column == column(field) }) { return }
    refused.append(RefusedCell(row: number, column: column(field), message: message))
  }

  mutating func warn(_ field: Field, _ message: String) {
    warnings.append(ImportWarning(row: number, column: column(field), message: message))
  }

  /// What `reading` makes of the cell; nil where it is blank. What it cannot read refuses the row with `sentence`, which
  /// is given the cell's text.
  mutating func read<Value>(
    _ field: Field, _ reading: (String) -> Value?, orRefuse sentence: (String) -> String
  ) -> Value? {
    guard let text = text(field) else { return nil }
    if let value = reading(text) { return value }
    refuse(field, sentence(CellReading.short(text)))
    return nil
  }

  mutating func day(_ field: Field) -> Day? {
    if let text = text(field), CellReading.saysNothing(text) { return nil }
    return read(field, CellReading.day) { "“\($0)” is not a date. Write it as 14/03/2017 or 2017-03-14." }
  }

  mutating func yesOrNo(_ field: Field) -> Bool? {
    read(field, CellReading.yesOrNo) { "“\($0)” is neither yes nor no." }
  }

  mutating func count(_ field: Field, _ range: ClosedRange<Int>) -> Int? {
    read(field, { CellReading.count($0).flatMap { range.contains($0) ? $0 : nil } }) {
      "“\($0)” is not a whole number from \(range.lowerBound) to \(range.upperBound)."
    }
  }
}

/// A list whose columns have been mapped.
struct MappedList<Field: ImportFields>: Sendable {
  let table: Table
  private let columns: [Field: Int]

  init(_ table: Table, _ mapping: ColumnMapping) {
    self.table = table
    var columns: [Field: Int] = [:]
    for field in Field.allCases {
      if let column = mapping[field.rawValue], table.headings.indices.contains(column) { columns[field] = column }
    }
    self.columns = columns
  }

  var rows: some Sequence<ImportRow<Field>> { table.rows.lazy.map { ImportRow($0, self) } }

  func has(_ field: Field) -> Bool { columns[field] != nil }
  func column(_ field: Field) -> Int? { columns[field] }

  func heading(_ field: Field) -> String {
    guard let column = columns[field] else { return field.title }
    return table.headings[column]
  }
}
