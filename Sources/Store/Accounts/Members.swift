package import Domain
package import Foundation
package import SQL

/// An account as one of an organisation's members.
package struct Member: Sendable {
  package let account: Account
  /// Its roles here, those in force and those to come first, then the ended ones.
  package let memberships: [Membership]
  package let staffMember: ID<StaffMember>?
  package let staffName: String?
  /// When it was last used anywhere; nil: never.
  package let lastSeenAt: Date?
  /// Whether its owner has chosen a password: until then it is as good as invited.
  package let hasPassword: Bool

  package func roles(on day: Day) -> Set<Role> {
    Set(memberships.filter { $0.span.contains(day) }.map(\.role))
  }
}

/// Who has an account in the viewer's organisation, and which role. Nobody gives or takes rights beyond their own.
package struct Members {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// Everybody who has or had a role here, by name.
  package func all() throws -> [Member] { try members("TRUE") }

  package func member(_ account: ID<Account>) throws -> Member {
    guard let member = try members("a.id = \(account)").first else { throw Refusal.notFound() }
    return member
  }

  /// Whether the account has or had a role here.
  package func isMember(_ account: ID<Account>) throws -> Bool { try !members("a.id = \(account)").isEmpty }

  /// Gives `account` a role from a day until a day. Refuses a role that the viewer may not give, and one that it has
  /// already on any of these days.
  @discardableResult
  package func grant(_ role: Role, to account: ID<Account>, during span: Span) throws -> ID<Membership> {
    try mustGrant(role)
    let spans = try connection.rows(
      """
      SELECT from_day, until_day FROM memberships
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account) AND role = \(role.rawValue)
      """
    ) { $0.span(0) }
    if spans.contains(where: { $0.overlaps(span) }) {
      throw Refusal(.conflict, "This account has the role of \(role.name) in that time already.", field: "role")
    }
    let id = connection.newID(Membership.self)
    try connection.run(
      """
      INSERT INTO memberships (organisation_id, id, account_id, role, from_day, until_day, granted_by, written_at)
      VALUES (\(viewer.organisation), \(id), \(account), \(role.rawValue), \(span.from), \(span.until),
        \(viewer.name), \(connection.now))
      """)
    try record("added", account, after: MemberWords.of(role, span))
    return id
  }

  /// Ends a role: after `lastDay`, or at once where that is nil. Refuses where nobody would be left to manage members.
  package func end(_ id: ID<Membership>, after lastDay: Day?, today: Day) throws {
    let membership = try membership(id)
    try mustGrant(membership.role)
    let last = lastDay ?? today.previous
    guard last >= today.previous else {
      throw Refusal.invalid("A role can end today or later. What was done under it stays.", field: "last-day")
    }
    if let until = membership.span.until, until < today {
      throw Refusal.conflict("This role has ended already.")
    }
    if lastDay == nil { try mustLeaveAManager(without: membership, today: today) }
    if last < membership.span.from {
      try connection.run(
        "DELETE FROM memberships WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    } else {
      try connection.run(
        """
        UPDATE memberships SET until_day = \(last) WHERE organisation_id = \(viewer.organisation) AND id = \(id)
        """)
    }
    try record(
      "ended", membership.account, before: MemberWords.of(membership.role, membership.span),
      after: ["role": membership.role.name, "last day": lastDay?.words ?? "at once"])
  }

  /// Ties an account to a staff record, hence "my groups" and "my class"; nil unties it. Refuses a record that another
  /// account is tied to.
  package func link(_ account: ID<Account>, to staff: ID<StaffMember>?) throws {
    try viewer.must(.do, .members)
    let before = try member(account)
    if let staff {
      let holder: ID<Account>?? = try connection.first(
        "SELECT account_id FROM staff WHERE organisation_id = \(viewer.organisation) AND id = \(staff)"
      ) { $0.idOrNil(0) }
      guard let holder else { throw Refusal.invalid("Choose somebody from the list of staff.", field: "staff") }
      if let holder, holder != account {
        throw Refusal(.conflict, "That member of staff is linked to another account.", field: "staff")
      }
    }
    try connection.run(
      """
      UPDATE staff SET account_id = NULL, version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)
      """)
    if let staff {
      try connection.run(
        """
        UPDATE staff SET account_id = \(account), version = version + 1
        WHERE organisation_id = \(viewer.organisation) AND id = \(staff)
        """)
    }
    try record(
      "linked", account, before: ["staff record": before.staffName ?? "none"],
      after: ["staff record": try member(account).staffName ?? "none"])
  }

  /// Whether the viewer may make a reset link for this account: all its roles, anywhere, are in this school, and all are
  /// roles that the viewer could give. Otherwise the link would be a way to rights beyond one's own.
  package func mayReset(_ account: ID<Account>) throws -> Bool {
    guard viewer.may(.do, .members), account != viewer.account else { return false }
    let elsewhere = try connection.exists(
      "SELECT 1 FROM memberships WHERE account_id = \(account) AND organisation_id <> \(viewer.organisation)")
    let member = try member(account)
    return !elsewhere && member.account.disabledAt == nil
      && member.memberships.allSatisfy { viewer.grantableRoles.contains($0.role) }
  }

  /// Notes that a reset link was made.
  package func recordReset(of account: ID<Account>) throws { try record("password reset issued", account) }

  /// Staff records that an account could be tied to: those in force with no account, and the account's own.
  package func linkableStaff(for account: ID<Account>?, on day: Day) throws -> [(id: ID<StaffMember>, name: String)] {
    try viewer.must(.see, .members)
    return try connection.rows(
      """
      SELECT id, name FROM staff
      WHERE organisation_id = \(viewer.organisation) AND (until_day IS NULL OR until_day >= \(day))
        AND (account_id IS NULL OR account_id = \(account?.text ?? ""))
      ORDER BY sort_name
      """
    ) { ($0.id(0), $0.text(1)) }
  }

  func mustGrant(_ role: Role) throws {
    try viewer.must(.do, .members)
    guard viewer.grantableRoles.contains(role) else {
      throw Refusal(
        .refused,
        "You cannot give or take the role of \(role.name): it reaches further than your own. The head teacher or the "
          + "operator can.", field: "role")
    }
  }

  func record(
    _ act: String, _ account: ID<Account>, before: [String: String] = [:], after: [String: String] = [:]
  ) throws {
    try connection.record(act, "member", account.text, by: viewer, before: before, after: after)
  }
}

extension Members {
  private func members(_ condition: SQL) throws -> [Member] {
    try viewer.must(.see, .members)
    var found: [Member] = []
    try connection.each(
      """
      SELECT a.id, a.email, a.name, a.disabled_at, a.last_day, a.one_time_confirmed_at,
        m.id, m.role, m.from_day, m.until_day, f.id, f.name,
        (SELECT MAX(s.last_seen_at) FROM sessions s WHERE s.account_id = a.id),
        CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END
      FROM memberships m JOIN accounts a ON a.id = m.account_id
      LEFT JOIN staff f ON f.organisation_id = m.organisation_id AND f.account_id = a.id
      WHERE m.organisation_id = \(viewer.organisation) AND \(condition)
      ORDER BY a.name, a.id, CASE WHEN m.until_day IS NULL THEN 0 ELSE 1 END, m.until_day DESC, m.id
      """
    ) { row in
      guard let role = Role(rawValue: row.text(7)) else { return }
      let account = Accounts.account(row)
      let membership = Membership(
        id: row.id(6), account: account.id, organisation: viewer.organisation, role: role, span: row.span(8))
      let earlier = found.last?.account.id == account.id ? found.removeLast().memberships : []
      found.append(
        Member(
          account: account, memberships: earlier + [membership], staffMember: row.idOrNil(10),
          staffName: row.textOrNil(11), lastSeenAt: row.momentOrNil(12), hasPassword: row.int(13) == 1))
    }
    return found
  }

  private func membership(_ id: ID<Membership>) throws -> Membership {
    let found = try connection.first(
      """
      SELECT account_id, role, from_day, until_day FROM memberships
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """
    ) { row in
      Role(rawValue: row.text(1)).map {
        Membership(id: id, account: row.id(0), organisation: viewer.organisation, role: $0, span: row.span(2))
      }
    }
    guard let membership = found ?? nil else { throw Refusal.notFound() }
    return membership
  }

  /// A school that nobody could let anybody into would need the operator.
  private func mustLeaveAManager(without membership: Membership, today: Day) throws {
    let managing = Role.allCases.filter { $0.reach(.do, .members) != .none }
    guard managing.contains(membership.role) else { return }
    let others = try connection.exists(
      """
      SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.organisation_id = \(viewer.organisation) AND m.id <> \(membership.id)
        AND m.role IN (\(SQL.list(managing.map(\.rawValue)))) AND m.from_day <= \(today)
        AND (m.until_day IS NULL OR m.until_day >= \(today)) AND a.disabled_at IS NULL
      """)
    if !others {
      throw Refusal.conflict(
        "Nobody would be left who can invite colleagues. Give somebody else that right first.")
    }
  }
}

/// A role and its dates in the words of history.
enum MemberWords {
  static func of(_ role: Role, _ span: Span) -> [String: String] {
    ["role": role.name, "first day": span.from.words, "last day": span.until?.words ?? "none"]
  }
}
