package import Domain
package import SQL

/// The principles by which a school works, as dated data that it types or pastes in.
package struct Principles {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  private var organisation: ID<Organisation> { viewer.organisation }

  /// In the school's order, those that ended too.
  package func all() throws -> [Principle] {
    guard viewer.may(.see, .strategy) else { return [] }
    return try connection.rows(
      """
      SELECT id, text, source, from_day, until_day FROM principles
      WHERE organisation_id = \(organisation) ORDER BY position, id
      """
    ) { Principle(id: $0.id(0), text: $0.text(1), source: $0.text(2), span: $0.span(3)) }
  }

  /// Those that hold on any day of a strategy.
  package func inForce(in period: Period) throws -> [Principle] {
    try all().filter { $0.span.within(period) != nil }
  }

  package func find(_ id: ID<Principle>) throws -> Principle {
    guard let found = try all().first(where: { $0.id == id }) else { throw Refusal.notFound() }
    return found
  }

  /// Several at once, one a line, from a day on. Numbers and bullets before them are left out, and so is what is there
  /// already. Refuses no line, and lines beyond 500 characters. How many were added.
  @discardableResult
  package func add(_ lines: String, source typed: String, from day: Day) throws -> Int {
    try viewer.mustAll(.do, .strategy)
    let texts = lines.split(whereSeparator: \.isNewline).map(Self.text).filter { !$0.isEmpty }
    let source = typed.trimmingSpaces
    guard !texts.isEmpty else { throw Refusal.invalid("Write at least one principle.", field: "principles") }
    if let long = texts.first(where: { $0.count > 500 }) {
      throw Refusal.invalid(
        "A principle has at most 500 characters; one of these begins “\(long.prefix(40))…”.", field: "principles")
    }
    guard source.count <= 300 else { throw Refusal.invalid("A source has at most 300 characters.", field: "source") }
    let there = try all()
    var known = Set(there.filter { $0.span.until == nil }.map { Folding.fold($0.text) })
    let new = texts.filter { known.insert(Folding.fold($0)).inserted }
    guard there.count + new.count <= 200 else {
      throw Refusal.invalid("A school keeps at most 200 principles.", field: "principles")
    }
    for (index, text) in new.enumerated() {
      let id = connection.newID(Principle.self)
      try connection.run(
        """
        INSERT INTO principles (organisation_id, id, text, source, from_day, until_day, position)
        VALUES (\(organisation), \(id), \(text), \(source), \(day), NULL, \(there.count + index + 1))
        """)
      try connection.record("added", "principle", id.text, by: viewer, after: ["text": text, "source": source])
    }
    if !new.isEmpty { try touchStrategies(in: Span(day)!) }
    return new.count
  }

  /// `day` is its last. Refuses a day before its first.
  package func end(_ id: ID<Principle>, on day: Day) throws {
    try viewer.mustAll(.do, .strategy)
    let old = try find(id)
    if day < old.span.from {
      throw Refusal.invalid("It holds from \(old.span.from.words), so it cannot end before.", field: "until")
    }
    try connection.run(
      "UPDATE principles SET until_day = \(day) WHERE organisation_id = \(organisation) AND id = \(id)")
    try touchStrategies(in: old.span)
    try connection.record(
      "ended", "principle", id.text, by: viewer, before: ["text": old.text], after: ["until": day.iso])
  }

  /// One that was written by mistake. Refuses one that an activity follows.
  package func remove(_ id: ID<Principle>) throws {
    try viewer.mustAll(.do, .strategy)
    let old = try find(id)
    let isUsed = try connection.exists(
      "SELECT 1 FROM strategy_activities WHERE organisation_id = \(organisation) AND principle_id = \(id)")
    if isUsed {
      throw Refusal.conflict("An activity follows this principle. End it instead, or choose another there first.")
    }
    try touchStrategies(in: old.span)
    try connection.run("DELETE FROM principles WHERE organisation_id = \(organisation) AND id = \(id)")
    try connection.record("removed", "principle", id.text, by: viewer, before: ["text": old.text])
  }

  /// Corrects what a principle says, or where it is from.
  package func correct(_ id: ID<Principle>, _ typed: String, source typedSource: String) throws {
    try viewer.mustAll(.do, .strategy)
    let old = try find(id)
    let (text, source) = (typed.trimmingSpaces, typedSource.trimmingSpaces)
    guard !text.isEmpty, text.count <= 500, source.count <= 300 else {
      throw Refusal.invalid("A principle has 1 to 500 characters, its source at most 300.", field: "text-\(id.text)")
    }
    try connection.run(
      """
      UPDATE principles SET text = \(text), source = \(source) WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try touchStrategies(in: old.span)
    try connection.recordChange(
      "principle", id.text, by: viewer, ["text": old.text, "source": old.source], ["text": text, "source": source])
  }

  /// They stand in every strategy of these days, so that governors look at it anew.
  private func touchStrategies(in span: Span) throws {
    try connection.run(
      """
      UPDATE strategies SET version = version + 1
      WHERE organisation_id = \(organisation) AND until_day >= \(span.from)
        AND from_day <= \(span.until ?? Day(9999, 12, 31)!)
      """)
  }

  /// `3. Every child belongs`, `(3) Every child belongs`, `iii. …` and `• …` are `Every child belongs`; `3 in 10` is not a
  /// number before a text, nor is `1:1`.
  private static func text(_ line: Substring) -> String {
    let trimmed = Substring(String(line).trimmingSpaces)
    let mark = /(?:\(?(?:[0-9]{1,2}|[ivx]{1,4})[.)]\s+|[•·*\-–]\s*|[0-9]{1,2}\s+(?=\p{Lu}))/
    return String(trimmed.trimmingPrefix(mark)).trimmingSpaces
  }
}
