import Components
import Domain
import Hummingbird
import Logging
import Markup

/// A message in plain text.
struct Message: Sendable {
  let subject: String
  let text: String

  static func reset(link: String) -> Message {
    Message(
      subject: "Choose a new password for Trellis",
      text: """
        Somebody, probably you, asked for a new password for Trellis.

        Open this link within the hour and choose one. It works once:

        \(link)

        If it was not you, do nothing: your password stays as it is.
        """)
  }

  static func invitation(school: String, role: String, from inviter: String, until: String, link: String) -> Message {
    Message(
      subject: "\(school) invites you to Trellis",
      text: """
        \(inviter) invites you to Trellis for \(school), with the role \(role).

        Trellis is where the school keeps which support which child gets.

        Open this link to begin. It is for this address only, works once, and until \(until):

        \(link)
        """)
  }

  /// For the gallery.
  static let examples =
    [
      reset(link: "https://trellis.example/password-reset/…"),
      invitation(
        school: "Ashfield Primary School", role: "Teaching assistant", from: "Ruth Lowe",
        until: "24 November 2026, 09:30", link: "https://trellis.example/invitation/…"),
    ] + areaExamples
}

extension Visit {
  /// A link as it stands in a message or on paper.
  func link(_ address: Address) -> String { site.settings.publicURL + address.text }

  /// Sends a message without waiting for the mail server. Where that fails the log says so.
  func post(_ message: Message, to address: String) {
    Task { _ = await posted(message, to: address) }
  }

  /// Sends a message and says whether the mail server took it; false where there is none.
  func posted(_ message: Message, to address: String) async -> Bool {
    guard let mailing = site.settings.mailing else { return false }
    do {
      try await mailing(address, message.subject, message.text)
      return true
    } catch {
      // Mail servers repeat the address that they refuse.
      site.log.error("The mail server did not take a message: \("\(error)".replacing(address, with: "…"))")
      return false
    }
  }
}
