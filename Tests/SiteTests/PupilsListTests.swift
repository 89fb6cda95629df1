import Domain
import Hummingbird
import Markup
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// Finding pupils: the list, its filter, the search without JavaScript, and the file.
@Suite struct PupilsListTests {
  private let list = "/schools/900001/pupils"

  private func names(_ page: ShownPage) -> [String] { page.table("Pupils").dropFirst().map { $0[0] } }

  @Test(arguments: Engine.all)
  func `a SENCO sees everybody with status, needs and flags`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .senco).open(list)
    #expect(page.status == 200 && page.h1 == "Pupils" && page.markup["problems"] == nil)
    #expect(
      page.table("Pupils") == [
        ["Pupil", "Year", "Class", "SEN status", "Needs", "Flags"],
        ["O’Hara, Tom", "Year 3", "3A", "No SEN", "", "Watch"], ["Price, Ella", "Year 1", "1C", "No SEN", "", ""],
        ["Wójcik, Jakub", "Year 5", "5B", "EHC plan", "ASD", ""],
        ["Yusuf, Amina", "Year 3", "3A", "SEN support", "SLCN", "EAL"],
      ])
    #expect(page.text.contains("Autistic spectrum disorder"))
  }

  @Test func `finance sees names without SEN, a teacher sees their own`() async throws {
    let site = try await TestSite()
    let finance = try await site.browser(as: .finance).open(list)
    #expect(finance.table("Pupils")[0] == ["Pupil", "Year", "Class", "Flags"])
    #expect(!finance.text.contains("SEN support") && !finance.text.contains("Watch"))
    let teacher = try await site.browser(as: .teacher).open(list)
    #expect(names(teacher) == ["O’Hara, Tom", "Yusuf, Amina"])
    #expect(teacher.link("Add a pupil") == nil)
    let governor = try await site.browser(as: .governor).open(list)
    #expect(governor.status == 403)
    let stranger = try await site.browser(as: .senco, at: .brookvaleSecondary).open(list)
    #expect(stranger.status == 404)
  }

  @Test(arguments: Engine.all)
  func `the filter stands in the address by codes`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(list)
    let code = PupilListFilter.code(ofClass: "3A")
    var page = try await browser.press("Show", ["year": "3", "class": code, "status": "K"])
    #expect(names(page) == ["Yusuf, Amina"])
    #expect(!page.address.contains("3A") && page.address.contains("status=K"))
    page = try await browser.press("Show", ["status": "", "flag": "watch"])
    #expect(names(page) == ["O’Hara, Tom"])
    page = try await browser.press("Show", ["flag": "", "year": "6"])
    #expect(page.text.contains("No pupils match"))
    page = try await browser.follow("Show everybody on the roll")
    #expect(names(page).count == 4)
    page = try await browser.press("Show", ["on": "last Easter"])
    #expect(page.status == 422 && page.value("on") == "last Easter" && names(page).count == 4)
    #expect(page.problems == ["“last Easter” is no day that we know. Write it like 2 September 2026."])
    page = try await browser.open("\(list)?on=2025-08-31")
    #expect(page.text.contains("No pupils match"))
  }

  @Test func `a name is searched for by post, and stands in no address`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(list)
    let page = try await browser.press("Search", ["search": "wojcik"])
    #expect(page.status == 200 && names(page) == ["Wójcik, Jakub"])
    #expect(page.address == "\(list)/search")
    #expect(page.links.allSatisfy { !$0.address.lowercased().contains("wojc") })
    #expect(page.value("search") == "wojcik")
  }

  @Test(arguments: Engine.all)
  func `an export holds what the viewer may see, and leaves a line`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let page = try await site.browser(as: .senco).open("\(list)/export?year=3")
    #expect(page.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(page.headers[.contentDisposition] == "attachment; filename=\"pupils-2026-11-21.csv\"")
    let lines = page.source.split(separator: "\r\n")
    #expect(
      lines[0]
        == "\u{FEFF}Surname,Forename,Birth date,Year,Class,SEN status,Primary need,Second need,Further needs,Watch,EAL,Free school meals,Pupil premium,In care,Joined,Left"
    )
    #expect(lines.count == 3 && lines[2].hasPrefix("Yusuf,Amina,2019-03-14,3,3A,K,SLCN,,,N,Y,"))
    let finance = try await site.browser(as: .finance).open("\(list)/export")
    #expect(!finance.source.contains("SEN") && !finance.source.contains("Watch"))
    let viewer = SampleSchool.ashfieldPrimary.viewer(.senco)
    let history = try await site.database.read { try History(viewer, $0).lines(noun: "pupils") }
    #expect(history.map(\.actor).sorted() == ["Priya Nair", "Ruth Lowe"])
    #expect(history.first { $0.actor == "Ruth Lowe" }?.after == ["filter": "Year 3", "pupils": "2"])
  }

  @Test func `every page is whole, with one heading of the first rank`() {
    for type in PupilPages.all {
      for page in type.examples as [any Page] {
        let shown = Element.read(Frame.drawAlone(page).text)
        #expect(shown["problems"] == nil, "\(page.title)")
        #expect(shown.all { $0.name == "h1" }.count == 1, "\(page.title)")
        let ids = shown.all { $0["id"] != nil }.map { $0["id"]! }
        #expect(Set(ids).count == ids.count, "\(page.title): \(ids)")
      }
    }
  }
}
