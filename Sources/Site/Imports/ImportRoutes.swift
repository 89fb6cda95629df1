import Components
import Domain
import Exchange
import Formats
import Foundation
import Hummingbird
import Markup
import SQL
import Store

/// Bringing files in: choose, look at what would be done, answer what is asked, do it.
enum ImportRoutes {
  private static let list = "/schools/{urn}/imports"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.do, .imports), show)
    routes.get("\(list)/new", .school(.do, .imports), choose)
    routes.post(list, .school(.do, .imports), takesTooLarge: true, upload)
    routes.get("\(list)/{import}", .school(.do, .imports), preview)
    routes.get("\(list)/{import}/progress", .school(.do, .imports), progress)
    routes.post("\(list)/{import}", .school(.do, .imports), ImportActs.commit)
    routes.post("\(list)/{import}/columns", .school(.do, .imports), ImportActs.sayColumns)
    routes.post("\(list)/{import}/answers", .school(.do, .imports), ImportActs.answer)
    routes.post("\(list)/{import}/removal", .school(.do, .imports), ImportActs.giveUp)
  }

  /// `GET /schools/{urn}/imports`: what can be brought in, and what waits.
  private static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await ImportsPage(visit))
  }

  /// `GET /schools/{urn}/imports/new?kind=pupils`
  private static func choose(_ visit: Visit) async throws -> Response {
    guard let kind = visit.query("kind").flatMap(ImportKind.init(rawValue:)) else {
      return visit.redirect(to: Way.imports(visit.here))
    }
    try kind.refuseUnlessAllowed(visit.viewer)
    return visit.page(try await ImportPage(kind, visit))
  }

  /// `POST /schools/{urn}/imports`: keeps the file, and reads it. What cannot be taken is said on the same page, and not
  /// kept.
  private static func upload(_ visit: Visit) async throws -> Response {
    guard let kind = visit.form["kind"].flatMap(ImportKind.init(rawValue:)) else {
      let refusals = Refusals([visit.form.refusal ?? .invalid("Choose what the file is about.", field: "kinds")])
      return visit.page(try await ImportsPage(visit, refusals), status: .unprocessableContent)
    }
    try kind.refuseUnlessAllowed(visit.viewer)
    let viewer = visit.viewer
    return try await visit.answering {
      let (file, saying) = try (ImportForm.file(visit), ImportForm.days(visit))
      let id = try await visit.write { connection in
        try Imports(viewer, connection).begin(
          kind: kind.rawValue, fileName: file.name, file: file.bytes, saying: saying)
      }
      await ImportReading(kind, file, saying, id, version: 1, visit).run(for: visit.site.settings.importPatience)
      let kept = try await visit.read { try Imports(viewer, $0).find(id) }
      if let kept, kept.state == .refused {
        try await visit.write { try Imports(viewer, $0).forget(id) }
        throw Refusal.invalid(kept.refusal ?? "", field: ImportForm.source(visit))
      }
      return visit.redirect(to: Way.kept(id, visit.here))
    } again: {
      try await ImportPage(kind, visit, $0)
    }
  }

  /// `GET /schools/{urn}/imports/{import}`: how far the file is read, then what it would do, then what it did.
  private static func preview(_ visit: Visit) async throws -> Response {
    guard var kept = try await find(visit) else {
      return visit.page(ImportGonePage(again: Way.imports(visit.here)), status: .notFound)
    }
    if kept.state == .reading, visit.now.timeIntervalSince(kept.touchedAt) > ImportReading.silence {
      kept = try await readAgain(kept, visit)
    }
    return try await page(kept, visit)
  }

  /// `GET /schools/{urn}/imports/{import}/progress`: for the page's script.
  private static func progress(_ visit: Visit) async throws -> Response {
    guard let kept = try await find(visit) else { throw Refusal.notFound() }
    let isSilent = visit.now.timeIntervalSince(kept.touchedAt) > ImportReading.silence
    let page = ImportProgressPage(kept, visit)
    let told = ImportProgressPage.Told(
      done: page.done, total: page.total, words: page.words,
      next: kept.state == .reading && !isSilent ? nil : Way.kept(kept.id, visit.here).text)
    let bytes = try JSONEncoder().encode(told)
    return Response(
      status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// One's own file as the address names it; nil where it is not here any more.
  static func find(_ visit: Visit) async throws -> KeptImport? {
    let (viewer, id) = (visit.viewer, try visit.id("import", KeptImport.self))
    return try await visit.read { try Imports(viewer, $0).find(id) }
  }

  /// The page of a file in whatever state it is.
  static func page(
    _ kept: KeptImport, _ visit: Visit, _ refusals: Refusals = .none, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let shown = ShownImport(kept: kept.preview)
    switch (kept.state, ImportKind(rawValue: kept.kind), shown) {
    case (.committed, let kind?, _):
      return visit.page(ImportDonePage(kept, kind, visit, isAgain: status == .conflict), status: status)
    case (.reading, _?, _): return visit.page(ImportProgressPage(kept, visit))
    case (.unmapped, let kind?, let shown?):
      return visit.page(
        ImportColumnsPage(kept, kind, shown, visit, refusals),
        status: refusals.isEmpty ? status : .unprocessableContent)
    case (.ready, let kind?, let shown?):
      return visit.page(try await ImportPreviewPage(kept, kind, shown, visit, refusals), status: status)
    default:
      return visit.page(
        ImportGonePage(sentence: kept.refusal, again: Way.imports(visit.here)), status: .unprocessableContent)
    }
  }

  /// Reads the file anew with what is said of it now, and waits a moment for it.
  static func readAgain(
    _ kept: KeptImport, saying: KeptImport.Saying? = nil, _ visit: Visit
  ) async throws -> KeptImport {
    let (viewer, saying, id) = (visit.viewer, saying ?? kept.saying, kept.id)
    let begun = try await visit.write { connection in
      let imports = Imports(viewer, connection)
      return try imports.readAgain(id, saying: saying).map { ($0, try imports.file(of: id)) }
    }
    if let (version, bytes) = begun, let kind = ImportKind(rawValue: kept.kind) {
      let file = ImportFile(name: kept.fileName, bytes: bytes)
      await ImportReading(kind, file, saying, id, version: version, visit).run(
        for: visit.site.settings.importPatience)
    }
    return try await visit.read { try Imports(viewer, $0).find(id) } ?? kept
  }
}

/// Every page about imports, for the gallery and the tests that look at all of them.
enum ImportPages {
  static let all: [any Page.Type] = [
    ImportsPage.self, ImportPage.self, ImportProgressPage.self, ImportColumnsPage.self, ImportPreviewPage.self,
    ImportDonePage.self, ImportGonePage.self,
  ]
}
