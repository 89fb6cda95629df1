package import Domain

/// One of our fields, which a column of a file can be mapped to.
package struct ImportField: Hashable, Sendable {
  /// As `--map FIELD=HEADING` and the page's form name it.
  package let key: String
  /// As pages and previews name it.
  package let title: String
  /// What files head such a column with, the likeliest first; compared folded.
  package let headings: [String]
  /// Whether a heading that only holds one of `headings` among other words is taken too.
  package let isLoose: Bool
  /// Folded headings that can mean other things: taken only where the cells look right.
  let doubtful: Set<String>
  /// Folded headings that mean something else where the file has a column of one of these fields, by their keys.
  let doubtfulBeside: (headings: Set<String>, fields: Set<String>)
  /// Whether a cell can be of this field, where most other columns' cells cannot; nil where any text can.
  let looksRight: (@Sendable (String) -> Bool)?

  init(_ field: some ImportFields) {
    key = field.rawValue
    title = field.title
    headings = field.headings
    isLoose = field.isLoose
    doubtful = field.doubtful
    let beside = field.doubtfulBeside
    doubtfulBeside = (beside.headings, Set(beside.fields.map(\.rawValue)))
    looksRight = field.looksRight
  }

  package static func == (left: ImportField, right: ImportField) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// The fields of one kind of import.
protocol ImportFields: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  var title: String { get }
  var headings: [String] { get }
  var isLoose: Bool { get }
  var doubtful: Set<String> { get }
  var doubtfulBeside: (headings: Set<String>, fields: Set<Self>) { get }
  /// Whether it holds people's names, in which an apostrophe may stand first.
  var isName: Bool { get }
  var looksRight: (@Sendable (String) -> Bool)? { get }
}

extension ImportFields {
  var field: ImportField { ImportField(self) }
  var isLoose: Bool { false }
  var doubtful: Set<String> { [] }
  var doubtfulBeside: (headings: Set<String>, fields: Set<Self>) { ([], []) }
  var isName: Bool { false }
  var looksRight: (@Sendable (String) -> Bool)? { nil }
}

/// Which column of a file stands for which of our fields.
package struct ColumnMapping: Hashable, Sendable {
  /// By the field's key, the column counted from 0.
  package private(set) var columns: [String: Int] = [:]

  package init() {}
  package init(columns: [String: Int]) { self.columns = columns }

  package subscript(key: String) -> Int? { columns[key] }

  /// Takes a column for a field. The column stands for no other then.
  package mutating func set(_ key: String, to column: Int?) {
    if let column { columns = columns.filter { $0.value != column } }
    columns[key] = column
  }

  /// By the field's key, the heading of its column: what is remembered, since columns move.
  package func headings(in table: [String]) -> [String: String] {
    columns.compactMapValues { table.indices.contains($0) ? table[$0] : nil }.filter { !$0.value.isEmpty }
  }

  /// What the school has remembered, or the user has said, over what was guessed. A field that is said to have no column
  /// (an empty heading) has none. Headings that the file has not are passed over where `isLenient`, else refused.
  package mutating func take(
    _ said: [String: String], headings: [String], fields: [ImportField], isLenient: Bool
  ) throws(Refusal) {
    let folded = headings.map(Folding.fold)
    for (name, heading) in said.sorted(by: { $0.key < $1.key }) {
      guard let field = Self.field(named: name, in: fields) else {
        if isLenient { continue }
        let names = fields.map(\.key).joined(separator: ", ")
        throw .invalid("There is no field “\(name)” to map a column to. The fields are: \(names).", field: name)
      }
      if heading.isEmpty {
        set(field.key, to: nil)
      } else if let column = folded.firstIndex(of: Folding.fold(heading)) ?? headings.firstIndex(of: heading) {
        set(field.key, to: column)
      } else if !isLenient {
        let known = headings.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", ")
        throw .invalid("The file has no column “\(heading)”. Its columns are: \(known).", field: name)
      }
    }
  }

  static func field(named name: String, in fields: [ImportField]) -> ImportField? {
    let folded = Folding.fold(name)
    return fields.first { $0.key == name }
      ?? fields.first {
        Folding.fold($0.key) == folded || Folding.fold($0.title) == folded
      }
  }
}
