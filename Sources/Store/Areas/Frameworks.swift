package import Domain
package import SQL

/// The frameworks of an area: each set of strands and levels is a version, and what its cells say can be put into the
/// area's own words.
package struct Frameworks {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// Oldest first.
  package func all() throws -> [Framework] {
    let strands = try parts("framework_strands", "aim") {
      ($0.id(0, Framework.self), Framework.Strand(key: $0.text(1), name: $0.text(2), aim: $0.text(3)))
    }
    let levels = try parts("framework_levels", "meaning, counts_as") {
      (
        $0.id(0, Framework.self),
        Framework.Level(key: $0.text(1), name: $0.text(2), meaning: $0.text(3), countsAs: $0.text(4))
      )
    }
    return try connection.rows(
      """
      SELECT id, name, number, from_day, version FROM frameworks WHERE organisation_id = \(viewer.organisation)
      ORDER BY number
      """
    ) { row in
      let id = row.id(0, Framework.self)
      return Framework(
        id: id, name: row.text(1), number: row.int(2), from: row.day(3), strands: strands[id] ?? [],
        levels: levels[id] ?? [], version: row.int(4))
    }
  }

  package func find(_ id: ID<Framework>) throws -> Framework {
    guard let found = try all().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    return found
  }

  /// What the cells of a framework say for one specialism, level by level along the strands.
  package func texts(_ framework: Framework, of specialism: Specialism) throws -> [Cell: CellText] {
    var found: [Cell: CellText] = [:]
    try connection.each(
      """
      SELECT strand, level, outcome, help, examples, questions FROM framework_cells
      WHERE organisation_id = \(viewer.organisation) AND framework_id = \(framework.id)
        AND specialism = \(specialism.key)
      """
    ) { row in
      guard let cell = framework.cell(strand: row.text(0), level: row.text(1)) else { return }
      found[cell] = CellText(
        specialism: specialism.key, strand: row.text(0), level: row.text(1), outcome: row.text(2), help: row.text(3),
        examples: row.text(4), questions: row.text(5))
    }
    return found
  }

  /// The standard framework with these levels, as the area's next version.
  @discardableResult
  package func addStandard(_ levels: [Framework.Level], from day: Day) throws -> ID<Framework> {
    let name = levels.count == 3 ? "Five strands, three levels" : "Five strands, \(levels.count) levels"
    return try insert(
      name: name, from: day, strands: StandardFramework.strands, levels: levels,
      texts: StandardFramework.texts(levels))
  }

  /// A copy as the next version, with levels of its own where they are given: what the cells of `framework` say goes with
  /// it, and where a level is new the standard words stand.
  @discardableResult
  package func copy(
    _ framework: Framework, name: String, levels: [Framework.Level]? = nil, from day: Day
  ) throws -> ID<Framework> {
    let levels = levels ?? framework.levels
    let kept = try connection.rows(
      """
      SELECT specialism, strand, level, outcome, help, examples, questions FROM framework_cells
      WHERE organisation_id = \(viewer.organisation) AND framework_id = \(framework.id)
      """
    ) { row in
      CellText(
        specialism: row.text(0), strand: row.text(1), level: row.text(2), outcome: row.text(3), help: row.text(4),
        examples: row.text(5), questions: row.text(6))
    }
    let keys = Set(levels.map(\.key))
    let there = Set(kept.map(\.level))
    let added = StandardFramework.texts(levels.filter { !there.contains($0.key) })
    return try insert(
      name: name, from: day, strands: framework.strands, levels: levels,
      texts: kept.filter { keys.contains($0.level) } + added)
  }

  /// Puts a cell into other words; refuses a framework whose `version` is no longer the one that was shown.
  package func reword(_ framework: Framework, _ text: CellText, version: Int) throws {
    try viewer.mustAll(.do, .project)
    let outcome = text.outcome.trimmingSpaces
    guard !outcome.isEmpty else { throw Refusal.invalid("Say what is wanted in this cell.", field: "outcome") }
    for (field, words) in [
      ("outcome", outcome), ("help", text.help), ("examples", text.examples), ("questions", text.questions),
    ] where words.count > 4000 {
      throw Refusal.invalid("That is longer than 4,000 characters.", field: field)
    }
    try changeVersion(of: framework, from: version)
    guard let cell = framework.cell(strand: text.strand, level: text.level) else { throw Refusal.notFound() }
    let old = try texts(framework, of: Specialism(key: text.specialism, name: ""))[cell]
    try connection.run(
      """
      DELETE FROM framework_cells WHERE organisation_id = \(viewer.organisation) AND framework_id = \(framework.id)
        AND specialism = \(text.specialism) AND strand = \(text.strand) AND level = \(text.level)
      """)
    try insert([text], into: framework.id)
    try connection.record(
      "reworded", "framework", framework.id.text, by: viewer, before: ["outcome": old?.outcome ?? ""],
      after: ["cell": framework.name(of: cell), "outcome": outcome])
  }

  private func changeVersion(of framework: Framework, from version: Int) throws {
    let written = try connection.run(
      """
      UPDATE frameworks SET version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(framework.id) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed this framework since you opened this page.") }
  }

  private func insert(
    name: String, from day: Day, strands: [Framework.Strand], levels: [Framework.Level], texts: [CellText]
  ) throws -> ID<Framework> {
    try viewer.mustAll(.do, .project)
    guard (1...8).contains(strands.count), (1...8).contains(levels.count) else {
      throw Refusal.invalid("A framework has one to eight strands and one to eight levels.", field: "levels")
    }
    let (organisation, id) = (viewer.organisation, connection.newID(Framework.self))
    let number = try connection.count(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM frameworks WHERE organisation_id = \(organisation)")
    try connection.run(
      """
      INSERT INTO frameworks (organisation_id, id, name, number, from_day, created_at, version)
      VALUES (\(organisation), \(id), \(name), \(number), \(day), \(connection.now), 1)
      """)
    try connection.insert(
      into: "framework_strands", "organisation_id, framework_id, position, key, name, aim",
      rows: strands.enumerated().map { position, strand in
        "\(organisation), \(id), \(position), \(strand.key), \(strand.name), \(strand.aim)"
      })
    try connection.insert(
      into: "framework_levels", "organisation_id, framework_id, position, key, name, meaning, counts_as",
      rows: levels.enumerated().map { position, level in
        "\(organisation), \(id), \(position), \(level.key), \(level.name), \(level.meaning), \(level.countsAs)"
      })
    try insert(texts, into: id)
    try connection.record(
      "added", "framework", id.text, by: viewer,
      after: ["name": name, "levels": levels.map(\.name).joined(separator: ", ")])
    return id
  }

  private func insert(_ texts: [CellText], into framework: ID<Framework>) throws {
    try connection.insert(
      into: "framework_cells",
      "organisation_id, framework_id, specialism, strand, level, outcome, help, examples, questions",
      rows: texts.map { text in
        """
        \(viewer.organisation), \(framework), \(text.specialism), \(text.strand), \(text.level),
        \(text.outcome.trimmingSpaces), \(text.help.trimmingSpaces), \(text.examples.trimmingSpaces),
        \(text.questions.trimmingSpaces)
        """
      })
  }

  private func parts<Part>(
    _ table: SQL, _ columns: SQL, _ read: (any Row) -> (ID<Framework>, Part)
  ) throws -> [ID<Framework>: [Part]] {
    var parts: [ID<Framework>: [Part]] = [:]
    try connection.each(
      """
      SELECT framework_id, key, name, \(columns) FROM \(table) WHERE organisation_id = \(viewer.organisation)
      ORDER BY framework_id, position
      """
    ) { row in
      let (id, part) = read(row)
      parts[id, default: []].append(part)
    }
    return parts
  }
}
