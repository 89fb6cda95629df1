import Domain
import Store

/// The staff whom a school keeps, with what a file is compared with. Rates only where the viewer may change them.
struct KeptStaff {
  let members: [StaffMember]
  let roles: [PayRole]
  let roleRates: [ID<PayRole>: [Rates.KeptRate]]
  let pay: [ID<StaffMember>: [Rates.KeptRate]]
  let mayRates: Bool

  func role(_ name: String) -> PayRole? {
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
  private(set) var preview = ImportPreview()
  private(set) var acts: [Act] = []
  private(set) var versions: [Int] = []
  /// Roles that the file names and the school has not, in order.
  private(set) var newRoles: [String] = []
  private var rowsByMember: [ID<StaffMember>: Int] = [:]

  /// What is to be written, in order.
  enum Act: Sendable {
    case add(IncomingStaff, role: String, from: Day)
    case change(StaffMember, IncomingStaff, changesRow: Bool, pay: Bool)
    case setRoleRate(IncomingStaff, role: String, from: Day)
  }

  init(_ file: StaffFile, with kept: KeptStaff, _ days: ImportDays, answers: [String: String]) {
    self.file = file
    self.kept = kept
    self.days = days
    self.answers = answers
    preview.refused = file.refused
    preview.warnings = file.warnings
    if !kept.mayRates, file.staff.contains(where: { $0.rate != nil }) {
      preview.warnings.append(
        ImportWarning(message: "Your role may not see or set pay, so rates are left out. Finance can import them."))
    }
    warnOfAssumedDays()
    for staff in file.staff { compare(staff) }
    listMissing()
    preview.refused.sort { $0.row < $1.row }
    warnOfFewHolders()
  }

  /// From when a rate of the file holds where it does not say: with somebody new, from when they work here.
  func rateFrom(_ staff: IncomingStaff, joined: Day? = nil) -> Day { staff.rateFrom ?? joined ?? days.effective }

  /// From when a kept member's role of the file holds: the day that the file counts from, or the nearest on which they work
  /// here. Nil where the file has them here on no day.
  func roleFrom(_ member: StaffMember, _ staff: IncomingStaff) -> Day? {
    let span = Span(staff.from ?? member.span.from, staff.until ?? member.span.until)
    return span.map { max($0.from, min(days.effective, $0.until ?? days.effective)) }
  }

  /// From when somebody new works here, where the file does not say. A school's first list is of those who are there
  /// already: long enough for groups of the two years before to be brought in too.
  private var assumedFrom: Day {
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
    say(.hours, staff.weeklyMinutes.map(Self.hours))
    say(.weeks, staff.weeks.map(String.init))
    say(.from, from.iso)
    say(.until, staff.until?.iso)
    if kept.mayRates { say(.rate, staff.rate?.words, begins: rateFrom(staff, joined: max(from, days.yearStart))) }
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
    compare(.hours, member.weeklyMinutes.map(Self.hours), staff.weeklyMinutes.map(Self.hours))
    compare(.weeks, member.weeks.map(String.init), staff.weeks.map(String.init))
    compare(.from, member.span.from.iso, staff.from?.iso)
    compare(.until, member.span.until?.iso, staff.until?.iso)
    let changesRow = !changes.isEmpty
    if let role = staff.role, let from = roleFrom(member, staff), kept.role(role)?.id != member.roles.on(from) {
      let old = kept.roles.first { $0.id == member.roles.on(from) }
      changes.append(FieldChange(StaffField.role.title, from: old?.name, to: role, begins: from.iso))
      note(role)
    }
    let oldPay = kept.pay[member.id]?.first { $0.span.contains(rateFrom(staff)) }?.rate
    let changesPay = kept.mayRates && staff.rate != nil && staff.rate != oldPay
    if changesPay {
      changes.append(
        FieldChange(StaffField.rate.title, from: oldPay?.words, to: staff.rate?.words, begins: rateFrom(staff).iso))
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
      acts.append(.change(member, staff, changesRow: changesRow, pay: changesPay))
    }
  }

  private mutating func compareRoleRate(_ staff: IncomingStaff) {
    guard kept.mayRates, let name = staff.role, let rate = staff.rate else { return }
    let role = kept.role(name)
    let rates = role.flatMap { kept.roleRates[$0.id] } ?? []
    // A role that has no rate yet would otherwise be unpriced until today.
    let from = rateFrom(staff, joined: rates.isEmpty ? days.given ?? days.yearStart : nil)
    let old = rates.first { $0.span.contains(from) }
    let what = "\(role?.name ?? name) (the role's rate)"
    let change = FieldChange(
      StaffField.rate.title, from: old?.rate.words, to: rate.words, begins: from.iso)
    if old?.rate == rate, old?.isReference == false {
      preview.unchanged.append(ImportItem(row: staff.row, id: role?.id.text, what: what))
    } else if role == nil {
      note(name)
      preview.new.append(ImportItem(row: staff.row, what: what, changes: [change]))
      acts.append(.setRoleRate(staff, role: name, from: from))
    } else {
      preview.changed.append(ImportItem(row: staff.row, id: role?.id.text, what: what, changes: [change]))
      acts.append(.setRoleRate(staff, role: name, from: from))
    }
  }

  private mutating func note(_ role: String) {
    guard kept.role(role) == nil, !newRoles.contains(where: { Folding.fold($0) == Folding.fold(role) }) else { return }
    newRoles.append(role)
    preview.warnings.append(
      ImportWarning(
        message: "The role “\(role)” is new here. Its hours are counted with: "
          + "\(PayRole.Kind(roleNamed: role).name.lowercased())."))
  }

  private mutating func warnOfAssumedDays() {
    guard kept.members.isEmpty, file.staff.contains(where: { $0.name != nil && $0.from == nil }) else { return }
    preview.warnings.append(
      ImportWarning(
        message:
          "The file does not say since when these people work here. This is the first list, so they are taken to be "
          + "here since \(assumedFrom.words)."))
  }

  private mutating func listMissing() {
    for member in kept.members where rowsByMember[member.id] == nil && member.span.contains(days.known) {
      if file.refusedNames.contains(Folding.fold(member.name)) { continue }
      preview.missing.append(ImportItem(row: nil, id: member.id.text, what: words(member)))
    }
  }

  /// The map prices a role by its holders' pay only where there are three or more, so that no division gives one away.
  private mutating func warnOfFewHolders() {
    guard kept.mayRates else { return }
    var holders: [String: Int] = [:]
    for (member, rates) in kept.pay where rates.contains(where: { $0.span.contains(days.known) }) {
      let role = kept.members.first { $0.id == member }.flatMap { member in self.role(of: member) }
      if let role { holders[Folding.fold(role.name), default: 0] += 1 }
    }
    var names: [String: String] = [:]
    for act in acts {
      switch act {
      case .add(let staff, let role, _) where staff.rate != nil:
        holders[Folding.fold(role), default: 0] += 1
        names[Folding.fold(role)] = role
      case .change(let member, let staff, _, let pay) where pay:
        let role = staff.role ?? self.role(of: member)?.name ?? ""
        if kept.pay[member.id] == nil { holders[Folding.fold(role), default: 0] += 1 }
        names[Folding.fold(role)] = role
      default: break
      }
    }
    for (folded, name) in names.sorted(by: { $0.key < $1.key }) where holders[folded, default: 0] < 3 {
      let count = holders[folded, default: 0]
      preview.warnings.append(
        ImportWarning(
          message:
            "\(count) \(count == 1 ? "person has" : "people have") a rate as “\(name)”. Until three have, maps are "
            + "priced at the role's own rate, so that nobody's pay can be worked out from them."))
    }
  }

  /// `Ruth Lowe, SENCO`.
  private func words(_ member: StaffMember) -> String {
    words(member.name, role(of: member)?.name)
  }

  private func role(of member: StaffMember) -> PayRole? {
    kept.roles.first { $0.id == member.roles.on(days.known) }
  }

  private func words(_ name: String, _ role: String?) -> String {
    [name, role].compactMap(\.self).joined(separator: ", ")
  }

  /// `32 h 30 min`.
  private static func hours(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
