package import Domain
import SQL

/// Whatever keeps a pupil who was added by mistake from being removed.
package enum PupilBond: Hashable, Sendable {
  /// Groups in which the pupil has, or had, a place: with it their costs were shared.
  case groups(Int)
  /// The case is, or was, open to somebody from outside.
  case openedCase
  /// A file waits for its answers that speaks of the pupil.
  case waitingImport

  /// Why it has to go first, and how.
  package var sentence: String {
    switch self {
    case .groups(1): "They have a place in a group. Remove it there first, if it was never true."
    case .groups(let count): "They have places in \(count) groups. Remove these there first, if they were never true."
    case .openedCase: "Their case has been opened to somebody from outside, so that the record has to stay."
    case .waitingImport: "A file that waits to be brought in speaks of them. Bring it in, or give it up, first."
    }
  }
}

extension Pupils {
  /// What hangs on a pupil, so that the record cannot be taken back.
  package func bonds(of id: ID<Pupil>) throws -> [PupilBond] {
    let here: SQL = "organisation_id = \(viewer.organisation) AND pupil_id = \(id)"
    let groups = try connection.count(
      """
      SELECT COUNT(*) FROM (SELECT group_id FROM group_members WHERE \(here)
        UNION SELECT group_id FROM places_before_leaving WHERE \(here)) AS places
      """)
    let isOpened = try connection.exists("SELECT 1 FROM case_openings WHERE \(here)")
    let mention = "%\(id.text)%"
    let isAwaited = try connection.exists(
      """
      SELECT 1 FROM imports WHERE organisation_id = \(viewer.organisation) AND state IN ('reading', 'unmapped', 'ready')
        AND expires_at > \(connection.now) AND (answers LIKE \(mention) OR preview LIKE \(mention))
      """)
    return (groups > 0 ? [.groups(groups)] : []) + (isOpened ? [.openedCase] : [])
      + (isAwaited ? [.waitingImport] : [])
  }

  /// Takes back a pupil who was added by mistake, with needs, classes and contacts: as if they had not been, but for history,
  /// which keeps what stood there. Erasing somebody who was here because the law asks is another thing.
  ///
  /// Refused where anything hangs on the pupil (`bonds`), to whoever may not change needs, since they go too, and where
  /// somebody else has changed the pupil since `version`.
  package func remove(_ id: ID<Pupil>, version: Int) throws {
    try viewer.must(.do, .pupils)
    try viewer.must(.do, .needs)
    guard let pupil = try load("p.id = \(id)", for: .do).first else { throw Refusal.notFound() }
    guard pupil.version == version else {
      throw Refusal.conflict("Somebody else has changed this pupil since you opened the page.")
    }
    if let bond = try bonds(of: id).first { throw Refusal.invalid("\(pupil.fullName) stays. \(bond.sentence)") }
    let facts = try facts(of: id)
    let tables: [SQL] = [
      "pupil_statuses", "pupil_needs", "pupil_classes", "pupil_years", "pupil_stays", "contacts",
    ]
    for table in tables {
      try connection.run("DELETE FROM \(table) WHERE organisation_id = \(viewer.organisation) AND pupil_id = \(id)")
    }
    try connection.run("DELETE FROM pupils WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    var before = PupilWords.fields(of: pupil.details)
    if let status = facts.statuses.facts.last { before["SEN status"] = PupilWords.words(status, PupilWords.words) }
    if let needs = facts.needs.facts.last { before["needs"] = PupilWords.words(needs, \.codes) }
    if let name = facts.classes.facts.last { before["class"] = PupilWords.words(name) { $0 } }
    try connection.record("removed", "pupil", id.text, by: viewer, pupil: id, before: before)
  }

  /// Everybody who was ever on the roll with the names and the birth date of `details`: the same child, most likely.
  package func namesakes(of details: PupilDetails) throws -> [Pupil] {
    let name = (Folding.fold(details.surname), Folding.fold(details.forename))
    return try load("p.birth_day = \(details.birthDay)", for: .see).filter { pupil in
      guard Folding.fold(pupil.surname) == name.0 else { return false }
      return [pupil.forename, pupil.preferredForename].compactMap { $0.map { Folding.fold($0) } }.contains(name.1)
    }
  }
}
