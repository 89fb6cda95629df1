import Domain
import SQL

extension Groups {
  /// Which groups a viewer may see at all, as a condition on `groups g`: their own are those that they lead or led, and
  /// those of the pupils whom they know. Through a pupil nobody comes to confidential provision that is not theirs to know:
  /// that the pupil is in it would be told already.
  func visible(_ noun: Noun = .groups) throws -> SQL {
    try viewer.must(.see, noun)
    if viewer.mayAll(.see, noun) { return "1 = 1" }
    return """
      (\(isLed) OR (g.id IN (SELECT m.group_id FROM group_members m
        WHERE m.organisation_id = \(organisation) AND \(isKnown("m.pupil_id"))) AND \(isTold)))
      """
  }

  /// Of which `groups g` the viewer may know what they are, when and for whom: all that is not confidential; what is, with
  /// the right to all of it, or to their own: what they lead, or led to its end.
  var isTold: SQL {
    switch viewer.reach(.see, .confidential) {
    case .all: "1 = 1"
    case .none: "NOT g.is_confidential"
    case .own: "(NOT g.is_confidential OR \(isLedToTheEnd))"
    }
  }

  /// Those of the groups that `which` says (a condition on `groups g`) that are confidential and not the viewer's to know.
  func hidden(among which: SQL) throws -> Set<ID<Group>> {
    if viewer.mayAll(.see, .confidential) { return [] }
    return Set(try connection.rows("SELECT g.id FROM groups g WHERE \(which) AND NOT (\(isTold))") { $0.id(0) })
  }

  func isHidden(_ id: ID<Group>) throws -> Bool {
    try !hidden(among: "g.organisation_id = \(organisation) AND g.id = \(id)").isEmpty
  }

  /// Which places a viewer may see, as a condition on `group_members m` of `groups g`: those of the pupils whom they know
  /// anyway, and none of confidential provision that they may not know.
  var visiblePlaces: SQL {
    "(\(isTold) AND \(isKnown("m.pupil_id")))"
  }

  /// Whether the viewer leads `groups g`, or did.
  var isLed: SQL {
    guard let staff = viewer.staffMember else { return "1 = 0" }
    return """
      g.id IN (SELECT l.group_id FROM group_leads l
        WHERE l.organisation_id = \(organisation) AND l.staff_id = \(staff))
      """
  }

  /// Whoever gave a group up before it ended is told no more than others of what is confidential in it since.
  private var isLedToTheEnd: SQL {
    guard let staff = viewer.staffMember else { return "1 = 0" }
    return """
      EXISTS (SELECT 1 FROM group_leads l WHERE l.organisation_id = g.organisation_id AND l.group_id = g.id
        AND l.staff_id = \(staff) AND (l.until_day IS NULL OR l.until_day >= \(connection.today)
          OR l.until_day >= g.until_day))
      """
  }

  private func isKnown(_ pupil: SQL) -> SQL { PupilReach.condition(pupil, .see, .pupils, viewer, connection) }
}

extension Groups {
  /// Refuses whoever may not change every group. Own groups are seen, not changed: who is in a group and when decides what
  /// it costs.
  func mustChange() throws {
    guard viewer.mayAll(.do, .groups) else { throw Refusal.refused() }
  }

  /// The group to be changed. Refuses confidential provision to whoever may not keep it.
  func changing(_ id: ID<Group>) throws -> Group {
    try mustChange()
    let group = try self.group(id)
    if group.isConfidential { try mustKeepConfidential() }
    return group
  }

  func mustKeepConfidential() throws {
    guard viewer.may(.do, .confidential) else {
      throw Refusal.refused("Confidential provision is kept by those alone who may know of it.")
    }
  }

  /// After a change of something that belongs to the group.
  func touch(_ id: ID<Group>) throws {
    try connection.run(
      "UPDATE groups SET version = version + 1 WHERE organisation_id = \(organisation) AND id = \(id)")
  }

  /// Nil: nobody was shown one.
  func mustBe(_ version: Int?, of group: Group) throws {
    guard group.version == version ?? group.version else {
      throw Refusal.conflict("Somebody else has changed this group since you opened the page.")
    }
  }
}
