import ArgumentParser
import Documents
import Domain
import Foundation
import SQL
import Store

struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Writes a school's costed map, or an area's map.",
    discussion: """
      Of a school (--school), without dates: the academic year of today. --as-at alone: as it was on that day, with the \
      cost since the academic year began; with --from or --until it divides to date from to come. Of an area (--area): \
      the round that takes entries, else the newest; --public: what its authors and the review agreed to show to \
      anybody. docs/files.md says what is in the files.
      """)

  @OptionGroup var kept: DatabaseOptions
  @Option(help: "The school's URN, six digits.") var school: String?
  @Option(help: "The area's address, the last step of /areas/….") var area: String?
  @OptionGroup var days: MapDaysOptions
  @Option(
    help: "Of a school, what stands across: \(MapQuestion.Across.allCases.map(\.rawValue).joined(separator: " | ")).")
  var by: MapQuestion.Across?
  @OptionGroup var ofArea: AreaMapOptions
  @Option(help: "\(SchoolMapFile.allCases.map(\.rawValue).joined(separator: " | ")).") var format: SchoolMapFile
  @OptionGroup var output: FileOutput

  /// One of the two, and no option of the other.
  func validate() throws {
    switch (school, area) {
    case (nil, nil): throw ValidationError("Say whose map: --school URN or --area ADDRESS.")
    case (_?, _?): throw ValidationError("A map is of a school or of an area: give --school or --area, not both.")
    case (_?, nil):
      if ofArea.isGiven { throw ValidationError("--round, --specialism and --public go with --area.") }
    case (nil, _?):
      if days.isGiven || by != nil { throw ValidationError("--from, --until, --as-at and --by go with --school.") }
    }
  }

  func run() async throws {
    try output.check(isBinary: format.isBinary)
    let made = try await kept.use(existing: true) { database, settings in
      if let area { return try await ofArea.made(format, of: area, database, settings) }
      return try await ofSchool(database, settings)
    }
    if let warning = made.warning { Main.say(warning) }
    try output.write(made.bytes)
  }

  private func ofSchool(
    _ database: any Database, _ settings: Settings
  ) async throws -> (bytes: [UInt8], warning: String?) {
    let today = DayArgument.today(settings)
    var question = MapQuestion(try days.days(today: today))
    question.across = by ?? .year
    let (asked, urn) = (question, school ?? "")
    let (map, calendar) = try await database.read { connection in
      let school = try SchoolOption.find(urn, connection)
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
}

/// Over which days: the command line's words for `MapQuestion.Days`.
struct MapDaysOptions: ParsableArguments {
  @Option(help: "The first day; else of the academic year of --until or today.", transform: DayArgument.init)
  var from: DayArgument?
  @Option(help: "The last day; else of the academic year of --from or today.", transform: DayArgument.init)
  var until: DayArgument?
  @Option(help: "Divides to date from to come (today); alone: as it was on that day.", transform: DayArgument.init)
  var asAt: DayArgument?

  var isGiven: Bool { from != nil || until != nil || asAt != nil }

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
