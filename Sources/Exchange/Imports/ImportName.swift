/// What a provision of a map is called, as it was read or as the user puts it: an answer by its key, in words, changes it.
package struct ImportName: Hashable, Sendable, Codable {
  /// The answer's key.
  package let key: String
  package let row: Int
  /// As the table has it.
  package let what: String
  /// Empty where no name was found in it.
  package let name: String

  package init(key: String, row: Int, what: String, name: String) {
    self.key = key
    self.row = row
    self.what = what
    self.name = name
  }
}
