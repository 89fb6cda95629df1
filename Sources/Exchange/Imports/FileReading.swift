import Domain
import Formats

/// Reads a file as what its kind of import needs. Everything that is wrong with the file itself is refused with a sentence
/// about the file.
enum FileReading {
  /// What was read, and how its columns were understood.
  struct Result: Sendable {
    let source: any ImportSource
    /// The list; nil where the file has no columns to be mapped.
    var table: Table?
    var mapping = ColumnMapping()
    /// Of a map, whose columns are not those of a list.
    var mapColumns: [PreparedImport.Column]?
    let rowCount: Int
  }

  /// `said` is what the user says of columns now, `remembered` what the school has said before. Without `mayRates` cells of
  /// pay are not read.
  static func read(
    _ kind: ImportKind, _ file: ImportFile, said: [String: String], remembered: [String: String], today: Day,
    mayRates: Bool, _ progress: @Sendable (Int, Int) -> Void
  ) throws -> Result {
    do {
      if kind == .map { return try readMap(file, MapRole.said(said), remembered) }
      if kind == .pupils, FileKind(file.bytes) == .xml {
        let pupils = try TransferFile.read(file.bytes, on: today, progress)
        return Result(source: PupilSource(file: pupils), rowCount: pupils.pupils.count)
      }
      return try readList(kind, file, said, remembered, today, mayRates, progress)
    } catch let error as FormatError {
      throw Refusal.invalid(error.sentence, field: "file")
    }
  }

  /// The columns of a list, without reading its rows.
  static func columns(
    _ kind: ImportKind, _ file: ImportFile, said: [String: String], remembered: [String: String], today: Day
  ) throws -> [PreparedImport.Column] {
    do {
      if kind == .map {
        return try MapTableReader.columns(
          try parts(of: file, isMap: true).map(\.grid), said: MapRole.said(said),
          remembered: remembered)
      }
      let (table, mapping) = try mapped(kind.fields, file, said, remembered)
      return PreparedImport.columns(table, mapping)
    } catch let error as FormatError {
      throw Refusal.invalid(error.sentence, field: "file")
    }
  }

  /// A list and how its columns stand for `fields`.
  static func table(
    _ fields: [ImportField], _ file: ImportFile, said: [String: String], remembered: [String: String]
  ) throws -> (Table, ColumnMapping) {
    do {
      return try mapped(fields, file, said, remembered)
    } catch let error as FormatError {
      throw Refusal.invalid(error.sentence, field: "file")
    }
  }

  private static func mapped(
    _ fields: [ImportField], _ file: ImportFile, _ said: [String: String], _ remembered: [String: String]
  ) throws -> (Table, ColumnMapping) {
    let known = Set((Array(said.values) + Array(remembered.values)).map(Folding.fold))
    let tables = try parts(of: file).map { try Table(headed($0.grid, fields, known)) }
    let guesses = tables.map { ColumnMapping(guessedFor: $0, fields: fields) }
    // Of several sheets the list is the one whose headings say most.
    let best = guesses.indices.max { guesses[$0].columns.count < guesses[$1].columns.count }!
    let table = tables[best]
    var mapping = guesses[best]
    try mapping.take(remembered, headings: table.headings, fields: fields, isLenient: true)
    try mapping.take(said, headings: table.headings, fields: fields, isLenient: false)
    if table.rows.isEmpty { throw Refusal.invalid("This file has headings, but no rows below them.", field: "file") }
    return (table, mapping)
  }

  private static func readList(
    _ kind: ImportKind, _ file: ImportFile, _ said: [String: String], _ remembered: [String: String], _ today: Day,
    _ mayRates: Bool, _ progress: @Sendable (Int, Int) -> Void
  ) throws -> Result {
    let (table, mapping) = try mapped(kind.fields, file, said, remembered)
    let rows = table.rows.count
    let counted: (Int) -> Void = { progress($0, rows) }
    let source: any ImportSource =
      switch kind {
      case .pupils:
        PupilSource(file: try PupilListReader.read(table, mapping, counted))
      case .staff:
        StaffSource(file: try StaffListReader.read(table, mapping, today: today, mayRates: mayRates, counted))
      case .calendar: CalendarSource(file: try CalendarListReader.read(table, mapping, counted))
      case .groups, .map: GroupSource(file: try GroupListReader.read(table, mapping, counted))
      }
    return Result(source: source, table: table, mapping: mapping, rowCount: rows)
  }

  /// The grid from its headings on: of its first rows the one that says most of what is looked for, where lines of a title
  /// with several cells stand above them.
  private static func headed(_ grid: Grid, _ fields: [ImportField], _ known: Set<String>) -> Grid {
    func score(_ place: Int) -> Int {
      let rows = Array(grid.rows[place..<min(place + 50, grid.rows.count)])
      guard let table = try? Table(Grid(rows: rows)) else { return 0 }
      let said = table.headings.count { !$0.isEmpty && known.contains(Folding.fold($0)) }
      return max(ColumnMapping(guessedFor: table, fields: fields).columns.count, said)
    }
    let places = grid.rows.indices.prefix(15).filter { place in
      grid.rows[place].cells.count(where: { !$0.isEmpty }) > 1
    }
    guard let first = places.first else { return grid }
    let scores = places.map { (place: $0, score: score($0)) }
    let best = scores.max { $0.score < $1.score }!
    // Among equals the first; and the usual look of things where no row says anything.
    let place = scores.first { $0.score == best.score }!.place
    if place == first || best.score < 2 { return grid }
    return Grid(rows: Array(grid.rows[place...]), merges: grid.merges)
  }

  private static func readMap(
    _ file: ImportFile, _ said: [Int: MapRole], _ remembered: [String: String]
  ) throws -> Result {
    let map = try MapTableReader.read(
      try parts(of: file, isMap: true).map(\.grid), said: said, remembered: remembered)
    return Result(source: MapSource(map: map), mapColumns: map.columns, rowCount: map.cells.count)
  }

  /// The sheets or tables of a file, or what was pasted: HTML, which some systems export too, or of a map text with tabs,
  /// whose cells may go over lines. Refuses one whose name says that it is something else.
  private static func parts(of file: ImportFile, isMap: Bool = false) throws -> [TableFile.Part] {
    let kind = FileKind(file.bytes)
    let isPaste = ["txt", "html", "htm"].contains(file.ending ?? "txt")
    if kind == .html || (kind == .other && isPaste) {
      let text = TextDecoding.decode(file.bytes).text
      if text.lowercased().contains("<table") || (isMap && text.contains("\t")) {
        return [TableFile.Part(name: "Pasted", grid: try PastedTable().grid(text))]
      }
    }
    try refuseDisguise(file)
    return try TableFile.parts(file.bytes)
  }

  private static func refuseDisguise(_ file: ImportFile) throws {
    let kind = FileKind(file.bytes)
    let ending = file.ending ?? ""
    if ["csv", "txt", "tsv"].contains(ending), kind == .zip {
      throw Refusal.invalid(
        "“\(CellReading.short(file.name))” is not a CSV file: a spreadsheet or document was renamed. Give it its own "
          + "ending (.xlsx or .docx), or open it and save it as CSV.", field: "file")
    }
    if ["xlsx", "xlsm", "docx"].contains(ending), kind == .other || kind == .html || kind == .xml {
      throw Refusal.invalid(
        "“\(CellReading.short(file.name))” is not what its name says: it is no Excel or Word file. If it is a list of "
          + "text, give it the ending .csv; else export it again.", field: "file")
    }
  }
}
