package import Domain
import SQL

/// What belongs to the adult who asks: groups that they lead, classes that they teach. Nothing for an account that is not
/// linked to a staff record.
extension SchoolOverview {
  package struct OwnClass: Sendable, Hashable {
    package let name: String
    package let pupils: Int

    package init(name: String, pupils: Int) {
      self.name = name
      self.pupils = pupils
    }
  }

  /// The groups that the viewer leads on `day`, as the viewer may see them.
  package func ownGroups(on day: Day) throws -> [GroupLine] {
    guard let staff = viewer.staffMember, viewer.may(.see, .groups) else { return [] }
    return try Groups(viewer, connection).list(.running(day), own: true).filter { line in
      line.leads.contains { $0.lead.staff == staff }
    }
  }

  /// The pupils of those groups on `day`, by name.
  package func ownPupils(on day: Day) throws -> [ID<Domain.Group>: [Pupil]] {
    guard let staff = viewer.staffMember, viewer.may(.see, .groups), viewer.may(.see, .pupils) else { return [:] }
    var pupils: [ID<Domain.Group>: [Pupil]] = [:]
    try connection.each(
      """
      SELECT DISTINCT g.id, p.id, p.surname, COALESCE(p.preferred_forename, p.forename), p.sort_name FROM groups g
      JOIN group_leads l ON l.organisation_id = g.organisation_id AND l.group_id = g.id
      JOIN group_members m ON m.organisation_id = g.organisation_id AND m.group_id = g.id
      JOIN pupils p ON p.organisation_id = m.organisation_id AND p.id = m.pupil_id
      WHERE \(running(day)) \(open) AND l.staff_id = \(staff) AND l.from_day <= \(day)
        AND (l.until_day IS NULL OR l.until_day >= \(day)) AND m.from_day <= \(day)
        AND (m.until_day IS NULL OR m.until_day >= \(day))
      ORDER BY g.id, p.sort_name, p.id
      """
    ) { row in
      pupils[row.id(0), default: []].append(Pupil(id: row.id(1), name: "\(row.text(3)) \(row.text(2))"))
    }
    return pupils
  }

  /// The classes that the viewer teaches on `day`, with how many pupils each has.
  package func ownClasses(on day: Day) throws -> [OwnClass] {
    guard let staff = viewer.staffMember, viewer.may(.see, .pupils) else { return [] }
    return try connection.rows(
      """
      SELECT t.class, COUNT(DISTINCT p.id) FROM class_teachers t
      LEFT JOIN pupil_classes c ON c.organisation_id = t.organisation_id AND c.class = t.class AND c.from_day <= \(day)
        AND (c.until_day IS NULL OR c.until_day >= \(day))
      LEFT JOIN pupils p ON p.organisation_id = c.organisation_id AND p.id = c.pupil_id
        AND \(PupilFilter.isOnRoll(on: day))
      WHERE t.organisation_id = \(viewer.organisation) AND t.staff_id = \(staff) AND t.from_day <= \(day)
        AND (t.until_day IS NULL OR t.until_day >= \(day))
      GROUP BY t.class ORDER BY t.class
      """
    ) { OwnClass(name: $0.text(0), pupils: $0.int(1)) }
  }
}
