import Domain
import Foundation

extension SiteSettings {
  /// The hour where the installation is: `09:30`.
  func time(of moment: Date) -> String {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: moment)
    let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
    return (minutes / 60 < 10 ? "0" : "") + "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }

  /// Day and hour: `21 November 2026, 09:30`.
  func words(of moment: Date) -> String { "\(day(of: moment).words), \(time(of: moment))" }
}
