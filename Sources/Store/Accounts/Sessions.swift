package import Domain
package import Foundation
package import SQL

/// A session that is in force, with its account and the places that the account may go to today.
package struct OpenSession: Sendable {
  package let id: String
  package let account: ID<Account>
  package let name: String
  package let email: String
  package let hasSecondFactor: Bool
  /// When the second factor was given in this session; nil: not yet.
  package let secondFactorAt: Date?
  /// One of the demonstration's doors, without a second factor.
  package let isDemonstration: Bool
  package let lastSeenAt: Date
  package let desks: [Desk]
  package let areaDesks: [AreaDesk]

  /// A school in which the account has roles today.
  package struct Desk: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
    /// The school's key in addresses.
    package let urn: String
    package var roles: Set<Role>
    package let staffMember: ID<StaffMember>?
  }

  /// An area in which the account has roles today.
  package struct AreaDesk: Sendable, Hashable {
    package let organisation: ID<Organisation>
    /// The project's title.
    package let title: String
    /// The area's key in addresses.
    package let address: String
    package var roles: Set<AreaRole>
    package let participant: ID<Participant>?
    package let isConfirmed: Bool
  }

  package func areaViewer(in organisation: ID<Organisation>) -> AreaViewer? {
    guard let desk = areaDesks.first(where: { $0.organisation == organisation }) else { return nil }
    return AreaViewer(
      account: account, organisation: organisation, roles: desk.roles, participant: desk.participant,
      isConfirmed: desk.isConfirmed, name: name)
  }

  package func viewer(in organisation: ID<Organisation>) -> Viewer? {
    guard let desk = desks.first(where: { $0.organisation == organisation }) else { return nil }
    return Viewer(
      account: account, organisation: organisation, roles: desk.roles, staffMember: desk.staffMember, name: name)
  }

  /// Whether the second factor has still to be given: it is required here, or its owner has set one up.
  package var awaitsSecondFactor: Bool {
    secondFactorAt == nil && !isDemonstration && (hasSecondFactor || needsSecondFactor)
  }

  /// Whether anywhere the account may see pupils' names, so that a second factor is required.
  package var needsSecondFactor: Bool {
    !isDemonstration && desks.contains { viewer(in: $0.organisation)?.seesNames ?? false }
  }
}

/// Sessions end after 12 hours or 60 idle minutes; their tokens are kept as hashes only.
package enum Sessions {
  package static let longest: TimeInterval = 12 * 3600
  package static let longestIdle: TimeInterval = 60 * 60

  /// The session of a token, its account and memberships, in one statement. Nil when it is unknown, ended, too old, idle
  /// for too long, or when its account is disabled or has ended.
  package static func open(tokenHash: String, on today: Day, _ connection: any Connection) throws -> OpenSession? {
    let idleSince = connection.now.addingTimeInterval(-longestIdle)
    var session: OpenSession?
    var desks: [OpenSession.Desk] = []
    var areaDesks: [OpenSession.AreaDesk] = []
    try connection.each(
      """
      SELECT s.id, s.account_id, a.name, a.email, a.one_time_confirmed_at, s.second_factor_at, s.is_demonstration,
        s.last_seen_at, m.organisation_id, o.name, c.urn, m.role, f.id, r.address, r.title, p.participant_id,
        p.confirmed_at
      FROM sessions s
      JOIN accounts a ON a.id = s.account_id
      LEFT JOIN memberships m ON m.account_id = a.id AND m.from_day <= \(today)
        AND (m.until_day IS NULL OR m.until_day >= \(today))
      LEFT JOIN organisations o ON o.id = m.organisation_id
      LEFT JOIN schools c ON c.organisation_id = m.organisation_id
      LEFT JOIN staff f ON f.organisation_id = m.organisation_id AND f.account_id = a.id
      LEFT JOIN areas r ON r.organisation_id = m.organisation_id
      LEFT JOIN area_people p ON p.organisation_id = m.organisation_id AND p.account_id = a.id
      WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL AND s.ends_at > \(connection.now)
        AND s.last_seen_at > \(idleSince) AND a.disabled_at IS NULL AND (a.last_day IS NULL OR a.last_day >= \(today))
      ORDER BY o.name, m.organisation_id
      """
    ) { row in
      desk(row, &desks)
      areaDesk(row, &areaDesks)
      session = OpenSession(
        id: row.text(0), account: row.id(1), name: row.text(2), email: row.text(3), hasSecondFactor: !row.isNull(4),
        secondFactorAt: row.momentOrNil(5), isDemonstration: row.bool(6), lastSeenAt: row.moment(7), desks: desks,
        areaDesks: areaDesks)
    }
    return session
  }

  private static func desk(_ row: any Row, _ desks: inout [OpenSession.Desk]) {
    guard let urn = row.textOrNil(10), let role = Role(rawValue: row.text(11)) else { return }
    let organisation: ID<Organisation> = row.id(8)
    if desks.last?.organisation == organisation {
      desks[desks.count - 1].roles.insert(role)
    } else {
      desks.append(
        OpenSession.Desk(
          organisation: organisation, name: row.text(9), urn: urn, roles: [role], staffMember: row.idOrNil(12)))
    }
  }

  private static func areaDesk(_ row: any Row, _ desks: inout [OpenSession.AreaDesk]) {
    guard let address = row.textOrNil(13), let role = AreaRole(rawValue: row.text(11)) else { return }
    let organisation: ID<Organisation> = row.id(8)
    if desks.last?.organisation == organisation {
      desks[desks.count - 1].roles.insert(role)
    } else {
      desks.append(
        OpenSession.AreaDesk(
          organisation: organisation, title: row.text(14), address: address, roles: [role],
          participant: row.idOrNil(15), isConfirmed: !row.isNull(16)))
    }
  }

  /// Begins a session; `label` names the browser to its owner.
  package static func start(
    account: ID<Account>, tokenHash: String, label: String, secondFactorGiven: Bool, isDemonstration: Bool,
    _ connection: any Connection
  ) throws {
    let now = connection.now
    try connection.run(
      """
      INSERT INTO sessions (token_hash, id, account_id, created_at, last_seen_at, ends_at, second_factor_at,
        is_demonstration, label)
      VALUES (\(tokenHash), \(connection.newID(OpenSession.self)), \(account), \(now), \(now),
        \(now.addingTimeInterval(longest)), \(secondFactorGiven ? now : nil), \(isDemonstration), \(label))
      """)
  }

  /// Notes that the session was used; asked for at most once a minute.
  package static func seen(tokenHash: String, _ connection: any Connection) throws {
    try connection.run("UPDATE sessions SET last_seen_at = \(connection.now) WHERE token_hash = \(tokenHash)")
  }

  /// Notes that the second factor was given, and gives the session a new token, as every step up does (OWASP ASVS 5.0,
  /// 7.2.4).
  package static func giveSecondFactor(
    tokenHash: String, renewedAs newHash: String, _ connection: any Connection
  ) throws {
    try connection.run(
      """
      UPDATE sessions SET second_factor_at = \(connection.now), token_hash = \(newHash)
      WHERE token_hash = \(tokenHash) AND ended_at IS NULL
      """)
  }

  /// Ends one session of `account`, by its id; false when there is none, or it is somebody else's.
  package static func end(id: String, of account: ID<Account>, _ connection: any Connection) throws -> Bool {
    try connection.run(
      """
      UPDATE sessions SET ended_at = \(connection.now)
      WHERE id = \(id) AND account_id = \(account) AND ended_at IS NULL
      """) == 1
  }

  package static func endAll(of account: ID<Account>, except tokenHash: String? = nil, _ connection: any Connection)
    throws
  {
    try connection.run(
      """
      UPDATE sessions SET ended_at = \(connection.now)
      WHERE account_id = \(account) AND ended_at IS NULL AND token_hash <> \(tokenHash ?? "")
      """)
  }

  /// Whose session a token once was, ended or not: so that a form that outlived its session is handed back to the same
  /// person only.
  package static func formerAccount(tokenHash: String, _ connection: any Connection) throws -> ID<Account>? {
    try connection.first("SELECT account_id FROM sessions WHERE token_hash = \(tokenHash)") { $0.id(0) }
  }
}
