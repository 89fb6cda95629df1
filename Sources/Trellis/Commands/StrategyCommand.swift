import ArgumentParser
import Documents
import Domain
import SQL
import Store

struct StrategyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategy", abstract: "Writes a school's inclusion strategy.",
    discussion: """
      The newest one as it stands today, with costs that are not for the public; --public: without what could point at a \
      child. --published N: as it was published under that number, which is public already. docs/files.md says what is in \
      the files.
      """)

  @OptionGroup var kept: DatabaseOptions
  @OptionGroup var school: SchoolOption
  @Option(help: "\(StrategyFile.allCases.map(\.rawValue).joined(separator: " | ")).") var format: StrategyFile
  @Flag(name: .customLong("public"), help: "Only what may be shown to anybody.") var isPublic = false
  @Option(help: "The number under which it was published.") var published: Int?
  @OptionGroup var output: FileOutput

  /// What is to be written; `bytes` where it is kept as it was published.
  private struct Found: Sendable {
    let school: ID<Organisation>
    let strategy: ID<Strategy>
    let document: StrategyDocument
    var bytes: [UInt8]?
  }

  func run() async throws {
    try output.check(isBinary: format.isBinary)
    let made = try await kept.use(existing: true) { database, settings in
      let found = try await find(database, today: DayArgument.today(settings))
      var made: (bytes: [UInt8], warning: String?) = (found.bytes ?? [], nil)
      if found.bytes == nil { made = try await format.made(of: found.document, typst: Tools.typesetter(settings)) }
      let (form, edition) = (format.rawValue, published)
      try await database.write(keeper: found.school.text) { connection in
        try Strategies(Viewer(operatorIn: found.school), connection).recordExport(
          of: found.strategy, edition: edition, as: form)
      }
      return made
    }
    if let warning = made.warning { Main.say(warning) }
    try output.write(made.bytes)
  }

  private func find(_ database: any Database, today: Day) async throws -> Found {
    let (option, form, number, isPublic) = (school, format, published, isPublic)
    return try await database.read { connection in
      let school = try option.find(connection)
      if let number { return try Self.published(number, by: school, as: form, connection) }
      let strategies = Strategies(Viewer(operatorIn: school.id), connection)
      guard let newest = try strategies.all().first else {
        throw Refusal.notFound("\(school.name) has no inclusion strategy yet.")
      }
      let read = try strategies.read(newest, of: school, today: today)
      return Found(
        school: school.id, strategy: newest.id, document: read.document(isPublic: isPublic, isDraft: true, on: today))
    }
  }

  private static func published(
    _ number: Int, by school: School, as form: StrategyFile, _ connection: any Connection
  ) throws -> Found {
    let editions = StrategyEditions(of: school.id, connection)
    guard let edition = try editions.all().first(where: { $0.number == number }) else {
      throw Refusal.notFound("\(school.name) has published no inclusion strategy under the number \(number).")
    }
    let bytes: [UInt8]? =
      switch form {
      case .json: nil
      case .pdf: try editions.file(.pdf, of: number)
      case .docx: try editions.file(.word, of: number)
      }
    return Found(school: school.id, strategy: edition.strategy, document: edition.document, bytes: bytes)
  }
}

extension StrategyFile: ExpressibleByArgument {}
