import Domain
import Formats
import Foundation
import Testing

@testable import Documents

@Suite struct StrategyFileTests {
  private let document = SampleStrategy.document()

  private func json() async throws -> [String: Any] {
    let bytes = try await StrategyFile.json.made(of: document, typst: nil).bytes
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }
  private func object(_ value: Any?) throws -> [String: Any] { try #require(value as? [String: Any]) }

  @Test func `the JSON says what the strategy is, and its sums are those of its years`() async throws {
    let json = try await json()
    #expect(try object(json["school"])["urn"] as? String == "123456")
    #expect(json["from"] as? String == "2026-09-01" && json["until"] as? String == "2029-08-31")
    #expect(json["academic_years"] as? [String] == ["2026/27", "2027/28", "2028/29"])
    #expect(json["financial_years"] as? [String] == ["2026-27", "2027-28", "2028-29", "2029-30"])
    #expect(json["public"] as? Bool == true)
    #expect(try object(json["approval"])["on_behalf_of"] as? String == "The governing body")
    let total = try object(json["total"])
    for (key, count) in [("by_academic_year", 3), ("by_financial_year", 4)] {
      let years = try list(total[key])
      #expect(years.count == count && years.compactMap { $0["pence"] as? Int }.reduce(0, +) == 150_000)
    }
    #expect(try list(total["by_financial_year"]).first?["year"] as? String == "2026-27")
    #expect(try object(total["total"])["pence"] as? Int == 150_000)
    #expect(try object(total["total"])["not_all_priced"] as? Bool == true)
    let activities = try list(json["activities"])
    #expect(try list(activities[0]["working"])[0]["what"] as? String == "Phonics catch-up: Teaching assistant, 38 h")
  }

  @Test func `the JSON has null for what is withheld, not priced or not said, never 0`() async throws {
    let json = try await json()
    let activities = try list(json["activities"])
    let costs = try activities.map { try object(object($0["costs"])["total"]) }
    #expect(costs[0]["pence"] as? Int == 100_000 && costs[0]["withheld"] as? Bool == false)
    #expect(costs[1]["pence"] is NSNull && costs[1]["withheld"] as? Bool == false)
    #expect(costs[1]["not_all_priced"] as? Bool == true)
    #expect(costs[2]["pence"] is NSNull && costs[2]["withheld"] as? Bool == true)
    let money = try list(list(json["funding"])[0]["by_financial_year"])
    #expect(money[0]["available_pence"] as? Int == 1_400_000 && money[1]["available_pence"] is NSNull)
    #expect(try object(money[0]["planned"])["withheld"] as? Bool == true)
    let needs = try list(object(json["cohort"])["by_need"])
    #expect(needs.map { $0["pupil_count"] as? Int } == [31, nil, nil])
    #expect(needs.map { $0["fewer_than_5"] as? Bool } == [false, false, true])
  }

  @Test func `every key of the JSON is documented in its section`() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/files.md"), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "## An inclusion strategy").last?.components(separatedBy: "\n## ")[0])
    func keys(_ value: Any) -> Set<String> {
      if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
      guard let object = value as? [String: Any] else { return [] }
      return object.values.reduce(into: Set(object.keys)) { $0.formUnion(keys($1)) }
    }
    for key in keys(try await json()) { #expect(section.contains("`\(key)`"), "\(key)") }
  }

  @Test func `the office document is read back with all its tables`() async throws {
    let bytes = try await StrategyFile.docx.made(of: document, typst: nil).bytes
    let tables = try WordReader().tables(bytes).map { $0.rows.map(\.cells) }
    #expect(tables.contains { $0.contains(["Approved", "The governing body, 3 December 2026"]) })
    #expect(
      tables.contains {
        $0.contains(["Inclusive Mainstream Fund", "there", "£14,000.00", "not said", "not said", "not said"])
      })
    let budget = try #require(tables.first { $0.first == ["Activity", "2026/27", "2027/28", "2028/29", "All"] })
    #expect(budget[1] == ["Phonics catch-up", "£333.33", "£333.33", "£333.34", "£1,000.00"])
    #expect(budget[2] == ["Quiet room", "not priced", "not priced", "not priced", "not priced"])
    #expect(budget[3] == ["One to one", "not shown", "not shown", "not shown", "not shown"])
    #expect(budget[4].last == "£1,500.00 + not priced")
    #expect(tables.contains { $0.first == ["Activity"] + document.financialYears + ["All"] })
    #expect(tables.contains { $0.last?.last == "Carried on" })
  }

  @Test func `the paper says what it is, and hides what is empty`() {
    let paper = StrategyPaper(document)
    #expect(paper.coverNote?.contains("3 school years") == true)
    #expect(paper.layoutNote.contains("not an official template"))
    #expect(paper.cover.contains { $0.paragraphs == ["9 July 2027; 7 July 2028"] })
    #expect(paper.approach == ["We begin with families.", "Then we plan."])
    #expect(paper.activities[0].facts.map(\.label).contains("Target"))
    #expect(!paper.activities[0].facts.map(\.label).contains("Baseline"))
    #expect(paper.activities.map { $0.mark != nil } == [false, true, false])
    #expect(paper.activities[2].costs == nil && paper.activities[2].costsNote == "What it costs is not shown.")
    #expect(paper.notes.contains { $0.hasPrefix("“Not priced” means") })
    #expect(StrategyPaper(SampleStrategy.document(approach: " \n")).approach.isEmpty)
    #expect(
      StrategyPaper(SampleStrategy.document(isPublic: false)).audience
        == "draft, as it stands: not what is published")
  }

  @Test func `the PDF is accessible and always the same, and refused without its tool`() async throws {
    let command = try #require(Typst.find(), "script/setup tools makes the typst command")
    let typst = Typst(.init(command: command))
    let made = try await StrategyFile.pdf.made(of: document, typst: typst)
    #expect(made.warning == nil && made.bytes.starts(with: "%PDF-".utf8))
    let text = String(decoding: made.bytes, as: Unicode.ASCII.self)
    #expect(text.contains("pdfuaid:part") && text.contains("/StructTreeRoot"))
    #expect(try await StrategyFile.pdf.made(of: document, typst: typst).bytes == made.bytes)
    await #expect(throws: FormatError.self) { try await StrategyFile.pdf.made(of: document, typst: nil) }
  }

  @Test func `a file's name says whose it is, of which days, and whether it is a draft`() {
    #expect(StrategyFile.pdf.name(of: document) == "inclusion-strategy-123456-2026-09-01-2029-08-31.pdf")
    #expect(
      StrategyFile.json.name(of: SampleStrategy.document(isPublic: false))
        == "inclusion-strategy-123456-2026-09-01-2029-08-31-draft.json")
  }
}
