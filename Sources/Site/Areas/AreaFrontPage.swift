import Components
import Domain
import Hummingbird
import Markup
import Store

/// A project's own page at its own address: what it is, who organises it, how to take part. For anybody.
struct AreaFrontPage: Page {
  let area: String
  let heading: String
  let about: [String]
  let dates: String
  let organiser: String
  let contact: String
  /// Whether somebody can join today.
  let isOpen: Bool
  /// The desk of whoever takes part already.
  let desk: Address?

  var title: String { heading }

  var body: HTML {
    """
    \(PageHeader(heading, kicker: area, lede: dates))\(each: about, { "<p>\($0)</p>" })\
    \(if: desk, { LinkButton("Go on with your entries", $0, style: .main).html })\
    <h2>Who organises it</h2><p>\(organiser)\(if: !contact.isEmpty, ": \(contact)"). They have the code that you need to join.</p>
    """
  }

  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    let details = area.details
    return visit.page(
      AreaFrontPage(
        area: area.name, heading: details.title,
        about: details.about.split(separator: "\n").map(String.init), dates: AreaWords.dates(details),
        organiser: details.organiser, contact: details.contact, isOpen: area.isOpen(on: visit.today),
        desk: visit.session?.areaViewer(in: area.id) == nil ? nil : Way.areaDesk(area.address)))
  }

  static var examples: [AreaFrontPage] {
    [
      AreaFrontPage(
        area: "Northvale", heading: "Speech, language and communication in Northvale",
        about: ["We want to know what support there is for children’s talking and understanding, and what is missing."],
        dates: "Open from 1 September 2026 to 31 March 2027", organiser: "Northvale Children’s Commissioning",
        contact: "review@northvale.example", isOpen: true, desk: nil)
    ]
  }
}

enum AreaWords {
  /// `Open from 1 September 2026 to 31 March 2027`.
  static func dates(_ details: AreaDetails) -> String {
    switch (details.opensOn, details.closesOn) {
    case (nil, nil): "Open"
    case (let from?, nil): "Open from \(from.words)"
    case (nil, let until?): "Open until \(until.words)"
    case (let from?, let until?): "Open from \(from.words) to \(until.words)"
    }
  }
}
