import ArgumentParser
import Domain
import Formats
import Foundation
import SQL

/// The program. Each command is a short file in `Commands/`.
struct Trellis: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trellis",
    abstract: "Maps the support that children with additional needs get, pupil by pupil and pound by pound.",
    discussion: "Settings: arguments, then environment (TRELLIS_…), then .env. See docs/operating.md.",
    version: "0.1.0",
    subcommands: [
      Serve.self,
      Migrate.self,
      MakeDemo.self,
      AccountCommand.self,
      SchoolCommand.self, AreaCommand.self,
      ImportCommand.self,
      MapCommand.self,
      CostsCommand.self,
      StrategyCommand.self,
      Backup.self,
      Restore.self,
      Check.self,
    ])
}

@main
enum Main {
  /// One sentence on standard error when something is refused, and exit status 1; 2 for wrong usage.
  static func main() async {
    do {
      var command = try Trellis.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(Main.report(error))
    }
  }

  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let refusal as Refusal: say(refusal.sentence)
    case let refusals as Refusals: say(refusals.all.map(\.sentence).joined(separator: " "))
    case let error as FormatError: say(error.description)
    case let error as SettingsError: say(error.description)
    case let error as DatabaseError: say(sentence(error))
    default:
      let code = Trellis.exitCode(for: error)
      if code == .success {
        print(Trellis.fullMessage(for: error))
        return 0
      }
      let message = Trellis.fullMessage(for: error)
      if !message.isEmpty { say(message) }
      return code == .validationFailure ? 2 : code.rawValue
    }
    return 1
  }

  static func sentence(_ error: DatabaseError) -> String {
    switch error {
    case .unavailable(let detail): return detail
    case .tookTooLong: return "The database was busy for too long. Nothing was written; try again."
    default: return "The database refused: \(error)"
    }
  }

  static func say(_ sentence: String) { FileHandle.standardError.write(Data((sentence + "\n").utf8)) }
}
