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

  /// As many as the table is wide.
  let width: Int

  private static let sections: Set<String> = [
    "area", "area of need", "heading", "section", "category", "need", "wave", "level", "strand", "type",
  ]
  private static let hints: Set<String> = [
    "staff", "adult", "adults", "led by", "lead", "who", "time", "when", "frequency", "how often", "minutes",
    "duration",
    "length", "sessions", "by whom", "delivered by", "timetable", "days", "dosage",
  ]

  /// `said` is what the user says of columns. Nil where none of the first rows has years in it, and the user says of no
  /// column that it has; with `isLenient` the first row of several cells is taken then, so that the user can be asked.
  init?(_ grid: Grid, said: [Int: MapRole] = [:], isLenient: Bool = false) {
    let found = grid.rows.prefix(15).map { row in (row: row, years: Self.years(row)) }
    guard var best = found.max(by: { $0.years.count < $1.years.count }) else { return nil }
    let isSaid = said.values.contains(where: \.isYears)
    if best.years.isEmpty || best.years.keys.min() == 0 {
      let first = found.first { each in each.row.cells.count { !$0.isEmpty } > 1 }
      guard isSaid || isLenient, let first else { return nil }
      best = (first.row, [:])
    }
    row = best.row.number
    cells = best.row.cells
    width = grid.rows.map(\.cells.count).max() ?? 0
    let read = best.years.merging(said.compactMapValues(\.years)) { $1 }.filter { said[$0.key]?.isYears != false }
    let folded = cells.map(Folding.fold)
    let hints = folded.indices.filter { column in
      said[column].map { $0 == .when } ?? (read[column] == nil && Self.hints.contains(folded[column]))
    }
    others = hints
    let before = 0..<(read.keys.min() ?? cells.count)
    let free = before.filter { !hints.contains($0) && said[$0] != MapRole.none }
    let named = free.first { ["provision", "intervention", "programme", "support", "activity"].contains(folded[$0]) }
    let sections = free.filter { Self.sections.contains(folded[$0]) }
    let chosen =
      said.first { $0.value == .provision }?.key ?? named
      ?? (read.isEmpty ? free.first { !sections.contains($0) } : free.last { !sections.contains($0) }) ?? free.last ?? 0
    provision = chosen
    section =
      said.first { $0.value == .section }?.key
      ?? (sections.first { $0 != chosen } ?? free.first { $0 < chosen && !folded[$0].isEmpty }).flatMap {
        said[$0] == nil ? $0 : nil
      }
    years = read
    spread(grid, said)
  }

  /// What a column is taken for.
  func role(of column: Int) -> MapRole {
    if let years = years[column] { return .years(years) }
    if column == provision { return .provision }
    if column == section { return .section }
    return others.contains(column) ? .when : .none
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
  private mutating func spread(_ grid: Grid, _ said: [Int: MapRole]) {
    for merge in grid.merges where merge.row == row {
      guard let years = years[merge.column] else { continue }
      for column in merge.column..<merge.column + merge.columnCount where said[column] == nil {
        self.years[column] = years
      }
    }
  }
}
