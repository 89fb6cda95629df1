import Components
import Domain
import Hummingbird
import Markup
import Store

/// One cell of an area's map: what is wanted there, what there is, what is missing, and who has said so.
struct AreaCellPage: Page {
  let title: String
  let trail: [Components.Link]
  let hue: Hue
  let lede: String
  let outcome: String?
  let tiles: [Tiles.Tile]
  let chosen: FilterChips?
  let provision: AreaEntryList
  /// Where there are more than the page shows.
  let provisionNote: String?
  let gaps: AreaEntryList
  let gapsNote: String?
  let nothing: String?
  let answered: [String]
  let nothingHere: [String]
  let silent: [String]

  var areaPart: AreaPart? { .map }

  static let most = 200

  /// `GET /areas/{area}/map/cells/{strand}/{level}`.
  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let (strand, level) = (visit.parameter("strand") ?? "", visit.parameter("level") ?? "")
    let question = visit.areaMapQuestion
    let page = try await visit.read { connection in
      let maps = AreaMaps(viewer, of: area, connection)
      let map = try maps.map(question, today: today)
      guard let cell = map.framework.cell(strand: strand, level: level) else { throw Refusal.notFound() }
      return AreaCellPage(
        cell, of: map, outcome: try maps.outcomes(map)[cell],
        provision: try maps.entries(map, .provision, in: cell, most: most),
        gaps: try maps.gaps(map, in: cell, most: most))
    }
    return visit.page(page)
  }

  init(_ cell: Cell, of map: AreaMap, outcome: String?, provision: [AreaMapEntry], gaps: [AreaMapEntry]) {
    let (figures, question) = (map.figures(cell), map.question)
    let organisations = map.organisations(of: cell)
    title = map.framework.name(of: cell)
    trail = [Link("Map", question.at(Way.areaMap(map.area)))]
    hue = Hue(position: cell.strand + 1)
    lede = "\(AreaMapWords.round(map.round)) · \(map.framework.levels[cell.level].meaning)"
    self.outcome = outcome
    tiles = [
      Tiles.Tile(AreaCellWords.figure(figures), figures.provision == 1 ? "provision" : "provisions"),
      Tiles.Tile(figures.reach?.grouped ?? "Not said", "children reached a year"),
      Tiles.Tile(figures.places?.grouped ?? "Not said", "places a year"),
      Tiles.Tile(figures.gaps.grouped, figures.gaps == 1 ? "gap" : "gaps"),
      Tiles.Tile("\(figures.answered.grouped) of \(map.response.known.grouped)", "organisations answered here"),
    ]
    let page = Way.areaCell(cell, of: map.framework, map.area)
    let chips = map.filter.map { FilterChips.Chosen($0.words, without: question.without($0.key).at(page)) }
    chosen = chips.isEmpty ? nil : FilterChips(chips, clear: chips.count > 1 ? question.unfiltered.at(page) : nil)
    self.provision = AreaEntryList(provision, map)
    provisionNote = AreaCellPage.left(figures.provision - provision.count)
    self.gaps = AreaEntryList(gaps, map)
    gapsNote = AreaCellPage.left(figures.gaps - gaps.count)
    nothing = AreaMapWords.nothing(figures, isOwn: map.isOwn)
    answered = organisations.answered.map(\.name)
    nothingHere = organisations.nothingHere.map(\.name)
    silent = organisations.silent.map(\.name)
  }

  private static func left(_ count: Int) -> String? {
    count > 0 ? "\(count.grouped) more stand here. The spreadsheet has all of them." : nil
  }

  var body: HTML {
    """
    <div class="cell-head \(hue.rawValue)">\(PageHeader(title, lede: lede))\
    \(if: outcome, { "<p><strong>What is wanted:</strong> \($0)</p>" })</div>\
    \(if: chosen, { $0.html })\(Tiles(tiles))\
    <h2>Provision</h2>\(if: provision.items.isEmpty, "<p>\(sentence)</p>", else: provision.html)\
    \(if: provisionNote, { "<p>\($0)</p>" })\
    <h2>Gaps</h2>\(if: gaps.items.isEmpty, "<p>Nobody has told of a gap here.</p>", else: gaps.html)\
    \(if: gapsNote, { "<p>\($0)</p>" })\
    <h2>Who has answered</h2>\(names("Told of something here", answered))\
    \(names("Say that they provide nothing here", nothingHere))\
    \(names("Have not answered here", silent))
    """
  }

  private var sentence: String {
    switch nothing {
    case "nobody has answered"?: "Nobody has answered here. That is not the same as nothing being there."
    case let words?: words.prefix(1).uppercased() + words.dropFirst() + "."
    case nil: "None."
    }
  }

  private func names(_ heading: String, _ names: [String]) -> HTML {
    """
    <h3>\(heading): \(names.count.grouped)</h3>\(if: !names.isEmpty, "<p>\(MoreList(names, showing: 12))</p>")
    """
  }
}
