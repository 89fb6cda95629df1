import Components
import Domain
import Exchange
import Hummingbird
import Markup
import SQL
import Store

/// Bringing a file of entries in: choose, look at what would be done, answer what is asked, do it. For coordinators of all
/// organisations, for contributors of their own.
enum EntryImportRoutes {
  private static let place = "\(AreaRoutes.one)/entries/import"

  static func routes(_ routes: inout Routes) {
    routes.get(place, .anyoneInArea) { visit in
      if let terms = try await visit.termsBeforeWriting() { return terms }
      return visit.page(try await EntryImportPage.make(visit))
    }
    routes.post(place, .anyoneInArea, takesTooLarge: true, upload)
    routes.get("\(place)/{upload}", .anyoneInArea) { visit in try await preview(visit) }
    routes.post("\(place)/{upload}", .anyoneInArea, commit)
    routes.post("\(place)/{upload}/columns", .anyoneInArea, sayColumns)
    routes.post("\(place)/{upload}/removal", .anyoneInArea, giveUp)
  }

  private static func upload(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    guard viewer.may(.do, .entries) || viewer.may(.do, .tidying) else { throw Refusal.refused() }
    return try await visit.answering {
      let file = try ImportForm.file(visit)
      do {
        _ = try await importer(visit).preview(file)
      } catch let refusal as Refusal where refusal.kind == .invalid && refusal.field != "file" {
        // A column is to be named: the next page asks for it.
      }
      let id = visit.newID(KeptImport.self)
      let kept = try await visit.write { try EntryFiles(viewer, $0).begin(id, fileName: file.name, file: file.bytes) }
      return visit.redirect(to: Way.importedEntries(kept, area))
    } again: {
      try await EntryImportPage.make(visit, $0)
    }
  }

  private static func importer(_ visit: Visit) -> EntryImporter {
    EntryImporter(visit.areaViewer, today: visit.today, in: visit.site.database)
  }

  private static func find(_ visit: Visit) async throws -> EntryFiles.Kept {
    let (viewer, id) = (visit.areaViewer, try visit.id("upload", KeptImport.self))
    return try await visit.read { try EntryFiles(viewer, $0).find(id) }
  }

  /// The page of a kept file: how it would be read now.
  private static func preview(_ visit: Visit, _ refusals: Refusals = .none) async throws -> Response {
    let (area, kept) = (try visit.thisArea(), try await find(visit))
    let file = ImportFile(name: kept.fileName, bytes: kept.bytes)
    let answers = answers(visit)
    var refusals = refusals
    var prepared: EntryImporter.Prepared?
    var columns: [PreparedImport.Column] = []
    if kept.counts == nil {
      do {
        prepared = try await importer(visit).preview(file, mapping: kept.mapping, answers: answers)
        columns = prepared?.columns ?? []
      } catch let refusal as Refusal where refusal.kind == .invalid {
        if refusals.isEmpty { refusals = Refusals([Refusal.invalid(refusal.sentence)]) }
        columns = (try? await importer(visit).columns(file)) ?? []
      }
    }
    let page = EntryImportPreviewPage(
      fileName: kept.fileName,
      lede: kept.counts != nil
        ? "Done."
        : prepared.map { "\($0.rowCount) rows read, for \($0.round.title) · nothing is written yet" }
          ?? "A column is missing.",
      address: Way.importedEntries(kept.id, area), back: Way.entries(area), token: visit.formToken,
      fields: EntryFields.all.map { Choice($0.key, $0.title) },
      columns: columns.map {
        .init(heading: $0.heading, examples: $0.examples.joined(separator: " · "), chosen: $0.field ?? "")
      },
      preview: prepared?.preview, questions: prepared?.questions ?? [], answers: answers,
      fingerprint: prepared?.fingerprint ?? "", skipsRefused: visit.form["skip-refused"] != nil,
      closesDemonstration: try await visit.wouldCloseDemonstration(), counts: kept.counts, refusals: refusals)
    return visit.page(
      page, status: refusals.isEmpty ? .ok : refusals.isConflict ? .conflict : .unprocessableContent)
  }

  private static func answers(_ visit: Visit) -> [String: String] {
    Dictionary(
      visit.form.fields.filter { $0.name.hasPrefix("answer-") && !$0.value.isEmpty }.map {
        (String($0.name.dropFirst("answer-".count)), $0.value)
      }
    ) { _, last in last }
  }

  private static func commit(_ visit: Visit) async throws -> Response {
    let (area, viewer, kept) = (try visit.thisArea(), visit.areaViewer, try await find(visit))
    // Sent twice: it is done already.
    if kept.counts != nil { return visit.redirect(to: Way.importedEntries(kept.id, area)) }
    if visit.form["act"] != "commit" { return try await preview(visit) }
    if let terms = try await visit.termsBeforeWriting() { return terms }
    do {
      let file = ImportFile(name: kept.fileName, bytes: kept.bytes)
      let answers = answers(visit)
      let importer = importer(visit)
      let prepared = try await importer.preview(file, mapping: kept.mapping, answers: answers)
      _ = try await importer.commit(
        prepared, fingerprint: visit.form["fingerprint"] ?? "", skipRefused: visit.form["skip-refused"] != nil,
        answers: answers
      ) { done, connection in try EntryFiles(viewer, connection).markCommitted(kept.id, counts: done.counts) }
      return visit.redirect(to: Way.importedEntries(kept.id, area), saying: .imported)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await preview(visit, Refusals([refusal]))
    }
  }

  /// Which column is which field. A field that had a column and has none now is to have none.
  private static func sayColumns(_ visit: Visit) async throws -> Response {
    let (area, viewer, kept) = (try visit.thisArea(), visit.areaViewer, try await find(visit))
    let columns = try await importer(visit).columns(
      ImportFile(name: kept.fileName, bytes: kept.bytes), mapping: kept.mapping)
    var chosen: [String: String] = [:]
    var refusals = Refusals.none
    for (place, column) in columns.enumerated() {
      guard let key = visit.form["column-\(place + 1)"], let field = EntryFields.all.first(where: { $0.key == key })
      else {
        continue
      }
      if let other = chosen[key] {
        refusals.add(
          "“\(other)” and “\(column.heading)” cannot both be “\(field.title)”.", field: "column-\(place + 1)")
      }
      chosen[key] = column.heading
    }
    if !refusals.isEmpty { return try await preview(visit, refusals) }
    for column in columns {
      if let field = column.field, chosen[field] == nil { chosen[field] = "" }
    }
    let mapping = chosen
    try await visit.write { try EntryFiles(viewer, $0).say(mapping, of: kept.id) }
    return visit.redirect(to: Way.importedEntries(kept.id, area))
  }

  private static func giveUp(_ visit: Visit) async throws -> Response {
    let (area, viewer, kept) = (try visit.thisArea(), visit.areaViewer, try await find(visit))
    try await visit.write { try EntryFiles(viewer, $0).forget(kept.id) }
    return visit.redirect(to: Way.entries(area), saying: .removed)
  }
}
