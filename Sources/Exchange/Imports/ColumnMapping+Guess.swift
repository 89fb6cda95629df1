import Domain
import Formats

extension ColumnMapping {
  /// Words that say that a column is about somebody else, or about another time.
  private static let strangers: Set<String> = [
    "contact", "parent", "parents", "carer", "guardian", "mother", "father", "sibling", "emergency", "doctor", "tutors",
    "previous", "former", "old", "notes", "note", "comment", "comments", "description", "ever", "history",
  ]

  /// Guesses by the headings, and by the look of the cells where a heading says nothing. Each column stands for one
  /// field at the most.
  init(guessedFor table: Table, fields: [ImportField]) {
    self.init()
    let headings = table.headings.map(Folding.fold)
    var free = Set(headings.indices.filter { !headings[$0].isEmpty })
    func take(_ field: ImportField, _ column: Int) {
      set(field.key, to: column)
      free.remove(column)
    }
    for field in fields {
      let free = free.filter { !field.doubtful.contains(headings[$0]) || Self.isPlausible(field, $0, table) }
      if let column = Self.exact(field, headings, free) { take(field, column) }
    }
    for field in fields where field.isLoose && self[field.key] == nil {
      let free = free.filter { Self.isPlausible(field, $0, table) }
      if let column = Self.loose(field, headings, free) { take(field, column) }
    }
    if let upn = fields.first(where: { $0.key == PupilField.upn.rawValue }), self[upn.key] == nil,
      let column = table.headings.indices.first(where: { !columns.values.contains($0) && Self.holdsUPNs($0, table) })
    {
      take(upn, column)
    }
    for field in fields {
      let (doubtful, beside) = field.doubtfulBeside
      guard let column = self[field.key], doubtful.contains(headings[column]) else { continue }
      if beside.contains(where: { self[$0] != nil }) { set(field.key, to: nil) }
    }
  }

  /// Whether most of the column's first cells can be what the heading says: "Status" may be of enrolment.
  private static func isPlausible(_ field: ImportField, _ column: Int, _ table: Table) -> Bool {
    guard let reads = field.looksRight else { return true }
    let filled = table.rows.prefix(100).map { $0.cells[column] }.filter { !$0.isEmpty }
    return filled.isEmpty || filled.count(where: reads) * 2 >= filled.count
  }

  /// The column whose heading is the likeliest of the field's own.
  private static func exact(_ field: ImportField, _ headings: [String], _ free: Set<Int>) -> Int? {
    for heading in [field.title, field.key] + field.headings {
      let folded = Folding.fold(heading)
      if let column = headings.indices.first(where: { free.contains($0) && headings[$0] == folded }) { return column }
    }
    return nil
  }

  private static func loose(_ field: ImportField, _ headings: [String], _ free: Set<Int>) -> Int? {
    for heading in field.headings {
      let wanted = Folding.fold(heading)
      let column = headings.indices.first { column in
        free.contains(column) && " \(headings[column]) ".contains(" \(wanted) ")
          && strangers.isDisjoint(with: headings[column].split(separator: " ").map(String.init))
      }
      if let column { return column }
    }
    return nil
  }

  private static func holdsUPNs(_ column: Int, _ table: Table) -> Bool {
    let filled = table.rows.prefix(50).map { $0.cells[column] }.filter { !$0.isEmpty }
    return filled.count >= 2 && filled.count { UPN($0) != nil } * 10 >= filled.count * 8
  }
}
