import Components
import Domain
import Hummingbird
import Markup
import Store

/// The projects that anybody may find, in a list to choose from. One that is not listed is reachable by its own address
/// alone, and is no different here from one that does not exist.
struct AreasPage: Page {
  struct Project: Sendable {
    let title: String
    let area: String
    let address: Address
    /// The last step of the address: what the list sends.
    let key: String
    let until: String?
  }

  let projects: [Project]
  let contact: String
  let refusals: Refusals

  var title: String { "Reviews of support in an area" }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, lede: "Schools, services and groups say what they provide and what is missing."))\
    \(if: projects.isEmpty, "<p>No review can be joined from this list at the moment.</p>", else: choice)\
    <h2>Is yours not here?</h2><p>Some reviews are not listed. Look in what you were sent for a web address of its own, and \
    open that. If there is none, ask whoever asked you to take part. \
    <a href="\(Way.helpOnAreas(.notListed))">More on reviews that are not in the list</a></p>\(WhomToAsk(contact))
    """
  }

  private var choice: HTML {
    """
    <form method="get" action="\(Way.areas)">\
    \(Select(Field("project", "Which review do you take part in?", error: refusals["project"]), [Choice("", "Choose one")] + projects.map { Choice($0.key, "\($0.title) (\($0.area))") }))\
    \(Button("Go on"))</form>\
    <h2>All that are open</h2><ul class="big-links">\(each: projects, draw)</ul>
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
    if let chosen = visit.query("project"), let area = areas.first(where: { $0.address == chosen }) {
      return visit.redirect(to: Way.area(area))
    }
    let isSent = visit.request.uri.query.map { $0.hasPrefix("project=") } ?? false
    return visit.page(
      AreasPage(
        projects: areas.map {
          Project(
            title: $0.details.title, area: $0.name, address: Way.area($0), key: $0.address,
            until: $0.details.closesOn?.words)
        }, contact: visit.site.settings.contact,
        refusals: isSent ? Refusals([.invalid("Choose a review from the list.", field: "project")]) : .none),
      status: isSent ? .unprocessableContent : .ok)
  }

  static var examples: [AreasPage] {
    let project = Project(
      title: "Speech, language and communication in Northvale", area: "Northvale", address: "/areas/northvale-speech",
      key: "northvale-speech", until: "31 March 2027")
    return [
      AreasPage(projects: [project], contact: "", refusals: .none),
      AreasPage(projects: [], contact: "Ask the help desk of Westmere, 01632 960 100.", refusals: .none),
    ]
  }
}
