import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

extension AreaDeskPage {
  /// `GET /areas/{area}/desk?specialism=slcn&cell=family-support.universal`
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> AreaDeskPage {
    let area = try visit.thisArea()
    let asked = (
      specialism: visit.form["specialism"] ?? visit.query("specialism"), cell: visit.form["cell"] ?? visit.query("cell")
    )
    return try await visit.read { connection in
      let viewer = visit.areaViewer
      guard try Rounds(viewer, connection).current(on: visit.today) != nil else {
        return AreaDeskPage(
          heading: area.details.title, round: "No round is open yet.", token: visit.formToken,
          notice: Notice(title: "Nothing can be entered yet", sentence: "The coordinator has still to open a round."),
          own: nil, all: nil)
      }
      let here = try EntrySurroundings.find(visit, connection)
      let contributes = viewer.may(.do, .entries)
      return AreaDeskPage(
        heading: area.details.title, round: days(here), token: visit.formToken, notice: notice(here),
        own: contributes ? try OwnDesk(here, visit, asked.specialism, asked.cell, connection) : nil,
        all: viewer.mayAll(.see, .entries) ? try WholeDesk(here, visit, connection) : nil, refusals: refusals)
    }
  }

  private static func days(_ here: EntrySurroundings) -> String {
    let round = here.round
    let days =
      switch (here.isOpen, round.until) {
      case (true, let until?): "entries are taken until \(until.words)"
      case (true, nil): "entries are taken now"
      case (false, _): round.isClosed ? "closed: what it holds stays as it was" : "no entries are taken today"
      }
    return "\(round.title) · \(days)"
  }

  private static func notice(_ here: EntrySurroundings) -> Notice? {
    guard here.viewer.may(.do, .entries) else { return nil }
    guard let own = here.own else {
      return Notice(
        title: "You have not said for which organisation you take part",
        sentence: "Entries on the map stand under an organisation.",
        way: Link("Say for which one you add yours", Way.join(here.area)))
    }
    if here.viewer.isConfirmed { return nil }
    return Notice(
      title: "You can write already, and see what you wrote yourself",
      sentence:
        "What \(own.name) has entered is shown once a colleague there or the coordinator confirms that you work there.")
  }
}

extension OwnDesk {
  init(
    _ here: EntrySurroundings, _ visit: Visit, _ specialismKey: String?, _ cellKey: String?,
    _ connection: any Connection
  ) throws {
    let (viewer, area) = (here.viewer, here.area)
    let store = Entries(viewer, connection)
    let all = try store.own(in: here.round.id, states: [.draft, .live], most: 2000)
    let live = all.filter { $0.state == .live }
    let words = try NothingHere(viewer, connection).all(in: here.round.id).filter {
      $0.participant == viewer.participant
    }
    let current = here.specialisms.first { $0.specialism.key == specialismKey } ?? here.specialisms.first
    let position = current?.position ?? 0

    func state(_ cell: Domain.Cell, _ position: Int) -> (live: [Entry], drafts: Int, nothing: NothingHere.Word?) {
      let inside = all.filter { $0.details.cells.contains(cell) && $0.details.specialisms.contains(position) }
      return (
        inside.filter { $0.state == .live }, inside.count { $0.state == .draft },
        words.first { $0.cell == cell && $0.specialism == position }
      )
    }
    func answered(_ position: Int) -> Int {
      here.framework.cells.count { cell in
        let found = state(cell, position)
        return !found.live.isEmpty || found.nothing != nil
      }
    }

    organisation = here.own?.name ?? "Your entries"
    let cells = here.framework.cells.count
    let (gaps, unsent) = (live.count { $0.details.kind == .gap }, all.count - live.count)
    tiles = [
      Tiles.Tile(String(live.count - gaps), "provision on the map", to: Way.entries(area)),
      Tiles.Tile(String(gaps), gaps == 1 ? "gap on the map" : "gaps on the map", to: Way.entries(area)),
      Tiles.Tile(String(unsent), unsent == 1 ? "draft" : "drafts"),
      Tiles.Tile(
        "\(answered(position)) of \(cells)", "cells answered\(current.map { ", \($0.specialism.name)" } ?? "")"),
    ]
    canAdd = here.isOpen && here.own != nil
    func new(_ kind: EntryKind) -> Address {
      let address = Way.newEntry(kind, area)
      return current.map { address.asking("specialism", $0.specialism.key) } ?? address
    }
    (provision, gap, entries) = (new(.provision), new(.gap), Way.entries(area))
    // Who coordinates as well sees everybody's open questions on the other part of the desk.
    let ownIDs = Set(all.map(\.id))
    questions = try EntryQuestions(viewer, connection).open().filter { ownIDs.contains($0.entry) }.map {
      Question($0, visit.site.settings, area)
    }
    let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    moves = try store.moves().compactMap { move in
      guard let entry = byID[move.entry], move.before != move.after else { return nil }
      return Move(
        name: entry.details.name,
        sentence:
          "\(move.by) has put an entry of yours into other cells, on \(visit.site.settings.words(of: move.at)).",
        before: EntryWords.names(move.before, here.framework), after: EntryWords.names(move.after, here.framework),
        entry: Way.entry(entry.id, area), seen: Way.seenMove(entry.id, area))
    }
    drafts = all.filter { $0.state == .draft }.map { draft -> Draft in
      var lacks: String?
      do throws(Refusals) {
        _ = try draft.details.checked(forSending: true)
      } catch {
        lacks = error.all.first?.sentence
      }
      return Draft(
        id: draft.id.text, name: draft.details.name, kind: draft.details.kind.name, lacks: lacks,
        address: Way.changeEntry(draft.id, area))
    }
    sendDrafts = Way.sendDrafts(area)
    earlier =
      try here.isOpen
      ? store.earlier(than: here.round).flatMap { before, entries in
        entries.isEmpty
          ? nil
          : (
            "In \(before.title) you had \(entries.count) \(entries.count == 1 ? "entry" : "entries") that are not in this round yet.",
            Way.copyEntries(area)
          )
      } : nil
    importing = Way.importEntries(area)
    let many = here.specialisms.count > 1
    tabs = here.specialisms.map { each in
      Link(
        "\(each.specialism.name): \(answered(each.position)) of \(cells)",
        Way.areaDesk(area.address).asking("specialism", each.specialism.key), isCurrent: each.position == position)
    }
    grid = CellGrid("Your answers\(many ? ": \(current?.specialism.name ?? "")" : "")", here.framework) { cell in
      let found = state(cell, position)
      let (words, state) = Self.words(found.live, found.drafts, found.nothing != nil)
      let key = here.framework.key(of: cell)
      let address: Address = "\(Way.deskCell(key, specialism: current?.specialism.key ?? "", area))#cell"
      return (
        """
        <a href="\(address)"\(if: key == cellKey, " aria-current=\"true\"")><span class="unseen">\(here.framework.name(of: cell)): </span>\
        <span class="level-name" aria-hidden="true">\(here.framework.levels[cell.level].name)</span>\(each: words, { "<span>\($0)</span>" })</a>
        """, state
      )
    }
    chosen = try cellKey.flatMap(here.framework.cell(keyed:)).flatMap { cell -> Chosen? in
      guard let current else { return nil }
      let found = state(cell, current.position)
      let text = try Frameworks(viewer, connection).texts(here.framework, of: current.specialism)[cell]
      let key = here.framework.key(of: cell)
      return Chosen(
        key: key, specialism: current.specialism.key, chip: EntryWords.chip(cell, here.framework),
        help: text.map {
          EntryFormPage.Help(
            key: key, name: here.framework.name(of: cell), outcome: $0.outcome, help: $0.help,
            examples: EntryFormPage.lines($0.examples), questions: EntryFormPage.lines($0.questions), isOpen: true)
        },
        entries: found.live.map { ($0.details.name, EntryWords.tag($0.details.kind), Way.entry($0.id, area)) },
        provision: new(.provision).asking("cell", key), gap: new(.gap).asking("cell", key),
        saysNothing: found.nothing.map {
          "\($0.by) said on \(visit.site.settings.words(of: $0.at)) that you provide nothing here."
        },
        mayBeNothing: viewer.isConfirmed && !found.live.contains { $0.details.kind == .provision },
        nothing: Way.nothingHere(area), something: Way.somethingHere(area), isOpen: here.isOpen && here.own != nil)
    }
  }

  /// `2 entries`, `1 gap`, `Nothing here`, `Not answered yet`.
  private static func words(_ live: [Entry], _ drafts: Int, _ isNothing: Bool) -> ([String], CellGrid.State) {
    let provision = live.count { $0.details.kind == .provision }
    let gaps = live.count - provision
    var words: [String] = []
    if provision > 0 { words.append(provision == 1 ? "1 entry" : "\(provision) entries") }
    if gaps > 0 { words.append(gaps == 1 ? "1 gap" : "\(gaps) gaps") }
    if isNothing { words.append("Nothing here") }
    let state: CellGrid.State = !live.isEmpty ? .answered : isNothing ? .nothing : .silent
    if state == .silent { words.append("Not answered yet") }
    if drafts > 0 { words.append(drafts == 1 ? "1 draft" : "\(drafts) drafts") }
    return (words, state)
  }
}

extension OwnDesk.Question {
  init(_ question: EntryQuestion, _ settings: SiteSettings, _ area: Area) {
    self.init(
      about: question.about, question: question.question,
      asked: "\(question.askedBy), \(settings.words(of: question.askedAt))",
      address: "\(Way.entry(question.entry, area))#questions")
  }
}

extension WholeDesk {
  init(_ here: EntrySurroundings, _ visit: Visit, _ connection: any Connection) throws {
    let (area, viewer) = (here.area, here.viewer)
    let figures = try EntryFigures(in: here.round.id, viewer, connection)
    let list = Way.entries(area)
    entries = list
    people = Way.part(.people, area)
    tiles = [
      Tiles.Tile(String(figures.provision), "provision", to: list.asking("kind", "provision")),
      Tiles.Tile(String(figures.gaps), "gaps", to: list.asking("kind", "gap")),
      Tiles.Tile(String(figures.unchecked), "not checked yet", to: list.asking("checked", "no")),
      Tiles.Tile("\(figures.answered) of \(figures.organisations)", "organisations have answered"),
      Tiles.Tile(String(figures.openQuestions), "questions without an answer"),
      Tiles.Tile(String(figures.unconfirmed), "people to confirm", to: Way.part(.people, area)),
    ]
    let names = Dictionary(here.sectors.map { ($0.key, $0.name) }) { first, _ in first }
    sectors = figures.sectors.map {
      Sector(
        name: names[$0.sector] ?? $0.sector, entries: list.asking("sector", $0.sector), organisations: $0.organisations,
        joined: $0.joined, answered: $0.answered, expected: $0.expected, silent: $0.silent)
    }
    totals = Sector(
      name: "All", entries: list, organisations: figures.organisations, joined: figures.joined,
      answered: figures.answered,
      expected: figures.expected, silent: figures.silent)
    questions = try EntryQuestions(viewer, connection).open(most: 20).map {
      OwnDesk.Question($0, visit.site.settings, area)
    }
    importing = viewer.may(.do, .tidying) ? Way.importEntries(area) : nil
    join = viewer.may(.do, .tidying) && viewer.participant == nil ? Way.join(area) : nil
  }
}
