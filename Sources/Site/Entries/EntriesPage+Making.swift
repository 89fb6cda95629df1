import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// What the address asks of a list: opaque keys only. Words are sent, and never stand in it.
struct EntryAsking: Sendable {
  let filter: EntryFilter
  /// As they were asked, without what is blank or unknown.
  let carried: [(name: String, value: String)]
  let paging: Paging

  private static let names = [
    "round", "kind", "state", "specialism", "cell", "sector", "organisation", "locality", "age", "checked", "whose",
  ]

  init(_ visit: Visit, _ here: EntrySurroundings) {
    let isSearch = visit.request.method == .post
    func value(_ name: String) -> String? { isSearch ? visit.form[name] : visit.query(name) }
    var filter = EntryFilter(round: here.round.id)
    var carried: [(String, String)] = []
    for name in Self.names {
      guard let asked = value(name), Self.take(asked, name, &filter, here) else { continue }
      carried.append((name, asked))
    }
    if filter.states.isEmpty { filter.states = here.viewer.mayAll(.see, .entries) ? [.live] : [.draft, .live] }
    if isSearch { filter.words = String(visit.form.typed("words").prefix(200)) }
    self.filter = filter
    self.carried = carried
    paging = Paging(value("page"), size: EntriesPage.size)
  }

  private static func take(
    _ asked: String, _ name: String, _ filter: inout EntryFilter, _ here: EntrySurroundings
  ) -> Bool {
    switch name {
    case "round":
      guard let round = here.rounds.first(where: { String($0.number) == asked }) else { return false }
      filter.round = round.id
    case "kind": filter.kind = EntryKind(rawValue: asked)
    case "state":
      if asked == "all" {
        filter.states = Set(Entry.State.allCases)
      } else if let state = Entry.State(rawValue: asked) {
        filter.states = [state]
      } else {
        return false
      }
    case "specialism": filter.specialism = here.specialisms.first { $0.specialism.key == asked }?.position
    case "cell": filter.cells = Cells(here.framework.cell(keyed: asked).map { [$0] } ?? [])
    case "sector": filter.sector = here.sectors.first { $0.key == asked }?.key
    case "organisation": filter.participant = ID(asked)
    case "locality": filter.locality = ID(asked)
    case "age": filter.age = Int(asked).flatMap { (0...25).contains($0) ? $0 : nil }
    case "checked": filter.isChecked = asked == "yes" ? true : asked == "no" ? false : nil
    case "whose": filter.account = asked == "mine" ? here.viewer.account : nil
    default: return false
    }
    return true
  }

  func chosen(_ name: String) -> String { carried.first { $0.name == name }?.value ?? "" }
}

extension EntriesPage {
  /// `GET /areas/{area}/entries?kind=gap&checked=no`
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  /// `POST /areas/{area}/entries/search`
  static func find(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> EntriesPage {
    try await visit.read { connection in
      let number = visit.request.method == .post ? visit.form["round"] : visit.query("round")
      var here = try EntrySurroundings.find(visit, connection)
      if let round = here.rounds.first(where: { String($0.number) == number }), round.id != here.round.id {
        here = try EntrySurroundings.find(visit, round: round.id, connection)
      }
      return try EntriesPage(here, EntryAsking(visit, here), visit, refusals, connection)
    }
  }

  private init(
    _ here: EntrySurroundings, _ asking: EntryAsking, _ visit: Visit, _ refusals: Refusals, _ connection: any Connection
  ) throws {
    let (viewer, area) = (here.viewer, here.area)
    isOfAll = viewer.mayAll(.see, .entries)
    first = asking.paging.first
    let found = try Entries(viewer, connection).matching(asking.filter, most: Self.size, from: first)
    let names = try connection.participantNames(Set(found.entries.map(\.participant)), of: area.id)
    let showsAll = isOfAll
    rows = found.entries.map { Row($0, here, organisation: names[$0.participant] ?? "", showsState: !showsAll) }
    count = found.count
    lede = "\(here.round.title)\(isOfAll ? "" : here.own.map { " · \($0.name)" } ?? "")"
    address = Way.entries(area)
    token = visit.formToken
    actions = Self.actions(here)
    filters = try Self.filters(here, asking, connection)
    age = asking.chosen("age")
    carried = asking.carried
    search = Way.searchEntries(area)
    words = asking.filter.words
    pages = asking.paging.neighbours(of: found.count)
    marks = viewer.mayAll(.do, .tidying) ? Way.markEntries(area) : nil
    merging = Way.mergeEntries(area)
    self.refusals = refusals
  }

  private static func actions(_ here: EntrySurroundings) -> [Components.Link] {
    var links: [Components.Link] = []
    if here.viewer.may(.do, .entries), here.isOpen {
      links.append(Link("Add provision", Way.newEntry(.provision, here.area)))
      links.append(Link("Add a gap", Way.newEntry(.gap, here.area)))
    }
    if here.viewer.may(.do, .entries) || here.viewer.may(.do, .tidying) {
      links.append(Link("Bring in a list", Way.importEntries(here.area)))
    }
    return links
  }

  /// Organisations are offered while they make a list that can be used; a large area comes to one by its sector or words.
  private static func filters(
    _ here: EntrySurroundings, _ asking: EntryAsking, _ connection: any Connection
  ) throws -> [Filter] {
    let all = here.viewer.mayAll(.see, .entries)
    func filter(_ name: String, _ label: String, _ any: String, _ choices: [Choice]) -> Filter {
      Filter(name: name, label: label, choices: [Choice("", any)] + choices, chosen: asking.chosen(name))
    }
    var filters = [
      filter("kind", "Kind", "Provision and gaps", EntryKind.allCases.map { Choice($0.rawValue, $0.name) }),
      filter(
        "cell", "Cell", "Every cell",
        here.framework.cells.map { Choice(here.framework.key(of: $0), here.framework.name(of: $0)) }),
      filter(
        "specialism", "About", "Everything", here.specialisms.map { Choice($0.specialism.key, $0.specialism.name) }),
      filter(
        "state", "Where it stands", all ? "On the map" : "On the map and drafts",
        Entry.State.allCases.filter { !all || $0 != .draft }.map { Choice($0.rawValue, $0.name) } + [
          Choice("all", "Everything")
        ]),
    ]
    if here.rounds.count > 1 {
      filters.append(
        filter(
          "round", "Round", here.rounds.last?.title ?? "",
          here.rounds.dropLast().map { Choice(String($0.number), $0.title) }))
    }
    if !here.localities.isEmpty {
      filters.append(filter("locality", "Locality", "Everywhere", here.localities.map { Choice($0.id.text, $0.name) }))
    }
    guard all else {
      filters.append(filter("whose", "Whose", "My organisation’s", [Choice("mine", "Those that I wrote")]))
      return filters
    }
    filters.append(filter("sector", "Sector", "Every sector", here.sectors.map { Choice($0.key, $0.name) }))
    filters.append(
      filter("checked", "Checked", "Checked or not", [Choice("no", "Not checked yet"), Choice("yes", "Checked")]))
    let participants = try Participants(here.viewer, connection).all()
    let chosen = asking.chosen("organisation")
    let offered = participants.count <= 400 ? participants : participants.filter { $0.id.text == chosen }
    filters.append(
      filter("organisation", "Organisation", "Every organisation", offered.map { Choice($0.id.text, $0.name) }))
    return filters
  }
}

extension EntriesPage.Row {
  init(_ entry: Entry, _ here: EntrySurroundings, organisation: String, showsState: Bool) {
    let framework = here.framework(of: entry)
    var marks: [String] = []
    if entry.state == .live {
      marks.append(entry.checkedAt == nil ? "not checked" : "checked")
      if entry.isPublic {
        marks.append("public")
      } else if entry.details.isPublicByAuthor {
        marks.append("may be public")
      }
    }
    self.init(
      id: entry.id.text, name: entry.details.name, address: Way.entry(entry.id, here.area),
      kind: EntryWords.tag(entry.details.kind),
      state: showsState || entry.state != .live ? EntryWords.tag(entry.state) : nil, organisation: organisation,
      cells: EntryWords.names(entry.details.cells, framework),
      number: (entry.details.kind == .gap ? entry.details.affected : entry.details.reach).map { $0.grouped } ?? "",
      marks: marks.joined(separator: ", "))
  }
}
