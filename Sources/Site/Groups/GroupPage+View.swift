import Components
import Domain
import Markup

extension GroupPage {
  var body: HTML {
    """
    \(PageHeader(title, kicker: heading, lede: lede, actions: actions))\
    \(TagList(tags))\
    \(if: !clashes.items.isEmpty, warning)\
    \(if: !doubts.isEmpty, lookAgain)\
    \(SummaryList(rows))\
    \(if: isMasked, hidden, else: parts)\
    \(if: cost, \.html)\
    \(if: !further.isEmpty, furtherActs)\
    \(if: mistake, removal)\
    \(if: !history.isEmpty, changes)
    """
  }

  private var lookAgain: HTML {
    NotificationBanner(
      .warning, "Please look again.",
      detail: """
        <ul>\(each: doubts, { "<li>\($0)</li>" })</ul>\
        \(if: mistake, { "<p>It is saved as you wrote it. <a href=\"\($0.correct)\">Correct its dates</a>, or change when it meets below.</p>" })
        """
    ).html
  }

  private func removal(_ mistake: Mistake) -> HTML {
    let contents = mistake.contents.map { "With it go: \($0), and when it meets." } ?? "With it goes when it meets."
    return Details(
      "It was made by mistake",
      body: """
        <p>Then it goes from every map, also of days that have passed, and so does its cost. \(contents) The history keeps \
        what stood here. If it ran and is over, end it instead.</p>\
        \(PostButton("Remove this group", to: mistake.address, token: token, style: .danger, fields: [HiddenField("version", String(mistake.version))]))
        """
    ).html
  }

  private var warning: HTML {
    NotificationBanner(
      .warning, clashes.items.count == 1 ? "There is a clash." : "There are \(clashes.items.count) clashes.",
      detail: clashes.html(token: token)
    ).html
  }

  private var hidden: HTML {
    InsetText(
      "<p>What this is, and whom it is for, is kept by those alone who may know of it. \(otherPlaces ?? "")</p>"
    )
    .html
  }

  private var parts: HTML { "\(leadsPart)\(placesPart)\(itemsPart)" }

  private var leadsPart: HTML {
    let columns: [DataTable.Column] =
      [.init("Name"), .init("Role"), .init("Share of their time"), .init("From, until")]
      + (addLead == nil ? [] : [.init("Change", isUnseen: true)])
    let table: HTML =
      leads.isEmpty
      ? "<p class=\"soft\">\(nobodyLeads)</p>"
      : DataTable("Who leads it", showsCaption: false, columns: columns, rows: leads.map(cells), isList: true).html
    return section("leads", "Who leads it", addLead, table)
  }

  /// A way of working has no lead by nature; of what meets, it is not known what it takes.
  private var nobodyLeads: String {
    meets && items.isEmpty
      ? "Nobody leads it yet, so that nobody’s time is counted and what it costs is not known." : "Nobody leads it."
  }

  private func cells(_ lead: Lead) -> [DataTable.Cell] {
    [.html(name(lead.name, isOver: lead.isOver)), .text(lead.role), .text(lead.share), .text(lead.dates)]
      + change(lead.change, lead.name)
  }

  private var nobodyIsIn: String {
    meets ? "No pupil is in it." : "Nobody is named: it is a way of working for all whom it is for."
  }

  private var placesPart: HTML {
    let columns: [DataTable.Column] =
      [.init("Pupil"), .init("Year"), .init("From, until"), .init("Paid from")]
      + (addPupils == nil ? [] : [.init("Change", isUnseen: true)])
    let table: HTML =
      places.isEmpty
      ? (otherPlaces == nil ? "<p class=\"soft\">\(nobodyIsIn)</p>" : .empty)
      : DataTable("Pupils", showsCaption: false, columns: columns, rows: places.map(cells), isList: true).html
    return section("pupils", "Pupils", addPupils, "\(table)\(if: otherPlaces, { "<p>\($0)</p>" })")
  }

  private func cells(_ place: Place) -> [DataTable.Cell] {
    let link: HTML = """
      <a href="\(place.pupil)">\(place.name)</a>\(if: place.isOver, " \(StatusTag(.ended))")
      """
    return [.html(link), .text(place.year), .text(place.dates), .text(place.stream)] + change(place.change, place.name)
  }

  private var itemsPart: HTML {
    if items.isEmpty, addItem == nil { return .empty }
    let columns: [DataTable.Column] =
      [.init("Item"), .init("Cost", .number), .init("On")]
      + (addItem == nil ? [] : [.init("Change", isUnseen: true)])
    let table: HTML =
      items.isEmpty
      ? "<p class=\"soft\">Nothing was bought for it.</p>"
      : DataTable(
        "Bought for it", showsCaption: false, columns: columns,
        rows: items.map { [.text($0.name), .text($0.cost), .text($0.day)] + change($0.change, $0.name) }, isList: true
      ).html
    return section("items", "Bought for it", addItem, table)
  }

  private func section(_ id: String, _ title: String, _ add: Components.Link?, _ body: HTML) -> HTML {
    """
    <section aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(title)</h2>\
    \(if: add, { LinkButton($0.label, $0.address, style: .quiet).html })</div>\(body)</section>
    """
  }

  private func name(_ name: String, isOver: Bool) -> HTML { "\(name)\(if: isOver, " \(StatusTag(.ended))")" }

  private func change(_ address: Address?, _ name: String) -> [DataTable.Cell] {
    guard let address else { return [] }
    return [.html("<a href=\"\(address)\">Change<span class=\"unseen\"> \(name)</span></a>")]
  }

  private var furtherActs: HTML {
    """
    <h2>Later</h2>\(ButtonRow(further.map { LinkButton($0.label, $0.address, style: .quiet).html }))
    """
  }

  private var changes: HTML { Details("What was changed", body: "\(Components.Timeline(history))").html }
}
