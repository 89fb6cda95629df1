import Domain

/// The map as a flat list: one row for each group in each column of each line; where a reader is shown a cell as a whole,
/// one row for the cell. CSV and the spreadsheet's second sheet print the same rows.
struct MapRows {
  struct Row {
    let heading: String
    let line: SchoolMap.Line
    let column: SchoolMap.Column
    /// Nil where the row is a whole cell.
    let run: SchoolMap.Run?
    let figures: SchoolMap.Figures

    var isHidden: Bool { line.isHidden }
  }

  let rows: [Row]

  init(_ map: SchoolMap) {
    rows = map.sections.flatMap { section in
      section.lines.flatMap { line in
        line.cells.enumerated().flatMap { index, cell -> [Row] in
          guard let cell else { return [] }
          func row(_ run: SchoolMap.Run?, _ figures: SchoolMap.Figures) -> Row {
            Row(
              heading: section.heading.name, line: line, column: map.columns[index], run: run, figures: figures)
          }
          if cell.runs.count == 1 { return [row(cell.runs[0], cell.figures)] }
          if MapCellWords.isWhole(cell, map) { return [row(nil, cell.figures)] }
          return cell.runs.map { row($0, $0.figures) }
        }
      }
    }
  }
}

extension MapRows.Row {
  /// Who leads it, or that nobody does.
  var who: String {
    guard let run else { return "" }
    return run.who.isEmpty ? MapWords.leaders(run, of: line) ?? "" : run.who.joined(separator: "; ")
  }

  /// The pupils as the question asks for them; empty where it asks for counts.
  func names(_ names: MapQuestion.Names) -> String {
    guard names != .counts, let run, !run.pupils.isEmpty else { return "" }
    return (run.pupils.map { names.text(of: $0) } + [MapWords.others(run)].compactMap(\.self)).joined(separator: "; ")
  }
}
