import Domain

/// A cell of the map in words: who, when, by whom, from when to when; one group after another.
enum MapCellWords {
  /// More names than this become a number; the names are in a list elsewhere.
  static let mostNames = 12

  static func text(_ cell: SchoolMap.Cell, _ line: SchoolMap.Line, _ map: SchoolMap) -> String {
    if isWhole(cell, map) { return line.isHidden ? "confidential" : MapWords.countedPupils(cell.figures) }
    return cell.runs.map { run($0, line, map.question.names) }.joined(separator: "\n\n")
  }

  /// Whether a cell is shown as a whole, since its groups would give away what is withheld or are only counted.
  static func isWhole(_ cell: SchoolMap.Cell, _ map: SchoolMap) -> Bool {
    cell.runs.isEmpty || cell.runs.contains { $0.figures.isWithheld }
  }

  private static func run(_ run: SchoolMap.Run, _ line: SchoolMap.Line, _ names: MapQuestion.Names) -> String {
    let timing = [run.when, MapWords.leaders(run, of: line) ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return [people(run, line, names), timing, run.dates ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  static func people(_ run: SchoolMap.Run, _ line: SchoolMap.Line, _ names: MapQuestion.Names) -> String {
    if line.isHidden { return "confidential" }
    // A strategy without pupils is for everyone in its column; a group without pupils lacks them.
    if run.figures.pupils == 0 { return line.isStrategy ? "everyone" : "no pupils named" }
    if names == .counts || run.pupils.count > mostNames { return MapWords.countedPupils(run.figures) }
    if run.pupils.isEmpty { return MapWords.countedPupils(run.figures) }
    return (run.pupils.map { names.text(of: $0) } + [MapWords.others(run)].compactMap(\.self)).joined(separator: ", ")
  }
}
