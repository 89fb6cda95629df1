/// Makes zip archives without packing, to try what our readers do with any content.
struct ZipWriter {
  static func archive(_ entries: [(name: String, text: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in entries {
      let content = Array(text.utf8)
      let offset = bytes.count
      let common =
        two(20) + two(0x0800) + two(0) + two(0) + two(0x5A21) + four(crc(content)) + four(UInt32(content.count))
        + four(UInt32(content.count)) + two(UInt16(name.utf8.count)) + two(0)
      bytes += four(0x0403_4B50) + common + Array(name.utf8) + content
      directory +=
        four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset))
        + Array(name.utf8)
    }
    let count = UInt16(entries.count)
    return bytes + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
      + four(UInt32(directory.count)) + four(UInt32(bytes.count)) + two(0)
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}

/// Small Office files, made of the parts that matter.
enum OfficeFile {
  static func workbook(
    sheet: String, strings: [String] = [], formats: String = "", book: String = "", sheets: [(String, String)] = []
  ) -> [UInt8] {
    let items = strings.map { "<si><t xml:space=\"preserve\">\($0)</t></si>" }.joined()
    let extra = sheets.enumerated().map { "<sheet name=\"\($1.0)\" sheetId=\"\($0 + 2)\" r:id=\"r\($0 + 11)\"/>" }
    let extraRelations = sheets.indices.map {
      "<Relationship Id=\"r\($0 + 11)\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet\($0 + 2).xml\"/>"
    }
    return ZipWriter.archive(
      [
        (
          "_rels/.rels",
          "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='/xl/workbook.xml'/>"
            + "</Relationships>"
        ),
        (
          "xl/workbook.xml",
          "<workbook xmlns:r='x'>\(book)<sheets><sheet name=\"First\" sheetId=\"1\" r:id=\"r1\"/>"
            + extra.joined() + "</sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships>"
            + "<Relationship Id='r1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"
            + "<Relationship Id='r2' Type='http://x/sharedStrings' Target='sharedStrings.xml'/>"
            + "<Relationship Id='r3' Type='http://x/styles' Target='./styles.xml'/>" + extraRelations.joined()
            + "</Relationships>"
        ),
        ("xl/sharedStrings.xml", "<sst>\(items)</sst>"),
        ("xl/styles.xml", "<styleSheet>\(formats)</styleSheet>"),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
      ] + sheets.enumerated().map { ("xl/worksheets/sheet\($0 + 2).xml", "<worksheet>\($1.1)</worksheet>") })
  }

  static func document(_ body: String) -> [UInt8] {
    ZipWriter.archive([
      (
        "_rels/.rels",
        "<Relationships><Relationship Id='a' Type='http://x/officeDocument' Target='word/document.xml'/>"
          + "</Relationships>"
      ),
      ("word/document.xml", "<w:document xmlns:w='http://w'><w:body>\(body)</w:body></w:document>"),
    ])
  }
}
