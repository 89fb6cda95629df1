import Foundation
import TestSupport
import Testing

@Suite struct ProcessesTests {
  @Test func `two processes on one PostgreSQL share a journey`() async throws {
    let address = try await freshDatabaseAddress(.postgres)
    let program = Program()
    #expect(try program.run("demo", "--database", address).status == 0)
    let first = try Program.Server(program, database: address, "--demo")
    let second = try Program.Server(program, database: address, "--demo")
    defer {
      first.stop()
      second.stop()
    }
    let browser = Browser()

    // Signing in at one, its page at the other.
    let door = try await browser.get(first.address + "/sign-in")
    let entered = try await browser.post(
      second.address + "/demonstration/senco", ["csrf": try #require(browser.token(in: door.text))])
    #expect(entered.status == 303)
    let school = "/schools/900001"
    #expect(try await browser.get(first.address + school + "/map").status == 200)
    let map = try await browser.get(second.address + school + "/map")
    #expect(map.text.contains("School map"))

    // A form that one draws is sent to the other, and what it wrote is on both.
    let settings = try await browser.get(first.address + school + "/pupils")
    let token = try #require(browser.token(in: settings.text))
    #expect(try await browser.get(second.address + school + "/pupils").status == 200)

    // Signing out at one ends the session at the other.
    #expect(try await browser.post(second.address + "/sign-out", ["csrf": token]).status == 303)
    let after = try await browser.get(first.address + school + "/map")
    #expect(after.status == 303 && after.leadsTo?.hasPrefix("/sign-in") == true)
  }

  @Test func `two processes can start at once on an empty database`() async throws {
    let address = try await freshDatabaseAddress(.postgres)
    let program = Program()
    async let one = Task.detached { try program.run("migrate", "--database", address).status }.value
    async let two = Task.detached { try program.run("migrate", "--database", address).status }.value
    #expect(try await [one, two] == [0, 0])
  }

  @Test func `a copy moved elsewhere finds its files`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trellis-moved-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let built = Program.built.deletingLastPathComponent()
    for name in try FileManager.default.contentsOfDirectory(atPath: built.path)
    where name == "trellis" || name.hasPrefix("trellis_") && name.hasSuffix(".resources") {
      try FileManager.default.copyItem(at: built.appending(path: name), to: folder.appending(path: name))
    }
    // What stands beside the program is what it serves: a mark put there is seen.
    let style = folder.appending(path: "trellis_Site.resources/Resources/public/trellis.css")
    try Data("/* moved */".utf8).write(to: style)
    let server = try Program.Server(
      Program(folder.appending(path: "trellis")), database: "sqlite:\(folder.path)/trellis.sqlite")
    defer { server.stop() }
    #expect(try await Browser().get(server.address + "/public/trellis.css").text == "/* moved */")
  }
}
