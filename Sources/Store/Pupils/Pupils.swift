package import Domain
package import SQL

/// The roll, as `viewer` may see and change it.
package struct Pupils {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// Nil where there is none, or none that the viewer may see.
  package func find(_ id: ID<Pupil>) throws -> Pupil? {
    try load("p.id = \(id)", for: .see).first
  }

  /// What is dated about one pupil; SEN status and needs only where the viewer may see them.
  package func facts(of id: ID<Pupil>) throws -> PupilFacts {
    guard try find(id) != nil else { return PupilFacts() }
    let withNeeds = try maySeeNeeds(of: id)
    return try PupilFacts.load([id], in: viewer.organisation, withNeeds: withNeeds, connection)[id] ?? PupilFacts()
  }

  /// Whether SEN status and needs of this pupil are for the viewer.
  package func maySeeNeeds(of id: ID<Pupil>) throws -> Bool {
    switch viewer.reach(.see, .needs) {
    case .all: true
    case .none: false
    case .own:
      try connection.exists("SELECT 1 WHERE \(PupilReach.condition("\(id)", .see, .needs, viewer, connection))")
    }
  }

  /// Everybody who ever was on the roll with all that is dated about them, for matching a whole file against; only for
  /// viewers who see the whole roll, else nobody.
  package func everyone() throws -> [(pupil: Pupil, facts: PupilFacts)] {
    guard viewer.mayAll(.see, .pupils) else { return [] }
    let facts = try PupilFacts.load(
      nil, in: viewer.organisation, withNeeds: viewer.mayAll(.see, .needs), connection)
    return try load("1 = 1", for: .see).map { ($0, facts[$0.id] ?? PupilFacts()) }
  }

  /// Which of `upns` the school already has, with whom.
  package func taken(_ upns: [UPN]) throws -> [UPN: ID<Pupil>] {
    var taken: [UPN: ID<Pupil>] = [:]
    for part in upns.chunks(of: 400) {
      try connection.each(
        """
        SELECT upn, id FROM pupils WHERE organisation_id = \(viewer.organisation) AND upn IN (\(SQL.list(part.map(\.text))))
        """
      ) { row in
        if let upn = UPN(row.text(0)) { taken[upn] = row.id(1) }
      }
    }
    return taken
  }

  func load(_ condition: SQL, for act: Act, _ noun: Noun = .pupils) throws -> [Pupil] {
    let shifts = try PupilFactTables.yearShifts(in: viewer.organisation, connection)
    return try connection.rows(
      """
      SELECT p.id, p.upn, p.surname, p.forename, p.preferred_forename, p.birth_day, p.sex, p.flags, p.joined_on,
        p.left_on, p.left_for, p.version
      FROM pupils p
      WHERE p.organisation_id = \(viewer.organisation) AND \(condition)
        AND \(PupilReach.condition("p.id", act, noun, viewer, connection))
      ORDER BY p.sort_name, p.id
      """
    ) { row in
      let id = row.id(0, Pupil.self)
      return Pupil(
        id: id, upn: row.textOrNil(1).flatMap { UPN($0) }, surname: row.text(2), forename: row.text(3),
        preferredForename: row.textOrNil(4), birthDay: row.day(5), sex: row.textOrNil(6),
        flags: PupilFlags(rawValue: row.int(7)), joinedOn: row.day(8), leftOn: row.dayOrNil(9),
        leftFor: row.textOrNil(10), yearShifts: shifts[id] ?? Timeline(), version: row.int(11))
    }
  }

  /// One pupil to be changed. Refused where the viewer may not, where there is none, or where `version`, the one that was
  /// shown, is no longer the newest.
  func toChange(_ id: ID<Pupil>, _ noun: Noun = .pupils, version: Int?) throws -> Pupil {
    try viewer.must(.do, noun)
    guard let pupil = try load("p.id = \(id)", for: .do, noun).first else { throw Refusal.notFound() }
    if let version, version != pupil.version { throw Pupils.changedMeanwhile }
    return pupil
  }

  /// What an act throws when the version that was shown is no longer the newest.
  package static let changedMeanwhile = Refusal.conflict(
    "Somebody else changed this pupil’s record while you had it open. Look at both, and save again what is right.")

  /// A name as lists are sorted and searched by: surname, forename, then what the child is called.
  static func sortName(_ details: PupilDetails) -> String {
    Folding.fold([details.surname, details.forename, details.preferredForename ?? ""].joined(separator: " "))
  }
}
