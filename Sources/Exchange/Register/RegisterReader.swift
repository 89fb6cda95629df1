import Domain
import Formats

/// Reads a release of the national register, row by row, so that fifty thousand schools of a hundred and more columns are
/// never in memory at once. Headings are taken in any case; columns that are not asked for are passed over; days are
/// written with slashes in some releases and with dashes in others.
struct RegisterReader {
  private(set) var schools: [RegisteredSchool] = []
  private(set) var rows: [Int] = []
  private(set) var refused: [RefusedCell] = []
  private(set) var warnings: [ImportWarning] = []
  private var columns: [Field: Int] = [:]
  private var seen: [String: Int] = [:]

  private enum Field: String, CaseIterable {
    case urn = "urn"
    case name = "establishmentname"
    case authorityCode = "la code"
    case authority = "la name"
    case establishment = "establishmentnumber"
    case kind = "typeofestablishment name"
    case phase = "phaseofeducation name"
    case status = "establishmentstatus name"
    case ageFrom = "statutorylowage"
    case ageUntil = "statutoryhighage"
    case town = "town"
    case postcode = "postcode"
    case openedOn = "opendate"
    case closedOn = "closedate"
  }

  /// Up to 200 MB: the whole register is a third of that.
  static func read(_ bytes: [UInt8], _ progress: (Int) -> Void) throws -> RegisterReader {
    var reader = RegisterReader()
    do {
      try CSVReader(limits: ReadingLimits(bytes: 200 << 20, rows: 300_000)).each(bytes) { row in
        if reader.columns.isEmpty { try reader.readHeadings(row) } else { reader.read(row) }
        if row.number % 10_000 == 0 { progress(row.number) }
      }
    } catch let error as FormatError {
      throw Refusal.invalid(error.sentence, field: "file")
    }
    if reader.columns.isEmpty { throw Refusal.invalid("This file has no rows in it.", field: "file") }
    return reader
  }

  /// What the release has no column for stays as it is kept: the school with what is kept of it put in.
  func keeping(_ old: RegisteredSchool, _ new: RegisteredSchool) -> RegisteredSchool {
    var school = new
    if columns[.authorityCode] == nil { school.authorityCode = old.authorityCode }
    if columns[.authority] == nil { school.authority = old.authority }
    if columns[.establishment] == nil { school.establishment = old.establishment }
    if columns[.kind] == nil { school.kind = old.kind }
    if columns[.phase] == nil { school.phase = old.phase }
    if columns[.status] == nil { school.status = old.status }
    if columns[.ageFrom] == nil { school.ageFrom = old.ageFrom }
    if columns[.ageUntil] == nil { school.ageUntil = old.ageUntil }
    if columns[.town] == nil { school.town = old.town }
    if columns[.postcode] == nil { school.postcode = old.postcode }
    if columns[.openedOn] == nil { school.openedOn = old.openedOn }
    if columns[.closedOn] == nil { school.closedOn = old.closedOn }
    return school
  }

  private mutating func readHeadings(_ row: TableRow) throws {
    let folded = row.cells.map(Folding.fold)
    for field in Field.allCases { columns[field] = folded.firstIndex(of: field.rawValue) }
    guard columns[.urn] != nil, columns[.name] != nil else {
      throw Refusal.invalid(
        "This file has no columns “URN” and “EstablishmentName”, so it is not the national register of schools. Download “all "
          + "establishment data” from Get Information about Schools.", field: "file")
    }
  }

  private mutating func read(_ row: TableRow) {
    func text(_ field: Field) -> String? {
      guard let column = columns[field], row.cells.indices.contains(column) else { return nil }
      return row.cells[column].nilIfEmpty
    }
    func refuse(_ column: String, _ message: String) {
      refused.append(RefusedCell(row: row.number, column: column, message: message))
    }
    guard let urn = text(.urn), School.isURN(urn) else {
      return refuse("URN", "“\(CellReading.short(text(.urn) ?? ""))” is not a URN: six digits, the first not 0.")
    }
    guard let name = text(.name) else { return refuse("EstablishmentName", "The school has no name.") }
    if let other = seen.updateValue(row.number, forKey: urn) {
      return refuse("URN", "Rows \(other) and \(row.number) have the same URN. The first is taken.")
    }
    var school = RegisteredSchool(urn: urn, name: String(CellReading.words(name).prefix(200)))
    school.authorityCode = text(.authorityCode)
    school.authority = text(.authority)
    school.establishment = text(.establishment)
    school.kind = text(.kind)
    school.phase = text(.phase).flatMap { $0 == "Not applicable" ? nil : $0 }
    school.status = text(.status)
    school.ageFrom = text(.ageFrom).flatMap { Int($0) }
    school.ageUntil = text(.ageUntil).flatMap { Int($0) }
    school.town = text(.town)
    school.postcode = text(.postcode)
    school.openedOn = day(text(.openedOn), row, "OpenDate")
    school.closedOn = day(text(.closedOn), row, "CloseDate")
    schools.append(school)
    rows.append(row.number)
  }

  private mutating func day(_ text: String?, _ row: TableRow, _ column: String) -> Day? {
    guard let text else { return nil }
    if let day = CellReading.day(text) { return day }
    warnings.append(
      ImportWarning(
        row: row.number, column: column, message: "“\(CellReading.short(text))” is not a date, and is left out."))
    return nil
  }
}
