import Foundation
import TestSupport
import Testing

/// docs/files.md and the files that the commands write say the same keys.
@Suite struct DocumentedFilesTests {
  private let text: String

  init() throws {
    text = try String(contentsOf: Program.root.appending(path: "docs/files.md"), encoding: .utf8)
  }

  /// What stands between two headings.
  private func section(_ from: String, _ until: String?) throws -> String {
    let rest = try #require(text.components(separatedBy: "\n\(from)\n").dropFirst().first)
    return until.map { rest.components(separatedBy: "\n\($0)\n")[0] } ?? rest
  }

  /// The words in the first column of its tables.
  private func first(_ section: String) -> Set<String> {
    Set(
      section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
        line.split(separator: "|")[0].matches(of: /`([a-z_0-9]+)`/).map { String($0.1) }
      })
  }

  private func all(_ section: String) -> Set<String> {
    Set(section.matches(of: /`([a-z_0-9]+)`/).map { String($0.1) })
  }

  private func keys(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.values.reduce(into: Set(object.keys)) { $0.formUnion(keys($1)) }
  }

  @Test func `every key of a map and of a pupil's costs is documented, and every documented one is there`()
    async throws
  {
    let school = try await CommandSchool(.sqlite)
    for kind in ["staff", "pupils", "groups"] {
      let file = Program.root.appending(path: "docs/examples/\(kind).csv")
      #expect(try school.bring(kind, String(contentsOf: file, encoding: .utf8)).status == 0)
    }
    #expect(
      try school.bring(
        "groups",
        """
        Provision,Heading,From,Minutes,Sessions,Led by,Pupil
        Unpriced,All areas,2026-09-07,30,1,Site Manager,Amina Yusuf

        """, "--skip-refused"
      ).status == 0)
    let map = keys(try school.json("map", "--format", "json", "--from", "2026-09-01", "--until", "2027-08-31"))
    let aboutMap = try section("### JSON", "### CSV")
    #expect(map.subtracting(all(aboutMap)) == [], "not documented")
    #expect(first(aboutMap).subtracting(map) == [], "documented, but not there")
    let costs = keys(
      try school.json(
        "costs", "--pupil", "A900000119001", "--format", "json", "--from", "2026-09-01", "--until", "2027-08-31"))
    let aboutCosts = try section("## One pupil's costs", nil)
    #expect(costs.subtracting(all(aboutCosts)) == [], "not documented")
    #expect(first(aboutCosts).subtracting(costs) == [], "documented, but not there")
  }

  @Test func `every column of the CSV is documented by the words above it`() async throws {
    let school = try await CommandSchool(.sqlite)
    let csv = try school.run("map", "--school", "123456", "--format", "csv").output
    let columns = csv.split(whereSeparator: \.isNewline)[0].replacing("\u{FEFF}", with: "").split(separator: ",")
    let about = try section("### CSV", "### XLSX")
    for column in columns { #expect(about.contains("`\(column)`"), "\(column)") }
  }
}
