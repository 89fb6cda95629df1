import Foundation

/// Runs the program at `path` to its end. Fails with what it said where it fails.
func run(_ path: String, _ arguments: [String]) async throws {
  let program = Process()
  program.executableURL = URL(filePath: path)
  program.arguments = arguments
  let errors = Pipe()
  program.standardError = errors
  try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
    program.terminationHandler = { _ in end.resume() }
    do { try program.run() } catch { end.resume(throwing: error) }
  }
  guard program.terminationStatus == 0 else {
    let words = try errors.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) } ?? ""
    throw ClusterFailure(description: "\(path) \(arguments.joined(separator: " ")): \(words)")
  }
}

/// What the program named `name` prints, without the end of its line.
func output(of name: String, _ arguments: [String]) throws -> String {
  let program = Process()
  program.executableURL = URL(filePath: "/usr/bin/env")
  program.arguments = [name] + arguments
  let words = Pipe()
  program.standardOutput = words
  program.standardError = FileHandle.nullDevice
  try program.run()
  let text = try words.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) } ?? ""
  program.waitUntilExit()
  return text.trimmingCharacters(in: .whitespacesAndNewlines)
}
