package import Foundation

/// A message in plain text.
package struct Message: Sendable {
  package let to: MailAddress
  package let subject: String
  /// Lines end in `\n`. Links stand on lines of their own, so that every reader finds them.
  package let text: String

  package init(to: MailAddress, subject: String, text: String) {
    self.to = to
    self.subject = subject
    self.text = text
  }

  /// The message as it goes over the wire (RFC 5322), line ends CRLF, no line longer than 78 characters.
  package func wire(from: MailAddress, sent: Date, id: UUID) -> [UInt8] {
    let lines = [
      "Date: \(Self.date(sent))",
      "From: \(from.header)",
      "To: \(to.header)",
      "Message-ID: <\(id.uuidString.lowercased())@\(from.domain)>",
      "Subject: \(HeaderText.encoded(subject))",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      QuotedPrintable.encoded(text),
    ]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  private static func date(_ moment: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return formatter.string(from: moment)
  }
}
