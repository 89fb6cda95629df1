import ArgumentParser
import Domain
import SQL
import Store

struct SchoolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "school", abstract: "The schools that are kept here.", subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds a school, with a default calendar, reference rates and a starter catalogue.",
      discussion: "The first real school closes the demonstration's one-click doors for good.")

    @OptionGroup var kept: DatabaseOptions
    @Option(help: "Unique reference number, six digits.") var urn: String
    @Option(help: "The school's name.") var name: String
    @Option(help: "\(Phase.allCases.map(\.rawValue).joined(separator: " | ")).") var phase: Phase
    @Option(help: "The authority's three digits and the school's four.") var laestab: String?
    @Option(help: "The local authority's name.") var authority: String?

    func run() async throws {
      let new = try NewSchool(urn: urn, name: name, phase: phase, laestab: laestab, authority: authority)
      try await kept.use { database, settings in
        let today = DayArgument.today(settings)
        let (isThere, hasDoors) = try await database.read {
          (try Schools.withURN(new.urn, $0) != nil, try Demonstration.isOpen($0))
        }
        if hasDoors, !isThere {
          Main.say(
            "This database holds the demonstration. Adding a school closes its one-click sign-in for good, and signs out "
              + "who came in by it.")
        }
        let school = try await database.write(keeper: "schools") { try Schools.add(new, today: today, $0) }
        print("Added \(school.name) (\(school.urn)). Its calendar is a default one: please check it.")
        print("Until it has rates of its own, its maps are priced at reference rates.")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the schools that are kept here.")

    @OptionGroup var kept: DatabaseOptions

    func run() async throws {
      let schools = try await kept.use { database, _ in try await database.read { try Schools.all($0) } }
      for school in schools { print("\(school.urn)  \(school.phase.rawValue)  \(school.name)") }
      if schools.isEmpty {
        print("There are no schools yet. Add one: trellis school add --urn … --name … --phase primary")
      }
    }
  }
}

extension Phase: ExpressibleByArgument {}
