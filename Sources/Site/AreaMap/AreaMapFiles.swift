import Documents
import Domain
import Formats
import Hummingbird
import Logging
import SQL
import Store

/// The map that the page shows, as a file: the same question, the same sight, the same figures.
enum AreaMapFiles {
  static func routes(_ routes: inout Routes) {
    for form in AreaMapFile.allCases {
      routes.get("/areas/{area}/map.\(form.rawValue)", .area(.see, .map)) { try await send(form, $0) }
      if form == .docx { continue }
      routes.get("/areas/{area}/public.\(form.rawValue)", .anyone) { try await sendPublic(form, $0) }
    }
    routes.get("/areas/{area}/report.pdf", .area(.see, .map)) { try await send(.pdf, isFull: true, $0) }
  }

  /// `GET /areas/{area}/map.pdf` and its like; with `?public` what anybody may see.
  private static func send(_ form: AreaMapFile, isFull: Bool = false, _ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    var asked = visit.areaMapQuestion
    asked.isPublic = visit.asksForPublic
    let question = asked
    let report = try await visit.read { try AreaMaps(viewer, of: area, $0).report(question, today: today) }
    let response = try await answer(form, report, isFull: isFull, visit)
    let name = isFull ? "report" : form.rawValue
    try await visit.write { try AreaMaps(viewer, of: area, $0).recordExport(of: report.map, as: name) }
    return response
  }

  /// `GET /areas/{area}/public.csv` and its like, for anybody.
  private static func sendPublic(_ form: AreaMapFile, _ visit: Visit) async throws -> Response {
    let (area, today, question) = (try visit.thisArea(), visit.today, visit.areaMapQuestion.forAnybody)
    let report = try await visit.read { try AreaMaps(publicOf: area, $0).report(question, today: today) }
    return try await answer(form, report, isFull: true, visit)
  }

  private static func answer(
    _ form: AreaMapFile, _ report: AreaReport, isFull: Bool, _ visit: Visit
  ) async throws -> Response {
    let printed = PrintedAreaMap(report, today: visit.today, moment: visit.now)
    do {
      let made = try await form.made(of: printed, isFull: isFull, typst: visit.site.settings.typst)
      return visit.file(
        made.bytes, name: printed.fileName(form, isFull: isFull), type: form.type, isInline: form == .pdf)
    } catch let error as FormatError {
      visit.site.log.error(
        "an area's map could not be made as \(form.rawValue)", metadata: ["detail": "\(error.detail ?? "")"])
      throw Refusal.unavailable(error.sentence)
    }
  }
}

extension AreaMapQuestion {
  /// What anybody may narrow the public map by: a locality, an age, a specialism.
  var forAnybody: AreaMapQuestion {
    var question = AreaMapQuestion(round: round)
    question.specialism = specialism
    question.locality = locality
    question.age = age
    question.isPublic = true
    return question
  }
}
