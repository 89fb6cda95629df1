/// The published pay that the reference rates are computed from, with what is assumed about hours and on-costs.
///
/// Sources: National Joint Council pay from 1 April 2024 and 2025 (hourly, 37 hours); School Teachers' Pay and Conditions
/// from September 2024 and 2025, England outside London; NHS Agenda for Change from April 2024 and 2025. Employer's
/// National Insurance: 13.8 % above £9,100, from April 2025 15 % above £5,000 (counted from the 1st, not the 6th).
/// Pensions: teachers 28.68 %, NHS 14.38 % collected, local government 20 % as an example, since each fund has its own.
enum PayScales {
  struct Contract: Sendable {
    let work: ReferenceRate.Work
    let from: Day
    let cost: ContractCost
    let source: String
  }

  static let contracts = support + teaching + health

  // MARK: Support staff: paid for 44.4 weeks, 39 worked, 37 hours

  private static let support: [Contract] = [
    support(.teachingAssistant, 2024, "SCP 3", 1245),
    support(.teachingAssistant, 2025, "SCP 3", 1285),
    support(.higherLevelTeachingAssistant, 2024, "the middle of SCP 9 to 12", 1402),
    support(.higherLevelTeachingAssistant, 2025, "the middle of SCP 9 to 12", 1447),
    support(.learningMentor, 2024, "SCP 9, the middle of 7 to 11", 1369),
    support(.learningMentor, 2025, "SCP 9, the middle of 7 to 11", 1413),
    support(.lunchtimeSupervisor, 2024, "SCP 2", 1226),
    support(.lunchtimeSupervisor, 2025, "SCP 2", 1265),
    // SCP 2 was taken out of the scale on 1 April 2026.
    support(.lunchtimeSupervisor, 2026, "SCP 3", 1285, payOf: 2025),
  ]

  private static func support(
    _ work: ReferenceRate.Work, _ year: Int, _ point: String, _ hourly: Pence, payOf payYear: Int? = nil
  ) -> Contract {
    let from = Day(year, 4, 1)!
    let paidFrom = Day(payYear ?? year, 4, 1)!
    return Contract(
      work: work, from: from,
      cost: ContractCost(
        hourly: hourly, weeklyHours: 37, paidWeeks: Fraction(444, 10), weeksWorked: 39,
        onCosts: onCosts(from, pension: Fraction(20, 100))),
      source:
        "NJC pay from \(paidFrom.words), \(point): \(hourly.words) an hour for 37 hours, 44.4 paid weeks and 39 worked, "
        + "\(insuranceWords(from)), pension 20%")
  }

  // MARK: Teachers: 1,265 directed hours

  private static let teaching: [Contract] = [
    (ReferenceRate.Work.teacher, "M6", 43_607, 45_352), (.senco, "U3", 49_084, 51_048),
    (.seniorLeader, "L1", 49_781, 51_773),
  ].flatMap { work, point, from2024, from2025 in
    [
      teacher(work, point, Day(2024, 9, 1)!, salary: from2024, of: 2024),
      teacher(work, point, Day(2025, 4, 1)!, salary: from2024, of: 2024),
      teacher(work, point, Day(2025, 9, 1)!, salary: from2025, of: 2025),
    ]
  }

  private static func teacher(
    _ work: ReferenceRate.Work, _ point: String, _ from: Day, salary pounds: Int, of year: Int
  ) -> Contract {
    Contract(
      work: work, from: from,
      cost: ContractCost(
        salary: Pence(pounds * 100), hoursWorked: 1265, onCosts: onCosts(from, pension: Fraction(2868, 10_000))),
      source: "Teachers' pay from September \(year), \(point): £\(pounds.grouped) for 1,265 directed hours, "
        + "\(insuranceWords(from)), pension 28.68%")
  }

  // MARK: Health: 1,560 working hours

  private static let health: [Contract] = [
    health(.therapist, 2024, "band 6, middle", salary: Pence(39_405_00)),
    health(.therapist, 2025, "band 6, middle", salary: Pence(40_823_00)),
    health(.therapyAssistant, 2024, "middle of band 4", salary: Pence(27_822_00)),
    health(.therapyAssistant, 2025, "middle of band 4", salary: Pence(28_823_50)),
  ]

  private static func health(
    _ work: ReferenceRate.Work, _ year: Int, _ point: String, salary: Pence
  ) -> Contract {
    let from = Day(year, 4, 1)!
    return Contract(
      work: work, from: from,
      cost: ContractCost(salary: salary, hoursWorked: 1560, onCosts: onCosts(from, pension: Fraction(1438, 10_000))),
      source: "Agenda for Change from \(from.words), \(point): \(salary.words) for 1,560 working hours (assumed), "
        + "\(insuranceWords(from)), pension 14.38%")
  }

  // MARK: On-costs

  /// What an employer adds on a day where a contract does not say: National Insurance by law, and the pension of the
  /// teachers' scheme or, as an example, of local government.
  static func onCosts(_ day: Day, ofTeacher: Bool) -> (costs: ContractCost.OnCosts, insurance: String, pension: String)
  {
    let pension = ofTeacher ? Fraction(2868, 10_000) : Fraction(20, 100)
    return (onCosts(day, pension: pension), insuranceWords(day), "pension \(ofTeacher ? "28.68%" : "20%")")
  }

  private static let insuranceChange = Day(2025, 4, 1)!

  private static func onCosts(_ day: Day, pension: Fraction) -> ContractCost.OnCosts {
    day < insuranceChange
      ? ContractCost.OnCosts(insurance: Fraction(138, 1000), threshold: 9_100_00, pension: pension)
      : ContractCost.OnCosts(insurance: Fraction(15, 100), threshold: 5_000_00, pension: pension)
  }

  private static func insuranceWords(_ day: Day) -> String {
    day < insuranceChange ? "National Insurance 13.8% above £9,100" : "National Insurance 15% above £5,000"
  }
}
