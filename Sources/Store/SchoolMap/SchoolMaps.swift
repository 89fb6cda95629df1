package import Domain
package import SQL

/// The school map, as `viewer` may see it.
package struct SchoolMaps {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// The map that is asked for. Who may see no names gets counts over a school year or a term, with small numbers hidden;
  /// who may not see confidential provision gets its place and cost alone; who sees only their own groups gets those, and
  /// the names of the pupils whom they know. `calendar` is the school's, where the caller has read it in this transaction.
  package func map(
    _ question: MapQuestion, of school: School, calendar: SchoolCalendar? = nil
  ) throws -> SchoolMap {
    try viewer.must(.see, .map)
    let calendar = try calendar ?? SchoolCalendars.load(viewer.organisation, connection)
    if seesNames { return try facts(in: question.period, of: school, calendar).map(question) }
    let counted = question.ofCounts(calendar)
    let year = AcademicYear(containing: counted.period.from).period
    return try facts(in: year, of: school, calendar).mapOfCounts(counted)
  }

  /// Who may see names may ask for them; others are given counts, and cannot ask about a pupil, an adult or a stream.
  package var seesNames: Bool { viewer.may(.see, .pupils) }

  /// The lines behind a figure of the map: see `MapFacts.working`.
  package func working(
    _ question: MapQuestion, column: SchoolMap.Column?, group: ID<Group>?, line: ID<Group>? = nil, of school: School,
    calendar: SchoolCalendar? = nil
  ) throws -> MapWorking {
    try viewer.must(.see, .costs)
    let calendar = try calendar ?? SchoolCalendars.load(viewer.organisation, connection)
    return try facts(in: question.period, of: school, calendar, only: group.map { .group($0) } ?? .everything)
      .working(question, column: column, group: group, line: line)
  }

  /// What one pupil gets and what it costs, over the days of `question`; its other filters hold too. Whoever sees the
  /// pupil sees all of it, but for confidential provision without that right. Money is for those who may see costs: that
  /// is the caller's to keep. Nil where there is no such pupil, or none that the viewer may see.
  package func costs(of pupil: ID<Pupil>, _ question: MapQuestion, at school: School) throws -> PupilCosts? {
    guard let found = try Pupils(viewer, connection).find(pupil) else { return nil }
    let calendar = try SchoolCalendars.load(viewer.organisation, connection)
    return try facts(in: question.period, of: school, calendar, only: .pupil(pupil)).adding(MapPupil(found))
      .costs(of: pupil, question)
  }

  /// The pupil with this number, for the operator's commands; nil where there is none that the viewer may see.
  package func pupil(_ upn: UPN) throws -> Pupil? {
    let pupils = Pupils(viewer, connection)
    return try pupils.taken([upn])[upn].flatMap { try pupils.find($0) }
  }

  /// Everything that a map over these days is drawn from, in a handful of set queries.
  private func facts(
    in period: Period, of school: School, _ calendar: SchoolCalendar, only: MapFactsReader.Only = .everything
  ) throws -> MapFacts {
    try MapFactsReader(Groups(viewer, connection), in: period, only: only).facts(of: school, calendar)
  }
}
