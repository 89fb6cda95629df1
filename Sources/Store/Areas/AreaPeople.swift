package import Domain
package import Foundation
package import SQL

/// Who joined an area, and for which organisation.
package struct AreaPeople {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct Person: Sendable, Hashable {
    package let account: ID<Account>
    package let name: String
    package let email: String
    package let participant: ID<Participant>?
    /// What they do there, in their own words.
    package let job: String
    package let joinedAt: Date
    package let confirmedAt: Date?
    package let confirmedBy: String?
    /// The roles in force today.
    package let roles: Set<AreaRole>
    /// How many entries they wrote that are sent in.
    package let entries: Int
    package let remindedAt: Date?
  }

  /// By name. A confirmed contributor gets those of their organisation.
  package func all(on today: Day) throws -> [Person] {
    try viewer.must(.see, .participants)
    let own: SQL =
      viewer.mayAll(.see, .participants)
      ? ""
      : viewer.isConfirmed
        ? "AND p.participant_id = \(viewer.participant)" : "AND p.account_id = \(viewer.account)"
    var found: [Person] = []
    try connection.each(
      """
      SELECT p.account_id, a.name, a.email, p.participant_id, p.job, p.joined_at, p.confirmed_at, p.confirmed_by,
        p.reminded_at, m.role,
        (SELECT COUNT(*) FROM entries e WHERE e.organisation_id = p.organisation_id AND e.account_id = p.account_id
          AND e.state = 'live')
      FROM area_people p JOIN accounts a ON a.id = p.account_id
      LEFT JOIN memberships m ON m.organisation_id = p.organisation_id AND m.account_id = p.account_id
        AND m.from_day <= \(today) AND (m.until_day IS NULL OR m.until_day >= \(today))
      WHERE p.organisation_id = \(viewer.organisation) \(own) ORDER BY a.name, p.account_id
      """
    ) { row in
      let account = row.id(0, Account.self)
      var roles = found.last?.account == account ? found.removeLast().roles : []
      if let role = row.textOrNil(9).flatMap(AreaRole.init(rawValue:)) { roles.insert(role) }
      found.append(
        Person(
          account: account, name: row.text(1), email: row.text(2), participant: row.idOrNil(3), job: row.text(4),
          joinedAt: row.moment(5), confirmedAt: row.momentOrNil(6), confirmedBy: row.textOrNil(7), roles: roles,
          entries: row.int(10), remindedAt: row.momentOrNil(8)))
    }
    return found
  }

  /// Says that somebody works for the organisation that they named: then they see what it entered. For the coordinator,
  /// and for confirmed colleagues of the same organisation.
  package func confirm(_ account: ID<Account>) throws {
    let claimed = try participant(of: account)
    let isColleague = viewer.isConfirmed && viewer.participant == claimed && viewer.may(.do, .participants)
    guard viewer.mayAll(.do, .participants) || isColleague,
      account != viewer.account || viewer.mayAll(.do, .participants)
    else { throw Refusal.notFound() }
    let written = try connection.run(
      """
      UPDATE area_people SET confirmed_at = \(connection.now), confirmed_by = \(viewer.name), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account) AND confirmed_at IS NULL
      """)
    if written == 1 { try connection.record("confirmed", "person", account.text, by: viewer) }
  }

  /// Puts somebody into another organisation of the area; their entries stay with the one for which they wrote them.
  package func move(_ account: ID<Account>, to participant: ID<Participant>) throws {
    try viewer.mustAll(.do, .participants)
    let before = try self.participant(of: account)
    _ = try Participants(viewer, connection).find(participant)
    try connection.run(
      """
      UPDATE area_people SET participant_id = \(participant), confirmed_at = \(connection.now),
        confirmed_by = \(viewer.name), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)
      """)
    try connection.record(
      "moved", "person", account.text, by: viewer, before: ["organisation": before?.text ?? ""],
      after: ["organisation": participant.text])
  }

  /// Ends every role that somebody has in the area, at once. What they entered stays. Refuses to take the last coordinator.
  package func remove(_ account: ID<Account>, today: Day) throws {
    try viewer.mustAll(.do, .members)
    _ = try participant(of: account)
    try mustLeaveACoordinator(without: account, today)
    try endRoles(of: account, "TRUE", today)
    // Whoever comes back by a code says anew for whom, and is confirmed anew.
    try connection.run(
      """
      UPDATE area_people SET confirmed_at = NULL, confirmed_by = NULL, version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)
      """)
    try connection.record("removed", "person", account.text, by: viewer)
  }

  /// Gives an account that has not joined by a code a role from today: the operator's first coordinator.
  package func appoint(_ account: ID<Account>, as role: AreaRole, today: Day) throws {
    guard viewer.grantableRoles.contains(role) else { throw Refusal.refused() }
    try Self.enter(account, by: viewer.name, in: viewer.organisation, connection)
    try grant(role, to: account, today: today)
  }

  /// Gives somebody who joined a role from today: to hand the project on, to let a commissioner read.
  package func grant(_ role: AreaRole, to account: ID<Account>, today: Day) throws {
    guard viewer.grantableRoles.contains(role) else { throw Refusal.refused() }
    _ = try participant(of: account)
    try Self.give(role, to: account, by: viewer.name, from: today, in: viewer.organisation, connection)
    try connection.record("added", "member", account.text, by: viewer, after: ["role": role.name])
  }

  package func end(_ role: AreaRole, of account: ID<Account>, today: Day) throws {
    try viewer.mustAll(.do, .members)
    _ = try participant(of: account)
    if role == .coordinator { try mustLeaveACoordinator(without: account, today) }
    try endRoles(of: account, "role = \(role.rawValue)", today)
    try connection.record("ended", "member", account.text, by: viewer, before: ["role": role.name])
  }

  /// Notes that somebody was reminded.
  package func recordReminder(of accounts: [ID<Account>]) throws {
    try viewer.mustAll(.do, .participants)
    for part in accounts.chunks(of: 400) {
      try connection.run(
        """
        UPDATE area_people SET reminded_at = \(connection.now)
        WHERE organisation_id = \(viewer.organisation) AND account_id IN (\(SQL.list(part)))
        """)
    }
    try connection.record(
      "reminded", "people", viewer.organisation.text, by: viewer, after: ["people": String(accounts.count)])
  }

  private func endRoles(of account: ID<Account>, _ condition: SQL, _ today: Day) throws {
    let here = viewer.organisation
    try connection.run(
      """
      DELETE FROM memberships WHERE organisation_id = \(here) AND account_id = \(account) AND from_day >= \(today)
        AND \(condition)
      """)
    try connection.run(
      """
      UPDATE memberships SET until_day = \(today.previous)
      WHERE organisation_id = \(here) AND account_id = \(account) AND (until_day IS NULL OR until_day >= \(today))
        AND \(condition)
      """)
  }

  private func mustLeaveACoordinator(without account: ID<Account>, _ today: Day) throws {
    let others = try connection.exists(
      """
      SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.organisation_id = \(viewer.organisation) AND m.role = 'coordinator' AND m.account_id <> \(account)
        AND m.from_day <= \(today) AND (m.until_day IS NULL OR m.until_day >= \(today)) AND a.disabled_at IS NULL
      """)
    if !others {
      throw Refusal.conflict("Nobody would be left to coordinate the project. Hand it on to somebody first.")
    }
  }

  private func participant(of account: ID<Account>) throws -> ID<Participant>? {
    let found: ID<Participant>?? = try connection.first(
      """
      SELECT participant_id FROM area_people
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)
      """
    ) { $0.idOrNil(0) }
    guard let found else { throw Refusal.notFound() }
    return found
  }

  /// Puts an account among the area's people without an organisation; nothing where it is there already.
  static func enter(
    _ account: ID<Account>, by name: String, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO area_people (organisation_id, account_id, participant_id, job, joined_at, confirmed_at, confirmed_by,
        terms_id, terms_accepted_at, reminded_at, version)
      VALUES (\(organisation), \(account), NULL, '', \(connection.now), \(connection.now), \(name), NULL, NULL, NULL, 1)
      ON CONFLICT DO NOTHING
      """)
  }

  static func holds(
    _ role: AreaRole, _ account: ID<Account>, in organisation: ID<Organisation>, on day: Day,
    _ connection: any Connection
  ) throws -> Bool {
    try connection.exists(
      """
      SELECT 1 FROM memberships WHERE organisation_id = \(organisation) AND account_id = \(account)
        AND role = \(role.rawValue) AND (until_day IS NULL OR until_day >= \(day))
      """)
  }

  /// Nothing where the role is held already.
  static func give(
    _ role: AreaRole, to account: ID<Account>, by name: String, from today: Day, in organisation: ID<Organisation>,
    _ connection: any Connection
  ) throws {
    if try holds(role, account, in: organisation, on: today, connection) { return }
    try connection.run(
      """
      INSERT INTO memberships (organisation_id, id, account_id, role, from_day, until_day, granted_by, written_at)
      VALUES (\(organisation), \(connection.newID(Membership.self)), \(account), \(role.rawValue), \(today), NULL,
        \(name), \(connection.now))
      """)
  }
}
