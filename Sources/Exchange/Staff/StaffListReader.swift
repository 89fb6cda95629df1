import Domain
import Formats

/// What a file says about one member of staff; without a name, about a role's rate.
struct IncomingStaff: Sendable, Hashable {
  let row: Int
  var name: String?
  var role: String?
  var weeklyMinutes: Int?
  var weeks: Int?
  var from: Day?
  var until: Day?
  var rate: Rate?
  var rateFrom: Day?
  var source: String?
}

/// What was read of a file of staff.
struct StaffFile: Sendable {
  var staff: [IncomingStaff] = []
  var refused: [RefusedCell] = []
  var warnings: [ImportWarning] = []
  var columns: [StaffField: String] = [:]
  /// Folded names of rows that were refused: they are in the file.
  var refusedNames: Set<String> = []

  func column(_ field: StaffField) -> String { columns[field] ?? field.title }
}

struct StaffListReader {
  private let list: MappedList<StaffField>
  private var file = StaffFile()
  private var rowsByName: [String: Int] = [:]

  static func read(_ table: Table, _ mapping: ColumnMapping, _ progress: (Int) -> Void) throws -> StaffFile {
    var reader = try StaffListReader(table, mapping)
    for row in reader.list.rows { reader.read(row) }
    return reader.file
  }

  private init(_ table: Table, _ mapping: ColumnMapping) throws {
    list = MappedList(table, mapping)
    guard list.has(.name) || list.has(.surname) || (list.has(.role) && list.has(.rate)) else {
      throw Refusal.invalid("Trellis found no column with names of staff. Say which it is.", field: "name")
    }
    for field in StaffField.allCases where list.has(field) { file.columns[field] = list.heading(field) }
    if !list.has(.name) { file.columns[.name] = list.heading(.surname) }
  }

  private mutating func read(_ row: ImportRow<StaffField>) {
    var row = row
    var staff = IncomingStaff(row: row.number)
    staff.name = Self.name(row)
    staff.role = row.text(.role).map(CellReading.words)
    staff.weeklyMinutes = row.read(.hours, Self.minutes) { "“\($0)” is not a number of hours from 0 to 60." }
    staff.weeks = row.count(.weeks, 1...53)
    staff.from = row.day(.from)
    staff.until = row.day(.until)
    if let from = staff.from, let until = staff.until, until < from {
      row.refuse(.until, "The last day is before the first.")
    }
    readRate(&row, &staff)
    check(&row, staff)
    file.warnings += row.warnings
    file.refused += row.refused
    if row.refused.isEmpty {
      file.staff.append(staff)
    } else if let name = staff.name {
      file.refusedNames.insert(Folding.fold(name))
    }
  }

  private static func name(_ row: ImportRow<StaffField>) -> String? {
    if let surname = row.text(.surname) {
      return CellReading.words([row.text(.forename), surname].compactMap(\.self).joined(separator: " "))
    }
    guard let text = row.text(.name) else { return nil }
    // "Lowe, Ruth" is how systems write it; people say Ruth Lowe.
    let parts = text.split(separator: ",").map { CellReading.words(String($0)) }
    return parts.count == 2 ? "\(parts[1]) \(parts[0])" : CellReading.words(text)
  }

  private static func minutes(_ text: String) -> Int? {
    CellReading.minutes(ofHours: text).flatMap { (1...3600).contains($0) ? $0 : nil }
  }

  private func readRate(_ row: inout ImportRow<StaffField>, _ staff: inout IncomingStaff) {
    staff.rateFrom = row.day(.rateFrom)
    staff.source = row.text(.source).map { String(CellReading.words($0).prefix(200)) }
    guard let amount = row.text(.rate) else { return }
    var basis = RateBasis.hour
    if let text = row.text(.basis) {
      let whole = [text, row.text(.basisUnits)].compactMap(\.self).joined(separator: " ")
      guard let read = RateBasis(typed: whole) else {
        row.refuse(
          .basis,
          "“\(CellReading.short(text))” is not what a rate is for. Write hour, minute, weekly hour of 38 weeks, or annual "
            + "hour of 1265. A salary is first divided by the hours worked in the year, with pension and National "
            + "Insurance added.")
        return
      }
      basis = read
    }
    do {
      staff.rate = try Rate(typed: amount, basis)
    } catch {
      row.refuse(.rate, "“\(CellReading.short(amount))” is not a rate. \(error.sentence)")
    }
  }

  private mutating func check(_ row: inout ImportRow<StaffField>, _ staff: IncomingStaff) {
    if let role = staff.role, role.count > 100 {
      row.refuse(.role, "“\(CellReading.short(role))” is too long for a role.")
    }
    guard let name = staff.name else {
      if staff.role == nil {
        row.refuse(.name, "Give a name; or a role and its rate.")
      } else if staff.rate == nil, row.refused.isEmpty {
        row.refuse(.rate, "A row without a name sets the rate of its role, so it needs a rate.")
      }
      return
    }
    if name.count > 200 { row.refuse(.name, "“\(CellReading.short(name))” is too long for a name.") }
    let folded = Folding.fold(name)
    if let first = rowsByName[folded] {
      row.refuse(
        .name, "Rows \(first) and \(row.number) have the same name. Take one out, or add an initial to tell them apart."
      )
    } else {
      rowsByName[folded] = row.number
    }
  }
}
