/// One row of a file that was read.
package struct TableRow: Hashable, Sendable {
  /// The row's number as the user's spreadsheet counts it, from 1: blank rows count, and a cell with line breaks in it
  /// is still one row.
  package let number: Int
  /// Trimmed text; days as `YYYY-MM-DD` where the file says that a cell is a day.
  package var cells: [String]

  package init(number: Int, cells: [String]) {
    self.number = number
    self.cells = cells
  }

  package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

/// Rows of cells as they stand in a file, before anybody says which of them are headings. Rows may differ in length;
/// blank rows are left out, but counted.
package struct Grid: Equatable, Sendable {
  package var rows: [TableRow]
  /// Cells that stand over several rows or columns; their text is in the first of them, and the others are empty.
  package var merges: [Merge]

  package init(rows: [TableRow] = [], merges: [Merge] = []) {
    self.rows = rows
    self.merges = merges
  }

  /// A cell over several others. `row` is a row's number, `column` counts from 0.
  package struct Merge: Hashable, Sendable {
    package let row: Int
    package let column: Int
    package let rowCount: Int
    package let columnCount: Int

    package init(row: Int, column: Int, rowCount: Int, columnCount: Int) {
      self.row = row
      self.column = column
      self.rowCount = rowCount
      self.columnCount = columnCount
    }
  }

  package var columnCount: Int { rows.lazy.map(\.cells.count).max() ?? 0 }

  /// The same grid, with the text of each merged cell in all the places that it covers: for a heading that stands once
  /// beside many rows.
  package var filled: Grid {
    var filled = self
    let places = Dictionary(rows.enumerated().map { ($1.number, $0) }) { first, _ in first }
    for merge in merges {
      guard let first = places[merge.row], merge.column < rows[first].cells.count else { continue }
      let text = rows[first].cells[merge.column]
      if text.isEmpty { continue }
      for number in merge.row..<merge.row + merge.rowCount {
        guard let place = places[number] else { continue }
        let end = merge.column + merge.columnCount
        let missing = end - filled.rows[place].cells.count
        if missing > 0 { filled.rows[place].cells += Array(repeating: "", count: missing) }
        for column in merge.column..<end { filled.rows[place].cells[column] = text }
      }
    }
    return filled
  }

  /// A column's letters in a spreadsheet: A for 0, Z for 25, AA for 26.
  package static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
