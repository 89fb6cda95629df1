import Components
import Domain
import Markup

/// A contract as it is typed: pay by the hour or by the year, hours, weeks, on-costs.
struct ContractForm: Sendable {
  var kind = "hourly"
  var hourly = ""
  var weeklyHours = ""
  var paidWeeks = "44.4"
  var weeksWorked = "39"
  var salary = ""
  var yearHours = "1265"
  /// Of 2025/26 on: 15 % above £5,000. They change with budgets, so they stand in the form to be seen and changed.
  var insurance = "15"
  var threshold = "5000"
  /// Of local government as an example, since each fund has its own; teachers' is 28.68.
  var pension = "20"

  init() {}

  init(_ sent: SentForm) {
    kind = sent.typed("kind")
    hourly = sent.typed("hourly")
    weeklyHours = sent.typed("weekly-hours")
    paidWeeks = sent.typed("paid-weeks")
    weeksWorked = sent.typed("weeks-worked")
    salary = sent.typed("salary")
    yearHours = sent.typed("year-hours")
    insurance = sent.typed("insurance")
    threshold = sent.typed("threshold")
    pension = sent.typed("pension")
  }

  var isSalary: Bool { kind == "salary" }

  /// What was typed, or everything that cannot be taken.
  func contract() throws -> ContractCost {
    var refusals = Refusals()
    let onCosts = try? onCosts(&refusals)
    var contract: ContractCost?
    if isSalary {
      let pay = refusals.pence(salary, at: "salary", "the pay of a year", most: 1_000_000)
      let hours = refusals.decimal(yearHours, at: "year-hours", "the hours of the year", 1...8784)
      if let pay, let hours, let onCosts { contract = ContractCost(salary: pay, hoursWorked: hours, onCosts: onCosts) }
    } else {
      let pay = refusals.pence(hourly, at: "hourly", "the pay of an hour", most: 1_000)
      let hours = refusals.decimal(weeklyHours, at: "weekly-hours", "the hours of a week", 1...60)
      let paid = refusals.decimal(paidWeeks, at: "paid-weeks", "the weeks paid", 1...53)
      let worked = refusals.decimal(weeksWorked, at: "weeks-worked", "the weeks worked", 1...53)
      if let pay, let hours, let paid, let worked, let onCosts {
        contract = ContractCost(
          hourly: pay, weeklyHours: hours, paidWeeks: paid, weeksWorked: worked, onCosts: onCosts)
      }
    }
    try refusals.throwIfAny()
    guard let contract else { throw refusals }
    return contract
  }

  /// Where the rate comes from, to be kept with it.
  var source: String {
    let work =
      isSalary
      ? "\(salary) a year for \(yearHours) hours"
      : "\(hourly) an hour, \(weeklyHours) hours a week, \(paidWeeks) weeks paid, \(weeksWorked) worked"
    return "Contract: \(work); National Insurance \(insurance)% above £\(threshold), pension \(pension)%"
  }

  private func onCosts(_ refusals: inout Refusals) throws -> ContractCost.OnCosts {
    let rate = refusals.decimal(insurance, at: "insurance", "National Insurance in per cent", 0...100)
    let above = refusals.pence(threshold, at: "threshold", "the threshold of a year", most: 1_000_000)
    let part = refusals.decimal(pension, at: "pension", "the employer’s pension in per cent", 0...100)
    guard let rate, let above, let part else { throw refusals }
    return ContractCost.OnCosts(insurance: rate / 100, threshold: above, pension: part / 100)
  }
}

extension ContractForm {
  func fields(_ refusals: Refusals) -> HTML {
    func number(_ name: String, _ label: String, _ value: String, _ unit: String, hint: String? = nil) -> HTML {
      NumberInput(Field(name, label, hint: hint, error: refusals[name]), value: value, unit: unit).html
    }
    return """
      \(Radios(
        Field("kind", "How it is paid", error: refusals["kind"]),
        [Choice("hourly", "By the hour, term time"), Choice("salary", "A salary for the hours of a year")],
        selected: kind))\
      \(Fieldset(
        "Paid by the hour", hint: "Term-time staff are paid for more weeks than they work: holidays are in it.",
        body: """
          <div class="side-by-side">\(MoneyInput(Field("hourly", "Pay in pounds", hint: "Such as 12.85", error: refusals["hourly"]), value: hourly, per: "an hour"))\
          \(number("weekly-hours", "Hours a week", weeklyHours, "hours"))</div>\
          <div class="side-by-side">\(number("paid-weeks", "Weeks paid", paidWeeks, "weeks", hint: "As payroll has it."))\
          \(number("weeks-worked", "Weeks worked", weeksWorked, "weeks", hint: "38 of teaching and training days."))</div>
          """))\
      \(Fieldset(
        "Paid a salary",
        body: """
          <div class="side-by-side">\(MoneyInput(Field("salary", "Pay in pounds", error: refusals["salary"]), value: salary, per: "a year"))\
          \(number("year-hours", "Hours of the year", yearHours, "hours", hint: "1,265 directed hours for teachers."))</div>
          """))\
      \(Fieldset(
        "What the employer adds", hint: "As amounts, since the threshold makes them fall with the hours of a contract.",
        body: """
          <div class="side-by-side">\(number("insurance", "National Insurance", insurance, "%"))\
          \(MoneyInput(Field("threshold", "On pay above", error: refusals["threshold"]), value: threshold, per: "a year"))</div>\
          \(number("pension", "Employer’s pension", pension, "%", hint: "Your fund’s own rate; 28.68 for teachers."))
          """))
      """
  }

  /// The working: what the year costs, divided by the hours worked.
  func working(_ contract: ContractCost, _ rate: Rate) -> CostWorking {
    func pence(_ amount: Fraction) -> String { Pence(amount.roundedHalfUp).words }
    let pension = contract.pay * contract.onCosts.pension
    return CostWorking(
      "What an hour that is worked costs",
      lines: [
        .init(
          "Pay of the year",
          working: isSalary ? nil : "\(hourly) × \(weeklyHours) hours × \(paidWeeks) weeks paid", pence(contract.pay)),
        .init(
          "Employer’s National Insurance", working: "\(insurance)% of what is above £\(threshold)",
          pence(contract.insurance)),
        .init(
          "Employer’s pension", working: "\(pension.numerator == 0 ? "none" : "\(self.pension)% of pay")",
          pence(pension)),
        .init("All that the year costs", pence(contract.pay + contract.insurance + pension)),
        .init(
          "Hours worked",
          working: isSalary ? "of the year" : "\(weeklyHours) hours × \(weeksWorked) weeks worked",
          "÷ \(ContractForm.words(contract.hoursWorked))"),
      ], total: .init("An hour", rate.words),
      notes: ["Divided by hours worked, never by hours paid: holidays are paid and nobody is taught in them."])
  }

  private static func words(_ hours: Fraction) -> String {
    let hundredths = (hours * 100).roundedHalfUp
    let rest = hundredths % 100
    return rest == 0 ? "\(hundredths / 100) h" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) h"
  }
}

extension Refusals {
  /// An amount in pounds, above nothing unless it may be none; nil, and a sentence at its field, where it is no amount.
  fileprivate mutating func pence(_ typed: String, at field: String, _ what: String, most pounds: Int) -> Pence? {
    guard let pence = Pence(typed: typed), pence.count <= pounds * 100, !typed.allSatisfy(\.isWhitespace) else {
      add("Enter \(what) in pounds, such as 12.85.", field: field)
      return nil
    }
    return pence
  }

  /// A decimal number, exactly; nil, and a sentence at its field, where it is none or lies outside.
  fileprivate mutating func decimal(
    _ typed: String, at field: String, _ what: String, _ bounds: ClosedRange<Int>
  ) -> Fraction? {
    let text = typed.filter { !$0.isWhitespace && $0 != "," && $0 != "%" }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard (1...2).contains(parts.count), !digits.isEmpty, digits.count <= 9,
      digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int128(digits)
    else {
      add("Enter \(what) as a number, such as 39 or 44.4.", field: field)
      return nil
    }
    let scale = (parts.count == 2 ? parts[1] : "").reduce(Int128(1)) { scale, _ in scale * 10 }
    guard number >= Int128(bounds.lowerBound) * scale, number <= Int128(bounds.upperBound) * scale else {
      add("Check \(what): it is between \(bounds.lowerBound) and \(bounds.upperBound).", field: field)
      return nil
    }
    return Fraction(number, scale)
  }
}
