import ArgumentParser
import Domain
import SQL
import Store

struct AreaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: "The areas whose support is mapped here.", subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds an area with its project: a standard framework, a first round, a code.",
      discussion: "The first real area closes the demonstration's one-click doors for good.")

    @OptionGroup var kept: DatabaseOptions
    @Option(help: "The area's name: an authority, a health board.") var name: String
    @Option(help: "The last step of its web address /areas/…: small letters, digits, hyphens.") var address: String

    func run() async throws {
      let new = try NewArea(name: name, address: address)
      var generator = SystemRandomNumberGenerator()
      let code = JoinCode.new(using: &generator)
      try await kept.use { database, settings in
        let today = DayArgument.today(settings)
        let (isThere, hasDoors) = try await database.read {
          (try Areas.withAddress(new.address, $0) != nil, try Demonstration.isOpen($0))
        }
        if hasDoors, !isThere {
          Main.say(
            "This database holds the demonstration. Adding an area closes its one-click sign-in for good, and signs out who "
              + "came in by it.")
        }
        let area = try await database.write(keeper: "areas") {
          try Areas.add(new, code: code, today: today, $0)
        }
        print("Added \(area.name). Its project is at /areas/\(area.address).")
        print("The code that lets people join it: \(code.text)")
        print("Give it a coordinator: trellis account add --email … --name … --role coordinator --area \(area.address)")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the areas that are kept here.")

    @OptionGroup var kept: DatabaseOptions

    func run() async throws {
      let areas = try await kept.use { database, _ in try await database.read { try Areas.all($0) } }
      for area in areas {
        print(
          "\(area.address)  \(area.details.isListed ? "listed" : "not listed")  \(area.name): \(area.details.title)")
      }
      if areas.isEmpty { print("There are no areas yet. Add one: trellis area add --name … --address …") }
    }
  }
}
