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
      discussion:
        "The first real school closes the demonstration's one-click doors for good: then give --close-demonstration.")

    @OptionGroup var kept: DatabaseOptions
    @OptionGroup var closing: ClosingOption
    @Option(help: "Unique reference number, six digits.") var urn: String
    @Option(help: "The school's name.") var name: String
    @Option(help: "\(Phase.allCases.map(\.rawValue).joined(separator: " | ")).") var phase: Phase
    @Option(help: "The authority's three digits and the school's four.") var laestab: String?
    @Option(help: "The local authority's name.") var authority: String?

    func run() async throws {
      let new = try NewSchool(urn: urn, name: name, phase: phase, laestab: laestab, authority: authority)
      try await kept.use { database, settings in
        let (today, closing) = (DayArgument.today(settings), closing)
        let school = try await database.write(keeper: "schools") { connection in
          if try Schools.withURN(new.urn, connection) == nil { try closing.check(connection) }
          return try Schools.add(new, today: today, connection)
        }
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
