package import Domain
import SQL

extension Staff {
  /// From `day` on somebody works in another role. What they led until then keeps the rate of the role of then. A change
  /// that was planned for later stays planned. Refuses days on which they do not work here, the role that they have then,
  /// and an older `version`.
  package func changeRole(
    _ id: ID<StaffMember>, to role: ID<PayRole>, from day: Day, version: Int? = nil
  ) throws {
    try holding(id, version: version, "changed") { member, timeline in
      _ = try self.role(role)
      try mustWork(member, on: day)
      guard member.roles.on(day) != role else {
        throw Refusal.invalid("\(member.name) has this role on that day already.", field: "role")
      }
      timeline.change(to: role, from: day)
    }
  }

  /// The role that begins on `first` should have been this one, from this day: what was led in it is priced anew. The first
  /// role always begins with the first day here. Refuses days that would pass another role's, and an older `version`.
  package func correctRole(
    _ id: ID<StaffMember>, beginningOn first: Day, to role: ID<PayRole>, from day: Day, version: Int? = nil
  ) throws {
    try holding(id, version: version, "corrected") { member, timeline in
      _ = try self.role(role)
      guard let fact = timeline.beginning(on: first) else { throw Refusal.notFound() }
      let isFirst = timeline.facts.first == fact
      if !isFirst { try mustWork(member, on: day) }
      guard let span = Span(isFirst ? first : day, fact.span.until) else {
        throw Refusal.invalid("That is after this role has ended.", field: "from")
      }
      try timeline.correct(beginningOn: first, to: role, span)
    }
  }

  /// The role that begins on `first` was never theirs: the one before goes on. Refuses their first.
  package func removeRole(_ id: ID<StaffMember>, beginningOn first: Day, version: Int? = nil) throws {
    try holding(id, version: version, "removed") { member, timeline in
      guard timeline.facts.first?.span.from != first else {
        throw Refusal.invalid("\(member.name) always has a role: put this one right instead.", field: "role")
      }
      try timeline.remove(beginningOn: first)
    }
  }

  /// Changes the roles of one person, and writes what became different with its line of history.
  private func holding(
    _ id: ID<StaffMember>, version: Int?, _ act: String,
    _ change: (StaffMember, inout Timeline<ID<PayRole>>) throws -> Void
  ) throws {
    try viewer.must(.do, .staff)
    guard let member = try find(id) else { throw Refusal.notFound() }
    if let version, version != member.version { throw changedMeanwhile(member) }
    var timeline = member.roles.timeline
    try change(member, &timeline)
    if timeline == member.roles.timeline { return }
    try Staff.roleTable.replace(
      member.roles.timeline.facts, by: timeline.facts, of: id, in: viewer.organisation, connection)
    try connection.run(
      "UPDATE staff SET version = version + 1 WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record(
      act, "staff", id.text, by: viewer, before: ["role": try words(member.roles.timeline)],
      after: ["role": try words(timeline)])
  }

  private func mustWork(_ member: StaffMember, on day: Day) throws {
    guard member.span.contains(day) else {
      throw Refusal.invalid(
        "\(member.name) works here \(member.span.words). Choose one of these days.", field: "from")
    }
  }

  /// `Teaching assistant from 2024-09-01; Teacher from 2026-09-01`.
  private func words(_ timeline: Timeline<ID<PayRole>>) throws -> String {
    let names = Dictionary(uniqueKeysWithValues: try roles().map { ($0.id, $0.name) })
    return timeline.facts.map { "\(names[$0.value] ?? "") from \($0.span.from.iso)" }.joined(separator: "; ")
  }

  static let roleTable = DatedTable<ID<PayRole>>(
    "staff_roles", of: "staff_id", columns: "role_id", write: { [$0.sqlValue] }, read: { $0.id($1) })

  /// The roles of each of `members`; nil: of everybody who works or worked here.
  static func heldRoles(
    of members: [ID<StaffMember>]? = nil, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> [ID<StaffMember>: HeldRoles] {
    try roleTable.facts(of: members, in: organisation, connection).compactMapValues { HeldRoles(Timeline($0)) }
  }
}
