/// Why a file cannot be read or made, in a sentence that we would say to a teacher.
package struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }

  package var description: String { sentence }
}
