import Domain
import Formats

/// The school map as an Excel workbook: the map as it stands on the page with sums as formulas, the same as a flat list
/// for pivots, and what one has to know to read them. Recalculated, every sum gives the pence that the page shows.
package struct SchoolMapWorkbook: Sendable {
  private let printed: PrintedMap

  package init(_ printed: PrintedMap) { self.printed = printed }

  package func bytes() throws -> [UInt8] { try workbook.written() }

  var workbook: Workbook {
    let lines = LinesSheet(printed)
    return Workbook(
      title: printed.title, author: printed.map.school.name, created: printed.moment,
      sheets: [MapSheet(printed, lines: lines).sheet, lines.sheet, about])
  }

  /// What the figures mean and what they lack.
  private var about: Workbook.Sheet {
    var rows: [(String, String)] = [
      ("School", "\(printed.map.school.name) (URN \(printed.map.school.urn))"), ("Days", printed.days),
      ("Shows", printed.filter),
    ]
    if printed.showsCosts {
      rows += [
        ("Costing policy", CostingPolicy.trueCost.name),
        (
          "How costs are reckoned",
          "Each session that the calendar holds, at the rate of the adult’s role on that day, shared among the pupils "
            + "in the group; and what was bought, on its day."
        ),
        (
          "Sums",
          "Cost, hours and minutes add up to the penny and the minute. A year may differ from its three terms by a penny a line."
        ),
      ]
    }
    rows.append(("Pupils", "Each is counted once wherever pupils are counted, so these numbers do not add up."))
    rows += printed.notes.map { ("Please note", $0) }
    rows.append(("Made", printed.today.words))
    return Workbook.Sheet(
      name: "About", columnWidths: [24, 100],
      rows: [Workbook.Row([.text(printed.title, .title)])]
        + rows.map { Workbook.Row([.text($0.0, .heading), .text($0.1, .wrapped)]) })
  }
}

/// The map as a flat list with real numbers.
struct LinesSheet {
  static let name = "Lines"
  private let printed: PrintedMap
  private let rows: [MapRows.Row]
  private let headings: [String]

  init(_ printed: PrintedMap) {
    self.printed = printed
    rows = MapRows(printed.map).rows
    headings =
      [
        "Heading", "Provision", "Column", "Pupils", "Names", "When", "Who", "From", "Until", "Strand", "Level",
        "Teaching assistants (h)", "Teachers (h)", "Others (h)",
      ] + (printed.showsCosts ? ["Cost (£)", "To date (£)", "To come (£)", "Lines not priced"] : [])
      + ["Groups not led"]
  }

  /// Where the formulas of the map find a column of this sheet: `Lines!$P$2:$P$60`.
  func range(_ heading: String) -> String? {
    guard let column = headings.firstIndex(of: heading), !rows.isEmpty else { return nil }
    let letters = Grid.letters(ofColumn: column)
    return "\(LinesSheet.name)!$\(letters)$2:$\(letters)$\(rows.count + 1)"
  }

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      name: LinesSheet.name,
      columnWidths: [24, 30, 14, 10, 40, 26, 24, 12, 12, 16, 14, 12, 12, 12, 13, 13, 13, 10, 10],
      rows: [Workbook.Row(headings.map { .text($0, .heading) })] + rows.map { Workbook.Row(cells($0)) },
      frozenRows: 1, frozenColumns: 2, filteredRows: 0...rows.count,
      printing: Workbook.Printing(
        paper: .a3, isLandscape: true, repeatedRows: 0...0, header: printed.title, footer: printed.days))
  }

  private func cells(_ row: MapRows.Row) -> [Workbook.Cell] {
    let (line, run, figures) = (row.line, row.run, row.figures)
    var cells: [Workbook.Cell] = [
      .text(row.heading), .text(line.name), .text(row.column.name), row.isHidden ? .empty : .pupils(figures),
      .text(row.names(printed.map.question.names), .wrapped), .text(run?.when ?? "", .wrapped),
      .text(row.who, .wrapped),
      run.map { .day(iso: $0.span.from.iso) } ?? .empty,
      run?.span.until.map { .day(iso: $0.iso) } ?? .empty, .text(line.strand?.name ?? ""),
      .text(line.level.flatMap { Level.keyed($0)?.name } ?? ""),
      .hours(figures.assistantMinutes, of: figures), .hours(figures.teacherMinutes, of: figures),
      .hours(figures.otherMinutes, of: figures),
    ]
    if printed.showsCosts {
      cells += [
        .money(figures.projected, of: figures), .money(figures.toDate, of: figures),
        .money(figures.toCome, of: figures),
        figures.isWithheld ? .text("withheld") : .integer(figures.unpriced),
      ]
    }
    return cells + [figures.isWithheld ? .text("withheld") : .integer(figures.unled)]
  }
}

extension Workbook.Cell {
  /// Words stand where a number is withheld or not known; formulas pass over them.
  static func pupils(_ figures: SchoolMap.Figures, _ style: Workbook.Style = .body) -> Workbook.Cell {
    figures.isCountWithheld
      ? .text(figures.isSmall ? "fewer than 5" : "withheld", style) : .integer(figures.pupils, style)
  }

  static func hours(
    _ minutes: Int, of figures: SchoolMap.Figures, _ style: Workbook.Style = .body
  ) -> Workbook.Cell {
    figures.isWithheld ? .text("withheld", style) : .hours(minutes: minutes, style)
  }

  static func money(
    _ pence: Pence, of figures: SchoolMap.Figures, _ style: Workbook.Style = .body
  ) -> Workbook.Cell {
    if figures.isWithheld { return .text("withheld", style) }
    return figures.isNotKnown ? .text(MapWords.cost(figures), style) : .money(pence: pence.count, style)
  }
}
