import Components
import Domain
import Hummingbird
import Markup
import Store

/// One type of provision: what it is, what is usual, and which groups run it now.
struct TypePage: Page {
  struct Run: Sendable {
    let name: String
    let address: Address
    let when: String
    let who: String
    let pupils: String
  }

  let title: String
  let heading: String
  let trail: [Components.Link]
  let actions: [HTML]
  let tags: [HTML]
  let rows: [SummaryList.Row]
  /// Those that run today, as the viewer may see them; nil for who sees no groups.
  let runs: [Run]?
  /// Archives it or offers it again; nothing for who may not.
  let archive: HTML

  var part: Part? { .catalogue }

  /// `GET …/catalogue/types/{type}`
  static func show(_ visit: Visit) async throws -> Response {
    let id = try visit.id("type", ProvisionType.self)
    let (viewer, today) = (visit.viewer, visit.today)
    let (type, heading, lines) = try await visit.read { connection in
      let catalogue = Catalogue(viewer, connection)
      let type = try catalogue.type(id)
      let lines = viewer.may(.see, .groups) ? try Groups(viewer, connection).list(.running(today)) : nil
      return (type, try catalogue.heading(type.heading), lines)
    }
    return visit.page(
      TypePage(
        type, heading, runs: lines?.filter { $0.group.details.type == id }, viewer: viewer, school: visit.here,
        token: visit.formToken))
  }
}

extension TypePage {
  init(
    _ type: ProvisionType, _ heading: Heading, runs: [GroupLine]?, viewer: Viewer, school: School, token: String
  ) {
    title = type.name
    self.heading = heading.name
    trail = [Link(school.name, Way.school(school)), Link("Catalogue", Way.catalogue(school))]
    let details = type.details
    let mayAdd =
      viewer.mayAll(.do, .groups) && !type.isArchived
      && (!details.isConfidential || viewer.may(.do, .confidential))
    actions =
      (mayAdd ? [LinkButton("Add a group", Way.newGroup(type.id, school)).html] : [])
      + (viewer.may(.do, .catalogue)
        ? [LinkButton("Change", Way.changeType(type.id, school), style: .quiet).html] : [])
    let chip = ProvisionWords.chip(details.strand, details.level)
    tags =
      (chip.isEmpty ? [] : [chip]) + (details.isConfidential ? [StatusTag(.confidential).html] : [])
      + (type.isArchived ? [StatusTag("Archived", tone: .plain).html] : [])
    var rows: [SummaryList.Row] = [
      .init("What it is", details.description.nilIfEmpty ?? "Not said"),
      .init("Intended outcome", details.outcome.nilIfEmpty ?? "Not said"), .init("Usually", details.dosageWords),
      .init("Area of need", ProvisionWords.area(details.area)),
    ]
    if let evidence = details.evidence, let address = Address(external: evidence) {
      rows.append(.init("Evidence", html: "<a href=\"\(address)\" rel=\"noreferrer\">\(evidence)</a>"))
    }
    self.rows = rows
    self.runs = runs.map { $0.map { Run($0, school: school) } }
    archive = viewer.may(.do, .catalogue) ? TypePage.archive(type, school, token) : .empty
  }

  private static func archive(_ type: ProvisionType, _ school: School, _ token: String) -> HTML {
    let version = HiddenField("version", String(type.version))
    let address = Way.archiveType(type.id, school)
    if type.isArchived {
      return PostButton(
        "Offer it again", to: address, token: token, fields: [version, HiddenField("archived", "no")]
      ).html
    }
    return Details(
      "No longer offer it",
      body: """
        <p>It goes from the list for new groups. Groups that run it, and their costs, stay as they are.</p>\
        \(PostButton("Archive this provision", to: address, token: token, fields: [version]))
        """
    ).html
  }

  static var examples: [TypePage] {
    let (types, headings) = (CatalogueExamples.types, CatalogueExamples.headings)
    return [
      TypePage(
        types[0], headings[0], runs: GroupExamples.lines, viewer: CatalogueExamples.senco,
        school: CatalogueExamples.school, token: "example"),
      TypePage(
        types[6], headings[0], runs: [], viewer: CatalogueExamples.senco, school: CatalogueExamples.school,
        token: "example"),
      TypePage(
        types[19], headings[3], runs: nil, viewer: CatalogueExamples.teacher, school: CatalogueExamples.school,
        token: "example"),
    ]
  }

  var body: HTML {
    """
    \(PageHeader(title, kicker: heading, actions: actions))\
    \(if: !tags.isEmpty, TagList(tags).html)\
    \(SummaryList(rows))\
    \(if: runs, draw)\
    \(archive)
    """
  }

  private func draw(_ runs: [Run]) -> HTML {
    if runs.isEmpty { return "<h2>Groups that run it now</h2><p class=\"soft\">None.</p>" }
    return """
      <h2>Groups that run it now</h2>\
      \(DataTable(
        "Groups that run it now", showsCaption: false,
        columns: [.init("Group"), .init("When"), .init("Who leads"), .init("Pupils", .number)],
        rows: runs.map { [.html("<a href=\"\($0.address)\">\($0.name)</a>"), .text($0.when), .text($0.who), .text($0.pupils)] },
        isList: true))
      """
  }
}

extension TypePage.Run {
  init(_ line: GroupLine, school: School) {
    name = line.group.name
    address = Way.group(line.group.id, school)
    when = line.schedule?.words ?? "No sessions"
    let isForAll = line.schedule == nil
    who = line.leads.map(\.name).joined(separator: ", ").nilIfEmpty ?? (isForAll ? "–" : "Nobody yet")
    pupils = isForAll && line.memberCount == 0 ? "all" : String(line.memberCount)
  }
}
