import Foundation

/// One document being typeset in a folder of its own.
struct TypstJob {
  private let settings: Typst.Settings
  private let template: String
  private let folder: URL
  private let moment: Date

  /// Copies the template and what lies beside it, and writes the value, into `folder`.
  init(settings: Typst.Settings, template: URL, value: some Encodable, moment: Date, folder: URL) throws {
    self.settings = settings
    self.template = template.lastPathComponent
    self.folder = folder
    self.moment = moment
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      _ = try template.checkResourceIsReachable()
      try FileManager.default.copyItem(
        at: template.deletingLastPathComponent(), to: folder.appending(path: "templates"))
      try encoder.encode(value).write(to: folder.appending(path: "data.json"))
    } catch {
      throw TypstCommand.failure("\(template.lastPathComponent) or its value cannot be copied")
    }
  }

  func pdf() async throws -> PDF {
    let accessible = try await typeset(standard: "ua-1")
    if accessible.isSuccess { return PDF(bytes: try made()) }
    let missing = Self.missingCharacters(in: accessible.errors)
    guard !missing.isEmpty else { throw TypstCommand.failure(accessible.errors) }
    let plain = try await typeset(standard: nil)
    guard plain.isSuccess else { throw TypstCommand.failure(plain.errors) }
    return PDF(bytes: try made(), missingCharacters: missing)
  }

  private func typeset(standard: String?) async throws -> TypstCommand.Outcome {
    var arguments = ["compile", "--root", path(""), "--input", "data=/data.json", "--ignore-system-fonts"]
    for fonts in settings.fontFolders { arguments += ["--font-path", fonts.path(percentEncoded: false)] }
    if let standard { arguments += ["--pdf-standard", standard] }
    arguments += ["--creation-timestamp", String(Int(moment.timeIntervalSince1970))]
    arguments += [path("templates/" + template), path("document.pdf")]
    let outcome = try await TypstCommand.run(settings.command, arguments, timeout: settings.timeout)
    // The real command only warns of a font that is not there; a document in another font is not ours.
    if outcome.errors.contains("unknown font family") {
      throw FormatError(
        "The fonts for this document are not on this server. Install them (on Debian: fonts-noto-core).",
        detail: TypstCommand.brief(outcome.errors))
    }
    return outcome
  }

  private func made() throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: "document.pdf"))) }

  private func path(_ name: String) -> String {
    (name.isEmpty ? folder : folder.appending(path: name)).path(percentEncoded: false)
  }

  /// From `PDF/UA-1 error: the text `"李"` could not be displayed with font …`, once for each character.
  private static func missingCharacters(in errors: String) -> [Character] {
    var found: [Character] = []
    for match in errors.matches(of: /the text `"(.+?)"` could not be displayed/) {
      let text = match.1.replacing(/\\u\{([0-9a-fA-F]+)\}/) { code in
        UInt32(code.1, radix: 16).flatMap(UnicodeScalar.init).map { String($0) } ?? ""
      }
      for character in text where !found.contains(character) { found.append(character) }
    }
    let visible = found.filter { character in
      character.unicodeScalars.contains { !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace }
    }
    return visible.isEmpty ? found : visible
  }
}
