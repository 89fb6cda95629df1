import Domain
import Exchange
import Foundation
import Markup
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// A map that a school keeps in Word, pasted: doubts asked, offers taken, then brought in.
@Suite struct ImportMapTests {
  @Test(arguments: Engine.all) func `is pasted, answered and brought in`(engine: Engine) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.map))
    let preview = try await browser.submit(
      ImportFiles.list,
      ["pasted": ImportFiles.map, "effective": "2 September 2026", "until": "16 July 2027"])
    #expect(preview.h1 == "What would be done", "\(preview.text)")
    let form = try #require(preview.forms.first { $0.action == preview.path })
    #expect(preview.says("No group is made of this cell of Lego club"), "nobody of it is known yet")
    let matched = form.controls.filter { $0.name.hasPrefix("answer:type") }
    #expect(matched.map(\.name) == ["answer:type-phonics-catchup", "answer:type-lego-club"])
    #expect(matched[0].values == [SampleSchool.ashfieldPrimary.phonicsType.text], "much like the catalogue's")
    #expect(matched[1].values == ["new"])
    #expect(preview.says("Nobody is called “Tomm O”. Is it one of these?"))
    #expect(preview.says("mentions minutes or staff that are not taken yet"))

    // The name is answered; then everything that the table mentions is taken.
    let tom = SampleSchool.ashfieldPrimary.pupils[2].id(in: .ashfieldPrimary)
    let asked = try #require(form.controls.first { $0.name.hasPrefix("answer:name-tomm") }).name
    let shown = try await browser.press("Take all of them and show it again", [asked: tom])
    #expect(shown.value(asked) == tom.text)
    #expect(!shown.says("are not taken yet"))
    #expect(shown.says("Tom O’Hara"))
    let done = try await browser.press("Import 4 new")
    #expect(done.h1 == "Imported", "\(done.text)")

    let groups = try await site.database.read {
      try Groups(SampleSchool.ashfieldPrimary.operatorViewer, $0).kept()
    }
    let phonics = groups.filter { $0.group.type != nil && $0.group.span.from == Day(2026, 9, 2) }
    #expect(phonics.count == 2)
    #expect(phonics.allSatisfy { $0.schedules.count == 1 && $0.leads.count == 1 && $0.members.count == 1 })
    #expect(phonics.allSatisfy { $0.group.span.until == Day(2027, 7, 16) })
    let lego = groups.filter { $0.group.name == "Lego club" }
    #expect(lego.count == 2 && lego.allSatisfy { $0.schedules.isEmpty }, "nothing is invented")
  }

  /// The type is asked, then its heading, then whom the cell names: what is committed is what was shown.
  @Test(arguments: Engine.all)
  func `keeps every question in view with its answer, however deep they follow on each other`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.map))
    let table = "Area\tProvision\tYear 1\tYear 3\nC&I\tPhonics\t\tTomm O\n"
    let first = try await browser.submit(ImportFiles.list, ["pasted": table, "effective": "2 September 2026"])
    func asked(_ page: ShownPage) -> [String] {
      page.forms.flatMap(\.controls).map(\.name).filter { $0.hasPrefix("answer:") && !$0.hasPrefix("answer:called") }
    }
    #expect(asked(first) == ["answer:type-phonics"])
    let again = "Show it again with my answers"
    let second = try await browser.press(again, ["answer:type-phonics": "new"])
    #expect(asked(second) == ["answer:type-phonics", "answer:heading-c-i"])
    let third = try await browser.press(again, ["answer:heading-c-i": "new"])
    #expect(asked(third) == ["answer:type-phonics", "answer:heading-c-i", "answer:name-tomm-o-3"])
    let tom = SampleSchool.ashfieldPrimary.pupils[2].id(in: .ashfieldPrimary)
    let fourth = try await browser.press(again, ["answer:name-tomm-o-3": tom])
    #expect(asked(fourth).count == 3)
    #expect(fourth.value("answer:type-phonics") == "new" && fourth.value("answer:heading-c-i") == "new")
    #expect(fourth.value("answer:name-tomm-o-3") == tom.text)
    #expect(fourth.says("Tom O’Hara"))
    try await browser.press("Import 1 new")
    #expect(browser.page.h1 == "Imported" && browser.page.says("1 new"), "\(browser.page.text)")
    #expect(!browser.page.says("unsure"))
    let groups = try await site.database.read {
      try Groups(SampleSchool.ashfieldPrimary.operatorViewer, $0).kept()
    }
    #expect(groups.first { $0.group.name == "Phonics" }?.members.map(\.pupil) == [tom])
  }

  @Test func `calls a provision as the user puts it, and goes on doing so`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.map))
    let first = try await browser.submit(
      ImportFiles.list, ["pasted": "Provision\tYear 1\tYear 3\nOdd wrds (old) 10 mins\tElla P\t\n"])
    let field = try #require(first.forms.flatMap(\.controls).first { $0.name.hasPrefix("answer:called") }).name
    #expect(first.value(field) == "Odd wrds (old)")
    let shown = try await browser.press("Show it again with my answers", [field: "Odd words"])
    #expect(shown.value(field) == "Odd words" && shown.says("Odd words (Year 1)"))
    try await browser.press("Import 1 new")
    let groups = try await site.database.read {
      try Groups(SampleSchool.ashfieldPrimary.operatorViewer, $0).kept()
    }
    #expect(groups.contains { $0.group.name == "Odd words" })
  }

  @Test func `an offer that is not ticked is not taken, and a match can be changed`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.map))
    try await browser.submit(ImportFiles.list, ["pasted": ImportFiles.map])
    let shown = try await browser.press("Show it again with my answers", ["answer:type-phonics-catchup": "new"])
    #expect(shown.value("answer:type-phonics-catchup") == "new")
    #expect(shown.says("Phonics catchup (Year 1)"))
    #expect(shown.says("No group is made of this cell of Lego club"), "nobody of it is known")
    try await browser.press("Import 3 new")
    #expect(browser.page.h1 == "Imported", "\(browser.page.text)")
    let groups = try await site.database.read {
      try Groups(SampleSchool.ashfieldPrimary.operatorViewer, $0).kept()
    }
    #expect(
      groups.filter { $0.group.name == "Phonics catchup" }.allSatisfy { $0.schedules.isEmpty && $0.leads.isEmpty })
  }

  @Test func `whose columns say no years is asked what they are`() async throws {
    let site = try await TestSite()
    let browser = try await site.browser(as: .senco)
    try await browser.open(ImportFiles.new(.map))
    let table = "What\tAcorn class\tOak class\nLego club\tElla P\tTom O\n"
    let columns = try await browser.submit(ImportFiles.list, ["pasted": table])
    #expect(columns.h1 == "Say what the columns are", "\(columns.text)")
    #expect(columns.says("no row with year groups across the top"))
    let shown = try await browser.submit(
      "\(columns.path)/columns", ["column-1": "provision", "column-2": "years 1", "column-3": "years 3"])
    #expect(shown.h1 == "What would be done", "\(shown.text)")
    #expect(shown.says("Lego club (Year 1)") && shown.says("Tom O’Hara"))
    try await browser.press("Import 2 new")
    #expect(browser.page.says("2 new"))
  }

  @Test func `pages of imports are drawn from their examples, whole and with one title`() throws {
    for page in ImportPages.all {
      for (number, example) in examples(of: page).enumerated() {
        let element = Element.read(String(decoding: Frame.drawAlone(example).bytes, as: UTF8.self))
        #expect(element["problems"] == nil, "\(page) \(number + 1): \(element["problems"] ?? "")")
        #expect(element.all { $0.name == "h1" }.count == 1, "\(page) \(number + 1)")
        let ids = element.all { $0["id"] != nil }.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count, "\(page) \(number + 1): \(ids)")
      }
    }
  }

  private func examples(of page: any Page.Type) -> [any Page] { page.examples }
}
