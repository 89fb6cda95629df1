import Components
import Domain
import Markup

/// The catalogue: types under their headings, with what is usual of each.
struct CataloguePage: Page {
  struct Row: Sendable {
    let name: String
    let address: Address
    let outcome: String
    let dosage: String
    let chip: HTML
    let area: String
    let isConfidential: Bool
    let isArchived: Bool
    /// Where a group of it is added; nil where the viewer may not, and for archived ones.
    let add: Address?
  }

  struct Section: Sendable {
    let id: String
    let name: String
    let rows: [Row]
  }

  let sections: [Section]
  let actions: [Components.Link]
  /// Shows or hides what is archived; nil where nothing is.
  let archived: Components.Link?

  var title: String { "Catalogue" }
  var part: Part? { .catalogue }
  var isWide: Bool { true }
}

extension CataloguePage {
  init(_ headings: [Heading], _ types: [ProvisionType], showsArchived: Bool, viewer: Viewer, school: School) {
    let shown = types.filter { showsArchived || !$0.isArchived }
    sections = headings.map { heading in
      Section(
        id: heading.id.text, name: heading.name,
        rows: shown.filter { $0.heading == heading.id }.map { Row($0, viewer: viewer, school: school) })
    }
    actions =
      viewer.may(.do, .catalogue)
      ? [
        Link("Add a provision", Way.newType(school)), Link("Headings", Way.headings(school)),
        Link("Offer to an area", Way.schoolAreas(school)),
      ] : []
    let count = types.count { $0.isArchived }
    archived =
      count == 0
      ? nil
      : showsArchived
        ? Link("Hide what is archived", Way.catalogue(school))
        : Link("Show \(count) archived", Way.catalogue(school).asking("archived", "yes"))
  }

  static var examples: [CataloguePage] {
    let headings = CatalogueExamples.headings
    return [
      CataloguePage(
        headings, CatalogueExamples.types, showsArchived: true, viewer: CatalogueExamples.senco,
        school: CatalogueExamples.school),
      CataloguePage(
        [headings[0]], [], showsArchived: false, viewer: CatalogueExamples.teacher, school: CatalogueExamples.school),
      CataloguePage(
        [], [], showsArchived: false, viewer: CatalogueExamples.senco, school: CatalogueExamples.school),
    ]
  }
}

extension CataloguePage.Row {
  init(_ type: ProvisionType, viewer: Viewer, school: School) {
    name = type.name
    address = Way.type(type.id, school)
    outcome = type.details.outcome
    dosage = type.details.dosageWords
    chip = ProvisionWords.chip(type.details.strand, type.details.level)
    area = ProvisionWords.area(type.details.area)
    isConfidential = type.details.isConfidential
    isArchived = type.isArchived
    let mayAdd =
      viewer.mayAll(.do, .groups) && (!type.details.isConfidential || viewer.may(.do, .confidential))
    add = mayAdd && !type.isArchived ? Way.newGroup(type.id, school) : nil
  }
}

extension CataloguePage {
  var body: HTML {
    let buttons = actions.enumerated().map { index, link in
      LinkButton(link.label, link.address, style: index == 0 ? .main : .quiet).html
    }
    return """
      \(PageHeader(title, lede: "What the school could reasonably provide, and how much of it is usual", actions: buttons))\
      \(if: archived, { "<p>\($0)</p>" })\
      \(if: sections.isEmpty, empty)\
      \(each: sections, draw)
      """
  }

  private var empty: HTML {
    EmptyState("No headings yet", "Headings are the sections of the catalogue and of the map. Begin with one.").html
  }

  private func draw(_ section: Section) -> HTML {
    let hasAdd = section.rows.contains { $0.add != nil }
    let columns: [DataTable.Column] =
      [.init("Provision"), .init("Usually"), .init("Strand and level", isPlain: true), .init("Area of need")]
      + (hasAdd ? [.init("Add a group", isUnseen: true)] : [])
    let table: HTML =
      section.rows.isEmpty
      ? "<p class=\"soft\">Nothing stands under this heading.</p>"
      : DataTable(
        section.name, showsCaption: false, columns: columns, rows: section.rows.map { cells($0, hasAdd) }, isList: true
      ).html
    return
      "<section class=\"catalogue\" aria-labelledby=\"\(section.id)\"><h2 id=\"\(section.id)\">\(section.name)</h2>\(table)</section>"
  }

  private func cells(_ row: Row, _ hasAdd: Bool) -> [DataTable.Cell] {
    let name: HTML = """
      <a href="\(row.address)">\(row.name)</a>\(if: row.isConfidential, " \(StatusTag(.confidential))")\
      \(if: row.isArchived, " \(StatusTag("Archived", tone: .plain))")\
      \(if: !row.outcome.isEmpty, "<br><span class=\"soft\">\(row.outcome)</span>")
      """
    let add: HTML =
      row.add.map { "<a href=\"\($0)\">Add a group<span class=\"unseen\"> of \(row.name)</span></a>" } ?? .empty
    return [.html(name), .text(row.dosage), .html(row.chip), .text(row.area)] + (hasAdd ? [.html(add)] : [])
  }
}
