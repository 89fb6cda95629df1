package import Domain
import SQL

extension Pupils {
  /// `id`: the one that the form was given, so that a form that is sent twice adds one pupil.
  @discardableResult
  package func add(_ pupil: NewPupil, id given: ID<Pupil>? = nil) throws -> ID<Pupil> {
    try viewer.must(.do, .pupils)
    if let given, try connection.keeps(given, in: "pupils", of: viewer.organisation) { return given }
    try refuseUnlessSound(pupil)
    try refuseTaken([pupil.details])
    return try insert(pupil, given ?? connection.newID())
  }

  /// Adds pupils with what is known of them, one line of history each. Refused where the viewer may not, where details or
  /// needs are not sound, where facts would begin before the first day, or where the school has a UPN already; a
  /// `Refusals` says which field.
  package func add(_ pupils: [NewPupil]) throws -> [ID<Pupil>] {
    try viewer.must(.do, .pupils)
    for pupil in pupils { try refuseUnlessSound(pupil) }
    try refuseTaken(pupils.map(\.details))
    return try pupils.map { try insert($0, connection.newID()) }
  }

  private func refuseUnlessSound(_ pupil: NewPupil) throws {
    try pupil.details.refuseUnlessSound(today: connection.today)
    try pupil.needs.refuseUnlessSound(with: pupil.status.status)
    let saysNeeds = pupil.status.status != .none || !pupil.needs.isEmpty || pupil.flags.contains(.watch)
    if saysNeeds { try viewer.must(.do, .needs) }
    try Pupils.refuseShift(pupil.yearShift)
    if let name = pupil.className { try Pupils.refuseClass(name) }
    if let from = pupil.factsFrom, from < pupil.details.joinedOn {
      throw Refusal.invalid(
        "\(pupil.details.forename) joined on \(pupil.details.joinedOn.words); nothing can begin before that.",
        field: "from")
    }
  }

  /// Refuses a UPN that another pupil of the school has, or that stands twice in `details`.
  func refuseTaken(_ details: [PupilDetails], except id: ID<Pupil>? = nil) throws {
    let upns = details.compactMap(\.upn)
    let taken = try taken(upns).filter { $0.value != id }
    var seen: Set<UPN> = []
    for upn in upns where taken[upn] != nil || !seen.insert(upn).inserted {
      throw Refusals([
        .invalid("Another pupil of this school has this UPN. Two children never share one.", field: "upn")
      ])
    }
  }

  private func insert(_ new: NewPupil, _ id: ID<Pupil>) throws -> ID<Pupil> {
    let details = new.details
    try connection.run(
      """
      INSERT INTO pupils (organisation_id, id, upn, surname, forename, preferred_forename, sort_name, birth_day, sex, flags,
        joined_on, left_on, left_for, version, created_at)
      VALUES (\(viewer.organisation), \(id), \(details.upn?.text), \(details.surname), \(details.forename),
        \(details.preferredForename), \(Pupils.sortName(details)), \(details.birthDay), \(details.sex),
        \(new.flags.rawValue), \(details.joinedOn), NULL, NULL, 1, \(connection.now))
      """)
    let open = Span(new.factsFrom ?? details.joinedOn)!
    if new.yearShift != 0 {
      let since = Span(details.joinedOn)!
      try PupilFactTables.years.insert(Dated(new.yearShift, since), of: id, in: viewer.organisation, connection)
    }
    if new.status.status != .none {
      try PupilFactTables.statuses.insert(Dated(new.status, open), of: id, in: viewer.organisation, connection)
    }
    for need in new.needs {
      try PupilFactTables.needs.insert(Dated(need, open), of: id, in: viewer.organisation, connection)
    }
    for fact in classes(of: new, open) {
      try PupilFactTables.classes.insert(fact, of: id, in: viewer.organisation, connection)
    }
    try connection.record("added", "pupil", id.text, by: viewer, pupil: id, after: PupilWords.fields(of: new))
    return id
  }

  /// Each ends the day before the next begins.
  private func classes(of new: NewPupil, _ open: Span) -> [Dated<String>] {
    guard let name = new.className, !name.isEmpty else { return [] }
    var timeline = Timeline([Dated(name, open)])
    for later in new.laterClasses { timeline.change(to: later.value, from: later.span.from) }
    return timeline.facts
  }

  static func refuseShift(_ shift: Int) throws {
    guard YearGroup.shifts.contains(shift) else {
      throw Refusal.invalid("A child can be taught at most three years above or below their age.", field: "year")
    }
  }

  static func refuseClass(_ name: String) throws {
    guard name.count <= 50 else {
      throw Refusal.invalid("The name of a class has at most 50 letters.", field: "class")
    }
  }
}
