package import Domain
import SQL

/// Who imports what into which school, and what they said of it.
package struct ImportAsking: Sendable {
  package let school: School
  package let viewer: Viewer
  package let days: ImportDays
  /// The last day of the groups that a map makes; nil: open.
  package var until: Day?
  /// By the key of what was unsure or offered: a candidate's id, `new`, `skip`; or what was typed.
  package var answers: [String: String] = [:]

  package init(_ school: School, _ viewer: Viewer, _ days: ImportDays, until: Day? = nil) {
    self.school = school
    self.viewer = viewer
    self.days = days
    self.until = until
  }
}

/// What was read of a file, before anything is compared.
protocol ImportSource: Sendable {
  /// Compares it with what is kept now. Reads and refuses; writes nothing.
  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan
}

/// What an import would do: in words, and as the act that does it.
struct ImportPlan {
  var preview: ImportPreview
  /// The versions of what was compared, so that a change which the preview does not show is noticed too.
  var versions: [Int] = []
  /// Everything that is asked, what the answers have settled too. Empty where no question follows on an answer.
  var questions: [UnsureItem] = []
  /// Writes all of it in the transaction that it was compared in.
  let write: (_ leavers: [ID<Pupil>: Day], any Connection) throws -> Void

  var fingerprint: String {
    var fingerprint = Fingerprint(of: preview)
    for version in versions { fingerprint.add(version) }
    return fingerprint.text
  }
}
