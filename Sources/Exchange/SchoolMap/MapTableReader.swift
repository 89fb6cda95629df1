import Domain
import Formats

/// What was read of a map that a school keeps as a table: one cell for each in which something stands.
struct MapTable: Sendable {
  var cells: [MapCell] = []
  var warnings: [ImportWarning] = []
  var columns: [PreparedImport.Column] = []
}

/// Reads a table with provision down the side, years across the top and names in the cells.
struct MapTableReader {
  private let grid: Grid
  private let filled: [Int: TableRow]
  private let head: MapHead
  private var map = MapTable()
  /// The line of the table that stands over the rows: a heading of the catalogue, perhaps.
  private var section: String?
  private var provision: String?

  /// The table with the most years across the top. Refuses a file in which no table has any, where the user says of no
  /// column whose it is. `remembered` is what the school has said of columns before, by their headings.
  static func read(
    _ grids: [Grid], said: [Int: MapRole] = [:], remembered: [String: String] = [:]
  ) throws -> MapTable {
    guard let best = best(of: grids, said, remembered, isLenient: false) else {
      throw Refusal.invalid(
        "Trellis found no row with year groups across the top, such as Year 1, Year 2. Say which years its columns are "
          + "for, or check that this is the map.", field: "years")
    }
    var reader = MapTableReader(best.grid, best.head)
    let rows = reader.grid.rows.filter { $0.number > best.head.rows.upperBound }
    for row in rows { reader.read(row) }
    if reader.map.cells.isEmpty {
      throw Refusal.invalid("There is nothing in the cells below the years of this table.", field: "years")
    }
    reader.map.columns = reader.columns
    return reader.map
  }

  /// The columns alone, for the user to say what they are. Refuses where no table has any.
  static func columns(
    _ grids: [Grid], said: [Int: MapRole] = [:], remembered: [String: String] = [:]
  ) throws -> [PreparedImport.Column] {
    guard let best = best(of: grids, said, remembered, isLenient: true) else {
      throw Refusal.invalid("There is no table in this: no row has more than one cell.", field: "file")
    }
    return MapTableReader(best.grid, best.head).columns
  }

  private static func best(
    of grids: [Grid], _ said: [Int: MapRole], _ remembered: [String: String], isLenient: Bool
  ) -> (grid: Grid, head: MapHead)? {
    grids.compactMap { grid in
      var said = said
      if !remembered.isEmpty, let first = MapHead(grid, said: said, isLenient: true) {
        said.merge(RememberedColumns.roles(remembered, (0..<first.width).map(first.text))) { own, _ in own }
      }
      return MapHead(grid, said: said, isLenient: isLenient).map { (grid, $0) }
    }.max { ($0.1.years.count, $0.0.rows.count) < ($1.1.years.count, $1.0.rows.count) }
  }

  private init(_ grid: Grid, _ head: MapHead) {
    self.grid = grid
    self.head = head
    filled = Dictionary(grid.filled.rows.map { ($0.number, $0) }) { first, _ in first }
  }

  private var columns: [PreparedImport.Column] {
    let rows = grid.rows.filter { $0.number > head.rows.upperBound }
    return (0..<head.width).map { column in
      var examples: [String] = []
      for row in rows where examples.count < 3 {
        let text = cell(column, of: row).map { CellReading.short(CellReading.words($0)) }
        if let text, !examples.contains(text) { examples.append(text) }
      }
      return PreparedImport.Column(
        heading: head.text(column), examples: examples, field: head.role(of: column).key)
    }
  }

  private mutating func read(_ row: TableRow) {
    if let line = sectionLine(row) {
      section = line
      provision = nil
      return
    }
    let whole = filled[row.number] ?? row
    if let column = head.section, let text = cell(column, of: whole) { section = text }
    if let text = cell(head.provision, of: whole) { provision = text }
    guard let provision else {
      if row.cells.contains(where: { !$0.isEmpty }) {
        map.warnings.append(
          ImportWarning(row: row.number, message: "This row has no provision beside it, so it is passed over."))
      }
      return
    }
    let beside = head.others.compactMap { column in
      cell(column, of: whole).map {
        MapCell.Beside(role: head.role(of: column), heading: head.text(column), text: $0)
      }
    }
    var cells: [MapCell] = []
    for column in head.years.keys.sorted() {
      guard let text = cell(column, of: row) else { continue }
      let columns = columns(row, column)
      let halfTerms = columns.compactMap { head.halfTerms[$0] }
      cells.append(
        MapCell(
          row: row.number, column: column, heading: head.text(column),
          years: Set(columns.flatMap { head.years[$0] ?? [] }).sorted(),
          halfTerms: halfTerms.isEmpty
            ? nil : halfTerms.map(\.lowerBound).min()!...halfTerms.map(\.upperBound).max()!,
          section: section, provision: provision, text: text, beside: beside))
    }
    map.cells += Self.joined(cells)
  }

  /// The same words in one half-term after the other are one group that goes on.
  private static func joined(_ cells: [MapCell]) -> [MapCell] {
    var joined: [MapCell] = []
    for cell in cells {
      if let last = joined.last, let before = last.halfTerms, let now = cell.halfTerms, last.years == cell.years,
        before.upperBound + 1 == now.lowerBound, Folding.fold(last.text) == Folding.fold(cell.text)
      {
        joined[joined.count - 1].halfTerms = before.lowerBound...now.upperBound
      } else {
        joined.append(cell)
      }
    }
    return joined
  }

  /// All the columns that the cell stands over.
  private func columns(_ row: TableRow, _ column: Int) -> Range<Int> {
    let merge = grid.merges.first { $0.row == row.number && $0.column == column }
    return column..<column + (merge?.columnCount ?? 1)
  }

  /// The text of a row in which nothing but its first cell is filled: a heading over the rows below.
  private func sectionLine(_ row: TableRow) -> String? {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard filled.count == 1, let only = filled.first, only <= head.provision else { return nil }
    let goesOn = grid.merges.contains { $0.row == row.number && $0.column == only && $0.rowCount > 1 }
    return goesOn ? nil : CellReading.words(row.cells[only])
  }

  private func cell(_ column: Int, of row: TableRow) -> String? {
    guard row.cells.indices.contains(column), !row.cells[column].isEmpty else { return nil }
    return row.cells[column]
  }
}
