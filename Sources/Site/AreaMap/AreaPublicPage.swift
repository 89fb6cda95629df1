import Components
import Documents
import Domain
import Hummingbird
import Markup
import Store

/// What there is in an area, in plain words, for parents and carers and anybody else: only what its authors and the review
/// agreed to show.
struct AreaPublicPage: Page {
  struct Part: Sendable {
    let heading: String
    let hue: Hue
    let anchor: String
    let levels: [Level]

    var count: Int { levels.reduce(0) { $0 + $1.items.count } }
  }

  struct Level: Sendable {
    let heading: String
    let items: [Item]
  }

  struct Item: Sendable {
    let name: String
    let text: String?
    let facts: [(label: String, words: String)]
  }

  let heading: String
  let area: String
  let address: Address
  let picks: [AreaMapFilter.Pick]
  let chosen: FilterChips?
  let parts: [Part]
  let gaps: [String]
  let contact: String
  let files: [Components.Link]

  var title: String { heading }

  /// `GET /areas/{area}/public`, where the project publishes its map.
  static func show(_ visit: Visit) async throws -> Response {
    let (area, today) = (try visit.thisArea(), visit.today)
    let question = visit.areaMapQuestion.forAnybody
    let page = try await visit.read { connection in
      let maps = try AreaMaps(publicOf: area, connection)
      let map = try maps.map(question, today: today)
      return AreaPublicPage(
        map, provision: try maps.entries(map, .provision), gaps: try maps.gaps(map))
    }
    if let there = visit.canonical(question, at: Way.publicMap(area)) { return there }
    return visit.page(page)
  }

  init(_ map: AreaMap, provision: [AreaMapEntry], gaps: [AreaMapEntry]) {
    let (area, question) = (map.area, map.question)
    heading = "Support for children in \(area.name)"
    self.area = area.details.title
    address = Way.publicMap(area)
    picks = AreaMapFilter(map, at: address, offersDepth: false).picks.filter {
      ["specialism", "locality", "age"].contains($0.field.name)
    }
    let chips = map.filter.map {
      FilterChips.Chosen($0.words, without: question.without($0.key).at(Way.publicMap(area)))
    }
    chosen =
      chips.isEmpty
      ? nil : FilterChips(chips, clear: chips.count > 1 ? question.unfiltered.at(Way.publicMap(area)) : nil)
    parts = map.framework.strands.indices.compactMap { AreaPublicPage.part($0, of: map, provision) }
    self.gaps = gaps.map(\.name)
    contact = [area.details.organiser, area.details.contact].filter { !$0.isEmpty }.joined(separator: ", ")
    files = [
      Link("As PDF, to print", question.at(Way.publicFile(.pdf, area))),
      Link("As a spreadsheet", question.at(Way.publicFile(.xlsx, area))),
    ]
  }

  /// An entry stands once in a strand: under the widest of its levels there.
  private static func part(_ strand: Int, of map: AreaMap, _ provision: [AreaMapEntry]) -> Part? {
    let framework = map.framework
    var seen: Set<ID<Entry>> = []
    let levels = framework.levels.indices.compactMap { level -> Level? in
      let here = provision.filter {
        $0.cells.contains(Cell(strand: strand, level: level)) && seen.insert($0.id).inserted
      }.sorted { ($0.name, $0.organisation) < ($1.name, $1.organisation) }
      return here.isEmpty
        ? nil : Level(heading: PlainHeadings.level(framework.levels[level]), items: here.map { item($0, map) })
    }
    return levels.isEmpty
      ? nil
      : Part(
        heading: PlainHeadings.strand(framework.strands[strand]), hue: Hue(position: strand + 1),
        anchor: "strand-\(strand + 1)", levels: levels)
  }

  private static func item(_ entry: AreaMapEntry, _ map: AreaMap) -> Item {
    let localities = map.basis.localities.filter { entry.localities.contains($0.id) }.map(\.name)
    let whole = entry.description.trimmingSpaces
    let places = [entry.place, localities.joined(separator: ", ")].filter { !$0.isEmpty }
    let facts: [(String, String?)] = [
      ("Who runs it", entry.organisation), ("For", entry.audience.isEmpty ? nil : entry.audience),
      ("Ages", AreaMapWords.ages(entry.ageFrom, entry.ageUntil)),
      ("Where", places.isEmpty ? nil : places.joined(separator: "; ")),
      ("How often", entry.frequency.isEmpty ? nil : entry.frequency),
      ("Helps", entry.reach.map { "\($0.words) children a year" }),
    ]
    return Item(
      name: entry.name, text: whole.isEmpty || whole == entry.name ? nil : whole,
      facts: facts.compactMap { label, words in words.map { (label, $0) } })
  }

  var body: HTML {
    """
    \(PageHeader(heading, kicker: area, lede: "What there is, where, and for whom."))\
    \(if: !picks.isEmpty, FilterBar("Choose what is shown", asking: address, fields: "\(each: picks, { Select($0.field, $0.choices, selected: $0.selected).html })").html)\
    \(if: chosen, { $0.html })\
    \(if: parts.isEmpty, EmptyState("Nothing is published here yet", "Ask the organisers what there is near you.").html, else: contents)\
    \(each: parts, draw)\
    \(if: !gaps.isEmpty, "<h2>What people say is missing</h2><ul>\(each: gaps, { "<li>\($0)</li>" })</ul>")\
    <h2>About this page</h2><p>It shows what organisations told a review of support in this area and agreed to show. There \
    may be more: not everybody has answered, and not everything is shown. Numbers of children are rounded.</p>\
    \(if: !contact.isEmpty, "<p>Questions: \(contact).</p>")\
    <ul>\(each: files, { "<li>\($0)</li>" })</ul>
    """
  }

  private var contents: HTML {
    """
    <nav aria-label="On this page"><ul class="columns">\(each: parts, { "<li>\(Link($0.heading, "#\(segment: $0.anchor)")) <span class=\"soft\">\($0.count.grouped)</span></li>" })</ul></nav>
    """
  }

  /// So many of a level are shown at once; the rest unfolds.
  private static let most = 5

  private func draw(_ part: Part) -> HTML {
    """
    <section aria-labelledby="\(part.anchor)"><h2 id="\(part.anchor)" class="cell-head \(part.hue.rawValue)">\(part.heading)</h2>\
    \(each: part.levels, draw)</section>
    """
  }

  private func draw(_ level: Level) -> HTML {
    let rest = level.items.dropFirst(Self.most)
    return """
      <h3>\(level.heading)</h3><ul class="entry-list">\(each: level.items.prefix(Self.most), draw)</ul>\
      \(if: !rest.isEmpty, Details("\(rest.count) more", body: "<ul class=\"entry-list\">\(each: rest, draw)</ul>").html)
      """
  }

  private func draw(_ item: Item) -> HTML {
    """
    <li><h4>\(item.name)</h4>\(if: item.text, { "<p>\($0)</p>" })\
    <ul class="facts">\(each: item.facts, { "<li><strong>\($0.label):</strong> \($0.words)</li>" })</ul></li>
    """
  }
}
