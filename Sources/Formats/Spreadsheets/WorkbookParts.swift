/// The parts of a workbook beside its sheets.
enum WorkbookParts {
  static func book(
    _ path: String, relations: Relations, in archive: ZipArchive
  ) throws(FormatError) -> (sheets: [WorkbookReader.Sheet], countsFrom1904: Bool) {
    var sheets: [WorkbookReader.Sheet] = []
    var countsFrom1904 = false
    var reader = try XMLReader(try archive.read(path) ?? [])
    while true {
      let event = try reader.next()
      if event == .end { return (sheets, countsFrom1904) }
      guard event == .open else { continue }
      if reader.name == "workbookPr" {
        countsFrom1904 = ["1", "true"].contains(reader.attribute("date1904"))
      } else if reader.name == "sheet", let name = reader.attribute("name"), let id = reader.attribute("id"),
        let target = relations.target(id: id), target.contains("worksheets/")
      {
        let isHidden = ["hidden", "veryHidden"].contains(reader.attribute("state"))
        sheets.append(WorkbookReader.Sheet(name: name, isHidden: isHidden, path: target))
      }
    }
  }

  /// The texts that cells refer to by number.
  static func strings(_ path: String?, in archive: ZipArchive) throws(FormatError) -> [String] {
    guard let path, let bytes = try archive.read(path) else { return [] }
    var reader = try XMLReader(bytes)
    var strings: [String] = []
    while true {
      let event = try reader.next()
      if event == .end { return strings }
      if event == .open, reader.name == "si" { strings.append(try richText(in: &reader)) }
    }
  }

  /// The text of the element that was opened last (`si`, `is`): its runs one after another, without the reading aids of
  /// Japanese.
  static func richText(in reader: inout XMLReader) throws(FormatError) -> String {
    var text = ""
    var isText = false
    let outside = reader.depth - 1
    while reader.depth > outside {
      switch try reader.next() {
      case .open:
        if reader.name == "rPh" { try reader.skipElement() } else { isText = reader.name == "t" }
      case .text: if isText { text += reader.text }
      case .close: isText = false
      case .end: return text
      }
    }
    return unescaped(text)
  }

  /// Characters that XML does not allow are written `_x000D_` (ECMA-376 part 1, §22.9.2.19).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      guard let number = UInt32(match.1, radix: 16), let scalar = UnicodeScalar(number) else { return "" }
      return scalar.value < 0x20 && scalar != "\n" && scalar != "\t" ? "" : String(scalar)
    }
  }
}
