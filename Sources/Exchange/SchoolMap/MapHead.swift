import Domain
import Formats

/// The row of a map that says which years its columns are for.
struct MapHead {
  /// The row's number.
  let row: Int
  /// By column, its years; none for the whole school.
  private(set) var years: [Int: [YearGroup]] = [:]
  let provision: Int
  let section: Int?
  /// Columns that say when, how long or by whom.
  let others: [Int]
  private let cells: [String]

  private static let sections: Set<String> = [
    "area", "area of need", "heading", "section", "category", "need", "wave", "level", "strand", "type",
  ]
  private static let hints: Set<String> = [
    "staff", "adult", "adults", "led by", "lead", "who", "time", "when", "frequency", "how often", "minutes",
    "duration",
    "length", "sessions", "by whom", "delivered by", "timetable", "days", "dosage",
  ]

  /// Nil where none of the first rows has years in it.
  init?(_ grid: Grid) {
    let found = grid.rows.prefix(15).map { row in (row: row, years: Self.years(row)) }
    guard let best = found.max(by: { $0.years.count < $1.years.count }), best.years.count > 0,
      let first = best.years.keys.min(), first > 0
    else { return nil }
    row = best.row.number
    cells = best.row.cells
    let folded = cells.map(Folding.fold)
    let before = Array(0..<first)
    let hints = folded.indices.filter { best.years[$0] == nil && Self.hints.contains(folded[$0]) }
    others = hints
    let free = before.filter { !hints.contains($0) }
    let named = free.first { ["provision", "intervention", "programme", "support", "activity"].contains(folded[$0]) }
    let sections = free.filter { Self.sections.contains(folded[$0]) }
    let chosen = named ?? free.last { !sections.contains($0) } ?? free.last ?? 0
    provision = chosen
    section = sections.first { $0 != chosen } ?? free.first { $0 < chosen && !folded[$0].isEmpty }
    years = best.years
    spread(grid)
  }

  /// What stands over a column.
  func text(_ column: Int) -> String {
    cells.indices.contains(column) && !cells[column].isEmpty
      ? CellReading.words(cells[column]) : Grid.letters(ofColumn: column)
  }

  private static func years(_ row: TableRow) -> [Int: [YearGroup]] {
    var years: [Int: [YearGroup]] = [:]
    for (column, text) in row.cells.enumerated() where !text.isEmpty && text.count < 40 {
      if let read = read(text) { years[column] = read }
    }
    // A row of numbers is a row of figures.
    return years.keys.allSatisfy { Int(row.cells[$0]) != nil } && years.count < 2 ? [:] : years
  }

  private static func read(_ text: String) -> [YearGroup]? {
    let folded = Folding.fold(text)
    if ["whole school", "all", "all years", "everyone", "all pupils"].contains(folded) { return [] }
    let before = text.split(whereSeparator: { "(\n:".contains($0) }).first.map(String.init) ?? text
    return YearList.read(CellReading.words(before))
  }

  /// A heading over several columns is of all of them.
  private mutating func spread(_ grid: Grid) {
    for merge in grid.merges where merge.row == row {
      guard let years = years[merge.column] else { continue }
      for column in merge.column..<merge.column + merge.columnCount { self.years[column] = years }
    }
  }
}
