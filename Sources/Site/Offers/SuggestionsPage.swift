import Components
import Domain
import Hummingbird
import Markup
import Store

/// What the area says that may be for this school: gaps in its locality and for its ages, and what others provide.
struct SuggestionsPage: Page {
  struct Item: Sendable {
    let name: String
    let text: String
    let facts: String
  }

  let heading: String
  let trail: [Components.Link]
  let gaps: [Item]
  let provision: [Item]

  var title: String { "What the area says" }
  var part: Part? { .catalogue }

  var body: HTML {
    """
    \(PageHeader(title, kicker: heading, lede: "For your locality and for the ages that you teach: what the area’s coordinator has looked through."))\
    <section aria-labelledby="gaps"><h2 id="gaps">Gaps</h2>\
    \(if: gaps.isEmpty, "<p class=\"soft\">None that have been looked through so far.</p>", else: list(gaps))</section>\
    <section aria-labelledby="provision"><h2 id="provision">What others provide</h2>\
    \(if: provision.isEmpty, "<p class=\"soft\">None that have been looked through so far.</p>", else: list(provision))</section>
    """
  }

  private func list(_ items: [Item]) -> HTML { "<ul class=\"big-links\">\(each: items, draw)</ul>" }

  private func draw(_ item: Item) -> HTML {
    """
    <li><strong>\(item.name)</strong>\(if: !item.text.isEmpty, "<p>\(item.text)</p>")\
    \(if: !item.facts.isEmpty, "<p class=\"soft\">\(item.facts)</p>")</li>
    """
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (desk, today, school) = (try OfferRoutes.desk(visit), visit.today, visit.here)
    let (found, framework) = try await OfferRoutes.reading(visit) { offers in
      (try offers.suggestions(today: today), try offers.table(today: today).framework)
    }
    return visit.page(
      SuggestionsPage(
        heading: desk.title,
        trail: OfferWords.trail(school) + [Link(desk.title, Way.offers(desk.address, school))],
        gaps: found.gaps.map { Item($0, framework) }, provision: found.provision.map { Item($0, framework) }))
  }

  static var examples: [SuggestionsPage] {
    [
      SuggestionsPage(
        heading: "Speech and language in Northvale", trail: [],
        gaps: [
          Item(
            name: "No interpreters at assessments", text: "Families wait, or a child translates.",
            facts: "Identification, Specialist · touches about 35 children")
        ],
        provision: [
          Item(
            name: "Talking drop-in", text: "Every month at three family hubs, for all parents.",
            facts: "Family support, Universal · Northvale Children’s Therapies")
        ]), SuggestionsPage(heading: "Support in Southmere", trail: [], gaps: [], provision: []),
    ]
  }
}

extension SuggestionsPage.Item {
  init(_ suggestion: SchoolOffers.Suggestion, _ framework: Framework) {
    let details = suggestion.details
    name = details.name
    text = details.title.isEmpty && details.description == details.name ? "" : details.description
    var facts = details.cells.all.map(framework.name(of:))
    if suggestion.says > 1 { facts.append("told of \(suggestion.says) times") }
    if let affected = details.affected { facts.append("touches about \(affected) children") }
    if !details.audience.isEmpty { facts.append(details.audience) }
    if !details.place.isEmpty { facts.append(details.place) }
    if let provider = suggestion.provider { facts.append(provider) }
    self.facts = facts.joined(separator: " · ")
  }
}
