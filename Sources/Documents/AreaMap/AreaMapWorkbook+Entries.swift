import Domain
import Formats

/// Every entry with real numbers, and a 1 under each cell, strand and level that it serves: what the figures are counted
/// from.
struct AreaEntrySheet {
  static let name = "Entries"
  private let printed: PrintedAreaMap
  private let words: [String]
  private let served: [(title: String, cells: Cells)]

  init(_ printed: PrintedAreaMap) {
    self.printed = printed
    words =
      [
        "Kind", "Title", "Organisation", "Sector", "Specialisms", "Description", "For whom", "Age from", "Age until",
        "Localities", "Where", "How often", "Children reached", "Children touched",
      ] + (printed.isPublic ? [] : ["Places", "Cost (£)", "Funder", "Evidence"])
    let framework = printed.map.framework
    served =
      framework.cells.map { (framework.name(of: $0), Cells([$0])) }
      + framework.strands.indices.map { strand in
        (framework.strands[strand].name, Cells(framework.cells.filter { $0.strand == strand }))
      }
      + framework.levels.indices.map { level in
        (framework.levels[level].name, Cells(framework.cells.filter { $0.level == level }))
      }
  }

  /// Where formulas find a column: `Entries!$P$2:$P$60`; nil where there are no entries.
  func range(_ title: String) -> String? {
    guard count > 0, let column = words.firstIndex(of: title) else { return nil }
    return range(column)
  }

  /// The column of ones under a cell, a strand or a level.
  func range(serving cells: Cells) -> String? {
    guard count > 0, let index = served.firstIndex(where: { $0.cells == cells }) else { return nil }
    return range(words.count + index)
  }

  private func range(_ column: Int) -> String {
    let letters = Grid.letters(ofColumn: column)
    return "\(Self.name)!$\(letters)$2:$\(letters)$\(count + 1)"
  }

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      name: Self.name,
      columnWidths: [11, 34, 28, 22, 22, 50, 28, 8, 8, 22, 24, 20, 10, 10]
        + (printed.isPublic ? [] : [10, 12, 20, 30]),
      rows: [Workbook.Row((words + served.map(\.title)).map { .text($0, .heading) })],
      moreRows: Workbook.MadeRows(count: count) { Workbook.Row(cells(entry($0))) }, frozenRows: 1, frozenColumns: 2,
      filteredRows: 0...count,
      printing: Workbook.Printing(
        paper: .a3, isLandscape: true, repeatedRows: 0...0, header: printed.title, footer: printed.lede))
  }

  private var count: Int { printed.report.provision.count + printed.report.gaps.count }

  /// Provision first, then gaps.
  private func entry(_ number: Int) -> AreaMapEntry {
    let provision = printed.report.provision
    return number < provision.count ? provision[number] : printed.report.gaps[number - provision.count]
  }

  private func cells(_ entry: AreaMapEntry) -> [Workbook.Cell] {
    let basis = printed.map.basis
    var cells: [Workbook.Cell] = [
      .text(entry.kind.name), .text(entry.name, .wrapped), .text(entry.organisation, .wrapped),
      .text(basis.sectorName(entry.sector)),
      .text(basis.names(of: entry.specialisms).joined(separator: "; "), .wrapped), .text(entry.description, .wrapped),
      .text(entry.audience, .wrapped), .number(entry.ageFrom), .number(entry.ageUntil),
      .text(printed.localityNames(entry), .wrapped), .text(entry.place, .wrapped), .text(entry.frequency, .wrapped),
      entry.kind == .provision ? .children(entry.reach) : .empty, .children(entry.affected),
    ]
    if let inner = entry.inner {
      cells += [
        entry.kind == .provision ? .number(inner.places) : .empty,
        inner.cost.map { .money(pence: $0.count) } ?? .empty, .text(inner.funder, .wrapped),
        .text(inner.evidence, .wrapped),
      ]
    }
    return cells + served.map { $0.cells.bits & entry.cells.bits == 0 ? .empty : .integer(1) }
  }
}

/// The figures as a list: cells, strands, levels, all. What is counted is a formula over the entries, so that whoever
/// takes one out sees what changes.
struct AreaFigureSheet {
  private let printed: PrintedAreaMap
  private let entries: AreaEntrySheet
  private var map: AreaMap { printed.map }

  init(_ printed: PrintedAreaMap, _ entries: AreaEntrySheet) {
    self.printed = printed
    self.entries = entries
  }

  var sheet: Workbook.Sheet {
    let framework = map.framework
    let head =
      ["Strand", "Level", "Provision", "Gaps", "Children reached", "Children touched by gaps"]
      + (printed.isPublic
        ? []
        : [
          "Places", "Organisations providing", "Organisations with gaps", "Said nothing here",
          "Organisations answering",
          "What is known",
        ])
    var rows = [Workbook.Row(head.map { .text($0, .heading) })]
    for cell in framework.cells {
      rows.append(
        row(
          framework.strands[cell.strand].name, framework.levels[cell.level].name, map.figures(cell), Cells([cell]),
          .body))
    }
    for strand in framework.strands.indices {
      let cells = Cells(framework.cells.filter { $0.strand == strand })
      rows.append(row(framework.strands[strand].name, "All", map.figures(strand: strand), cells, .subtotal))
    }
    for level in framework.levels.indices {
      let cells = Cells(framework.cells.filter { $0.level == level })
      rows.append(row("All", framework.levels[level].name, map.figures(level: level), cells, .subtotal))
    }
    rows.append(row("All", "All", map.total, nil, .total))
    return Workbook.Sheet(
      name: "Figures", columnWidths: [20, 16, 11, 11, 14, 14, 11, 14, 14, 14, 14, 18], rows: rows, frozenRows: 1,
      frozenColumns: 2,
      printing: Workbook.Printing(
        isLandscape: true, repeatedRows: 0...0, header: printed.title, footer: "\(printed.lede) · \(map.filterWords)"))
  }

  private func row(
    _ strand: String, _ level: String, _ figures: AreaMap.Figures, _ cells: Cells?, _ style: Workbook.Style
  ) -> Workbook.Row {
    var row: [Workbook.Cell] = [
      .text(strand, style), .text(level, style), count("Provision", figures.provision, cells, style),
      count("Gap", figures.gaps, cells, style),
      sum("Children reached", "Provision", figures.reach, isFew: figures.reachWithheld > 0, cells, style),
      sum("Children touched", "Gap", figures.affected, isFew: figures.affectedWithheld > 0, cells, style),
    ]
    if !printed.isPublic {
      row += [
        sum("Places", "Provision", figures.places, isFew: false, cells, style), .integer(figures.providers, style),
        .integer(figures.gapSayers, style), .integer(figures.nothingHere, style), .integer(figures.answered, style),
        .text(figures.state.rawValue, style),
      ]
    }
    return Workbook.Row(row)
  }

  private func count(_ kind: String, _ number: Int, _ cells: Cells?, _ style: Workbook.Style) -> Workbook.Cell {
    guard let kinds = entries.range("Kind") else { return .integer(number, style) }
    guard let cells else { return .formula("COUNTIF(\(kinds),\"\(kind)\")", .integer(number), style) }
    guard let ones = entries.range(serving: cells) else { return .integer(number, style) }
    return .formula("COUNTIFS(\(kinds),\"\(kind)\",\(ones),1)", .integer(number), style)
  }

  /// Empty where nobody says: a formula would give a zero.
  private func sum(
    _ title: String, _ kind: String, _ number: Int?, isFew: Bool, _ cells: Cells?, _ style: Workbook.Style
  ) -> Workbook.Cell {
    guard let number else { return isFew ? .text("fewer than 5", style) : Workbook.Cell(style: style) }
    guard let kinds = entries.range("Kind"), let numbers = entries.range(title) else { return .integer(number, style) }
    guard let cells else { return .formula("SUMIFS(\(numbers),\(kinds),\"\(kind)\")", .integer(number), style) }
    guard let ones = entries.range(serving: cells) else { return .integer(number, style) }
    return .formula("SUMIFS(\(numbers),\(kinds),\"\(kind)\",\(ones),1)", .integer(number), style)
  }
}
