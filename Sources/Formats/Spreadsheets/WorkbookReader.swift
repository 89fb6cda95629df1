/// Reads the sheets of an Excel workbook (.xlsx; ECMA-376, Office Open XML). Formulas by their last value, days by their
/// number formats as `YYYY-MM-DD`, numbers as a person would type them.
package struct WorkbookReader {
  package struct Sheet: Hashable, Sendable {
    package let name: String
    /// Hidden sheets are read only when they are asked for by name.
    package let isHidden: Bool
    let path: String
  }

  package let sheets: [Sheet]
  private let archive: ZipArchive
  private let strings: [String]
  private let styles: CellStyles
  private let limits: ReadingLimits

  /// Refuses what is no workbook, damaged, protected by a password, or unpacks to too much.
  package init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(FormatError) {
    try limits.check(bytes: bytes.count)
    let kind = FileKind(bytes)
    guard kind == .zip else {
      throw kind.refusalAsText ?? FormatError("This is not an Excel workbook (.xlsx).")
    }
    archive = try ZipArchive(bytes)
    self.limits = limits
    let main = try Relations(of: "", in: archive).first(kind: "officeDocument") ?? "xl/workbook.xml"
    guard main.hasSuffix(".xml"), !main.hasPrefix("word/"), archive.has(main) else { throw Self.notAWorkbook(archive) }
    let relations = try Relations(of: main, in: archive)
    let book = try WorkbookParts.book(main, relations: relations, in: archive)
    sheets = book.sheets
    if sheets.isEmpty { throw FormatError("This workbook has no sheets in it.") }
    strings = try WorkbookParts.strings(relations.first(kind: "sharedStrings"), in: archive)
    styles = try CellStyles(relations.first(kind: "styles"), in: archive, countsFrom1904: book.countsFrom1904)
  }

  /// The rows of the named sheet, else of the first that is not hidden and has any. Refuses a name that is not there.
  package func grid(sheet name: String? = nil) throws(FormatError) -> Grid {
    if let name {
      guard let sheet = sheets.first(where: { $0.name == name }) else {
        throw FormatError("This workbook has no sheet called “\(name)”.")
      }
      return try grid(of: sheet)
    }
    for sheet in sheets where !sheet.isHidden {
      let grid = try grid(of: sheet)
      if !grid.rows.isEmpty { return grid }
    }
    throw FormatError("The sheets of this workbook are empty.")
  }

  package func grid(of sheet: Sheet) throws(FormatError) -> Grid {
    guard let bytes = try archive.read(sheet.path) else {
      throw FormatError("The sheet “\(sheet.name)” is missing from this workbook.")
    }
    var reader = try SheetReader(bytes, strings: strings, styles: styles, limits: limits)
    return try reader.grid()
  }

  /// The formulas of a sheet by their cells, as `["B6": "SUM(B3:B4)"]`.
  package func formulas(of sheet: Sheet) throws(FormatError) -> [String: String] {
    var reader = try XMLReader(try archive.read(sheet.path) ?? [])
    var formulas: [String: String] = [:]
    var cell = ""
    while true {
      switch try reader.next() {
      case .open:
        if reader.name == "c" { cell = reader.attribute("r") ?? "" }
        if reader.name == "f" { formulas[cell] = "" }
      case .text: if reader.name == "f" { formulas[cell, default: ""] += reader.text }
      case .close: continue
      case .end: return formulas
      }
    }
  }

  private static func notAWorkbook(_ archive: ZipArchive) -> FormatError {
    if archive.has("word/document.xml") {
      return FormatError("This is a Word document, not an Excel workbook.")
    }
    if archive.has("content.xml") || archive.has("Index/Document.iwa") {
      return FormatError("This spreadsheet was not saved by Excel. Save it as .xlsx or CSV and upload that.")
    }
    return FormatError("This is a zip archive, not an Excel workbook. Unpack it first.")
  }
}
