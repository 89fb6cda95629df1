import Foundation
import Security

/// The program itself, in a process of its own, on the large database.
extension Bench {
  /// From starting it to its first answer.
  func starting(_ path: String) throws {
    guard Served.isBuilt else { return }
    var times: [Double] = []
    for round in 0..<5 {
      let served = try Served(path, port: 18_100 + round)
      defer { served.stop() }
      times.append(served.firstAnswer)
    }
    print(String(format: "First answer after starting: %.0f ms (aim: 300).", times.median))
  }

  /// What is resident of it when it has served each of these pages as often as they were measured.
  func serving(_ path: String, _ token: Token, _ pages: [String]) throws {
    guard Served.isBuilt else { return }
    let served = try Served(path, port: 18_110)
    defer { served.stop() }
    let begun = served.memory
    let client = try Client(port: served.port, cookie: token.printed)
    for page in pages {
      let times = page.contains(".pdf") ? 5 : runs
      for _ in 0..<times where try client.get(page).status != 200 { throw BenchError("the server refused \(page)") }
    }
    print(
      "The server, resident: \(begun) MB when it had started, \(served.memory) MB after all of these pages (aim: 150).")
  }
}

/// A running `trellis serve`.
private struct Served {
  private static let program = ".build/release/trellis"
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: program) }

  let port: Int
  /// In milliseconds.
  let firstAnswer: Double
  private let process: Process

  init(_ path: String, port: Int) throws {
    self.port = port
    process = Process()
    process.executableURL = URL(fileURLWithPath: Served.program)
    process.arguments = ["serve", "--database", "sqlite:\(path)", "--port", String(port)]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    var answered = false
    while !answered, ContinuousClock.now - start < .seconds(10) {
      answered = (try? Client(port: port, cookie: "none").get("/sign-in").status) == 200
      if !answered { usleep(2_000) }
    }
    firstAnswer = Bench.milliseconds(ContinuousClock.now - start)
  }

  var memory: Int { Bench.memory(of: process.processIdentifier) }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
