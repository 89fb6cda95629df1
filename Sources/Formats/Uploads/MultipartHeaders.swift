/// The headers of one part of a form.
struct MultipartHeaders {
  private(set) var name = ""
  private(set) var fileName: String?
  private(set) var contentType: String?

  init() {}

  /// Nil where the part has no name, or a header is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var isNamed = false
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = trimmed(String(line[line.index(after: colon)...]))
      switch line[..<colon].lowercased() {
      case "content-disposition":
        let (kind, parameters) = Self.parameters(of: value)
        guard kind == "form-data", let given = parameters["name"] else { return nil }
        name = Self.plain(given)
        fileName = parameters["filename"].map { Self.withoutFolders(Self.plain($0)) }
        isNamed = true
      case "content-type": contentType = value
      default: continue
      }
    }
    if !isNamed { return nil }
  }

  /// `form-data; name="a"; filename="b"` as its first word and the rest by names, all in small letters but the values.
  static func parameters(of value: String) -> (word: String, parameters: [String: String]) {
    var pieces: [String] = [""]
    var isQuoted = false
    var previous: Character = " "
    for character in value {
      if character == "\"", previous != "\\" { isQuoted.toggle() }
      if character == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
      previous = character
    }
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let key = trimmed(String(piece[..<equals])).lowercased()
      var text = trimmed(String(piece[piece.index(after: equals)...]))
      if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = String(text.dropFirst().dropLast()) }
      if parameters[key] == nil { parameters[key] = text.replacing("\\\"", with: "\"") }
    }
    return (trimmed(pieces[0]).lowercased(), parameters)
  }

  /// Browsers write three characters of a name as `%22`, `%0D` and `%0A` (HTML Living Standard, "multipart/form-data").
  private static func plain(_ text: String) -> String {
    text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }

  /// Some browsers told the whole path.
  private static func withoutFolders(_ name: String) -> String {
    String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
  }
}
