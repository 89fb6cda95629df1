import Domain
import Formats

/// An area's map as an Excel workbook: the grid, the figures as formulas over the entries, who has answered, the gap
/// register, the entries, localities, and what one has to know to read them.
struct AreaMapWorkbook {
  private let printed: PrintedAreaMap
  private var map: AreaMap { printed.map }
  private var framework: Framework { map.framework }

  init(_ printed: PrintedAreaMap) { self.printed = printed }

  func bytes() throws -> [UInt8] { try workbook.written() }

  var workbook: Workbook {
    let entries = AreaEntrySheet(printed)
    var sheets = [grid, AreaFigureSheet(printed, entries).sheet]
    if !printed.isPublic { sheets.append(response) }
    sheets += [gaps, entries.sheet]
    if !printed.report.places.isEmpty { sheets.append(places) }
    return Workbook(
      title: printed.title, author: map.area.name, created: printed.moment, sheets: sheets + [about])
  }

  private var printing: Workbook.Printing {
    Workbook.Printing(
      isLandscape: true, header: printed.title,
      footer: "\(printed.lede) · \(map.filterWords) · made \(printed.today.words)")
  }

  /// The grid as it stands on the page: in each cell its figures in words, in the hue of its strand.
  private var grid: Workbook.Sheet {
    let scale = map.scale
    var rows: [Workbook.Row] = [
      Workbook.Row([.text(printed.title, .title)]), Workbook.Row([.text(printed.lede, .note)]),
      Workbook.Row([.text("Shows \(map.filterWords). Deeper colour: \(map.shownDepth.name.lowercased()).", .note)]),
      Workbook.Row(),
      Workbook.Row(
        [.text("Level", .heading)] + framework.strands.map { .text($0.name, .heading) } + [.text("All", .heading)]),
    ]
    for level in framework.levels.indices {
      rows.append(
        Workbook.Row(
          [.text(framework.levels[level].name, .heading)]
            + framework.strands.indices.map { strand in
              let cell = Cell(strand: strand, level: level)
              return .text(
                AreaCellWords.lines(map.figures(cell)).joined(separator: "\n"), .wrapped,
                fill: AreaHues.tint(strand, depth: map.depth(cell, on: scale)))
            } + [.text(AreaCellWords.lines(map.figures(level: level)).joined(separator: "\n"), .wrapped)], height: 64))
    }
    rows.append(
      Workbook.Row(
        [.text("All", .heading)]
          + framework.strands.indices.map {
            .text(AreaCellWords.lines(map.figures(strand: $0)).joined(separator: "\n"), .wrapped)
          } + [.text(AreaCellWords.lines(map.total).joined(separator: "\n"), .wrapped)], height: 64))
    return Workbook.Sheet(
      name: "Map", columnWidths: [14] + framework.strands.map { _ in 25 } + [25], rows: rows, frozenRows: 5,
      frozenColumns: 1, printing: printing)
  }

  private var response: Workbook.Sheet {
    let responses = map.responses
    let head = ["Sector", "Known", "Expected", "Joined", "Answered"]
    let rows = responses.map { response in
      Workbook.Row(
        [.text(response.sector?.name ?? "")]
          + [response.known, response.expected, response.joined, response.answered].map { .integer($0) })
    }
    let all = map.response
    let numbers = [all.known, all.expected, all.joined, all.answered]
    let totals = numbers.enumerated().map { index, number -> Workbook.Cell in
      let letters = Grid.letters(ofColumn: index + 1)
      let isSum = !responses.isEmpty
      return isSum
        ? .formula("SUM(\(letters)2:\(letters)\(responses.count + 1))", .integer(number), .total)
        : .integer(number, .total)
    }
    return Workbook.Sheet(
      name: "Who has answered", columnWidths: [34, 12, 12, 12, 12],
      rows: [Workbook.Row(head.map { .text($0, .heading) })] + rows + [Workbook.Row([.text("All", .total)] + totals)],
      frozenRows: 1, printing: printing)
  }

  private var gaps: Workbook.Sheet {
    let isPublic = printed.isPublic
    let head =
      ["Rank", "Gap"] + (isPublic ? [] : ["Organisations", "Said by"]) + [
        "Children", "Cells", "What is missing", "Effect", "Suggestion",
      ]
    let gaps = printed.report.gaps
    let rows = Workbook.MadeRows(count: gaps.count) { index in
      let gap = gaps[index]
      return Workbook.Row(
        [.integer(index + 1), .text(gap.name, .wrapped)]
          + (isPublic ? [] : [.integer(gap.sayers), .text(gap.saidBy.joined(separator: "; "), .wrapped)])
          + [
            .children(gap.affected), .text(printed.cellNames(gap.cells), .wrapped), .text(gap.description, .wrapped),
            .text(gap.effect, .wrapped), .text(gap.suggestion, .wrapped),
          ])
    }
    return Workbook.Sheet(
      name: "Gaps", columnWidths: [6, 34] + (isPublic ? [] : [13, 30]) + [10, 30, 50, 40, 40],
      rows: [Workbook.Row(head.map { .text($0, .heading) })], moreRows: rows, frozenRows: 1,
      filteredRows: 0...gaps.count, printing: printing)
  }

  private var places: Workbook.Sheet {
    let rows = printed.report.places.map { place in
      Workbook.Row([
        .text(place.locality?.name ?? "No locality named"), .text(place.locality?.code ?? ""),
        .integer(place.figures.provision), .integer(place.figures.gaps),
        .number(place.figures.reach), .number(place.figures.affected),
      ])
    }
    let head = ["Locality", "Code", "Provision", "Gaps", "Children reached", "Children touched by gaps"]
    return Workbook.Sheet(
      name: "Localities", columnWidths: [34, 14, 12, 12, 16, 16],
      rows: [Workbook.Row(head.map { .text($0, .heading) })] + rows, frozenRows: 1, printing: printing)
  }

  private var about: Workbook.Sheet {
    var rows: [(String, String)] = [
      ("Area", map.area.name), ("Project", map.area.details.title), ("Round", AreaMapWords.round(map.round)),
      ("Framework", framework.name), ("Shows", map.filterWords),
    ]
    if !printed.isPublic { rows.append(("Who has answered", AreaMapWords.response(map.response))) }
    rows += AreaMapWords.notes(map).map { ("Please note", $0) }
    rows.append(("Made", printed.today.words))
    return Workbook.Sheet(
      name: "About", columnWidths: [24, 100],
      rows: [Workbook.Row([.text(printed.title, .title)])]
        + rows.map { Workbook.Row([.text($0.0, .heading), .text($0.1, .wrapped)]) })
  }
}

extension Workbook.Cell {
  /// Nothing where nobody says; formulas pass over it.
  static func number(_ number: Int?, _ style: Workbook.Style = .body) -> Workbook.Cell {
    number.map { .integer($0, style) } ?? Workbook.Cell(style: style)
  }

  /// A number, or words where it is withheld.
  static func children(_ count: ChildrenCount?, _ style: Workbook.Style = .body) -> Workbook.Cell {
    guard let count else { return Workbook.Cell(style: style) }
    return count.number.map { .integer($0, style) } ?? .text(count.words, style)
  }
}
