import Domain
import Formats
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// The forms in which a map is read: page, JSON, CSV, spreadsheet. They agree to the penny, and withhold alike.
@Suite struct SchoolMapFormsTests {
  private let address = "/schools/900001/map"
  private let query = "?from=2026-09-01&until=2027-08-31"

  /// The sample school with more pupils and groups: many in one year, few in another, and a line without a rate.
  private func site(_ engine: Engine) async throws -> TestSite {
    let site = try await TestSite(engine)
    let school = SampleSchool.ashfieldPrimary
    let here = school.operatorViewer
    try await site.database.write(keeper: school.id.text) { connection in
      let pupils = try Pupils(here, connection).add(
        (0..<13).map { number in
          NewPupil(
            PupilDetails(
              surname: "Marlow\(number)", forename: "Kit\(number)",
              birthDay: Day(number < 10 ? 2018 : 2016, 11, 3)!, joinedOn: Day(2025, 9, 1)!))
        })
      let headings = try Catalogue(here, connection).headings()
      let span = Span(Day(2026, 9, 7)!, Day(2027, 7, 16)!)!
      let groups = Groups(here, connection)
      for (name, minutes, members) in [
        ("Paired reading", 20, pupils), ("Spelling", 35, Array(pupils.prefix(10))),
        ("Number club", 45, Array(pupils.suffix(8))),
      ] {
        var new = NewGroup(
          GroupDetails(name: name, heading: headings[0].id, span: span),
          schedule: try Schedule(minutes: minutes, .perWeek(1)))
        new.leads = [NewLead(school.person(.teachingAssistant).staffMember!, share: try TimeShare(2, 3))]
        new.members = members.map { NewMember($0) }
        try groups.add(new)
      }
    }
    return site
  }

  /// What the four forms say of the whole map: each column's pupils and cost, and the total's.
  private struct Said: Equatable {
    var columns: [String] = []
    var pupils: [String] = []
    var costs: [String] = []
  }

  private func pounds(_ pence: Int?) -> String { pence.map { Pence($0).words } ?? "withheld" }

  private func onPage(_ page: ShownPage) throws -> Said {
    let table = try #require(page.markup.all { $0.name == "table" && $0.has(class: "map") }.first)
    let columns = try #require(table.first("thead")).all { $0.name == "th" }.dropFirst().map(\.text)
    func row(_ label: String) -> [String] {
      let rows = table.first("tfoot")!.all { $0.name == "tr" }
      return rows.first { $0.first("th")!.text.hasPrefix(label) }?.all { $0.name == "td" }.map(\.text) ?? []
    }
    let costs = row("Planned for the period") + row("Cost of the period")
    return Said(
      columns: columns.map { $0 == "Total" ? "All" : $0 }, pupils: row("Pupils").map { $0 == "–" ? "0" : $0 },
      // Where a sum lacks what nobody leads, files say so in a number of their own.
      costs: costs.map { $0 == "–" ? "£0.00" : $0.replacing(" + not led", with: "") })
  }

  private func inJSON(_ page: ShownPage) throws -> Said {
    let map = try #require(try JSONSerialization.jsonObject(with: Data(page.bytes)) as? [String: Any])
    let names = try #require(map["columns"] as? [[String: Any]]).map { $0["name"] as! String }
    let figures = try #require(map["totals"] as? [[String: Any]]) + [try #require(map["total"] as? [String: Any])]
    return Said(
      columns: names + ["All"],
      pupils: figures.map { figure in
        (figure["pupil_count"] as? Int).map(String.init)
          ?? (figure["fewer_than_5"] as? Bool == true ? "fewer than 5" : "withheld")
      },
      costs: figures.map { pounds($0["projected_pence"] as? Int) })
  }

  private func inCSV(_ page: ShownPage) throws -> Said {
    let table = try TableFile.table(page.bytes)
    func column(_ heading: String) throws -> Int { try #require(table.headings.firstIndex(of: heading)) }
    let (kind, name, pupils, cost) = (
      try column("Row"), try column("Column"), try column("Pupils"), try column("Cost (£)")
    )
    let rows = table.rows.filter { $0.cells[kind] == "total" }
    return Said(
      columns: rows.map { $0.cells[name] }, pupils: rows.map { $0.cells[pupils] },
      costs: rows.map { pence($0.cells[cost]) })
  }

  private func inWorkbook(_ page: ShownPage) throws -> Said {
    let sheet = try #require(try TableFile.parts(page.bytes).first { $0.name == "Map" }).grid
    let headings = try #require(sheet.rows.first { $0.cells.first == "Provision" }).cells.dropFirst(2)
    let total = try #require(sheet.rows.lastIndex { $0.cells.first == "Total" })
    let cost = try #require(sheet.rows.last { $0.cells.count > 1 && $0.cells[1] == "Cost (£)" })
    return Said(
      columns: headings.map { $0 == "Total" ? "All" : $0 }, pupils: Array(sheet.rows[total].cells.dropFirst(2)),
      costs: cost.cells.dropFirst(2).map(pence))
  }

  /// `1234.5` as `£1,234.50`; words stay words.
  private func pence(_ cell: String) -> String {
    guard let parts = Double(cell) else { return cell }
    return Pence(Int((parts * 100).rounded())).words
  }

  @Test(arguments: Engine.all)
  func `page, JSON, CSV and spreadsheet agree to the penny, with names and with counts`(engine: Engine) async throws {
    let site = try await site(engine)
    let readers: [(Role, String)] = [
      (.senco, "year"), (.senco, "stage"), (.finance, "year"), (.governor, "year"), (.governor, "stage"),
    ]
    for (role, across) in readers {
      let browser = try await site.browser(as: role)
      let query = query + (across == "year" ? "" : "&by=\(across)")
      let page = try onPage(try await browser.open(address + query))
      let json = try inJSON(try await browser.open("\(address).json\(query)"))
      let csv = try inCSV(try await browser.open("\(address).csv\(query)"))
      let workbook = try inWorkbook(try await browser.open("\(address).xlsx\(query)"))
      #expect(json == csv, "\(role) \(across)")
      #expect(json == workbook, "\(role) \(across)")
      #expect(json == page, "\(role) \(across)")
      #expect(json.costs.contains { $0 != "£0.00" && $0 != "withheld" }, "\(role) \(across)")
      if role == .governor { #expect(json.costs.contains("withheld")) }
    }
  }

  @Test(arguments: Engine.all)
  func `a governor's forms have no name, no adult and no small number, whatever the address asks`(
    engine: Engine
  ) async throws {
    let site = try await site(engine)
    let governor = try await site.browser(as: .governor)
    let school = SampleSchool.ashfieldPrimary
    let asked =
      "\(query)&names=full&pupil=\(SamplePupil.amina.id(in: school))&staff=\(school.person(.senco).staffMember!)"
    for form in ["", ".json", ".csv"] {
      let shown = try await governor.open("\(address)\(form)\(asked)")
      #expect(shown.status == 200)
      for name in ["Amina", "Yusuf", "Jakub", "Marlow", "Kit1", "Dawn Carter", "Counselling", "Readers"] {
        #expect(!shown.source.contains(name), "\(form) \(name)")
      }
      // Amina is alone in her group.
      #expect(shown.source.contains("fewer than 5") || form == ".json")
    }
    let dated = try await governor.open("\(address)?on=2026-10-09")
    #expect(dated.says("2026/27") && !dated.says("As it was on"))
    let working = try await governor.open("\(address)/working\(query)")
    #expect(working.status == 403 || working.status == 404)
  }

  @Test(arguments: Engine.all)
  func `a teaching assistant's forms name the pupils whom they know, and nobody else`(engine: Engine) async throws {
    let site = try await site(engine)
    let teacher = try await site.browser(as: .teacher)
    for form in ["", ".json", ".csv"] {
      let shown = try await teacher.open("\(address)\(form)\(query)")
      #expect(shown.status == 200 && shown.source.contains("Amina"), "\(form)")
      for name in ["Jakub", "Marlow", "Counselling"] { #expect(!shown.source.contains(name), "\(form) \(name)") }
    }
    let jakub = SamplePupil.jakub.id(in: .ashfieldPrimary)
    let asked = try await teacher.open("\(address)\(query)&pupil=\(jakub)")
    #expect(asked.says("Nothing matches this filter") && !asked.says("Jakub"))
  }
}
