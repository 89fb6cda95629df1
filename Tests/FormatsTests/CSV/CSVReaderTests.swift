import Formats
import Testing

struct `A CSV file` {
  let reader = CSVReader()

  func table(_ text: String) throws -> Table { try reader.table(Array(text.utf8)) }

  @Test func `is headings and numbered rows`() throws {
    let table = try table("Surname,Forename\nShah,Priya\nO'Brien,Niamh\n")
    #expect(table.headings == ["Surname", "Forename"])
    #expect(table.headingRow == 1)
    #expect(
      table.rows == [
        TableRow(number: 2, cells: ["Shah", "Priya"]), TableRow(number: 3, cells: ["O'Brien", "Niamh"]),
      ])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `is read with any separator`(separator: String) throws {
    let text =
      ["Name", "Year", "Born"].joined(separator: separator) + "\r\n"
      + ["\"Shah\(separator) Priya\"", "Y3", "1,5;2|3\t4".replacing(separator, with: "-")].joined(separator: separator)
    let table = try table(text)
    #expect(table.headings == ["Name", "Year", "Born"])
    #expect(table.rows[0].cells[0] == "Shah\(separator) Priya")
    #expect(table.rows[0].cells.count == 3)
  }

  @Test func `with semicolons may have commas in every name`() throws {
    let table = try table("Name;Year;Class\nShah, Priya;3;3B\nO'Brien, Niamh;4;4A\nOkafor, Ada;5;5C\n")
    #expect(table.headings == ["Name", "Year", "Class"])
    #expect(table.rows.map { $0.cells[0] } == ["Shah, Priya", "O'Brien, Niamh", "Okafor, Ada"])
  }

  @Test func `may name its separator in a first line, which is not counted`() throws {
    let table = try table("sep=|\r\na|b\r\n1|2\r\n")
    #expect(table.headings == ["a", "b"])
    #expect(table.rows == [TableRow(number: 2, cells: ["1", "2"])])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `has any line ends, and rows are counted as a spreadsheet counts them`(end: String) throws {
    let table = try table(["a,b", "\"one", "two\",2", "", ",", "3,4"].joined(separator: end))
    #expect(
      table.rows == [TableRow(number: 2, cells: ["one\ntwo", "2"]), TableRow(number: 5, cells: ["3", "4"])])
  }

  @Test func `has quotation marks in every place`() throws {
    let table = try table(
      #"""
      a,b
      "say ""hello""",""
      5" ruler,"x"y
       "spaced" , "a, b"
      """#)
    #expect(
      table.rows.map(\.cells) == [["say \"hello\"", ""], ["5\" ruler", "xy"], ["spaced", "a, b"]])
  }

  @Test func `with a quotation mark that is never closed is refused by its row`() {
    #expect(throws: FormatError("In row 3 a quotation mark opens a cell and none closes it.")) {
      try table("a,b\n1,2\n\"3,4\n5,6\n")
    }
  }

  @Test func `has rows of unequal length filled up, and cells trimmed`() throws {
    let table = try table("a,b,c,,\n 1 ,\u{A0}2\u{A0}\n1,2,3,4\n1,,,,\n")
    #expect(table.headings == ["a", "b", "c", ""])
    #expect(table.rows.map(\.cells) == [["1", "2", "", ""], ["1", "2", "3", "4"], ["1", "", "", ""]])
  }

  @Test func `may have a title above its headings`() throws {
    let table = try table("Oakfield Primary School,,\n\nPupils with SEN,,\nSurname,Forename,Year\nShah,Priya,3\n")
    #expect(table.headings == ["Surname", "Forename", "Year"])
    #expect(table.headingRow == 4)
    #expect(table.rows.map(\.number) == [5])
  }

  @Test func `may have one column only`() throws {
    let table = try table("UPN\nA123\nB456\n")
    #expect(table.headings == ["UPN"])
    #expect(table.rows.map(\.cells) == [["A123"], ["B456"]])
  }

  @Test func `may have headings only`() throws {
    #expect(try table("a,b\n").rows.isEmpty)
  }

  @Test func `is read in every encoding that schools' systems write`() throws {
    let text = "Name,Note\nZoë Łukasz,€5 – “fine”\n"
    let utf16 = Array(text.utf16)
    let little = utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
    ] {
      #expect(try reader.table(bytes).rows[0].cells == ["Zoë Łukasz", "€5 – “fine”"])
      #expect(try reader.table(bytes).headings[0] == "Name")
    }
  }

  @Test func `is Windows-1252 when it is no UTF-8`() throws {
    let bytes =
      Array("Name,Note\nZo".utf8) + [0xEB] + Array(",".utf8) + [0x80] + Array("5 ".utf8) + [0x96, 0x20, 0x93]
      + Array("fine".utf8) + [0x94]
    #expect(try reader.table(bytes).rows[0].cells == ["Zoë", "€5 – “fine”"])
    let all = TextDecoding.windows1252(0x80...0x9F)
    #expect(all == "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")
  }
}

struct `A file that is no CSV` {
  let reader = CSVReader(limits: ReadingLimits(bytes: 1 << 20, rows: 100, columns: 10, cellBytes: 1000))

  func refusal(_ bytes: [UInt8]) -> String {
    do {
      _ = try reader.table(bytes)
      return "was read"
    } catch {
      return error.sentence
    }
  }

  @Test func `is refused with what it is`() {
    #expect(refusal([]).contains("empty"))
    #expect(refusal(Array("\n\n , \n".utf8)).contains("no rows"))
    #expect(refusal([0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 900)).contains("spreadsheet"))
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]).contains(".xls"))
    #expect(refusal(Array("%PDF-1.7\n".utf8)).contains("PDF"))
    #expect(refusal([0x89, 0x50, 0x4E, 0x47, 13, 10]).contains("picture"))
    #expect(refusal(Array("{\\rtf1\\ansi".utf8)).contains("rich text"))
    #expect(refusal(Array("<?xml version='1.0'?><a/>".utf8)).contains("XML"))
    #expect(refusal([0xEF, 0xBB, 0xBF] + Array("\n<!DOCTYPE html><html>".utf8)).contains("web page"))
  }

  @Test func `but noise is refused`() {
    var state: UInt64 = 42
    let noise = (0..<500_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    #expect(refusal(noise).contains("does not hold text"))
  }

  @Test func `or that is too large is refused`() {
    #expect(refusal(Array(repeating: 65, count: (1 << 20) + 1)).contains("too large"))
    #expect(refusal(Array(repeating: UInt8(ascii: "\n"), count: 1000) + [65]) == "was read")
    #expect(refusal(Array(String(repeating: "a\n", count: 101).utf8)).contains("more than 100 rows"))
    #expect(refusal(Array("a\n\(String(repeating: ",", count: 10))".utf8)).contains("Row 2 has more than 10 columns"))
    #expect(refusal(Array("a\n\"\(String(repeating: "x", count: 1001))\"".utf8)).contains("row 2 is too long"))
    #expect(refusal(Array("a\n\(String(repeating: "x", count: 1001))".utf8)).contains("row 2 is too long"))
  }
}
