import Exchange
import Foundation
import Formats
import TestSupport
import Testing

/// docs/importing.md and the code say the same fields, headings and keys.
struct `What is documented of importing` {
  private let text: String

  init() throws {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/importing.md")
    text = try String(contentsOf: docs, encoding: .utf8)
  }

  /// The rows of the first table under a heading: cells without the strokes.
  private func rows(under heading: String) throws -> [[String]] {
    let section = try #require(text.components(separatedBy: "\n## \(heading)\n").dropFirst().first)
    let lines = section.components(separatedBy: "\n## ")[0].components(separatedBy: "\n")
    return lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test(arguments: [
    (ImportKind.pupils, "Pupils"), (.staff, "Staff"), (.calendar, "Terms and closures"), (.groups, "Groups"),
  ])
  func `names every field with a heading that is known, and no other`(kind: ImportKind, section: String) throws {
    let rows = try rows(under: section)
    #expect(rows.map { $0[0] } == kind.fields.map { "`\($0.key)`" })
    #expect(rows.map { $0[1] } == kind.fields.map(\.title))
  }

  @Test func `names every basis as it is read`() async throws {
    let section = try #require(text.components(separatedBy: "| basis | the rate is |").dropFirst().first)
    let table = section.components(separatedBy: "\n\n")[0]
    let words = table.matches(of: /`([^`]+)`/).map { String($0.1) }.filter { !["hours", "paid-weeks"].contains($0) }
    #expect(words.count == 8)
    let here = try await Importing(.sqlite)
    let amounts = [
      "minute": "0.33", "weekly hour of 38 weeks": "655", "annual hour of 1265": "64412", "10 hours": "300",
      "salary": "21109.98", "salary with on-costs": "27748",
    ]
    for basis in words {
      let preview = try await here.preview(
        .staff,
        "Name,Role,Hours,Weeks,Rate,Basis,Paid weeks\nAyo Bello,Teaching assistant,37,39,\(amounts[basis] ?? "20"),\(basis),44.4\n"
      ).preview
      #expect(preview.refused.isEmpty, "\(basis): \(preview.refused)")
    }
  }

  @Test func `names every key of the JSON, and no other`() async throws {
    let documented = Set(
      try rows(under: "JSON").flatMap { row in
        row.joined(separator: " ").matches(of: /`([a-zA-Z]+)`/).map { String($0.1) }
      })
    let here = try await Importing(.sqlite)
    _ = try await here.preview(.pupils, "Surname,Forename,DOB,UPN\nYoung,Amina,1/2/2020,B801200005001\n").commit(
      skipRefused: false)
    let preview = try await here.preview(
      .pupils,
      "Surname,Forename,DOB,UPN,SEN,Class\nYoung,Amina,1/2/2020,A801200001009,K,\nNew,Kit,2/3/2020,,E,2B\nBad,Row,,,,\n"
    ).preview
    #expect(!preview.unsure.isEmpty && !preview.new.isEmpty && !preview.refused.isEmpty && !preview.warnings.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(preview.json.utf8))
    #expect(keys(object) == documented)
  }

  private func keys(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.values.reduce(into: Set(object.keys)) { $0.formUnion(keys($1)) }
  }
}
