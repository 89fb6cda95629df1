import Components
import Documents
import Domain
import Markup

/// The pupil's part of the map: what they get, when, with whom, since when, and what it costs.
struct PupilMapPage: Page {
  let sheet: PupilSheet
  let trail: [Components.Link]
  let address: Address
  let days: String
  let dayGroups: [Select.Group]
  let actions: [Components.Link]
  /// The group of each row, and the working of its cost; nil where they are not for the viewer.
  let ways: [RowWay]
  let working: Address?

  struct RowWay: Sendable {
    let group: Address?
    let working: Address?
  }

  var title: String { sheet.name }
  var part: Part? { .map }
  var isWide: Bool { true }
  var printNote: String? { "\(sheet.school) · \(sheet.days) · printed \(sheet.today.words); confidential" }
}

extension PupilMapPage {
  var body: HTML {
    """
    \(PageHeader(sheet.name, kicker: "On the school map", lede: sheet.days, actions: actions.map { LinkButton($0.label, $0.address, style: .quiet).html }))\
    \(if: !sheet.rows.isEmpty, Tiles(tiles).html)\
    \(FilterBar("Choose the days", asking: address, fields: Select(Field("days", "Period"), groups: dayGroups, selected: days).html))\
    \(if: sheet.rows.isEmpty, EmptyState("Nothing in these days", "No group or strategy of these days has this pupil.").html, else: table)\
    \(if: !sheet.notes.isEmpty, "<ul class=\"notes\">\(each: sheet.notes, { "<li>\($0)</li>" })</ul>")
    """
  }

  private var tiles: [Tiles.Tile] {
    var tiles = [
      Tiles.Tile(String(sheet.rows.count), sheet.rows.count == 1 ? "group or strategy" : "groups and strategies")
    ]
    if let total = sheet.total {
      if sheet.isDivided { tiles.append(Tiles.Tile(total.toDate, "cost to date")) }
      tiles.append(
        Tiles.Tile(total.planned, sheet.isDivided ? "planned for the period" : "cost of the period", to: working))
    }
    return tiles
  }

  private var table: HTML {
    var columns = ["What", "When", "With", "Since"].map { DataTable.Column($0) } + [DataTable.Column("Time", .number)]
    if sheet.total != nil {
      if sheet.isDivided { columns.append(DataTable.Column("To date", .number)) }
      columns.append(DataTable.Column(sheet.isDivided ? "Planned" : "Cost", .number))
    }
    return DataTable(
      "What \(sheet.name) gets", showsCaption: false, columns: columns, rows: zip(sheet.rows, ways).map(row),
      totals: totals, isList: true
    ).html
  }

  private func row(_ row: PupilSheet.Row, _ way: RowWay) -> [DataTable.Cell] {
    let title: HTML = way.group.map { "<a href=\"\($0)\">\(row.title)</a>" } ?? HTML(text: row.title)
    var cells: [DataTable.Cell] = [
      .html("\(title)<br><span class=\"soft small\">\(row.heading)</span>"),
      .html("\(row.when)<br><span class=\"soft small\">\(row.sharing)</span>"), .text(row.who), .text(row.since),
      .text(row.time ?? "–"),
    ]
    guard sheet.total != nil else { return cells }
    if sheet.isDivided { cells.append(.text(row.cost?.toDate ?? "–")) }
    let planned = row.cost?.planned ?? "–"
    cells.append(way.working.map { .html("<a href=\"\($0)\">\(planned)</a>") } ?? .text(planned))
    return cells
  }

  private var totals: [DataTable.Cell] {
    guard let total = sheet.total else { return [] }
    let planned: DataTable.Cell =
      working.map { .html("<a href=\"\($0)\">\(total.planned)</a>") } ?? .text(total.planned)
    return ["Total", "", "", "", ""] + (sheet.isDivided ? [.text(total.toDate)] : []) + [planned]
  }
}
