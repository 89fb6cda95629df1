/// What an import would do, or has done: the same words on the page and in the command's JSON, whose keys are documented
/// in docs/importing.md and stay as they are. Rows are counted as the user's spreadsheet counts them.
package struct ImportPreview: Hashable, Sendable, Codable {
  /// Would be added.
  package var new: [ImportItem] = []
  /// Are kept already and would change, field by field.
  package var changed: [ImportItem] = []
  package var unchanged: [ImportItem] = []
  /// Kept, but not in the file. An import ends nobody.
  package var missing: [ImportItem] = []
  /// Would be imported only after an answer.
  package var unsure: [UnsureItem] = []
  /// Cannot be taken as they are.
  package var refused: [RefusedCell] = []
  package var warnings: [ImportWarning] = []
  /// Words of a map that stand for something of the catalogue; in JSON only where there are any.
  package var matches: [ImportMatch] = []
  /// What the provisions of a map are called; in JSON only where there are any.
  package var names: [ImportName] = []
  package var committed = false

  package init() {}

  /// The rows that were refused, once each.
  package var refusedRows: [Int] { Set(refused.map(\.row)).sorted() }
  /// Whether committing it would write anything.
  package var isEmpty: Bool { new.isEmpty && changed.isEmpty }
}

/// One thing of the file, or of the school: a pupil, a member of staff, a term, a group.
package struct ImportItem: Hashable, Sendable, Codable {
  /// Nil where it stands in no row of the file.
  package let row: Int?
  /// Of what is kept; nil for what is new.
  package let id: String?
  /// In words: `Hussain, Amina, Year 3`.
  package let what: String
  package let changes: [FieldChange]
  /// What the file hints at and the user may take: minutes and staff that a cell mentions.
  package let offers: [ImportOffer]

  package init(row: Int?, id: String? = nil, what: String, changes: [FieldChange] = [], offers: [ImportOffer] = []) {
    self.row = row
    self.id = id
    self.what = what
    self.changes = changes
    self.offers = offers
  }

  private enum CodingKeys: String, CodingKey { case row, id, what, changes, offers }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    row = try values.decode(Int?.self, forKey: .row)
    id = try values.decode(String?.self, forKey: .id)
    what = try values.decode(String.self, forKey: .what)
    changes = try values.decode([FieldChange].self, forKey: .changes)
    offers = try values.decodeIfPresent([ImportOffer].self, forKey: .offers) ?? []
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(row, forKey: .row)
    try values.encode(id, forKey: .id)
    try values.encode(what, forKey: .what)
    try values.encode(changes, forKey: .changes)
    if !offers.isEmpty { try values.encode(offers, forKey: .offers) }
  }
}

/// One field of a thing, as it is kept and as it would be. `from` is nil where nothing is kept, `to` where it would end.
package struct FieldChange: Hashable, Sendable, Codable {
  package let field: String
  package let from: String?
  package let to: String?
  /// The first day on which it holds, `YYYY-MM-DD`; nil for what has no dates.
  package let begins: String?

  package init(_ field: String, from: String? = nil, to: String?, begins: String? = nil) {
    self.field = field
    self.from = from
    self.to = to
    self.begins = begins
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(field, forKey: .field)
    try values.encode(from, forKey: .from)
    try values.encode(to, forKey: .to)
    try values.encodeIfPresent(begins, forKey: .begins)
  }
}

/// Something that the file mentions beside what it says: to be ticked, never invented.
package struct ImportOffer: Hashable, Sendable, Codable {
  /// The answer's key.
  package let key: String
  package let what: String
  /// Where it comes from, in words: `in the cell`.
  package let source: String

  package init(key: String, what: String, source: String) {
    self.key = key
    self.what = what
    self.source = source
  }
}

/// A row, or a name in a cell, that could be more than one thing. An answer is a candidate's id, `new` or `skip`.
package struct UnsureItem: Hashable, Sendable, Codable {
  /// The answer's key.
  package let key: String
  package let row: Int
  package let column: String
  package let what: String
  /// Why it is asked, in a sentence.
  package let question: String
  package let candidates: [Candidate]
  /// Whether `new` is an answer.
  package let mayBeNew: Bool

  package struct Candidate: Hashable, Sendable, Codable {
    package let id: String
    package let what: String

    package init(id: String, what: String) {
      self.id = id
      self.what = what
    }
  }

  package init(
    key: String, row: Int, column: String, what: String, question: String, candidates: [Candidate], mayBeNew: Bool
  ) {
    self.key = key
    self.row = row
    self.column = column
    self.what = what
    self.question = question
    self.candidates = candidates
    self.mayBeNew = mayBeNew
  }
}

/// Why a row cannot be taken: the user's own row and column, and a sentence.
package struct RefusedCell: Hashable, Sendable, Codable {
  package let row: Int
  package let column: String
  package let message: String

  package init(row: Int, column: String, message: String) {
    self.row = row
    self.column = column
    self.message = message
  }
}

/// What somebody should look at, though it is taken as it is. Of the whole file where `row` is nil.
package struct ImportWarning: Hashable, Sendable, Codable {
  package let row: Int?
  package let column: String?
  package let message: String

  package init(row: Int? = nil, column: String? = nil, message: String) {
    self.row = row
    self.column = column
    self.message = message
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(row, forKey: .row)
    try values.encode(column, forKey: .column)
    try values.encode(message, forKey: .message)
  }
}
