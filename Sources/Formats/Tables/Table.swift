/// A list with headings: what a school's system exports.
package struct Table: Equatable, Sendable {
  /// No two are the same but for letter case: of several columns with one heading the second is `Need (2)`.
  package let headings: [String]
  /// The number of the row that the headings stand in.
  package let headingRow: Int
  /// The rows below, each with exactly as many cells as there are headings.
  package let rows: [TableRow]

  package init(headings: [String], headingRow: Int = 1, rows: [TableRow]) {
    self.headings = headings
    self.headingRow = headingRow
    self.rows = rows
  }

  /// Takes the first row as headings; but where lines of a title stand above the list (one cell filled, and more in a
  /// row soon after), the first row below them. Short rows are filled up; a column that has cells but no heading gets an
  /// empty one. Refuses a grid without any row.
  package init(_ grid: Grid) throws(FormatError) {
    guard let heading = Self.headingIndex(in: grid.rows) else {
      throw FormatError("This file has no rows in it.")
    }
    let below = grid.rows[(heading + 1)...]
    let width = max(Self.width(of: grid.rows[heading]), below.lazy.map(Self.width(of:)).max() ?? 0)
    headings = Self.numbered(Self.fitted(grid.rows[heading].cells, to: width))
    headingRow = grid.rows[heading].number
    rows = below.map { row in
      row.cells.count == width ? row : TableRow(number: row.number, cells: Self.fitted(row.cells, to: width))
    }
  }

  private static func headingIndex(in rows: [TableRow]) -> Int? {
    let first = rows.indices.first
    guard let first, filledCells(of: rows[first]) == 1 else { return first }
    return rows.indices.prefix(10).first { filledCells(of: rows[$0]) > 1 } ?? first
  }

  private static func numbered(_ headings: [String]) -> [String] {
    var times: [String: Int] = [:]
    return headings.map { heading in
      let time = times[heading.lowercased(), default: 0] + 1
      times[heading.lowercased()] = time
      return heading.isEmpty || time == 1 ? heading : "\(heading) (\(time))"
    }
  }

  private static func filledCells(of row: TableRow) -> Int { row.cells.count { !$0.isEmpty } }

  private static func width(of row: TableRow) -> Int { (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  private static func fitted(_ cells: [String], to width: Int) -> [String] {
    cells.count > width ? Array(cells[..<width]) : cells + Array(repeating: "", count: width - cells.count)
  }
}
