import Components
import Documents
import Domain
import Hummingbird
import Markup
import Store

/// The gap register: what most say first, with what comes of it and what would help.
struct AreaGapsPage: Page {
  let title = "Gaps"
  let lede: String
  let exports: [Components.Link]
  let filter: AreaMapFilter
  let cells: DataTable?
  let gaps: AreaEntryList
  let left: String?
  let words: [String]
  /// Who has answered, beside what comes up most.
  let caveat: String
  let responses: DataTable
  let empty: EmptyState?
  let printNote: String?

  var areaPart: AreaPart? { .gaps }
  var isWide: Bool { true }

  static let most = 200

  /// `GET /areas/{area}/gaps`.
  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    try viewer.mustAll(.see, .map)
    let question = visit.areaMapQuestion
    if let there = visit.canonical(question, at: Way.areaGaps(area)) { return there }
    let page = try await visit.read { connection in
      let maps = AreaMaps(viewer, of: area, connection)
      let map = try maps.map(question, today: today)
      let report = AreaReport(
        map: map, comparison: nil, outcomes: [:], places: [], provision: [], gaps: try maps.gaps(map, most: most),
        words: try maps.words(map))
      return AreaGapsPage(report, today: today)
    }
    return visit.page(page)
  }

  init(_ report: AreaReport, today: Day) {
    let map = report.map
    let (question, area) = (map.question, map.area)
    lede =
      "\(AreaMapWords.round(map.round)) · \(AreaMapWords.gaps(map.total.gaps)), told by \(AreaMapWords.organisations(map.total.gapSayers))"
    exports = [
      Link("Spreadsheet", question.at(Way.areaFile(.xlsx, area))),
      Link("Full report as PDF", question.at(Way.areaReport(area))),
    ]
    filter = AreaMapFilter(map, at: Way.areaGaps(area), offersDepth: false)
    cells = AreaGapsPage.cells(report)
    gaps = AreaEntryList(report.gaps, map, namesCells: true)
    let more = map.total.gaps - report.gaps.count
    left = more > 0 ? "\(more.grouped) more gaps are in the spreadsheet." : nil
    words = report.words.map { "\($0.word) (\($0.count.grouped))" }
    caveat =
      "\(AreaMapWords.response(map.response)). Who has not answered is not heard here, and who wrote much is heard most."
    responses = AreaMapPage.responses(map)
    empty =
      map.total.gaps > 0
      ? nil
      : EmptyState(
        map.filter.isEmpty ? "Nobody has told of a gap yet" : "No gap matches",
        map.total.answered == 0
          ? "Nobody has answered in this round, so this is silence: it does not mean that nothing is missing."
          : "\(AreaMapWords.response(map.response)), and none of them told of a gap here.")
    printNote = "\(lede). Shows \(map.filterWords). Printed on \(today.words)."
  }

  private static func cells(_ report: AreaReport) -> DataTable? {
    let map = report.map
    let ranked = report.cellsByGaps
    if ranked.isEmpty { return nil }
    return DataTable(
      "Where the gaps are: cells of which most organisations say that something is missing first",
      columns: [
        DataTable.Column("Cell"), DataTable.Column("Organisations", .number), DataTable.Column("Gaps", .number),
        DataTable.Column("Children touched", .number), DataTable.Column("Provision there", .number),
      ],
      rows: ranked.map { cell in
        let figures = map.figures(cell)
        let address = map.question.at(Way.areaCell(cell, of: map.framework, map.area))
        return [
          .html("\(Link(map.framework.name(of: cell), address))"), .text(figures.gapSayers.grouped),
          .text(figures.gaps.grouped), .text(figures.affected?.grouped ?? "not said"),
          .text(figures.provision.grouped),
        ]
      })
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: exports.map { LinkButton($0.label, $0.address, style: .quiet).html }))\
    \(filter.html)\(if: empty, { $0.html })\(if: cells, { $0.html })\
    \(if: !gaps.items.isEmpty, "<h2>What is missing, said by most first</h2>\(gaps.html)")\(if: left, { "<p>\($0)</p>" })\
    \(if: !words.isEmpty, "<h2>Words that come up most</h2><ul class=\"said-most\">\(each: words, { "<li>\($0)</li>" })</ul>")\
    \(if: empty == nil, InsetText("<p>\(caveat)</p>").html)<h2>Who has answered</h2>\(responses)
    """
  }
}
