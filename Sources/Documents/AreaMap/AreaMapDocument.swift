import Domain
import Formats

/// The report's text and tables as an office document, to be edited: what a coordinator writes a paper for a board from.
struct AreaMapDocument {
  private let printed: PrintedAreaMap
  private let limits: AreaReportLimits
  private var map: AreaMap { printed.map }
  private var framework: Framework { map.framework }

  init(_ printed: PrintedAreaMap) {
    self.printed = printed
    limits = AreaReportLimits(printed.report)
  }

  var document: WordDocument {
    WordDocument(title: printed.title, author: map.area.name, blocks: opening + response + gaps + comparison + cells)
  }

  private var opening: [WordDocument.Block] {
    let scale = map.scale
    var rows = framework.levels.indices.map { level in
      [WordDocument.Cell(framework.levels[level].name, isBold: true)]
        + framework.strands.indices.map { strand in
          let cell = Cell(strand: strand, level: level)
          return WordDocument.Cell(
            AreaCellWords.lines(map.figures(cell)).joined(separator: "\n"),
            fill: AreaHues.tint(strand, depth: map.depth(cell, on: scale)))
        } + [WordDocument.Cell(AreaCellWords.lines(map.figures(level: level)).joined(separator: "\n"))]
    }
    rows.append(
      [WordDocument.Cell("All", isBold: true)]
        + framework.strands.indices.map {
          WordDocument.Cell(AreaCellWords.lines(map.figures(strand: $0)).joined(separator: "\n"))
        } + [WordDocument.Cell(AreaCellWords.lines(map.total).joined(separator: "\n"), isBold: true)])
    return [
      .heading(1, printed.title), .paragraph(printed.lede),
      .note("Shows \(map.filterWords). Made \(printed.today.words)."),
      .heading(2, "The map"),
      .table(
        WordDocument.Table(
          head: ["Level"] + framework.strands.map(\.name) + ["All"],
          widths: [2] + framework.strands.map { _ in 3 } + [3], rows: rows)),
    ] + AreaMapWords.notes(map).map { .item($0) }
  }

  private var response: [WordDocument.Block] {
    if printed.isPublic { return [] }
    let rows = (map.responses + [map.response]).map { response in
      [WordDocument.Cell(response.sector?.name ?? "All", isBold: response.sector == nil)]
        + [response.known, response.expected, response.joined, response.answered].map { WordDocument.Cell.number($0) }
    }
    return [
      .heading(2, "Who has answered"),
      .table(
        WordDocument.Table(
          head: ["Sector", "Known", "Expected", "Joined", "Answered"], widths: [4, 1, 1, 1, 1], rows: rows)),
    ]
  }

  private var gaps: [WordDocument.Block] {
    let gaps = printed.report.gaps.prefix(limits.gaps)
    var blocks: [WordDocument.Block] = [.heading(2, "Gaps, those that most say first")]
    if gaps.isEmpty { return blocks + [.paragraph("No gaps stand on this map.")] }
    let rows = gaps.enumerated().map { index, gap -> [WordDocument.Cell] in
      [
        .number(index + 1), WordDocument.Cell(AreaEntryWords.gap(gap)),
        WordDocument.Cell(printed.isPublic ? gap.organisation : gap.saidBy.joined(separator: "\n")),
        WordDocument.Cell(gap.affected?.words ?? "", isNumber: true),
        WordDocument.Cell(printed.cellNames(gap.cells).replacing("; ", with: "\n")),
        WordDocument.Cell(gap.suggestion),
      ]
    }
    blocks.append(
      .table(
        WordDocument.Table(
          head: ["Rank", "Gap", "Said by", "Children", "Cells", "Suggestion"], widths: [1, 6, 3, 2, 3, 4], rows: rows)))
    if let left = limits.gapsLeftOut(printed.report) { blocks.append(.note(left)) }
    return blocks
  }

  private var comparison: [WordDocument.Block] {
    guard let comparison = printed.report.comparison else { return [] }
    let rows = framework.cells.map { cell -> [WordDocument.Cell] in
      let words = AreaChangeWords(comparison, cell)
      return [
        WordDocument.Cell(framework.name(of: cell)), WordDocument.Cell(words.provision),
        WordDocument.Cell(words.gaps), WordDocument.Cell(words.reach),
      ]
    }
    return [
      .heading(2, "Then and now: \(comparison.then.round.title)"),
      .paragraph("Then, \(AreaMapWords.response(comparison.then.response))."),
      .table(
        WordDocument.Table(
          head: ["Cell", "Provision", "Gaps", "Children reached"], widths: [3, 3, 3, 3], rows: rows)),
    ]
  }

  private var cells: [WordDocument.Block] {
    framework.cells.flatMap { cell -> [WordDocument.Block] in
      let figures = map.figures(cell)
      var blocks: [WordDocument.Block] = [.heading(2, framework.name(of: cell))]
      if let outcome = printed.report.outcomes[cell] { blocks.append(.paragraph("What is wanted: \(outcome)")) }
      blocks.append(.paragraph(AreaCellWords.lines(figures).joined(separator: "; ") + "."))
      let entries = printed.report.provision.filter { $0.cells.contains(cell) }
      if !entries.isEmpty {
        let rows = entries.prefix(limits.entriesOfACell).map { entry -> [WordDocument.Cell] in
          [
            WordDocument.Cell(AreaEntryWords.text(entry)), WordDocument.Cell(entry.organisation),
            WordDocument.Cell(AreaEntryWords.forWhom(entry)),
            WordDocument.Cell(AreaEntryWords.whereAndWhen(entry, printed)),
            WordDocument.Cell(entry.reach?.words ?? "", isNumber: true),
          ]
        }
        blocks.append(
          .table(
            WordDocument.Table(
              head: ["Provision", "Organisation", "For whom", "Where and when", "Children"], widths: [6, 3, 3, 3, 2],
              rows: Array(rows))))
        if let left = limits.leftOut(entries.count) { blocks.append(.note(left)) }
      }
      return blocks
    }
  }
}
