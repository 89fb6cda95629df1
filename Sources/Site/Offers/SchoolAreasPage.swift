import Components
import Domain
import Hummingbird
import Markup
import Store

/// The areas in whose reviews the school takes part, as the visitor's account knows them.
struct SchoolAreasPage: Page {
  struct Place: Sendable {
    let title: String
    let offers: Address
    let suggestions: Address
    let desk: Address
  }

  let school: String
  let places: [Place]

  var title: String { "Areas" }
  var part: Part? { .catalogue }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Where the support of \(school) is part of a wider map. Nothing goes there but what you offer."))\
    \(if: places.isEmpty, empty, else: list)
    """
  }

  private var list: HTML { "<ul class=\"big-links\">\(each: places, draw)</ul>" }

  private func draw(_ place: Place) -> HTML {
    """
    <li><a href="\(place.offers)">Offer to \(place.title)</a>\
    <p>Choose what of your map goes to the area: totals, never a pupil. \
    <a href="\(place.suggestions)">What the area says that may be for you</a> · \
    <a href="\(place.desk)">Your entries there</a></p></li>
    """
  }

  private var empty: HTML {
    """
    <p>With your account the school takes part in no area’s review. If you were given a code for one, \
    <a href="\(Way.areas)">join it</a> with this account, and choose \(school) as your organisation. Then what you keep here \
    can be offered there without typing it again. <a href="\(Way.helpOnAreas(.schoolAgain))">How this works</a></p>
    """
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    let desks = visit.session?.areaDesks ?? []
    let viewers = desks.compactMap { desk in visit.session?.areaViewer(in: desk.organisation).map { (desk, $0) } }
    let own = try await visit.read { connection in
      viewers.filter { (try? SchoolOffers(school, as: viewer, in: $0.1, connection)) != nil }.map(\.0.address)
    }
    return visit.page(
      SchoolAreasPage(
        school: school.name,
        places: desks.filter { own.contains($0.address) }.map {
          Place(
            title: $0.title, offers: Way.offers($0.address, school), suggestions: Way.suggestions($0.address, school),
            desk: Way.areaDesk($0.address))
        }))
  }

  static var examples: [SchoolAreasPage] {
    [
      SchoolAreasPage(
        school: "Ashfield Primary School",
        places: [
          Place(
            title: "Speech and language in Northvale", offers: "/schools/900001/areas/northvale-speech",
            suggestions: "/schools/900001/areas/northvale-speech/suggestions", desk: "/areas/northvale-speech/desk")
        ]), SchoolAreasPage(school: "Ashfield Primary School", places: []),
    ]
  }
}
