import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// The school map and what is drawn from it.
enum MapRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/schools/{urn}/map", .school(.see, .map), show)
    routes.get("/schools/{urn}/map/working", .school(.see, .costs), WorkingPages.show)
    MapFiles.routes(&routes)
  }

  /// `GET /schools/{urn}/map`
  static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    let found = try await visit.read { connection -> (page: SchoolMapPage, isRefused: Bool) in
      let calendar = try SchoolCalendars.load(school.id, connection)
      let asked = try question(visit, calendar)
      let maps = SchoolMaps(viewer, connection)
      let map = try maps.map(asked.question, of: school, calendar: calendar)
      let page = SchoolMapPage(
        map, viewer: viewer, calendar: calendar, today: visit.today,
        choices: maps.seesNames ? try choices(viewer, connection) : [], error: asked.refusal)
      return (page, asked.refusal != nil)
    }
    return visit.page(found.page, status: found.isRefused ? .unprocessableContent : .ok)
  }

  /// The question of the address; where it cannot be read, the usual one beside the refusal.
  private static func question(
    _ visit: Visit, _ calendar: SchoolCalendar
  ) throws -> (question: MapQuestion, refusal: Refusal?) {
    do {
      return (try visit.mapQuestion(calendar), nil)
    } catch let refusal as Refusal {
      return (MapQuestion(.period(MapPeriods.usual(calendar, visit.today), asAt: visit.today)), refusal)
    }
  }

  /// A filter's choices: name, label, and what can be chosen.
  struct Choices: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
  }

  static func choices(_ viewer: Viewer, _ connection: any Connection) throws -> [Choices] {
    let catalogue = Catalogue(viewer, connection)
    var all = [
      Choices(name: "heading", label: "Heading", choices: try catalogue.headings().map { Choice($0.id.text, $0.name) }),
      Choices(name: "area", label: "Area of need", choices: AreaOfNeed.all.map { Choice($0.code, $0.name) }),
      Choices(name: "strand", label: "Strand", choices: Strand.allCases.map { Choice($0.rawValue, $0.name) }),
      Choices(name: "level", label: "Level", choices: Level.three.map { Choice($0.key, $0.name) }),
      Choices(name: "stream", label: "Funding", choices: try catalogue.streams().map { Choice($0.id.text, $0.name) }),
    ]
    if viewer.may(.see, .staff) {
      all.append(
        Choices(
          name: "staff", label: "Member of staff",
          choices: try Staff(viewer, connection).list().map { Choice($0.id.text, $0.name) }))
    }
    return all
  }
}
