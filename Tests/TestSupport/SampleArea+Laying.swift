import Domain
import Foundation
package import SQL
import Security
import Store

/// The rows themselves, written by nobody's act: what the acts do is for the tests to see.
extension SampleArea {
  package func lay(_ connection: any Connection) throws {
    try layArea(connection)
    for person in Person.allCases { try lay(person, connection) }
    try layEntries(connection)
    try layQuestion(connection)
    try layUpload(connection)
    try laySurvey(connection)
  }

  private func layQuestion(_ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO entry_questions (organisation_id, id, entry_id, question, asked_at, asked_by, answer, answered_at,
        answered_by)
      VALUES (\(id), \(question), \(gap), 'For how long do they wait?', \(connection.now), 'Maya Ellis', NULL, NULL, NULL)
      """)
  }

  private func layUpload(_ connection: any Connection) throws {
    let file = Array(
      "Organisation,What happens,Cells,Specialism\n\(name) Children’s Therapies,A new group,FS1,OT\n".utf8)
    try connection.run(
      """
      INSERT INTO imports (organisation_id, id, kind, account_id, file_name, file, mapping, answers, effective_day, until_day,
        state, rows_read, rows_in_all, refusal, preview, fingerprint, counts, created_at, touched_at, expires_at,
        committed_at, version)
      VALUES (\(id), \(upload), 'entries', \(account(.coordinator)), 'entries.csv', \(file), '{}', '{}', NULL, NULL, 'ready',
        0, 0, NULL, NULL, NULL, NULL, \(connection.now), \(connection.now), \(connection.now.addingTimeInterval(86_400)), NULL,
        1)
      """)
  }

  private func key(_ thing: UInt64) -> String { (id(of: thing) as ID<Never>).text }

  private func layArea(_ connection: any Connection) throws {
    let now = connection.now
    try connection.run(
      """
      INSERT INTO organisations (id, kind, name, is_demonstration, created_at)
      VALUES (\(id), 'area', \(name), \(false), \(now))
      """)
    try connection.run(
      """
      INSERT INTO areas (organisation_id, address, title, about, organiser, contact, is_listed, opens_on, closes_on,
        publishes_map, takes_survey, version)
      VALUES (\(id), \(address), \(title), 'We want to know what there is.', \("\(name) Commissioning"),
        \("review@\(address).example"), \(isListed), NULL, NULL, \(true), \(true), 1)
      """)
    for (position, specialism) in StandardFramework.specialisms.enumerated() {
      try connection.run(
        """
        INSERT INTO area_specialisms (organisation_id, position, key, name, is_offered)
        VALUES (\(id), \(position), \(specialism.key), \(specialism.name), \(position < 3))
        """)
    }
    for (position, sector) in Sector.usual.enumerated() {
      try connection.run(
        """
        INSERT INTO area_sectors (organisation_id, key, name, is_expected, position)
        VALUES (\(id), \(sector.key), \(sector.name), \(sector.isExpected), \(position))
        """)
    }
    try layFramework(connection)
    try connection.run(
      """
      INSERT INTO rounds (organisation_id, id, number, name, framework_id, from_day, until_day, closed_at, closed_by, version)
      VALUES (\(id), \(round), 1, 'Autumn 2026', \(framework), \(Day(2026, 9, 1)!), NULL, NULL, NULL, 1)
      """)
    for (thing, name) in [(71, "Harbour"), (72, "Hill")] {
      try connection.run(
        """
        INSERT INTO localities (organisation_id, id, name, code, position, boundary)
        VALUES (\(id), \(key(UInt64(thing))), \(name), NULL, \(thing), NULL)
        """)
    }
    try connection.run(
      """
      INSERT INTO terms_of_use (organisation_id, id, number, text, written_at, written_by)
      VALUES (\(id), \(key(63)), 1, 'Write no child''s name.', \(now), 'Maya Ellis')
      """)
    try connection.run(
      """
      INSERT INTO join_codes (organisation_id, id, code, folded, created_at, created_by, last_day, most_uses, uses,
        withdrawn_at)
      VALUES (\(id), \(key(64)), \(Self.code), \(Self.code), \(now), 'Maya Ellis', NULL, NULL, 0, NULL)
      """)
    try connection.run(
      """
      INSERT INTO invitations (organisation_id, id, email, role, staff_id, until_day, token_hash, invited_by, created_at,
        expires_at, used_at, withdrawn_at)
      VALUES (\(id), \(invitation), \("invited@\(address).example"), 'commissioner', NULL, NULL,
        \("no link of \(address)"), 'Maya Ellis', \(now), \(now.addingTimeInterval(72 * 3600)), NULL, NULL)
      """)
    let participants: [(UInt64, String, String, Bool)] = [
      (101, "\(name) Children’s Therapies", "health", true), (102, "Little Acorns Playgroup", "early-years", true),
      (103, "\(name) Parent Carer Forum", "parents", true),
    ]
    for (thing, name, sector, isExpected) in participants {
      try connection.run(
        """
        INSERT INTO participants (organisation_id, id, name, folded, sector, urn, locality_id, is_expected, created_at, version)
        VALUES (\(id), \(key(thing)), \(name), \(ParticipantName.fold(name)), \(sector), NULL, \(harbourWard),
          \(isExpected), \(now), 1)
        """)
    }
  }

  private func layFramework(_ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO frameworks (organisation_id, id, name, number, from_day, created_at, version)
      VALUES (\(id), \(framework), 'Five strands, three levels', 1, \(Day(2026, 9, 1)!), \(connection.now), 1)
      """)
    for (position, strand) in StandardFramework.strands.enumerated() {
      try connection.run(
        """
        INSERT INTO framework_strands (organisation_id, framework_id, position, key, name, aim)
        VALUES (\(id), \(framework), \(position), \(strand.key), \(strand.name), \(strand.aim))
        """)
    }
    for (position, level) in StandardFramework.threeLevels.enumerated() {
      try connection.run(
        """
        INSERT INTO framework_levels (organisation_id, framework_id, position, key, name, meaning, counts_as)
        VALUES (\(id), \(framework), \(position), \(level.key), \(level.name), \(level.meaning), \(level.countsAs))
        """)
    }
    for text in StandardFramework.texts(StandardFramework.threeLevels) where text.specialism == "slcn" {
      try connection.run(
        """
        INSERT INTO framework_cells (organisation_id, framework_id, specialism, strand, level, outcome, help, examples,
          questions)
        VALUES (\(id), \(framework), \(text.specialism), \(text.strand), \(text.level), \(text.outcome), \(text.help),
          \(text.examples), \(text.questions))
        """)
    }
  }

  /// 20–39 accounts, 40–59 memberships.
  private func lay(_ person: Person, _ connection: any Connection) throws {
    let account = account(person)
    try connection.run(
      """
      INSERT INTO accounts (id, email, name, password_hash, one_time_secret, one_time_confirmed_at, one_time_last_step,
        disabled_at, last_day, created_at, version)
      VALUES (\(account), \(email(person)), \(person.name),
        \(PasswordHash(of: SamplePerson.password, cost: .lowest).encoded), NULL, NULL, 0, NULL, NULL, \(connection.now), 1)
      """)
    let membership = (id(of: account.low & 0xFF + 20) as ID<Membership>)
    try connection.run(
      """
      INSERT INTO memberships (organisation_id, id, account_id, role, from_day, until_day, granted_by, written_at)
      VALUES (\(id), \(membership), \(account), \(person.role.rawValue), \(Day(2026, 9, 1)!), NULL, 'Nobody',
        \(connection.now))
      """)
    let isConfirmed = person != .newcomer
    try connection.run(
      """
      INSERT INTO area_people (organisation_id, account_id, participant_id, job, joined_at, confirmed_at, confirmed_by,
        terms_id, terms_accepted_at, reminded_at, version)
      VALUES (\(id), \(account), \(participant(of: person)), 'Somebody', \(connection.now),
        \(isConfirmed ? connection.now : nil), \(isConfirmed ? "Maya Ellis" : nil), \(key(63)), \(connection.now), NULL, 1)
      """)
  }

  /// 201–204: see the names of their ids.
  private func layEntries(_ connection: any Connection) throws {
    let rows: [(ID<Entry>, Person, EntryKind, Entry.State, String)] = [
      (dropIn, .contributor, .provision, .live, "Talking drop-in at three family hubs, every month, for all parents."),
      (draft, .contributor, .provision, .draft, "Training for nursery staff, half written."),
      (gap, .neighbour, .gap, .live, "Nobody helps families while they wait for an assessment."),
      (newcomersDraft, .newcomer, .gap, .draft, "No interpreters at assessments."),
    ]
    for (entry, person, kind, state, description) in rows {
      let cells = Cells([Cell(strand: kind == .provision ? 0 : 3, level: kind == .provision ? 0 : 2)])
      try connection.run(
        """
        INSERT INTO entries (organisation_id, id, round_id, participant_id, account_id, author, kind, state, title,
          description, cells, specialisms, audience, age_from, age_until, place, frequency, reach, capacity, cost, funder,
          evidence, effect, affected, suggestion, origin, origin_key, copied_from, merged_into, checked_at, checked_by,
          public_by_author, public_by_coordinator, created_at, changed_at, version)
        VALUES (\(id), \(entry), \(round), \(participant(of: person)), \(account(person)), \(person.name),
          \(kind.rawValue), \(state.rawValue), '', \(description), \(cells), \(Specialisms([0])), '', NULL, NULL, '', '',
          \(kind == .provision ? 480 : nil), NULL, NULL, '', '', '', \(kind == .gap ? 35 : nil), '', NULL, NULL, NULL, NULL,
          NULL, NULL, \(false), \(false), \(connection.now), \(connection.now), 1)
        """)
      for word in Set(Folding.fold(description).split(separator: " ").filter { $0.count >= 2 }) {
        try connection.run(
          "INSERT INTO entry_words (organisation_id, word, entry_id) VALUES (\(id), \(String(word)), \(entry))")
      }
    }
  }
}
