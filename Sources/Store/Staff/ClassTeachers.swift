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
    package let id: ID<Line>
    package let schoolClass: String
    package let staff: ID<StaffMember>
    package let span: Span
  }

  package func list() throws -> [Line] {
    try viewer.must(.see, .staff)
    return try lines("")
  }

  /// The classes of one member of staff, whenever they were taught.
  package func of(_ staff: ID<StaffMember>) throws -> [Line] {
    try viewer.must(.see, .staff)
    return try lines("AND staff_id = \(staff)")
  }

  /// The classes that pupils on the roll are in on `day`, in order: what a form offers. Classes are named for everybody in the school;
  /// no pupil is.
  package func offered(on day: Day) throws -> [String] {
    try viewer.must(.see, .staff)
    return try connection.rows(
      """
      SELECT DISTINCT c.class FROM pupil_classes c
      JOIN pupils p ON p.organisation_id = c.organisation_id AND p.id = c.pupil_id
      WHERE c.organisation_id = \(viewer.organisation) AND c.from_day <= \(day)
        AND (c.until_day IS NULL OR c.until_day >= \(day)) AND \(PupilFilter.isOnRoll(on: day)) ORDER BY c.class
      """
    ) { $0.text(0) }
  }

  /// Says that somebody teaches a class from a day on, inside their own dates here. A class may have several teachers.
  /// Refuses the same twice.
  @discardableResult
  package func add(_ staff: ID<StaffMember>, to schoolClass: String, _ span: Span) throws -> ID<Line> {
    try viewer.must(.do, .staff)
    guard let member = try Staff(viewer, connection).find(staff) else { throw Refusal.notFound() }
    guard (1...50).contains(schoolClass.count) else {
      throw Refusal.invalid("Name the class, in up to 50 characters.", field: "class")
    }
    guard span.from >= member.span.from else {
      throw Refusal.invalid("\(member.name) works here from \(member.span.from.words).", field: "from")
    }
    if let last = member.span.until, span.from > last {
      throw Refusal.invalid("\(member.name) works here until \(last.words).", field: "from")
    }
    guard try of(staff).allSatisfy({ $0.schoolClass != schoolClass || !$0.span.overlaps(span) }) else {
      throw Refusal.invalid("\(member.name) teaches \(schoolClass) in some of these days already.", field: "class")
    }
    let until = [span.until, member.span.until].compactMap(\.self).min()
    let id: ID<Line> = connection.newID()
    try connection.run(
      """
      INSERT INTO class_teachers (organisation_id, id, class, staff_id, from_day, until_day, written_at)
      VALUES (\(viewer.organisation), \(id), \(schoolClass), \(staff), \(span.from), \(until), \(connection.now))
      """)
    try record("added", staff, after: ["class": schoolClass, "from": span.from.iso, "until": until?.iso ?? ""])
    return id
  }

  /// Ends it on a day. Refuses where the days are no longer those that were `shown`.
  package func end(_ id: ID<Line>, on day: Day, shown: Span? = nil) throws {
    try viewer.must(.do, .staff)
    guard let line = try lines("AND id = \(id)").first else { throw Refusal.notFound() }
    if let shown, shown != line.span {
      throw Refusal.conflict("Somebody has changed these days since you opened this page.")
    }
    guard day >= line.span.from else {
      throw Refusal.invalid("It began on \(line.span.from.words).", field: "until")
    }
    try connection.run(
      """
      UPDATE class_teachers SET until_day = \(day), written_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try record("ended", line.staff, before: words(line), after: ["class": line.schoolClass, "until": day.iso])
  }

  /// Takes back what was never true.
  package func remove(_ id: ID<Line>) throws {
    try viewer.must(.do, .staff)
    guard let line = try lines("AND id = \(id)").first else { throw Refusal.notFound() }
    try connection.run("DELETE FROM class_teachers WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try record("removed", line.staff, before: words(line))
  }

  /// When somebody leaves: what they teach ends with that day at the latest, and what would have begun later never does.
  func leave(_ staff: ID<StaffMember>, on day: Day) throws {
    for line in try of(staff) where line.span.until.map({ $0 > day }) ?? true {
      if line.span.from > day { try remove(line.id) } else { try end(line.id, on: day) }
    }
  }

  private func lines(_ condition: SQL) throws -> [Line] {
    try connection.rows(
      """
      SELECT id, class, staff_id, from_day, until_day FROM class_teachers
      WHERE organisation_id = \(viewer.organisation) \(condition) ORDER BY class, from_day, id
      """
    ) { Line(id: $0.id(0), schoolClass: $0.text(1), staff: $0.id(2), span: $0.span(3)) }
  }

  private func words(_ line: Line) -> [String: String] {
    ["class": line.schoolClass, "from": line.span.from.iso, "until": line.span.until?.iso ?? ""]
  }

  private func record(
    _ act: String, _ staff: ID<StaffMember>, before: [String: String] = [:], after: [String: String] = [:]
  ) throws {
    try connection.record(act, "class teacher", staff.text, by: viewer, before: before, after: after)
  }
}
