import Foundation

extension Typst {
  /// Typesets one line as every document is typeset, with its value and the fonts of the settings: whether the command
  /// works, not only whether it is there. Throws a `FormatError`.
  package func trial() async throws {
    let line = ["line": "Trellis: äßçž"]
    let made = try await TemporaryFolder.with { folder in
      let template = folder.appending(path: "trial.typ")
      let text = """
        #let value = json(sys.inputs.data)
        #set document(title: "Trial")
        #set text(font: "Noto Sans", lang: "en")
        #value.line
        """
      try Data(text.utf8).write(to: template)
      do {
        return try await pdf(template: template, value: line, moment: Date(timeIntervalSince1970: 0))
      } catch let error as FormatError {
        throw error
      } catch {
        throw FormatError("The command answered, and made no document.")
      }
    }
    guard made.bytes.starts(with: Array("%PDF-".utf8)) else {
      throw FormatError("The command made something that is no PDF.")
    }
  }
}
