package import Domain
import SQL

extension Groups {
  /// Places for these pupils from a day on, as long as the group runs and each is on the roll; with a first day before a
  /// pupil came, from that pupil's first day. Refuses a pupil who has a place in those days already.
  package func addMembers(
    _ pupils: [ID<Pupil>], to id: ID<Group>, from day: Day, until: Day? = nil, stream: ID<FundingStream>? = nil,
    weight: Int = 1
  ) throws {
    let wanted = try Groups.wanted(from: day, until: until)
    try addMembers(pupils.map { NewMember($0, stream: stream, weight: weight, span: wanted) }, to: id)
  }

  /// The same where each has a funding stream, a weight or days of their own.
  package func addMembers(_ members: [NewMember], to id: ID<Group>) throws {
    let group = try changing(id)
    let roll = try roll(of: members.map(\.pupil))
    let fitted = members.map { member in
      var member = member
      if let wanted = member.span, let first = roll[member.pupil]?.span.from, first > wanted.from {
        member.span = Span(first, wanted.until) ?? wanted
      }
      return member
    }
    try insert(fitted, into: group)
    try touch(id)
  }

  /// The last day of a pupil's place. What it cost up to that day stays.
  package func endMember(_ id: ID<GroupMember>, on day: Day, version: Int? = nil) throws {
    let (member, group) = try place(id)
    try mustBe(version, of: group)
    guard day >= member.span.from else {
      throw Refusal.invalid("The place begins on \(member.span.from.words).", field: "until")
    }
    guard day <= (member.span.until ?? .distantFuture) else {
      throw Refusal.invalid("The place ends on \(member.span.until!.words) already.", field: "until")
    }
    let ended = GroupMember(
      id: id, group: group.id, pupil: member.pupil, span: Span(member.span.from, day)!, weight: member.weight,
      stream: member.stream)
    try rewrite(member, as: ended, act: "ended")
    try touch(group.id)
  }

  /// Puts right what was written of a place, from its own first day. Refuses days that overlap another place of the same
  /// pupil in the group, and a group that somebody else has changed since `version`.
  package func correctMember(
    _ id: ID<GroupMember>, span: Span, stream: ID<FundingStream>?, weight: Int, version: Int
  ) throws {
    let (member, group) = try place(id)
    try mustBe(version, of: group)
    guard let pupil = try roll(of: [member.pupil])[member.pupil] else { throw Refusal.notFound() }
    let fitted = try Span.fitting(span, in: group.span, here: pupil.span, person: pupil.name)
    let others = try places(in: group.id).filter { $0.id != id && $0.pupil == member.pupil }
    if others.contains(where: { $0.span.overlaps(fitted) }) {
      throw Refusal.invalid("\(pupil.name) has a place in some of these days already.", field: "from")
    }
    try Groups.check(weight: weight)
    try mustHave(stream.map { [$0] } ?? [])
    let corrected = GroupMember(
      id: id, group: group.id, pupil: member.pupil, span: fitted, weight: weight, stream: stream)
    try rewrite(member, as: corrected, act: "corrected")
    try touch(group.id)
  }

  /// Takes back a place that was never meant: as if it had not been, but for history.
  package func removeMember(_ id: ID<GroupMember>, version: Int) throws {
    let (member, group) = try place(id)
    try mustBe(version, of: group)
    try delete(member)
    try touch(group.id)
  }

  func insert(_ members: [NewMember], into group: Group) throws {
    if members.isEmpty { return }
    let roll = try roll(of: members.map(\.pupil))
    try mustHave(Set(members.compactMap(\.stream)))
    var taken = Dictionary(grouping: try places(in: group.id), by: \.pupil).mapValues { $0.map(\.span) }
    for member in members {
      guard let pupil = roll[member.pupil] else {
        throw Refusal.invalid("One of these pupils is not on this school's roll.", field: "pupils")
      }
      try Groups.check(weight: member.weight)
      let span = try Span.fitting(member.span, in: group.span, here: pupil.span, person: pupil.name)
      if taken[member.pupil, default: []].contains(where: { $0.overlaps(span) }) {
        throw Refusal.invalid("\(pupil.name) has a place in this group in these days already.", field: "pupils")
      }
      taken[member.pupil, default: []].append(span)
      try insert(
        GroupMember(
          id: connection.newID(), group: group.id, pupil: member.pupil, span: span, weight: member.weight,
          stream: member.stream))
    }
  }

  func rewrite(_ old: GroupMember, as new: GroupMember, act: String) throws {
    try connection.run(
      """
      UPDATE group_members SET from_day = \(new.span.from), until_day = \(new.span.until), weight = \(new.weight),
        stream_id = \(new.stream)
      WHERE organisation_id = \(organisation) AND id = \(old.id)
      """)
    try record(act, old: old, new: new)
  }

  func delete(_ member: GroupMember) throws {
    try connection.run("DELETE FROM group_members WHERE organisation_id = \(organisation) AND id = \(member.id)")
    try record("removed", old: member, new: nil)
  }

  /// Every place in a group, as it is kept; who may see it is not asked.
  func places(in group: ID<Group>) throws -> [GroupMember] {
    try connection.rows(
      """
      SELECT id, group_id, pupil_id, from_day, until_day, weight, stream_id FROM group_members
      WHERE organisation_id = \(organisation) AND group_id = \(group) ORDER BY id
      """, Groups.member)
  }

  static func member(_ row: any Row) -> GroupMember {
    GroupMember(
      id: row.id(0), group: row.id(1), pupil: row.id(2), span: row.span(3), weight: row.int(5), stream: row.idOrNil(6))
  }

  /// Names and time on the roll, for these pupils of this school.
  func roll(of pupils: [ID<Pupil>]) throws -> [ID<Pupil>: (name: String, span: Span)] {
    var roll: [ID<Pupil>: (name: String, span: Span)] = [:]
    try connection.each(
      """
      SELECT id, COALESCE(preferred_forename, forename), surname, joined_on, left_on FROM pupils
      WHERE organisation_id = \(organisation) AND id IN (\(SQL.list(Set(pupils))))
      """
    ) { roll[$0.id(0)] = ("\($0.text(1)) \($0.text(2))", $0.span(3)) }
    return roll
  }

  private func place(_ id: ID<GroupMember>) throws -> (GroupMember, Group) {
    try mustChange()
    let member = try connection.first(
      """
      SELECT id, group_id, pupil_id, from_day, until_day, weight, stream_id FROM group_members
      WHERE organisation_id = \(organisation) AND id = \(id)
      """, Groups.member)
    guard let member else { throw Refusal.notFound() }
    return (member, try changing(member.group))
  }

  private func insert(_ member: GroupMember) throws {
    try connection.run(
      """
      INSERT INTO group_members (organisation_id, id, group_id, pupil_id, weight, stream_id, from_day, until_day,
        written_at)
      VALUES (\(organisation), \(member.id), \(member.group), \(member.pupil), \(member.weight), \(member.stream),
        \(member.span.from), \(member.span.until), \(connection.now))
      """)
    try record("added", old: nil, new: member)
  }

  /// Says nothing of what the group is: more people read a pupil's history than may know of confidential provision.
  private func record(_ act: String, old: GroupMember?, new: GroupMember?) throws {
    guard let member = new ?? old else { return }
    try connection.record(
      act, "place", member.group.text, by: viewer, pupil: member.pupil, before: old.map(words) ?? [:],
      after: new.map(words) ?? [:])
  }

  private func words(_ member: GroupMember) -> [String: String] {
    var words = ["from": member.span.from.iso]
    words["until"] = member.span.until?.iso
    if member.weight != 1 { words["weight"] = String(member.weight) }
    words["funding stream"] = member.stream?.text
    return words
  }

  private func mustHave(_ streams: Set<ID<FundingStream>>) throws {
    if streams.isEmpty { return }
    let found = try connection.count(
      """
      SELECT COUNT(*) FROM funding_streams WHERE organisation_id = \(organisation) AND id IN (\(SQL.list(streams)))
      """)
    guard found == streams.count else { throw Refusal.invalid("Choose a funding stream.", field: "stream") }
  }

  private static func check(weight: Int) throws {
    guard (1...1000).contains(weight) else {
      throw Refusal.invalid("A pupil's weight is a whole number from 1 to 1,000.", field: "weight")
    }
  }

  private static func wanted(from: Day, until: Day?) throws -> Span {
    guard let span = Span(from, until) else {
      throw Refusal.invalid("The last day is before the first.", field: "until")
    }
    return span
  }
}
