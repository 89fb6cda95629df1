import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Another set of cells for an entry: the author's words stand beside, and are not touched.
struct MoveEntryPage: Page {
  let name: String
  let description: String
  let trail: [Components.Link]
  let address: Address
  let token: String
  let version: Int
  let grid: CellGrid
  let cancel: Address
  var refusals = Refusals.none

  var title: String { "Move to other cells" }
  var areaPart: AreaPart? { .entries }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: name, lede: "The author is shown what stood there before. Their words stay as they are."))\
    <div class="inset"><p>\(description)</p></div>\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
      \(HiddenField("version", String(version)))<fieldset class="field cells" id="cells" tabindex="-1"><legend>Cells</legend>\
      \(if: refusals["cells"], { "<p class=\"error\">\($0)</p>" })\(grid.html)</fieldset>\
      \(ButtonRow([Button("Move it").html, LinkButton("Cancel", cancel, style: .quiet).html]))
      """))
    """
  }

  /// `GET /areas/{area}/entries/{entry}/cells`
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  /// `POST /areas/{area}/entries/{entry}/cells`
  static func move(_ visit: Visit) async throws -> Response {
    let (area, viewer, id) = (try visit.thisArea(), visit.areaViewer, try visit.id("entry", Entry.self))
    let keys = visit.form.all("cells")
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      try await visit.write { connection in
        let entries = Entries(viewer, connection)
        let here = try EntrySurroundings.find(visit, round: try entries.find(id).round, connection)
        try entries.move(id, to: Cells(keys.compactMap(here.framework.cell(keyed:))), version: version)
      }
      return visit.redirect(to: Way.entry(id, area), saying: .entryMoved)
    } again: {
      try await page(visit, ticked: Set(keys), $0)
    }
  }

  private static func page(
    _ visit: Visit, ticked: Set<String>? = nil, _ refusals: Refusals = .none
  ) async throws -> MoveEntryPage {
    let (area, viewer, id) = (try visit.thisArea(), visit.areaViewer, try visit.id("entry", Entry.self))
    return try await visit.read { connection in
      let entry = try Entries(viewer, connection).find(id)
      let here = try EntrySurroundings.find(visit, round: entry.round, connection)
      let kept = Set(entry.details.cells.all.map(here.framework.key(of:)))
      return MoveEntryPage(
        name: entry.details.name, description: entry.details.description,
        trail: [Link("Entries", Way.entries(area)), Link(entry.details.name, Way.entry(id, area))],
        address: Way.moveEntry(id, area), token: visit.formToken, version: entry.version,
        grid: grid(here.framework, ticked ?? kept, kept), cancel: Way.entry(id, area), refusals: refusals)
    }
  }

  static func grid(_ framework: Framework, _ ticked: Set<String>, _ kept: Set<String>) -> CellGrid {
    CellGrid("Strands and levels", framework) { cell in
      let key = framework.key(of: cell)
      return (
        """
        <span class="option"><input type="checkbox" name="cells" id="cell-\(key)" value="\(key)"\(if: ticked.contains(key), " checked")>\
        <label for="cell-\(key)"><b>\(framework.levels[cell.level].name)</b><span class="unseen"> \(framework.strands[cell.strand].name)</span>\
        \(if: kept.contains(key), "<span class=\"outcome\">stands here now</span>")</label></span>
        """, kept.contains(key) ? .answered : nil
      )
    }
  }

  static var examples: [MoveEntryPage] { EntryExamples.moves }
}

/// Several entries that tell of one thing: which of them stands for all.
struct MergeEntriesPage: Page {
  struct Candidate: Sendable {
    let id: String
    let version: Int
    let name: String
    let organisation: String
    let state: String
    let values: [String: String]
    let address: Address
  }

  let candidates: [Candidate]
  let address: Address
  let token: String
  let cancel: Address
  var chosen: String?
  var refusals = Refusals.none

  var title: String { "Merge entries" }
  var areaPart: AreaPart? { .entries }
  var isWide: Bool { true }
  var trail: [Components.Link] { [Link("Entries", cancel)] }
  var hasErrors: Bool { !refusals.isEmpty }

  private var labels: [String] {
    let all = Set(candidates.flatMap(\.values.keys))
    return ["What it says", "Cells"].filter(all.contains) + all.subtracting(["What it says", "Cells"]).sorted()
  }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "One stands for all and is counted once. The others are kept as they are, and can be taken out again at any time."))\
    \(DataTable(
      refusals.isConflict ? "As they stand now" : "The entries side by side",
      columns: [.init("What")] + candidates.map { .init($0.name) },
      rows: [["Organisation"] + candidates.map { .text($0.organisation) }, ["Where it stands"] + candidates.map { .text($0.state) }]
        + labels.map { label in [.text(label)] + candidates.map { .text($0.values[label] ?? "") } }))\
    \(Form(to: address, token: token, body: """
      \(each: candidates, { "\(HiddenField("entry", $0.id))\(HiddenField("version-\($0.id)", String($0.version)))" })\
      \(Radios(Field("into", "Which of them stands for all?", error: refusals["into"]), candidates.map { Choice($0.id, $0.name, hint: $0.organisation) }, selected: chosen ?? candidates.first?.id))\
      \(ButtonRow([Button("Merge them").html, LinkButton("Cancel", cancel, style: .quiet).html]))
      """))
    """
  }

  /// `GET /areas/{area}/entries/merging?entry=…&entry=…`
  static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit, visit.queries("entry")))
  }

  /// `POST /areas/{area}/entries/merging`: refused where one has changed since, with all of them as they stand now.
  static func merge(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, visit.form)
    return try await visit.answering {
      guard let into = form["into"].flatMap({ ID<Entry>($0) }) else {
        throw Refusal.invalid("Choose which of them stands for all.", field: "into")
      }
      func version(_ id: ID<Entry>) -> Int { form["version-\(id.text)"].flatMap { Int($0) } ?? 0 }
      let ids = form.all("entry").prefix(10).compactMap { ID<Entry>($0) }
      let versions = Dictionary(ids.map { ($0, version($0)) }) { first, _ in first }
      let ownVersion = version(into)
      try await visit.write { try Entries(viewer, $0).merge(versions, into: into, version: ownVersion) }
      return visit.redirect(to: Way.entry(into, area), saying: .entriesMerged)
    } again: {
      try await page(visit, form.all("entry"), chosen: form["into"], $0)
    }
  }

  private static func page(
    _ visit: Visit, _ ids: [String], chosen: String? = nil, _ refusals: Refusals = .none
  ) async throws -> MergeEntriesPage {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let ids = Set(ids.prefix(10).compactMap { ID<Entry>($0) })
    return try await visit.read { connection in
      let entries = try Entries(viewer, connection).find(ids).sorted { $0.id < $1.id }
      let names = try connection.participantNames(Set(entries.map(\.participant)), of: area.id)
      let here = try EntrySurroundings.find(visit, round: entries.first?.round, connection)
      return MergeEntriesPage(
        candidates: entries.map { entry in
          var values = Dictionary(EntryWords.rows(entry.details, here, here.framework)) { first, _ in first }
          values["What it says"] = entry.details.description
          values["Cells"] = EntryWords.names(entry.details.cells, here.framework)
          return Candidate(
            id: entry.id.text, version: entry.version, name: entry.details.name,
            organisation: names[entry.participant] ?? "",
            state: entry.mergedInto.flatMap { into in entries.first { $0.id == into } }.map {
              "\(entry.state.name), into “\($0.details.name)”"
            } ?? entry.state.name, values: values, address: Way.entry(entry.id, area))
        }, address: Way.mergeEntries(area), token: visit.formToken, cancel: Way.entries(area), chosen: chosen,
        refusals: refusals)
    }
  }

  static var examples: [MergeEntriesPage] { EntryExamples.merges }
}
