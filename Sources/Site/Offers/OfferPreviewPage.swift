import Components
import Domain
import Markup
import Store

/// What would be sent to the area, word for word, before it is.
struct OfferPreviewPage: Page {
  struct Offered: Sendable {
    let id: String
    let name: String
    let rows: [SummaryList.Row]
  }

  let heading: String
  let trail: [Components.Link]
  let offers: [Offered]
  let address: Address
  let back: Address
  let token: String

  var title: String { offers.count == 1 ? "Send this to the area?" : "Send these \(offers.count) to the area?" }
  var part: Part? { .catalogue }

  var body: HTML {
    """
    \(PageHeader(title, kicker: heading, lede: "This is all that goes there. The area keeps it, with the school’s name and where it came from."))\
    \(each: offers, draw)\
    \(Form(to: address, token: token, body: """
      \(each: offers, { HiddenField("type", $0.id).html })\
      \(ButtonRow([Button("Send").html, LinkButton("Back", back, style: .quiet).html]))
      """))
    """
  }

  private func draw(_ offered: Offered) -> HTML {
    "<section aria-label=\"\(offered.name)\"><h2>\(offered.name)</h2>\(SummaryList(offered.rows))</section>"
  }
}

extension OfferPreviewPage {
  init(
    _ proposals: [SchoolOffers.Proposal], _ table: SchoolOffers.Table, of school: School,
    to desk: OpenSession.AreaDesk, token: String
  ) {
    heading = desk.title
    trail = OfferWords.trail(school) + [Link(desk.title, Way.offers(desk.address, school))]
    offers = proposals.map { proposal in
      let entry = proposal.entry
      var rows: [SummaryList.Row] = [
        .init("What happens", entry.description),
        .init("Strand and level", entry.cells.all.map(table.framework.name(of:)).joined(separator: "; ")),
      ]
      if !entry.audience.isEmpty { rows.append(.init("Who for", entry.audience)) }
      if let from = entry.ageFrom, let until = entry.ageUntil { rows.append(.init("Ages", "\(from) to \(until)")) }
      if !entry.frequency.isEmpty { rows.append(.init("How often", entry.frequency)) }
      if let reach = entry.reach { rows.append(.init("Pupils reached", "about \(reach)")) }
      rows.append(.init("Comes from", SchoolOffers.origin))
      return Offered(id: proposal.offer.type.id.text, name: entry.name, rows: rows)
    }
    address = Way.sendOffers(desk.address, school)
    back = Way.offers(desk.address, school)
    self.token = token
  }

  static var examples: [OfferPreviewPage] {
    [
      OfferPreviewPage(
        heading: "Speech and language in Northvale", trail: [],
        offers: [
          Offered(
            id: "1", name: "Phonics catch-up",
            rows: [
              .init("What happens", "Short daily practice of sounds and blending. About 95 hours of staff a year."),
              .init("Strand and level", "Intervention, Targeted"), .init("Ages", "4 to 11"),
              .init("Pupils reached", "about 25"), .init("Comes from", SchoolOffers.origin),
            ])
        ], address: "/schools/900001/areas/northvale-speech/offers",
        back: "/schools/900001/areas/northvale-speech", token: "example")
    ]
  }
}
