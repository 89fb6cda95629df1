import Domain
import Formats

/// What was read of a map that a school keeps as a table: one group for each cell in which something stands.
struct MapTable: Sendable {
  var cells: [IncomingGroup] = []
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
  private var provision: MapProvision?

  /// The table with the most years across the top. Refuses a file in which no table has any, where the user says of no
  /// column whose it is.
  static func read(_ grids: [Grid], said: [Int: MapRole] = [:]) throws -> MapTable {
    guard let best = best(of: grids, said, isLenient: false) else {
      throw Refusal.invalid(
        "Trellis found no row with year groups across the top, such as Year 1, Year 2. Say which years its columns are "
          + "for, or check that this is the map.", field: "years")
    }
    var reader = MapTableReader(best.grid, best.head)
    let rows = reader.grid.rows.filter { $0.number > best.head.row }
    for row in rows { reader.read(row) }
    if reader.map.cells.isEmpty {
      throw Refusal.invalid("There is nothing in the cells below the years of this table.", field: "years")
    }
    reader.map.columns = reader.columns
    return reader.map
  }

  /// The columns alone, for the user to say what they are. Refuses where no table has any.
  static func columns(_ grids: [Grid], said: [Int: MapRole] = [:]) throws -> [PreparedImport.Column] {
    guard let best = best(of: grids, said, isLenient: true) else {
      throw Refusal.invalid("There is no table in this: no row has more than one cell.", field: "file")
    }
    return MapTableReader(best.grid, best.head).columns
  }

  private static func best(
    of grids: [Grid], _ said: [Int: MapRole], isLenient: Bool
  ) -> (grid: Grid, head: MapHead)? {
    grids.compactMap { grid in MapHead(grid, said: said, isLenient: isLenient).map { (grid, $0) } }
      .max { ($0.1.years.count, $0.0.rows.count) < ($1.1.years.count, $1.0.rows.count) }
  }

  private init(_ grid: Grid, _ head: MapHead) {
    self.grid = grid
    self.head = head
    filled = Dictionary(grid.filled.rows.map { ($0.number, $0) }) { first, _ in first }
  }

  private var columns: [PreparedImport.Column] {
    let rows = grid.rows.filter { $0.number > head.row }
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
    if let column = head.section, let text = cell(column, of: filled[row.number] ?? row) { section = text }
    if let text = cell(head.provision, of: filled[row.number] ?? row) { provision = MapProvision(text) }
    guard let provision, !provision.name.isEmpty else {
      if row.cells.contains(where: { !$0.isEmpty }) {
        map.warnings.append(
          ImportWarning(row: row.number, message: "This row has no provision beside it, so it is passed over."))
      }
      return
    }
    for column in head.years.keys.sorted() {
      guard let text = cell(column, of: row) else { continue }
      read(text, provision, row, column)
    }
  }

  private mutating func read(_ text: String, _ provision: MapProvision, _ row: TableRow, _ column: Int) {
    let words = MapCellText(text)
    if words.isNothing { return }
    var group = IncomingGroup(row: row.number, name: provision.name)
    group.heading = section
    group.level = section.flatMap(GroupListReader.level)
    if group.level != nil { group.heading = nil }
    let years = years(row, column)
    var cell = IncomingGroup.Cell(
      key: "\(row.number)-\(column + 1)", column: head.text(column), years: words.years ?? years)
    cell.dosages = mentions(words.dosage, provision.dosage, row) { $0.isEmpty ? nil : $0 }
    cell.leads = mentions(words.leads, provision.leads, row) { $0.isEmpty ? nil : $0 }
    cell.remarks = words.remarks
    group.note = words.notes.isEmpty ? nil : words.notes.joined(separator: "\n")
    group.years = words.names.isEmpty ? cell.years : []
    group.places = words.names.map { name in
      var place = IncomingGroup.Place(row: row.number, column: cell.column)
      place.name = WrittenName(name)
      place.isInMap = true
      return place
    }
    group.cell = cell
    map.cells.append(group)
  }

  /// What a cell, then its row's own columns, then its provision mention.
  private func mentions<Value>(
    _ own: Value, _ provision: Value, _ row: TableRow, _ worth: (Value) -> Value?
  ) -> [IncomingGroup.Mention<Value>] {
    var found: [IncomingGroup.Mention<Value>] = []
    if let value = worth(own) { found.append(IncomingGroup.Mention(value: value, source: "in the cell")) }
    for column in head.others {
      let words = MapProvision(cell(column, of: filled[row.number] ?? row) ?? "")
      let value = (words.dosage as? Value) ?? (words.people as? Value)
      if let value = value.flatMap(worth) {
        found.append(IncomingGroup.Mention(value: value, source: "under “\(head.text(column))”"))
      }
    }
    if let value = worth(provision) {
      found.append(IncomingGroup.Mention(value: value, source: "beside the provision"))
    }
    return found
  }

  /// The years of all the columns that the cell stands over.
  private func years(_ row: TableRow, _ column: Int) -> [YearGroup] {
    let merge = grid.merges.first { $0.row == row.number && $0.column == column }
    let columns = column..<column + (merge?.columnCount ?? 1)
    return Set(columns.flatMap { head.years[$0] ?? [] }).sorted()
  }

  /// The text of a row in which nothing but its first cell is filled: a heading over the rows below.
  private func sectionLine(_ row: TableRow) -> String? {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard filled.count == 1, let only = filled.first, only <= head.provision else { return nil }
    let isWide = grid.merges.contains { $0.row == row.number && $0.column == only && $0.columnCount > 2 }
    let goesOn = grid.merges.contains { $0.row == row.number && $0.column == only && $0.rowCount > 1 }
    return (isWide || only <= head.provision) && !goesOn ? CellReading.words(row.cells[only]) : nil
  }

  private func cell(_ column: Int, of row: TableRow) -> String? {
    guard row.cells.indices.contains(column), !row.cells[column].isEmpty else { return nil }
    return row.cells[column]
  }
}
