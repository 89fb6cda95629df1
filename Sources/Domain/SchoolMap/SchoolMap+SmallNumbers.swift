extension SchoolMap {
  /// The map for readers who may see no names: where 1 to 4 pupils stand, the number reads "fewer than 5" and the money and
  /// hours are withheld; so are, in every row and column that adds up, enough others that nothing withheld can be worked
  /// out from the rest (DOMAIN "Privacy and safety": other figures do not give it away).
  package func withSmallNumbersHidden() -> SchoolMap {
    var grid = Grid(self)
    grid.hide()
    return grid.map(self)
  }
}

/// The figures of a map as one table that adds up both ways: lines and sections down, columns and a total across.
private struct Grid {
  /// Rows: each section's lines, then its subtotal; last the school's total. Columns: the map's, then the total.
  var figures: [[SchoolMap.Figures?]]
  /// For each section the rows of its lines and the row of its subtotal.
  let sections: [(lines: Range<Int>, subtotal: Int)]
  let totalRow: Int

  init(_ map: SchoolMap) {
    var rows: [[SchoolMap.Figures?]] = []
    var sections: [(lines: Range<Int>, subtotal: Int)] = []
    for section in map.sections {
      let first = rows.count
      for line in section.lines { rows.append(line.cells.map { $0?.figures } + [line.total]) }
      sections.append((first..<rows.count, rows.count))
      rows.append(section.subtotals + [section.subtotal])
    }
    totalRow = rows.count
    rows.append(map.totals + [map.total])
    figures = rows
    self.sections = sections
  }

  mutating func hide() {
    for row in figures.indices {
      for column in figures[row].indices {
        guard let count = figures[row][column]?.pupils, (1...4).contains(count) else { continue }
        figures[row][column]!.isSmall = true
        figures[row][column]!.isWithheld = true
      }
    }
    while hideOneMore() {}
  }

  /// In every sum with exactly one part withheld, that part is the sum less the others: another part is withheld too, the
  /// smallest, or the sum itself where there is none. True when something was withheld.
  private mutating func hideOneMore() -> Bool {
    let last = (figures.first?.count ?? 1) - 1
    var sums: [[(Int, Int)]] = []
    for row in figures.indices { sums.append((0...last).map { (row, $0) }) }
    for column in 0...last {
      for section in sections { sums.append(section.lines.map { ($0, column) } + [(section.subtotal, column)]) }
      sums.append(sections.map { ($0.subtotal, column) } + [(totalRow, column)])
    }
    for sum in sums {
      let parts = sum.filter { matters(figures[$0.0][$0.1]) }
      guard parts.filter({ figures[$0.0][$0.1]!.isWithheld }).count == 1 else { continue }
      let open = parts.filter { !figures[$0.0][$0.1]!.isWithheld }
      guard
        let next = open.min(by: { figures[$0.0][$0.1]!.projected < figures[$1.0][$1.1]!.projected })
      else { continue }
      figures[next.0][next.1]!.isWithheld = true
      return true
    }
    return false
  }

  /// Empty cells tell nothing and hide nothing.
  private func matters(_ figures: SchoolMap.Figures?) -> Bool {
    guard let figures else { return false }
    return figures.isWithheld || figures.projected > .zero || figures.staffMinutes > 0 || figures.pupils > 0
  }

  func map(_ map: SchoolMap) -> SchoolMap {
    var row = 0
    var sections = map.sections
    for index in sections.indices {
      for line in sections[index].lines.indices {
        let cells = figures[row]
        for column in sections[index].lines[line].cells.indices {
          guard var cell = sections[index].lines[line].cells[column], let figures = cells[column] else { continue }
          cell.figures = figures.published
          cell.runs = cell.runs.map(\.published)
          sections[index].lines[line].cells[column] = cell
        }
        sections[index].lines[line].total = cells.last!!.published
        row += 1
      }
      sections[index].subtotals = figures[row].dropLast().map { $0!.published }
      sections[index].subtotal = figures[row].last!!.published
      row += 1
    }
    return SchoolMap(
      school: map.school, question: map.question, columns: map.columns, sections: sections,
      totals: figures[totalRow].dropLast().map { $0!.published }, total: figures[totalRow].last!!.published,
      unpriced: [], usesReferenceRates: map.usesReferenceRates, yearsWithoutTerms: map.yearsWithoutTerms,
      filter: map.filter)
  }
}

extension SchoolMap.Figures {
  /// Without what is withheld.
  fileprivate var published: SchoolMap.Figures {
    guard isWithheld else { return self }
    var shown = SchoolMap.Figures()
    shown.isWithheld = true
    shown.isSmall = isSmall
    shown.pupils = isSmall ? 0 : pupils
    return shown
  }
}

extension SchoolMap.Run {
  /// Without names and without its own part of the cell's figures, which several runs together would give away.
  fileprivate var published: SchoolMap.Run {
    var shown = SchoolMap.Figures()
    shown.isWithheld = true
    return SchoolMap.Run(group: group, pupils: [], when: when, who: [], span: span, dates: dates, figures: shown)
  }
}
