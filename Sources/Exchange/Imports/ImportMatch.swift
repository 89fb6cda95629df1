/// Words of a map that were taken for something of the school's catalogue, or for something new: the user may say otherwise.
package struct ImportMatch: Hashable, Sendable, Codable {
  /// The answer's key.
  package let key: String
  package let row: Int
  /// What is matched: `Provision` or `Heading`.
  package let field: String
  /// As the table has it.
  package let what: String
  /// The id of the candidate that it is taken for, or `new`.
  package let taken: String
  /// What it could be, the likeliest first.
  package let candidates: [UnsureItem.Candidate]
  /// Whether `new` is an answer.
  package let mayBeNew: Bool

  package init(
    key: String, row: Int, field: String, what: String, taken: String, candidates: [UnsureItem.Candidate],
    mayBeNew: Bool
  ) {
    self.key = key
    self.row = row
    self.field = field
    self.what = what
    self.taken = taken
    self.candidates = candidates
    self.mayBeNew = mayBeNew
  }
}

extension ImportPreview {
  private enum CodingKeys: String, CodingKey {
    case new, changed, unchanged, missing, unsure, refused, warnings, matches, names, committed
  }

  package init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: CodingKeys.self)
    new = try values.decode([ImportItem].self, forKey: .new)
    changed = try values.decode([ImportItem].self, forKey: .changed)
    unchanged = try values.decode([ImportItem].self, forKey: .unchanged)
    missing = try values.decode([ImportItem].self, forKey: .missing)
    unsure = try values.decode([UnsureItem].self, forKey: .unsure)
    refused = try values.decode([RefusedCell].self, forKey: .refused)
    warnings = try values.decode([ImportWarning].self, forKey: .warnings)
    matches = try values.decodeIfPresent([ImportMatch].self, forKey: .matches) ?? []
    names = try values.decodeIfPresent([ImportName].self, forKey: .names) ?? []
    committed = try values.decode(Bool.self, forKey: .committed)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(new, forKey: .new)
    try values.encode(changed, forKey: .changed)
    try values.encode(unchanged, forKey: .unchanged)
    try values.encode(missing, forKey: .missing)
    try values.encode(unsure, forKey: .unsure)
    try values.encode(refused, forKey: .refused)
    try values.encode(warnings, forKey: .warnings)
    if !matches.isEmpty { try values.encode(matches, forKey: .matches) }
    if !names.isEmpty { try values.encode(names, forKey: .names) }
    try values.encode(committed, forKey: .committed)
  }
}
