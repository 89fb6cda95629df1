import Domain
import Exchange
import Hummingbird
import SQL
import Store

/// What is done with a file that has been read.
enum ImportActs {
  /// `POST /schools/{urn}/imports/{import}/columns`: which column is which field, and from which day.
  static func sayColumns(_ visit: Visit) async throws -> Response {
    guard let kept = try await ImportRoutes.find(visit), let kind = ImportKind(rawValue: kept.kind),
      let shown = ShownImport(kept: kept.preview)
    else { return gone(visit) }
    do {
      var saying = try ImportForm.days(visit, over: kept.saying)
      saying.mapping = try ImportForm.mapping(visit.form, shown.columns, kind, over: kept.saying.mapping)
      let read = try await ImportRoutes.readAgain(kept, saying: saying, visit)
      if read.state == .unmapped {
        return try await ImportRoutes.page(read, visit, status: .unprocessableContent)
      }
      return visit.redirect(to: Way.kept(kept.id, visit.here))
    } catch let refusals as Refusals {
      return try await ImportRoutes.page(kept, visit, refusals, status: .unprocessableContent)
    }
  }

  /// `POST /schools/{urn}/imports/{import}/answers`: the preview anew, with what was answered.
  static func answer(_ visit: Visit) async throws -> Response {
    guard let kept = try await ImportRoutes.find(visit), let shown = ShownImport(kept: kept.preview) else {
      return gone(visit)
    }
    var answers = ImportAnswers(visit.form, over: kept.saying.answers, shown)
    if visit.form["take"] == "offers" { answers.takeAll(shown.preview) }
    var saying = kept.saying
    saying.answers = answers.kept
    let now = try await ImportRoutes.readAgain(kept, saying: saying, visit)
    // An answer can make groups that offer something themselves: all is all.
    if visit.form["take"] == "offers", now.state == .ready, let shown = ShownImport(kept: now.preview) {
      answers.takeAll(shown.preview)
      if answers.kept != saying.answers {
        saying.answers = answers.kept
        _ = try await ImportRoutes.readAgain(now, saying: saying, visit)
      }
    }
    return visit.redirect(to: Way.kept(kept.id, visit.here))
  }

  /// `POST /schools/{urn}/imports/{import}`: all of it, or nothing.
  static func commit(_ visit: Visit) async throws -> Response {
    guard let kept = try await ImportRoutes.find(visit), let kind = ImportKind(rawValue: kept.kind) else {
      return gone(visit)
    }
    guard kept.state == .ready, let shown = ShownImport(kept: kept.preview) else {
      return try await ImportRoutes.page(kept, visit, status: .conflict)
    }
    let answers = ImportAnswers(visit.form, over: kept.saying.answers, shown)
    var saying = kept.saying
    saying.answers = answers.kept
    do {
      let leavers = try answers.leavers(of: shown.preview)
      try await write(kept, kind, shown, answers, leavers, visit)
    } catch let refusals as Refusals {
      let now = try await ImportRoutes.readAgain(kept, saying: saying, visit)
      return try await ImportRoutes.page(now, visit, refusals, status: .unprocessableContent)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      let now = try await ImportRoutes.readAgain(kept, saying: saying, visit)
      let isConflict = refusal.kind == .conflict
      return try await ImportRoutes.page(
        now, visit, Refusals([refusal]), status: isConflict ? .conflict : .unprocessableContent)
    }
    // Who came in by the demonstration's door is signed out by it: they are told here.
    if visit.session?.isDemonstration == true, let done = try await ImportRoutes.find(visit) {
      return visit.page(ImportDonePage(done, kind, visit))
    }
    return visit.redirect(to: Way.kept(kept.id, visit.here))
  }

  /// `POST /schools/{urn}/imports/{import}/removal`
  static func giveUp(_ visit: Visit) async throws -> Response {
    guard let kept = try await ImportRoutes.find(visit) else { return gone(visit) }
    let viewer = visit.viewer
    try await visit.write { try Imports(viewer, $0).forget(kept.id) }
    return visit.redirect(to: Way.imports(visit.here), saying: .removed)
  }

  private static func write(
    _ kept: KeptImport, _ kind: ImportKind, _ shown: ShownImport, _ answers: ImportAnswers,
    _ leavers: [ID<Pupil>: Day], _ visit: Visit
  ) async throws {
    let (viewer, id) = (visit.viewer, kept.id)
    let bytes = try await visit.read { try Imports(viewer, $0).file(of: id) }
    let importer = Importer(visit.here, as: viewer, today: visit.today, in: visit.site.database)
    let prepared = try await importer.reopen(
      kind, ImportFile(name: kept.fileName, bytes: bytes), mapping: kept.saying.mapping,
      effective: kept.saying.effective, until: kept.saying.until, preview: shown.preview,
      fingerprint: kept.fingerprint)
    let left = leavers.isEmpty ? "" : ", \(leavers.count) marked as left"
    _ = try await prepared.commit(
      skipRefused: answers.skipsRefused, answers: answers.answers, leavers: leavers
    ) { done, connection in
      try Imports(viewer, connection).markCommitted(id, counts: done.counts + left)
    }
  }

  private static func gone(_ visit: Visit) -> Response {
    visit.page(ImportGonePage(again: Way.imports(visit.here)), status: .notFound)
  }
}
