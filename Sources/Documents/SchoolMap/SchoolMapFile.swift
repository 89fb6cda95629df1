import Domain
package import Formats

/// The forms in which a school map leaves the program. They are made from one `SchoolMap`, so that they agree to the
/// penny.
package enum SchoolMapFile: String, CaseIterable, Sendable {
  case json, csv, xlsx, pdf

  /// The media type of the form.
  package var type: String {
    switch self {
    case .json: "application/json; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pdf: "application/pdf"
    }
  }

  /// A terminal cannot show it.
  package var isBinary: Bool { self == .xlsx || self == .pdf }

  /// `school-map-900001-2026-09-01-2027-08-31.csv`; names and filters stay inside the file.
  package func name(of printed: PrintedMap) -> String {
    let (school, period) = (printed.map.school, printed.map.question.period)
    return "school-map-\(school.urn)-\(period.from.iso)-\(period.until.iso).\(rawValue)"
  }

  /// The file, and what to tell about it: a character that no font has. A PDF wants `typst`; without it, it is refused.
  package func made(of printed: PrintedMap, typst: Typst?) async throws -> (bytes: [UInt8], warning: String?) {
    switch self {
    case .json: return (try SchoolMapJSON(printed.map, showsCosts: printed.showsCosts).bytes(), nil)
    case .csv: return (SchoolMapCSV(printed.map, showsCosts: printed.showsCosts).bytes(), nil)
    case .xlsx: return (try SchoolMapWorkbook(printed).bytes(), nil)
    case .pdf:
      guard let typst else {
        throw FormatError(
          "The tool that makes PDFs is not on this server. The operator can install it with script/setup.")
      }
      let pdf = try await MapPaper(printed).pdf(typst)
      return (pdf.bytes, pdf.warning)
    }
  }
}
