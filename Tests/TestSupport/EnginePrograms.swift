import Dispatch
import Foundation

/// Runs the program at `path` to its end. Fails with what it said where it fails.
func run(_ path: String, _ arguments: [String]) async throws {
  let errors = Pipe()
  let program = try ChildProcess(path, arguments, errors: errors.fileHandleForWriting)
  try errors.fileHandleForWriting.close()
  let words = try await besides {
    try errors.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
  guard program.wait() == 0 else {
    throw ClusterFailure(description: "\(path) \(arguments.joined(separator: " ")): \(words)")
  }
}

/// What the program named `name` prints, without the end of its line.
func output(of name: String, _ arguments: [String]) throws -> String {
  let words = Pipe()
  let program = try ChildProcess(
    "/usr/bin/env", [name] + arguments, output: words.fileHandleForWriting, errors: .nullDevice)
  try words.fileHandleForWriting.close()
  let text = try words.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) } ?? ""
  program.wait()
  return text.trimmingCharacters(in: .whitespacesAndNewlines)
}

/// On a thread of its own, so that those of the tests are not held up.
private func besides<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { end in
    DispatchQueue.global().async { end.resume(with: Result(catching: work)) }
  }
}
