package import Domain
import Foundation
package import SQL

/// A strategy as it was published: kept exactly, as page, paper and office document.
package struct StrategyEdition: Hashable, Sendable {
  package let id: ID<StrategyEdition>
  package let strategy: ID<Strategy>
  /// From 1, of the school.
  package let number: Int
  package let day: Day
  package let document: StrategyDocument
  /// Taken off the public page: nobody outside the school reads it any more.
  package let isWithdrawn: Bool

  package init(
    id: ID<StrategyEdition>, strategy: ID<Strategy>, number: Int, day: Day, document: StrategyDocument,
    isWithdrawn: Bool = false
  ) {
    self.id = id
    self.strategy = strategy
    self.number = number
    self.day = day
    self.document = document
    self.isWithdrawn = isWithdrawn
  }
}

/// What a school has published of its inclusion strategies. Anybody may read it; it is all that anybody may read.
package struct StrategyEditions {
  let organisation: ID<Organisation>
  let connection: any Connection
  /// Whether only what was not withdrawn is there.
  private var isPublic = false

  /// Of the school with this URN; nil where there is none, or it has published nothing: a stranger is not told which.
  package init?(publicOf urn: String, _ connection: any Connection) throws {
    guard let school = try Schools.withURN(urn, connection) else { return nil }
    self.init(of: school.id, connection)
    isPublic = true
    guard
      try connection.exists(
        "SELECT 1 FROM strategy_editions WHERE organisation_id = \(school.id) AND withdrawn_at IS NULL")
    else { return nil }
  }

  package init(of organisation: ID<Organisation>, _ connection: any Connection) {
    self.organisation = organisation
    self.connection = connection
  }

  /// The newest first.
  package func all() throws -> [StrategyEdition] { try load("TRUE") }

  /// Not found where there is none of this number.
  package func find(_ number: Int) throws -> StrategyEdition {
    guard let found = try load("number = \(number)").first else { throw Refusal.notFound() }
    return found
  }

  package enum File: Sendable { case pdf, word }

  /// The bytes as they were published.
  package func file(_ file: File, of number: Int) throws -> [UInt8] {
    let column: SQL = file == .pdf ? "pdf" : "word"
    let bytes = try connection.first(
      """
      SELECT \(column) FROM strategy_editions
      WHERE organisation_id = \(organisation) AND number = \(number) AND \(inSight)
      """
    ) { $0.bytes(0) }
    guard let bytes else { throw Refusal.notFound() }
    return bytes
  }

  private var inSight: SQL { isPublic ? "withdrawn_at IS NULL" : "TRUE" }

  private func load(_ condition: SQL) throws -> [StrategyEdition] {
    let decoder = JSONDecoder()
    return try connection.rows(
      """
      SELECT id, strategy_id, number, day, document, withdrawn_at IS NOT NULL FROM strategy_editions
      WHERE organisation_id = \(organisation) AND \(condition) AND \(inSight) ORDER BY number DESC
      """
    ) { row in
      StrategyEdition(
        id: row.id(0), strategy: row.id(1), number: row.int(2), day: row.day(3),
        document: try decoder.decode(StrategyDocument.self, from: Data(row.text(4).utf8)),
        isWithdrawn: row.bool(5))
    }
  }
}

extension Strategies {
  /// What is to be published, with its files.
  package struct ToPublish: Sendable {
    package let document: StrategyDocument
    package let pdf: [UInt8]
    package let word: [UInt8]
    /// The strategy's version that they were made from.
    package let version: Int

    package init(document: StrategyDocument, pdf: [UInt8], word: [UInt8], version: Int) {
      self.document = document
      self.pdf = pdf
      self.word = word
      self.version = version
    }
  }

  /// Publishes a strategy: from now on anybody reads this. Refuses one that has changed since its files were made, and one
  /// in which something is missing. What was published before stays as it was.
  @discardableResult
  package func publish(
    _ id: ID<Strategy>, _ made: ToPublish, at school: School, readNames: Bool, today: Day
  ) throws -> Int {
    let strategy = try changing(id)
    guard strategy.version == made.version else { throw changedMeanwhile }
    let read = try read(id, of: school, today: today)
    guard read.check.missing.isEmpty else {
      throw Refusal.conflict("Something is still missing, so nothing was published. The list says what.")
    }
    guard read.document(isPublic: true, on: today) == made.document else {
      throw Refusal.conflict("The map has changed in these moments, so nothing was published. Please look once more.")
    }
    guard readNames || read.check.names.isEmpty else {
      throw Refusal.invalid("Read the texts that may name a child once more, and say that none does.", field: "names")
    }
    // Sent twice, it is published once.
    if let newest = read.published.first, newest.document == made.document, !newest.isWithdrawn { return newest.number }
    let number =
      1
      + (try connection.count(
        "SELECT COALESCE(MAX(number), 0) FROM strategy_editions WHERE organisation_id = \(organisation)"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(made.document), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO strategy_editions (organisation_id, id, strategy_id, number, day, published_at, published_by, document,
        pdf, word)
      VALUES (\(organisation), \(connection.newID(StrategyEdition.self)), \(id), \(number), \(today), \(connection.now),
        \(viewer.name), \(text), \(made.pdf), \(made.word))
      """)
    try connection.record(
      "published", "strategy", id.text, by: viewer,
      after: ["version": String(number), "budget": made.document.total.total.words])
    return number
  }

  /// Takes a version off the public page, as where it named a child after all. The school keeps it, and what it told still
  /// counts: it may have been read.
  package func withdraw(_ number: Int, of id: ID<Strategy>) throws {
    _ = try changing(id)
    let written = try connection.run(
      """
      UPDATE strategy_editions SET withdrawn_at = \(connection.now), withdrawn_by = \(viewer.name)
      WHERE organisation_id = \(organisation) AND strategy_id = \(id) AND number = \(number) AND withdrawn_at IS NULL
      """)
    if written == 0 { throw Refusal.notFound() }
    try connection.record("withdrew", "strategy", id.text, by: viewer, after: ["version": String(number)])
  }
}
