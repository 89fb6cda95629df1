package import Domain
import Formats
package import SQL
import Store

/// Brings a file of entries into an area, in two steps as `Importer` does for schools.
package struct EntryImporter: Sendable {
  let viewer: AreaViewer
  let today: Day
  let database: any Database

  package init(_ viewer: AreaViewer, today: Day, in database: any Database) {
    self.viewer = viewer
    self.today = today
    self.database = database
  }

  /// A file that was read and compared.
  package struct Prepared: Sendable {
    package let fileName: String
    package let preview: ImportPreview
    /// Everything that is asked, what has been answered too.
    package let questions: [UnsureItem]
    package let columns: [PreparedImport.Column]
    package let rowCount: Int
    package let mapping: [String: String]
    /// Of what was compared.
    package let fingerprint: String
    package let round: Round
    let file: EntryFile
    let here: EntrySurroundings
    let said: [String: String]
  }

  /// Reads the file and compares it with what the round holds that takes entries now. Writes nothing. Refuses who may not,
  /// an area without a round, and a file that is not what it says.
  package func preview(
    _ file: ImportFile, mapping said: [String: String] = [:], answers: [String: String] = [:]
  ) async throws -> Prepared {
    let (viewer, today) = (viewer, today)
    let (here, round, remembered) = try await database.read { connection in
      guard Entries(viewer, connection).takesFiles else {
        throw Refusal.refused("Your role does not allow importing this.")
      }
      let (here, round) = try EntryImporter.surroundings(viewer, today, connection)
      return (here, round, try EntryFiles(viewer, connection).rememberedMapping())
    }
    let (table, mapping) = try FileReading.table(EntryFields.all, file, said: said, remembered: remembered)
    let read = try EntryListReader.read(table, mapping, here)
    let (preview, questions, fingerprint) = try await database.read { connection in
      func plan(_ answers: [String: String]) throws -> EntryComparison.Plan {
        try EntryComparison.plan(read, here, viewer, round: round, today: today, answers: answers, connection)
      }
      let unanswered = try plan([:])
      let answered = answers.isEmpty ? unanswered : try plan(answers)
      var preview = answered.preview
      if try Demonstration.isOpen(connection) { preview.warnings.insert(Importer.doorsWillClose, at: 0) }
      return (preview, unanswered.preview.unsure, unanswered.fingerprint)
    }
    return Prepared(
      fileName: file.name, preview: preview, questions: questions, columns: PreparedImport.columns(table, mapping),
      rowCount: table.rows.count, mapping: mapping.headings(in: table.headings), fingerprint: fingerprint, round: round,
      file: read, here: here, said: said)
  }

  /// The file's columns, where `preview` cannot go on because one is missing.
  package func columns(
    _ file: ImportFile, mapping said: [String: String] = [:]
  ) async throws -> [PreparedImport.Column] {
    let viewer = viewer
    let remembered = try await database.read { try EntryFiles(viewer, $0).rememberedMapping() }
    let (table, mapping) = try FileReading.table(EntryFields.all, file, said: said, remembered: remembered)
    return PreparedImport.columns(table, mapping)
  }

  /// Writes it, all or nothing, and answers what was written. `fingerprint` is that of the preview that was shown: refuses
  /// where what it is about has changed since, and where rows were refused that `skipRefused` does not leave out.
  package func commit(
    _ prepared: Prepared, fingerprint: String, skipRefused: Bool, answers: [String: String] = [:],
    alongside: @escaping @Sendable (ImportPreview, any Connection) throws -> Void = { _, _ in }
  ) async throws -> ImportPreview {
    let (viewer, today) = (viewer, today)
    return try await database.write(keeper: viewer.organisation.text) { connection in
      func plan(_ answers: [String: String]) throws -> EntryComparison.Plan {
        try EntryComparison.plan(
          prepared.file, prepared.here, viewer, round: prepared.round, today: today, answers: answers, connection)
      }
      guard try plan([:]).fingerprint == fingerprint else {
        throw Refusal.conflict(
          "What this file is about has been changed since the preview was made. Look at a new preview, and commit that."
        )
      }
      let plan = try plan(answers)
      try PreparedImport.refuseRefused(plan.preview, skipRefused)
      try plan.write(connection)
      let files = EntryFiles(viewer, connection)
      if !prepared.said.isEmpty {
        try files.remember(prepared.mapping.merging(prepared.said.filter { $0.value.isEmpty }) { taken, _ in taken })
      }
      var done = plan.preview
      if try Demonstration.isOpen(connection) { done.warnings.insert(Importer.doorsWillClose, at: 0) }
      try files.record(fileName: prepared.fileName, counts: done.counts)
      done.committed = true
      try alongside(done, connection)
      return done
    }
  }

  private static func surroundings(
    _ viewer: AreaViewer, _ today: Day, _ connection: any Connection
  ) throws -> (EntrySurroundings, Round) {
    guard let round = try Rounds(viewer, connection).current(on: today) else {
      throw Refusal.conflict("This project has no round yet.")
    }
    guard round.takesEntries(on: today) else {
      throw Refusal.conflict("\(round.title) takes no entries today. Ask the coordinator to open it.")
    }
    let parts = AreaParts(viewer.organisation, connection)
    let here = EntrySurroundings(
      framework: try Frameworks(viewer, connection).find(round.framework),
      specialisms: try parts.specialisms().map { ($0.position, $0.specialism) }, sectors: try parts.sectors(),
      localities: try parts.localities())
    return (here, round)
  }
}
