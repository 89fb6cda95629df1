package import Domain
import SQL

extension Groups {
  /// Puts right what is said of the group as a whole, its dates among it. Schedules, leads and places that began or ended
  /// with the group still do. Refuses dates that others of them would stick out of, and a group that somebody else has changed
  /// since `version`.
  package func correct(_ id: ID<Group>, to new: GroupDetails, version: Int) throws {
    let old = try changing(id)
    try mustBe(version, of: old)
    let details = try new.checked()
    if details.isConfidential { try mustKeepConfidential() }
    try mustStand(details)
    if details.span != old.span { try move(old, to: details.span) }
    try connection.run(
      """
      UPDATE groups SET type_id = \(details.type), heading_id = \(details.heading), name = \(details.name),
        from_day = \(details.span.from), until_day = \(details.span.until), place = \(details.place),
        note = \(details.note), strand = \(details.strand?.rawValue), level = \(details.level), area = \(details.area),
        is_confidential = \(details.isConfidential), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try connection.run("DELETE FROM group_years WHERE organisation_id = \(organisation) AND group_id = \(id)")
    try writeYears(details.years, of: id)
    let (before, after) = (words(old), words(Group(id: id, details: details, version: version + 1)))
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    try connection.record(
      "corrected", "group", id.text, by: viewer, before: before.filter { changed.contains($0.key) },
      after: after.filter { changed.contains($0.key) })
  }

  /// The group's last day: open places, leads and schedules end with it, and what would have begun later never does. What it
  /// cost up to that day stays.
  package func end(_ id: ID<Group>, on day: Day, version: Int) throws {
    let group = try changing(id)
    try mustBe(version, of: group)
    guard day >= group.span.from else {
      throw Refusal.invalid("The group begins on \(group.span.from.words).", field: "until")
    }
    guard day <= (group.span.until ?? .distantFuture) else {
      throw Refusal.invalid("The group ends on \(group.span.until!.words). To go on, extend it.", field: "until")
    }
    for member in try places(in: id) where (member.span.until ?? .distantFuture) > day {
      guard let span = Span(member.span.from, day) else {
        try delete(member)
        continue
      }
      try rewrite(member, as: member.with(span), act: "ended")
    }
    for lead in try leads(of: id) where (lead.span.until ?? .distantFuture) > day {
      guard let span = Span(lead.span.from, day) else {
        try delete(lead)
        continue
      }
      try rewrite(lead, span: span, share: lead.share, act: "ended")
    }
    try connection.run(
      """
      DELETE FROM group_slots WHERE organisation_id = \(organisation) AND schedule_id IN (
        SELECT id FROM group_schedules WHERE organisation_id = \(organisation) AND group_id = \(id) AND from_day > \(day))
      """)
    try connection.run(
      "DELETE FROM group_schedules WHERE organisation_id = \(organisation) AND group_id = \(id) AND from_day > \(day)")
    try connection.run(
      """
      UPDATE group_schedules SET until_day = \(day)
      WHERE organisation_id = \(organisation) AND group_id = \(id) AND (until_day IS NULL OR until_day > \(day))
      """)
    try setLastDay(of: group, to: day, act: "ended")
  }

  /// A later last day, or none: what ended with the group goes on with it, as far as pupils and staff are here.
  package func extend(_ id: ID<Group>, until day: Day?, version: Int) throws {
    let group = try changing(id)
    try mustBe(version, of: group)
    guard let old = group.span.until, (day ?? .distantFuture) > old else {
      throw Refusal.invalid(
        group.span.until.map { "The group ends on \($0.words): choose a later day." } ?? "The group has no last day.",
        field: "until")
    }
    try move(group, to: Span(group.span.from, day)!)
    try setLastDay(of: group, to: day, act: "extended")
  }

  private func setLastDay(of group: Group, to day: Day?, act: String) throws {
    try connection.run(
      """
      UPDATE groups SET until_day = \(day), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(group.id)
      """)
    try connection.record(
      act, "group", group.id.text, by: viewer, before: ["until": group.span.until?.iso ?? "open"],
      after: ["until": day?.iso ?? "open"])
  }

  private func move(_ group: Group, to new: Span) throws {
    let old = group.span
    let members = try places(in: group.id)
    let roll = try roll(of: members.map(\.pupil))
    for member in members {
      guard let pupil = roll[member.pupil], let span = member.span.moved(from: old, to: new, here: pupil.span) else {
        throw sticksOut("A pupil's place", member.span)
      }
      if span != member.span { try rewrite(member, as: member.with(span), act: "moved") }
    }
    let leads = try leads(of: group.id)
    let here = try employment(of: leads.map(\.staff))
    for lead in leads {
      guard let staff = here[lead.staff], let span = lead.span.moved(from: old, to: new, here: staff.span) else {
        throw sticksOut("Somebody's time as its lead", lead.span)
      }
      if span != lead.span { try rewrite(lead, span: span, share: lead.share, act: "moved") }
    }
    for (id, dated) in try schedules(of: "= \(group.id)")[group.id] ?? [] {
      guard let span = dated.span.moved(from: old, to: new, here: Span(min(old.from, new.from))!) else {
        throw sticksOut("One of its timetables", dated.span)
      }
      try connection.run(
        """
        UPDATE group_schedules SET from_day = \(span.from), until_day = \(span.until)
        WHERE organisation_id = \(organisation) AND id = \(id)
        """)
    }
  }

  private func sticksOut(_ what: String, _ span: Span) -> Refusal {
    .invalid("\(what) would lie outside these dates: \(span.words). Change that first.", field: "from")
  }
}

extension GroupMember {
  func with(_ span: Span) -> GroupMember {
    GroupMember(id: id, group: group, pupil: pupil, span: span, weight: weight, stream: stream)
  }
}
