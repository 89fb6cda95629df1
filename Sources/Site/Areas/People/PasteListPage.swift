import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Adding the organisations of a list, one name a line. What each line comes to is shown before anything is written.
struct PasteListPage: Page {
  struct Line: Sendable {
    let name: String
    /// One of nearly this name that is there; nil where it is new.
    let known: String?
  }

  let token: String
  let trail: [Components.Link]
  let address: Address
  let cancel: Address
  let text: String
  let sectors: [Choice]
  let sector: String
  /// What the lines come to; empty before the list was sent.
  let lines: [Line]
  let refusals: Refusals

  static let most = 300

  var title: String { "Paste a list of organisations" }
  var areaPart: AreaPart? { .people }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lines.isEmpty ? "Those of whom you wait for an answer." : "Look through it. Nothing is written yet."))\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: lines.isEmpty ? fields : preview))
    """
  }

  private var fields: HTML {
    """
    \(TextArea(Field("names", "Names", hint: "One a line, \(PasteListPage.most) at most. Copy a column of a spreadsheet, or type them.", error: refusals["names"]), value: text, rows: 10))\
    \(Select(Field("sector", "Their sector", hint: "The same for all; paste each sector’s list by itself.", error: refusals["sector"]), [Choice("", "Choose one")] + sectors, selected: sector))\
    \(ButtonRow([Button("Show what would be added").html, LinkButton("Cancel", cancel, style: .quiet).html]))
    """
  }

  private var preview: HTML {
    let new = lines.filter { $0.known == nil }.count
    return """
      \(HiddenField("names", text))\(HiddenField("sector", sector))\
      \(DataTable("What each line comes to", showsCaption: false, columns: [.init("Name"), .init("What happens")], rows: lines.map(cells)))\
      \(ButtonRow([Button(new == 0 ? "Wait for their answers" : "Add \(Count.words(new, "organisation", "organisations"))", name: "act", value: "add").html, Button("Change the list", style: .quiet, name: "act", value: "back").html]))
      """
  }

  private func cells(_ line: Line) -> [DataTable.Cell] {
    let what: HTML =
      line.known.map { "\(StatusTag(.unchanged)) There already as “\($0)”; its answer is waited for." }
      ?? "\(StatusTag(.new)) Added."
    return [.text(line.name), .html(what)]
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit, [])) }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, visit.form)
    if form["act"] == "back" { return visit.page(try await page(visit, [])) }
    return try await visit.answering {
      let names = try names(form.typed("names"))
      let sector = form["sector"] ?? ""
      let (known, sectors) = try await visit.read { connection in
        (try Participants(viewer, connection).all(), try AreaParts(area.id, connection).sectors())
      }
      guard sectors.contains(where: { $0.key == sector }) else {
        throw Refusal.invalid("Choose the sector of these organisations.", field: "sector")
      }
      let matches = matches(names, known)
      if form["act"] != "add" {
        let lines = zip(names, matches).map { Line(name: $0, known: $1?.name) }
        return visit.page(try await page(visit, lines))
      }
      try await visit.write { connection in
        let participants = Participants(viewer, connection)
        for (name, match) in zip(names, matches) {
          if let match {
            try participants.expect(match.id)
          } else {
            try participants.add(name: name, sector: sector, isExpected: true, isAnother: true)
          }
        }
      }
      return visit.redirect(to: Way.organisations(area), saying: .added)
    } again: { refusals in
      try await page(visit, [], refusals)
    }
  }

  /// Each once, in their order.
  private static func names(_ text: String) throws -> [String] {
    var seen: Set<String> = []
    let names = text.split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty && seen.insert(ParticipantName.fold($0)).inserted }
    guard !names.isEmpty else { throw Refusal.invalid("Type or paste at least one name.", field: "names") }
    guard names.count <= most else {
      throw Refusal.invalid("These are \(names.count) names. Paste \(most) at most at a time.", field: "names")
    }
    if let long = names.first(where: { $0.count > 200 }) {
      throw Refusal.invalid(
        "An organisation’s name has at most 200 characters. This line is longer: \(long.prefix(40))…", field: "names")
    }
    return names
  }

  /// For each name the one that is there, if it may be the same. Compared are those alone that share a word.
  private static func matches(_ names: [String], _ known: [Participant]) -> [Participant?] {
    var byFold: [String: Participant] = [:]
    var byWord: [Substring: [Participant]] = [:]
    for one in known {
      let folded = ParticipantName.fold(one.name)
      byFold[folded] = one
      for word in Set(folded.split(separator: " ")) where word.count > 2 { byWord[word, default: []].append(one) }
    }
    return names.map { name in
      let folded = ParticipantName.fold(name)
      if let same = byFold[folded] { return same }
      let near = folded.split(separator: " ").flatMap { byWord[$0] ?? [] }
      return near.first { ParticipantName.areAlike($0.name, name) }
    }
  }

  private static func page(
    _ visit: Visit, _ lines: [Line], _ refusals: Refusals = .none
  ) async throws -> PasteListPage {
    let area = try visit.thisArea()
    let sectors = try await visit.read { try AreaParts(area.id, $0).sectors() }
    return PasteListPage(
      token: visit.formToken, trail: PeopleTabs.organisationTrail(area), address: Way.organisationList(area),
      cancel: Way.organisations(area), text: visit.form.typed("names"),
      sectors: sectors.map { Choice($0.key, $0.name) }, sector: visit.form["sector"] ?? "", lines: lines,
      refusals: refusals)
  }

  static var examples: [PasteListPage] {
    [
      [],
      [
        Line(name: "Harbour Primary", known: nil),
        Line(name: "Little Acorn Playgroup", known: "Little Acorns Playgroup"),
      ],
    ]
    .map { lines in
      PasteListPage(
        token: "example", trail: [Link("Organisations", "/areas/northvale-speech/people/organisations")],
        address: "/areas/northvale-speech/people/organisations/list",
        cancel: "/areas/northvale-speech/people/organisations", text: "Harbour Primary\nLittle Acorn Playgroup",
        sectors: Sector.usual.map { Choice($0.key, $0.name) }, sector: "school", lines: lines, refusals: .none)
    }
  }
}
