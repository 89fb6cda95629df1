/// Reads one `w:tbl`.
struct WordTableReader {
  private let limits: ReadingLimits
  private var rows: [TableRow] = []
  private var merges: [Grid.Merge] = []
  /// The vertical merges that may go on in the next row, by their first column.
  private var open: [Int: Grid.Merge] = [:]

  init(limits: ReadingLimits) { self.limits = limits }

  /// Elements whose text nobody sees: settings, deletions, and the second version of drawings for old programs.
  static func isUnseen(_ name: String) -> Bool {
    ["pPr", "rPr", "tblPr", "sectPr", "del", "moveFrom", "instrText", "delText", "Fallback", "tblGrid"].contains(name)
  }

  /// Goes to the end of the `tbl` that was opened last.
  mutating func read(_ reader: inout XMLReader) throws(FormatError) -> Grid {
    var number = 0
    let outside = reader.depth - 1
    while reader.depth > outside {
      guard try reader.next() == .open else { continue }
      if Self.isUnseen(reader.name) {
        try reader.skipElement()
      } else if reader.name == "tr" {
        number += 1
        let row = TableRow(number: number, cells: try cells(row: number, &reader))
        rows.append(row)
        try limits.check(rows: rows.count)
      }
    }
    closeMerges(before: number + 1)
    let grid = Grid(rows: rows.filter { !$0.isBlank }, merges: merges)
    return grid.withPlausibleMerges
  }

  private mutating func cells(row: Int, _ reader: inout XMLReader) throws(FormatError) -> [String] {
    var cells: [String] = []
    let outside = reader.depth - 1
    while reader.depth > outside {
      guard try reader.next() == .open else { continue }
      switch reader.name {
      case "del": return try deletedRow(&reader, outside: outside)
      case "gridBefore": cells += Array(repeating: "", count: try span(reader, row: row))
      case "tc":
        let cell = try cell(row: row, &reader)
        merge(cell, row: row, column: cells.count)
        cells.append(cell.merge == .goesOn ? "" : cell.text)
        cells += Array(repeating: "", count: cell.span - 1)
        try limits.check(columns: cells.count, row: row)
      default: break
      }
    }
    closeMerges(before: row)
    return cells
  }

  /// A row that was deleted under "track changes" says so in its settings.
  private func deletedRow(_ reader: inout XMLReader, outside: Int) throws(FormatError) -> [String] {
    while reader.depth > outside { _ = try reader.next() }
    return []
  }

  private struct Cell {
    enum Vertical { case alone, begins, goesOn }
    var text = ""
    var span = 1
    var merge = Vertical.alone
  }

  private func cell(row: Int, _ reader: inout XMLReader) throws(FormatError) -> Cell {
    var cell = Cell()
    var isText = false
    let outside = reader.depth - 1
    // tc, tcPr, gridSpan: those of a table inside this cell lie deeper.
    let setting = outside + 3
    while reader.depth > outside {
      switch try reader.next() {
      case .open:
        isText = false
        switch reader.name {
        case "gridSpan" where reader.depth == setting: cell.span = max(1, try span(reader, row: row))
        case "vMerge" where reader.depth == setting:
          cell.merge = reader.attribute("val") == "restart" ? .begins : .goesOn
        case "t": isText = true
        case "tab": cell.text += " "
        case "br", "cr": cell.text += "\n"
        case "noBreakHyphen": cell.text += "-"
        case let name where Self.isUnseen(name): try reader.skipElement()
        default: break
        }
      case .text: if isText { cell.text += reader.text }
      case .close:
        isText = false
        if reader.name == "p" { cell.text += "\n" }
      case .end: break
      }
      try limits.check(cellBytes: cell.text.utf8.count, row: row)
    }
    cell.text = cell.text.split(separator: "\n").map { trimmed(String($0)) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
    return cell
  }

  private func span(_ reader: XMLReader, row: Int) throws(FormatError) -> Int {
    let span = max(0, reader.attribute("val").flatMap { Int($0) } ?? 1)
    try limits.check(columns: span, row: row)
    return span
  }

  private mutating func merge(_ cell: Cell, row: Int, column: Int) {
    if cell.merge == .goesOn, let begun = open[column] {
      open[column] = Grid.Merge(
        row: begun.row, column: column, rowCount: row - begun.row + 1, columnCount: begun.columnCount)
    } else {
      if let begun = open.removeValue(forKey: column) { merges.append(begun) }
      let merge = Grid.Merge(row: row, column: column, rowCount: 1, columnCount: cell.span)
      if cell.merge == .begins { open[column] = merge } else if cell.span > 1 { merges.append(merge) }
    }
  }

  /// Merges that did not reach the row before `row + 1` have ended.
  private mutating func closeMerges(before row: Int) {
    for (column, merge) in open where merge.row + merge.rowCount <= row {
      merges.append(merge)
      open[column] = nil
    }
  }
}
