package import Domain
package import SQL

/// Who teaches which class: hence "my class".
package struct ClassTeachers {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct Line: Sendable, Hashable {
    package let id: String
    package let schoolClass: String
    package let staff: ID<StaffMember>
    package let span: Span
  }

  package func list() throws -> [Line] {
    try viewer.must(.see, .staff)
    return try connection.rows(
      """
      SELECT id, class, staff_id, from_day, until_day FROM class_teachers WHERE organisation_id = \(viewer.organisation)
      ORDER BY class, from_day
      """
    ) { Line(id: $0.text(0), schoolClass: $0.text(1), staff: $0.id(2), span: $0.span(3)) }
  }

  /// Says that somebody teaches a class from a day on. A class may have several teachers. Refuses the same twice.
  package func add(_ staff: ID<StaffMember>, to schoolClass: String, _ span: Span) throws {
    try viewer.must(.do, .staff)
    guard (1...50).contains(schoolClass.count) else { throw Refusal.invalid("Give the class.", field: "class") }
    guard try list().allSatisfy({ $0.staff != staff || $0.schoolClass != schoolClass || !$0.span.overlaps(span) })
    else {
      throw Refusal.invalid("That is recorded already.", field: "class")
    }
    try connection.run(
      """
      INSERT INTO class_teachers (organisation_id, id, class, staff_id, from_day, until_day, written_at)
      VALUES (\(viewer.organisation), \(connection.newID(Line.self)), \(schoolClass), \(staff), \(span.from), \(span.until),
        \(connection.now))
      """)
    try connection.record(
      "added", "class teacher", staff.text, by: viewer, after: ["class": schoolClass, "from": span.from.iso])
  }

  /// Ends it on a day.
  package func end(_ id: String, on day: Day) throws {
    try viewer.must(.do, .staff)
    guard let line = try list().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    guard day >= line.span.from else { throw Refusal.invalid("It began on \(line.span.from.words).", field: "until") }
    try connection.run(
      "UPDATE class_teachers SET until_day = \(day) WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record(
      "ended", "class teacher", line.staff.text, by: viewer, after: ["class": line.schoolClass, "until": day.iso])
  }
}
