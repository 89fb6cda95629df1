import Components
import Domain
import Hummingbird
import Markup
import Store

/// An area's map on the screen: the grid, who has answered, strands and levels compared, specialisms.
struct AreaMapPage: Page {
  let title = "Provision map"
  let lede: String
  let exports: [Components.Link]
  let otherForms: [Components.Link]
  let tiles: [Tiles.Tile]
  let filter: AreaMapFilter
  let tabs: Tabs
  let heat: HeatMap
  let legend: HeatLegend
  let notes: [String]
  /// Nobody has answered anything yet.
  let isEmpty: Bool
  let responses: DataTable?
  let strands: BarTable
  let levels: BarTable
  let specialisms: DataTable?
  let printNote: String?

  var areaPart: AreaPart? { .map }
  var isWide: Bool { true }

  /// `GET /areas/{area}/map`.
  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let question = visit.areaMapQuestion
    if let there = visit.canonical(question, at: Way.areaMap(area)) { return there }
    let map = try await visit.read { try AreaMaps(viewer, of: area, $0).map(question, today: today) }
    return visit.page(AreaMapPage(map, seesAll: viewer.mayAll(.see, .map), today: today))
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: exports.map { LinkButton($0.label, $0.address, style: .quiet).html }))\
    \(Tiles(tiles))\(filter.html)\(tabs)\
    \(if: isEmpty, InsetText("<p>Nobody has answered yet. As soon as an organisation sends in provision or a gap, or says “nothing here”, it stands on this map.</p>").html)\
    \(heat)\(legend)\(if: !notes.isEmpty, "<ul class=\"map-notes\">\(each: notes, { "<li>\($0)</li>" })</ul>")\
    \(if: responses, { "<h2>Who has answered</h2>\($0.html)" })\
    <h2>Strands and levels compared</h2><div class="side-by-side"><div>\(strands)</div><div>\(levels)</div></div>\
    \(if: specialisms, { "<h2>Specialisms</h2>\($0.html)" })\
    <p class="small screen-only">Also \(each: otherForms.enumerated(), { "\(if: $0.offset > 0, " · ")\($0.element)" })</p>
    """
  }
}
