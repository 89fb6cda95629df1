import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// A form that is sent twice, by a double click or the browser's way back, does what it does once.
@Suite struct SentTwiceTests {
  private let school = SampleSchool.ashfieldPrimary
  private let here = "/schools/900001"
  private var amina: String { "\(here)/pupils/\(SamplePupil.amina.id(in: school).text)" }

  /// Sends the form of `address` twice and answers both pages.
  private func twice(
    _ address: String, _ values: [String: any Typing], _ browser: Browser
  ) async throws -> (ShownPage, ShownPage) {
    try await browser.open(address)
    let first = try await browser.submit(address, values)
    let form = try #require(browser.lastSent)
    return (first, try await browser.post(form.address, form.fields))
  }

  @Test(arguments: Engine.all) func `adds one pupil, contact, colleague, closure and provision`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    let forms: [(address: String, values: [String: any Typing], table: SQL)] = [
      ("\(here)/pupils/new", ["forename": "Ola", "surname": "Lis", "birth-day": "1 Feb 2019"], "pupils"),
      ("\(amina)/contacts/new", ["name": "Sam Yusuf", "relationship": "Uncle"], "contacts"),
      ("\(here)/staff/new", ["name": "Miss Hill", "role": school.teacherPay.text], "staff"),
      ("\(here)/settings/closures/new", ["name": "Snow", "from": "2 Feb 2027"], "closures"),
      (
        "\(here)/catalogue/types/new", ["name": "Chess", "heading": school.literacyHeading.text], "provision_types"
      ),
    ]
    for form in forms {
      let table = form.table
      func count() async throws -> Int {
        try await site.database.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
      }
      let before = try await count()
      let (first, second) = try await twice(form.address, form.values, browser)
      #expect(first.done == "Added." && second.done == "Added.", "\(form.address): \(second.problems)")
      #expect(first.path == second.path)
      #expect(try await count() == before + 1, "\(form.address)")
    }
  }

  @Test(arguments: Engine.all) func `sets one rate, and whoever was slower sees what stands there now`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .finance)
    let address = "\(here)/rates/roles/\(school.assistantPay.text)"
    let (first, second) = try await twice(address, ["rate": "18.40", "from": "1 April 2026"], browser)
    #expect(first.done?.hasPrefix("Saved.") == true && second.done == first.done)

    let (mine, theirs) = (try await site.browser(as: .finance), try await site.browser(as: .finance))
    try await mine.open(address)
    try await theirs.open(address)
    #expect(try await theirs.submit(address, ["rate": "19", "from": "1 April 2026"], pressing: "Save").status == 200)
    var page = try await mine.submit(address, ["rate": "18.90", "from": "1 April 2026"], pressing: "Save")
    #expect(page.status == 409 && page.says("Somebody has changed these rates since you opened this page."))
    #expect(page.value("rate") == "18.90" && page.says("£19.00 an hour"))
    page = try await mine.submit(address, pressing: "Save")
    #expect(page.done?.hasPrefix("Saved.") == true && page.says("£18.90 an hour"))
  }
}
