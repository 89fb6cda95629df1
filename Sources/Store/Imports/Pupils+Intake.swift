import Domain
import SQL

extension Pupils {
  /// Everybody whom the school keeps, those who left too, with what a file is compared with: SEN status, needs and
  /// contacts only where the viewer may see them.
  package func kept() throws -> [KeptPupil] {
    let contacts = try viewer.mayAll(.see, .contacts) ? contactNames() : [:]
    return try everyone().map { KeptPupil($0.pupil, $0.facts, contacts: contacts[$0.pupil.id] ?? []) }
  }

  /// Writes what an import brings, in few statements, with a line of history for each pupil. What is written was compared in
  /// this transaction, so that nothing is asked of it again but the rights: needs and contacts only by who may change them.
  package func take(_ intake: PupilIntake) throws {
    try viewer.must(.do, .pupils)
    let touchesNeeds =
      intake.new.contains { !$0.facts.statuses.facts.isEmpty || !$0.facts.needs.facts.isEmpty }
      || intake.changes.contains { $0.facts.statuses != $0.old.facts.statuses || $0.facts.needs != $0.old.facts.needs }
    if touchesNeeds { try viewer.must(.do, .needs) }
    if intake.new.contains(where: { !$0.contacts.isEmpty }) || intake.changes.contains(where: { !$0.contacts.isEmpty })
    {
      try viewer.must(.do, .contacts)
    }
    try freeUPNs(of: intake)
    try insert(intake.new)
    for change in intake.changes { try write(change) }
    try insert(intake.changes.flatMap { change in change.contacts.map { (change.pupil.id, $0) } })
    try record(intake)
    for leaver in intake.leavers { try leave(leaver.pupil, on: leaver.lastDay) }
  }

  /// Takes away the UPNs that go from one pupil to another, so that at no moment two have the same.
  private func freeUPNs(of intake: PupilIntake) throws {
    let given = Set(intake.new.compactMap(\.pupil.upn) + intake.changes.compactMap(\.pupil.upn))
    let givers = intake.changes.filter { change in
      change.old.pupil.upn != change.pupil.upn && change.old.pupil.upn.map(given.contains) ?? false
    }
    for giver in givers {
      try connection.run(
        """
        UPDATE pupils SET upn = NULL WHERE organisation_id = \(viewer.organisation) AND id = \(giver.pupil.id)
        """)
    }
  }

  private func contactNames() throws -> [ID<Pupil>: Set<String>] {
    var names: [ID<Pupil>: Set<String>] = [:]
    try connection.each("SELECT pupil_id, name FROM contacts WHERE organisation_id = \(viewer.organisation)") { row in
      names[row.id(0), default: []].insert(Folding.fold(row.text(1)))
    }
    return names
  }

  private func insert(_ arrivals: [PupilIntake.Arrival]) throws {
    let (school, now) = (viewer.organisation.text, connection.now)
    try connection.insert(
      into: "pupils",
      """
      organisation_id, id, upn, surname, forename, preferred_forename, sort_name, birth_day, sex, flags, joined_on, left_on,
      left_for, version, created_at
      """,
      rows: arrivals.map { arrival in
        let pupil = arrival.pupil
        return """
          \(school), \(pupil.id), \(pupil.upn?.text), \(pupil.surname), \(pupil.forename), \(pupil.preferredForename), \
          \(Pupils.sortName(pupil.details)), \(pupil.birthDay), \(pupil.sex), \(pupil.flags.rawValue), \(pupil.joinedOn), \
          \(pupil.leftOn), \(pupil.leftFor), \(1), \(now)
          """
      })
    try insert(
      PupilFactTables.classes, arrivals.flatMap { each in each.facts.classes.facts.map { (each.pupil.id, $0) } })
    try insert(
      PupilFactTables.years, arrivals.flatMap { each in each.pupil.taught.shifts.facts.map { (each.pupil.id, $0) } })
    try insert(
      PupilFactTables.statuses, arrivals.flatMap { each in each.facts.statuses.facts.map { (each.pupil.id, $0) } })
    try insert(PupilFactTables.needs, arrivals.flatMap { each in each.facts.needs.needs.map { (each.pupil.id, $0) } })
    try insert(arrivals.flatMap { each in each.contacts.map { (each.pupil.id, $0) } })
  }

  private func insert<Value>(_ table: DatedTable<Value>, _ facts: [(owner: ID<Pupil>, fact: Dated<Value>)]) throws {
    let (school, now) = (viewer.organisation.text, connection.now)
    try connection.insert(
      into: table.name, "organisation_id, id, \(table.owner), from_day, until_day, written_at, \(table.columns)",
      rows: facts.map { owner, fact in
        """
        \(school), \(connection.newID(Pupil.self)), \(owner), \(fact.span.from), \(fact.span.until), \(now), \
        \(SQL.list(table.write(fact.value)))
        """
      })
  }

  private func insert(_ contacts: [(pupil: ID<Pupil>, contact: ContactDetails)]) throws {
    let school = viewer.organisation.text
    try connection.insert(
      into: "contacts", "organisation_id, id, pupil_id, name, relationship, priority, email, phone, address, version",
      rows: contacts.map { pupil, contact in
        """
        \(school), \(connection.newID(Contact.self)), \(pupil), \(contact.name), \(contact.relationship), \
        \(contact.priority), \(contact.email), \(contact.phone), \(contact.address), \(1)
        """
      })
  }

  private func write(_ change: PupilIntake.Change) throws {
    let (pupil, old) = (change.pupil, change.old.pupil)
    if let left = pupil.leftOn, old.leftOn == nil { try leave(pupil.id, on: left) }
    try change.facts.replace(change.old.facts, of: pupil.id, in: viewer.organisation, connection)
    try replaceYearShifts(of: old, by: pupil.taught.shifts)
    try connection.run(
      """
      UPDATE pupils SET upn = \(pupil.upn?.text), surname = \(pupil.surname), forename = \(pupil.forename),
        preferred_forename = \(pupil.preferredForename), sort_name = \(Pupils.sortName(pupil.details)),
        birth_day = \(pupil.birthDay), sex = \(pupil.sex), flags = \(pupil.flags.rawValue),
        joined_on = \(pupil.joinedOn), left_on = \(pupil.leftOn), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(pupil.id)
      """)
  }

  private func record(_ intake: PupilIntake) throws {
    let lines =
      try intake.new.map { each in
        try line("added", each.pupil.id, [:], PupilWords.fields(of: each.pupil, each.facts))
      }
      + intake.changes.map { try line("changed", $0.pupil.id, $0.before, $0.after) }
    try connection.insert(
      into: "history", "organisation_id, id, at, account_id, actor, act, noun, noun_id, pupil_id, before, after",
      rows: lines)
  }

  private func line(
    _ act: String, _ pupil: ID<Pupil>, _ before: [String: String], _ after: [String: String]
  ) throws -> SQL {
    """
    \(viewer.organisation), \(connection.newID(HistoryLine.self)), \(connection.now), \(viewer.account), \(viewer.name), \
    \(act), \("pupil"), \(pupil), \(pupil), \(try HistoryText.write(before)), \(try HistoryText.write(after))
    """
  }
}

extension PupilWords {
  /// What history says of a pupil who arrived with a file.
  static func fields(of pupil: Pupil, _ facts: PupilFacts) -> [String: String] {
    var fields = fields(of: pupil.details)
    if !pupil.flags.isEmpty { fields["flags"] = words(pupil.flags) }
    if !pupil.taught.shifts.facts.isEmpty { fields["year"] = list(pupil.taught.shifts, words(shift:)) }
    fields["left"] = pupil.leftOn?.iso
    if !facts.statuses.facts.isEmpty { fields["SEN status"] = list(facts.statuses) { words($0) } }
    if !facts.needs.facts.isEmpty { fields["needs"] = list(facts.needs, \.codes) }
    if !facts.classes.facts.isEmpty { fields["class"] = list(facts.classes) { $0 } }
    return fields
  }
}
