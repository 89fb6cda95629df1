import ArgumentParser
import Domain
import Foundation
import SQL
import Security
import Store

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "The people who can sign in.",
    subcommands: [Add.self, List.self, Disable.self, ResetPassword.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Makes an account, with a role in a school or an area, and prints a link by which its owner chooses a password.",
      discussion:
        """
        Give an account that there is already to add a role to it. Hand the link to nobody else; it works once, for 72 hours, \
        and can be issued again from the school's members or with reset-password.
        """)

    @OptionGroup var kept: DatabaseOptions
    @Option(help: "The person's e-mail address.") var email: String
    @Option(help: "The person's name.") var name: String?
    @Option(
      help: """
        In a school: \(Role.allCases.map(\.rawValue).joined(separator: " | ")). In an area: \
        \(AreaRole.allCases.map(\.rawValue).joined(separator: " | ")).
        """)
    var role: String?
    @Option(help: "The URN of the school in which the role is held.") var school: String?
    @Option(help: "The address of the area in which the role is held.") var area: String?
    @Option(help: "The last day of the role.", transform: DayArgument.init) var until: DayArgument?

    func validate() throws {
      if (role == nil) != (school == nil && area == nil) || (school != nil && area != nil) {
        throw ValidationError(
          "A role is held in a school or in an area: give --role and --school, or --role and --area.")
      }
      if let role, school != nil, Role(rawValue: role) == nil {
        throw ValidationError("A school has no role “\(role)”.")
      }
      if let role, area != nil, AreaRole(rawValue: role) == nil {
        throw ValidationError("An area has no role “\(role)”.")
      }
    }

    func run() async throws {
      guard let folded = Account.foldedEmail(email) else { throw Refusal.invalid("\(email) is not an e-mail address.") }
      let (role, urn, area, name, until) = (role, school, area, name, until?.day)
      try await kept.use { database, settings in
        let today = DayArgument.today(settings)
        guard let span = Span(today, until) else { throw Refusal.invalid("The last day is over already.") }
        let token = try await database.write(keeper: folded) { connection -> Token? in
          let known = try Accounts.withEmail(folded, connection)
          guard known != nil || name != nil else { throw Refusal.invalid("Give the person's name with --name.") }
          if known != nil, role == nil { throw Refusal.conflict("There is an account for \(folded) already.") }
          let id = try known?.id ?? Accounts.add(email: folded, name: name ?? folded, connection)
          if let role = role.flatMap(AreaRole.init(rawValue:)), let area {
            guard let area = try Areas.withAddress(area, connection) else {
              throw Refusal.notFound("There is no area at the address \(area).")
            }
            try AreaPeople(AreaViewer(operatorIn: area.id), connection).appoint(id, as: role, today: today)
          }
          if let role = role.flatMap(Role.init(rawValue:)), let urn {
            guard let school = try Schools.withURN(urn, connection) else {
              throw Refusal.notFound("There is no school with the URN \(urn).")
            }
            try Members(Viewer(operatorIn: school.id), connection).grant(role, to: id, during: span)
          }
          return known == nil ? try Accounts.resetPassword(email: folded, connection) : nil
        }
        if let token {
          print("Made an account for \(folded). To choose a password, within 72 hours:")
          print("\(settings.address)/password-reset/\(token.printed)")
        } else {
          print("Added the role to the account of \(folded).")
        }
        try await AccountCommand.sayDoors(database)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists accounts with their roles.")

    @OptionGroup var kept: DatabaseOptions

    func run() async throws {
      let lines = try await kept.use { database, _ in try await database.read { try Accounts.list($0) } }
      for line in lines {
        let places = line.places.map { "\($0.role) in \($0.place)" }.joined(separator: "; ")
        let words = [line.account.email, line.account.name, line.account.disabledAt == nil ? "" : "disabled", places]
        print(words.filter { !$0.isEmpty }.joined(separator: "  "))
      }
      if lines.isEmpty { print("There are no accounts yet.") }
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shuts an account out at once, or lets it in again. Nothing that its owner wrote goes.")

    @OptionGroup var kept: DatabaseOptions
    @Option(help: "The person's e-mail address.") var email: String
    @Flag(help: "Lets a disabled account in again.") var undo = false

    func run() async throws {
      let (email, undo) = (email, undo)
      try await kept.use { database, _ in
        try await database.write(keeper: email) { connection in
          guard let account = try Account.foldedEmail(email).flatMap({ try Accounts.withEmail($0, connection) }) else {
            throw Refusal.notFound("There is no account for \(email).")
          }
          if undo { try Accounts.enable(account.id, connection) } else { try Accounts.disable(account.id, connection) }
        }
        print(undo ? "\(email) can sign in again." : "\(email) is shut out, and signed out everywhere.")
      }
    }
  }

  struct ResetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset-password",
      abstract: "Prints a link by which an account's owner chooses a new password.",
      discussion:
        "It works once, for 24 hours; 72 where none was chosen yet. The second factor is asked for all the same; --second-factor takes it off."
    )

    @OptionGroup var kept: DatabaseOptions
    @Option(help: "The person's e-mail address.") var email: String
    @Flag(help: "Takes the second factor off, for a lost phone: it is set up anew at the next sign-in.")
    var secondFactor = false

    func run() async throws {
      let (email, secondFactor) = (email, secondFactor)
      try await kept.use { database, settings in
        let token = try await database.write(keeper: email) { connection in
          let token = try Accounts.resetPassword(email: email, connection)
          if secondFactor,
            let account = try Account.foldedEmail(email).flatMap({ try Accounts.withEmail($0, connection) })
          {
            try SecondFactors.turnOff(of: account.id, connection)
          }
          return token
        }
        print("\(settings.address)/password-reset/\(token.printed)")
        try await AccountCommand.sayDoors(database)
      }
    }
  }

  /// Whoever gets a password where the demonstration's doors stand open is not alone there.
  private static func sayDoors(_ database: any Database) async throws {
    guard try await database.read({ try Demonstration.isOpen($0) }) else { return }
    Main.say(
      "This database holds the demonstration: served with --demo, anybody can come in by one click and read what "
        + "is typed.")
  }
}
