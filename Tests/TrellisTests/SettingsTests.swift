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
      ("TRELLIS_DEMO", "perhaps"), ("TRELLIS_PUBLIC_URL", "trellis.example"), ("TRELLIS_PUBLIC_URL", "ftp://a.example"),
      ("TRELLIS_TRUSTED_PROXIES", "10.0.0.1, proxy"),
    ] {
      #expect { try Settings.read(environment: [name: value], file: nil) } throws: { error in
        "\(error)".contains(name)
      }
    }
  }

  @Test func `a database is one of two kinds`() throws {
    #expect(throws: SettingsError.self) {
      try Settings.read(environment: ["TRELLIS_DATABASE": "mysql://a/b"], file: nil)
    }
    #expect(throws: SettingsError.self) { try Settings.read(environment: ["TRELLIS_DATABASE": "sqlite:"], file: nil) }
    let settings = try Settings.read(environment: ["TRELLIS_TRUSTED_PROXIES": "10.0.0.1, ::1"], file: nil)
    #expect(settings.trustedProxies == ["10.0.0.1", "::1"])
  }

  @Test func `the file is read as shells and people write it, and a misspelt name is found`() throws {
    let file = "export TRELLIS_HOST='::1'\nTRELLIS_PORT=81 # not 80\nTRELLIS_PROT=1\n# TRELLIS_X=1\nnonsense\n"
    let settings = try Settings.read(environment: [:], file: file)
    #expect(settings.host == "::1" && settings.port == 81)
    #expect(Settings.strangers(environment: ["TRELLIS_DEMMO": "yes"], file: file) == ["TRELLIS_DEMMO", "TRELLIS_PROT"])
  }

  @Test func `check says what is wrong in sentences, and what is misspelt`() throws {
    let program = Program()
    let absent = try program.run(
      "check", environment: ["TRELLIS_DATABASE": "sqlite:/nowhere/at/all/t.sqlite", "TRELLIS_PROT": "1"])
    #expect(
      absent.status == 1 && absent.errors.contains("/nowhere/at/all/t.sqlite cannot be made: there is no such folder"))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    #expect(try program.run("check", "--database", "sqlite:\(file)").output.contains("\(file) is not there yet."))
    for command in [["map", "--school", "123456", "--format", "json"], ["backup", "\(file).backup"]] {
      let answer = try program.run(command + ["--database", "sqlite:\(file)"])
      #expect(answer.status == 1 && answer.errors.contains("There is no database \(file)."))
    }
    #expect(!FileManager.default.fileExists(atPath: file), "what is only looked for is not made")
    let none = try program.run("check", environment: ["TRELLIS_DATABASE": "postgres://nobody@127.0.0.1:1/none"])
    #expect(none.status == 1 && none.errors.contains("The database server cannot be reached"))
    #expect(!none.errors.contains("unavailable("))
    #expect(absent.output.contains("TRELLIS_PROT is none of Trellis's settings"))
    let mail = try program.run("check", environment: ["TRELLIS_MAIL_SERVER": "http://mail.example"])
    #expect(mail.status == 1 && mail.errors.contains("TRELLIS_MAIL_SERVER"))
  }

  @Test func `every setting is documented, and none is forgotten`() throws {
    let text = try String(contentsOf: Program.root.appending(path: "docs/operating.md"), encoding: .utf8)
    for name in Settings.names { #expect(text.contains("`\(name.variable)`"), "\(name.variable) is not documented") }
    let known = Set(Settings.names.map(\.variable))
    for match in text.matches(of: /`(TRELLIS_[A-Z_]+)`/) { #expect(known.contains(String(match.1))) }
    #expect(known.count == Settings.names.count)
    #expect(Mirror(reflecting: Settings()).children.count == known.count, "one name for each stored setting")
  }

  @Test func `what typesets documents is tried, not only found`() throws {
    let checked = try Program().run("check", environment: ["TRELLIS_TYPST": "/bin/true"])
    #expect(checked.status == 1)
    #expect(checked.errors.contains("PDFs cannot be made with /bin/true. "))
    #expect(!checked.output.contains("All is well"))
  }

  @Test func `a port that cannot be is refused, wherever it is said`() throws {
    for port in ["99999", "-1"] {
      let said = try Program().run("serve", "--port=\(port)")
      #expect(said.status == 2 && said.errors.contains("--port has to be a number from 0 to 65535, not “\(port)”."))
      let set = try Program().run("serve", environment: ["TRELLIS_PORT": port])
      #expect(set.status == 1 && set.errors.contains("TRELLIS_PORT has to be a number from 0 to 65535"))
    }
  }
}
