import Components
import Domain
import Markup
import Store

/// What of the school's map could go to an area: chosen by ticking.
struct OffersPage: Page {
  struct Row: Sendable {
    let id: String
    let name: String
    let cell: String
    let figures: String
    let state: String
    /// Whether it can be chosen, and is to begin with.
    let isOpen: Bool
  }

  struct LeftRow: Sendable {
    let name: String
    let reason: String
    /// Where that can be mended; nil where it cannot.
    let address: Address?
  }

  let heading: String
  let round: String
  let trail: [Components.Link]
  let rows: [Row]
  let left: [LeftRow]
  let address: Address
  let suggestions: Address
  let token: String
  var refusals = Refusals.none

  var title: String { "Offer to the area" }
  var part: Part? { .catalogue }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, kicker: heading, lede: "\(round). Totals of this school year go there, rounded to fives, with no pupil and no class in them."))\
    <p><a href="\(suggestions)">What the area says that may be for you</a></p>\
    \(if: rows.isEmpty, empty, else: form)\(if: !left.isEmpty, leftOut)
    """
  }

  private var empty: HTML {
    EmptyState(
      "Nothing to offer yet",
      "What runs this school year with five pupils or more, and has a strand and a level in the catalogue, stands here."
    ).html
  }

  private var form: HTML {
    Form(
      to: address, token: token,
      body: """
        \(DataTable(
          "What could be offered",
          columns: [
            .init("Provision"), .init("Strand and level"), .init("This school year"), .init("In this round"),
            .init("Offer", isUnseen: true),
          ], rows: rows.map(cells), isList: true))\
        \(ButtonRow([Button("Show what would be sent").html]))
        """
    ).html
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let tick: HTML =
      row.isOpen
      ? """
      <label class="tick"><input type="checkbox" name="type" value="\(row.id)" checked><span class="unseen">Offer \(row.name)</span></label>
      """ : ""
    return [.text(row.name), .text(row.cell), .text(row.figures), .text(row.state), .html(tick)]
  }

  private var leftOut: HTML {
    Details(
      "What runs and is not offered (\(left.count))",
      body:
        "<ul>\(each: left, { "<li>\(if: $0.address, { "<a href=\"\($0)\">" })\($0.name)\(if: $0.address, { _ in "</a>" }): \($0.reason)</li>" })</ul>"
    ).html
  }
}

extension OffersPage {
  init(
    _ table: SchoolOffers.Table, of school: School, to desk: OpenSession.AreaDesk, token: String,
    refusals: Refusals = .none
  ) {
    heading = desk.title
    round = table.round.title
    trail = OfferWords.trail(school)
    rows = table.proposals.map { Row($0, table.framework) }
    left = table.left.map { left in
      let isMendable = left.obstacle == .noPlace || left.obstacle == .otherFramework
      return LeftRow(
        name: left.type.name, reason: left.obstacle.sentence,
        address: isMendable ? Way.type(left.type.id, school) : nil)
    }
    address = Way.offerPreview(desk.address, school)
    suggestions = Way.suggestions(desk.address, school)
    self.token = token
    self.refusals = refusals
  }

  static var examples: [OffersPage] {
    [
      OffersPage(
        heading: "Speech and language in Northvale", round: "Round 2: Autumn 2026", trail: [],
        rows: [
          Row(
            id: "1", name: "Phonics catch-up", cell: "Intervention, Targeted", figures: "about 25 pupils, 95 hours",
            state: "not offered yet", isOpen: true),
          Row(
            id: "2", name: "Narrative group", cell: "Intervention, Targeted", figures: "about 10 pupils, 40 hours",
            state: "offered, and the same", isOpen: false),
        ],
        left: [LeftRow(name: "Lego therapy", reason: SchoolOffer.Obstacle.tooFew.sentence, address: nil)],
        address: "/schools/900001/areas/northvale-speech/preview",
        suggestions: "/schools/900001/areas/northvale-speech/suggestions", token: "example"),
      OffersPage(
        heading: "Speech and language in Northvale", round: "Round 1", trail: [], rows: [], left: [],
        address: "/schools/900001/areas/northvale-speech/preview",
        suggestions: "/schools/900001/areas/northvale-speech/suggestions", token: "example"),
    ]
  }
}

extension OffersPage.Row {
  init(_ proposal: SchoolOffers.Proposal, _ framework: Framework) {
    id = proposal.offer.type.id.text
    name = proposal.offer.type.name
    cell = proposal.entry.cells.all.map(framework.name(of:)).joined(separator: "; ")
    figures = OfferWords.figures(proposal.offer)
    isOpen = proposal.isOffered
    state =
      switch proposal.state {
      case .new: "not offered yet"
      case .same: "offered, and the same"
      case .changed(let kept) where kept.state == .withdrawn: "withdrawn; it can be offered once more"
      case .changed(let kept): "offered, and changed since: \(OfferWords.change(kept.details, proposal.entry))"
      case .waits(let kept) where kept.state == .merged: "told together with another entry by the coordinator"
      case .waits(let kept) where kept.state == .withdrawn: "withdrawn; it can be offered again in the next round"
      case .waits: "changed again; it can be refreshed in the next round"
      }
  }
}

enum OfferWords {
  static func trail(_ school: School) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("Areas", Way.schoolAreas(school))]
  }

  static func figures(_ offer: SchoolOffer) -> String {
    "about \(offer.pupils) pupils" + (offer.hours > 0 ? ", \(offer.hours) hours" : "")
  }

  /// `20 pupils instead of 25`.
  static func change(_ old: EntryDetails, _ new: EntryDetails) -> String {
    if let before = old.reach, let now = new.reach, before != now { return "\(now) pupils instead of \(before)" }
    return "its words or its place"
  }
}
