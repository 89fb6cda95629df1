import Domain

extension StaffListReader {
  /// The rate of a row; nil where it has none, or one that cannot be taken, which is refused.
  func rate(_ row: inout ImportRow<StaffField>, _ staff: IncomingStaff) -> StatedRate? {
    let from = row.day(.rateFrom)
    do { if let from { try Rate.check(from: from, today: today) } } catch { row.refuse(.rateFrom, error.sentence) }
    let source = row.text(.source).map { String(CellReading.words($0).prefix(200)) }
    guard let text = row.text(.rate) else { return nil }
    let cell = PayCell(text)
    let units = row.text(.basisUnits).map { text in CellReading.count(text).map(String.init) ?? text }
    let words = [row.text(.basis) ?? cell.basis, units].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    let unsaid: PayBasis = Folding.fold(row.column(.rate)).contains("salary") ? .salary : .rate(.hour)
    guard let basis = words.isEmpty ? unsaid : PayBasis(typed: words) else {
      if row.text(.basis) == nil {
        row.refuse(
          .rate,
          "“\(CellReading.short(text))” is not a rate. Write an amount such as 16.20, or with what it is for: 16.20 per hour."
        )
      } else {
        row.refuse(payOf: .basis, Self.unknownBasis(words))
      }
      return nil
    }
    // Both columns may say it; then they say the same.
    if row.text(.basis) != nil, !cell.basis.isEmpty, PayBasis(typed: cell.basis) != basis {
      row.refuse(.rate, "“\(CellReading.short(text))” and “\(CellReading.short(words))” do not say the same.")
      return nil
    }
    switch basis {
    case .rate(let basis):
      do {
        let rate = try Rate(typed: cell.amount, basis)
        guard isPlausible(rate, &row, text) else { return nil }
        return StatedRate(row: row.number, rate: rate, from: from, source: source)
      } catch {
        row.refuse(.rate, "“\(CellReading.short(text))” is not a rate. \(error.sentence)")
        return nil
      }
    case .salary, .fullCost, .paidHour:
      return contract(&row, staff, basis, cell.amount, from: from, source: source)
    }
  }

  /// Refuses what no hour can cost, and points out what is much or little for one. Nothing may be what volunteers cost.
  func isPlausible(_ rate: Rate, _ row: inout ImportRow<StaffField>, _ text: String) -> Bool {
    let hour = rate.perHour.roundedHalfUp
    let isHourly = rate.basis == .hour
    let comes = isHourly ? rate.words : "\(rate.words), which comes to \(rate.hourlyWords),"
    if hour > 0, !Rate.costOfAnHour.contains(hour) {
      row.refuse(
        .rate,
        "“\(CellReading.short(text))” would be \(comes)\(isHourly ? "," : "") and an hour costs between £1 and £1,000. Check the amount, and "
          + "what it is for.")
      return false
    }
    if hour == 0 {
      row.warn(.rate, "\(rate.words) is nothing: what this work does will cost nothing.")
    } else if hour < Self.usual.lowerBound {
      row.warn(.rate, "\(comes) is little for one hour. Check the amount, and what it is for.")
    } else if hour > Self.usual.upperBound {
      row.warn(.rate, "\(comes) is much for one hour. Check the amount, and what it is for.")
    }
    return true
  }

  /// £5 to £200 an hour: below stands no wage, above nobody whom a school pays by the hour, so the basis may be another.
  private static let usual = 50_000...2_000_000

  private static func unknownBasis(_ words: String) -> String {
    let folded = words.lowercased()
    if folded.contains("week") { return "Say of how many weeks this weekly hour is: weekly hour of 38 weeks." }
    if folded.contains("annual") || folded.contains("directed") {
      return "Say of how many hours in the year this is the amount: annual hour of 1265."
    }
    return
      "“\(CellReading.short(words))” is not what a rate is for. Write hour, minute, weekly hour of 38 weeks, annual "
      + "hour of 1265, salary, salary with on-costs, or paid hour."
  }
}

extension ImportRow where Field == StaffField {
  /// Under the file's own heading: where it has no such column, the one of the rate that would need it.
  mutating func refuse(payOf field: StaffField, _ message: String) {
    refuse(has(field) ? field : .rate, message)
  }
}
