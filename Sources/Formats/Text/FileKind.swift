/// What a file is by its first bytes, whatever its name says.
package enum FileKind: Hashable, Sendable {
  case empty
  /// A zip archive: .xlsx and .docx are such.
  case zip
  /// The format of .xls and .doc before 2007.
  case oldOffice
  case pdf
  case image
  case rtf
  /// Any other XML.
  case xml
  case html
  /// Nothing that we know, which text is.
  case other

  package init(_ bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(512))
    func begins(_ magic: [UInt8]) -> Bool { start.starts(with: magic) }
    if start.isEmpty {
      self = .empty
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldOffice
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0xFF, 0xD8, 0xFF]) || begins([0x89, 0x50, 0x4E, 0x47]) || begins(Array("GIF8".utf8)) {
      self = .image
    } else if begins(Array("{\\rtf".utf8)) {
      self = .rtf
    } else {
      self = Self.markup(start)
    }
  }

  private static func markup(_ start: [UInt8]) -> FileKind {
    let letters = start.filter { $0 != 0 && $0 < 0x80 }
    let text = String(decoding: letters, as: UTF8.self).lowercased().drop { $0.isWhitespace }
    if text.hasPrefix("<?xml") || text.hasPrefix("<ctfile") { return .xml }
    let opens = ["<!doctype html", "<html", "<table", "<head", "<meta"].contains { text.hasPrefix($0) }
    return opens ? .html : .other
  }

  /// Why a file of this kind cannot be read as lines of text; nil where it may be.
  var refusalAsText: FormatError? {
    switch self {
    case .empty: FormatError("This file is empty.")
    case .zip:
      FormatError(
        "This is not a CSV file but a spreadsheet, a Word document or a zip archive under another name. Upload it as "
          + ".xlsx or .docx, or save it as CSV first.")
    case .oldOffice:
      FormatError(
        "This is an old Excel or Word file (.xls, .doc), or one that is protected by a password. Open it there and save "
          + "it as .xlsx, .docx or CSV without a password.")
    case .pdf: FormatError("This is a PDF. Ask the system that it came from for CSV or Excel instead.")
    case .image: FormatError("This is a picture. Ask the system that it came from for CSV or Excel instead.")
    case .rtf: FormatError("This is a rich text document (.rtf). Open it in Word and save it as .docx.")
    case .xml: FormatError("This is an XML file, not a list with columns. Is it a Common Transfer File?")
    case .html:
      FormatError("This is a web page, not a CSV file. Did the download ask for a password? Export it again as CSV.")
    case .other: nil
    }
  }
}
