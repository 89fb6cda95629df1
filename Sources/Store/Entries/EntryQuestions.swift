package import Domain
package import Foundation
package import SQL

/// A question of a coordinator to whoever wrote an entry, and its answer.
package struct EntryQuestion: Hashable, Sendable {
  package let id: ID<EntryQuestion>
  package let entry: ID<Entry>
  /// What the entry goes by.
  package let about: String
  package let question: String
  package let askedAt: Date
  package let askedBy: String
  package let answer: String?
  package let answeredAt: Date?
  package let answeredBy: String?
}

/// Questions about entries that `viewer` may see.
package struct EntryQuestions {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// Of one entry, oldest first.
  package func about(_ entry: ID<Entry>) throws -> [EntryQuestion] {
    try load("q.entry_id = \(entry)", limit: 200)
  }

  /// Without an answer, oldest first: for the desks.
  package func open(most: Int = 50) throws -> [EntryQuestion] {
    try load("q.answer IS NULL AND e.state <> 'merged'", limit: most)
  }

  package func openCount() throws -> Int {
    try connection.count(
      """
      SELECT COUNT(*) FROM entry_questions q
      JOIN entries e ON e.organisation_id = q.organisation_id AND e.id = q.entry_id
      WHERE q.organisation_id = \(viewer.organisation) AND q.answer IS NULL AND e.state <> 'merged'
        AND \(Entries(viewer, connection).visible())
      """)
  }

  /// Whom a question about an entry reaches, with their address: its author, where there is one.
  package struct Addressee: Hashable, Sendable {
    package let name: String
    package let email: String
  }

  /// Asks; answers whom to write to. `id`: that of the form, so that it is asked once.
  package func ask(_ typed: String, about entry: ID<Entry>, id: ID<EntryQuestion>) throws -> Addressee? {
    try viewer.mustAll(.do, .tidying)
    let found = try Entries(viewer, connection).find(entry)
    let question = typed.trimmingSpaces
    guard !question.isEmpty else { throw Refusal.invalid("Write your question.", field: "question") }
    guard question.count <= 2000 else {
      throw Refusal.invalid("A question has at most 2,000 characters.", field: "question")
    }
    if try connection.keeps(id, in: "entry_questions", of: viewer.organisation) { return nil }
    try connection.run(
      """
      INSERT INTO entry_questions (organisation_id, id, entry_id, question, asked_at, asked_by, answer, answered_at,
        answered_by)
      VALUES (\(viewer.organisation), \(id), \(entry), \(question), \(connection.now), \(viewer.name), NULL, NULL, NULL)
      """)
    try connection.record("asked", "entry", entry.text, by: viewer, after: ["question": question])
    guard let account = found.account else { return nil }
    return try connection.first("SELECT name, email FROM accounts WHERE id = \(account) AND disabled_at IS NULL") {
      Addressee(name: $0.text(0), email: $0.text(1))
    }
  }

  /// Answers a question about an entry of the viewer's own organisation. Refuses a blank answer, and a second one.
  package func answer(_ id: ID<EntryQuestion>, about entry: ID<Entry>, with typed: String) throws {
    try viewer.must(.do, .entries)
    let entries = Entries(viewer, connection)
    guard entries.isOwn(try entries.find(entry)) else { throw Refusal.refused() }
    let answer = typed.trimmingSpaces
    guard let question = try load("q.entry_id = \(entry) AND q.id = \(id)", limit: 1).first else {
      throw Refusal.notFound()
    }
    guard !answer.isEmpty else { throw Refusal.invalid("Write your answer.", field: "answer") }
    guard answer.count <= 2000 else {
      throw Refusal.invalid("An answer has at most 2,000 characters.", field: "answer")
    }
    if question.answer == answer { return }
    if let by = question.answeredBy {
      throw Refusal(
        .conflict, "\(by) has answered this question meanwhile: “\(question.answer ?? "")”.", field: "answer")
    }
    try connection.run(
      """
      UPDATE entry_questions SET answer = \(answer), answered_at = \(connection.now), answered_by = \(viewer.name)
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record(
      "answered", "entry", entry.text, by: viewer, before: ["question": question.question], after: ["answer": answer])
  }

  private func load(_ condition: SQL, limit: Int) throws -> [EntryQuestion] {
    try connection.rows(
      """
      SELECT q.id, q.entry_id, e.kind, e.title, e.description, q.question, q.asked_at, q.asked_by, q.answer, q.answered_at,
        q.answered_by
      FROM entry_questions q JOIN entries e ON e.organisation_id = q.organisation_id AND e.id = q.entry_id
      WHERE q.organisation_id = \(viewer.organisation) AND \(condition) AND \(Entries(viewer, connection).visible())
      ORDER BY q.id LIMIT \(limit)
      """
    ) { row in
      var details = EntryDetails(EntryKind(rawValue: row.text(2)) ?? .provision)
      (details.title, details.description) = (row.text(3), row.text(4))
      return EntryQuestion(
        id: row.id(0), entry: row.id(1), about: details.name, question: row.text(5), askedAt: row.moment(6),
        askedBy: row.text(7), answer: row.textOrNil(8), answeredAt: row.momentOrNil(9), answeredBy: row.textOrNil(10))
    }
  }
}
