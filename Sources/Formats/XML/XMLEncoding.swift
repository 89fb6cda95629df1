/// The encodings that files of data come in, all made UTF-8.
enum XMLEncoding {
  static func utf8(_ bytes: [UInt8]) throws(FormatError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0) {
      let (text, encoding) = TextDecoding.decode(bytes)
      guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { throw damaged }
      return Array(text.utf8)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    switch declared(in: body) {
    case nil, "utf-8", "utf8", "us-ascii", "ascii":
      guard isValid(body) else { throw damaged }
      return body
    case "iso-8859-1", "latin1", "windows-1252", "cp1252":
      return Array(TextDecoding.windows1252(body).utf8)
    case let other?:
      throw FormatError("This XML file is written in “\(other)”, which we cannot read. Export it as UTF-8.")
    }
  }

  private static let damaged = FormatError(
    "This XML file is damaged: its letters are not in the encoding that it names. Export it again.")

  private static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  /// The `encoding` of `<?xml version="1.0" encoding="…"?>`, in small letters.
  private static func declared(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard start.hasPrefix("<?xml"), let end = start.firstRange(of: "?>") else { return nil }
    return start[..<end.lowerBound].firstMatch(of: /encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']/)
      .map { String($0.1).lowercased() }
  }
}
