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
  }

  package struct KeptClosure: Sendable, Hashable {
    package let id: ID<Closure>
    package let closure: Closure
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
      SELECT id, name, from_day, until_day FROM closures WHERE organisation_id = \(viewer.organisation) ORDER BY from_day
      """
    ) { KeptClosure(id: $0.id(0), closure: Closure(name: $0.text(1), period: Period($0.day(2), $0.day(3))!)) }
  }

  /// Adds a term, or changes the one with `id`. Refuses terms that overlap.
  package func put(_ term: Term, id: ID<Term>? = nil) throws {
    try viewer.must(.do, .school)
    let kept = try terms()
    try SchoolCalendar.check(kept.filter { $0.id != id }.map(\.term) + [term])
    let old = id.flatMap { id in kept.first { $0.id == id } }
    if let id {
      guard old != nil else { throw Refusal.notFound() }
      try connection.run(
        """
        UPDATE terms SET name = \(term.name), from_day = \(term.period.from), until_day = \(term.period.until),
          academic_year = \(term.academicYear.start)
        WHERE organisation_id = \(viewer.organisation) AND id = \(id)
        """)
    } else {
      try insert(term)
    }
    try connection.record(
      id == nil ? "added" : "changed", "term", (id ?? connection.newID()).text, by: viewer,
      before: old.map { ["name": $0.term.name, "days": $0.term.period.words] } ?? [:],
      after: ["name": term.name, "days": term.period.words])
  }

  package func remove(_ id: ID<Term>) throws {
    try viewer.must(.do, .school)
    guard let old = try terms().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    try connection.run("DELETE FROM terms WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record(
      "removed", "term", id.text, by: viewer, before: ["name": old.term.name, "days": old.term.period.words])
  }

  /// Adds a closure, or changes the one with `id`.
  package func put(_ closure: Closure, id: ID<Closure>? = nil) throws {
    try viewer.must(.do, .school)
    if let id {
      guard let old = try closures().first(where: { $0.id == id }) else { throw Refusal.notFound() }
      try connection.run(
        """
        UPDATE closures SET name = \(closure.name), from_day = \(closure.period.from), until_day = \(closure.period.until)
        WHERE organisation_id = \(viewer.organisation) AND id = \(id)
        """)
      try connection.record(
        "changed", "closure", id.text, by: viewer,
        before: ["name": old.closure.name, "days": old.closure.period.words],
        after: ["name": closure.name, "days": closure.period.words])
    } else {
      try insert(closure)
      try connection.record(
        "added", "closure", viewer.organisation.text, by: viewer,
        after: ["name": closure.name, "days": closure.period.words])
    }
  }

  package func remove(_ id: ID<Closure>) throws {
    try viewer.must(.do, .school)
    guard let old = try closures().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    try connection.run("DELETE FROM closures WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record(
      "removed", "closure", id.text, by: viewer, before: ["name": old.closure.name, "days": old.closure.period.words])
  }

  /// Replaces the terms of the academic years that `terms` begin in, and the closures that touch those years. Used by the
  /// calendar's import; refuses terms that overlap.
  package func replace(terms: [Term], closures: [Closure]) throws {
    try viewer.must(.do, .school)
    try SchoolCalendar.check(terms)
    for year in Set(terms.map(\.academicYear)) {
      try connection.run(
        "DELETE FROM terms WHERE organisation_id = \(viewer.organisation) AND academic_year = \(year.start)")
      try connection.run(
        """
        DELETE FROM closures WHERE organisation_id = \(viewer.organisation) AND from_day <= \(year.period.until)
          AND until_day >= \(year.period.from)
        """)
    }
    for term in terms { try insert(term) }
    for closure in closures { try insert(closure) }
    try connection.record(
      "changed", "calendar", viewer.organisation.text, by: viewer,
      after: ["terms": terms.map { "\($0.name): \($0.period.words)" }.joined(separator: "; ")])
  }

  /// Puts the calendar that a new school starts with.
  package func putStandard(_ years: [AcademicYear]) throws {
    for year in years {
      let parts = SchoolCalendar.standardParts(year)
      for term in parts.terms { try insert(term) }
      for closure in parts.closures { try insert(closure) }
    }
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

  private func insert(_ term: Term) throws {
    try connection.run(
      """
      INSERT INTO terms (organisation_id, id, academic_year, name, from_day, until_day)
      VALUES (\(viewer.organisation), \(connection.newID(Term.self)), \(term.academicYear.start), \(term.name),
        \(term.period.from), \(term.period.until))
      """)
  }

  private func insert(_ closure: Closure) throws {
    try connection.run(
      """
      INSERT INTO closures (organisation_id, id, name, from_day, until_day)
      VALUES (\(viewer.organisation), \(connection.newID(Closure.self)), \(closure.name), \(closure.period.from),
        \(closure.period.until))
      """)
  }
}
