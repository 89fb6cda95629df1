import Foundation

extension ProvisionDetails {
  /// Refuses figures that no provision has, and evidence that is no page at https. Texts are trimmed. All refusals at once,
  /// each with its field.
  package func checked() throws(Refusals) -> ProvisionDetails {
    var checked = self
    var refusals = Refusals()
    checked.description = description.trimmingSpaces
    checked.outcome = outcome.trimmingSpaces
    if checked.description.count > 2000 {
      refusals.add("The description has at most 2,000 characters.", field: "description")
    }
    if checked.outcome.count > 2000 { refusals.add("The outcome has at most 2,000 characters.", field: "outcome") }
    if !(minutes.map((1...600).contains) ?? true) {
      refusals.add("A session lasts between 1 and 600 minutes.", field: "minutes")
    }
    if !(sessionsPerWeek.map((1...50).contains) ?? true) {
      refusals.add("There are between 1 and 50 sessions a week.", field: "sessions")
    }
    if !(weeks.map((1...52).contains) ?? true) { refusals.add("It runs for 1 to 52 weeks.", field: "weeks") }
    if !(groupSize.map((1...999).contains) ?? true) {
      refusals.add("A group has between 1 and 999 pupils.", field: "size")
    }
    if let level, Level.keyed(level) == nil { refusals.add("Choose one of the levels.", field: "level") }
    if let area, AreaOfNeed.named(area) == nil { refusals.add("Choose one of the areas of need.", field: "area") }
    checked.evidence = evidence?.trimmingSpaces.nilIfEmpty
    if let evidence = checked.evidence, !ProvisionDetails.isSecureAddress(evidence) {
      refusals.add("The link to the evidence must begin with https:// and name a page.", field: "evidence")
    }
    if !refusals.all.isEmpty { throw refusals }
    return checked
  }

  /// `30 min, 3 × week, 12 weeks, groups of 4`; "No sessions: a way of working" for a strategy.
  package var dosageWords: String {
    guard let minutes else { return "No sessions: a way of working" }
    var parts = ["\(minutes) min"]
    if let sessionsPerWeek { parts.append("\(sessionsPerWeek) × week") }
    if let weeks { parts.append(weeks == 1 ? "1 week" : "\(weeks) weeks") }
    if let groupSize { parts.append(groupSize == 1 ? "one to one" : "groups of \(groupSize)") }
    return parts.joined(separator: ", ")
  }

  private static func isSecureAddress(_ text: String) -> Bool {
    guard text.count <= 1000, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }), let url = URL(string: text) else {
      return false
    }
    return url.scheme?.lowercased() == "https" && url.host()?.contains(".") == true && url.user() == nil
  }
}
