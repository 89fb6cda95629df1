import Formats
import Foundation
import Testing

struct `An Excel workbook` {
  func grid(_ bytes: [UInt8]) throws -> Grid { try WorkbookReader(bytes).grid() }

  @Test func `is read as its cells stand, with the rows that Excel counts`() throws {
    let grid = try grid(
      OfficeFile.workbook(
        sheet: """
          <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>
          <row r="3"><c r="A3" s="0"/></row>
          <row r="5"><c r="B5"><v>12</v></c><c r="C5"><v>0.30000000000000004</v></c><c t="b"><v>1</v></c>\
          <c t="str"><f>A1&amp;"x"</f><v>made</v></c><c t="e"><v>#N/A</v></c></row>
          """, strings: [" Surname "]))
    #expect(
      grid.rows == [
        TableRow(number: 2, cells: ["Surname", "", "inline"]),
        TableRow(number: 5, cells: ["", "12", "0.3", "TRUE", "made", "#N/A"]),
      ])
  }

  @Test func `shows days, times, percents and leading zeros as Excel does`() throws {
    let formats = """
      <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-F800]dddd"/>\
      <numFmt numFmtId="166" formatCode="0000"/><numFmt numFmtId="167" formatCode="[Red]0.00&quot; days&quot;"/>\
      <numFmt numFmtId="168" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\
      <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>\
      <xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="168"/><xf numFmtId="9"/></cellXfs>
      """
    let cells: [(style: Int, value: String, shown: String)] = [
      (0, "42000", "42000"), (1, "42000", "2014-12-27"), (2, "1", "1900-01-01"), (2, "59", "1900-02-28"),
      (2, "61", "1900-03-01"), (3, "46347", "2026-11-21"), (4, "42", "0042"), (5, "2.5", "2.5"),
      (6, "42000.5", "2014-12-27 12:00"), (7, "0.375", "09:00"), (8, "1.25", "30:00"), (9, "0.5", "50%"),
      (1, "-5", "-5"), (0, "1E+3", "1000"), (0, "1234567890123456789", "1234567890123456768"), (77, "3.10", "3.1"),
    ]
    let row = cells.map { "<c s=\"\($0.style)\"><v>\($0.value)</v></c>" }.joined()
    #expect(
      try grid(OfficeFile.workbook(sheet: "<row>\(row)</row>", formats: formats)).rows[0].cells == cells.map(\.shown))
    let old = OfficeFile.workbook(
      sheet: "<row><c s='1'><v>0</v></c><c s='1'><v>40538</v></c></row>", formats: formats,
      book: "<workbookPr date1904='1'/>")
    #expect(try grid(old).rows[0].cells == ["1904-01-01", "2014-12-27"])
  }

  @Test func `has merged cells and sheets with names`() throws {
    let bytes = OfficeFile.workbook(
      sheet: "",
      sheets: [
        (
          "Year 3",
          "<sheetData><row><c t='str'><v>a</v></c></row><row><c/><c><v>2</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:XFD1048576'/><mergeCell ref='nonsense'/></mergeCells>"
        ),
        ("Empty", "<sheetData/>"),
      ])
    let book = try WorkbookReader(bytes)
    #expect(book.sheets.map(\.name) == ["First", "Year 3", "Empty"])
    let grid = try book.grid()
    #expect(grid.rows.map(\.cells) == [["a"], ["", "2"]])
    #expect(grid.merges.contains(.init(row: 1, column: 0, rowCount: 2, columnCount: 1)))
    #expect(grid.merges.allSatisfy { $0.rowCount <= 2 && $0.columnCount < 100 })
    #expect(try book.grid(sheet: "Empty").rows.isEmpty)
    #expect(throws: FormatError("This workbook has no sheet called “Nowhere”.")) { try book.grid(sheet: "Nowhere") }
  }

  @Test func `saved by openpyxl is read as a list`() throws {
    let bytes = try fixture("pupils.xlsx")
    let table = try TableFile.table(bytes)
    #expect(table.headings == ["UPN", "Surname", "Forename", "Born", "Year", "SEN", "Note"])
    #expect(
      table.rows[0]
        == TableRow(
          number: 4, cells: ["A801200013001", "Żółkiewska", "Zofia", "2017-09-30", "4", "K", "two\nlines"]))
    #expect(table.rows.map(\.number) == [4, 6])
    #expect(try TableFile.parts(bytes).map(\.name) == ["Pupils", "Staff"])
  }

  @Test func `that is something else is refused with what it is`() throws {
    func refusal(_ bytes: [UInt8]) -> String {
      do { _ = try TableFile.parts(bytes); return "was read" } catch { return (error as FormatError).sentence }
    }
    #expect(refusal(ZipWriter.archive([("a.txt", "hello")])).contains("zip archive"))
    #expect(refusal(ZipWriter.archive([("content.xml", "<a/>")])).contains("not saved by Excel"))
    #expect(refusal(OfficeFile.workbook(sheet: "")).contains("empty"))
    #expect(refusal(Array(OfficeFile.workbook(sheet: "").dropLast(30))).contains("damaged"))
    #expect(refusal([0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 200)).contains("damaged"))
    #expect(throws: FormatError("This is a Word document, not an Excel workbook.")) {
      try WorkbookReader(OfficeFile.document(""))
    }
  }

  @Test func `that would fill the memory is refused`() throws {
    // Sixteen megabytes of zeros behind a sheet's name.
    #expect(throws: FormatError("This file unpacks to far more than a list or a table needs, so it was not opened.")) {
      try TableFile.parts(try fixture("zip-bomb.xlsx"))
    }
    #expect(throws: FormatError("This file has too many parts to be a spreadsheet or a document.")) {
      try TableFile.parts(ZipWriter.archive((0..<5001).map { ("\($0)", "") }))
    }
    let wide = OfficeFile.workbook(sheet: "<row><c r='XFD1'><v>1</v></c></row>")
    #expect(throws: FormatError("Row 1 has more than 500 columns. Is this the right file?")) { try grid(wide) }
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><worksheet/>"
    let inside = ZipWriter.archive([("xl/workbook.xml", bomb)])
    #expect(throws: FormatError.self) { try TableFile.parts(inside) }
  }

  @Test(arguments: 0..<100)
  func `damaged anywhere is read or refused, and never stops the program`(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var bytes = try fixture("pupils.xlsx")
    for _ in 0..<20 {
      bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
    }
    _ = try? TableFile.parts(bytes)
    var sheet = Array("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><is><t>x</t></is></c></row>".utf8)
    for _ in 0..<3 {
      sheet[Int.random(in: sheet.indices, using: &numbers)] = UInt8.random(in: 32...126, using: &numbers)
    }
    _ = try? grid(OfficeFile.workbook(sheet: String(decoding: sheet, as: UTF8.self), strings: ["a"]))
  }
}

/// The bytes of a file beside the tests.
func fixture(_ name: String) throws -> [UInt8] {
  let url = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
  return Array(try Data(contentsOf: url.appending(path: name)))
}
