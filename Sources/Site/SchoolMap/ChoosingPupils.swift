import Components
import Domain
import Hummingbird
import Markup
import Store

/// Ticks the pupils that a map is to show. They travel in the address by their ids; names are looked up in the page.
struct ChoosingPupilsPage: Page {
  let school: String
  let address: Address
  let trail: [Components.Link]
  /// What else the map was asked for.
  let kept: [HiddenField]
  let pupils: [Choice]
  let selected: Set<String>

  var title: String { "Choose pupils for the map" }
  var part: Part? { .map }
  var isWide: Bool { true }

  static var examples: [ChoosingPupilsPage] {
    [
      ChoosingPupilsPage(
        school: "Ashfield Primary School", address: "/schools/900001/map",
        trail: [Components.Link("School map", "/schools/900001/map")], kept: [],
        pupils: [
          Choice("1", "Amir Khan", hint: "Year 1, 1A"), Choice("2", "Ella Price", hint: "Year 1, 1B"),
          Choice("3", "Jakub Wójcik", hint: "Year 2, 2A"),
        ], selected: ["2"]),
      ChoosingPupilsPage(
        school: "Ashfield Primary School", address: "/schools/900001/map",
        trail: [Components.Link("School map", "/schools/900001/map")], kept: [], pupils: [], selected: []),
    ]
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: "The map then shows what they get, and their part of what it costs."))\
    \(if: pupils.isEmpty, EmptyState("No pupils", "Nobody on the roll is yours to see.").html, else: form)
    """
  }

  private var form: HTML {
    """
    \(FilterBox("Find by name, year or class", of: "map-pupils", noun: "pupils"))\
    <form method="get" action="\(address)">\(each: kept, { $0.html })\
    <fieldset class="field"><legend>Pupils</legend><div class="options choosing" id="map-pupils">\
    \(each: pupils.enumerated(), option)</div></fieldset>\
    \(ButtonRow([Button("Show on the map").html, LinkButton("Cancel", address, style: .quiet).html]))</form>
    """
  }

  private func option(_ place: Int, _ pupil: Choice) -> HTML {
    """
    <div class="option"><input type="checkbox" id="pupil-\(place)" name="pupil" value="\(pupil.value)"\
    \(if: selected.contains(pupil.value), " checked")><label for="pupil-\(place)">\(pupil.label)\
    \(if: pupil.hint, { " <span class=\"soft\">\($0)</span>" })</label></div>
    """
  }
}

enum ChoosingPupils {
  /// `GET /schools/{urn}/map/pupils`
  static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer, today) = (visit.here, visit.viewer, visit.today)
    try viewer.must(.see, .map)
    let (question, pupils) = try await visit.read { connection in
      let calendar = try SchoolCalendars.load(school.id, connection)
      return (try visit.mapQuestion(calendar), try Pupils(viewer, connection).list(on: today))
    }
    var others = question
    others.pupils = []
    let here = MapAddress(school: school, question: others, today: today)
    return visit.page(
      ChoosingPupilsPage(
        school: school.name, address: Way.map(school),
        trail: [Components.Link("School map", here.at(Way.map(school)))],
        kept: here.items.map { HiddenField($0.name, $0.value) },
        pupils: pupils.map { pupil in
          Choice(
            pupil.id.text, "\(pupil.calledName) \(pupil.surname)",
            hint: [pupil.year.name, pupil.className].compactMap { $0 }.joined(separator: ", "))
        }, selected: Set(question.pupils.map(\.text))))
  }
}
