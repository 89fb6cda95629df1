import Foundation
import TestSupport

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The built program, run as its users run it.
struct Program {
  /// The folder of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let built = root.appending(path: ".build/debug/trellis")

  let executable: URL

  init(_ executable: URL = Program.built) { self.executable = executable }

  struct Answer {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a command to its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    try run(arguments, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trellis-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    let process = try ChildProcess(
      executable.path, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
      in: folder, output: FileHandle(forWritingTo: output), errors: FileHandle(forWritingTo: errors))
    return Answer(
      status: process.wait(), output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// A running `trellis serve` on a free port.
  final class Server {
    let address: String
    /// What it said when it stood ready.
    let said: String
    private let process: ChildProcess

    init(_ program: Program, database: String, _ more: String...) throws {
      let log = FileManager.default.temporaryDirectory.appending(path: "trellis-serve-\(UUID().uuidString).log")
      _ = FileManager.default.createFile(atPath: log.path, contents: nil)
      let handle = try FileHandle(forWritingTo: log)
      process = try ChildProcess(
        program.executable.path, ["serve", "--port", "0", "--database", database] + more,
        in: FileManager.default.temporaryDirectory, output: handle, errors: handle)
      var (found, text): (String?, String) = (nil, "")
      for _ in 0..<600 where found == nil {
        usleep(50_000)
        text = try String(contentsOf: log, encoding: .utf8)
        found = text.split(separator: "\n").first { $0.hasPrefix("Trellis is at ") }.map { String($0.dropFirst(14)) }
        if !process.isRunning { break }
      }
      try? FileManager.default.removeItem(at: log)
      guard let found else { throw ServerDidNotStart() }
      address = found
      said = text
    }

    func stop() {
      process.terminate()
      process.wait()
    }
  }

  struct ServerDidNotStart: Error {}
}

/// The barest browser: it keeps its cookies, and does not follow where it is led.
final class Browser: NSObject, URLSessionTaskDelegate, @unchecked Sendable {
  private lazy var session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
  private var cookie: String?

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) { completionHandler(nil) }

  func get(_ address: String) async throws -> (status: Int, text: String, leadsTo: String?) {
    try await send(URLRequest(url: URL(string: address)!))
  }

  func post(_ address: String, _ fields: [String: String]) async throws -> (status: Int, text: String, leadsTo: String?)
  {
    var request = URLRequest(url: URL(string: address)!)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let allowed = CharacterSet.alphanumerics
    request.httpBody = Data(
      fields.map { "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: allowed)!)" }.joined(
        separator: "&"
      ).utf8)
    return try await send(request)
  }

  /// The form token of a page.
  func token(in page: String) -> String? {
    page.split(separator: "name=\"csrf\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
  }

  private func send(_ request: URLRequest) async throws -> (status: Int, text: String, leadsTo: String?) {
    var request = request
    request.httpShouldHandleCookies = false
    if let cookie { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
    let (data, response) = try await session.data(for: request)
    let answer = response as! HTTPURLResponse
    if let given = answer.value(forHTTPHeaderField: "Set-Cookie") { cookie = String(given.prefix { $0 != ";" }) }
    return (answer.statusCode, String(decoding: data, as: UTF8.self), answer.value(forHTTPHeaderField: "Location"))
  }
}
