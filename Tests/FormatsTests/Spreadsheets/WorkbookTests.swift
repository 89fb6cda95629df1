import Formats
import Foundation
import Testing

struct `A workbook that is written` {
  let made = Date(timeIntervalSince1970: 1_795_255_200)

  var book: Workbook {
    Workbook(
      title: "School map", author: "Oakfield Primary School", created: made,
      sheets: [
        Workbook.Sheet(
          name: "Map: 2026/27", columnWidths: [30, 12, 12, 12],
          rows: [
            Workbook.Row([.text("School map", .title, span: 4)], height: 24),
            Workbook.Row([
              .text("Provision", .heading), .text("Cost", .heading), .text("Hours", .heading), .text("From", .heading),
            ]),
            Workbook.Row([
              .text("=Lego & \"bricks\"\n2 × 30 min", .wrapped), .money(pence: 123_456), .hours(minutes: 90),
              .day(iso: "2026-09-01"),
            ]),
            Workbook.Row([
              .text("Phonics"), .money(pence: -50), Workbook.Cell(.duration(minutes: 95)), .day(iso: "soon"),
            ]),
            Workbook.Row(),
            Workbook.Row([
              .text("Total", .total), .formula("SUM(B3:B4)", .money(pence: 123_406), .total),
              .formula("COUNTA(A3:A4)", .integer(2), .total), .formula("A4&\"!\"", .text("Phonics!"), .total),
            ]),
          ],
          frozenRows: 2, frozenColumns: 1, filteredRows: 1...3,
          printing: .init(
            paper: .a3, repeatedRows: 0...1, repeatedColumns: 0...0, header: "Oak & Ash", footer: "21/11/2026")),
        Workbook.Sheet(name: "Map: 2026/27"), Workbook.Sheet(name: "'[]'"),
        Workbook.Sheet(name: String(repeating: "é", count: 50)),
      ])
  }

  @Test func `is read back with its values`() throws {
    let reader = try WorkbookReader(book.written())
    #expect(reader.sheets.map(\.name) == ["Map- 2026-27", "Map- 2026-27 2", "--", String(repeating: "é", count: 31)])
    let grid = try reader.grid()
    #expect(
      grid.rows == [
        TableRow(number: 1, cells: ["School map"]), TableRow(number: 2, cells: ["Provision", "Cost", "Hours", "From"]),
        TableRow(number: 3, cells: ["=Lego & \"bricks\"\n2 × 30 min", "1234.56", "1.5", "2026-09-01"]),
        TableRow(number: 4, cells: ["Phonics", "-0.5", "01:35", "soon"]),
        TableRow(number: 6, cells: ["Total", "1234.06", "2", "Phonics!"]),
      ])
    #expect(
      try reader.formulas(of: reader.sheets[0]) == ["B6": "SUM(B3:B4)", "C6": "COUNTA(A3:A4)", "D6": "A4&\"!\""])
    #expect(grid.merges == [.init(row: 1, column: 0, rowCount: 1, columnCount: 4)])
  }

  @Test func `is the same file for the same content`() throws {
    let one = try book.written()
    #expect(try book.written() == one)
    #expect(Workbook.reference(row: 2, column: 27) == "AB3")
  }

  @Test func `has rows that are made as they are written below the others`() throws {
    let numbers = Workbook.MadeRows(count: 3) { Workbook.Row([.integer($0 + 1)]) }
    let sheet = Workbook.Sheet(
      name: "a", rows: [Workbook.Row([.text("Number", .heading)])], moreRows: numbers, filteredRows: 0...3)
    let book = Workbook(title: "", author: "", created: made, sheets: [sheet])
    let rows = try WorkbookReader(book.written()).grid().rows
    #expect(rows.map(\.number) == [1, 2, 3, 4] && rows.map(\.cells) == [["Number"], ["1"], ["2"], ["3"]])
  }

  @Test func `takes text that XML does not, and text without end`() throws {
    let long = String(repeating: "x", count: 40_000)
    let book = Workbook(
      title: "", author: "", created: made,
      sheets: [.init(name: "", rows: [.init([.text("a\u{1}b\u{7}<&>"), .text(long), .text("_x0041_")])])])
    let cells = try WorkbookReader(book.written()).grid().rows[0].cells
    #expect(cells[0] == "ab<&>")
    #expect(cells[1].count == 32_767 && cells[1].hasSuffix("x…"))
    #expect(cells[2] == "_x0041_")
  }

  @Test func `with more columns than a sheet has is refused`() {
    let row = Workbook.Row(Array(repeating: .integer(1), count: 16_385))
    let book = Workbook(title: "", author: "", created: made, sheets: [.init(name: "a", rows: [row])])
    #expect(throws: FormatError.self) { try book.written() }
  }

  @Test func `can be written by many at once`() async throws {
    let first = try book.written()
    let book = book
    let all = await withTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<20 { group.addTask { try? book.written() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == first })
  }
}
