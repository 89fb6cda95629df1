import Components
import Domain
import Markup
import Store

/// Where to go, for those with roles in several schools, or in none.
struct HomePage: Page {
  struct Place: Sendable {
    let name: String
    let roles: String
    let address: Address
  }

  let places: [Place]
  let contact: String
  var hasAreas = false

  var title: String {
    if places.isEmpty { return "No school or area yet" }
    return hasAreas ? "Your schools and areas" : "Your schools"
  }

  init(places: [Place], contact: String) {
    self.places = places
    self.contact = contact
  }

  init(_ session: OpenSession, contact: String) {
    let schools = session.desks.map {
      Place(name: $0.name, roles: Frame.roles($0.roles), address: Way.school(urn: $0.urn))
    }
    let areas = session.areaDesks.map {
      Place(name: $0.title, roles: Frame.roles($0.roles), address: Way.areaDesk($0.address))
    }
    places = schools + areas
    hasAreas = !areas.isEmpty
    self.contact = contact
  }

  var body: HTML {
    if places.isEmpty {
      return """
        \(PageHeader(title))<p>Your account has no role in any school or area at the moment. Roles are given by a school’s \
        SENCO or head teacher, or by an area’s coordinator, and may have a last day.</p>\
        <p>If you were given a code for the review of an area, <a href="\(Way.areas)">join it here</a>.</p>\(WhomToAsk(contact))
        """
    }
    return """
      \(PageHeader(title))\(DataTable("Schools and areas with your roles there", showsCaption: false, columns: [DataTable.Column("Place"), DataTable.Column("Your role")], rows: places.map(row)))
      """
  }

  private func row(_ place: Place) -> [DataTable.Cell] {
    [.html("<a href=\"\(place.address)\">\(place.name)</a>"), .text(place.roles)]
  }

  static var examples: [HomePage] {
    [
      HomePage(
        places: [
          Place(name: "Ashfield Primary School", roles: "SENCO, Teacher", address: "/schools/900001"),
          Place(name: "Brookvale Secondary School", roles: "Moderator or inspector", address: "/schools/900002"),
        ], contact: ""),
      HomePage(places: [], contact: "Ask the help desk of Westmere, 01632 960 100."),
    ]
  }
}

/// Whom to ask when one cannot get on.
struct WhomToAsk: Component {
  let words: String
  init(_ words: String) { self.words = words }

  var html: HTML {
    words.isEmpty ? "<p>Ask your school’s SENCO, or whoever runs Trellis for you.</p>" : "<p>\(words)</p>"
  }
}
