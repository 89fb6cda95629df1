import Components
import Domain
import Hummingbird
import Markup
import Store

/// Everybody who is promised in two places, and every pupil who is always taken from the same lesson.
struct ClashPage: Page {
  let list: ClashList
  let trail: [Components.Link]
  let token: String

  var title: String { "Clashes" }
  var part: Part? { .groups }

  /// `GET …/groups/clashes`
  static func show(_ visit: Visit) async throws -> Response {
    let (viewer, today) = (visit.viewer, visit.today)
    let told = try await visit.read { try Groups(viewer, $0).clashes(from: today) }
    return visit.page(
      ClashPage(
        list: ClashList(told, nil, viewer: viewer, school: visit.here), trail: trail(visit.here),
        token: visit.formToken))
  }

  /// `POST …/groups/sharing`: an adult's time is shared among groups that clash.
  static func share(_ visit: Visit) async throws -> Response {
    guard let staff = visit.form["staff"].flatMap({ ID<StaffMember>($0) }),
      let day = visit.form["from"].flatMap({ Day(iso: $0) })
    else { throw Refusal.notFound() }
    let groups = visit.form.all("group").compactMap { ID<Group>($0) }
    try await visit.write { try Groups(visit.viewer, $0).shareTime(of: staff, among: groups, from: day) }
    let next = visit.form["then"].flatMap { ID<Group>($0) }.map { Way.group($0, visit.here) }
    return visit.redirect(to: next ?? Way.clashes(visit.here), saying: .changed)
  }

  private static func trail(_ school: School) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("Groups", Way.groups(school))]
  }

  static var examples: [ClashPage] {
    let school = CatalogueExamples.school
    return [
      ClashPage(
        list: ClashList(GroupExamples.clashes, nil, viewer: CatalogueExamples.senco, school: school),
        trail: trail(school), token: "example"),
      ClashPage(list: ClashList(parts: []), trail: trail(school), token: "example"),
    ]
  }

  var body: HTML {
    """
    \(PageHeader(title, lede: "From today on. You decide: nothing here is forbidden."))\
    \(if: list.items.isEmpty, empty, else: list.sections(token: token))
    """
  }

  private var empty: HTML {
    EmptyState(
      "No clashes",
      "Nobody is promised in two places, and no pupil is always taken from the same lesson. Only sessions with a time can clash."
    ).html
  }
}
