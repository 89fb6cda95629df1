package import Domain
import SQL

extension Pupils {
  /// The pupil's last day on the roll, and where to. Places in groups end on it; places that would begin later go. What
  /// was recorded of status, needs and class stays, since nobody asks it of who is not on the roll. Past cost never changes.
  ///
  /// Refused where the pupil has left already, or where the day is before the first one or more than two years ahead.
  package func leave(_ id: ID<Pupil>, on day: Day, for destination: String? = nil, version: Int? = nil) throws {
    let pupil = try toChange(id, version: version)
    if let leftOn = pupil.leftOn {
      throw Refusal.conflict("\(pupil.calledName) is marked as having left on \(leftOn.words) already.")
    }
    if day < pupil.joinedOn {
      throw Refusal.invalid(
        "\(pupil.calledName) joined on \(pupil.joinedOn.words). The last day cannot be before that.", field: "left-on")
    }
    if day > connection.today + 731 {
      throw Refusal.invalid("That day is more than two years ahead. Check the year.", field: "left-on")
    }
    if let destination, destination.count > 200 {
      throw Refusal.invalid("Say where to in at most 200 letters.", field: "left-for")
    }
    try endPlaces(of: id, on: day)
    try write(joinedOn: pupil.joinedOn, leftOn: day, for: destination, of: id)
    var after = ["left": day.iso]
    after["left for"] = destination
    try connection.record("left", "pupil", id.text, by: viewer, pupil: id, after: after)
  }

  /// The leaving was a mistake: as if it had never been recorded. Places in groups are as they were.
  package func undoLeaving(_ id: ID<Pupil>, version: Int? = nil) throws {
    let pupil = try toChange(id, version: version)
    guard let leftOn = pupil.leftOn else { throw Refusal.conflict("\(pupil.calledName) has not left.") }
    try restorePlaces(of: id)
    try write(joinedOn: pupil.joinedOn, leftOn: nil, for: nil, of: id)
    var before = ["left": leftOn.iso]
    before["left for"] = pupil.leftFor
    try connection.record("took back leaving", "pupil", id.text, by: viewer, pupil: id, before: before)
  }

  /// A pupil who left comes back. The earlier stay is kept; places in groups are given anew.
  package func rejoin(_ id: ID<Pupil>, on day: Day, version: Int? = nil) throws {
    let pupil = try toChange(id, version: version)
    guard let leftOn = pupil.leftOn else { throw Refusal.conflict("\(pupil.calledName) has not left.") }
    guard day > leftOn else {
      throw Refusal.invalid(
        """
        \(pupil.calledName) left on \(leftOn.words); the first day back is after that. If the leaving was a mistake, take \
        it back instead.
        """, field: "joined-on")
    }
    if day > connection.today + 731 {
      throw Refusal.invalid("That day is more than two years ahead. Check the year.", field: "joined-on")
    }
    try connection.run(
      """
      INSERT INTO pupil_stays (organisation_id, id, pupil_id, from_day, until_day, left_for, written_at)
      VALUES (\(viewer.organisation), \(connection.newID(Pupil.self)), \(id), \(pupil.joinedOn), \(leftOn), \(pupil.leftFor),
        \(connection.now))
      """)
    try forgetPlaces(of: id)
    try write(joinedOn: day, leftOn: nil, for: nil, of: id)
    try connection.record(
      "came back", "pupil", id.text, by: viewer, pupil: id,
      before: ["joined": pupil.joinedOn.iso, "left": leftOn.iso], after: ["joined": day.iso])
  }

  private func write(joinedOn: Day, leftOn: Day?, for destination: String?, of id: ID<Pupil>) throws {
    try connection.run(
      """
      UPDATE pupils SET joined_on = \(joinedOn), left_on = \(leftOn), left_for = \(destination), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
  }

  /// Keeps the places that reach beyond `day` as they are, to be restored should the leaving be a mistake, then ends them.
  private func endPlaces(of id: ID<Pupil>, on day: Day) throws {
    let beyond: SQL = """
      organisation_id = \(viewer.organisation) AND pupil_id = \(id) AND (until_day IS NULL OR until_day > \(day))
      """
    try forgetPlaces(of: id)
    try connection.run(
      """
      INSERT INTO places_before_leaving (\(Pupils.placeColumns)) SELECT \(Pupils.placeColumns) FROM group_members
      WHERE \(beyond)
      """)
    try connection.run("DELETE FROM group_members WHERE \(beyond) AND from_day > \(day)")
    try connection.run("UPDATE group_members SET until_day = \(day), written_at = \(connection.now) WHERE \(beyond)")
  }

  private func restorePlaces(of id: ID<Pupil>) throws {
    let kept: SQL = "FROM places_before_leaving WHERE organisation_id = \(viewer.organisation) AND pupil_id = \(id)"
    try connection.run(
      "DELETE FROM group_members WHERE organisation_id = \(viewer.organisation) AND id IN (SELECT id \(kept))")
    try connection.run("INSERT INTO group_members (\(Pupils.placeColumns)) SELECT \(Pupils.placeColumns) \(kept)")
    try forgetPlaces(of: id)
  }

  private func forgetPlaces(of id: ID<Pupil>) throws {
    try connection.run(
      "DELETE FROM places_before_leaving WHERE organisation_id = \(viewer.organisation) AND pupil_id = \(id)")
  }

  private static let placeColumns: SQL =
    "organisation_id, id, group_id, pupil_id, weight, stream_id, from_day, until_day, written_at"
}
