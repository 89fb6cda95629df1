import Domain
import Foundation
import SQL

extension Groups {
  /// Which groups a viewer may see at all, as a condition on `groups g`. Through a class or an opened case nobody comes to
  /// confidential provision that is not theirs to know: that a pupil is in it would be told already.
  static func visible(to viewer: Viewer, _ noun: Noun, today: Day) -> SQL {
    switch viewer.reach(.see, noun) {
    case .all: return "1 = 1"
    case .none: return "1 = 0"
    case .own:
      let open: SQL = viewer.may(.see, .confidential) ? "" : "AND NOT g.is_confidential"
      var ways: [SQL] = []
      if viewer.staffMember != nil { ways.append(isLed(by: viewer)) }
      if let pupils = ownPupils(of: viewer, today: today) {
        ways.append(
          """
          (g.id IN (SELECT m.group_id FROM group_members m WHERE m.organisation_id = \(viewer.organisation)
            AND m.pupil_id IN (\(pupils))) \(open))
          """)
      }
      return ways.isEmpty ? "1 = 0" : "(\(SQL.joined(ways, by: " OR ")))"
    }
  }

  /// Whether the viewer leads `groups g`, or did.
  static func isLed(by viewer: Viewer) -> SQL {
    guard let staff = viewer.staffMember else { return "1 = 0" }
    return """
      g.id IN (SELECT l.group_id FROM group_leads l
        WHERE l.organisation_id = \(viewer.organisation) AND l.staff_id = \(staff))
      """
  }

  /// Which places a viewer may see, as a condition on `group_members m` of `groups g`: those of the pupils whom the viewer
  /// knows anyway, and all those of a group that they lead; none of confidential provision that they may not know.
  static func visiblePlaces(to viewer: Viewer, today: Day) -> SQL {
    guard viewer.may(.see, .pupils) else { return "1 = 0" }
    let open: SQL = viewer.may(.see, .confidential) ? "1 = 1" : "NOT g.is_confidential"
    if viewer.mayAll(.see, .pupils) { return open }
    let own = ownPupils(of: viewer, today: today).map { "m.pupil_id IN (\($0))" as SQL } ?? "1 = 0"
    return "(\(open) AND (\(own) OR \(isLed(by: viewer))))"
  }

  /// The ids of the pupils whom a viewer knows by a class that they teach today or by a case that is open to them today.
  private static func ownPupils(of viewer: Viewer, today: Day) -> SQL? {
    var ways: [SQL] = []
    if let staff = viewer.staffMember {
      ways.append(
        """
        SELECT c.pupil_id FROM pupil_classes c
        JOIN class_teachers t ON t.organisation_id = c.organisation_id AND t.class = c.class
        WHERE c.organisation_id = \(viewer.organisation) AND t.staff_id = \(staff)
          AND c.from_day <= \(today) AND (c.until_day IS NULL OR c.until_day >= \(today))
          AND t.from_day <= \(today) AND (t.until_day IS NULL OR t.until_day >= \(today))
        """)
    }
    if let account = viewer.account {
      ways.append(
        """
        SELECT o.pupil_id FROM case_openings o
        WHERE o.organisation_id = \(viewer.organisation) AND o.account_id = \(account)
          AND o.from_day <= \(today) AND o.until_day >= \(today)
        """)
    }
    return ways.isEmpty ? nil : SQL.joined(ways, by: " UNION ")
  }
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

  func mustBe(_ version: Int, of group: Group) throws {
    guard group.version == version else {
      throw Refusal.conflict("Somebody else has changed this group since you opened the page.")
    }
  }
}

extension Connection {
  /// The day of this transaction's moment, for what somebody may see: an hour's difference at midnight does not matter.
  var today: Day { Day(number: Int((now.timeIntervalSince1970 / 86_400).rounded(.down))) }
}
