package import Domain
import SQL

extension Groups {
  /// One more adult for the group. Refuses days outside the group's or outside those on which the adult works here, and
  /// somebody who leads it then already.
  @discardableResult
  package func addLead(_ lead: NewLead, to id: ID<Group>, version: Int? = nil) throws -> ID<GroupLead> {
    let group = try changing(id)
    try mustBe(version, of: group)
    let added = try insert([lead], into: group)
    try touch(id)
    return added[0]
  }

  /// From `day` on the adult gives another share of their time; what was before stays.
  package func changeLead(_ id: ID<GroupLead>, from day: Day, share: TimeShare, version: Int) throws {
    let (lead, group) = try lead(id)
    try mustBe(version, of: group)
    guard lead.span.contains(day) else {
      throw Refusal.invalid("Choose a day from \(lead.span.words).", field: "day")
    }
    if day == lead.span.from {
      return try correctLead(id, span: lead.span, share: share, version: version)
    }
    try rewrite(lead, span: Span(lead.span.from, day.previous)!, share: lead.share, act: "ended")
    try insert(lead.staff, Span(day, lead.span.until)!, share, group.id)
    try touch(group.id)
  }

  /// Puts right what was written, from its own first day.
  package func correctLead(_ id: ID<GroupLead>, span: Span, share: TimeShare, version: Int) throws {
    let (lead, group) = try lead(id)
    try mustBe(version, of: group)
    let others = try leads(of: group.id).filter { $0.id != id }
    let fitted = try fit(span, lead.staff, in: group, others: others, here: try employment(of: [lead.staff]))
    try rewrite(lead, span: fitted, share: share, act: "corrected")
    try touch(group.id)
  }

  /// The last day on which the adult leads it.
  package func endLead(_ id: ID<GroupLead>, on day: Day, version: Int? = nil) throws {
    let (lead, group) = try lead(id)
    try mustBe(version, of: group)
    guard day >= lead.span.from, day <= (lead.span.until ?? .distantFuture) else {
      throw Refusal.invalid("Choose a day from \(lead.span.words).", field: "until")
    }
    try rewrite(lead, span: Span(lead.span.from, day)!, share: lead.share, act: "ended")
    try touch(group.id)
  }

  /// Takes back what was never meant: as if it had not been, but for history.
  package func removeLead(_ id: ID<GroupLead>, version: Int) throws {
    let (lead, group) = try lead(id)
    try mustBe(version, of: group)
    try delete(lead)
    try touch(group.id)
  }

  @discardableResult
  func insert(_ leads: [NewLead], into group: Group) throws -> [ID<GroupLead>] {
    if leads.isEmpty { return [] }
    let here = try employment(of: leads.map(\.staff))
    var others = try self.leads(of: group.id)
    return try leads.map { lead in
      let span = try fit(lead.span, lead.staff, in: group, others: others, here: here)
      let id = try insert(lead.staff, span, lead.share, group.id)
      others.append(GroupLead(id: id, group: group.id, staff: lead.staff, span: span, share: lead.share))
      return id
    }
  }

  func rewrite(_ lead: GroupLead, span: Span, share: TimeShare, act: String) throws {
    try connection.run(
      """
      UPDATE group_leads SET from_day = \(span.from), until_day = \(span.until), share_top = \(share.numerator),
        share_bottom = \(share.denominator)
      WHERE organisation_id = \(organisation) AND id = \(lead.id)
      """)
    try record(act, lead.group, before: (lead.staff, lead.span, lead.share), after: (lead.staff, span, share))
  }

  func delete(_ lead: GroupLead) throws {
    try connection.run("DELETE FROM group_leads WHERE organisation_id = \(organisation) AND id = \(lead.id)")
    try record("removed", lead.group, before: (lead.staff, lead.span, lead.share), after: nil)
  }

  func leads(of group: ID<Group>) throws -> [GroupLead] {
    try connection.rows(
      """
      SELECT id, group_id, staff_id, from_day, until_day, share_top, share_bottom FROM group_leads
      WHERE organisation_id = \(organisation) AND group_id = \(group) ORDER BY from_day, id
      """, Groups.lead)
  }

  static func lead(_ row: any Row) throws -> GroupLead {
    GroupLead(
      id: row.id(0), group: row.id(1), staff: row.id(2), span: row.span(3),
      share: try TimeShare(row.int(5), row.int(6)))
  }

  /// Names and the days on which they work here, for these adults of this school.
  func employment(of staff: [ID<StaffMember>]) throws -> [ID<StaffMember>: (name: String, span: Span)] {
    var here: [ID<StaffMember>: (name: String, span: Span)] = [:]
    try connection.each(
      """
      SELECT id, name, from_day, until_day FROM staff
      WHERE organisation_id = \(organisation) AND id IN (\(SQL.list(Set(staff))))
      """
    ) { here[$0.id(0)] = ($0.text(1), $0.span(2)) }
    return here
  }

  private func lead(_ id: ID<GroupLead>) throws -> (GroupLead, Group) {
    try mustChange()
    let lead = try connection.first(
      """
      SELECT id, group_id, staff_id, from_day, until_day, share_top, share_bottom FROM group_leads
      WHERE organisation_id = \(organisation) AND id = \(id)
      """, Groups.lead)
    guard let lead else { throw Refusal.notFound() }
    return (lead, try changing(lead.group))
  }

  private func fit(
    _ span: Span?, _ staff: ID<StaffMember>, in group: Group, others: [GroupLead],
    here: [ID<StaffMember>: (name: String, span: Span)]
  ) throws -> Span {
    guard let member = here[staff] else {
      throw Refusal.invalid("Choose somebody who works in this school.", field: "staff")
    }
    let fitted = try Span.fitting(span, in: group.span, here: member.span, person: member.name)
    if others.contains(where: { $0.staff == staff && $0.span.overlaps(fitted) }) {
      throw Refusal.invalid("\(member.name) leads this group in these days already.", field: "staff")
    }
    return fitted
  }

  @discardableResult
  private func insert(_ staff: ID<StaffMember>, _ span: Span, _ share: TimeShare, _ group: ID<Group>) throws
    -> ID<GroupLead>
  {
    let id = connection.newID(GroupLead.self)
    try connection.run(
      """
      INSERT INTO group_leads (organisation_id, id, group_id, staff_id, share_top, share_bottom, from_day, until_day,
        written_at)
      VALUES (\(organisation), \(id), \(group), \(staff), \(share.numerator), \(share.denominator), \(span.from),
        \(span.until), \(connection.now))
      """)
    try record("added", group, before: nil, after: (staff, span, share))
    return id
  }

  private typealias Fact = (staff: ID<StaffMember>, span: Span, share: TimeShare)

  private func record(_ act: String, _ group: ID<Group>, before: Fact?, after: Fact?) throws {
    try connection.record(
      act, "lead", group.text, by: viewer, before: before.map(words) ?? [:], after: after.map(words) ?? [:])
  }

  private func words(_ fact: Fact) -> [String: String] {
    var words = ["staff": fact.staff.text, "share": fact.share.words, "from": fact.span.from.iso]
    words["until"] = fact.span.until?.iso
    return words
  }
}
