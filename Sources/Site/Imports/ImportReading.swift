import Domain
import Exchange
import Foundation
import Logging
import SQL
import Store
import Synchronization

/// The reading of one kept file, in the background. How far it is, and what it came to, stands in the database, so that any
/// server can answer the next request; one that falls silent is taken over by the server that is asked next.
struct ImportReading: Sendable {
  /// So many seconds without a word, and whoever reads is taken to be gone.
  static let silence: TimeInterval = 30
  private static let beat: Duration = .milliseconds(500)

  private let kind: ImportKind
  private let file: ImportFile
  private let saying: KeptImport.Saying
  private let id: ID<KeptImport>
  private let version: Int
  private let school: School
  private let viewer: Viewer
  private let today: Day
  private let database: any Database
  private let log: Logger

  init(
    _ kind: ImportKind, _ file: ImportFile, _ saying: KeptImport.Saying, _ id: ID<KeptImport>, version: Int,
    _ visit: Visit
  ) {
    self.kind = kind
    self.file = file
    self.saying = saying
    self.id = id
    self.version = version
    school = visit.here
    viewer = visit.viewer
    today = visit.today
    database = visit.site.database
    log = visit.site.log
  }

  /// Reads, and waits no longer than `patience` for it: most files are read by then, and the others go on being read.
  func run(for patience: Duration) async {
    let (ends, end) = AsyncStream.makeStream(of: Never.self)
    Task.detached {
      await read()
      end.finish()
    }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in ends {} }
      group.addTask { try? await Task.sleep(for: patience) }
      await group.next()
      group.cancelAll()
    }
  }

  private func read() async {
    let progress = Progress()
    let telling = Task {
      while true {
        try await Task.sleep(for: Self.beat)
        let (rowsRead, rows) = progress.counts.withLock { $0 }
        try? await write { try $0.tell(id, version: version, rowsRead: rowsRead, of: rows) }
      }
    }
    let outcome = await outcome(progress)
    telling.cancel()
    do {
      try await write { imports in
        try imports.finish(
          id, version: version, outcome.state, preview: outcome.shown?.text, fingerprint: outcome.fingerprint,
          rows: outcome.rows, refusal: outcome.refusal)
      }
    } catch {
      log.error("The end of a reading could not be kept: \(error)")
    }
  }

  private struct Outcome {
    var state: KeptImport.State
    var shown: ShownImport?
    var fingerprint: String?
    var rows = 0
    var refusal: String?
  }

  private func outcome(_ progress: Progress) async -> Outcome {
    let importer = Importer(school, as: viewer, today: today, in: database)
    do {
      let prepared = try await importer.preview(
        kind, file, mapping: saying.mapping, effective: saying.effective, until: saying.until,
        answers: ImportAnswers(kept: saying.answers).answers
      ) { rowsRead, rows in progress.counts.withLock { $0 = (rowsRead, rows) } }
      return Outcome(
        state: .ready, shown: ShownImport(prepared), fingerprint: prepared.fingerprint, rows: prepared.rowCount)
    } catch let refusal as Refusal {
      // What is wrong with the file itself is said of the field "file"; all else can be mended by saying what columns are.
      if refusal.kind == .invalid, refusal.field != "file",
        let columns = try? await importer.columns(kind, file, mapping: saying.mapping)
      {
        return Outcome(state: .unmapped, shown: ShownImport(columns: columns), refusal: refusal.sentence)
      }
      return Outcome(state: .refused, refusal: refusal.sentence)
    } catch {
      let reference = Reference.new()
      log.error("\(reference) reading a file of \(kind.rawValue): \(String(reflecting: type(of: error))) \(error)")
      return Outcome(
        state: .refused,
        refusal: "Trellis could not read this file, and it is our fault, not yours. Please try again; if it happens "
          + "again, tell whoever runs Trellis for you this reference: \(reference).")
    }
  }

  private func write(_ work: @escaping @Sendable (Imports) throws -> Void) async throws {
    let viewer = viewer
    try await database.write(keeper: viewer.organisation.text) { try work(Imports(viewer, $0)) }
  }

  /// Rows read and rows in all.
  private final class Progress: Sendable {
    let counts = Mutex((0, 0))
  }
}
