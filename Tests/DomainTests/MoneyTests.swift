import Domain
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (123456, "£1,234.56"), (7, "£0.07"), (0, "£0.00"), (-300, "−£3.00"), (100_000_000, "£1,000,000.00"),
  ])
  func `pence in words`(pence: Int, words: String) {
    #expect(Pence(pence).words == words)
  }

  @Test func `pence to the pound and as files have them`() {
    #expect(Pence(123450).roundedWords == "£1,235")
    #expect(Pence(123449).roundedWords == "£1,234")
    #expect(Pence(-40).roundedWords == "£0")
    #expect(Pence(-1205).decimalText == "-12.05")
    #expect([Pence(5), 7, 30].sum == 42)
  }

  @Test(arguments: [
    ("17.20", 1720), ("17.2", 1720), ("£1,234", 123400), ("12p", 12), (" £ 3.05 ", 305), (".5", 50), ("0", 0),
    ("1,234,567.89", 123_456_789), ("5.100", 510),
  ])
  func `amounts as people type them`(text: String, pence: Int) {
    #expect(Pence(typed: text) == Pence(pence))
  }

  @Test(arguments: [
    "", "£", ".", "1,23", "12,3456", "1.234", "-5", "12.5p", "£12p", "five", "1.2.3", "1e3", "٣", "9999999999999", ",",
    "5.",
  ])
  func `what is no amount is not read`(text: String) {
    #expect(Pence(typed: text) == nil)
  }

  @Test(arguments: [
    ("1", RateBasis.hour, true), ("0.9999", .hour, false), ("0", .hour, true), ("1000", .hour, true),
    ("1000.0001", .hour, false), ("0.0167", .minute, true), ("0.0166", .minute, false), ("16.6666", .minute, true),
    ("17", .minute, false), ("38", .weeklyHour(weeks: 38), true), ("37.99", .weeklyHour(weeks: 38), false),
    ("38000.01", .weeklyHour(weeks: 38), false), ("1265", .annualHour(hours: 1265), true),
    ("999999", .annualHour(hours: 1265), true), ("1264", .annualHour(hours: 1265), false),
  ])
  func `an hour of work costs between one pound and a thousand, by whatever basis`(
    amount: String, basis: RateBasis, isTaken: Bool
  ) throws {
    let rate = try Rate(typed: amount, basis)
    if isTaken {
      #expect(try rate.checkedAsWork() == rate)
    } else {
      #expect(throws: Refusal.self) { try rate.checkedAsWork() }
    }
  }

  @Test func `a rate that no work costs is refused with what it comes to`() throws {
    let sentence =
      "An hour of work costs between £1 and £1,000, or nothing where volunteers do it. Check the amount, and what it is for: this is"
    #expect(throws: Refusal.invalid("\(sentence) £0.50 an hour.", field: "rate")) {
      try Sample.rate("0.50").checkedAsWork()
    }
    #expect(throws: Refusal.invalid("\(sentence) £20.00 a minute, which comes to £1,200.00 an hour.", field: "rate")) {
      try Sample.rate("20", .minute).checkedAsWork()
    }
  }

  @Test(arguments: [
    ("1999-12-31", false), ("2000-01-01", true), ("2026-11-21", true), ("2028-11-21", true), ("2028-11-22", false),
    ("2099-12-01", false),
  ])
  func `a rate holds from a day since 2000 and at most two years ahead`(iso: String, isTaken: Bool) {
    let day = Sample.day(iso)
    if isTaken {
      #expect(throws: Never.self) { try Rate.check(from: day, today: Sample.day("2026-11-21")) }
    } else {
      #expect(throws: Refusal.self) { try Rate.check(from: day, today: Sample.day("2026-11-21")) }
    }
  }

  @Test func `rates are exact by the hour`() {
    #expect(Sample.rate("655", .weeklyHour(weeks: 38)).perHour == Fraction(6_550_000, 38))
    #expect(Sample.rate("0.30", .minute).perHour == 180_000)
    #expect(Sample.rate("28.7p", .minute).hundredthsOfAPenny == 2870)
    #expect(Sample.rate("64411", .annualHour(hours: 1265)).perHour == Fraction(644_110_000, 1265))
  }

  @Test func `rates in words`() {
    #expect(Sample.rate("17.2").words == "£17.20 an hour")
    #expect(Sample.rate("19.2297").words == "£19.2297 an hour")
    #expect(Sample.rate("19.2297").roundedWords == "£19.23 an hour")
    #expect(Sample.rate("655", .weeklyHour(weeks: 38)).words == "£655.00 for a weekly hour of 38 weeks")
    #expect(Sample.rate("655", .weeklyHour(weeks: 38)).hourlyWords == "£17.24 an hour")
    #expect(Sample.rate("64411", .annualHour(hours: 1265)).words == "£64,411.00 a year for 1,265 hours")
  }

  @Test func `a rate that is none is refused with a sentence`() {
    #expect(throws: Refusal.invalid("Write the rate in pounds, such as 17.20.", field: "rate")) {
      try Rate(typed: "lots", .hour)
    }
    #expect(throws: Refusal.self) { try Rate(-1, .hour) }
    #expect(throws: Refusal.self) { try Rate(172_000, .weeklyHour(weeks: 0)) }
    #expect(throws: Refusal.self) { try Rate(172_000, .annualHour(hours: 10_000)) }
  }

  @Test(arguments: [
    ("hour", RateBasis.hour), ("Per hour", .hour), ("hourly", .hour), ("per minute", .minute),
    ("weekly hour (38 weeks)", .weeklyHour(weeks: 38)), ("annual hour of 1,265 hours", .annualHour(hours: 1265)),
  ])
  func `a basis as files have it`(text: String, basis: RateBasis) {
    #expect(RateBasis(typed: text) == basis)
    #expect(RateBasis(code: basis.code, units: basis.units) == basis)
  }

  @Test func `a weekly hour needs its weeks`() {
    #expect(RateBasis(typed: "weekly hour") == nil)
    #expect(RateBasis(code: "weekly-hour", units: nil) == nil)
    #expect(RateBasis(typed: "per child") == nil)
  }

  @Test func `shares of an adult's time`() throws {
    #expect(try TimeShare(typed: "50%") == TimeShare(1, 2))
    #expect(try TimeShare(typed: "1/3").words == "1/3")
    #expect(try TimeShare(typed: "all") == .whole)
    for text in ["0", "3/2", "1/0", "", "110%"] { #expect(throws: Refusal.self) { try TimeShare(typed: text) } }
  }

  @Test func `a division by weight gives what is left over to the parts that lost most, then by order`() {
    #expect(4013.divided(by: [1, 1, 1, 1]) == [1004, 1003, 1003, 1003])
    #expect(100.divided(by: [3, 3, 1]) == [43, 43, 14])
    #expect(10.divided(by: [1, 2, 1]) == [3, 5, 2])
    #expect(1.divided(by: [1, 2, 2]) == [0, 1, 0])
    #expect(5.divided(by: []) == [])
    #expect(0.divided(by: [2, 1]) == [0, 0])
  }

  @Test func `T9: SCP 3 on a term-time contract costs £19.23 for each hour worked`() throws {
    let onCosts = ContractCost.OnCosts(insurance: Fraction(15, 100), threshold: 500_000, pension: Fraction(20, 100))
    let contract = ContractCost(
      hourly: 1285, weeklyHours: 37, paidWeeks: Fraction(444, 10), weeksWorked: 39, onCosts: onCosts)
    #expect(try contract.rate().roundedWords == "£19.23 an hour")
    #expect(try contract.rate().hundredthsOfAPenny == 192_297)
  }

  @Test func `T9: on-costs fall with the hours of a contract, since National Insurance has a threshold`() throws {
    let onCosts = ContractCost.OnCosts(insurance: Fraction(15, 100), threshold: 500_000, pension: Fraction(20, 100))
    let short = ContractCost(
      hourly: 1285, weeklyHours: 5, paidWeeks: Fraction(444, 10), weeksWorked: 39, onCosts: onCosts)
    #expect(try short.rate().roundedWords == "£17.56 an hour")
  }

  @Test func `a teacher on M6 costs £50.92 a directed hour`() throws {
    let onCosts = ContractCost.OnCosts(
      insurance: Fraction(15, 100), threshold: 500_000, pension: Fraction(2868, 10_000))
    let contract = ContractCost(salary: 4_535_200, hoursWorked: 1265, onCosts: onCosts)
    #expect(try contract.rate().roundedWords == "£50.92 an hour")
  }

  @Test func `a contract without hours is refused`() {
    let onCosts = ContractCost.OnCosts(insurance: 0, threshold: 0, pension: 0)
    #expect(throws: Refusal.self) { try ContractCost(salary: 100, hoursWorked: 0, onCosts: onCosts).rate() }
  }

  @Test func `reference rates are computed from published pay, dated, and leave no day out`() {
    func words(_ work: ReferenceRate.Work, on day: String) -> String? {
      ReferenceRate.dated(work).first { $0.span.contains(Sample.day(day)) }?.rate.rate.roundedWords
    }
    #expect(words(.teachingAssistant, on: "2026-11-21") == "£19.23 an hour")
    #expect(words(.teacher, on: "2026-11-21") == "£50.92 an hour")
    #expect(words(.therapist, on: "2026-11-21") == "£33.38 an hour")
    #expect(words(.teacher, on: "2025-08-31") == "£48.94 an hour")
    for work in ReferenceRate.Work.allCases {
      #expect(words(work, on: "2024-09-01") != nil)
      #expect(ReferenceRate.dated(work).last?.span.until == nil)
    }
    #expect(ReferenceRate.all.allSatisfy { $0.source.contains("National Insurance") })
  }
}
