package import Domain
package import SQL

/// A school's terms and closures.
package struct SchoolCalendars {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct KeptTerm: Sendable, Hashable {
    package let id: ID<Term>
    package let academicYear: AcademicYear
    package let term: Term

    package init(id: ID<Term>, academicYear: AcademicYear, term: Term) {
      self.id = id
      self.academicYear = academicYear
      self.term = term
    }
  }

  package struct KeptClosure: Sendable, Hashable {
    package let id: ID<Closure>
    package let closure: Closure

    package init(id: ID<Closure>, closure: Closure) {
      self.id = id
      self.closure = closure
    }
  }

  /// The calendar that sessions are counted on. Every costing needs it, so it asks for no right of its own.
  package static func load(_ organisation: ID<Organisation>, _ connection: any Connection) throws -> SchoolCalendar {
    SchoolCalendar(
      terms: try connection.rows(
        "SELECT name, from_day, until_day FROM terms WHERE organisation_id = \(organisation) ORDER BY from_day"
      ) { Term(name: $0.text(0), period: Period($0.day(1), $0.day(2))!) },
      closures: try connection.rows(
        "SELECT name, from_day, until_day FROM closures WHERE organisation_id = \(organisation) ORDER BY from_day"
      ) { Closure(name: $0.text(0), period: Period($0.day(1), $0.day(2))!) })
  }

  package func terms() throws -> [KeptTerm] {
    try viewer.must(.see, .school)
    return try connection.rows(
      """
      SELECT id, academic_year, name, from_day, until_day FROM terms WHERE organisation_id = \(viewer.organisation)
      ORDER BY from_day
      """
    ) {
      KeptTerm(
        id: $0.id(0), academicYear: AcademicYear($0.int(1)),
        term: Term(name: $0.text(2), period: Period($0.day(3), $0.day(4))!))
    }
  }

  package func closures() throws -> [KeptClosure] {
    try viewer.must(.see, .school)
    return try connection.rows(
      """
      SELECT id, name, from_day, until_day FROM closures WHERE organisation_id = \(viewer.organisation)
      ORDER BY from_day, until_day, id
      """
    ) { KeptClosure(id: $0.id(0), closure: Closure(name: $0.text(1), period: Period($0.day(2), $0.day(3))!)) }
  }

  /// Notes that somebody has looked through the calendar, so that nothing asks for it any more.
  package func markChecked() throws {
    try viewer.must(.do, .school)
    try connection.run(
      """
      UPDATE schools SET calendar_checked_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND calendar_checked_at IS NULL
      """)
    try connection.record("checked", "calendar", viewer.organisation.text, by: viewer)
  }

  /// Puts the calendar that a new school starts with.
  package func putStandard(_ years: [AcademicYear]) throws {
    for year in years {
      let parts = SchoolCalendar.standardParts(year)
      for term in parts.terms { try insert(term, connection.newID()) }
      for closure in parts.closures { try insert(closure, connection.newID()) }
    }
  }

  func insert(_ term: Term, _ id: ID<Term>) throws {
    try connection.run(
      """
      INSERT INTO terms (organisation_id, id, academic_year, name, from_day, until_day)
      VALUES (\(viewer.organisation), \(id), \(term.academicYear.start), \(term.name), \(term.period.from),
        \(term.period.until))
      """)
  }

  func insert(_ closure: Closure, _ id: ID<Closure>) throws {
    try connection.run(
      """
      INSERT INTO closures (organisation_id, id, name, from_day, until_day)
      VALUES (\(viewer.organisation), \(id), \(closure.name), \(closure.period.from), \(closure.period.until))
      """)
  }
}
