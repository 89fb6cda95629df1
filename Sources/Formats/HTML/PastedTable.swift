/// A table that somebody copied in Word, Excel or a browser and pasted: HTML, or text with tabs.
package struct PastedTable: Sendable {
  package let limits: ReadingLimits

  package init(limits: ReadingLimits = ReadingLimits(bytes: 8 << 20, rows: 5000)) { self.limits = limits }

  /// The largest table in what was pasted. Refuses a paste that is empty, too large, or HTML without a table.
  package func grid(_ pasted: String) throws(FormatError) -> Grid {
    try limits.check(bytes: pasted.utf8.count)
    if pasted.contains("<table") || pasted.contains("<TABLE") {
      var reader = HTMLTableReader(Array(pasted.utf8), limits: limits)
      let tables = try reader.tables()
      guard let largest = tables.max(by: { Self.filled($0) < Self.filled($1) }) else {
        throw FormatError("There is no table in what was pasted.")
      }
      return largest
    }
    if !pasted.contains(where: { !$0.isWhitespace }) { throw FormatError("Nothing was pasted.") }
    do {
      return try CSVReader(limits: limits, separator: UInt8(ascii: "\t")).grid(text: pasted)
    } catch {
      // Excel puts a cell with line breaks in quotation marks; Word does not, and its cells may begin with one.
      return try plainGrid(pasted)
    }
  }

  private func plainGrid(_ text: String) throws(FormatError) -> Grid {
    var rows: [TableRow] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed(String($0)) }
      try limits.check(columns: cells.count, row: index + 1)
      let row = TableRow(number: index + 1, cells: cells)
      if !row.isBlank { rows.append(row) }
      try limits.check(rows: rows.count)
    }
    return Grid(rows: rows)
  }

  private static func filled(_ grid: Grid) -> Int { grid.rows.reduce(0) { $0 + $1.cells.count { !$0.isEmpty } } }
}
