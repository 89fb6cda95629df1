import ArgumentParser
import Demo
import Documents
import Domain
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
      try await publishStrategy(in: database, settings, today)
      print("Made the demonstration: \(Demo.authority), with two schools. Serve it with: trellis serve --demo")
    }
  }

  /// What the primary school publishes needs its files; without the tool that makes PDFs it stays unpublished.
  private func publishStrategy(in database: any Database, _ settings: Settings, _ today: Day) async throws {
    guard let asked = try await database.read({ try Demo.strategyToPublish(today: today, $0) }) else { return }
    guard let typst = Tools.typesetter(settings) else {
      Main.say("There is no tool here that makes PDFs, so the primary school’s strategy is not published.")
      return
    }
    let made = Strategies.ToPublish(
      document: asked.document, pdf: try await StrategyFile.pdf.made(of: asked.document, typst: typst).bytes,
      word: try await StrategyFile.docx.made(of: asked.document, typst: nil).bytes, version: asked.version)
    try await database.write(keeper: "demonstration") { try Demo.publish(made, today: today, $0) }
  }
}
