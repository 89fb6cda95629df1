import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import Trellis

@Suite struct CommandsTests {
  private let program = Program()

  /// Every command that there is, each as it is typed: `account add`.
  private func commands(_ command: any ParsableCommand.Type = Trellis.self, _ path: [String] = []) -> [[String]] {
    command.configuration.subcommands.flatMap { below -> [[String]] in
      let here = path + [below._commandName]
      return [here] + commands(below, here)
    }
  }

  @Test func `every command has help, and every one that does something is documented`() throws {
    let text = try String(contentsOf: Program.root.appending(path: "docs/operating.md"), encoding: .utf8)
    let all = commands()
    #expect(all.count > 15)
    for command in all {
      let help = try program.run(command + ["--help"])
      #expect(help.status == 0 && help.output.contains("OVERVIEW"), "\(command)")
      let hasParts = all.contains { $0.count > command.count && $0.starts(with: command) }
      let row = "| `\(command.joined(separator: " "))"
      #expect(hasParts || text.contains("\(row)`") || text.contains("\(row) "), "\(command) is not documented")
    }
  }

  @Test func `wrong usage exits with 2, a refusal with 1 and one sentence`() throws {
    #expect(try program.run("school", "add").status == 2)
    #expect(try program.run("no-such-command").status == 2)
    let database =
      "sqlite:" + FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    let refused = try program.run(
      "map", "--school", "999999", "--format", "json", "--database", database)
    #expect(refused.status == 1)
    #expect(refused.errors.split(separator: "\n").count == 1)
    #expect(refused.output.isEmpty)
  }

  @Test(arguments: Engine.all) func `a backup restored into the other engine gives the same map`(engine: Engine)
    async throws
  {
    let other: Engine = engine == .sqlite ? .postgres : .sqlite
    let (from, to) = (try await freshDatabaseAddress(engine), try await freshDatabaseAddress(other))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).backup").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(try program.run("demo", "--database", from).status == 0)
    #expect(try program.run("backup", file, "--database", from).status == 0)
    let restored = try program.run("restore", file, "--database", to)
    #expect(restored.status == 0, "\(restored.errors)")
    for school in ["900001", "900002"] {
      let maps = try [from, to].map { address in
        try program.run("map", "--school", school, "--format", "json", "--database", address).output
      }
      #expect(maps[0] == maps[1])
      #expect(maps[0].contains("projected_pence"))
    }
    #expect(try program.run("restore", file, "--database", to).status == 1)
  }

  @Test func `the demonstration is only made in an empty database`() async throws {
    let address = try await freshDatabaseAddress(.sqlite)
    #expect(
      try program.run("school", "add", "--urn", "123456", "--name", "Real", "--phase", "primary", "--database", address)
        .status == 0)
    #expect(try program.run("demo", "--database", address).status == 1)
  }
}
