import Domain
import Formats

/// The map laid out as on the page. Each provision has a row of words, and under it a row for each figure that it has:
/// hours, cost. Sums are formulas wherever the numbers above them give the sum; where something is withheld, the sum is
/// the number itself.
struct MapSheet {
  private let printed: PrintedMap
  private let lines: LinesSheet
  private var rows: [Workbook.Row] = []
  /// Of each figure, the rows of the headings' sub-totals.
  private var subtotalRows: [Figure: [Int]] = [:]

  private var map: SchoolMap { printed.map }

  init(_ printed: PrintedMap, lines: LinesSheet) {
    self.printed = printed
    self.lines = lines
    rows = [
      Workbook.Row([.text(printed.title, .title)]), Workbook.Row([.text(printed.days, .note)]),
      Workbook.Row([.text(note, .note)]), Workbook.Row(),
      Workbook.Row(
        [.text("Provision", .heading), .text("", .heading)] + map.columns.map { .text($0.name, .heading) }
          + [.text("Total", .heading)]),
    ]
    for section in map.sections { add(section) }
    addTotals()
  }

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "Map", columnWidths: [34, 20] + map.columns.map { _ in map.columns.count == 1 ? 60 : 24 } + [16],
      rows: rows,
      frozenRows: 5, frozenColumns: 2,
      printing: Workbook.Printing(
        paper: map.question.onlyYear == nil ? .a3 : .a4, isLandscape: map.question.onlyYear == nil,
        repeatedRows: 4...4, repeatedColumns: 0...1, header: printed.title,
        footer: "\(printed.days) · \(printed.filter) · made \(printed.today.words)"))
  }

  private var note: String {
    let policy = printed.showsCosts ? "costed at \(CostingPolicy.trueCost.name.lowercased())" : ""
    return ([printed.filter, policy].filter { !$0.isEmpty } + printed.notes).joined(separator: " · ")
  }

  // MARK: Figures

  enum Figure: CaseIterable {
    case assistants, teachers, others, cost

    var label: String {
      switch self {
      case .assistants: "Teaching assistants (h)"
      case .teachers: "Teachers (h)"
      case .others: "Others (h)"
      case .cost: "Cost (£)"
      }
    }

    func number(_ figures: SchoolMap.Figures) -> Int {
      switch self {
      case .assistants: figures.assistantMinutes
      case .teachers: figures.teacherMinutes
      case .others: figures.otherMinutes
      case .cost: figures.projected.count
      }
    }

    func value(_ figures: SchoolMap.Figures) -> Workbook.Value {
      self == .cost ? .money(pence: figures.projected.count) : .hours(minutes: number(figures))
    }

    func cell(_ figures: SchoolMap.Figures, _ style: Workbook.Style) -> Workbook.Cell {
      self == .cost ? .money(figures.projected, of: figures, style) : .hours(number(figures), of: figures, style)
    }

    /// Sums of pounds are rounded, so that binary fractions never show.
    func formula(_ sum: String) -> String { self == .cost ? "ROUND(\(sum),2)" : sum }
  }

  /// Those that have anything in `figures`; cost only where it is shown.
  private func shown(_ figures: [SchoolMap.Figures]) -> [Figure] {
    Figure.allCases.filter { figure in
      if figure == .cost && !printed.showsCosts { return false }
      return figures.contains {
        $0.isWithheld
          ? figure == .cost || figure == .assistants : figure.number($0) > 0 || figure == .cost && $0.hasCost
      }
    }
  }

  /// A formula where the parts give the sum, else the sum itself.
  private func sum(
    _ whole: SchoolMap.Figures, of parts: [SchoolMap.Figures], _ figure: Figure, _ formula: String?,
    _ style: Workbook.Style
  ) -> Workbook.Cell {
    let visible = parts.filter { !$0.isWithheld }.reduce(0) { $0 + figure.number($1) }
    guard let formula, !whole.isWithheld, !(figure == .cost && whole.isNotKnown), visible == figure.number(whole)
    else { return figure.cell(whole, style) }
    return .formula(figure.formula(formula), figure.value(whole), style)
  }

  // MARK: Headings and lines

  private mutating func add(_ section: SchoolMap.Section) {
    rows.append(
      Workbook.Row(
        [.text(section.heading.name, .section)] + (0...map.columns.count + 1).map { _ in .text("", .section) }))
    let first = rows.count
    for line in section.lines { add(line) }
    let labels = "$B$\(first + 1):$B$\(rows.count)"
    let last = rows.count
    let everything = section.lines.flatMap { $0.cells.compactMap { $0?.figures } + [$0.total] }
    var title = "Sub-total: \(section.heading.name)"
    rows.append(
      Workbook.Row(
        [.text(title, .subtotal), .text("Pupils", .subtotal)] + section.subtotals.map { .pupils($0, .subtotal) }
          + [.pupils(section.subtotal, .subtotal)]))
    for figure in shown(everything) {
      title = ""
      let row = rows.count
      subtotalRows[figure, default: []].append(row)
      var cells: [Workbook.Cell] = [.text(title, .subtotal), .text(figure.label, .subtotal)]
      for (index, figures) in section.subtotals.enumerated() {
        let letters = Grid.letters(ofColumn: index + 2)
        let formula = "SUMIF(\(labels),\"\(figure.label)\",\(letters)$\(first + 1):\(letters)$\(last))"
        cells.append(
          sum(figures, of: section.lines.compactMap { $0.cells[index]?.figures }, figure, formula, .subtotal))
      }
      cells.append(sum(section.subtotal, of: section.subtotals, figure, across(row), .subtotal))
      rows.append(Workbook.Row(cells))
    }
  }

  private mutating func add(_ line: SchoolMap.Line) {
    let words = [line.name, line.strandAndLevel, line.isConfidential ? "Confidential" : nil].compactMap { $0 }
    rows.append(
      Workbook.Row(
        [
          Workbook.Cell(.text(words.joined(separator: "\n")), style: .wrapped, fill: line.strand?.tint),
          .text("Pupils"),
        ]
          + line.cells.enumerated().map { index, cell in
            cell.map { .text(MapCellWords.text($0, line, map.columns[index], map), .wrapped) } ?? .empty
          }
          + [line.isHidden ? .empty : .pupils(line.total)]))
    for figure in shown(line.cells.compactMap { $0?.figures }) {
      let row = rows.count
      rows.append(
        Workbook.Row(
          [.empty, .text(figure.label, .note)] + line.cells.map { $0.map { figure.cell($0.figures, .body) } ?? .empty }
            + [sum(line.total, of: line.cells.compactMap { $0?.figures }, figure, across(row), .body)]))
    }
  }

  /// Of a row, its columns of the map.
  private func across(_ row: Int) -> String {
    let (first, last) = (
      Workbook.reference(row: row, column: 2), Workbook.reference(row: row, column: map.columns.count + 1)
    )
    return "SUM(\(first):\(last))"
  }

  // MARK: Totals

  private mutating func addTotals() {
    let subtotals = map.sections.map(\.subtotals)
    rows.append(
      Workbook.Row(
        [.text("Total", .total), .text("Pupils", .total)] + map.totals.map { .pupils($0, .total) }
          + [.pupils(map.total, .total)]))
    for figure in shown(map.totals + [map.total]) {
      if figure == .cost && printed.isDivided { addToDate() }
      let row = rows.count
      var cells: [Workbook.Cell] = [.text("", .total), .text(figure.label, .total)]
      for (index, figures) in map.totals.enumerated() {
        let parts = (subtotalRows[figure] ?? []).map { Workbook.reference(row: $0, column: index + 2) }
        let formula = parts.isEmpty || parts.count > 250 ? nil : "SUM(\(parts.joined(separator: ",")))"
        cells.append(sum(figures, of: subtotals.map { $0[index] }, figure, formula, .total))
      }
      cells.append(sum(map.total, of: map.totals, figure, across(row), .total))
      rows.append(Workbook.Row(cells))
    }
  }

  /// To date from the flat list, to come from it and the cost.
  private mutating func addToDate() {
    for (label, pence) in [
      ("To date (£)", { (figures: SchoolMap.Figures) in figures.toDate }), ("To come (£)", { $0.toCome }),
    ] {
      let row = rows.count
      var cells: [Workbook.Cell] = [.text("", .total), .text(label, .total)]
      for (index, figures) in map.totals.enumerated() {
        cells.append(toDate(pence(figures), of: figures, column: index, label: label, pence))
      }
      let isSum = map.totals.reduce(0) { $0 + ($1.isWithheld ? 0 : pence($1).count) } == pence(map.total).count
      cells.append(
        isSum && !map.total.isWithheld && !map.total.isNotKnown
          ? .formula("ROUND(\(across(row)),2)", .money(pence: pence(map.total).count), .total)
          : .money(pence(map.total), of: map.total, .total))
      rows.append(Workbook.Row(cells))
    }
  }

  private func toDate(
    _ pence: Pence, of figures: SchoolMap.Figures, column: Int, label: String,
    _ part: (SchoolMap.Figures) -> Pence
  ) -> Workbook.Cell {
    let parts = map.sections.flatMap(\.lines).compactMap { $0.cells[column]?.figures }
    let visible = parts.filter { !$0.isWithheld }.map(part).sum
    guard !figures.isWithheld, !figures.isNotKnown, visible == pence,
      let sums = lines.range(label), let columns = lines.range("Column")
    else { return .money(pence, of: figures, .total) }
    let heading = "\(Grid.letters(ofColumn: column + 2))$5"
    return .formula(
      "ROUND(SUMIF(\(columns),\(heading),\(sums)),2)", .money(pence: pence.count), .total)
  }
}

extension Strand {
  /// The hue of the strand, as light as paper wants it.
  var tint: UInt32 {
    switch self {
    case .familySupport: 0xF1E6F0
    case .environment: 0xE3EFE8
    case .workforce: 0xF5EADC
    case .identification: 0xE2ECF5
    case .intervention: 0xF7E5E9
    }
  }
}
