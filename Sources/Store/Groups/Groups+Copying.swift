package import Domain
import SQL

extension Groups {
  /// The dates of the term that follows the group: after its last day, or after `today` where it has none. Nil where the
  /// calendar knows no such term.
  package func nextTerm(after group: Group, today: Day) throws -> Term? {
    let calendar = try SchoolCalendars.load(organisation, connection)
    return calendar.nextTerm(after: group.span.until ?? today)
  }

  /// The same provision again in other days: as it was on its last day, with the leads who still work here and the pupils who
  /// are still on the roll. What was bought for it is not bought again. Refuses days that overlap the group's own. A copy
  /// counts as a change of the group, so that one that is sent twice is made once.
  package func copy(_ id: ID<Group>, to span: Span, version: Int? = nil) throws -> ID<Group> {
    let group = try changing(id)
    try mustBe(version, of: group)
    guard !group.span.overlaps(span) else {
      throw Refusal.invalid("The group still runs then: it runs \(group.span.words).", field: "from")
    }
    let last = group.span.until ?? span.from.previous
    var details = group.details
    details.span = span
    let schedule = try schedules(of: "= \(id)")[id]?.last { $0.dated.span.contains(last) }?.dated.schedule
    var new = NewGroup(details, schedule: try schedule.map { try $0.free() })
    let leads = try leads(of: id).filter { $0.span.contains(last) }
    let here = try employment(of: leads.map(\.staff))
    new.leads = leads.filter { here[$0.staff]?.span.overlaps(span) == true }.map { NewLead($0.staff, share: $0.share) }
    let members = try places(in: id).filter { $0.span.contains(last) }
    let roll = try roll(of: members.map(\.pupil))
    new.members = members.filter { roll[$0.pupil]?.span.overlaps(span) == true }.map {
      NewMember($0.pupil, stream: $0.stream, weight: $0.weight)
    }
    try touch(id)
    return try add(new)
  }
}

extension Schedule {
  /// Without the day that a single session was given: in other days it lies elsewhere.
  func free() throws -> Schedule {
    if case .once = pattern { return try Schedule(minutes: minutes, .once(nil)) }
    return self
  }
}
