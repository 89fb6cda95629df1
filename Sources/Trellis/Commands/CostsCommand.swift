import ArgumentParser
import Documents
import Domain
import SQL
import Store

struct CostsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "costs", abstract: "Shows what one pupil gets and what it costs, with the working.",
    discussion: """
      Without dates: the academic year of today. --as-at alone: as it was on that day. The working shows rates of pay. \
      docs/files.md says what is in the JSON.
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case json, text }

  @OptionGroup var kept: DatabaseOptions
  @OptionGroup var school: SchoolOption
  @Option(help: "The pupil's unique pupil number, thirteen characters.") var pupil: String
  @OptionGroup var days: MapDaysOptions
  @Option(help: "\(Form.allCases.map(\.rawValue).joined(separator: " | ")).") var format = Form.text
  @OptionGroup var output: FileOutput

  func run() async throws {
    guard let upn = UPN(pupil) else {
      throw Refusal.invalid("\(pupil) is no unique pupil number: a letter, then eleven digits, then a digit or letter.")
    }
    let (option, form) = (school, format)
    let bytes = try await kept.use(existing: true) { database, settings in
      let question = MapQuestion(try days.days(today: DayArgument.today(settings)))
      let (school, pupil, costs) = try await database.read { connection in
        let school = try option.find(connection)
        let maps = SchoolMaps(Viewer(operatorIn: school.id), connection)
        guard let pupil = try maps.pupil(upn), let costs = try maps.costs(of: pupil.id, question, at: school) else {
          throw Refusal.notFound("\(school.name) has no pupil with this UPN.")
        }
        return (school, pupil, costs)
      }
      try await database.write(keeper: school.id.text) { connection in
        try SchoolMaps(Viewer(operatorIn: school.id), connection).recordExport(of: costs, as: form.rawValue)
      }
      return switch form {
      case .json: try PupilCostsJSON(costs, school: school, upn: pupil.upn).bytes()
      case .text: Array(PupilCostsText.text(costs, school: school).utf8)
      }
    }
    try output.write(bytes)
  }
}
