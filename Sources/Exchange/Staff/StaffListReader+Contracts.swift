import Domain

extension StaffListReader {
  /// What a contract costs by the hour worked.
  func contract(
    _ row: inout ImportRow<StaffField>, _ staff: IncomingStaff, _ basis: PayBasis, _ amount: String, from: Day?,
    source: String?
  ) -> StatedRate? {
    guard let pay = Pence(typed: amount), pay.count > 0, pay.count <= 100_000_000 else {
      row.refuse(.rate, "“\(CellReading.short(amount))” is not pay. Write it in pounds, such as 24796 or 12.85.")
      return nil
    }
    let isTeacher = staff.role.map { PayRole.Kind(roleNamed: $0) } == .teacher
    guard let worked = hoursWorked(&row, staff, basis, isTeacher), let year = yearPay(&row, staff, basis, pay),
      let added = added(&row, year, basis, from ?? today, isTeacher)
    else { return nil }
    do {
      let rate = try ContractCost(pay: year + added.pence, hoursWorked: worked.hours).rate()
      guard isPlausible(rate, &row, amount) else { return nil }
      let words =
        (basis == .paidHour ? "\(pay.words) for each paid hour" : "\(pay.words) a year")
        + ", \(worked.words)\(added.words)"
      row.warn(.rate, "\(words), comes to \(rate.roundedWords) worked.")
      return StatedRate(row: row.number, rate: rate, from: from, source: source ?? "Contract: \(words)")
    } catch {
      row.refuse(.rate, error.sentence)
      return nil
    }
  }

  /// The pay of the year, in pence.
  private func yearPay(
    _ row: inout ImportRow<StaffField>, _ staff: IncomingStaff, _ basis: PayBasis, _ pay: Pence
  ) -> Fraction? {
    guard basis == .paidHour else { return Fraction(Int128(pay.count)) }
    guard let paid = row.decimal(.paidWeeks, 1...53) else {
      if row.refused.isEmpty {
        row.refuse(
          payOf: .paidWeeks, "Say for how many weeks of the year this is paid: about 44.4 in term-time contracts.")
      }
      return nil
    }
    guard let minutes = staff.weeklyMinutes else {
      row.refuse(payOf: .hours, "Pay by the paid hour needs the hours a week of the contract.")
      return nil
    }
    return Fraction(Int128(pay.count)) * Fraction(Int128(minutes), 60) * paid
  }

  /// Hours worked in a year: said, or the week's times the weeks worked; of teachers 1,265 where nothing is said.
  private func hoursWorked(
    _ row: inout ImportRow<StaffField>, _ staff: IncomingStaff, _ basis: PayBasis, _ isTeacher: Bool
  ) -> (hours: Fraction, words: String)? {
    let units = row.text(.basisUnits) ?? row.text(.basis)
    if basis != .paidHour, let units, let hours = CellReading.count(units.filter { $0.isNumber || $0 == "." }) {
      guard (1...8784).contains(hours) else {
        row.refuse(payOf: .basisUnits, "A year has between 1 and 8,784 hours of work.")
        return nil
      }
      return (Fraction(Int128(hours)), "\(hours) hours worked in the year")
    }
    if let minutes = staff.weeklyMinutes, let weeks = staff.weeks {
      if isOfFullTime(row) {
        row.refuse(
          .rate,
          "This is pay of full time, and the hours a week may be part of it. Give the pay of the contract itself, or the hours "
            + "of a full year as the basis count.")
        return nil
      }
      return (
        Fraction(Int128(minutes * weeks), 60),
        "\(CellReading.hours(minutes)) in each of \(weeks) weeks worked"
      )
    }
    if isTeacher, basis != .paidHour, staff.weeklyMinutes == nil { return (1265, "1,265 directed hours") }
    row.refuse(
      payOf: staff.weeklyMinutes == nil ? .hours : .weeks,
      "A contract is divided by the hours worked in the year: say the hours a week and the weeks worked.")
    return nil
  }

  /// Whether the pay is that of a full-time post, whatever hours the contract has.
  private func isOfFullTime(_ row: ImportRow<StaffField>) -> Bool {
    let said = [row.column(.rate), row.text(.rate), row.text(.basis)].compactMap(\.self).map(Folding.fold)
    return said.contains { " \($0) ".contains(" fte ") || $0.contains("full time") || $0.contains("whole time") }
  }

  /// What the employer adds in the year: as the row says, else by law and the usual pension.
  private func added(
    _ row: inout ImportRow<StaffField>, _ pay: Fraction, _ basis: PayBasis, _ day: Day, _ isTeacher: Bool
  ) -> (pence: Fraction, words: String)? {
    if basis == .fullCost { return (0, ", on-costs included") }
    let usual = ContractCost.OnCosts.usual(on: day, ofTeacher: isTeacher)
    let contract = ContractCost(pay: pay, hoursWorked: 1, onCosts: usual.costs)
    let pension = onCost(&row, .pension, of: pay)
    let insurance = onCost(&row, .insurance, of: pay)
    if !row.refused.isEmpty { return nil }
    let sum = (pension ?? pay * usual.costs.pension) + (insurance ?? contract.insurance)
    if pension != nil, insurance != nil { return (sum, ", with the pension and National Insurance of the file") }
    let words = [
      insurance == nil ? usual.insurance : "the National Insurance of the file",
      pension == nil ? usual.pension : "the pension of the file",
    ]
    return (sum, ", with \(words.joined(separator: ", "))")
  }

  /// A year's amount, `4221.99`, or a part of pay, `20%`.
  private func onCost(_ row: inout ImportRow<StaffField>, _ field: StaffField, of pay: Fraction) -> Fraction? {
    row.read(
      field,
      { text in
        if text.hasSuffix("%") { return CellReading.decimal(String(text.dropLast())).map { pay * $0 / 100 } }
        return Pence(typed: text).map { Fraction(Int128($0.count)) }
      }
    ) { "“\($0)” is neither an amount in pounds a year nor a part of pay such as 20%." }
  }
}

extension ImportRow where Field == StaffField {
  fileprivate mutating func decimal(_ field: StaffField, _ range: ClosedRange<Int>) -> Fraction? {
    read(
      field,
      { text in
        CellReading.decimal(text).flatMap {
          let bounds = Int128(range.lowerBound) * $0.denominator...Int128(range.upperBound) * $0.denominator
          return bounds.contains($0.numerator) ? $0 : nil
        }
      }
    ) { "“\($0)” is not a number from \(range.lowerBound) to \(range.upperBound)." }
  }
}
