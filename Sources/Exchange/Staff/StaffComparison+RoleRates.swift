import Domain
import Store

extension StaffComparison {
  /// A row without a name: the rate of its role.
  mutating func compareRoleRate(_ staff: IncomingStaff) {
    guard kept.mayRates, let name = staff.role, let stated = staff.rates.first else { return }
    let rate = stated.rate
    let role = kept.role(name)
    let rates = role.flatMap { kept.roleRates[$0.id] } ?? []
    let from = roleRateFrom(stated, rates)
    let old = rates.first { $0.span.contains(from) }
    let what = "\(role?.name ?? name) (the role's rate)"
    let givingWay = givingWay(to: from, rates, ofRoleNamed: name)
    let isKept = old?.rate == rate && old?.isReference == false
    if isKept, givingWay.isEmpty {
      preview.unchanged.append(ImportItem(row: staff.row, id: role?.id.text, what: what))
      return
    }
    if role == nil { note(name) }
    warn(of: givingWay, row: staff.row, role?.name ?? name)
    let change = FieldChange(
      StaffField.rate.title, from: (isKept ? givingWay.first : old)?.rate.words, to: rate.words,
      begins: (isKept ? givingWay.first?.span.from ?? from : from).iso)
    let item = ImportItem(row: staff.row, id: role?.id.text, what: what, changes: [change])
    if role == nil { preview.new.append(item) } else { preview.changed.append(item) }
    add(.setRoleRate(stated, role: name, from: from))
  }

  /// The school's first own rate of a role counts for its whole year: until now there was none, or a reference rate.
  private func roleRateFrom(_ stated: StatedRate, _ kept: [Rates.KeptRate]) -> Day {
    from(stated, firstSince: kept.allSatisfy(\.isReference) ? days.yearStart : nil)
  }

  /// The reference rates in whose place the school's own rate from `day` on will stand, until the next own one: of those
  /// that are kept, or of the file.
  private func givingWay(to day: Day, _ kept: [Rates.KeptRate], ofRoleNamed name: String) -> [Rates.KeptRate] {
    let next = file.staff.filter { $0.name == nil && $0.role.map(role) == role(name) }.flatMap(\.rates)
      .map { roleRateFrom($0, kept) }.filter { $0 > day }.min()
    return Rates.KeptRate.meeting(day, among: kept).givingWay.filter { $0.span.from < next ?? $0.span.from.next }
  }

  private func role(_ name: String) -> String { Folding.fold(kept.role(name)?.name ?? name) }

  private mutating func warn(of givingWay: [Rates.KeptRate], row: Int, _ role: String) {
    guard !givingWay.isEmpty else { return }
    let days = givingWay.map(\.span.from.words).joined(separator: ", ")
    preview.warnings.append(
      ImportWarning(
        row: row, column: file.column(.rate),
        message:
          "The school's own rate of “\(role)” stands in the place of the reference "
          + "\(givingWay.count == 1 ? "rate" : "rates") from \(days) too, until the school's next own rate."))
  }
}
