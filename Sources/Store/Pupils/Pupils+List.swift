package import Domain
import SQL

/// One line of a list of pupils: what holds on the list's day.
package struct PupilRow: Hashable, Sendable {
  package let id: ID<Pupil>
  package let surname: String
  package let calledName: String
  package let birthDay: Day
  package let year: YearGroup
  package let className: String?
  /// Without the watch flag where SEN is not for the viewer.
  package let flags: PupilFlags
  package let joinedOn: Day
  package let leftOn: Day?
  /// SEN status; nil where it is not for the viewer.
  package let status: SENStatus?
  /// In the order of their ranks; empty where they are not for the viewer.
  package var needs: [RankedNeed]

  package init(
    id: ID<Pupil>, surname: String, calledName: String, birthDay: Day, year: YearGroup, className: String?,
    flags: PupilFlags, joinedOn: Day, leftOn: Day?, status: SENStatus?, needs: [RankedNeed]
  ) {
    self.id = id
    self.surname = surname
    self.calledName = calledName
    self.birthDay = birthDay
    self.year = year
    self.className = className
    self.flags = flags
    self.joinedOn = joinedOn
    self.leftOn = leftOn
    self.status = status
    self.needs = needs
  }

  /// `Hussain, Amina`.
  package var listName: String { "\(surname), \(calledName)" }
}

extension Pupils {
  /// Pupils with what holds on `day`, by surname, in two statements however many there are. A viewer who may not see needs
  /// finds nobody by status or need.
  package func list(_ filter: PupilFilter = PupilFilter(), on day: Day) throws -> [PupilRow] {
    guard viewer.may(.see, .pupils) else { return [] }
    let asksNeeds = !filter.statuses.isEmpty || !filter.needs.isEmpty || filter.flags.contains(.watch)
    var conditions = filter.conditions(on: day)
    conditions.append(PupilReach.condition("p.id", .see, .pupils, viewer, connection))
    if asksNeeds { conditions.append(seesNeeds("p.id")) }
    var rows = try connection.rows(
      """
      SELECT p.id, p.surname, COALESCE(p.preferred_forename, p.forename), p.birth_day, COALESCE(t.shift, 0), p.flags,
        p.joined_on, p.left_on, c.class, \(statusColumn), s.status
      FROM pupils p
      LEFT JOIN pupil_classes c ON c.organisation_id = p.organisation_id AND c.pupil_id = p.id
        AND c.from_day <= \(day) AND (c.until_day IS NULL OR c.until_day >= \(day))
      LEFT JOIN pupil_statuses s ON s.organisation_id = p.organisation_id AND s.pupil_id = p.id
        AND s.from_day <= \(day) AND (s.until_day IS NULL OR s.until_day >= \(day))
      LEFT JOIN pupil_years t ON t.organisation_id = p.organisation_id AND t.pupil_id = p.id
        AND t.from_day <= \(day) AND (t.until_day IS NULL OR t.until_day >= \(day))
      WHERE p.organisation_id = \(viewer.organisation) AND \(SQL.joined(conditions, by: " AND "))
      ORDER BY p.sort_name, p.id
      """
    ) { Pupils.row($0, on: day) }
    guard viewer.may(.see, .needs), !rows.isEmpty else { return rows }
    let needs = try needs(on: day)
    for index in rows.indices { rows[index].needs = needs[rows[index].id] ?? [] }
    if filter.needs.isEmpty { return rows }
    return rows.filter { $0.needs.contains { filter.needs.contains($0.type) } }
  }

  /// The classes that somebody on the roll is in on `day`, in order. A leaver's class is not one.
  package func classes(on day: Day) throws -> [String] {
    guard viewer.may(.see, .pupils) else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT c.class FROM pupil_classes c
      JOIN pupils p ON p.organisation_id = c.organisation_id AND p.id = c.pupil_id
      WHERE c.organisation_id = \(viewer.organisation) AND c.from_day <= \(day)
        AND (c.until_day IS NULL OR c.until_day >= \(day)) AND \(PupilFilter.isOnRoll(on: day))
        AND \(PupilReach.condition("c.pupil_id", .see, .pupils, viewer, connection))
      ORDER BY c.class
      """
    ) { $0.text(0) }
  }

  /// How many are on the roll on `day`, by whether they have SEN: for the school's first page.
  package func counts(on day: Day) throws -> [SENStatus: Int] {
    guard viewer.mayAll(.see, .needs) else { return [:] }
    var counts: [SENStatus: Int] = [:]
    try connection.each(
      """
      SELECT COALESCE(s.status, 'N'), COUNT(*) FROM pupils p
      LEFT JOIN pupil_statuses s ON s.organisation_id = p.organisation_id AND s.pupil_id = p.id
        AND s.from_day <= \(day) AND (s.until_day IS NULL OR s.until_day >= \(day))
      WHERE p.organisation_id = \(viewer.organisation) AND \(PupilFilter.isOnRoll(on: day))
      GROUP BY COALESCE(s.status, 'N')
      """
    ) { row in
      if let status = SENStatus(rawValue: row.text(0)) { counts[status] = row.int(1) }
    }
    return counts
  }

  /// Every pupil's needs on `day`, of those that the viewer may see.
  package func needs(on day: Day) throws -> [ID<Pupil>: [RankedNeed]] {
    var needs: [ID<Pupil>: [RankedNeed]] = [:]
    try connection.each(
      """
      SELECT n.pupil_id, n.type, n.rank FROM pupil_needs n
      WHERE n.organisation_id = \(viewer.organisation) AND n.from_day <= \(day)
        AND (n.until_day IS NULL OR n.until_day >= \(day)) AND \(seesNeeds("n.pupil_id"))
      ORDER BY n.pupil_id, n.rank, n.type
      """
    ) { row in
      if let type = NeedType.coded(row.text(1)) {
        needs[row.id(0), default: []].append(RankedNeed(type: type, rank: row.int(2)))
      }
    }
    return needs
  }

  private func seesNeeds(_ pupil: SQL) -> SQL { PupilReach.condition(pupil, .see, .needs, viewer, connection) }

  /// 1 where SEN is for the viewer.
  private var statusColumn: SQL { "CASE WHEN \(seesNeeds("p.id")) THEN 1 ELSE 0 END" }

  private static func row(_ row: any Row, on day: Day) -> PupilRow {
    let birthDay = row.day(3)
    let seesNeeds = row.int(9) == 1
    let flags = PupilFlags(rawValue: row.int(5))
    return PupilRow(
      id: row.id(0), surname: row.text(1), calledName: row.text(2), birthDay: birthDay,
      year: YearGroup(bornOn: birthDay, on: day).advanced(by: row.int(4)), className: row.textOrNil(8),
      flags: seesNeeds ? flags : flags.subtracting(.watch), joinedOn: row.day(6), leftOn: row.dayOrNil(7),
      status: seesNeeds ? row.textOrNil(10).flatMap(SENStatus.init(rawValue:)) ?? SENStatus.none : nil, needs: [])
  }
}
