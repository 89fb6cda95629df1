import ArgumentParser
import Documents
import Domain
import Foundation
import SQL
import Store

struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Writes a school's costed map.",
    discussion: """
      Without dates: the academic year of today. --as-at alone: as it was on that day, with the cost since the academic \
      year began; with --from or --until it divides to date from to come. docs/files.md says what is in the files.
      """)

  @OptionGroup var kept: DatabaseOptions
  @OptionGroup var school: SchoolOption
  @OptionGroup var days: MapDaysOptions
  @Option(help: "What stands across: \(MapQuestion.Across.allCases.map(\.rawValue).joined(separator: " | ")).")
  var by = MapQuestion.Across.year
  @Option(help: "\(SchoolMapFile.allCases.map(\.rawValue).joined(separator: " | ")).") var format: SchoolMapFile
  @OptionGroup var output: FileOutput

  func run() async throws {
    try output.check(isBinary: format.isBinary)
    let made = try await kept.use(existing: true) { database, settings in
      let today = DayArgument.today(settings)
      var question = MapQuestion(try days.days(today: today))
      question.across = by
      let (asked, option) = (question, school)
      let (map, calendar) = try await database.read { connection in
        let school = try option.find(connection)
        let calendar = try SchoolCalendars.load(school.id, connection)
        let maps = SchoolMaps(Viewer(operatorIn: school.id), connection)
        return (try maps.map(asked, of: school, calendar: calendar), calendar)
      }
      let printed = PrintedMap(map, calendar: calendar, showsCosts: true, today: today, moment: Date())
      let made = try await format.made(of: printed, typst: Tools.typesetter(settings))
      let form = format
      try await database.write(keeper: map.school.id.text) { connection in
        try SchoolMaps(Viewer(operatorIn: map.school.id), connection).recordExport(of: map, as: form.rawValue)
      }
      return made
    }
    if let warning = made.warning { Main.say(warning) }
    try output.write(made.bytes)
  }
}

/// Over which days: the command line's words for `MapQuestion.Days`.
struct MapDaysOptions: ParsableArguments {
  @Option(help: "The first day; else of the academic year of --until or today.", transform: DayArgument.init)
  var from: DayArgument?
  @Option(help: "The last day; else of the academic year of --from or today.", transform: DayArgument.init)
  var until: DayArgument?
  @Option(help: "Divides to date from to come (today); alone: as it was on that day.", transform: DayArgument.init)
  var asAt: DayArgument?

  func days(today: Day) throws -> MapQuestion.Days {
    if let asAt, from == nil, until == nil { return .asItWas(asAt.day) }
    let year = AcademicYear(containing: from?.day ?? until?.day ?? today).period
    guard let period = Period(from?.day ?? year.from, until?.day ?? year.until) else {
      throw Refusal.invalid("The last day cannot be before the first.")
    }
    return .period(period, asAt: asAt?.day ?? today)
  }
}

/// Where a command writes what it made: a file, or standard output.
struct FileOutput: ParsableArguments {
  @Option(help: "The file to write; else standard output.") var out: String?

  /// Refuses to write a file for programs onto a terminal.
  func check(isBinary: Bool) throws {
    if isBinary, out == nil, isatty(STDOUT_FILENO) == 1 {
      throw Refusal.invalid("This format is no text to be read here: give a file with --out FILE.")
    }
  }

  /// Files hold pupils' names: they are their owner's alone.
  func write(_ bytes: [UInt8]) throws {
    guard let out else { return FileHandle.standardOutput.write(Data(bytes)) }
    try? FileManager.default.removeItem(atPath: out)
    guard
      FileManager.default.createFile(atPath: out, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw Refusal.invalid("The file \(out) cannot be written.") }
  }
}

extension MapQuestion.Across: ExpressibleByArgument {}
extension SchoolMapFile: ExpressibleByArgument {}
