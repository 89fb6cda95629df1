/// An e-mail address that can stand in an envelope and in a header: plain ASCII, nothing in it that could end a line or
/// add a second address.
package struct MailAddress: Hashable, Sendable {
  /// A name to show; empty for none.
  package let name: String
  /// `somebody@somewhere`.
  package let address: String

  /// Reads `somebody@somewhere` or `A name <somebody@somewhere>`; nil for anything else.
  package init?(_ text: String) {
    var name = ""
    var address = text
    if let open = text.lastIndex(of: "<"), text.hasSuffix(">") {
      name = text[..<open].filter { $0 != "\"" }.split { $0.isWhitespace }.joined(separator: " ")
      address = String(text[text.index(after: open)...].dropLast())
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, address.utf8.count <= 254,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !Self.reserved.contains($0) }),
      !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\u{85}" || $0 == "\u{2028}" }
      )
    else { return nil }
    self.name = name
    self.address = address
  }

  private static let reserved = Set("<>()[],;:\\\"".utf8)

  package var domain: String { String(address.split(separator: "@").last ?? "") }

  /// As it stands in a header.
  var header: String { name.isEmpty ? address : "\(HeaderText.encoded(name, quoting: true)) <\(address)>" }
}
