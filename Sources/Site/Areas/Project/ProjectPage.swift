import Components
import Domain
import Hummingbird
import Markup
import Store

/// What a project says of itself, its rounds and its lists, each with the way to change it.
struct ProjectPage: Page {
  struct RoundLine: Sendable {
    let name: String
    let days: String
    let levels: String
    let state: String
    let address: Address
  }

  let heading: String
  let about: [SummaryList.Row]
  let rounds: [RoundLine]
  /// Where the next round is opened; nil while one is open.
  let newRound: Address?
  let lists: [SummaryList.Row]

  var title: String { "Project" }
  var areaPart: AreaPart? { .project }

  var body: HTML {
    """
    \(PageHeader(title, kicker: heading))\(SummaryList(about))\
    <section aria-labelledby="rounds"><h2 id="rounds">Rounds</h2>\
    <p>A round is one time that the area is asked. Closed, it stays as it was, to be compared with.</p>\
    \(DataTable("Rounds", showsCaption: false, columns: [.init("Round"), .init("Days"), .init("Levels"), .init("State")], rows: rounds.map(cells)))\
    \(if: newRound, { LinkButton("Open the next round", $0, style: .quiet).html })</section>\
    <section aria-labelledby="lists"><h2 id="lists">What it asks, and of whom</h2>\(SummaryList(lists))</section>
    """
  }

  private func cells(_ line: RoundLine) -> [DataTable.Cell] {
    [.html("<a href=\"\(line.address)\">\(line.name)</a>"), .text(line.days), .text(line.levels), .text(line.state)]
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let page = try await visit.read { connection in
      let parts = AreaParts(area.id, connection)
      return ProjectPage(
        area, rounds: try Rounds(viewer, connection).all(), frameworks: try Frameworks(viewer, connection).all(),
        specialisms: try parts.specialisms(), sectors: try parts.sectors(), localities: try parts.localities(),
        boundaries: try parts.boundaries().count, terms: try TermsOfUse(viewer, connection).current()?.number ?? 0)
    }
    return visit.page(page)
  }
}

extension ProjectPage {
  init(
    _ area: Area, rounds: [Round], frameworks: [Framework], specialisms: [AreaParts.OwnSpecialism],
    sectors: [Sector], localities: [Locality], boundaries: Int, terms: Int
  ) {
    let details = area.details
    heading = details.title
    let change = Link("Change", Way.projectDetails(area))
    about = [
      .init("Title", details.title, action: change), .init("Area", area.name),
      .init("Web address", Way.area(area).text),
      .init("In the public list", details.isListed ? "Yes" : "No: it is reached by its address alone", action: change),
      .init("Open for joining", AreaWords.dates(details), action: change),
      .init("Organiser", details.organiser, action: change),
      .init("Contact", details.contact.nilIfEmpty ?? "Not entered", action: change),
      .init("Public map", details.publishesMap ? "Shown to anybody" : "Not shown", action: change),
      .init("Survey of families", details.takesSurvey ? "Open" : "Closed", action: change),
    ]
    self.rounds = rounds.reversed().map { round in
      RoundLine(
        name: round.title, days: "\(round.from.words) to \(round.until?.words ?? "when it is closed")",
        levels: frameworks.first { $0.id == round.framework }?.levels.map(\.name).joined(separator: ", ") ?? "",
        state: round.isClosed ? "Closed" : "Open", address: Way.round(round.id, area))
    }
    newRound = rounds.allSatisfy(\.isClosed) ? Way.newRound(area) : nil
    let expected = sectors.filter(\.isExpected).map(\.name)
    lists = [
      .init(
        "Specialisms", specialisms.map(\.specialism.name).joined(separator: "; "),
        action: Link("Change", Way.specialisms(area))),
      .init(
        "Sectors that are expected to answer", expected.isEmpty ? "None" : expected.joined(separator: "; "),
        action: Link("Change", Way.sectors(area))),
      .init(
        "Localities",
        localities.isEmpty ? "None yet" : "\(localities.count), \(boundaries) of them with a boundary",
        action: Link("Change", Way.localities(area))),
      .init("Terms of use", "Version \(terms)", action: Link("Change", Way.projectTerms(area))),
      .init(
        "Framework", frameworks.last?.name ?? "None", action: Link("Read and change", Way.framework(area))),
    ]
  }

  static var examples: [ProjectPage] {
    [
      ProjectPage(
        ProjectExamples.area, rounds: [ProjectExamples.round], frameworks: [ProjectExamples.framework],
        specialisms: [], sectors: Sector.usual, localities: [], boundaries: 0, terms: 1)
    ]
  }
}

/// An invented project, for the gallery.
enum ProjectExamples {
  static let area = Area(
    id: ID(high: 7, low: 1), name: "Northvale", address: "northvale-speech",
    details: AreaDetails(
      title: "Speech, language and communication in Northvale", about: "We want to know what there is.",
      organiser: "Northvale Children’s Commissioning", contact: "review@northvale.example", isListed: true),
    version: 1)
  static let framework = Framework(
    id: ID(high: 7, low: 2), name: "Five strands, three levels", number: 1, from: Day(2026, 9, 1)!,
    strands: StandardFramework.strands, levels: StandardFramework.threeLevels, version: 1)
  static let round = Round(
    id: ID(high: 7, low: 3), number: 1, name: "Autumn 2026", framework: framework.id, from: Day(2026, 9, 1)!,
    until: nil, isClosed: false, version: 1)

  static var forms: [FormPage] {
    let wrong = Refusals([.invalid("Give the project a title.", field: "title")])
    return [
      ProjectDetailsActs.page(ProjectDetailsForm(area.details), area, token: "example"),
      ProjectDetailsActs.page(ProjectDetailsForm(area.details), area, token: "example", refusals: wrong),
      RoundActs.page(RoundForm(round), round, area, [framework], token: "example"),
      LocalityActs.page("Harbour, E05000001\nHill", area, token: "example"),
    ]
  }
}
