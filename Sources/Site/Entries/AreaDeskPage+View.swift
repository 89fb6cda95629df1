import Components
import Domain
import Markup

extension AreaDeskPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(heading, lede: round, actions: actions))\
    \(if: notice, { NotificationBanner(.information, $0.title, detail: "<p>\($0.sentence)\(if: $0.way, { " \($0)" })</p>").html })\
    \(if: all, draw)\(if: own, draw)
    """
  }

  private var actions: [HTML] {
    guard let own, own.canAdd else { return [] }
    return [
      LinkButton("Add provision", own.provision).html, LinkButton("Add a gap", own.gap, style: .quiet).html,
    ]
  }

  private func draw(_ own: OwnDesk) -> HTML {
    """
    <section aria-labelledby="own"><h2 id="own">\(own.organisation)</h2>\(Tiles(own.tiles))\
    \(if: !own.questions.isEmpty, questions(own.questions, "Questions that wait for your answer"))\
    \(each: own.moves, draw)\(if: !own.drafts.isEmpty, drafts(own))\
    \(if: own.earlier, { "<div class=\"inset\"><p>\($0.words)</p>\(LinkButton("Copy from last round", $0.address, style: .quiet))</div>" })\
    <h2 id="cells">What you have said of each cell</h2>\
    \(if: own.tabs.count > 1, Tabs("What it is about", own.tabs).html)\
    \(own.grid.html)\(legend)\(if: own.chosen, { draw($0, own) })\
    <p><a href="\(own.entries)">All your entries</a>\(if: own.canAdd, " · <a href=\"\(own.importing)\">Bring in a list (CSV or Excel)</a>")</p></section>
    """
  }

  private var legend: HTML {
    """
    <p class="soft grid-legend"><span class="key answered">You have answered</span> <span class="key nothing">“Nothing here”</span> \
    <span class="key silent">Not answered yet: silence is not the same as nothing</span></p>
    """
  }

  private func questions(_ questions: [OwnDesk.Question], _ heading: String) -> HTML {
    """
    <div class="banner warning"><p><strong>\(heading)</strong></p><ul class="plain">\(each: questions, { question in
      "<li><a href=\"\(question.address)\">\(question.about)</a>: \(question.question) <span class=\"soft\">\(question.asked)</span></li>"
    })</ul></div>
    """
  }

  private func draw(_ move: OwnDesk.Move) -> HTML {
    """
    <div class="banner information"><p><strong>\(move.sentence)</strong> <a href="\(move.entry)">\(move.name)</a></p>\
    <p>Before: \(move.before).<br>Now: \(move.after). Your words were not changed.</p>\
    \(PostButton("I have seen it", to: move.seen, token: token))</div>
    """
  }

  private func drafts(_ own: OwnDesk) -> HTML {
    let rows: HTML = HTML.joined(
      own.drafts.map { draft in
        """
        <li class="option"><input type="checkbox" name="entry" value="\(draft.id)" id="draft-\(draft.id)"\
        \(if: draft.lacks == nil, " checked")><label for="draft-\(draft.id)"><a href="\(draft.address)">\(draft.name)</a> \
        <span class="soft">\(draft.kind)\(if: draft.lacks, { ": \($0)" })</span></label></li>
        """
      })
    return """
      <h2>Drafts</h2>\(Form(
        to: own.sendDrafts, token: token,
        body: "<ul class=\"plain\">\(rows)</ul>\(ButtonRow([Button("Put those ticked on the map", style: .quiet).html]))"))
      """
  }

  private func draw(_ chosen: OwnDesk.Chosen, _ own: OwnDesk) -> HTML {
    """
    <section class="chosen-cell" id="cell" aria-labelledby="cell-name"><h3 id="cell-name">\(chosen.chip)</h3>\
    \(if: chosen.help, { help in
      "<p class=\"lede\">\(help.outcome)</p><p>\(help.help)</p>\(if: !help.examples.isEmpty, Details("Good entries", body: "<ul>\(each: help.examples, { "<li>\($0)</li>" })</ul>").html)\(if: !help.questions.isEmpty, Details("Ask yourself", body: "<ul>\(each: help.questions, { "<li>\($0)</li>" })</ul>").html)"
    })\
    \(if: !chosen.entries.isEmpty, "<h4>What you have said here</h4><ul class=\"plain\">\(each: chosen.entries, { "<li>\($0.kind) <a href=\"\($0.address)\">\($0.name)</a></li>" })</ul>")\
    \(if: chosen.saysNothing, { "<p><strong>\($0)</strong></p>" })\(if: chosen.isOpen, answers(chosen))</section>
    """
  }

  private func answers(_ chosen: OwnDesk.Chosen) -> HTML {
    let fields = [HiddenField("cell", chosen.key), HiddenField("specialism", chosen.specialism)]
    let nothing =
      chosen.saysNothing == nil
      ? PostButton("We provide nothing here", to: chosen.nothing, token: token, fields: fields)
      : PostButton("Take “nothing here” back", to: chosen.something, token: token, fields: fields)
    return ButtonRow([
      LinkButton("Add provision in this cell", chosen.provision).html,
      LinkButton("Add a gap in this cell", chosen.gap, style: .quiet).html,
      chosen.mayBeNothing ? nothing.html : .empty,
    ]).html
  }

  private func draw(_ all: WholeDesk) -> HTML {
    """
    <section aria-labelledby="round-now"><h2 id="round-now">How this round stands</h2>\(Tiles(all.tiles))\
    \(DataTable(
      "Who has answered, by sector",
      columns: [
        .init("Sector"), .init("Known", .number), .init("Expected", .number), .init("Joined", .number),
        .init("Answered", .number), .init("Expected, and silent", .number),
      ], rows: all.sectors.map(row), totals: row(all.totals)))\
    <p class="soft">Silent means that nobody of them has said anything yet. It does not mean that there is nothing.</p>\
    \(if: !all.questions.isEmpty, questions(all.questions, "Questions without an answer"))\
    <p><a href="\(all.entries)">All entries</a> · <a href="\(all.people)">Who takes part</a>\
    \(if: all.importing, { " · <a href=\"\($0)\">Bring in a list (CSV or Excel)</a>" })\
    \(if: all.join, { " · <a href=\"\($0)\">Add what your own organisation provides</a>" })</p></section>
    """
  }

  private func row(_ sector: WholeDesk.Sector) -> [DataTable.Cell] {
    [
      .html("<a href=\"\(sector.entries)\">\(sector.name)</a>"), .text(String(sector.organisations)),
      .text(String(sector.expected)), .text(String(sector.joined)), .text(String(sector.answered)),
      .text(String(sector.silent)),
    ]
  }
}
