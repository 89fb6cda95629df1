import Components
import Domain
import Hummingbird
import Markup
import Store

/// Two rounds side by side, and what differs.
struct ThenAndNowPage: Page {
  struct Compared: Sendable {
    let then: HeatMap
    let now: HeatMap
    let legend: HeatLegend
    let table: DataTable
    let responses: DataTable
  }

  let title = "Then and now"
  let trail: [Components.Link]
  let lede: String
  let filter: AreaMapFilter
  let tabs: Tabs
  /// Nil where there is no earlier round.
  let compared: Compared?
  let note: String?

  var areaPart: AreaPart? { .map }
  var isWide: Bool { true }

  /// `GET /areas/{area}/map/then-and-now`.
  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let question = visit.areaMapQuestion
    if let there = visit.canonical(question, at: Way.areaThenAndNow(area)) { return there }
    let page = try await visit.read { connection in
      let maps = AreaMaps(viewer, of: area, connection)
      if let comparison = try maps.comparison(question, today: today) { return ThenAndNowPage(comparison) }
      return ThenAndNowPage(alone: try maps.map(question, today: today))
    }
    return visit.page(page)
  }

  init(alone map: AreaMap) {
    trail = [Link("Map", map.question.at(Way.areaMap(map.area)))]
    lede = AreaMapWords.round(map.round)
    filter = AreaMapFilter(map, at: Way.areaThenAndNow(map.area), offersDepth: false)
    tabs = AreaMapTabs.tabs(map, .thenAndNow)
    compared = nil
    note = nil
  }

  init(_ comparison: AreaMapComparison) {
    let (now, then) = (comparison.now, comparison.then)
    let (area, scale) = (now.area, comparison.scale)
    trail = [Link("Map", now.question.at(Way.areaMap(area)))]
    lede = "\(AreaMapWords.round(then.round)) · \(AreaMapWords.round(now.round))"
    filter = AreaMapFilter(now, at: Way.areaThenAndNow(area), comparedWith: then.round.number)
    tabs = AreaMapTabs.tabs(now, .thenAndNow)
    note =
      then.framework == now.framework && then.round.framework == now.round.framework
      ? nil
      : "\(then.round.title) had other levels. What it holds stands under the level that each counts as now; what it did "
        + "not ask says so."
    compared = Compared(
      then: AreaHeat.map(then, "Then: \(then.round.title)", on: scale, sums: false, to: nil),
      now: AreaHeat.map(now, "Now: \(now.round.title)", on: scale, sums: false) {
        now.question.at(Way.areaCell($0, of: now.framework, area))
      }, legend: AreaHeat.legend(now, scale), table: ThenAndNowPage.table(comparison),
      responses: ThenAndNowPage.responses(comparison))
  }

  private static func table(_ comparison: AreaMapComparison) -> DataTable {
    let framework = comparison.now.framework
    return DataTable(
      "What differs, cell by cell",
      columns: ["Cell", "Provision", "Gaps", "Children reached"].map { DataTable.Column($0) },
      rows: framework.cells.map { cell in
        let words = AreaChangeWords(comparison, cell)
        return [.text(framework.name(of: cell)), .text(words.provision), .text(words.gaps), .text(words.reach)]
      })
  }

  private static func responses(_ comparison: AreaMapComparison) -> DataTable {
    let (now, then) = (comparison.now.responses, comparison.then.responses)
    func cells(_ name: String, _ then: AreaMap.Response?, _ now: AreaMap.Response?) -> [DataTable.Cell] {
      [.text(name), .text((then?.answered ?? 0).grouped), .text((now?.answered ?? 0).grouped)]
    }
    return DataTable(
      "Organisations that answered: a difference may only mean that others did",
      columns: [
        DataTable.Column("Sector"), DataTable.Column("Then", .number), DataTable.Column("Now", .number),
      ],
      rows: now.map { response in
        cells(
          response.sector?.name ?? "", then.first { $0.sector == response.sector }, response)
      }, totals: cells("All", comparison.then.response, comparison.now.response))
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: lede))\(filter.html)\(tabs)\
    \(if: compared, draw)\
    \(if: compared == nil, EmptyState("There is no earlier round", "This is the first round of this review. As soon as there is a second, both stand here side by side.").html)
    """
  }

  private func draw(_ compared: Compared) -> HTML {
    """
    \(if: note, { InsetText("<p>\($0)</p>").html })\
    <div class="side-by-side"><div>\(compared.then)</div><div>\(compared.now)</div></div>\(compared.legend)\
    <h2>What differs</h2>\(compared.table)<h2>Who answered</h2>\(compared.responses)
    """
  }
}
