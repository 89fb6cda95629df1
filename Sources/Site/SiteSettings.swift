package import Domain
package import Foundation
package import Security

/// What the pages need to know of the installation. The program's settings make it; see docs/operating.md.
package struct SiteSettings: Sendable {
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

  package init(
    publicURL: String = "http://127.0.0.1:8080", trustedProxies: [String] = [],
    timeZone: TimeZone = TimeZone(identifier: "Europe/London")!, offersDemonstration: Bool = false,
    passwordCost: PasswordHash.Cost = .standard
  ) {
    self.publicURL = publicURL
    self.trustedProxies = trustedProxies
    self.timeZone = timeZone
    self.offersDemonstration = offersDemonstration
    self.passwordCost = passwordCost
  }

  package var isSecure: Bool { publicURL.hasPrefix("https://") }

  /// The day that `moment` falls on where the installation is.
  package func day(of moment: Date) -> Day {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: moment)
    return Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }
}
