package import Domain
package import SQL

/// What a new school is made from.
package struct NewSchool: Sendable {
  package let urn: String
  package let name: String
  package let phase: Phase
  package var laestab: String?
  package var authority: String?
  package var isDemonstration = false

  /// Refuses a URN that is not six digits, a blank name, a LAESTAB that is not seven digits.
  package init(
    urn: String, name: String, phase: Phase, laestab: String? = nil, authority: String? = nil,
    isDemonstration: Bool = false
  ) throws {
    guard School.isURN(urn) else { throw Refusal.invalid("A URN has six digits, the first not 0.", field: "urn") }
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw Refusal.invalid("Give the school's name.", field: "name") }
    guard name.count <= 200 else {
      throw Refusal.invalid("A school's name has at most 200 characters.", field: "name")
    }
    if let laestab {
      guard let digits = School.laestab(laestab) else {
        throw Refusal.invalid(
          "A LAESTAB has seven digits: three of the authority and four of the school.", field: "laestab")
      }
      self.laestab = digits
    }
    self.urn = urn
    self.name = name
    self.phase = phase
    self.authority = authority
    self.isDemonstration = isDemonstration
  }
}

extension Schools {
  /// Adds a school with what it needs for its first map: a calendar of three terms for last year, this and the next, marked
  /// "please check"; pay roles with reference rates; the starter catalogue. A real school closes the demonstration's doors
  /// for good. Refuses a URN that is kept already.
  @discardableResult
  package static func add(_ new: NewSchool, today: Day, _ connection: any Connection) throws -> School {
    if try withURN(new.urn, connection) != nil {
      throw Refusal.conflict("There is a school with the URN \(new.urn) already.")
    }
    let id: ID<Organisation> = connection.newID()
    try connection.run(
      """
      INSERT INTO organisations (id, kind, name, is_demonstration, created_at)
      VALUES (\(id), 'school', \(new.name), \(new.isDemonstration), \(connection.now))
      """)
    try connection.run(
      """
      INSERT INTO schools (organisation_id, urn, laestab, phase, authority, first_year, last_year, calendar_checked_at, version)
      VALUES (\(id), \(new.urn), \(new.laestab), \(new.phase.rawValue), \(new.authority), \(new.phase.years.lowerBound),
        \(new.phase.years.upperBound), NULL, 1)
      """)
    let operatorHere = Viewer(operatorIn: id)
    let year = AcademicYear(containing: today)
    let years = [year.previous.previous, year.previous, year, year.next]
    try SchoolCalendars(operatorHere, connection).putStandard(years)
    try Rates(operatorHere, connection).putReferenceRates()
    try Catalogue(operatorHere, connection).startWithStarter()
    try connection.record("added", "school", id.text, by: operatorHere, after: ["name": new.name, "urn": new.urn])
    if !new.isDemonstration { try Demonstration.close(connection) }
    guard let school = try withID(id, connection) else { throw DatabaseError.other("the new school is not there") }
    return school
  }

  /// Changes what is said of the viewer's school. Refuses where somebody has changed it since `version`.
  package static func change(
    to details: SchoolDetails, version: Int, by viewer: Viewer, _ connection: any Connection
  ) throws {
    try viewer.must(.do, .school)
    guard let school = try withID(viewer.organisation, connection) else { throw Refusal.notFound() }
    let written = try connection.run(
      """
      UPDATE schools SET laestab = \(details.laestab), phase = \(details.phase.rawValue),
        authority = \(details.authority), first_year = \(details.years.lowerBound),
        last_year = \(details.years.upperBound), version = version + 1
      WHERE organisation_id = \(school.id) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed the school's details since you opened this page.") }
    try connection.run("UPDATE organisations SET name = \(details.name) WHERE id = \(school.id)")
    try connection.record(
      "changed", "school", school.id.text, by: viewer, before: SchoolDetails(school).words, after: details.words)
  }
}
