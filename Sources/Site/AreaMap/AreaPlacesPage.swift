import Components
import Domain
import Hummingbird
import Markup
import Store

/// An area's localities: drawn from their boundaries where it has them, and as a table.
struct AreaPlacesPage: Page {
  let title = "Localities"
  let trail: [Components.Link]
  let lede: String
  let filter: AreaMapFilter
  let tabs: Tabs
  let map: PlaceMap?
  let legend: HeatLegend?
  let table: DataTable
  let note: String?
  /// By sector; nil on an organisation's own map.
  let responses: DataTable?

  var areaPart: AreaPart? { .map }
  var isWide: Bool { true }

  /// `GET /areas/{area}/map/localities`.
  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let question = visit.areaMapQuestion
    if let there = visit.canonical(question, at: Way.areaPlaces(area)) { return there }
    let page = try await visit.read { connection in
      let maps = AreaMaps(viewer, of: area, connection)
      let map = try maps.map(question, today: today)
      return AreaPlacesPage(map, try maps.places(map))
    }
    return visit.page(page)
  }

  init(_ map: AreaMap, _ places: [PlaceFigures]) {
    let named = places.filter { $0.locality != nil }
    let scale = DepthScale(named.map { map.number($0.figures) })
    trail = [Link("Map", map.question.at(Way.areaMap(map.area)))]
    lede = "\(AreaMapWords.round(map.round)) · \(AreaMapWords.response(map.response))"
    filter = AreaMapFilter(map, at: Way.areaPlaces(map.area))
    tabs = AreaMapTabs.tabs(map, .localities)
    responses = map.isOwn ? nil : AreaMapPage.responses(map)
    // Where nobody has answered there is no figure, not even a nought.
    let isSilent = map.total.answered == 0
    let drawn = DrawnBoundaries(named.map(\.boundary))
    self.map = drawn.map { drawn in
      PlaceMap(
        "\(map.shownDepth.name) by locality", width: drawn.width, height: drawn.height,
        shapes: zip(named, drawn.shapes).compactMap { place, shape in
          shape.map {
            PlaceMap.Shape(
              place.locality?.name ?? "", figure: isSilent ? "–" : map.number(place.figures).grouped, path: $0.path,
              x: $0.x, y: $0.y,
              depth: scale.depth(map.number(place.figures)))
          }
        })
    }
    legend = drawn.map { _ in HeatLegend(map.shownDepth.name, depths: scale.words, silence: nil, absence: nil) }
    table = AreaPlacesPage.table(map, places)
    note =
      isSilent
      ? "Nobody has answered in this round, so this is silence: it does not mean that there is nothing."
      : drawn == nil
        ? "No boundaries are kept for these localities, so they are not drawn. The coordinator can add them as GeoJSON."
        : nil
  }

  private static func table(_ map: AreaMap, _ places: [PlaceFigures]) -> DataTable {
    let isSilent = map.total.answered == 0
    func cells(_ name: DataTable.Cell, _ figures: AreaMap.Figures) -> [DataTable.Cell] {
      [
        name, .text(isSilent ? "–" : figures.provision.grouped), .text(isSilent ? "–" : figures.gaps.grouped),
        .text(figures.reach?.grouped ?? "not said"), .text(figures.places?.grouped ?? "not said"),
        .text(figures.affected?.grouped ?? "not said"),
      ]
    }
    return DataTable(
      "By locality: an entry that names several stands under each",
      columns: [DataTable.Column("Locality")]
        + ["Provision", "Gaps", "Children reached", "Places", "Children touched by gaps"].map {
          DataTable.Column($0, .number)
        },
      rows: places.map { place in
        guard let locality = place.locality else { return cells("No locality named", place.figures) }
        var question = map.question
        question.locality = locality.id
        return cells(.html("\(Link(locality.name, question.at(Way.areaMap(map.area))))"), place.figures)
      })
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: lede))\(filter.html)\(tabs)\(if: map, { $0.html })\(if: legend, { $0.html })\
    \(if: note, { InsetText("<p>\($0)</p>").html })\(table)\
    \(if: responses, { "<h2>Who has answered</h2>\($0.html)" })
    """
  }
}
