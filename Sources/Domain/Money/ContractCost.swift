/// What an hour that somebody works costs the school: pay, employer's pension and employer's National Insurance of the
/// year's contract, divided by the hours *worked* in the year. Never by the hours paid: term-time staff are paid for about
/// 44.4 weeks and work 39.
///
/// On-costs are amounts and no flat percentage, since the threshold of National Insurance makes them fall with the hours
/// of a contract.
package struct ContractCost: Hashable, Sendable {
  /// Pay of the year, in pence.
  package let pay: Fraction
  package let hoursWorked: Fraction
  package let onCosts: OnCosts

  /// What an employer adds to pay in a year; dated, since budgets change it.
  package struct OnCosts: Hashable, Sendable {
    /// National Insurance as a part of pay above the threshold, as 15/100.
    package let insurance: Fraction
    /// Secondary threshold of a year.
    package let threshold: Pence
    /// The employer's pension contribution as a part of pay, as 2868/10000.
    package let pension: Fraction

    package init(insurance: Fraction, threshold: Pence, pension: Fraction) {
      self.insurance = insurance
      self.threshold = threshold
      self.pension = pension
    }

    /// Where they are in the pay already.
    package static let none = OnCosts(insurance: 0, threshold: .zero, pension: 0)

    /// Those of `day` where nobody says others, with their words: National Insurance by law; the pension of the teachers'
    /// scheme, or 20 % as an example of local government, where each fund has its own.
    package static func usual(
      on day: Day, ofTeacher: Bool
    ) -> (costs: OnCosts, insurance: String, pension: String) {
      PayScales.onCosts(day, ofTeacher: ofTeacher)
    }
  }

  /// A salary for a year's hours, as a teacher's for 1,265 directed hours.
  package init(salary: Pence, hoursWorked: Fraction, onCosts: OnCosts) {
    pay = Fraction(Int128(salary.count))
    self.hoursWorked = hoursWorked
    self.onCosts = onCosts
  }

  /// A contract by the hour: so many hours in each of the weeks worked, with pay for the paid weeks.
  package init(hourly: Pence, weeklyHours: Fraction, paidWeeks: Fraction, weeksWorked: Fraction, onCosts: OnCosts) {
    pay = Fraction(Int128(hourly.count)) * weeklyHours * paidWeeks
    hoursWorked = weeklyHours * weeksWorked
    self.onCosts = onCosts
  }

  /// Pay of a year, in pence, as it was reckoned.
  package init(pay: Fraction, hoursWorked: Fraction, onCosts: OnCosts = .none) {
    self.pay = pay
    self.hoursWorked = hoursWorked
    self.onCosts = onCosts
  }

  /// By the hour worked, rounded once to a hundredth of a penny. Refuses what is no rate.
  package func rate() throws(Refusal) -> Rate {
    guard pay.numerator >= 0, hoursWorked.numerator > 0 else {
      throw .invalid("A contract has pay and hours of work.", field: "hours")
    }
    let total = pay + pay * onCosts.pension + insurance
    return try Rate((total * 100 / hoursWorked).roundedHalfUp, .hour)
  }

  /// Employer's National Insurance of the year, in pence.
  package var insurance: Fraction {
    let above = pay - Fraction(Int128(onCosts.threshold.count))
    return above.numerator > 0 ? above * onCosts.insurance : 0
  }
}
