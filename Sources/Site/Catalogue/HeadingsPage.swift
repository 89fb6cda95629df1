import Components
import Domain
import Hummingbird
import Markup
import Store

/// The headings of catalogue and map: their names and their order.
struct HeadingsPage: Page {
  struct Row: Sendable {
    let id: String
    /// As it stands, or as it was typed.
    let name: String
    let version: Int
    let address: Address
    let isFirst: Bool
    let isLast: Bool
    /// Nothing stands under it.
    let isEmpty: Bool
    let error: String?
  }

  let rows: [Row]
  let newName: String
  let refusals: Refusals
  let trail: [Components.Link]
  let address: Address
  let token: String

  var title: String { "Headings" }
  var part: Part? { .catalogue }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }
}

extension HeadingsPage {
  /// `typed`: the new name of one heading that was refused.
  init(
    _ headings: [Heading], used: Set<ID<Heading>>, school: School, token: String, newName: String = "",
    typed: (id: ID<Heading>, name: String)? = nil, refusals: Refusals = .none
  ) {
    rows = headings.enumerated().map { index, heading in
      let isTyped = typed?.id == heading.id
      return Row(
        id: heading.id.text, name: isTyped ? typed!.name : heading.name, version: heading.version,
        address: Way.heading(heading.id, school), isFirst: index == 0, isLast: index == headings.count - 1,
        isEmpty: !used.contains(heading.id), error: isTyped ? refusals.all.first?.sentence : nil)
    }
    self.newName = newName
    self.refusals = refusals
    trail = [Link(school.name, Way.school(school)), Link("Catalogue", Way.catalogue(school))]
    address = Way.headings(school)
    self.token = token
  }

  static var examples: [HeadingsPage] {
    let headings = CatalogueExamples.headings
    let used = Set(headings.dropLast().map(\.id))
    return [
      HeadingsPage(headings, used: used, school: CatalogueExamples.school, token: "example"),
      HeadingsPage(
        headings, used: used, school: CatalogueExamples.school, token: "example", newName: "literacy",
        refusals: Refusals([.invalid("There is a heading “literacy” already.", field: "name")])),
    ]
  }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, lede: "The sections of the catalogue and of the school map, in this order"))\
    \(DataTable(
      "Headings in their order", showsCaption: false,
      columns: [.init("Heading"), .init("Order", isPlain: true), .init("Remove", isUnseen: true)],
      rows: rows.map(cells), isList: true))\
    <h2>Add a heading</h2>\
    \(Form(to: address, token: token, body: """
      \(TextInput(Field("name", "Name of the new heading", error: rows.contains { $0.error != nil } ? nil : refusals["name"]), value: newName, limit: 100))\
      \(Button("Add this heading"))
      """))
    """
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let id = "name-\(row.id)"
    let name: HTML = """
      \(Form(to: row.address, token: token, body: """
        \(HiddenField("version", String(row.version)))<div class="in-row">\
        \(TextInput(Field("name", "Name", error: row.error, id: id, isLabelUnseen: true), value: row.name, limit: 100))\
        \(Button("Rename", style: .quiet))</div>
        """))
      """
    let order: HTML = """
      <div class="buttons">\(if: !row.isFirst, move(row, "up"))\(if: !row.isLast, move(row, "down"))</div>
      """
    let remove: HTML =
      row.isEmpty
      ? Form(
        to: "\(row.address)/removal", token: token,
        body: "<button type=\"submit\" class=\"button quiet\">Remove<span class=\"unseen\"> \(row.name)</span></button>"
      ).html : "<span class=\"soft\">In use</span>"
    return [.html(name), .html(order), .html(remove)]
  }

  private func move(_ row: Row, _ direction: String) -> HTML {
    Form(
      to: "\(row.address)/move", token: token,
      body: """
        \(HiddenField("direction", direction))<button type="submit" class="button quiet">\
        \(direction == "up" ? "Up" : "Down")<span class="unseen">: \(row.name)</span></button>
        """
    ).html
  }
}

/// The acts on headings.
enum HeadingActs {
  /// `GET …/catalogue/headings`
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  /// `POST …/catalogue/headings`
  static func add(_ visit: Visit) async throws -> Response {
    try await visit.answering {
      _ = try await visit.write { try Catalogue(visit.viewer, $0).addHeading(visit.form["name"] ?? "") }
      return visit.redirect(to: Way.headings(visit.here), saying: .added)
    } again: { refusals in
      try await page(visit, newName: visit.form.typed("name"), refusals: refusals)
    }
  }

  /// `POST …/catalogue/headings/{heading}`
  static func rename(_ visit: Visit) async throws -> Response {
    let id = try visit.id("heading", Heading.self)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      try await visit.write {
        try Catalogue(visit.viewer, $0).renameHeading(id, to: visit.form["name"] ?? "", version: version)
      }
      return visit.redirect(to: Way.headings(visit.here), saying: .saved)
    } again: { refusals in
      let now = try await visit.read { try Catalogue(visit.viewer, $0).headings() }.first { $0.id == id }?.name
      let standing = refusals.isConflict ? now.map { " It is called “\($0)” now." } ?? "" : ""
      let atField = Refusals(
        refusals.all.map { Refusal($0.kind, $0.sentence + standing, field: "name-\(id.text)") })
      return try await page(visit, typed: (id, visit.form.typed("name")), refusals: atField)
    }
  }

  /// `POST …/catalogue/headings/{heading}/move`
  static func move(_ visit: Visit) async throws -> Response {
    let id = try visit.id("heading", Heading.self)
    let up = visit.form["direction"] == "up"
    try await visit.write { try Catalogue(visit.viewer, $0).moveHeading(id, up: up) }
    return visit.redirect(to: Way.headings(visit.here), saying: .saved)
  }

  /// `POST …/catalogue/headings/{heading}/removal`
  static func remove(_ visit: Visit) async throws -> Response {
    let id = try visit.id("heading", Heading.self)
    return try await visit.answering {
      try await visit.write { try Catalogue(visit.viewer, $0).removeHeading(id) }
      return visit.redirect(to: Way.headings(visit.here), saying: .removed)
    } again: {
      try await page(visit, refusals: $0)
    }
  }

  private static func page(
    _ visit: Visit, newName: String = "", typed: (id: ID<Heading>, name: String)? = nil, refusals: Refusals = .none
  ) async throws -> HeadingsPage {
    let (headings, used) = try await visit.read { connection in
      let catalogue = Catalogue(visit.viewer, connection)
      return (try catalogue.headings(), try catalogue.usedHeadings())
    }
    return HeadingsPage(
      headings, used: used, school: visit.here, token: visit.formToken, newName: newName, typed: typed,
      refusals: refusals)
  }
}
