import Components
import Domain
import Hummingbird
import Markup
import Store

/// The organisations that take part or are expected to, with whether each has answered in the round.
struct OrganisationsPage: Page {
  struct Row: Sendable {
    let name: String
    let address: Address?
    let sector: String
    let locality: String
    let people: Int
    let isExpected: Bool
    let answer: String
    let hasAnswered: Bool
  }
  enum Shown: String, CaseIterable, Sendable {
    case all, silent

    var name: String { self == .all ? "All" : "Expected, not answered" }
  }

  let tabs: HTML
  let round: String
  let rows: [Row]
  let shown: Shown
  let showing: [Components.Link]
  /// To add one, a list, and from the register; empty where the viewer only reads.
  let additions: [Components.Link]

  var title: String { "Organisations" }
  var areaPart: AreaPart? { .people }
  var isWide: Bool { true }

  var body: HTML {
    """
    \(PageHeader(title, lede: round, actions: additions.map { LinkButton($0.label, $0.address, style: .quiet).html }))\(tabs)\
    <ul class="in-line">\(each: showing, { "<li>\($0)</li>" })</ul>\
    \(if: rows.isEmpty, "<p>\(shown == .all ? "No organisation yet. Add those that you expect an answer of, so that you see who is missing." : "Every organisation that is expected has answered.")</p>", else: table)
    """
  }

  private var table: HTML {
    """
    \(if: rows.count > 12, FilterBox("Find an organisation", of: "organisations", noun: "organisations").html)\
    \(DataTable("Organisations of this project", showsCaption: false, columns: [.init("Organisation"), .init("Sector"), .init("Where"), .init("People", .number), .init("Expected"), .init("Answer")], rows: rows.map(cells), id: "organisations"))
    """
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    [
      .html(row.address.map { "<a href=\"\($0)\">\(row.name)</a>" } ?? "\(row.name)"), .text(row.sector),
      .text(row.locality), .text(String(row.people)), .text(row.isExpected ? "Yes" : "No"),
      .html(
        row.hasAnswered ? "\(row.answer)" : StatusTag("Not answered", tone: row.isExpected ? .notice : .plain).html),
    ]
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    try viewer.mustAll(.see, .participants)
    let (round, standings, sectors, localities) = try await visit.read { connection in
      let round = try Rounds(viewer, connection).current(on: today)
      let parts = AreaParts(area.id, connection)
      return (
        round, try Participants(viewer, connection).standings(in: round?.id, on: today), try parts.sectors(),
        try parts.localities()
      )
    }
    let shown = visit.query("show").flatMap(Shown.init(rawValue:)) ?? .all
    let sectorNames = Dictionary(uniqueKeysWithValues: sectors.map { ($0.key, $0.name) })
    let places = Dictionary(uniqueKeysWithValues: localities.map { ($0.id, $0.name) })
    let mayChange = viewer.mayAll(.do, .participants)
    let rows = standings.filter { shown == .all || $0.participant.isExpected && !$0.hasAnswered }.map { one in
      Row(
        name: one.participant.name, address: mayChange ? Way.organisation(one.participant.id, area) : nil,
        sector: sectorNames[one.participant.sector] ?? "",
        locality: one.participant.locality.flatMap { places[$0] } ?? "",
        people: one.people, isExpected: one.participant.isExpected, answer: answer(one), hasAnswered: one.hasAnswered)
    }
    return visit.page(
      OrganisationsPage(
        tabs: PeopleTabs.bar(.organisations, area, viewer), round: round?.title ?? "No round yet", rows: rows,
        shown: shown,
        showing: Shown.allCases.map {
          Link(
            $0.name, $0 == .all ? Way.organisations(area) : Way.organisations(area).asking("show", $0.rawValue),
            isCurrent: $0 == shown)
        }, additions: mayChange ? additions(area) : []))
  }

  private static func answer(_ one: Participants.Standing) -> String {
    var words: [String] = []
    if one.entries > 0 { words.append(Count.words(one.entries, "entry", "entries")) }
    if one.nothings > 0 { words.append("“nothing here” \(Count.words(one.nothings, "time", "times"))") }
    return words.joined(separator: ", ")
  }

  private static func additions(_ area: Area) -> [Components.Link] {
    [
      Link("Add one", Way.newOrganisation(area)), Link("Paste a list", Way.organisationList(area)),
      Link("Choose schools", Way.organisationsFromRegister(area)),
    ]
  }

  static var examples: [OrganisationsPage] {
    let here: Address = "/areas/northvale-speech/people/organisations"
    return [
      OrganisationsPage(
        tabs: PeopleTabs.example, round: "Round 1: Autumn 2026",
        rows: [
          Row(
            name: "Little Acorns Playgroup", address: here, sector: "Early years settings", locality: "Harbour",
            people: 1, isExpected: true, answer: "3 entries", hasAnswered: true),
          Row(
            name: "Northvale Parent Carer Forum", address: here, sector: "Parent and carer groups", locality: "",
            people: 0, isExpected: true, answer: "", hasAnswered: false),
        ], shown: .all, showing: [Link("All", here, isCurrent: true), Link("Expected, not answered", here)],
        additions: [Link("Add one", here), Link("Paste a list", here), Link("Choose schools", here)])
    ]
  }
}
