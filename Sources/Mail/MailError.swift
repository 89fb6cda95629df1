/// Why a message did not go out, in a sentence for the person who sent it.
package struct MailError: Error, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String
  /// What the mail server or the library said, for the log.
  package let detail: String?

  package init(_ sentence: String, detail: String? = nil) {
    self.sentence = sentence
    self.detail = detail
  }

  package var description: String { detail.map { "\(sentence) (\($0))" } ?? sentence }
}
