package import Domain
package import SQL

/// The rounds of an area, one after another.
package struct Rounds {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// Oldest first. What rounds there are is no secret of a project.
  package func all() throws -> [Round] {
    try connection.rows(
      """
      SELECT id, number, name, framework_id, from_day, until_day, closed_at, version FROM rounds
      WHERE organisation_id = \(viewer.organisation) ORDER BY number
      """
    ) { row in
      Round(
        id: row.id(0), number: row.int(1), name: row.text(2), framework: row.id(3), from: row.day(4),
        until: row.dayOrNil(5), isClosed: !row.isNull(6), version: row.int(7))
    }
  }

  /// The one that takes entries on `day`; else the newest.
  package func current(on day: Day) throws -> Round? {
    let all = try all()
    return all.last { $0.takesEntries(on: day) } ?? all.last
  }

  package func find(_ id: ID<Round>) throws -> Round {
    guard let round = try all().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    return round
  }

  package func numbered(_ number: Int) throws -> Round? { try all().first { $0.number == number } }

  /// Opens the next round. Refuses while an earlier one is not closed.
  @discardableResult
  package func add(name typed: String, framework: ID<Framework>, from: Day, until: Day?) throws -> ID<Round> {
    try viewer.mustAll(.do, .project)
    let all = try all()
    if let open = all.first(where: { !$0.isClosed }) {
      throw Refusal.conflict("\(open.title) is still open. Close it first; what it holds stays.")
    }
    let name = try checked(typed, from, until)
    let id = connection.newID(Round.self)
    try connection.run(
      """
      INSERT INTO rounds (organisation_id, id, number, name, framework_id, from_day, until_day, closed_at, closed_by, version)
      VALUES (\(viewer.organisation), \(id), \((all.last?.number ?? 0) + 1), \(name), \(framework), \(from), \(until),
        NULL, NULL, 1)
      """)
    try connection.record("added", "round", id.text, by: viewer, after: words(name, from, until))
    return id
  }

  /// Changes its name and days; refuses one that is closed, and an older version.
  package func change(_ id: ID<Round>, name typed: String, from: Day, until: Day?, version: Int) throws {
    try viewer.mustAll(.do, .project)
    let old = try find(id)
    if old.isClosed { throw Refusal.conflict("\(old.title) is closed, and stays as it was.") }
    let name = try checked(typed, from, until)
    let written = try connection.run(
      """
      UPDATE rounds SET name = \(name), from_day = \(from), until_day = \(until), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed this round since you opened this page.") }
    try connection.record(
      "changed", "round", id.text, by: viewer, before: words(old.name, old.from, old.until),
      after: words(name, from, until))
  }

  /// Closes a round for good: who closed it and when is kept, and nothing in it changes any more.
  package func close(_ id: ID<Round>) throws {
    try viewer.mustAll(.do, .project)
    let round = try find(id)
    let written = try connection.run(
      """
      UPDATE rounds SET closed_at = \(connection.now), closed_by = \(viewer.name), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id) AND closed_at IS NULL
      """)
    if written == 1 { try connection.record("closed", "round", id.text, by: viewer, after: ["round": round.title]) }
  }

  private func checked(_ typed: String, _ from: Day, _ until: Day?) throws -> String {
    let name = typed.trimmingSpaces
    guard name.count <= 100 else { throw Refusal.invalid("A round's name has at most 100 characters.", field: "name") }
    if let until, until < from { throw Refusal.invalid("The last day is before the first.", field: "until") }
    return name
  }

  private func words(_ name: String, _ from: Day, _ until: Day?) -> [String: String] {
    ["name": name, "from": from.iso, "until": until?.iso ?? ""]
  }
}
