import Foundation
import Subprocess

/// Runs the command once, with nothing of our environment in it.
enum TypstCommand {
  struct Outcome: Sendable {
    let isSuccess: Bool
    let output: String
    let errors: String
  }

  static func run(_ command: URL, _ arguments: [String], timeout: Duration) async throws -> Outcome {
    try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask { try await outcome(of: command, arguments) }
      group.addTask {
        try await Task.sleep(for: timeout)
        return nil
      }
      defer { group.cancelAll() }
      guard let outcome = try await group.next() ?? nil else {
        throw FormatError("The document took too long to make. Try a shorter period or fewer rows.")
      }
      return outcome
    }
  }

  static func failure(_ errors: String) -> FormatError {
    FormatError(
      "The document could not be made. Try again; if it happens again, tell the operator.", detail: brief(errors))
  }

  /// The lines that say what is wrong and where; not those that show the template.
  static func brief(_ errors: String) -> String {
    let lines = errors.split(separator: "\n")
    let telling = lines.filter { $0.contains("error") || $0.contains("┌─") }
    return (telling.isEmpty ? lines : telling).prefix(4).map { $0.trimmingCharacters(in: .whitespaces) }.joined(
      separator: " ")
  }

  /// A task that is cancelled kills the command.
  private static func outcome(of command: URL, _ arguments: [String]) async throws -> Outcome {
    let folder = command.deletingLastPathComponent().path(percentEncoded: false)
    do {
      let result = try await Subprocess.run(
        .name(command.lastPathComponent), arguments: Arguments(arguments),
        environment: .custom(["PATH": "\(folder):/usr/bin:/bin", "LANG": "C.UTF-8"]),
        output: .string(limit: 1 << 20), error: .string(limit: 8 << 20))
      return Outcome(
        isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput,
        errors: result.standardError)
    } catch is SubprocessError {
      throw FormatError(
        "The tool that makes PDFs does not run on this server. The operator can install it with script/setup.",
        detail: command.lastPathComponent)
    }
  }
}
