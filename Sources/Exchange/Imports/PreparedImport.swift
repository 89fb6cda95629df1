package import Domain
import Formats
package import SQL
import Store

/// A file that was read and compared: its preview, and the act that commits it.
package struct PreparedImport: Sendable {
  package let kind: ImportKind
  package let fileName: String
  package internal(set) var preview = ImportPreview()
  /// Everything that is asked, what has been answered too.
  package internal(set) var questions: [UnsureItem] = []
  /// Of what was compared. A commit is refused where it would now be another.
  package internal(set) var fingerprint = ""
  /// Whether committing it closes the demonstration's one-click sign-in for good: to be said before.
  package internal(set) var closesDemonstration = false
  /// By the field's key, the heading of the column that is taken for it.
  package let mapping: [String: String]
  /// The file's columns with a few of their values; empty where the file has none to be mapped.
  package let columns: [Column]
  package let rowCount: Int
  /// Names the columns that were taken for nothing.
  let unusedColumns: ImportWarning?
  let source: any ImportSource
  let asking: ImportAsking
  private let database: any Database
  /// What the user has said of columns: then the school remembers how all of them were taken.
  private let said: [String: String]

  package struct Column: Hashable, Sendable, Codable {
    package let heading: String
    package let examples: [String]
    /// The key of the field that it is taken for; nil: left out.
    package let field: String?

    package init(heading: String, examples: [String], field: String?) {
      self.heading = heading
      self.examples = examples
      self.field = field
    }
  }

  init(
    kind: ImportKind, fileName: String, read: FileReading.Result, said: [String: String], _ asking: ImportAsking,
    _ database: any Database
  ) {
    self.kind = kind
    self.fileName = fileName
    source = read.source
    rowCount = read.rowCount
    mapping = read.table.map { read.mapping.headings(in: $0.headings) } ?? [:]
    columns = read.mapColumns ?? read.table.map { PreparedImport.columns($0, read.mapping) } ?? []
    unusedColumns = read.table.flatMap { PreparedImport.unused($0, read.mapping) }
    self.said = said
    self.asking = asking
    self.database = database
  }

  /// Writes it, all or nothing, and answers what was written. `answers` are by the keys of what was unsure: a candidate's id,
  /// `new` or `skip`; what is not answered is left out. `leavers` are pupils missing from the file who left, with their last
  /// day. `alongside` is done in the same transaction, once everything is written.
  ///
  /// Refuses where rows were refused and `skipRefused` does not say to go on without them, and where what was compared has
  /// changed since the preview.
  package func commit(
    skipRefused: Bool, answers: [String: String] = [:], leavers: [ID<Pupil>: Day] = [:],
    alongside: @escaping @Sendable (ImportPreview, any Connection) throws -> Void = { _, _ in }
  ) async throws -> ImportPreview {
    let (asking, kind, fileName) = (asking, kind, fileName)
    let (source, fingerprint, mapping) = (source, fingerprint, toRemember)
    let (closes, unused) = (closesDemonstration, unusedColumns)
    return try await database.write(keeper: asking.school.id.text) { connection in
      var plan = try source.compare(asking, connection)
      guard plan.fingerprint == fingerprint else {
        throw Refusal.conflict(
          "What this file is about has been changed since the preview was made. Look at a new preview, and commit that."
        )
      }
      if !answers.isEmpty {
        var answered = asking
        answered.answers = answers
        plan = try source.compare(answered, connection)
      }
      try PreparedImport.refuseRefused(plan.preview, skipRefused)
      try PreparedImport.refuseStrangers(leavers, plan.preview)
      try plan.write(leavers, connection)
      let imports = Imports(asking.viewer, connection)
      if let mapping {
        // Of maps each heading is remembered by itself: a school may keep several.
        let before = kind == .map ? try imports.rememberedMapping(of: kind.rawValue) : [:]
        try imports.remember(before.merging(mapping) { $1 }, for: kind.rawValue)
      }
      try imports.record(kind: kind.rawValue, fileName: fileName, counts: plan.preview.counts)
      var done = plan.preview
      if let unused { done.warnings.insert(unused, at: 0) }
      if closes { done.warnings.insert(Importer.doorsWillClose, at: 0) }
      done.committed = true
      try alongside(done, connection)
      return done
    }
  }

  /// How the columns were taken, and which fields are to have none, where the user said so; else nil.
  private var toRemember: [String: String]? {
    if said.isEmpty { return nil }
    return kind == .map
      ? RememberedColumns.kept(said, columns) : mapping.merging(said.filter { $0.value.isEmpty }) { taken, _ in taken }
  }

  static func refuseRefused(_ preview: ImportPreview, _ skipRefused: Bool) throws {
    let rows = preview.refusedRows
    guard let first = preview.refused.first, !skipRefused else { return }
    let others =
      switch rows.count {
      case 1: ""
      case 2: ", nor can one more"
      default: ", nor can \(rows.count - 1) more"
      }
    throw Refusal.invalid(
      "Nothing was imported: row \(first.row), “\(first.column)”, cannot be taken as it is\(others); correct the file, or "
        + "go on without what was refused.", field: "skip-refused")
  }

  private static func refuseStrangers(_ leavers: [ID<Pupil>: Day], _ preview: ImportPreview) throws {
    let missing = Set(preview.missing.compactMap(\.id))
    guard leavers.keys.allSatisfy({ missing.contains($0.text) }) else {
      throw Refusal.conflict("Somebody who was ticked as having left is not missing from the file any more.")
    }
  }

  /// Those that hold anything under a heading in words: whoever brings the file should see what is passed over, and say
  /// otherwise.
  private static func unused(_ table: Table, _ mapping: ColumnMapping) -> ImportWarning? {
    let used = Set(mapping.columns.values)
    let unused = table.headings.indices.filter { column in
      !used.contains(column) && table.headings[column].contains(where: \.isLetter)
        && table.rows.contains { !$0.cells[column].isEmpty }
    }
    guard !unused.isEmpty else { return nil }
    let names = unused.prefix(20).map { "“\(CellReading.short(table.headings[$0]))”" }.joined(separator: ", ")
    let more = unused.count > 20 ? " and \(unused.count - 20) more" : ""
    return ImportWarning(
      message: "\(unused.count == 1 ? "This column is" : "These columns are") not used: \(names)\(more).")
  }

  static func columns(_ table: Table, _ mapping: ColumnMapping) -> [Column] {
    table.headings.enumerated().map { index, heading in
      var examples: [String] = []
      for row in table.rows.prefix(200) where examples.count < 3 {
        let text = CellReading.short(row.cells[index])
        if !text.isEmpty, !examples.contains(text) { examples.append(text) }
      }
      return Column(
        heading: heading, examples: examples, field: mapping.columns.first { $0.value == index }?.key)
    }
  }
}
