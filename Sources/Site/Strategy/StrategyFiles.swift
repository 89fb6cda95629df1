import Documents
import Domain
import Formats
import Hummingbird
import Logging
import Store

/// The strategy as it stands today, as a file: what the page shows, to the penny.
enum StrategyFiles {
  /// `GET …/strategies/{strategy}/strategy.pdf` and its like.
  static func send(_ file: StrategyFile, _ visit: Visit) async throws -> Response {
    let (viewer, school, today) = (visit.viewer, visit.here, visit.today)
    let id = try visit.id("strategy", Strategy.self)
    let document = try await visit.read { connection in
      try Strategies(viewer, connection).read(id, of: school, today: today)
        .document(isPublic: !viewer.mayAll(.see, .costs), isDraft: true, on: today)
    }
    let made = try await make(file, of: document, visit)
    try await visit.write { try Strategies(viewer, $0).recordExport(of: id, as: file.rawValue) }
    return visit.file(made.bytes, name: file.name(of: document), type: file.type, isInline: file == .pdf)
  }

  static func make(
    _ file: StrategyFile, of document: StrategyDocument, _ visit: Visit
  ) async throws -> (bytes: [UInt8], warning: String?) {
    do {
      return try await file.made(of: document, typst: visit.site.settings.typst)
    } catch let error as FormatError {
      visit.site.log.error("a strategy could not be made as \(file.rawValue)")
      throw Refusal.unavailable(error.sentence)
    }
  }
}
