/// A PDF that was typeset.
package struct PDF: Equatable, Sendable {
  package let bytes: [UInt8]
  /// Characters that no font of ours has. An empty box stands in their place, and the file does not claim to be PDF/UA;
  /// empty for all other files.
  package let missingCharacters: [Character]

  package init(bytes: [UInt8], missingCharacters: [Character] = []) {
    self.bytes = bytes
    self.missingCharacters = missingCharacters
  }

  /// What to tell the reader about this file; nil where all is well.
  package var warning: String? {
    if missingCharacters.isEmpty { return nil }
    let shown = missingCharacters.prefix(10).map { "“\($0)”" }.joined(separator: ", ")
    let more = missingCharacters.count > 10 ? " and \(missingCharacters.count - 10) others" : ""
    return
      "The fonts on this server lack \(shown)\(more): an empty box is printed instead, and the file cannot be marked "
      + "as accessible (PDF/UA)."
  }
}
