import Components
import Domain
import Hummingbird
import Markup
import Store

/// The projects that anybody may find. One that is not listed is reachable by its own address alone.
struct AreasPage: Page {
  struct Project: Sendable {
    let title: String
    let area: String
    let address: Address
    let until: String?
  }

  let projects: [Project]
  let contact: String

  var title: String { "Reviews of support in an area" }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Schools, services and groups say what they provide and what is missing. Choose yours to join it."))\
    \(if: projects.isEmpty, "<p>No review can be joined from this list at the moment.</p>", else: list)\
    <h2>Is yours not here?</h2><p>Some reviews are not listed. Look in what you were sent for a web address of its own, and \
    open that. If there is none, ask whoever asked you to take part.</p>\(WhomToAsk(contact))
    """
  }

  private var list: HTML {
    """
    <ul class="big-links">\(each: projects, draw)</ul>
    """
  }

  private func draw(_ project: Project) -> HTML {
    """
    <li><a href="\(project.address)">\(project.title)</a><p>\(project.area)\(if: project.until, { ", open until \($0)" })</p></li>
    """
  }

  static func show(_ visit: Visit) async throws -> Response {
    let today = visit.today
    let areas = try await visit.read { try Areas.listed(on: today, $0) }
    return visit.page(
      AreasPage(
        projects: areas.map {
          Project(
            title: $0.details.title, area: $0.name, address: Way.area($0), until: $0.details.closesOn?.words)
        }, contact: visit.site.settings.contact))
  }

  static var examples: [AreasPage] {
    [
      AreasPage(
        projects: [
          Project(
            title: "Speech, language and communication in Northvale", area: "Northvale",
            address: "/areas/northvale-speech", until: "31 March 2027")
        ], contact: ""), AreasPage(projects: [], contact: "Ask the help desk of Westmere, 01632 960 100."),
    ]
  }
}
