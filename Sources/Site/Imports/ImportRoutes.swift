import Components
import Domain
import Exchange
import Formats
import Hummingbird
import Markup
import SQL
import Store

/// Bringing files in: choose, look at what would be done, do it.
enum ImportRoutes {
  private static let list = "/schools/{urn}/imports"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.do, .imports), show)
    routes.post(list, .school(.do, .imports), upload)
    routes.get("\(list)/{import}", .school(.do, .imports), preview)
    routes.post("\(list)/{import}", .school(.do, .imports), commit)
    routes.post("\(list)/{import}/removal", .school(.do, .imports), giveUp)
  }

  /// `GET /schools/{urn}/imports`
  private static func show(_ visit: Visit) async throws -> Response { visit.page(try await chooser(visit)) }

  /// `POST /schools/{urn}/imports`: reads the file, compares it, and keeps it with its preview.
  private static func upload(_ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    do {
      let kind = try chosen(visit)
      let file = try sent(visit)
      let effective = try day(visit)
      let importer = Importer(school, as: viewer, today: visit.today, in: visit.site.database)
      let prepared = try await importer.preview(kind, file, effective: effective)
      let id = try await visit.write { connection in
        try Imports(viewer, connection).keep(
          kind: kind.rawValue, fileName: file.name, file: file.bytes, mapping: [:], effective: effective,
          preview: prepared.preview.keptText, fingerprint: prepared.fingerprint, rows: prepared.rowCount)
      }
      return visit.redirect(to: Way.kept(id, school))
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return visit.page(try await chooser(visit, refusal), status: .unprocessableContent)
    } catch let error as FormatError {
      return visit.page(
        try await chooser(visit, .invalid(error.sentence, field: "file")), status: .unprocessableContent)
    }
  }

  /// `GET /schools/{urn}/imports/{import}`
  private static func preview(_ visit: Visit) async throws -> Response {
    let (kept, prepared) = try await opened(visit)
    return visit.page(ImportPreviewPage(kept, prepared, visit))
  }

  /// `POST /schools/{urn}/imports/{import}`: all of it, or nothing.
  private static func commit(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    let (kept, prepared) = try await opened(visit)
    var answers: [String: String] = [:]
    for field in visit.form.fields where field.name.hasPrefix("answer:") && !field.value.isEmpty {
      answers[String(field.name.dropFirst("answer:".count))] = field.value
    }
    do {
      var leavers: [ID<Pupil>: Day] = [:]
      for text in visit.form.all("left") {
        guard let day = visit.form["left-on"].flatMap({ Day(typed: $0) }) else {
          throw Refusal.invalid("Say on which day those who left were last here.", field: "left-on")
        }
        if let id = ID<Pupil>(text) { leavers[id] = day }
      }
      _ = try await prepared.commit(skipRefused: visit.form.has("skip-refused"), answers: answers, leavers: leavers)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      let page = ImportPreviewPage(kept, prepared, visit, refusal: refusal)
      return visit.page(page, status: refusal.kind == .invalid ? .unprocessableContent : .conflict)
    }
    try await visit.write { try Imports(viewer, $0).forget(kept.id) }
    return visit.redirect(to: Way.part(.imports, visit.here), saying: .imported)
  }

  /// `POST /schools/{urn}/imports/{import}/removal`
  private static func giveUp(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    let (kept, _) = try await opened(visit)
    try await visit.write { try Imports(viewer, $0).forget(kept.id) }
    return visit.redirect(to: Way.part(.imports, visit.here), saying: .removed)
  }

  private static func opened(_ visit: Visit) async throws -> (KeptImport, PreparedImport) {
    let (viewer, id) = (visit.viewer, try visit.id("import", KeptImport.self))
    guard let kept = try await visit.read({ try Imports(viewer, $0).find(id) }),
      let kind = ImportKind(rawValue: kept.kind), let shown = Exchange.ImportPreview(kept: kept.preview)
    else { throw Refusal.notFound() }
    let importer = Importer(visit.here, as: viewer, today: visit.today, in: visit.site.database)
    let prepared = try await importer.reopen(
      kind, ImportFile(name: kept.fileName, bytes: kept.file), mapping: kept.mapping, effective: kept.effective,
      until: nil,
      preview: shown, fingerprint: kept.fingerprint)
    return (kept, prepared)
  }

  private static func chooser(_ visit: Visit, _ refusal: Refusal? = nil) async throws -> ImportPage {
    let kinds = ImportKind.allCases.filter { (try? $0.refuseUnlessAllowed(visit.viewer)) != nil }
    let isDemonstration = try await visit.read { try Demonstration.isOpen($0) }
    return ImportPage(
      address: Way.part(.imports, visit.here), token: visit.formToken,
      kinds: kinds.map { Choice($0.rawValue, $0.title, hint: $0.hint) },
      chosen: visit.form["kind"] ?? visit.query("kind") ?? kinds.first?.rawValue,
      effective: visit.form.typed("effective"),
      pasted: visit.form.typed("pasted"), closesDemonstration: isDemonstration, refusal: refusal)
  }

  private static func chosen(_ visit: Visit) throws -> ImportKind {
    guard let kind = visit.form["kind"].flatMap(ImportKind.init(rawValue:)) else {
      throw Refusal.invalid("Choose what the file is about.", field: "kind")
    }
    return kind
  }

  private static func sent(_ visit: Visit) throws -> ImportFile {
    if let file = visit.form.files.first { return ImportFile(name: file.name, bytes: file.bytes) }
    if let table = visit.form["pasted-table"] { return ImportFile(name: "pasted.html", bytes: Array(table.utf8)) }
    if visit.form["pasted"] != nil {
      return ImportFile(name: "pasted.txt", bytes: Array(visit.form.typed("pasted").utf8))
    }
    throw Refusal.invalid("Choose a file, or paste the table.", field: "file")
  }

  private static func day(_ visit: Visit) throws -> Day? {
    guard let typed = visit.form["effective"] else { return nil }
    guard let day = Day(typed: typed) else {
      throw Refusal.invalid("Write a day as 21 November 2026 or 21/11/2026.", field: "effective")
    }
    return day
  }
}

extension Way {
  static func kept(_ id: ID<KeptImport>, _ school: School) -> Address {
    "\(part(.imports, school))/\(segment: id.text)"
  }
}

/// Every page about imports, for the gallery and the tests that look at all of them.
enum ImportPages {
  static let all: [any Page.Type] = [ImportPage.self, ImportPreviewPage.self]
}
