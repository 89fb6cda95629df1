package import Domain

/// The forms in which a school map leaves the program. They are made from one `SchoolMap`, so that they agree to the
/// penny.
package enum SchoolMapFile: String, CaseIterable, Sendable {
  case json, csv

  /// The media type of the form.
  package var type: String {
    switch self {
    case .json: "application/json; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    }
  }

  /// A terminal cannot show it.
  package var isBinary: Bool { false }

  /// `school-map-900001-2026-09-01-2027-08-31.csv`; names and filters stay inside the file.
  package func name(of map: SchoolMap) -> String {
    let period = map.question.period
    return "school-map-\(map.school.urn)-\(period.from.iso)-\(period.until.iso).\(rawValue)"
  }

  package func bytes(of map: SchoolMap, showsCosts: Bool) throws -> [UInt8] {
    switch self {
    case .json: try SchoolMapJSON(map, showsCosts: showsCosts).bytes()
    case .csv: SchoolMapCSV(map, showsCosts: showsCosts).bytes()
    }
  }
}
