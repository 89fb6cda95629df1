import Components
import Domain
import Markup

/// Entries as a list: a contributor's own and their organisation's, with drafts; for who sees all, everything that was sent
/// in. Fifty a page, whatever there is.
struct EntriesPage: Page {
  struct Row: Sendable {
    let id: String
    let name: String
    let address: Address
    let kind: StatusTag
    let state: StatusTag?
    let organisation: String
    let cells: String
    let number: String
    let marks: String
  }

  struct Filter: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
    let chosen: String
  }

  let isOfAll: Bool
  let lede: String
  let address: Address
  let token: String
  let actions: [Components.Link]
  let filters: [Filter]
  let age: String
  /// Filters as they go with a search, by their names.
  let carried: [(name: String, value: String)]
  let search: Address
  let words: String
  let rows: [Row]
  let count: Int
  let first: Int
  /// Addresses of the pages before and after; a search's pages are asked for by form.
  let pages: [(label: String, number: Int)]
  /// Where ticked entries are marked; nil for who only reads.
  let marks: Address?
  let merging: Address
  var refusals = Refusals.none

  var title: String { isOfAll ? "All entries" : "Entries" }
  var areaPart: AreaPart? { .entries }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }
  var isFiltered: Bool { !carried.isEmpty || !words.isEmpty }

  static let size = 50

  static var examples: [EntriesPage] { EntryExamples.lists }
}

extension EntriesPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lede, actions: actions.enumerated().map { LinkButton($1.label, $1.address, style: $0 == 0 ? .main : .quiet).html }))\
    <details class="more"\(if: !carried.isEmpty, " open")><summary>Filter</summary><div>\
    \(FilterBar("Choose which entries are shown", asking: address, fields: filterFields, actions: carried.isEmpty ? .empty : LinkButton("Show all", address, style: .quiet).html))</div></details>\
    \(searching)\(if: rows.isEmpty, nothing, else: found)
    """
  }

  private var filterFields: HTML {
    """
    \(each: filters, { Select(Field($0.name, $0.label), $0.choices, selected: $0.chosen).html })\
    \(TextInput(Field("age", "For the age of", hint: "In years"), value: age, width: .code))
    """
  }

  private var searching: HTML {
    Form(
      to: search, token: token,
      body: """
        <div class="filter-bar" role="search" aria-label="Search in the words of entries">\(each: carried, { HiddenField($0.name, $0.value).html })\
        \(TextInput(Field("words", "Words in them"), value: words, kind: .search, autocomplete: "off"))\(Button("Search", style: .quiet))</div>
        """
    ).html
  }

  private var nothing: HTML {
    isFiltered
      ? EmptyState("Nothing is found", "No entry that you may see fits this. Choose less, or other words.").html
      : EmptyState(
        isOfAll ? "Nobody has sent anything in yet" : "You have no entries yet",
        isOfAll
          ? "That is silence, and not yet an answer. Remind those who are expected."
          : "Say what you provide and what is missing. It takes a few minutes each, and drafts are kept.",
        actions: actions.prefix(2).map { LinkButton($0.label, $0.address, style: .quiet).html }
      ).html
  }

  private var found: HTML {
    let many = "\(count.grouped) \(count == 1 ? "entry" : "entries")"
    let caption = count > rows.count ? "\(many), from \(first + 1) to \(first + rows.count)" : many
    guard let marks else { return "\(table(caption))\(pager)" }
    return """
      \(Form(
        to: marks, token: token,
        body: """
          <div data-select-scope>\(SelectAll("All on this page"))\(table(caption))</div><div class="buttons">\
          \(Button("Mark as checked", style: .quiet, name: "act", value: "check"))\
          \(Button("Agree to the public", style: .quiet, name: "act", value: "agree"))\
          \(Button("Keep from the public", style: .quiet, name: "act", value: "keep"))\
          \(Button("Merge them …", style: .quiet, name: "act", value: "merge"))</div>
          """))\(pager)
      """
  }

  private func table(_ caption: String) -> HTML {
    var columns: [DataTable.Column] = [.init("Entry"), .init("Kind"), .init("Cells")]
    if isOfAll { columns.append(.init("Organisation")) }
    columns += [.init("Children", .number), .init("Where it stands")]
    if marks != nil { columns.insert(.init("Choose", isUnseen: true), at: 1) }
    return DataTable(caption, columns: columns, rows: rows.map(cells), isSelectable: marks != nil).html
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    var cells: [DataTable.Cell] = [
      .html("<a href=\"\(row.address)\">\(row.name)</a>"), .html(row.kind.html), .text(row.cells),
    ]
    if isOfAll { cells.append(.text(row.organisation)) }
    cells += [.text(row.number), .html("\(if: row.state, \.html) <span class=\"soft\">\(row.marks)</span>")]
    if marks != nil {
      cells.insert(
        .html(
          "<label class=\"tick\"><input type=\"checkbox\" name=\"entry\" value=\"\(row.id)\"><span class=\"unseen\">\(row.name)</span></label>"
        ),
        at: 1)
    }
    return cells
  }

  private var pager: HTML {
    if pages.isEmpty { return .empty }
    if words.isEmpty {
      return PageLinks(pages.map { Link($0.label, address.asking(carried + [("page", String($0.number))])) }).html
    }
    return ButtonRow(
      pages.map { page in
        PostButton(
          page.label, to: search, token: token,
          fields: carried.map { HiddenField($0.name, $0.value) } + [
            HiddenField("words", words), HiddenField("page", String(page.number)),
          ]
        ).html
      }
    ).html
  }
}
