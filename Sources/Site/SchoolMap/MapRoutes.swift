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
    routes.get("/schools/{urn}/map/pupils", .school(.see, .pupils), ChoosingPupils.show)
    PupilMaps.routes(&routes)
    MapFiles.routes(&routes)
  }

  /// `GET /schools/{urn}/map`. What the page's form asks is answered with the address that we would have made ourselves.
  static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    let found = try await visit.read { connection -> (question: MapQuestion, refusal: Refusal?, page: SchoolMapPage?) in
      let calendar = try SchoolCalendars.load(school.id, connection)
      let (question, refusal) = try question(visit, calendar)
      if visit.query("days") != nil, refusal == nil { return (question, nil, nil) }
      let maps = SchoolMaps(viewer, connection)
      let page = SchoolMapPage(
        try maps.map(question, of: school, calendar: calendar), viewer: viewer, calendar: calendar, today: visit.today,
        choices: maps.seesNames ? try choices(viewer, connection) : [], error: refusal,
        typed: refusal == nil ? [:] : typed(visit))
      return (question, refusal, page)
    }
    guard let page = found.page else {
      return visit.redirect(
        to: MapAddress(school: school, question: found.question, today: visit.today).at(Way.map(school)))
    }
    return visit.page(page, status: found.refusal == nil ? .ok : .unprocessableContent)
  }

  private static func typed(_ visit: Visit) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: ["days", "from", "until", "on", "as-at"].compactMap { name in
        visit.query(name).map { (name, $0) }
      })
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
    let streams = try catalogue.streams().map { Choice($0.id.text, $0.name) }
    var all = Choices.fixed(try catalogue.headings()) + [Choices(name: "stream", label: "Funding", choices: streams)]
    if viewer.may(.see, .staff) {
      let staff = try Staff(viewer, connection).list().map { Choice($0.id.text, $0.name) }
      all.append(Choices(name: "staff", label: "Member of staff", choices: staff))
    }
    return all
  }
}

extension MapRoutes.Choices {
  /// The school's headings, and what is the same in every school.
  static func fixed(_ headings: [Heading]) -> [MapRoutes.Choices] {
    [
      MapRoutes.Choices(name: "heading", label: "Heading", choices: headings.map { Choice($0.id.text, $0.name) }),
      MapRoutes.Choices(
        name: "area", label: "Area of need", choices: AreaOfNeed.all.map { Choice($0.code, $0.name) }),
      MapRoutes.Choices(name: "strand", label: "Strand", choices: Strand.allCases.map { Choice($0.rawValue, $0.name) }),
      MapRoutes.Choices(name: "level", label: "Level", choices: Level.three.map { Choice($0.key, $0.name) }),
    ]
  }
}

/// Every page of the map, for the gallery and the tests that look at all of them.
enum MapPages {
  static let all: [any Page.Type] = [SchoolMapPage.self, WorkingPage.self, PupilMapPage.self, ChoosingPupilsPage.self]
}
