import Exchange
import Foundation

/// What was read of a file, as it is kept between two requests.
struct ShownImport: Codable, Sendable {
  let preview: Exchange.ImportPreview
  /// Everything that is asked, what has been answered too.
  let questions: [UnsureItem]
  let columns: [PreparedImport.Column]

  init(_ prepared: PreparedImport) {
    preview = prepared.preview
    questions = prepared.questions
    columns = prepared.columns
  }

  /// Of a file whose columns are not clear yet.
  init(columns: [PreparedImport.Column]) {
    preview = Exchange.ImportPreview()
    questions = []
    self.columns = columns
  }

  /// Nil where nothing is read yet, or where it was kept by another version of Trellis.
  init?(kept text: String) {
    guard let shown = try? JSONDecoder().decode(ShownImport.self, from: Data(text.utf8)) else { return nil }
    self = shown
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    // Texts, numbers and lists of them: there is nothing that could fail.
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }
}
