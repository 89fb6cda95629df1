/// A file that holds lists or tables, whichever program saved it: CSV, .xlsx or .docx, told by what is in it and not by
/// its name.
package enum TableFile {
  /// A sheet or a table of a file, with the words that a person would know it by.
  package struct Part: Equatable, Sendable {
    package let name: String
    package let grid: Grid

    package init(name: String, grid: Grid) {
      self.name = name
      self.grid = grid
    }
  }

  /// Every sheet or table that has rows, in order; a CSV file is one. Refuses what is none of the three kinds.
  package static func parts(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(FormatError) -> [Part] {
    try limits.check(bytes: bytes.count)
    guard FileKind(bytes) == .zip else {
      return [Part(name: "CSV", grid: try CSVReader(limits: limits).grid(bytes))]
    }
    if try ZipArchive(bytes).has("word/document.xml") {
      return try WordReader(limits: limits).tables(bytes).enumerated().map {
        Part(name: "Table \($0 + 1)", grid: $1)
      }
    }
    let workbook = try WorkbookReader(bytes, limits: limits)
    var parts: [Part] = []
    for sheet in workbook.sheets where !sheet.isHidden {
      let grid = try workbook.grid(of: sheet)
      if !grid.rows.isEmpty { parts.append(Part(name: sheet.name, grid: grid)) }
    }
    if parts.isEmpty { throw FormatError("The sheets of this workbook are empty.") }
    return parts
  }

  /// The list in a file: of a workbook or document, the first sheet or table that has rows.
  package static func table(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(FormatError) -> Table {
    try Table(try parts(bytes, limits: limits)[0].grid)
  }
}
