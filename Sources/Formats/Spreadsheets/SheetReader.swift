/// Reads one sheet's rows as they come.
struct SheetReader {
  private var reader: XMLReader
  private let strings: [String]
  private let styles: CellStyles
  private let limits: ReadingLimits
  private var rows: [TableRow] = []
  private var merges: [Grid.Merge] = []

  init(_ bytes: [UInt8], strings: [String], styles: CellStyles, limits: ReadingLimits) throws(FormatError) {
    reader = try XMLReader(bytes)
    self.strings = strings
    self.styles = styles
    self.limits = limits
  }

  mutating func grid() throws(FormatError) -> Grid {
    var number = 0
    while true {
      let event = try reader.next()
      if event == .end { break }
      guard event == .open else { continue }
      if reader.name == "row" {
        let told = reader.attribute("r").flatMap { Int($0) } ?? 0
        number = told > number && told <= 1 << 24 ? told : number + 1
        let row = TableRow(number: number, cells: try cells(row: number))
        if !row.isBlank {
          rows.append(row)
          try limits.check(rows: rows.count)
        }
      } else if reader.name == "mergeCell", let merge = reader.attribute("ref").flatMap(Self.merge) {
        merges.append(merge)
      }
    }
    return Grid(rows: rows, merges: merges).withPlausibleMerges
  }

  private mutating func cells(row: Int) throws(FormatError) -> [String] {
    var cells: [String] = []
    var column = -1
    let outside = reader.depth - 1
    while reader.depth > outside {
      let event = try reader.next()
      guard event == .open, reader.name == "c" else { continue }
      column = reader.attribute("r").flatMap(Self.position)?.column ?? column + 1
      let text = trimmed(try cell())
      if text.isEmpty { continue }
      guard column >= 0, column < limits.columns else {
        try limits.check(columns: .max, row: row)
        continue
      }
      try limits.check(cellBytes: text.utf8.count, row: row)
      if cells.count <= column { cells += Array(repeating: "", count: column + 1 - cells.count) }
      cells[column] = text
    }
    return cells
  }

  /// The text of the `c` that was opened last.
  private mutating func cell() throws(FormatError) -> String {
    let kind = reader.attribute("t") ?? "n"
    let style = reader.attribute("s").flatMap { Int($0) } ?? 0
    var text = ""
    var isValue = false
    let outside = reader.depth - 1
    while reader.depth > outside {
      switch try reader.next() {
      case .open:
        if reader.name == "is" { text = try WorkbookParts.richText(in: &reader) } else { isValue = reader.name == "v" }
      case .text: if isValue { text += reader.text }
      case .close: isValue = false
      case .end: return text
      }
    }
    switch kind {
    case "s": return Int(trimmed(text)).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return trimmed(text) == "1" ? "TRUE" : "FALSE"
    case "n": return styles.text(ofNumber: trimmed(text), style: style)
    case "d": return String(trimmed(text).prefix { $0 != "T" })
    default: return text
    }
  }

  /// `B3` as column 1 and row 3.
  private static func position(_ reference: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      default: return nil
      }
      if column > 1 << 20 || row > 1 << 24 { return nil }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }

  /// `A1:B3`.
  private static func merge(_ reference: String) -> Grid.Merge? {
    let ends = reference.split(separator: ":").compactMap { position(String($0)) }
    guard ends.count == 2, ends[1].row >= ends[0].row, ends[1].column >= ends[0].column else { return nil }
    return Grid.Merge(
      row: ends[0].row, column: ends[0].column, rowCount: ends[1].row - ends[0].row + 1,
      columnCount: ends[1].column - ends[0].column + 1)
  }
}

extension Grid {
  /// Merges as far as there are rows and columns, and no more of them than can stand side by side: what a file claims
  /// must not cost more than what it holds.
  var withPlausibleMerges: Grid {
    guard let last = rows.last?.number else { return Grid() }
    let width = max(columnCount, 1)
    var room = last * (width + 64)
    let clipped = merges.compactMap { merge -> Merge? in
      guard merge.row <= last, merge.column < width else { return nil }
      let rowCount = min(merge.rowCount, last - merge.row + 1)
      let columnCount = min(merge.columnCount, width - merge.column + 64)
      room -= rowCount * columnCount
      guard room >= 0, rowCount > 1 || columnCount > 1 else { return nil }
      return Merge(row: merge.row, column: merge.column, rowCount: rowCount, columnCount: columnCount)
    }
    return Grid(rows: rows, merges: clipped)
  }
}
