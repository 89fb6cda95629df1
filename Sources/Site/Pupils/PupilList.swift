import Domain
import Formats
import Hummingbird
import SQL
import Store

/// The list of pupils: shown, searched, taken away as a file.
enum PupilList {
  /// `GET …/pupils`
  static func show(_ visit: Visit) async throws -> Response { try await list(visit, search: nil) }

  /// `POST …/pupils/search`: without JavaScript. The name is posted, since names stand in no address.
  static func search(_ visit: Visit) async throws -> Response {
    try await list(visit, search: visit.form["search"])
  }

  private static func list(_ visit: Visit, search: String?) async throws -> Response {
    let (school, viewer, filter) = (visit.here, visit.viewer, PupilListFilter(visit))
    let day = filter.day ?? visit.today
    let (rows, classes, isFirst) = try await visit.read { connection in
      let pupils = Pupils(viewer, connection)
      let classes = try pupils.classes(on: day)
      let rows = try pupils.list(filter.question(classes: classes, name: search), on: day)
      let mayBeFirst = rows.isEmpty && !filter.isFiltering && search == nil
      return (rows, classes, try mayBeFirst && pupils.list(PupilFilter(presence: .everyone), on: day).isEmpty)
    }
    let page = PupilsPage(
      school: school, rows: rows, filter: filter, classes: classes, today: visit.today, search: search,
      token: visit.formToken, seesNeeds: viewer.may(.see, .needs), mayAdd: viewer.may(.do, .pupils),
      isOwnOnly: !viewer.mayAll(.see, .pupils), isFirst: isFirst)
    return visit.page(page, status: page.hasErrors ? .unprocessableContent : .ok)
  }

  /// `GET …/pupils/export`: the same list as a file, with what the viewer may see. It leaves a line of history.
  static func export(_ visit: Visit) async throws -> Response {
    let (viewer, filter) = (visit.viewer, PupilListFilter(visit))
    let day = filter.day ?? visit.today
    let rows = try await visit.write { connection in
      let pupils = Pupils(viewer, connection)
      let classes = try pupils.classes(on: day)
      let rows = try pupils.list(filter.question(classes: classes), on: day)
      try pupils.noteExport(of: rows.count, filter.words(classes: classes))
      return rows
    }
    let bytes = csv(rows, seesNeeds: viewer.may(.see, .needs))
    return visit.file(bytes, name: "pupils-\(day.iso).csv", type: "text/csv; charset=utf-8")
  }

  /// Headings that Trellis's own import reads back.
  static func csv(_ rows: [PupilRow], seesNeeds: Bool) -> [UInt8] {
    var writer = CSVWriter()
    let flags = PupilFlags.named.filter { seesNeeds || $0.flag != .watch }
    let sen = seesNeeds ? ["SEN status", "Primary need", "Second need", "Further needs"] : []
    writer.row(
      ["Surname", "Forename", "Birth date", "Year", "Class"] + sen + flags.map(\.name) + ["Joined", "Left"])
    for row in rows {
      let codes = row.needs.map(\.type.code)
      let sen =
        seesNeeds
        ? [
          row.status?.rawValue ?? "", codes.first ?? "", codes.dropFirst().first ?? "",
          codes.dropFirst(2).joined(separator: " "),
        ] : []
      writer.row(
        [row.surname, row.calledName, row.birthDay.iso, row.year.code, row.className ?? ""] + sen
          + flags.map { row.flags.contains($0.flag) ? "Y" : "N" } + [row.joinedOn.iso, row.leftOn?.iso ?? ""])
    }
    return writer.bytes
  }
}
