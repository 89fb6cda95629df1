import Formats
import Testing

struct `A Word document` {
  func cell(_ text: String, _ settings: String = "") -> String {
    "<w:tc><w:tcPr>\(settings)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
  }

  func table(_ rows: [String]...) -> String {
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
      + rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined() + "</w:tbl>"
  }

  func grids(_ body: String) throws -> [Grid] { try WordReader().tables(OfficeFile.document(body)) }

  @Test func `gives its tables`() throws {
    let grids = try grids(
      "<w:p><w:r><w:t>Before</w:t></w:r></w:p>"
        + table([cell("Provision"), cell("Year 1")], [cell("Lego"), cell("Amir K")])
        + table([cell("Second")]))
    #expect(grids.map { $0.rows.map(\.cells) } == [[["Provision", "Year 1"], ["Lego", "Amir K"]], [["Second"]]])
    #expect(grids[0].rows.map(\.number) == [1, 2])
  }

  @Test func `has lines in its cells, and nothing that was deleted or is only a setting`() throws {
    let body = """
      <w:tbl><w:tr><w:tc><w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">Amir </w:t>\
      </w:r><w:r><w:t>K</w:t><w:br/><w:t>Ella</w:t><w:tab/><w:t>P</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r>\
      </w:del><w:ins><w:r><w:t>.</w:t></w:r></w:ins></w:p><w:p/><w:p><w:r><w:t>3 x 20</w:t><w:noBreakHyphen/><w:t>min</w:t>\
      <w:instrText>PAGE</w:instrText></w:r></w:p></w:tc></w:tr>\
      <w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>deleted row</w:t></w:r></w:p></w:tc></w:tr>\
      <w:tr><w:tc><w:p><w:r><w:t>last</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """
    #expect(try grids(body)[0].rows.map(\.cells) == [["Amir K\nElla P.\n3 x 20-min"], ["last"]])
  }

  @Test func `has merged cells`() throws {
    let grid = try grids(
      table(
        [cell("Literacy", "<w:vMerge w:val=\"restart\"/>"), cell("wide", "<w:gridSpan w:val=\"2\"/>"), cell("x")],
        [cell("", "<w:vMerge/>"), cell("b"), cell("c"), cell("y")],
        [cell("Maths", "<w:vMerge w:val=\"restart\"/>"), cell("d"), cell("e")],
        [cell("hidden", "<w:vMerge/>"), cell("f"), cell("g")]))[0]
    #expect(
      grid.rows.map(\.cells) == [
        ["Literacy", "wide", "", "x"], ["", "b", "c", "y"], ["Maths", "d", "e"], ["", "f", "g"],
      ])
    #expect(
      Set(grid.merges) == [
        .init(row: 1, column: 0, rowCount: 2, columnCount: 1), .init(row: 1, column: 1, rowCount: 1, columnCount: 2),
        .init(row: 3, column: 0, rowCount: 2, columnCount: 1),
      ])
    #expect(grid.filled.rows.map { $0.cells[0] } == ["Literacy", "Literacy", "Maths", "Maths"])
  }

  @Test func `may have a table in a cell, which is text of that cell`() throws {
    let inner = table([cell("in", "<w:gridSpan w:val=\"4\"/>"), cell("ner")])
    let body = table(["<w:tc>\(inner)<w:p/></w:tc>", cell("beside")])
    #expect(try grids(body)[0].rows.map(\.cells) == [["in\nner", "beside"]])
  }

  @Test func `saved by a word processor is read as a grid`() throws {
    let parts = try TableFile.parts(try fixture("provision-map.docx"))
    #expect(parts.map(\.name) == ["Table 1"])
    #expect(parts[0].grid.rows[0].cells == ["Provision", "Year 1", "Year 2"])
    #expect(parts[0].grid.rows[1].cells == ["Lego therapy\n2 x 30 min, Mrs Hale", "Amir K\nElla P.", ""])
  }

  @Test func `without a table is refused`() {
    #expect(throws: FormatError("There is no table in this document.")) { try grids("<w:p/>") }
    #expect(throws: FormatError("This is an Excel workbook, not a Word document.")) {
      try WordReader().tables(OfficeFile.workbook(sheet: ""))
    }
    #expect(throws: FormatError.self) { try WordReader().tables(Array("hello".utf8)) }
    #expect(throws: FormatError.self) { try grids(table([cell("x", "<w:gridSpan w:val=\"99999999\"/>")])) }
  }
}
