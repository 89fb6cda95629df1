import Foundation
import Testing

@testable import Trellis

@Suite struct SettingsTests {
  @Test func `the environment goes before the file, the file before the defaults`() throws {
    let settings = try Settings.read(
      environment: ["TRELLIS_PORT": "9000"],
      file: "# a comment\nTRELLIS_PORT=7000\nTRELLIS_HOST = \"0.0.0.0\"\nTRELLIS_PUBLIC_URL=https://a.example/\n")
    #expect(settings.port == 9000)
    #expect(settings.host == "0.0.0.0")
    #expect(settings.publicURL == "https://a.example")
    #expect(settings.timeZone == "Europe/London")
  }

  @Test func `a value that cannot be is refused by its name`() {
    for (name, value) in [
      ("TRELLIS_PORT", "many"), ("TRELLIS_TIME_ZONE", "Europe/Nowhere"), ("TRELLIS_CONNECTIONS", "0"),
    ] {
      #expect { try Settings.read(environment: [name: value], file: nil) } throws: { error in
        "\(error)".contains(name)
      }
    }
  }

  @Test func `every setting and every command is documented`() throws {
    let text = try String(contentsOf: Program.root.appending(path: "docs/operating.md"), encoding: .utf8)
    for name in Settings.names { #expect(text.contains("`\(name.variable)`"), "\(name.variable) is not documented") }
    let known = Set(Settings.names.map(\.variable))
    for match in text.matches(of: /`(TRELLIS_[A-Z_]+)`/) { #expect(known.contains(String(match.1))) }
  }

  @Test func `every noun of the tables stands in the glossary`() throws {
    let glossary = try String(contentsOf: Program.root.appending(path: "docs/glossary.md"), encoding: .utf8)
      .lowercased()
    let words = [
      "pupil", "staff", "provision type", "heading", "group", "lead", "item", "place", "schedule", "costing", "viewer",
      "account", "invitation", "membership", "import", "term", "closure", "rate", "contact", "history",
    ]
    for word in words { #expect(glossary.contains("| **\(word)** |"), "\(word)") }
  }
}
