import Domain
package import SQL
import Security
import Store

/// A database of the test's own that holds both sample schools and both sample areas.
package func sampleDatabase(_ engine: Engine, clock: TestClock = TestClock()) async throws -> any Database {
  let database = try await freshDatabase(engine, migrations: Schema.migrations, clock: clock)
  try await database.write(keeper: "samples") { connection in
    for school in SampleSchool.both { try school.lay(connection) }
    for area in SampleArea.both { try area.lay(connection) }
  }
  return database
}

/// The rows themselves, written by nobody's act: what the acts do is for the tests to see.
extension SampleSchool {
  /// The first day of everything that has one, in the autumn before the test's "today".
  static let began = Day(2025, 9, 1)!

  package func lay(_ connection: any Connection) throws {
    try laySchool(connection)
    for role in Role.allCases { try lay(person(role), connection) }
    for pupil in pupils { try lay(pupil, connection) }
    try layClasses(connection)
    try layCatalogue(connection)
    try layGroups(connection)
  }

  /// 1 the school, 2–9 its calendar.
  private func laySchool(_ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO organisations (id, kind, name, is_demonstration, created_at)
      VALUES (\(id), 'school', \(name), \(false), \(connection.now))
      """)
    try connection.run(
      """
      INSERT INTO schools (organisation_id, urn, laestab, phase, authority, first_year, last_year, calendar_checked_at,
        version)
      VALUES (\(id), \(urn), NULL, \(phase.rawValue), 'Westmere', \(phase.years.lowerBound), \(phase.years.upperBound),
        \(connection.now), 1)
      """)
    let terms: [(String, Day, Day)] = [
      ("Autumn term", Day(2026, 9, 2)!, Day(2026, 12, 18)!), ("Spring term", Day(2027, 1, 4)!, Day(2027, 3, 25)!),
      ("Summer term", Day(2027, 4, 12)!, Day(2027, 7, 21)!),
    ]
    for (place, term) in terms.enumerated() {
      try connection.run(
        """
        INSERT INTO terms (organisation_id, id, academic_year, name, from_day, until_day)
        VALUES (\(id), \(key(2 + UInt64(place))), \(2026), \(term.0), \(term.1), \(term.2))
        """)
    }
    try connection.run(
      """
      INSERT INTO closures (organisation_id, id, name, from_day, until_day)
      VALUES (\(id), \(key(6)), 'Autumn half-term', \(Day(2026, 10, 26)!), \(Day(2026, 10, 30)!))
      """)
    for (thing, name, kind) in [(101, "Teacher", "teacher"), (102, "Teaching assistant", "teaching-assistant")] {
      try connection.run(
        """
        INSERT INTO pay_roles (organisation_id, id, name, kind)
        VALUES (\(id), \(key(UInt64(thing))), \(name), \(kind))
        """)
      try connection.run(
        """
        INSERT INTO role_rates (organisation_id, id, role_id, hundredths, basis, basis_count, is_reference, source,
          from_day, until_day, written_at)
        VALUES (\(id), \(key(UInt64(thing) + 10)), \(key(UInt64(thing))), \(thing == 101 ? 380_000 : 172_000), 'hour',
          \(1), \(true), 'An invented rate', \(Self.began), NULL, \(connection.now))
        """)
    }
  }

  /// 20–39 accounts, 40–59 memberships, 60–79 staff: see `SamplePerson`.
  private func lay(_ person: SamplePerson, _ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO accounts (id, email, name, password_hash, one_time_secret, one_time_confirmed_at, one_time_last_step,
        disabled_at, last_day, created_at, version)
      VALUES (\(person.account), \(person.email), \(person.name), \(Self.passwordHash), NULL, NULL, \(0), NULL, NULL,
        \(connection.now), \(1))
      """)
    try connection.run(
      """
      INSERT INTO memberships (organisation_id, id, account_id, role, from_day, until_day, granted_by, written_at)
      VALUES (\(id), \(person.membership), \(person.account), \(person.role.rawValue), \(Self.began), NULL,
        'Operator (command line)', \(connection.now))
      """)
    guard let staff = person.staffMember else { return }
    let pay = person.role == .teachingAssistant ? assistantPay : teacherPay
    try connection.run(
      """
      INSERT INTO staff (organisation_id, id, name, sort_name, weekly_minutes, weeks, account_id, from_day, until_day,
        version)
      VALUES (\(id), \(staff), \(person.name), \(Folding.fold(person.name)), \(1_950), \(39), \(person.account),
        \(Self.began), NULL, \(1))
      """)
    try connection.run(
      """
      INSERT INTO staff_roles (organisation_id, id, staff_id, role_id, from_day, until_day, written_at)
      VALUES (\(id), \(staff), \(staff), \(pay), \(Self.began), NULL, \(connection.now))
      """)
  }

  private static let passwordHash = PasswordHash(of: SamplePerson.password, cost: .lowest).encoded

  /// 501 and on pupils, with 601 status, 701 need, 801 class, 901 contact.
  private func lay(_ pupil: SamplePupil, _ connection: any Connection) throws {
    let pupilID = pupil.id(in: self)
    try connection.run(
      """
      INSERT INTO pupils (organisation_id, id, upn, surname, forename, preferred_forename, sort_name, birth_day, sex,
        flags, joined_on, left_on, left_for, version, created_at)
      VALUES (\(id), \(pupilID), NULL, \(pupil.surname), \(pupil.forename), NULL,
        \(Folding.fold(pupil.surname + " " + pupil.forename)), \(pupil.born), NULL, \(pupil.flags.rawValue),
        \(Self.began), NULL, NULL, \(1), \(connection.now))
      """)
    try connection.run(
      """
      INSERT INTO pupil_statuses (organisation_id, id, pupil_id, status, original, from_day, until_day, written_at)
      VALUES (\(id), \(key(pupil.number + 100)), \(pupilID), \(pupil.status), NULL, \(Self.began), NULL,
        \(connection.now))
      """)
    if let need = pupil.need {
      try connection.run(
        """
        INSERT INTO pupil_needs (organisation_id, id, pupil_id, type, rank, from_day, until_day, written_at)
        VALUES (\(id), \(key(pupil.number + 200)), \(pupilID), \(need), \(1), \(Self.began), NULL, \(connection.now))
        """)
    }
    try connection.run(
      """
      INSERT INTO pupil_classes (organisation_id, id, pupil_id, class, from_day, until_day, written_at)
      VALUES (\(id), \(key(pupil.number + 300)), \(pupilID), \(pupil.className), \(Self.began), NULL, \(connection.now))
      """)
    try connection.run(
      """
      INSERT INTO contacts (organisation_id, id, pupil_id, name, relationship, priority, email, phone, address, version)
      VALUES (\(id), \(key(pupil.number + 400)), \(pupilID), \("Mrs \(pupil.surname)"), 'Mother', \(1), NULL,
        '01632 960001', NULL, \(1))
      """)
  }

  /// 91: the teacher has the first pupil's class.
  private func layClasses(_ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO class_teachers (organisation_id, id, class, staff_id, from_day, until_day, written_at)
      VALUES (\(id), \(key(91)), \(pupils[0].className), \(person(.teacher).staffMember), \(Self.began), NULL,
        \(connection.now))
      """)
  }

  /// 201 a heading, 202 a type under it, 211 a funding stream.
  private func layCatalogue(_ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO headings (organisation_id, id, name, position, version)
      VALUES (\(id), \(literacyHeading), 'Literacy', \(1), \(1))
      """)
    try connection.run(
      """
      INSERT INTO provision_types (organisation_id, id, heading_id, name, description, outcome, minutes,
        sessions_per_week, weeks, group_size, strand, level, area, evidence, is_confidential, is_archived, version)
      VALUES (\(id), \(phonicsType), \(literacyHeading), 'Phonics catch-up', 'Sounds and blending in a small group.',
        'Reads simple words.', \(20), \(2), \(12), \(4), NULL, NULL, 'CL', NULL, \(false), \(false), \(1))
      """)
    try connection.run(
      """
      INSERT INTO funding_streams (organisation_id, id, name, kind, position)
      VALUES (\(id), \(schoolBudget), 'School budget for SEN', 'sen', \(1))
      """)
  }

  /// 301 and 302 groups, with 311 membership, 321 lead, 331 schedule, 341 item.
  private func layGroups(_ connection: any Connection) throws {
    let first = Day(2026, 9, 7)!
    let groups: [(UInt64, String, Bool)] = [(301, "Phonics catch-up", false), (302, "Counselling", true)]
    for (thing, name, isConfidential) in groups {
      let type = isConfidential ? nil : phonicsType
      try connection.run(
        """
        INSERT INTO groups (organisation_id, id, type_id, heading_id, name, from_day, until_day, place, note, strand,
          level, area, is_confidential, version, created_at)
        VALUES (\(id), \(key(thing)), \(type), \(literacyHeading), \(name), \(first), NULL, 'Library', NULL, NULL, NULL,
          NULL, \(isConfidential), \(1), \(connection.now))
        """)
      try connection.run(
        """
        INSERT INTO group_schedules (organisation_id, id, group_id, minutes, pattern, sessions, once_day, from_day,
          until_day, written_at)
        VALUES (\(id), \(key(thing + 30)), \(key(thing)), \(20), 'week', \(2), NULL, \(first), NULL, \(connection.now))
        """)
      try connection.run(
        """
        INSERT INTO group_members (organisation_id, id, group_id, pupil_id, weight, stream_id, from_day, until_day,
          written_at)
        VALUES (\(id), \(key(thing + 10)), \(key(thing)), \(pupils[isConfidential ? 1 : 0].id(in: self)), \(1),
          \(schoolBudget), \(first), NULL, \(connection.now))
        """)
    }
    try connection.run(
      """
      INSERT INTO group_leads (organisation_id, id, group_id, staff_id, share_top, share_bottom, from_day, until_day,
        written_at)
      VALUES (\(id), \(phonicsLead), \(phonicsGroup), \(person(.teachingAssistant).staffMember), \(1), \(1), \(first),
        NULL, \(connection.now))
      """)
    try connection.run(
      """
      INSERT INTO group_items (organisation_id, id, group_id, name, pence, day, written_at)
      VALUES (\(id), \(key(341)), \(phonicsGroup), 'Readers', \(4_800), NULL, \(connection.now))
      """)
  }
}
