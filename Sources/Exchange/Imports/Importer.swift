import Dispatch
package import Domain
package import SQL
import Formats
import Store

/// Brings files into a school, in two steps: a preview, which writes nothing, and its commit, in one transaction.
///
///     let importer = Importer(school, as: viewer, today: today, in: database)
///     let prepared = try await importer.preview(.pupils, ImportFile(name: "pupils.csv", bytes: bytes))
///     print(prepared.preview.json)
///     let done = try await prepared.commit(skipRefused: false)
package struct Importer: Sendable {
  let school: School
  let viewer: Viewer
  let today: Day
  let database: any Database

  package init(_ school: School, as viewer: Viewer, today: Day, in database: any Database) {
    self.school = school
    self.viewer = viewer
    self.today = today
    self.database = database
  }

  /// Reads the file and compares it with what the school keeps. `mapping` says which heading stands for a field (by the
  /// field's key or title; an empty heading: none), over what the school has remembered and what is guessed. `effective` is
  /// the day from which what changes holds where the file does not say; nil: today. `answers` are what the user has answered
  /// so far: the preview shows what they lead to. `progress` is told rows read and rows in all, from another thread.
  ///
  /// Refuses who may not import, and a file that is not what it says, with a sentence about the file.
  package func preview(
    _ kind: ImportKind, _ file: ImportFile, mapping: [String: String] = [:], effective: Day? = nil, until: Day? = nil,
    answers: [String: String] = [:], progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> PreparedImport {
    var prepared = try await open(kind, file, mapping: mapping, effective: effective, until: until, progress: progress)
    let (source, asking) = (prepared.source, prepared.asking)
    let (preview, questions, fingerprint, closes) = try await database.read { connection in
      let plan = try source.compare(asking, connection)
      var (preview, posed) = (plan.preview, plan.questions)
      if !answers.isEmpty {
        var answered = asking
        answered.answers = answers
        let now = try source.compare(answered, connection)
        (preview, posed) = (now.preview, now.questions)
      }
      // A question that an answer raised is kept with its own answer, however deep they follow on each other.
      var keys: Set<String> = []
      let questions = (plan.preview.unsure + posed + preview.unsure).filter { keys.insert($0.key).inserted }
      let closes = try Demonstration.isOpen(connection)
      if closes { preview.warnings.insert(Importer.doorsWillClose, at: 0) }
      return (preview, questions, plan.fingerprint, closes)
    }
    prepared.closesDemonstration = closes
    prepared.preview = preview
    if let unused = prepared.unusedColumns {
      prepared.preview.warnings.insert(unused, at: closes ? 1 : 0)
    }
    prepared.questions = questions
    prepared.fingerprint = fingerprint
    return prepared
  }

  /// The file's columns and how they would be understood, where `preview` cannot go on because one is missing. Refuses as
  /// `preview` does what is wrong with the file itself.
  package func columns(
    _ kind: ImportKind, _ file: ImportFile, mapping: [String: String] = [:]
  ) async throws -> [PreparedImport.Column] {
    try kind.refuseUnlessAllowed(viewer)
    let (viewer, today) = (viewer, today)
    let remembered = try await database.read { try Imports(viewer, $0).rememberedMapping(of: kind.rawValue) }
    return try await Importer.besides {
      try FileReading.columns(kind, file, said: mapping, remembered: remembered, today: today)
    }
  }

  /// The same file again, as it was previewed before: to be committed if `fingerprint` still is that of what would be done.
  package func reopen(
    _ kind: ImportKind, _ file: ImportFile, mapping: [String: String], effective: Day?, until: Day?,
    preview: ImportPreview, fingerprint: String
  ) async throws -> PreparedImport {
    var prepared = try await open(kind, file, mapping: mapping, effective: effective, until: until) { _, _ in }
    prepared.preview = preview
    prepared.fingerprint = fingerprint
    return prepared
  }

  private func open(
    _ kind: ImportKind, _ file: ImportFile, mapping: [String: String], effective: Day?, until: Day?,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> PreparedImport {
    try kind.refuseUnlessAllowed(viewer)
    let viewer = viewer
    let remembered = try await database.read { try Imports(viewer, $0).rememberedMapping(of: kind.rawValue) }
    let today = today
    let mayRates = viewer.mayAll(.do, .rates)
    let read = try await Importer.besides {
      try FileReading.read(
        kind, file, said: mapping, remembered: remembered, today: today, mayRates: mayRates, progress)
    }
    let asking = ImportAsking(school, viewer, ImportDays(today: today, given: effective), until: until)
    return PreparedImport(kind: kind, fileName: file.name, read: read, said: mapping, asking, database)
  }

  /// On a thread of its own: reading a large file takes seconds, in which visitors are still to be answered.
  private static func besides<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
  }

  /// Stands first among the warnings while the demonstration's doors are open.
  package static let doorsWillClose = ImportWarning(
    message:
      "This installation holds the demonstration. Committing an import closes its one-click sign-in for good, and "
      + "signs out everybody who came in by it.")
}

extension ImportKind {
  /// Who may change what the file is about, and import at all.
  package func refuseUnlessAllowed(_ viewer: Viewer) throws {
    try viewer.must(.do, .imports)
    guard viewer.mayAll(.do, noun) else {
      throw Refusal.refused("Your role does not allow importing this.")
    }
  }

  package var noun: Noun {
    switch self {
    case .pupils: .pupils
    case .staff: .staff
    case .calendar: .school
    case .groups, .map: .groups
    }
  }
}
