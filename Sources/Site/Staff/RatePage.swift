import Components
import Domain
import Markup
import Store

/// The rates of one role, or one person's own pay: what holds today and why, what held before, and a form for the next.
struct RatePage: Page {
  let school: School
  let subject: RateSubject
  let now: [SummaryList.Row]
  let isReference: Bool
  let history: [Line]
  /// Tells whether somebody was quicker.
  let shown: String
  let form: RateForm
  /// What saving would do, where that was asked.
  var consequences: [String] = []
  var refusals = Refusals()
  let mayChange: Bool
  let token: String

  struct Line: Sendable {
    let from: Day
    let days: String
    let rate: String
    let hourly: String
    let isReference: Bool
    let isNow: Bool
    let source: String
  }

  var title: String { subject.name }
  var part: Part? { .staff }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }
  var printNote: String? { "\(school.name): rates of pay. Confidential." }
  var trail: [Components.Link] { StaffWording.trail(school) + [Link("Rates", Way.rates(school))] }

  private var address: Address { subject.address(school) }

  private var isRole: Bool { if case .role = subject { true } else { false } }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, kicker: isRole ? "Rates of a role" : "Own pay"))\
    \(SummaryList(now))\
    \(if: isReference && mayChange, confirmation)\
    \(if: history.isEmpty, "<p class=\"soft\">Nothing has been recorded.</p>", else: table)\
    \(if: mayChange && !history.isEmpty, removal)\
    \(if: mayChange, setting)
    """
  }

  private var confirmation: HTML {
    PostButton(
      "Confirm the reference rates as ours", to: Way.confirmRates(school), token: token,
      fields: [HiddenField("role", subject.payRole.id.text)]
    ).html
  }

  private var table: HTML {
    DataTable(
      isRole ? "Rates of \(title) by day" : "Pay of \(title) by day",
      columns: [.init("Days"), .init("Rate", .number), .init("By the hour", .number), .init("Where it comes from")],
      rows: history.map { line in
        let tags: HTML =
          "\(if: line.isNow, " \(StatusTag("Today", tone: .good))")\(if: line.isReference, " \(StatusTag(.referenceRate))")"
        return [.html("\(line.days)\(tags)"), .text(line.rate), .text(line.hourly), .text(line.source)]
      }
    ).html
  }

  private var removal: HTML {
    Details(
      "One of these was never right",
      body: """
        <p>Take it out, and what held before it holds on; reference rates that it replaced are there again. To change only the amount, set it again from the same day.</p>\
        \(each: history, { PostButton("Take out the one from \($0.from.words)", to: "\(address)/removal", token: token, style: .danger, fields: [HiddenField("from", $0.from.iso)]).html })
        """
    ).html
  }

  private var setting: HTML {
    """
    <section aria-labelledby="set"><h2 id="set">\(isRole ? "Set a rate" : "Set their pay")</h2>\
    <p>From a day on, until the next \(isRole ? "of your own: it stands in the place of reference rates" : "that is known"). <a href="\("\(address)/contract" as Address)">Work it out from a \
    contract</a> if you know pay, hours and weeks.</p>\
    \(if: !consequences.isEmpty, preview)\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: "\(HiddenField("shown", shown))\(form.fields(refusals))\(buttons)"))</section>
    """
  }

  private var preview: HTML {
    """
    <div class="inset" role="status"><h3>What it comes to</h3><ul>\(each: consequences, { "<li>\($0)</li>" })</ul>\
    <p>Nothing is saved yet.</p></div>
    """
  }

  private var buttons: HTML {
    ButtonRow([
      Button("Save", name: "act", value: "save").html,
      Button("Show what it comes to", style: .quiet, name: "act", value: "preview").html,
    ]).html
  }
}

extension RatePage {
  init(
    _ subject: RateSubject, _ facts: RateFacts, of school: School, form: RateForm, consequences: [String] = [],
    refusals: Refusals = Refusals(), mayChange: Bool, token: String
  ) {
    self.school = school
    self.subject = subject
    self.form = form
    self.consequences = consequences
    self.refusals = refusals
    self.mayChange = mayChange
    self.token = token
    let kept = subject.kept(facts)
    shown = Rates.KeptRate.mark(of: kept)
    history = kept.reversed().map { rate in
      Line(
        from: rate.span.from, days: RateWords.words(rate.span), rate: rate.rate.words, hourly: rate.rate.hourlyWords,
        isReference: rate.isReference, isNow: rate.span.contains(facts.today), source: rate.source)
    }
    isReference = kept.contains(where: \.isReference)
    now = RatePage.now(subject, facts)
  }

  private static func now(_ subject: RateSubject, _ facts: RateFacts) -> [SummaryList.Row] {
    let role = subject.payRole
    let price = facts.book.price(of: role.id, on: facts.today)
    let paid = facts.paidHolders(of: role.id)
    var rows: [SummaryList.Row] = []
    if case .member(_, let role) = subject {
      rows.append(.init("Role", role.name))
      let own = subject.kept(facts).last { $0.span.contains(facts.today) }
      rows.append(.init("Own pay today", own.map { RateWords.exact($0.rate) } ?? "Not on record"))
    }
    rows += [
      .init("Price of the role today", price.map { RateWords.exact($0.rate) } ?? "Not priced"),
      .init("Why", RateWords.why(price)),
    ]
    let holders = facts.holders(of: role.id).count
    rows.append(
      .init(
        "Own pay in this role",
        "On record for \(paid) of \(holders) \(holders == 1 ? "person" : "people"); "
          + (paid >= 3 ? "their average is the price." : "from three on, their average is the price.")))
    return rows
  }
}
