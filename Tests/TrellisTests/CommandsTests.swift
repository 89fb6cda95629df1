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

  /// People back up by copying the file while nothing runs: it is whole without what lies beside it.
  @Test func `after a command the database's file alone is whole`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trellis-copies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "trellis.sqlite")
    let list = folder.appending(path: "pupils.csv")
    try Data("Surname,Forename,DOB\nLis,Ola,1/2/2019\n".utf8).write(to: list)
    let commands = [
      ["migrate"], ["school", "add", "--urn", "123456", "--name", "Oak", "--phase", "primary"],
      ["import", "pupils", "--school", "123456", list.path, "--commit"], ["school", "list"],
      ["school", "add", "--urn", "123456", "--name", "Oak", "--phase", "primary"],
    ]
    for (number, command) in commands.enumerated() {
      let answer = try program.run(command + ["--database", "sqlite:\(file.path)"])
      #expect(answer.status == (number < 4 ? 0 : 1), "\(answer.errors)")
      let log = try? Data(contentsOf: URL(fileURLWithPath: "\(file.path)-wal"))
      #expect(log?.isEmpty ?? true, "\(command)")
      let copy = folder.appending(path: "copy-\(number).sqlite")
      try FileManager.default.copyItem(at: file, to: copy)
      let address = "sqlite:\(copy.path)"
      let schools = try program.run("school", "list", "--database", address).output
      #expect(schools.contains("123456") == (number > 0))
      guard number > 1 else { continue }
      let again = try program.run("import", "pupils", "--school", "123456", list.path, "--json", "--database", address)
      #expect(again.output.contains("\"new\" : [\n\n  ]"), "\(again.output)")
    }
  }

  @Test func `the demonstration is only made in an empty database`() async throws {
    let address = try await freshDatabaseAddress(.sqlite)
    #expect(
      try program.run("school", "add", "--urn", "123456", "--name", "Real", "--phase", "primary", "--database", address)
        .status == 0)
    #expect(try program.run("demo", "--database", address).status == 1)
  }

  @Test func `whoever serves a demonstration that is not there is told how to make one`() async throws {
    let address = try await freshDatabaseAddress(.sqlite)
    func said() throws -> String {
      let server = try Program.Server(program, database: address, "--demo")
      defer { server.stop() }
      return server.said
    }
    #expect(try said().contains("There is no demonstration yet: this database is empty. Make it with `trellis demo`"))
    #expect(try program.run("demo", "--database", address).status == 0)
    #expect(try said().contains("Sign in there with one click as any role of the demonstration."))
    #expect(
      try program.run("school", "add", "--urn", "123456", "--name", "Real", "--phase", "primary", "--database", address)
        .status == 0)
    #expect(try said().contains("this database does not hold the demonstration alone."))
  }
}
