import ArgumentParser
import Domain
import SQL
import Security
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
    @Option(help: "The e-mail address of who coordinates it; takes the account that there is, or makes one.")
    var coordinator: String?
    @Option(help: "The coordinator's name, where there is no account for them yet.") var coordinatorName: String?

    func validate() throws {
      if coordinator == nil, coordinatorName != nil {
        throw ValidationError("Give the coordinator's e-mail address with --coordinator.")
      }
    }

    func run() async throws {
      let new = try NewArea(name: name, address: address)
      let (email, coordinatorName) = (coordinator, coordinatorName)
      if let email, Account.foldedEmail(email) == nil { throw Refusal.invalid("\(email) is not an e-mail address.") }
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
        let (area, token) = try await database.write(keeper: "areas") { connection in
          let area = try Areas.add(new, code: code, today: today, connection)
          guard let email else { return (area, Token?.none) }
          return (area, try Add.appoint(email, coordinatorName, in: area, today, connection))
        }
        print("Added \(area.name). Its project is at /areas/\(area.address).")
        print("The code that lets people join it: \(code.text)")
        if let token, let email {
          print("Made an account for \(email). To choose a password, within 72 hours:")
          print("\(settings.address)/password-reset/\(token.printed)")
        } else if let email {
          print("The account of \(email) coordinates it.")
        } else {
          print(
            "Give it a coordinator: trellis account add --email … --name … --role coordinator --area \(area.address)")
        }
      }
    }

    /// Makes somebody the area's coordinator; the link to a password where they had no account.
    private static func appoint(
      _ email: String, _ name: String?, in area: Area, _ today: Day, _ connection: any Connection
    ) throws -> Token? {
      let known = try Account.foldedEmail(email).flatMap { try Accounts.withEmail($0, connection) }
      guard known != nil || name != nil else {
        throw Refusal.invalid("Give the coordinator's name with --coordinator-name.")
      }
      let id = try known?.id ?? Accounts.add(email: email, name: name ?? email, connection)
      try AreaPeople(AreaViewer(operatorIn: area.id), connection).appoint(id, as: .coordinator, today: today)
      return known == nil ? try Accounts.resetPassword(email: email, connection) : nil
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
