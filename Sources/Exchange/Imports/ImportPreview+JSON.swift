import Foundation

extension ImportPreview {
  /// One JSON object with the documented keys, in alphabetical order, ending in a line end.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, numbers, lists and objects of these: there is nothing that could fail.
    let bytes = try! encoder.encode(self)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// The same without white space, as it is kept with its file.
  package var keptText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }

  /// Nil when the text was kept by another version of Trellis.
  package init?(kept text: String) {
    guard let preview = try? JSONDecoder().decode(ImportPreview.self, from: Data(text.utf8)) else { return nil }
    self = preview
  }

  /// `12 new, 3 changed, 400 unchanged, 2 refused`.
  package var counts: String {
    let parts = [
      (new.count, "new"), (changed.count, "changed"), (unchanged.count, "unchanged"), (missing.count, "missing"),
      (unsure.count, "unsure"), (refusedRows.count, "refused"),
    ].filter { $0.0 > 0 }
    return parts.isEmpty ? "nothing" : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
