/// Reads the tables of a Word document (.docx; ECMA-376, Office Open XML). Rows are numbered from 1 in each table;
/// paragraphs and line breaks in a cell are lines of its text; what was deleted under "track changes" is gone.
package struct WordReader: Sendable {
  package let limits: ReadingLimits

  package init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// The tables in their order. A table inside a cell is text of that cell. Refuses what is no document, and one without
  /// tables.
  package func tables(_ bytes: [UInt8]) throws(FormatError) -> [Grid] {
    try limits.check(bytes: bytes.count)
    let kind = FileKind(bytes)
    guard kind == .zip else { throw kind.refusalAsText ?? FormatError("This is not a Word document (.docx).") }
    let archive = try ZipArchive(bytes)
    let main = try Relations(of: "", in: archive).first(kind: "officeDocument") ?? "word/document.xml"
    guard !main.hasPrefix("xl/"), let document = try archive.read(main) else {
      throw FormatError(
        archive.has("xl/workbook.xml")
          ? "This is an Excel workbook, not a Word document." : "This is a zip archive, not a Word document.")
    }
    var tables: [Grid] = []
    var reader = try XMLReader(document)
    while true {
      let event = try reader.next()
      if event == .end { break }
      guard event == .open else { continue }
      if WordTableReader.isUnseen(reader.name) {
        try reader.skipElement()
      } else if reader.name == "tbl" {
        var table = WordTableReader(limits: limits)
        let grid = try table.read(&reader)
        if !grid.rows.isEmpty { tables.append(grid) }
      }
    }
    if tables.isEmpty { throw FormatError("There is no table in this document.") }
    return tables
  }
}
