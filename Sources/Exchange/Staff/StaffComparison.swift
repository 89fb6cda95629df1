import Domain
import Store

/// The staff whom a school keeps, with what a file is compared with. Rates only where the viewer may change them.
struct KeptStaff {
  let members: [StaffMember]
  let roles: [PayRole]
  let roleRates: [ID<PayRole>: [Rates.KeptRate]]
  let pay: [ID<StaffMember>: [Rates.KeptRate]]
  let mayRates: Bool

  /// The role of this name, or of the work that it is another word for: `TA`.
  func role(_ name: String) -> PayRole? {
    named(name) ?? RoleNames.meaning(name).flatMap { named($0.name) }
  }

  private func named(_ name: String) -> PayRole? {
    let folded = Folding.fold(name)
    return roles.first { Folding.fold($0.name) == folded }
  }
}

/// Compares what a file says of staff with whom the school keeps.
struct StaffComparison {
  let file: StaffFile
  let kept: KeptStaff
  let days: ImportDays
  let answers: [String: String]
  var preview = ImportPreview()
  private(set) var acts: [Act] = []
  private(set) var versions: [Int] = []
  /// Roles that the file names and the school has not, in order.
  var newRoles: [String] = []
  private var rowsByMember: [ID<StaffMember>: Int] = [:]

  /// What is to be written, in order.
  enum Act: Sendable {
    case add(IncomingStaff, role: String, from: Day)
    case change(StaffMember, IncomingStaff, changesRow: Bool, pay: [(rate: StatedRate, from: Day)])
    case setRoleRate(StatedRate, role: String, from: Day)
  }

  init(_ file: StaffFile, with kept: KeptStaff, _ days: ImportDays, answers: [String: String]) {
    self.file = file
    self.kept = kept
    self.days = days
    self.answers = answers
    preview.refused = file.refused
    preview.warnings = file.warnings
    if !kept.mayRates, file.hasPayUnread {
      preview.warnings.append(
        ImportWarning(message: "Your role may not see or set pay, so rates are left out. Finance can import them."))
    }
    warnOfAssumedDays()
    for staff in file.staff {
      var staff = staff
      staff.role = staff.role.map { kept.role($0)?.name ?? $0 }
      compare(staff)
    }
    listMissing()
    preview.refused.sort { $0.row < $1.row }
    warnOfFewHolders()
  }

  /// From when a rate of the file holds where it does not say: somebody's first since they work here, but no longer than
  /// this academic year; a later one from the effective day.
  func from(_ rate: StatedRate, firstSince joined: Day? = nil) -> Day {
    rate.from ?? days.given ?? joined.map { max($0, days.yearStart) } ?? days.effective
  }

  /// From when a kept member's role of the file holds: the day that the file counts from, or the nearest on which they work
  /// here. Nil where the file has them here on no day.
  func roleFrom(_ member: StaffMember, _ staff: IncomingStaff) -> Day? {
    let span = Span(staff.from ?? member.span.from, staff.until ?? member.span.until)
    return span.map { max($0.from, min(days.effective, $0.until ?? days.effective)) }
  }

  /// From when somebody new works here, where the file does not say. A school's first list is of those who are there
  /// already: long enough for groups of the two years before to be brought in too.
  var assumedFrom: Day {
    days.given ?? (kept.members.isEmpty ? Day(days.yearStart.year - 2, 9, 1)! : days.yearStart)
  }

  private mutating func compare(_ staff: IncomingStaff) {
    guard let name = staff.name else { return compareRoleRate(staff) }
    let found = StaffNames.find(name, in: kept.members, \.name)
    let isExact = found.count == 1 && StaffNames.folded(found[0].name) == StaffNames.folded(name)
    if found.isEmpty { return add(staff) }
    if isExact { return change(found[0], staff) }
    let key = "row-\(staff.row)"
    switch answers[key] {
    case "new": add(staff)
    case "skip": for member in found { rowsByMember[member.id] = staff.row }
    case let id?: if let member = found.first(where: { $0.id.text == id }) { change(member, staff) }
    case nil:
      for member in found { rowsByMember[member.id] = rowsByMember[member.id] ?? staff.row }
      versions += found.map(\.version)
      preview.unsure.append(
        UnsureItem(
          key: key, row: staff.row, column: file.column(.name), what: words(name, staff.role),
          question: found.count == 1
            ? "Is this \(found[0].name), who is kept already?" : "Which of these is it?",
          candidates: found.map { UnsureItem.Candidate(id: $0.id.text, what: words($0)) }, mayBeNew: true))
    }
  }

  mutating func add(_ act: Act) { acts.append(act) }

  private mutating func add(_ staff: IncomingStaff) {
    guard let role = staff.role else {
      preview.refused.append(
        RefusedCell(row: staff.row, column: file.column(.role), message: "Somebody new needs a role."))
      return
    }
    let assumed = assumedFrom
    let from = staff.from ?? min(assumed, staff.until ?? assumed)
    note(role)
    var changes = [
      FieldChange(StaffField.name.title, to: staff.name!), FieldChange(StaffField.role.title, to: role),
    ]
    func say(_ field: StaffField, _ value: String?, begins: Day? = nil) {
      if let value { changes.append(FieldChange(field.title, to: value, begins: begins?.iso)) }
    }
    say(.hours, staff.weeklyMinutes.map(CellReading.hours))
    say(.weeks, staff.weeks.map(String.init))
    say(.from, from.iso)
    say(.until, staff.until?.iso)
    for rate in rates(of: staff) { say(.rate, rate.rate.words, begins: self.from(rate, firstSince: from)) }
    preview.new.append(ImportItem(row: staff.row, what: words(staff.name!, role), changes: changes))
    acts.append(.add(staff, role: role, from: from))
  }

  private mutating func change(_ member: StaffMember, _ staff: IncomingStaff) {
    if let row = rowsByMember[member.id] {
      preview.refused.append(
        RefusedCell(
          row: staff.row, column: file.column(.name),
          message: "Rows \(row) and \(staff.row) are the same person here, \(member.name). Take one of them out."))
      return
    }
    rowsByMember[member.id] = staff.row
    versions.append(member.version)
    var changes: [FieldChange] = []
    func compare(_ field: StaffField, _ old: String?, _ new: String?) {
      if let new, new != old { changes.append(FieldChange(field.title, from: old, to: new)) }
    }
    compare(.hours, member.weeklyMinutes.map(CellReading.hours), staff.weeklyMinutes.map(CellReading.hours))
    compare(.weeks, member.weeks.map(String.init), staff.weeks.map(String.init))
    compare(.from, member.span.from.iso, staff.from?.iso)
    compare(.until, member.span.until?.iso, staff.until?.iso)
    let changesRow = !changes.isEmpty
    if let role = staff.role, let from = roleFrom(member, staff), kept.role(role)?.id != member.roles.on(from) {
      let old = kept.roles.first { $0.id == member.roles.on(from) }
      changes.append(FieldChange(StaffField.role.title, from: old?.name, to: role, begins: from.iso))
      note(role)
    }
    let firstSince = kept.pay[member.id] == nil ? member.span.from : nil
    let pay = rates(of: staff).map { (rate: $0, from: from($0, firstSince: firstSince)) }
      .filter { self.pay(of: member, on: $0.from) != $0.rate.rate }
    for (rate, day) in pay {
      changes.append(
        FieldChange(
          StaffField.rate.title, from: self.pay(of: member, on: day)?.words, to: rate.rate.words, begins: day.iso))
    }
    if let until = staff.until, until < (staff.from ?? member.span.from) {
      preview.refused.append(
        RefusedCell(
          row: staff.row, column: file.column(.until),
          message: "This is before \(member.name)'s first day here, \(member.span.from.words)."))
      return
    }
    let item = ImportItem(row: staff.row, id: member.id.text, what: words(member), changes: changes)
    if changes.isEmpty {
      preview.unchanged.append(item)
    } else {
      preview.changed.append(item)
      acts.append(.change(member, staff, changesRow: changesRow, pay: pay))
    }
  }

  private func rates(of staff: IncomingStaff) -> [StatedRate] { kept.mayRates ? staff.rates : [] }

  private func pay(of member: StaffMember, on day: Day) -> Rate? {
    kept.pay[member.id]?.first { $0.span.contains(day) }?.rate
  }

  private mutating func listMissing() {
    for member in kept.members where rowsByMember[member.id] == nil && member.span.contains(days.known) {
      if file.refusedNames.contains(Folding.fold(member.name)) { continue }
      preview.missing.append(ImportItem(row: nil, id: member.id.text, what: words(member)))
    }
  }

  /// `Ruth Lowe, SENCO`.
  private func words(_ member: StaffMember) -> String {
    words(member.name, role(of: member)?.name)
  }

  func role(of member: StaffMember) -> PayRole? {
    kept.roles.first { $0.id == member.roles.on(days.known) }
  }

  private func words(_ name: String, _ role: String?) -> String {
    [name, role].compactMap(\.self).joined(separator: ", ")
  }
}
