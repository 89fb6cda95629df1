import Components
import Domain
import Exchange
import Hummingbird
import Markup
import Store

/// The area's localities: typed or pasted one a line, and their boundaries from a file.
enum LocalityActs {
  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    let localities = try await visit.read { try AreaParts(area.id, $0).localities() }
    return visit.page(page(text(of: localities), area, token: visit.formToken))
  }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, typed) = (try visit.thisArea(), visit.areaViewer, visit.form.typed("localities"))
    return try await visit.answering {
      let lines = lines(typed)
      try await visit.write { try AreaParts(area.id, $0).setLocalities(lines, by: viewer) }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      page(typed, area, token: visit.formToken, refusals: refusals)
    }
  }

  /// `POST …/localities/file`: shows what a file holds as the list to be saved.
  static func takeList(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    return try await visit.answering {
      if let refusal = visit.form.refusal { throw Refusal.invalid(refusal.sentence, field: "list") }
      guard let file = visit.form.files.first(where: { $0.field == "list" && !$0.bytes.isEmpty }) else {
        throw Refusal.invalid("Choose a file with a list of localities.", field: "list")
      }
      let lines = try LocalityReader.lines(file.bytes)
      return visit.page(page(text(of: lines), area, token: visit.formToken, isFromFile: true))
    } again: { refusals in
      let localities = try await visit.read { try AreaParts(area.id, $0).localities() }
      return page(text(of: localities), area, token: visit.formToken, refusals: refusals)
    }
  }

  /// `POST …/boundaries`, with a GeoJSON file.
  static func takeBoundaries(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    return try await visit.answering {
      if let refusal = visit.form.refusal { throw Refusal.invalid(refusal.sentence, field: "file") }
      guard let file = visit.form.files.first(where: { $0.field == "file" && !$0.bytes.isEmpty }) else {
        throw Refusal.invalid("Choose a file with boundaries.", field: "file")
      }
      let localities = try await visit.read { try AreaParts(area.id, $0).localities() }
      let reader = try BoundaryReader(file.bytes, for: localities)
      try await visit.write { try AreaParts(area.id, $0).setBoundaries(reader.boundaries, by: viewer) }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      let localities = try await visit.read { try AreaParts(area.id, $0).localities() }
      return page(text(of: localities), area, token: visit.formToken, refusals: refusals)
    }
  }

  /// One a line: a name, and after a comma, semicolon or tab a code. A heading such as `Ward, Code` is passed over.
  static func lines(_ typed: String) -> [AreaParts.LocalityLine] {
    typed.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { ",;\t".contains($0) }.map {
        String($0).trimmingSpaces.trimmingMarks
      }
      guard let name = parts.first, !name.isEmpty else { return nil }
      let code = parts.count > 1 ? parts[1].nilIfEmpty : nil
      let heads = ["name", "ward", "locality", "district", "area"]
      if heads.contains(name.lowercased()), code == nil || code?.lowercased() == "code" { return nil }
      return AreaParts.LocalityLine(name: name, code: code)
    }
  }

  private static func text(of localities: [Locality]) -> String {
    text(of: localities.map { AreaParts.LocalityLine(name: $0.name, code: $0.code) })
  }

  /// A comma in a name would be taken for the one before a code.
  private static func text(of lines: [AreaParts.LocalityLine]) -> String {
    lines.map { line in line.name.replacing(",", with: "") + (line.code.map { ", \($0)" } ?? "") }
      .joined(separator: "\n")
  }

  static func page(
    _ typed: String, _ area: Area, token: String, isFromFile: Bool = false, refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: "Localities", kicker: area.details.title,
      lede: isFromFile
        ? "This is what the file holds. Nothing is saved yet."
        : "Wards, districts, whatever the map is to be cut by. What entries name stays.",
      trail: ProjectWords.trail(area), part: nil, areaPart: .project, address: Way.localities(area), token: token,
      fields: TextArea(
        Field(
          "localities", "One a line", hint: "A name and, after a comma, its code if it has one: Harbour, E05000819.",
          error: refusals["localities"]), value: typed, rows: 12
      ).html,
      button: "Save this list", cancel: Way.project(area), refusals: refusals,
      under: Details(
        "Take the list from a file", isOpen: refusals["list"] != nil,
        body: Form(
          to: Way.localityFile(area), token: token, isMultipart: true,
          body: """
            \(FileInput(Field("list", "CSV, Excel or GeoJSON file", hint: "With a column for the names and, if there is one, a column for the codes. You see the list before it is saved.", error: refusals["list"]), accepts: ".csv,.xlsx,.docx,.geojson,.json"))\
            \(Button("Show what it holds", style: .quiet))
            """
        ).html
      ).html
        + Details(
          "Boundaries, to draw a map of localities", isOpen: refusals["file"] != nil,
          body: Form(
            to: Way.boundaries(area), token: token, isMultipart: true,
            body: """
              \(FileInput(Field("file", "GeoJSON file", hint: "Up to 20 MB, with the names or codes of the localities among its properties.", error: refusals["file"]), accepts: ".geojson,.json"))\
              \(Button("Take the boundaries"))
              """
          ).html
        ).html)
  }
}

extension String {
  /// Without the quotation marks that a spreadsheet puts around a cell.
  fileprivate var trimmingMarks: String {
    hasPrefix("\"") && hasSuffix("\"") && count > 1 ? String(dropFirst().dropLast()) : self
  }
}
