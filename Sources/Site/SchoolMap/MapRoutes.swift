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
    let (calendar, refusal) = try await question(visit)
    let question = refusal.question
    let found = try await visit.read { connection -> (SchoolMap, [Choices]) in
      let maps = SchoolMaps(viewer, connection)
      return (try maps.map(question, of: school), try choices(viewer, connection, seesNames: maps.seesNames))
    }
    let page = SchoolMapPage(
      found.0, viewer: viewer, calendar: calendar, today: visit.today, choices: found.1, error: refusal.refusal)
    return visit.page(page, status: refusal.refusal == nil ? .ok : .unprocessableContent)
  }

  /// The question of the address; where it cannot be read, the usual one beside the refusal.
  static func question(
    _ visit: Visit
  ) async throws -> (calendar: SchoolCalendar, asked: (question: MapQuestion, refusal: Refusal?)) {
    let organisation = visit.here.id
    let calendar = try await visit.read { try SchoolCalendars.load(organisation, $0) }
    do {
      return (calendar, (try visit.mapQuestion(calendar), nil))
    } catch let refusal as Refusal {
      return (calendar, (MapQuestion(.period(MapPeriods.usual(calendar, visit.today), asAt: visit.today)), refusal))
    }
  }

  /// A filter's choices: name, label, and what can be chosen.
  struct Choices: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
  }

  static func choices(_ viewer: Viewer, _ connection: any Connection, seesNames: Bool) throws -> [Choices] {
    let headings = try Catalogue(viewer, connection).headings()
    var all = [
      Choices(name: "heading", label: "Heading", choices: headings.map { Choice($0.id.text, $0.name) }),
      Choices(name: "area", label: "Area of need", choices: AreaOfNeed.all.map { Choice($0.code, $0.name) }),
      Choices(name: "strand", label: "Strand", choices: Strand.allCases.map { Choice($0.rawValue, $0.name) }),
      Choices(name: "level", label: "Level", choices: Level.three.map { Choice($0.key, $0.name) }),
    ]
    if seesNames {
      all.append(
        Choices(
          name: "stream", label: "Funding",
          choices: try Catalogue(viewer, connection).streams().map { Choice($0.id.text, $0.name) })
      )
      if viewer.may(.see, .staff) {
        all.append(
          Choices(
            name: "staff", label: "Member of staff",
            choices: try Staff(viewer, connection).list().map { Choice($0.id.text, $0.name) }))
      }
    }
    return all
  }
}
