import Components
import Domain
import Hummingbird
import Markup
import Store

/// Where a member of an area begins.
struct AreaDeskPage: Page {
  let heading: String
  let round: String

  var title: String { "Overview" }
  var areaPart: AreaPart? { .desk }

  var body: HTML { "\(PageHeader(heading, lede: round))" }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let round = try await visit.read { try Rounds(viewer, $0).current(on: today) }
    return visit.page(AreaDeskPage(heading: area.details.title, round: round?.title ?? "No round yet"))
  }

  static var examples: [AreaDeskPage] {
    [AreaDeskPage(heading: "Speech, language and communication in Northvale", round: "Round 2: Autumn 2026")]
  }
}
