import ArgumentParser
import Documents
import Domain
import Foundation
import SQL
import Store

/// What the map of an area can be asked for on the command line.
struct AreaMapOptions: ParsableArguments {
  @Option(help: "Of an area: the round's number; else the one that takes entries, or the newest.") var round: Int?
  @Option(help: "Of an area: one specialism alone, by its name or key.") var specialism: String?
  @Flag(name: .customLong("public"), help: "Of an area: only what may be shown to anybody.") var isPublic = false

  var isGiven: Bool { round != nil || specialism != nil || isPublic }

  func made(
    _ format: SchoolMapFile, of address: String, _ database: any Database, _ settings: Settings
  ) async throws -> (bytes: [UInt8], warning: String?) {
    let (today, form) = (DayArgument.today(settings), AreaMapFile(rawValue: format.rawValue) ?? .json)
    let (round, specialism, isPublic) = (round, specialism, isPublic)
    let report = try await database.read { connection in
      guard let area = try Areas.withAddress(address, connection) else {
        throw Refusal.notFound(
          "There is no area at the address \(address). `trellis area list` shows those that there are.")
      }
      var question = AreaMapQuestion(round: round)
      question.isPublic = isPublic
      if let specialism { question.specialism = try Self.key(of: specialism, in: area, connection) }
      return try AreaMaps(AreaViewer(operatorIn: area.id), of: area, connection).report(question, today: today)
    }
    let printed = PrintedAreaMap(report, today: today, moment: Date())
    let made = try await form.made(of: printed, isFull: true, typst: Tools.typesetter(settings))
    let area = report.map.area
    try await database.write(keeper: area.id.text) { connection in
      try AreaMaps(AreaViewer(operatorIn: area.id), of: area, connection).recordExport(
        of: report.map, as: form.rawValue)
    }
    return made
  }

  /// Refuses what the project does not ask for, and says what it asks for.
  private static func key(of typed: String, in area: Area, _ connection: any Connection) throws -> String {
    let all = try AreaParts(area.id, connection).specialisms().map(\.specialism)
    let folded = Folding.fold(typed)
    guard let found = all.first(where: { $0.key == typed || Folding.fold($0.name) == folded }) else {
      let names = all.map { "\($0.name) (\($0.key))" }.joined(separator: ", ")
      throw Refusal.notFound("This project has no specialism “\(typed)”. It has: \(names).")
    }
    return found.key
  }
}
