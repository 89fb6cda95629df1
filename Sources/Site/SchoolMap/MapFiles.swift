import Documents
import Domain
import Formats
import Hummingbird
import Logging
import SQL
import Store

/// The map that the page shows, as a file: the same question, the same sight, the same pennies.
enum MapFiles {
  static func routes(_ routes: inout Routes) {
    for form in SchoolMapFile.allCases {
      routes.get("/schools/{urn}/map.\(form.rawValue)", .school(.see, .map)) { try await send(form, $0) }
    }
  }

  /// `GET /schools/{urn}/map.pdf` and its like.
  private static func send(_ form: SchoolMapFile, _ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    let (map, calendar) = try await visit.read { connection in
      let calendar = try SchoolCalendars.load(school.id, connection)
      let question = try visit.mapQuestion(calendar)
      return (try SchoolMaps(viewer, connection).map(question, of: school, calendar: calendar), calendar)
    }
    let printed = PrintedMap(
      map, calendar: calendar, showsCosts: viewer.mayAll(.see, .map), today: visit.today, moment: visit.now)
    let made: (bytes: [UInt8], warning: String?)
    do {
      made = try await form.made(of: printed, typst: visit.site.settings.typst)
    } catch let error as FormatError {
      visit.site.log.error("a map could not be made as \(form.rawValue)")
      throw Refusal.unavailable(error.sentence)
    }
    try await visit.write { try SchoolMaps(viewer, $0).recordExport(of: map, as: form.rawValue) }
    return visit.file(made.bytes, name: form.name(of: printed), type: form.type, isInline: form == .pdf)
  }
}
