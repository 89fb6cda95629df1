/// A pupil's SEN status as it was recorded. `original` is the retired code or word that a file said (`A`, `P`, `S`), and
/// does not make two statuses different.
package struct RecordedStatus: Hashable, Sendable {
  package let status: SENStatus
  package let original: String?

  package init(_ status: SENStatus, original: String? = nil) {
    self.status = status
    self.original = original
  }

  package static func == (left: RecordedStatus, right: RecordedStatus) -> Bool { left.status == right.status }
  package func hash(into hasher: inout Hasher) { hasher.combine(status) }
}
