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
    let rowCount: Int
  }

  /// `said` is what the user says of columns now, `remembered` what the school has said before.
  static func read(
    _ kind: ImportKind, _ file: ImportFile, said: [String: String], remembered: [String: String], today: Day,
    _ progress: @Sendable (Int, Int) -> Void
  ) throws -> Result {
    do {
      if kind == .map { return try readMap(file) }
      if kind == .pupils, FileKind(file.bytes) == .xml {
        let pupils = try TransferFile.read(file.bytes, on: today, progress)
        return Result(source: PupilSource(file: pupils), rowCount: pupils.pupils.count)
      }
      return try readList(kind, file, said, remembered, today, progress)
    } catch let error as FormatError {
      throw Refusal.invalid(error.sentence, field: "file")
    }
  }

  private static func readList(
    _ kind: ImportKind, _ file: ImportFile, _ said: [String: String], _ remembered: [String: String], _ today: Day,
    _ progress: @Sendable (Int, Int) -> Void
  ) throws -> Result {
    let fields = kind.fields
    let tables = try parts(of: file).map { try Table($0.grid) }
    let guesses = tables.map { ColumnMapping(guessedFor: $0, fields: fields) }
    // Of several sheets the list is the one whose headings say most.
    let best = guesses.indices.max { guesses[$0].columns.count < guesses[$1].columns.count }!
    let table = tables[best]
    var mapping = guesses[best]
    try mapping.take(remembered, headings: table.headings, fields: fields, isLenient: true)
    try mapping.take(said, headings: table.headings, fields: fields, isLenient: false)
    let rows = table.rows.count
    if rows == 0 { throw Refusal.invalid("This file has headings, but no rows below them.", field: "file") }
    let counted: (Int) -> Void = { progress($0, rows) }
    let source: any ImportSource =
      switch kind {
      case .pupils:
        PupilSource(file: try PupilListReader.read(table, mapping, counted))
      case .staff: StaffSource(file: try StaffListReader.read(table, mapping, today: today, counted))
      case .calendar: CalendarSource(file: try CalendarListReader.read(table, mapping, counted))
      case .groups, .map: GroupSource(file: try GroupListReader.read(table, mapping, counted))
      }
    return Result(source: source, table: table, mapping: mapping, rowCount: rows)
  }

  private static func readMap(_ file: ImportFile) throws -> Result {
    let map = try MapTableReader.read(try mapParts(of: file).map(\.grid))
    return Result(source: MapSource(map: map), rowCount: map.cells.count)
  }

  /// The sheets or tables of a file; refuses one whose name says that it is something else.
  private static func parts(of file: ImportFile) throws -> [TableFile.Part] {
    try refuseDisguise(file)
    return try TableFile.parts(file.bytes)
  }

  /// A map also comes as HTML or text with tabs, as it is pasted.
  private static func mapParts(of file: ImportFile) throws -> [TableFile.Part] {
    let kind = FileKind(file.bytes)
    let isPaste = file.ending == nil || file.ending == "txt" || file.ending == "html" || file.ending == "htm"
    if kind == .html || (kind == .other && isPaste) {
      let text = TextDecoding.decode(file.bytes).text
      if kind == .html || text.contains("\t") || text.contains("<table") {
        return [TableFile.Part(name: "Pasted", grid: try PastedTable().grid(text))]
      }
    }
    return try parts(of: file)
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
