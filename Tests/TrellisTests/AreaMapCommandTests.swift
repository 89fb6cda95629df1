import Foundation
import TestSupport
import Testing

/// `trellis map --area`, and what docs/files.md says of its files.
@Suite struct AreaMapCommandTests {
  private let program = Program()

  private func area(_ engine: Engine) async throws -> String {
    let database = try await freshDatabaseAddress(engine)
    let added = try program.run([
      "area", "add", "--name", "Northvale", "--address", "northvale-speech", "--database", database,
    ])
    #expect(added.status == 0, "\(added.errors)")
    return database
  }

  private func map(_ database: String, _ arguments: String...) throws -> Program.Answer {
    try program.run(["map"] + arguments + ["--database", database])
  }

  @Test(arguments: Engine.all) func `writes an area's map, and refuses wrong usage with status 2`(engine: Engine)
    async throws
  {
    let database = try await area(engine)
    let json = try map(database, "--area", "northvale-speech", "--format", "json")
    #expect(json.status == 0 && json.output.contains("\"state\" : \"silence\""), "\(json.errors)")
    #expect(try map(database, "--area", "northvale-speech", "--public", "--format", "csv").status == 0)
    let physio = try map(database, "--area", "northvale-speech", "--specialism", "physiotherapy", "--format", "json")
    #expect(physio.status == 0 && physio.output.contains("\"Physiotherapy\""))
    for wrong in [
      ["--format", "json"], ["--area", "northvale-speech", "--school", "123456", "--format", "json"],
      ["--area", "northvale-speech", "--by", "year", "--format", "json"],
      ["--school", "123456", "--public", "--format", "json"], ["--area", "northvale-speech", "--format", "docx"],
    ] {
      #expect(try program.run(["map"] + wrong + ["--database", database]).status == 2, "\(wrong)")
    }
    for refused in [
      ["--area", "nowhere", "--format", "json"], ["--area", "northvale-speech", "--round", "9", "--format", "json"],
      ["--area", "northvale-speech", "--specialism", "magic", "--format", "json"],
    ] {
      let answer = try program.run(["map"] + refused + ["--database", database])
      #expect(answer.status == 1 && !answer.errors.isEmpty, "\(refused)")
    }
  }

  @Test func `every key of an area's JSON is documented`() async throws {
    let database = try await area(.sqlite)
    let answer = try map(database, "--area", "northvale-speech", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    let text = try String(contentsOf: Program.root.appending(path: "docs/files.md"), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "## An area's map").last?.components(separatedBy: "\n## ")[0])
    for key in keys(object) { #expect(section.contains("`\(key)`"), "\(key) is not documented") }
  }

  private func keys(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.values.reduce(into: Set(object.keys)) { $0.formUnion(keys($1)) }
  }
}
