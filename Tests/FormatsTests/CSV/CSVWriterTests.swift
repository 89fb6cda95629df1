import Formats
import Testing

struct `A CSV file that is written` {
  func written(_ cells: String...) -> String {
    var writer = CSVWriter(byteOrderMark: false)
    writer.row(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `quotes what needs it`() {
    #expect(written("a", "b c", "") == "a,b c,\r\n")
    #expect(written("a,b", "say \"x\"", "one\ntwo", " x") == "\"a,b\",\"say \"\"x\"\"\",\"one\ntwo\",\" x\"\r\n")
  }

  @Test func `begins with a mark for Excel`() {
    var writer = CSVWriter()
    writer.row(["Zoë"])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("Zoë\r\n".utf8))
  }

  @Test(arguments: [
    "=1+1", "=cmd|' /C calc'!A0", "+44 7700 900123", "-x", "-", "--1", "-1.2.3", "-1-1", "@SUM(A1)", "\t=1", "\r=1",
    "＝1+1", "+1+1", "-1e5(",
  ])
  func `makes formulas harmless`(cell: String) throws {
    let text = written("x", cell)
    #expect(text.dropFirst(2).drop { $0 == "\"" }.hasPrefix("'"))
    let back = try CSVReader(separator: UInt8(ascii: ",")).grid(text: text)
    #expect(back.rows[0].cells[1].hasPrefix("'"))
  }

  @Test(arguments: ["-12.50", "12.50", "-1,234.50", "+5", "0", "2026-11-21", "Shah-Jones", "a=b", "£-5"])
  func `leaves numbers and ordinary words as they are`(cell: String) throws {
    let back = try CSVReader(separator: UInt8(ascii: ",")).grid(text: written("x", cell))
    #expect(back.rows[0].cells[1] == cell)
  }

  @Test func `is read back as it was`() throws {
    let rows = [
      ["Name", "Note", "Cost"], ["O'Brien, Niamh", "line one\nline two; \"quoted\"", "-12.50"],
      ["محمد علي", "zażółć gęślą jaźń 🎈", "0"],
    ]
    var writer = CSVWriter()
    for row in rows { writer.row(row) }
    #expect(try CSVReader().grid(writer.bytes).rows.map(\.cells) == rows)
  }
}
