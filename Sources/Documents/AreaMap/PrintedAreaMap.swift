package import Domain
package import struct Foundation.Date

/// A report of an area's map with all that a copy of it says beside it: when it was made, and what it leaves out.
package struct PrintedAreaMap: Sendable {
  package let report: AreaReport
  let today: Day
  let moment: Date

  /// `moment` stands in the file as the time when it was made; `today` in its text.
  package init(_ report: AreaReport, today: Day, moment: Date) {
    self.report = report
    self.today = today
    self.moment = moment
  }

  var map: AreaMap { report.map }
  var isPublic: Bool { map.question.isPublic }
  var title: String { isPublic ? "Support in \(map.area.name)" : "Provision map: \(map.area.name)" }

  /// `Speech and language in Northvale · Round 2: Autumn 2026 · 43 of 60 organisations have answered`.
  var lede: String {
    var parts = [map.area.details.title, AreaMapWords.round(map.round)]
    if !isPublic { parts.append(AreaMapWords.response(map.response)) }
    return parts.joined(separator: " · ")
  }

  /// `area-map-northvale-speech-round-2.csv`; filters stay inside the file.
  package func fileName(_ form: AreaMapFile, isFull: Bool = false) -> String {
    let what = isFull || form == .docx ? "area-report" : "area-map"
    return "\(what)-\(map.area.address)-round-\(map.round.number)\(isPublic ? "-public" : "").\(form.rawValue)"
  }

  func cellNames(_ cells: Cells) -> String {
    cells.all.filter {
      map.framework.strands.indices.contains($0.strand) && map.framework.levels.indices.contains($0.level)
    }
    .map(map.framework.name).joined(separator: "; ")
  }

  func localityNames(_ entry: AreaMapEntry) -> String {
    map.basis.localities.filter { entry.localities.contains($0.id) }.map(\.name).joined(separator: "; ")
  }
}

/// The forms in which an area's map leaves the program. They are made from one `AreaReport`, so that they agree.
package enum AreaMapFile: String, CaseIterable, Sendable {
  case json, csv, xlsx, pdf, docx

  package var type: String {
    switch self {
    case .json: "application/json; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }
  }

  package var isBinary: Bool { self != .json && self != .csv }
}
