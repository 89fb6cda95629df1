package import Domain
package import Formats
package import Foundation
package import Security

/// What the pages need to know of the installation. The program's settings make it; see docs/operating.md.
package struct SiteSettings: Sendable {
  /// Sends one message in plain text. Throws where the mail server did not take it.
  package typealias Mailing = @Sendable (_ address: String, _ subject: String, _ text: String) async throws -> Void

  /// Where visitors reach the program, without a slash at the end: links in messages begin with it, and `https` makes the
  /// cookies `Secure`.
  package var publicURL: String
  /// Addresses whose `X-Forwarded-For` is believed.
  package var trustedProxies: [String]
  /// Decides what "today" is.
  package var timeZone: TimeZone
  /// Whether the demonstration's doors may open (`--demo`), while nothing else is kept.
  package var offersDemonstration: Bool
  package var passwordCost: PasswordHash.Cost
  /// Nil where no mail server is set up: links are shown, or printed on slips.
  package var mailing: Mailing?
  /// What typesets PDFs; nil where it is not installed: then a PDF is refused with a sentence.
  package var typst: Typst?
  /// Whom to ask when one cannot get in, in words; empty: "whoever runs Trellis for you".
  package var contact: String
  /// How long an answer waits for a file to be read before it shows how far the reading is.
  package var importPatience: Duration

  package init(
    publicURL: String = "http://127.0.0.1:8080", trustedProxies: [String] = [],
    timeZone: TimeZone = TimeZone(identifier: "Europe/London")!, offersDemonstration: Bool = false,
    passwordCost: PasswordHash.Cost = .standard, mailing: Mailing? = nil, typst: Typst? = nil, contact: String = "",
    importPatience: Duration = .seconds(1)
  ) {
    self.publicURL = publicURL
    self.trustedProxies = trustedProxies
    self.timeZone = timeZone
    self.offersDemonstration = offersDemonstration
    self.passwordCost = passwordCost
    self.mailing = mailing
    self.typst = typst
    self.contact = contact
    self.importPatience = importPatience
  }

  package var isSecure: Bool { publicURL.hasPrefix("https://") }

  /// The day that `moment` falls on where the installation is.
  package func day(of moment: Date) -> Day {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: moment)
    return Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }
}
