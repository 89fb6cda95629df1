import Domain
package import SQL

/// Whether what is kept keeps to the house's rules that no constraint can express. For `trellis check`.
package enum Soundness {
  /// A sentence for each rule that is broken; none when all is well. Names nobody.
  package static func problems(_ connection: any Connection) throws -> [String] {
    var problems: [String] = []
    for (table, thing) in oneAtATime {
      let count = try connection.count(
        """
        SELECT count(*) FROM \(table) a JOIN \(table) b
          ON b.organisation_id = a.organisation_id AND b.\(thing) = a.\(thing) AND b.id <> a.id
          AND b.from_day > a.from_day AND (a.until_day IS NULL OR a.until_day >= b.from_day)
        """)
      if count > 0 { problems.append("\(count) facts overlap in \(table.rendered(.questionMark).text).") }
    }
    let overlappingPlaces = try connection.count(
      """
      SELECT count(*) FROM group_members a JOIN group_members b
        ON b.organisation_id = a.organisation_id AND b.group_id = a.group_id AND b.pupil_id = a.pupil_id AND b.id <> a.id
        AND b.from_day > a.from_day AND (a.until_day IS NULL OR a.until_day >= b.from_day)
      """)
    if overlappingPlaces > 0 { problems.append("\(overlappingPlaces) places in groups overlap.") }
    let outside = try connection.count(
      """
      SELECT count(*) FROM group_members m JOIN groups g ON g.organisation_id = m.organisation_id AND g.id = m.group_id
      WHERE m.from_day < g.from_day OR (g.until_day IS NOT NULL AND m.from_day > g.until_day)
      """)
    if outside > 0 { problems.append("\(outside) places begin outside their group's dates.") }
    let halfImports = try connection.count(
      "SELECT count(*) FROM imports WHERE committed_at IS NOT NULL AND counts IS NULL")
    if halfImports > 0 { problems.append("\(halfImports) imports are half-written.") }
    let homeless = try connection.count(
      """
      SELECT count(*) FROM organisations o LEFT JOIN schools s ON s.organisation_id = o.id
      WHERE o.kind = 'school' AND s.organisation_id IS NULL
      """)
    if homeless > 0 { problems.append("\(homeless) schools are half-written.") }
    let roleless = try connection.count(
      """
      SELECT count(*) FROM staff s WHERE NOT EXISTS (
        SELECT 1 FROM staff_roles r WHERE r.organisation_id = s.organisation_id AND r.staff_id = s.id)
      """)
    if roleless > 0 { problems.append("\(roleless) people of the staff are kept without a role.") }
    return problems
  }

  /// Facts of which one thing has one at a time.
  private static let oneAtATime: [(SQL, SQL)] = [
    ("pupil_statuses", "pupil_id"), ("pupil_classes", "pupil_id"), ("pupil_years", "pupil_id"),
    ("role_rates", "role_id"), ("staff_roles", "staff_id"), ("staff_rates", "staff_id"),
    ("group_schedules", "group_id"),
  ]
}
