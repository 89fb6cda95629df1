import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Last round's entries of one's organisation, to be copied one by one or all at once.
struct CopyEntriesPage: Page {
  let round: String
  let before: String
  let choices: [Choice]
  let ticked: Set<String>
  let address: Address
  let token: String
  let cancel: Address
  var refusals = Refusals.none

  var title: String { "Copy from last round" }
  var areaPart: AreaPart? { .entries }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "From \(before) to \(round). They become drafts: look through them, then put them on the map."))\
    \(if: choices.isEmpty, EmptyState("Nothing is left to copy", "No earlier round holds anything of yours that is not in this round already.").html, else: form)
    """
  }

  private var form: HTML {
    Form(
      to: address, token: token,
      body: """
        \(Checkboxes(Field("entry", "Entries", error: refusals["entry"]), choices, selected: ticked, all: "All of them"))\
        \(ButtonRow([Button("Copy those ticked").html, LinkButton("Cancel", cancel, style: .quiet).html]))
        """
    ).html
  }

  /// `GET /areas/{area}/entries/copies`
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  /// `POST /areas/{area}/entries/copies`
  static func copy(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let ids = Set(visit.form.all("entry").prefix(5000).compactMap { ID<Entry>($0) })
    return try await visit.answering {
      if ids.isEmpty { throw Refusal.invalid("Tick what is to be copied.", field: "entry") }
      try await visit.write { connection in
        guard let round = try Rounds(viewer, connection).current(on: today) else {
          throw Refusal.conflict("There is no round yet.")
        }
        try Entries(viewer, connection).copy(ids, to: round, today: today)
      }
      return visit.redirect(to: Way.areaDesk(area.address), saying: .copiedEntries)
    } again: {
      try await page(visit, $0)
    }
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> CopyEntriesPage {
    let area = try visit.thisArea()
    return try await visit.read { connection in
      let here = try EntrySurroundings.find(visit, connection)
      let earlier = try Entries(here.viewer, connection).earlier(than: here.round)
      let framework = here.frameworks.first { $0.id == earlier?.round.framework } ?? here.framework
      let choices = (earlier?.entries ?? []).map { entry in
        Choice(
          entry.id.text, entry.details.name,
          hint: "\(entry.details.kind.name) · \(EntryWords.names(entry.details.cells, framework))")
      }
      return CopyEntriesPage(
        round: here.round.title, before: earlier?.round.title ?? "no earlier round", choices: choices,
        ticked: visit.request.method == .post ? Set(visit.form.all("entry")) : Set(choices.map(\.value)),
        address: Way.copyEntries(area), token: visit.formToken, cancel: Way.areaDesk(area.address), refusals: refusals)
    }
  }

  static var examples: [CopyEntriesPage] {
    [
      CopyEntriesPage(
        round: "Round 2: Autumn 2026", before: "Round 1: Spring 2026",
        choices: [
          Choice("1", "Talking drop-in at three family hubs", hint: "Provision · Family support, Universal"),
          Choice("2", "Nobody helps families while they wait", hint: "Gap · Identification, Specialist"),
        ], ticked: ["1", "2"], address: "/areas/northvale-speech/entries/copies", token: "token",
        cancel: "/areas/northvale-speech/desk")
    ]
  }
}
