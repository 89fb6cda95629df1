package import Domain
package import SQL

/// That a school lets a moderator or inspector read one pupil's record, from a day until a day.
package struct CaseOpening: Hashable, Sendable {
  package let id: ID<CaseOpening>
  package let account: ID<Account>
  package let pupil: ID<Pupil>
  package let pupilName: String
  package let from: Day
  package let until: Day
  package let openedBy: String
}

/// The cases that the viewer's school has opened to accounts that see none otherwise.
package struct CaseOpenings {
  /// Longer than any inspection; a case is not left open by forgetting.
  package static let mostDays = 92

  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// What has been opened to `account` and not ended before `day`, by the pupils' names.
  package func open(to account: ID<Account>, on day: Day) throws -> [CaseOpening] {
    try mustSee()
    return try connection.rows(
      """
      SELECT c.id, c.account_id, c.pupil_id, p.forename, p.preferred_forename, p.surname, c.from_day, c.until_day,
        c.opened_by
      FROM case_openings c
      JOIN pupils p ON p.organisation_id = c.organisation_id AND p.id = c.pupil_id
      WHERE c.organisation_id = \(viewer.organisation) AND c.account_id = \(account) AND c.until_day >= \(day)
      ORDER BY p.sort_name, c.from_day
      """
    ) { row in
      CaseOpening(
        id: row.id(0), account: row.id(1), pupil: row.id(2),
        pupilName: "\(row.text(5)), \(row.textOrNil(4) ?? row.text(3))", from: row.day(6), until: row.day(7),
        openedBy: row.text(8))
    }
  }

  /// The pupils whose case could be opened: everybody who is on the roll on `day`, by name.
  package func choices(on day: Day) throws -> [(id: ID<Pupil>, name: String)] {
    try mustSee()
    return try connection.rows(
      """
      SELECT id, forename, preferred_forename, surname FROM pupils
      WHERE organisation_id = \(viewer.organisation) AND joined_on <= \(day) AND (left_on IS NULL OR left_on >= \(day))
      ORDER BY sort_name
      """
    ) { ($0.id(0), "\($0.text(3)), \($0.textOrNil(2) ?? $0.text(1))") }
  }

  /// Opens pupils' cases to `account` from today until `lastDay`. Refuses an account that is no moderator here. Where a
  /// case is open already, its last day becomes this one.
  package func open(_ pupils: [ID<Pupil>], to account: ID<Account>, until lastDay: Day, today: Day) throws {
    try mustDo()
    guard try Members(viewer, connection).member(account).roles(on: today).contains(.moderator) else {
      throw Refusal.conflict("Cases are opened to moderators and inspectors only.")
    }
    var refusals = Refusals()
    if pupils.isEmpty { refusals.add("Choose at least one pupil.", field: "pupil") }
    if lastDay < today { refusals.add("The last day has passed already.", field: "cases-until") }
    if lastDay - today > Self.mostDays {
      refusals.add(
        "A case can be open for \(Self.mostDays) days at most. It can be opened again.", field: "cases-until")
    }
    try refusals.throwIfAny()
    let known = Set(try choices(on: today).map(\.id))
    guard pupils.allSatisfy(known.contains) else { throw Refusal.notFound() }
    for pupil in pupils { try open(pupil, to: account, until: lastDay, today: today) }
  }

  /// Closes a case at once.
  package func close(_ id: ID<CaseOpening>) throws {
    try mustDo()
    let found = try connection.first(
      """
      SELECT account_id, pupil_id FROM case_openings WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """
    ) { (account: ID<Account>($0.text(0)), pupil: ID<Pupil>($0.text(1))) }
    guard let found, let account = found.account, let pupil = found.pupil else { throw Refusal.notFound() }
    try connection.run("DELETE FROM case_openings WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record("closed to a moderator", "case", account.text, by: viewer, pupil: pupil)
  }

  private func open(_ pupil: ID<Pupil>, to account: ID<Account>, until lastDay: Day, today: Day) throws {
    let changed = try connection.run(
      """
      UPDATE case_openings SET until_day = \(lastDay), opened_by = \(viewer.name), written_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account) AND pupil_id = \(pupil)
        AND until_day >= \(today)
      """)
    if changed == 0 {
      try connection.run(
        """
        INSERT INTO case_openings (organisation_id, id, account_id, pupil_id, from_day, until_day, opened_by, written_at)
        VALUES (\(viewer.organisation), \(connection.newID(CaseOpening.self)), \(account), \(pupil), \(today),
          \(lastDay), \(viewer.name), \(connection.now))
        """)
    }
    try connection.record(
      "opened to a moderator", "case", account.text, by: viewer, pupil: pupil, after: ["last day": lastDay.words])
  }

  private func mustSee() throws {
    try viewer.must(.see, .members)
    guard viewer.mayAll(.see, .needs) else { throw Refusal.refused() }
  }

  private func mustDo() throws {
    try viewer.must(.do, .members)
    guard viewer.mayAll(.see, .needs) else { throw Refusal.refused() }
  }
}
