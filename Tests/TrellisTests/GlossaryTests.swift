import Foundation
import TestSupport
import Testing

/// docs/glossary.md has every noun: every table of the schema and every folder of the Domain. A noun is a word of its own,
/// or the table's name stands where the noun is explained.
@Suite struct GlossaryTests {
  private let rows: [String: String]

  init() throws {
    let text = try String(contentsOf: Program.root.appending(path: "docs/glossary.md"), encoding: .utf8)
    rows = Dictionary(
      text.matches(of: /(?m)^\| \*\*(.+?)\*\* \| (.+) \|$/).map { (String($0.1), String($0.2)) },
      uniquingKeysWith: { $1 })
  }

  @Test func `of the tables`() throws {
    let folder = Program.root.appending(path: "Sources/Store/Migrations")
    let script = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let tables = script.matches(of: /CREATE TABLE ([a-z_]+) \(/).map { String($0.1) }
    #expect(tables.count > 35)
    for table in tables { #expect(isExplained(table), "\(table)") }
  }

  @Test func `of the domain`() throws {
    let domain = Program.root.appending(path: "Sources/Domain")
    let folders = try FileManager.default.contentsOfDirectory(atPath: domain.path)
    #expect(folders.count > 10)
    for folder in folders where !folder.contains(".") {
      let words = folder.replacing(/([a-z])([A-Z])/) { "\($0.1)_\($0.2)" }.lowercased()
      #expect(isExplained(words), "\(folder)")
    }
  }

  @Test func `of commands, maps and getting in; each once, in alphabetical order`() throws {
    for word in ["second factor", "backup", "effective day", "projected", "to date"] {
      #expect(rows[word] != nil, "\(word)")
    }
    let text = try String(contentsOf: Program.root.appending(path: "docs/glossary.md"), encoding: .utf8)
    let words = text.matches(of: /(?m)^\| \*\*(.+?)\*\*/).map { $0.1.lowercased() }
    #expect(words == Set(words).sorted())
  }

  private func isExplained(_ name: String) -> Bool {
    rows[singular(name.replacing("_", with: " "))] != nil || rows.values.contains { $0.contains("`\(name)`") }
  }

  private func singular(_ noun: String) -> String {
    for word in ["staff", "access", "history"] where noun.hasSuffix(word) { return noun }
    if noun.hasSuffix("sses") || noun.hasSuffix("uses") { return String(noun.dropLast(2)) }
    return noun.hasSuffix("s") ? String(noun.dropLast()) : noun
  }
}
