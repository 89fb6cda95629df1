/// Why a file cannot be read or made, in a sentence that we would say to a teacher.
package struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String
  /// What a tool said, for the log; nothing that was in the file.
  package let detail: String?

  package init(_ sentence: String, detail: String? = nil) {
    self.sentence = sentence
    self.detail = detail
  }

  package var description: String { detail.map { "\(sentence) (\($0))" } ?? sentence }
}
