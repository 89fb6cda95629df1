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
  /// One, or several of different days.
  var rates: [StatedRate] = []
}

/// What was read of a file of staff.
struct StaffFile: Sendable {
  var staff: [IncomingStaff] = []
  var refused: [RefusedCell] = []
  var warnings: [ImportWarning] = []
  var columns: [StaffField: String] = [:]
  /// Folded names of rows that were refused: they are in the file.
  var refusedNames: Set<String> = []
  /// Whether it has pay that was not read, because the viewer may not set any.
  var hasPayUnread = false

  func column(_ field: StaffField) -> String { columns[field] ?? field.title }
}

struct StaffListReader {
  let today: Day
  /// Cells of pay that are left out are not read either: nothing in them can refuse a row.
  private let mayRates: Bool
  private let list: MappedList<StaffField>
  private var file = StaffFile()
  private var placesByName: [String: Int] = [:]
  private var rowsByName: [String: Int] = [:]

  static func read(
    _ table: Table, _ mapping: ColumnMapping, today: Day, mayRates: Bool = true, _ progress: (Int) -> Void
  ) throws -> StaffFile {
    var reader = try StaffListReader(table, mapping, today: today, mayRates: mayRates)
    for (index, row) in reader.list.rows.enumerated() {
      reader.read(row)
      if index % 500 == 499 { progress(index + 1) }
    }
    return reader.file
  }

  private init(_ table: Table, _ mapping: ColumnMapping, today: Day, mayRates: Bool) throws {
    self.today = today
    self.mayRates = mayRates
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
    if !mayRates {
      let pay: [StaffField] = [.rate, .basis, .basisUnits, .paidWeeks, .pension, .insurance]
      file.hasPayUnread = file.hasPayUnread || pay.contains { row.text($0) != nil }
      // A row without a name is about the rate of a role.
      if staff.name == nil { return }
    } else if let rate = rate(&row, staff) {
      staff.rates = [rate]
    }
    check(&row, staff)
    if row.refused.isEmpty, takeAnotherRate(&row, staff) { return file.warnings += row.warnings }
    if let name = staff.name { rowsByName[Folding.fold(name)] = rowsByName[Folding.fold(name)] ?? row.number }
    file.warnings += row.warnings
    file.refused += row.refused
    if row.refused.isEmpty {
      if let name = staff.name { placesByName[Folding.fold(name)] = file.staff.count }
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

  /// Whether the row says another rate of somebody who stands above: of another day, and nothing else that differs. Refuses
  /// a row that says something else of the same name.
  private mutating func takeAnotherRate(_ row: inout ImportRow<StaffField>, _ staff: IncomingStaff) -> Bool {
    guard let name = staff.name, let first = rowsByName[Folding.fold(name)] else { return false }
    guard let place = placesByName[Folding.fold(name)] else {
      row.refuse(.name, "Row \(first) has the same name, and cannot be taken.")
      return false
    }
    let above = file.staff[place]
    let saysTheSame =
      (staff.role ?? above.role) == above.role && (staff.weeklyMinutes ?? above.weeklyMinutes) == above.weeklyMinutes
      && (staff.weeks ?? above.weeks) == above.weeks && (staff.from ?? above.from) == above.from
      && (staff.until ?? above.until) == above.until
    guard saysTheSame, let rate = staff.rates.first, !above.rates.contains(where: { $0.from == rate.from }) else {
      row.refuse(
        .name,
        "Rows \(first) and \(row.number) have the same name. Take one out, or add an initial to tell them apart; rows for "
          + "several rates of one person differ in the rate and its first day only.")
      return false
    }
    file.staff[place].rates.append(rate)
    return true
  }

  private mutating func check(_ row: inout ImportRow<StaffField>, _ staff: IncomingStaff) {
    if let role = staff.role, role.count > 100 {
      row.refuse(.role, "“\(CellReading.short(role))” is too long for a role.")
    }
    guard let name = staff.name else {
      if staff.role == nil {
        row.refuse(.name, "Give a name; or a role and its rate.")
      } else if staff.rates.isEmpty, row.refused.isEmpty {
        row.refuse(.rate, "A row without a name sets the rate of its role, so it needs a rate.")
      }
      return
    }
    if name.count > 200 { row.refuse(.name, "“\(CellReading.short(name))” is too long for a name.") }
  }
}
