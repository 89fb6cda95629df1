import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// What work costs: for finance alone, and the head teacher to read.
@Suite struct RatesPagesTests {
  private let school = SampleSchool.ashfieldPrimary
  private let rates = "/schools/900001/rates"
  private var assistants: String { "\(rates)/roles/\(school.assistantPay.text)" }
  private var dawn: String { "\(rates)/staff/\(school.person(.teachingAssistant).staffMember!.text)" }

  @Test(arguments: Engine.all) func `finance sees each role's price and why, and confirms it`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .finance)
    var page = try await browser.open(rates)
    #expect(page.markup["problems"] == nil && page.says("2 roles are priced at reference rates."))
    #expect(
      page.table("Roles with people in them")[2] == [
        "Teaching assistant", "£17.20 an hour", "Reference rate Role rate from 1 September 2025: An invented rate", "1",
      ])
    page = try await browser.press("Confirm all 2 as ours")
    #expect(page.done == "Confirmed as the school’s own." && !page.says("Reference rate"))
  }

  @Test(arguments: Engine.all) func `a rate is previewed in words, refused with everything typed, and set`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .finance)
    try await browser.open(assistants)
    var page = try await browser.submit(assistants, ["rate": "about 20", "from": "soon", "source": "Payroll"])
    #expect(page.status == 422)
    #expect(
      page.problems == [
        "Write the rate in pounds, such as 17.20.",
        "“soon” is no day that we know. Enter the first day like 2 September 2026.",
      ])
    #expect(page.value("rate") == "about 20" && page.value("source") == "Payroll")
    page = try await browser.submit(
      assistants, ["rate": "655", "basis": "weekly-hour", "weeks": "0", "from": "1 April 2026"])
    #expect(page.problems == ["A year has between 1 and 53 weeks of work."])
    page = try await browser.submit(assistants, ["weeks": "38"], pressing: "Show what it comes to")
    #expect(page.status == 200 && page.says("Nothing is saved yet."))
    #expect(page.says("£655.00 for a weekly hour of 38 weeks ÷ 38 = £17.2368 an hour"))
    #expect(page.says("An hour a week for 38 weeks comes to £655.00."))
    #expect(page.says("It holds from 1 April 2026 on.") && page.says("Sessions since 1 April 2026 are priced anew"))
    #expect(page.value("rate") == "655" && page.value("source") == "Payroll")
    page = try await browser.submit(assistants, pressing: "Save")
    #expect(page.done?.hasPrefix("Saved. Sessions since its first day are priced anew") == true)
    let history = page.table("Rates of Teaching assistant by day")
    #expect(history[1][0] == "from 1 April 2026 Today" && history[1][2] == "£17.24 an hour")
    #expect(history[2][0] == "1 September 2025 to 31 March 2026 Reference rate")
  }

  @Test(arguments: [
    ("0.50", "1/4/2026", "rate"), ("999,999", "1/4/2026", "rate"), ("17.20", "1/12/1900", "from"),
    ("17.20", "1/12/2099", "from"),
  ])
  func `a rate without sense is refused at its field, whether it is saved or only looked at`(
    rate: String, from: String, field: String
  ) async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .finance)
    for button in ["Save", "Show what it comes to"] {
      try await browser.open(assistants)
      let page = try await browser.submit(assistants, ["rate": rate, "from": from], pressing: button)
      #expect(page.status == 422 && page.problems.count == 1)
      #expect(page.markup.all { $0["id"] == "\(field)-error" }.count == 1)
      #expect(page.value("rate") == rate && page.source.contains("value=\"\(from)\""))
    }
    try await browser.open("\(assistants)/contract")
    let page = try await browser.submit(["hourly": "0.10", "weekly-hours": "30"])
    #expect(page.status == 422 && page.problems[0].hasPrefix("An hour of work costs between £1 and £1,000,"))
  }

  @Test(arguments: Engine.all) func `a late award stops at the next known rate, and a wrong one is taken out`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .finance)
    try await browser.open(assistants)
    var page = try await browser.submit(assistants, ["rate": "21", "from": "1 April 2027"], pressing: "Save")
    #expect(page.done == "Saved. Sessions are priced with it from its first day on.")
    page = try await browser.submit(
      assistants, ["rate": "18.40", "from": "1 April 2026"], pressing: "Show what it comes to")
    #expect(
      page.says("It holds from 1 April 2026 to 31 March 2027, because another is known from 1 April 2027."))
    page = try await browser.submit(assistants, pressing: "Save")
    #expect(page.says("Price of the role today £18.40 an hour"))
    page = try await browser.press("Take out the one from 1 April 2027")
    #expect(page.done == "Removed.")
    #expect(page.table("Rates of Teaching assistant by day")[1][0] == "from 1 April 2026 Today")
  }

  @Test(arguments: Engine.all) func `a contract gives the hour that is worked, and becomes the rate`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .finance)
    try await browser.open(assistants)
    try await browser.follow("Work it out from a contract")
    var page = try await browser.submit(["hourly": "lots", "weekly-hours": "0", "paid-weeks": "a few"])
    #expect(page.status == 422)
    #expect(
      page.problems == [
        "Enter the pay of an hour in pounds, such as 12.85.", "Check the hours of a week: it is between 1 and 60.",
        "Enter the weeks paid as a number, such as 39 or 44.4.",
      ])
    #expect(page.value("hourly") == "lots")
    // T9: SCP 3 at £12.85, 37 hours, 44.4 weeks paid and 39 worked.
    page = try await browser.submit(["hourly": "12.85", "weekly-hours": "37", "paid-weeks": "44.4"])
    #expect(page.table("What an hour that is worked costs").last == ["An hour", "", "£19.2297 an hour"])
    #expect(
      page.table("What an hour that is worked costs")[1] == [
        "Pay of the year", "12.85 × 37 hours × 44.4 weeks paid", "£21,109.98",
      ])
    page = try await browser.submit(assistants, ["from": "never"])
    #expect(page.problems == ["“never” is no day that we know. Enter the first day like 2 September 2026."])
    #expect(page.value("rate") == "19.2297")
    page = try await browser.submit(assistants, ["from": "1 April 2026"], pressing: "Save")
    #expect(page.says("Price of the role today £19.2297 an hour"))
    #expect(
      page.table("Rates of Teaching assistant by day")[1][3].hasPrefix("Contract: 12.85 an hour, 37 hours a week"))
    // A teacher on M6 for 1,265 directed hours.
    try await browser.open("\(rates)/roles/\(school.teacherPay.text)/contract")
    page = try await browser.submit(["salary": "45,352"])
    #expect(page.table("What an hour that is worked costs").last?[2].hasPrefix("£50.9184") == true)
  }

  @Test(arguments: Engine.all) func `own pay of three prices the role`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let (finance, senco, school) = (school.viewer(.finance), school.viewer(.senco), school)
    try await site.database.write(keeper: school.id.text) { connection in
      for name in ["Jo Lane", "Sam Reed"] {
        let id = try Staff(senco, connection).add(
          StaffDetails(name: name, span: Span(Day(2025, 9, 1)!)!), as: school.assistantPay)
        try Rates(finance, connection).setPay(
          of: id, to: try Rate(typed: "18", .hour), from: Day(2026, 9, 1)!, source: "")
      }
    }
    let browser = try await site.browser(as: .finance)
    try await browser.open(dawn)
    #expect(browser.page.says("On record for 2 of 3 people; from three on, their average is the price."))
    var page = try await browser.submit(dawn, ["rate": "19.50", "from": "1 September 2026"], pressing: "Save")
    #expect(page.says("Own pay today £19.50 an hour") && page.says("Price of the role today £18.50 an hour"))
    #expect(page.says("Average of the own pay of 3 people in this role"))
    page = try await browser.open(rates)
    #expect(page.table("Roles with people in them")[2][2] == "Average of the own pay of 3 people in this role")
    #expect(
      page.table("Own pay of staff").contains([
        "Dawn Carter", "Teaching assistant", "£19.50 an hour", "1 September 2026",
      ]))
  }

  @Test func `the head teacher reads, and nobody else sees a rate or a way to one`() async throws {
    let site = try await TestSite()
    let head = try await site.browser(as: .headTeacher)
    let page = try await head.open(assistants)
    #expect(page.status == 200 && page.says("£17.20 an hour") && !page.says("Set a rate"))
    #expect(try await head.open("\(assistants)/contract").status == 403)
    for role in Role.allCases where role != .finance && role != .headTeacher {
      let browser = try await site.browser(as: role)
      for address in [rates, assistants, dawn, "\(assistants)/contract"] {
        #expect(try await browser.open(address).status == 403)
      }
      for address in ["/schools/900001", "/schools/900001/staff", "/schools/900001/settings"] {
        let page = try await browser.open(address)
        #expect(!page.source.contains("/rates") && !page.source.contains("17.20"), "\(role) at \(address)")
      }
    }
    let stranger = try await site.browser(as: .finance, at: .brookvaleSecondary)
    #expect(try await stranger.open(rates).status == 404)
    #expect(
      try await stranger.open("/schools/900002/rates/roles/\(school.assistantPay.text)").status == 404)
  }
}
