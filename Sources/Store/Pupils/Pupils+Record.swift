package import Domain
import Foundation
import SQL

/// One time on the roll that is over, of a pupil who came back.
package struct EarlierStay: Hashable, Sendable {
  package let period: Period
  package let leftFor: String?

  package init(period: Period, leftFor: String?) {
    self.period = period
    self.leftFor = leftFor
  }
}

extension Pupils {
  /// The earlier times on the roll of a pupil who left and came back, the latest first.
  package func earlierStays(of id: ID<Pupil>) throws -> [EarlierStay] {
    try connection.rows(
      """
      SELECT y.from_day, y.until_day, y.left_for FROM pupil_stays y
      WHERE y.organisation_id = \(viewer.organisation) AND y.pupil_id = \(id)
        AND \(PupilReach.condition("y.pupil_id", .see, .pupils, viewer, connection))
      ORDER BY y.from_day DESC
      """
    ) { EarlierStay(period: Period($0.day(0), $0.day(1))!, leftFor: $0.textOrNil(2)) }
  }

  /// How many places in groups reach beyond `day`: those that leaving on it would end.
  package func places(of id: ID<Pupil>, beyond day: Day) throws -> Int {
    try connection.count(
      """
      SELECT COUNT(*) FROM group_members
      WHERE organisation_id = \(viewer.organisation) AND pupil_id = \(id) AND (until_day IS NULL OR until_day > \(day))
      """)
  }

  /// Whether this account's opening of the record has a line of history in the last hour already.
  package func isOpeningNoted(_ id: ID<Pupil>) throws -> Bool {
    try connection.exists(
      """
      SELECT 1 FROM history
      WHERE organisation_id = \(viewer.organisation) AND pupil_id = \(id) AND act = 'opened'
        AND account_id = \(viewer.account) AND at > \(connection.now.addingTimeInterval(-3600))
      """)
  }

  /// Leaves the line that a pupil's record was opened; at most one an hour for each account and pupil, since a reader who
  /// goes to and fro has looked once.
  package func noteOpening(_ id: ID<Pupil>) throws {
    if try isOpeningNoted(id) { return }
    try connection.record("opened", "pupil", id.text, by: viewer, pupil: id)
  }

  /// Leaves the line that a list of pupils was taken out of the program: how many, and by which filter in words.
  package func noteExport(of count: Int, _ filter: String) throws {
    try connection.record(
      "exported", "pupils", viewer.organisation.text, by: viewer, after: ["pupils": String(count), "filter": filter])
  }
}
