import Domain

/// A cell of the map in words: who, when, by whom, from when to when; one group after another.
enum MapCellWords {
  /// More names than this become a number; the names are in a list elsewhere.
  static let mostNames = 12

  static func text(
    _ cell: SchoolMap.Cell, _ line: SchoolMap.Line, _ column: SchoolMap.Column, _ map: SchoolMap
  ) -> String {
    if isWhole(cell, map) { return MapWords.people(cell.figures, on: line, in: column) }
    return cell.runs.map { run($0, line, column, map.question.names) }.joined(separator: "\n\n")
  }

  /// Whether a cell is shown as a whole, since its groups would give away what is withheld or are only counted.
  static func isWhole(_ cell: SchoolMap.Cell, _ map: SchoolMap) -> Bool {
    cell.runs.isEmpty || cell.runs.contains { $0.figures.isWithheld }
  }

  private static func run(
    _ run: SchoolMap.Run, _ line: SchoolMap.Line, _ column: SchoolMap.Column, _ names: MapQuestion.Names
  ) -> String {
    let timing = [run.when, MapWords.leaders(run, of: line) ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return [people(run, line, column, names), timing, run.dates ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  static func people(
    _ run: SchoolMap.Run, _ line: SchoolMap.Line, _ column: SchoolMap.Column, _ names: MapQuestion.Names
  ) -> String {
    if line.isHidden || names == .counts || run.pupils.isEmpty || run.pupils.count > mostNames {
      return MapWords.people(run.figures, on: line, in: column)
    }
    return (run.pupils.map { names.text(of: $0) } + [MapWords.others(run)].compactMap(\.self)).joined(separator: ", ")
  }
}
