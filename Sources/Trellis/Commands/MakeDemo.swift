import ArgumentParser
import Demo
import SQL
import Store

struct MakeDemo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Makes the demonstration in an empty database: two invented schools and their area, lived in.")

  @OptionGroup var kept: DatabaseOptions

  func run() async throws {
    try await kept.use { database, settings in
      let today = DayArgument.today(settings)
      try await database.write(keeper: "demonstration") { try Demo.make(today: today, $0) }
      print("Made the demonstration: \(Demo.authority), with two schools. Serve it with: trellis serve --demo")
    }
  }
}
