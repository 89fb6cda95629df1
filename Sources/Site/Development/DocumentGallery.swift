import Documents
import Domain
import Formats
import Store

/// Every document of the program, each made from its example: for `/development`, and for the test that misses none.
enum DocumentGallery {
  struct Entry: Sendable {
    /// In its address.
    let name: String
    let title: String
    let type: String
    /// What it is set by; nil where it is no paper.
    let template: Template?
    let make: @Sendable (Typst?) async throws -> [UInt8]
  }

  static let all: [Entry] = [
    map("school-map-a3", "School map on A3", .pdf, MapExamples.map()),
    map("year-a4", "One year of the map on A4", .pdf, MapExamples.map { $0.onlyYear = YearGroup(4) }),
    map(
      "stages-a3", "School map by key stage, narrowed, with short names", .pdf,
      MapExamples.map {
        ($0.across, $0.names, $0.levels) = (.stage, .short, ["targeted", "specialist"])
      }),
    map(
      "governors-a3", "School map for governors, with small numbers hidden", .pdf,
      MapExamples.facts.mapOfCounts(MapExamples.question)),
    map("school-map-xlsx", "School map as a spreadsheet", .xlsx, MapExamples.map()),
    map("school-map-csv", "School map as CSV", .csv, MapExamples.map()),
    map("school-map-json", "School map as JSON", .json, MapExamples.map()),
    Entry(name: "pupil-a4", title: "What one pupil gets, on A4", type: "application/pdf", template: .pupilMap) {
      typst in
      try await PupilPaper(MapExamples.pupilSheet(showsCosts: true), moment: MapExamples.moment).pdf(at(typst)).bytes
    },
    Entry(
      name: "pupil-a4-without-costs", title: "The same for who may not see costs", type: "application/pdf",
      template: .pupilMap
    ) { typst in
      try await PupilPaper(MapExamples.pupilSheet(showsCosts: false), moment: MapExamples.moment).pdf(at(typst)).bytes
    },
    strategy("strategy-a4", "An inclusion strategy as it stands", .pdf, isPublic: false),
    strategy("strategy-public-a4", "An inclusion strategy as it is published", .pdf, isPublic: true),
    strategy("strategy-word", "An inclusion strategy to be edited", .docx, isPublic: true),
    area("area-map-a4", "Summary of an area's map", .pdf, AreaMapExamples.printed()),
    area(
      "area-report-a4", "Full report of an area, with the round before", .pdf,
      AreaMapExamples.printed(isCompared: true), isFull: true),
    area("area-public-a4", "An area's map for anybody", .pdf, AreaMapExamples.printed(isPublic: true), isFull: true),
    area("area-map-xlsx", "An area's map as a spreadsheet", .xlsx, AreaMapExamples.printed()),
    area("area-report-docx", "An area's report to be edited", .docx, AreaMapExamples.printed(isCompared: true)),
    area("area-map-csv", "An area's map as CSV", .csv, AreaMapExamples.printed()),
    area("area-map-json", "An area's map as JSON", .json, AreaMapExamples.printed()),
  ]

  static func entry(named name: String) -> Entry? { all.first { $0.name == name } }

  private static func map(_ name: String, _ title: String, _ form: SchoolMapFile, _ map: SchoolMap) -> Entry {
    Entry(name: name, title: title, type: form.type, template: form == .pdf ? .schoolMap : nil) { typst in
      try await form.made(of: MapExamples.printed(map), typst: typst).bytes
    }
  }

  private static func strategy(
    _ name: String, _ title: String, _ form: StrategyFile, isPublic: Bool
  ) -> Entry {
    Entry(name: name, title: title, type: form.type, template: form == .pdf ? .strategy : nil) { typst in
      let document = StrategyExamples.read.document(isPublic: isPublic, on: MapExamples.today)
      return try await form.made(of: document, typst: typst).bytes
    }
  }

  private static func area(
    _ name: String, _ title: String, _ form: AreaMapFile, _ printed: PrintedAreaMap, isFull: Bool = false
  ) -> Entry {
    Entry(name: name, title: title, type: form.type, template: form == .pdf ? .areaReport : nil) { typst in
      try await form.made(of: printed, isFull: isFull, typst: typst).bytes
    }
  }

  private static func at(_ typst: Typst?) throws -> Typst {
    guard let typst else {
      throw FormatError(
        "The tool that makes PDFs is not on this server. The operator can install it with script/setup.")
    }
    return typst
  }
}
