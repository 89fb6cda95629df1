package import Domain
import SQL

/// Clashes with the names that tell them, as the viewer may know them.
package struct ToldClashes: Sendable {
  package let clashes: GroupClashes
  package let groups: [ID<Group>: String]
  package let staff: [ID<StaffMember>: String]
  package let pupils: [ID<Pupil>: String]

  package init(
    clashes: GroupClashes, groups: [ID<Group>: String], staff: [ID<StaffMember>: String], pupils: [ID<Pupil>: String]
  ) {
    self.clashes = clashes
    self.groups = groups
    self.staff = staff
    self.pupils = pupils
  }
}

extension Groups {
  /// What clashes on `day` or later among the groups that the viewer may see. Confidential provision clashes for those alone
  /// who may know of it, its adults as well as its pupils: a clash tells who is in it and when. `touching`: only what
  /// concerns this group.
  package func clashes(from day: Day, touching group: ID<Group>? = nil) throws -> ToldClashes {
    let which: SQL = """
      g.organisation_id = \(organisation) AND (g.until_day IS NULL OR g.until_day >= \(day)) AND \(try visible())
      AND \(isTold)
      """
    let ids: SQL = "IN (SELECT g.id FROM groups g WHERE \(which))"
    var names: [ID<Group>: String] = [:]
    var provisions: [ID<Group>: String] = [:]
    // Whoever knows some of the pupils only would take two groups for the same.
    let seesAll = viewer.mayAll(.see, .groups) && viewer.mayAll(.see, .pupils)
    try connection.each("SELECT g.id, g.name, g.heading_id FROM groups g WHERE \(which)") { row in
      names[row.id(0)] = row.text(1)
      if seesAll { provisions[row.id(0)] = "\(row.text(2)) \(Folding.fold(row.text(1)))" }
    }
    let (schedules, leads) = (try schedules(of: ids), try leadLines(of: ids))
    var pupils: [ID<Pupil>: String] = [:]
    var members: [ID<Group>: [GroupClashes.Booking.Member]] = [:]
    try connection.each(
      """
      SELECT m.group_id, m.pupil_id, m.from_day, m.until_day, COALESCE(p.preferred_forename, p.forename), p.surname
      FROM group_members m JOIN groups g ON g.organisation_id = m.organisation_id AND g.id = m.group_id
      JOIN pupils p ON p.organisation_id = m.organisation_id AND p.id = m.pupil_id
      WHERE \(which) AND (m.until_day IS NULL OR m.until_day >= \(day)) AND \(visiblePlaces)
      """
    ) { row in
      let pupil = row.id(1, Pupil.self)
      pupils[pupil] = "\(row.text(4)) \(row.text(5))"
      members[row.id(0), default: []].append(.init(pupil, row.span(2)))
    }
    let bookings = names.keys.sorted().map { id in
      GroupClashes.Booking(
        group: id, schedules: (schedules[id] ?? []).map(\.dated),
        leads: (leads[id] ?? []).map { .init($0.lead.staff, $0.lead.span, $0.lead.share) }, members: members[id] ?? [],
        provision: provisions[id])
    }
    let all = GroupClashes(among: bookings, from: day)
    let staff = Dictionary(leads.values.joined().map { ($0.lead.staff, $0.name) }) { first, _ in first }
    return ToldClashes(
      clashes: group.map(all.touching) ?? all, groups: names, staff: staff, pupils: pupils)
  }

  /// The way out of a clash: from `day` on the adult gives each of these groups the same share of their time. Refuses fewer
  /// than two groups, and groups that the adult does not lead then.
  package func shareTime(of staff: ID<StaffMember>, among groups: [ID<Group>], from day: Day) throws {
    guard Set(groups).count > 1 else { throw Refusal.invalid("Time is shared among two groups or more.") }
    let share = try TimeShare(1, Set(groups).count)
    for id in Set(groups).sorted() {
      let group = try changing(id)
      let current = try leads(of: id).filter { $0.staff == staff && ($0.span.until ?? .distantFuture) >= day }
      guard let lead = current.first else {
        throw Refusal.invalid("Somebody has changed who leads one of these groups. Look at it again.")
      }
      if lead.share == share { continue }
      try changeLead(lead.id, from: max(day, lead.span.from), share: share, version: group.version)
    }
  }
}
