import Components
import Domain
import Markup

extension StrategyPage {
  var body: HTML {
    """
    \(talk.refusals.summary)\(PageHeader(heading, kicker: "Inclusion strategy", lede: lede, actions: actions))\
    \(stands)\(if: desk, draw)\(if: desk == nil, reading.html)\(said)\(foot)
    """
  }

  private var actions: [HTML] {
    let main = desk.map { [LinkButton("Look through and publish", $0.publication).html] } ?? []
    return main + files.map { LinkButton($0.label, $0.address, style: .quiet, isDownload: true).html }
  }

  private var stands: HTML {
    """
    <ol class="standing">\(each: standing, { "<li class=\"\(if: $0.isDone, "done")\">\(if: $0.isDone, "<span aria-hidden=\"true\">✓</span> ")\($0.words)</li>" })</ol>\
    \(if: published, { "<p>\($0)</p>" })\(if: !differences.isEmpty, differs)
    """
  }

  private var differs: HTML {
    """
    <section aria-labelledby="differs"><h2 id="differs">What has changed since it was published</h2>\
    <p>What is published stays as it is. Published anew, it would differ in this:</p>\
    <ul>\(each: differences, { "<li>\($0)</li>" })</ul></section>
    """
  }

  private func draw(_ desk: Desk) -> HTML {
    """
    \(Tiles(desk.tiles))\
    <section aria-labelledby="missing"><h2 id="missing">Still missing before it can be published</h2>\
    \(if: desk.missing.isEmpty, "<p>Nothing is missing.</p>", else: StrategyWords.list(desk.missing))\
    \(if: !desk.notes.isEmpty, Details(desk.notes.count == 1 ? "One thing to look at" : "\(desk.notes.count) things to look at", keep: "strategy-notes", body: StrategyWords.list(desk.notes)).html)</section>\
    <section aria-labelledby="activities"><h2 id="activities">Activities</h2>\
    \(if: desk.hasActivities, desk.activities.html, else: "<p>None yet. Choose them from the school’s map: what they are and what they cost comes along.</p>")\
    \(ButtonRow([
      LinkButton("Choose from the map", desk.choices, style: desk.hasActivities ? .quiet : .main).html,
      LinkButton("Write one in", desk.newActivity, style: .quiet).html,
    ]))\(if: desk.carryAllOn, carryAllOn)</section>\
    <section aria-labelledby="funding"><h2 id="funding">Money</h2>\(desk.funding)\(if: desk.partYears, { "<p class=\"soft\">\($0)</p>" })\
    \(LinkButton("Say what money there is", desk.fundingAddress, style: .quiet))</section>\
    <section aria-labelledby="text"><h2 id="text">What it says</h2>\
    \(SummaryList([
      .init("Answers for it", reading.document.owner.isEmpty ? "not said yet" : reading.document.owner, action: Link("Change", desk.details)),
      .init("Our approach", short(reading.document.approach), action: Link("Change", desk.details)),
      .init("What pupils need", short(reading.document.needs), action: Link("Change", desk.details)),
      .init("Principles", desk.principleCount == 0 ? "none yet" : "\(desk.principleCount)", action: Link("Change", desk.principles)),
    ]))\(Details("Read it as others will", keep: "strategy-reading", body: reading.html))</section>\
    <section aria-labelledby="reviews"><h2 id="reviews">Yearly review</h2>\
    <p>What changed, what was spent, what came of it, and what is carried on.</p>\
    <ul>\(each: desk.reviews, { "<li>\($0)</li>" })</ul></section>
    """
  }

  private func carryAllOn(_ address: Address) -> HTML {
    InsetText(
      """
      <p>Some groups on the map end before the strategy does, since groups are planned a term at a time. Planned again, \
      their cost comes along; until then the staff time of their last term can be written in for each term to come.</p>\
      \(PostButton("Write in the terms to come for all activities", to: address, token: talk.token))
      """
    ).html
  }

  private func short(_ text: String) -> String {
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "not written yet"
    return first.count > 160 ? first.prefix(160) + "…" : first
  }

  private var said: HTML {
    """
    <section aria-labelledby="said"><h2 id="said">What the governors say</h2>\
    \(if: talk.remarks.isEmpty, "<p class=\"soft\">Nothing yet.</p>")\
    \(each: talk.remarks, { "<article class=\"remark\"><h3>\($0.heading)</h3>\(StrategyWords.paragraphs($0.words))</article>" })\
    \(if: talk.comment, comment)\(if: talk.approve, approve)</section>
    """
  }

  private func comment(_ address: Address) -> HTML {
    Form(
      to: address, token: talk.token,
      body: """
        \(HiddenField("id", talk.newID))\
        \(TextArea(Field("comment", "Comment", error: talk.refusals["comment"]), value: talk.words, rows: 3, limit: 3000))\
        \(Button("Add this comment", style: .quiet))
        """
    ).html
  }

  private func approve(_ address: Address) -> HTML {
    Fieldset(
      "Approve it as it stands", isHeading: true,
      body: Form(
        to: address, token: talk.token,
        body: """
          \(HiddenField("id", talk.approvalID))\(HiddenField("version", String(talk.version)))\
          \(TextInput(Field("behalf", "Who approves it", error: talk.refusals["behalf"]), value: talk.behalf, width: .full, limit: 200))\
          \(DateInput(Field("day", "On which day", hint: DateInput.hint, error: talk.refusals["day"]), value: talk.day))\
          \(TextArea(Field("note", "Note", isOptional: true), value: talk.note, rows: 2, limit: 3000))\
          \(Button("Approve this strategy"))
          """
      ).html
    ).html
  }

  private func withdrawing(_ desk: Desk) -> HTML {
    Details(
      "Take a version off the public page",
      body: """
        <p>As where it names a child after all. The school keeps it; the newest that is left is shown instead.</p>\
        \(each: desk.versions, { PostButton("Take \($0.name) off the public page", to: $0.withdrawal, token: talk.token, style: .danger).html })
        """
    ).html
  }

  private var foot: HTML {
    let removal = desk?.removal.map { removal -> HTML in
      Details(
        "It was begun by mistake",
        body: PostButton(
          "Take this strategy back", to: removal.address, token: talk.token, style: .danger,
          fields: [HiddenField("version", String(removal.version))]
        ).html
      ).html
    }
    return """
      \(if: !others.isEmpty || begin != nil, "<section aria-labelledby=\"others\"><h2 id=\"others\">Other strategies</h2><ul>\(each: others, { "<li>\($0)</li>" })</ul>\(if: begin, { "<p>\(Link("Begin another strategy", $0))</p>" })</section>")\
      \(if: desk.flatMap { $0.versions.isEmpty ? nil : $0 }, withdrawing)\(if: removal, { $0 })
      """
  }
}
