import Components
import Documents
import Domain
import Markup

extension AreaMapPage {
  init(_ map: AreaMap, seesAll: Bool, today: Day) {
    let (question, area, scale) = (map.question, map.area, map.scale)
    lede = AreaMapPage.lede(map, seesAll: seesAll)
    exports = [
      Link("Summary as PDF", question.at(Way.areaFile(.pdf, area))),
      Link("Full report as PDF", question.at(Way.areaReport(area))),
      Link("Spreadsheet", question.at(Way.areaFile(.xlsx, area))),
      Link("Copy to edit", question.at(Way.areaFile(.docx, area))),
    ]
    otherForms =
      [
        Link("as CSV", question.at(Way.areaFile(.csv, area))), Link("as JSON", question.at(Way.areaFile(.json, area))),
      ]
      + (seesAll
        ? [Link("in its public version, as PDF", question.at(Way.areaFile(.pdf, area)).asking("public", "yes"))]
          + (area.details.publishesMap ? [Link("as the page for parents and carers", Way.publicMap(area))] : []) : [])
    tiles = AreaMapPage.tiles(map)
    filter = AreaMapFilter(map, at: Way.areaMap(area))
    tabs = AreaMapTabs.tabs(map, .grid)
    heat = AreaHeat.map(map, AreaHeat.caption(map), on: scale) {
      question.at(Way.areaCell($0, of: map.framework, area))
    }
    legend = AreaHeat.legend(map, scale)
    notes = AreaMapWords.notes(map)
    isEmpty = map.total.answered == 0
    responses = map.isOwn ? nil : AreaMapPage.responses(map)
    strands = BarTable(
      "Strands compared", label: "Strand", measures: AreaMapPage.measures,
      rows: map.framework.strands.indices.map {
        BarTable.Row(
          map.framework.strands[$0].name, Hue(position: $0 + 1), bars: AreaMapPage.bars(map.figures(strand: $0)))
      })
    levels = BarTable(
      "Levels compared", label: "Level", measures: AreaMapPage.measures,
      rows: map.framework.levels.indices.map {
        BarTable.Row(map.framework.levels[$0].name, bars: AreaMapPage.bars(map.figures(level: $0)))
      })
    specialisms = AreaMapPage.specialisms(map)
    printNote = "\(lede). Shows \(map.filterWords). Printed on \(today.words)."
  }

  /// `Round 2: Autumn 2026 · 43 of 60 organisations have answered`; a contributor's says that it is their own.
  static func lede(_ map: AreaMap, seesAll: Bool) -> String {
    if seesAll { return "\(AreaMapWords.round(map.round)) · \(AreaMapWords.response(map.response))" }
    let own = map.organisations.first.map { "what \($0.name) has sent in" } ?? "what you have sent in"
    return "\(AreaMapWords.round(map.round)) · \(own)"
  }

  static func tiles(_ map: AreaMap) -> [Tiles.Tile] {
    let (total, response) = (map.total, map.response)
    let silent = map.framework.cells.count { map.figures($0).state == .silent }
    let answers =
      map.isOwn
      ? []
      : [Tiles.Tile("\(response.answered.grouped) of \(response.known.grouped)", "organisations have answered")]
    return answers + [
      Tiles.Tile(total.provision.grouped, total.provision == 1 ? "provision" : "provisions"),
      Tiles.Tile(total.gaps.grouped, total.gaps == 1 ? "gap" : "gaps"),
      Tiles.Tile(total.reach?.grouped ?? "Not said", "children reached a year"),
      Tiles.Tile("\(silent) of \(map.framework.cells.count)", "cells silent"),
    ]
  }

  static func responses(_ map: AreaMap) -> DataTable {
    let columns = [
      DataTable.Column("Sector"), DataTable.Column("Known", .number), DataTable.Column("Expected", .number),
      DataTable.Column("Joined", .number), DataTable.Column("Answered", .number),
    ]
    func cells(_ response: AreaMap.Response) -> [DataTable.Cell] {
      [.text(response.sector?.name ?? "All")]
        + [response.known, response.expected, response.joined, response.answered].map { .text($0.grouped) }
    }
    return DataTable(
      "Organisations by sector", columns: columns, rows: map.responses.map(cells), totals: cells(map.response))
  }

  static let measures = ["Provision", "Gaps", "Children reached"]

  static func bars(_ figures: AreaMap.Figures) -> [BarTable.Bar] {
    [
      BarTable.Bar(figures.provision.grouped, figures.provision), BarTable.Bar(figures.gaps.grouped, figures.gaps),
      BarTable.Bar(figures.reach?.grouped ?? "not said", figures.reach ?? 0),
    ]
  }

  /// Nil where the project has one alone.
  private static func specialisms(_ map: AreaMap) -> DataTable? {
    guard map.basis.specialisms.count > 1 else { return nil }
    func cells(_ name: String, _ figures: AreaMap.Figures, shared: String) -> [DataTable.Cell] {
      [
        .text(name), .text(figures.provision.grouped), .text(figures.gaps.grouped),
        .text(figures.reach?.grouped ?? "not said"), .text(shared),
      ]
    }
    return DataTable(
      "By specialism: an entry that serves several stands under each, and is counted once in the last line",
      columns: [
        DataTable.Column("Specialism"), DataTable.Column("Provision", .number), DataTable.Column("Gaps", .number),
        DataTable.Column("Children reached", .number), DataTable.Column("Serve others too", .number),
      ],
      rows: map.basis.specialisms.map { placed in
        cells(
          placed.specialism.name, map.tally.specialisms[placed.position],
          shared: map.tally.shared[placed.position].grouped)
      }, totals: cells("All, each once", map.total, shared: ""))
  }
}
