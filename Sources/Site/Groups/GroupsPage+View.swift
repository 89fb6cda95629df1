import Components
import Domain
import Markup

extension GroupsPage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: actions.map { LinkButton($0.label, $0.address).html }))\
    \(Tabs("Which groups", tabs))\
    \(if: clashes, warning)\
    \(FilterBar("Choose which groups are shown", asking: filter.address, fields: fields))\
    \(if: rows.isEmpty, empty, else: table)
    """
  }

  private func warning(_ clashes: (count: Int, address: Address)) -> HTML {
    let words = clashes.count == 1 ? "One clash" : "\(clashes.count) clashes"
    return InsetText(
      """
      <p>\(words) of people who are promised in two places, or always taken from one lesson. \
      <a href="\(clashes.address)">See them, with a way out</a></p>
      """
    ).html
  }

  private var fields: HTML {
    "\(HiddenField("when", filter.when))\(each: filter.choices, select)"
  }

  private func select(_ choices: Filter.Choices) -> HTML {
    Select(Field(choices.name, choices.label), [Choice("", "All")] + choices.choices, selected: choices.selected).html
  }

  private var empty: HTML {
    if filter.isNarrowed {
      return EmptyState("No groups match", "None of these groups is of the kind that you asked for.").html
    }
    switch GroupsQuestion.When(rawValue: filter.when) {
    case .coming?: return EmptyState("Nothing to come", "No group begins later than today.").html
    case .ended?: return EmptyState("Nothing has ended", "No group has ended yet.").html
    case .own?: return EmptyState("No groups of your own", "You lead no group now or in the coming year.").html
    default:
      return EmptyState(
        "No groups run now", "A group is a provision that runs: who gets it, who leads it, when, and what it costs.",
        actions: actions.map { LinkButton($0.label, $0.address).html }
          + (mapImport.map {
            [LinkButton("Paste or bring in the map that you keep today", $0, style: .quiet).html]
          } ?? [])
      ).html
    }
  }

  private var table: HTML {
    """
    \(FilterBox("Find a group", of: "groups", noun: "groups"))\
    \(DataTable(
      "Groups", showsCaption: false,
      columns: [
        .init("Provision"), .init("When"), .init("Who leads"), .init("Years"), .init("Pupils", .number), .init("Runs"),
      ],
      rows: rows.map(cells), id: "groups", isList: true))
    """
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let name: HTML = """
      <a href="\(row.address)">\(row.name)</a><br><span class="soft">\(row.heading)</span>\
      \(if: !row.tags.isEmpty, "<br>\(each: row.tags, { "\($0) " })")
      """
    return [.html(name), .text(row.when), .text(row.who), .text(row.years), .text(row.pupils), .text(row.dates)]
  }
}
