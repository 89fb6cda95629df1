import Components
import Domain
import Hummingbird
import Markup
import Store

/// The project's code: to be read aloud, copied, printed and replaced.
struct CodePage: Page {
  struct Current: Sendable {
    let code: String
    let lastDay: String
    let mostUses: String
    let uses: Int
    let since: String
    /// Why it lets nobody in any more; nil where it does.
    let problem: String?
  }
  struct Former: Sendable {
    let code: String
    let dates: String
    let uses: Int
  }

  let token: String
  let tabs: HTML
  let heading: String
  let current: Current?
  let wrongGuesses: Int
  let former: [Former]
  /// The registration page, as it stands on paper.
  let link: String
  let square: QRCode?
  let new: Address
  let organiser: String

  var title: String { "The code" }
  var areaPart: AreaPart? { .people }

  var body: HTML {
    """
    \(PageHeader(title, lede: heading, actions: [PrintButton("Print the slip").html]))\(tabs)\
    <p>Share this code with everybody who is to take part: in a letter, aloud in a meeting, on the slip below. It lets a \
    person in; you confirm afterwards for which organisation they speak.</p>\
    \(if: current, shown)\(if: current == nil, "<p>No code is in force, so nobody can join.</p>")\
    \(LinkButton("Put another code in its place", new, style: .quiet))\
    \(if: current, slip)\(if: !former.isEmpty, earlier)
    """
  }

  private func shown(_ current: Current) -> HTML {
    """
    \(if: current.problem, { WarningText($0).html })\
    <p class="join-code">\(current.code)</p>\
    \(CopyText("To copy", current.code, id: "code"))\
    \(SummaryList([
      .init("In force since", current.since), .init("Last day", current.lastDay),
      .init("Used", "\(Count.words(current.uses, "time", "times"))\(current.mostUses)"),
      .init("Wrong guesses in the last 24 hours", String(wrongGuesses)),
    ]))
    """
  }

  private func slip(_ current: Current) -> HTML {
    """
    <h2>A slip to hand out</h2>\(Slip(heading, lines: ["Please say what support there is for children and young people, and what is missing.", "The code: \(current.code)", "Open this page and register with it, with its hyphens and other marks:"], link: link, code: square, small: organiser))
    """
  }

  private var earlier: HTML {
    """
    <h2>Earlier codes</h2>\(DataTable("Codes that no longer work", showsCaption: false, columns: [.init("Code"), .init("In force"), .init("Used", .number)], rows: former.map { [.text($0.code), .text($0.dates), .text(String($0.uses))] }))
    """
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let (codes, wrong) = try await visit.read { connection in
      let codes = JoinCodes(viewer, connection)
      return (try codes.all(), try codes.wrongGuesses())
    }
    let (settings, link) = (visit.site.settings, visit.link(Way.register(area)))
    let current = codes.first { $0.withdrawnAt == nil }.map { kept in
      Current(
        code: kept.code, lastDay: kept.lastDay?.words ?? "No last day",
        mostUses: kept.mostUses.map { ", of \($0) at most" } ?? "; there is no limit", uses: kept.uses,
        since: settings.day(of: kept.createdAt).words, problem: problem(kept, area, visit.today))
    }
    return visit.page(
      CodePage(
        token: visit.formToken, tabs: PeopleTabs.bar(.code, area, viewer), heading: area.details.title,
        current: current, wrongGuesses: wrong,
        former: codes.filter { $0.withdrawnAt != nil }.map { kept in
          let until = kept.withdrawnAt.map { settings.day(of: $0).words } ?? ""
          return Former(
            code: kept.code, dates: "\(settings.day(of: kept.createdAt).words) to \(until)", uses: kept.uses)
        }, link: link, square: SecondFactorWords.square(of: link), new: Way.newCode(area),
        organiser: "Questions? \(area.whomToAsk)."))
  }

  private static func problem(_ kept: JoinCodes.Kept, _ area: Area, _ today: Day) -> String? {
    if let last = kept.lastDay, last < today { return "This code is past its last day. Put another in its place." }
    if let most = kept.mostUses, kept.uses >= most {
      return "This code has been used as often as it can be. Put another in its place."
    }
    if let opens = area.details.opensOn, today < opens {
      return "The project opens on \(opens.words). Until then the code lets nobody in."
    }
    if let closes = area.details.closesOn, closes < today {
      return "The project closed on \(closes.words). The code lets nobody in any more."
    }
    return nil
  }

  static var examples: [CodePage] {
    let link = "https://trellis.example/areas/northvale-speech/register"
    return [false, true].map { isOver in
      CodePage(
        token: "example", tabs: PeopleTabs.example, heading: "Speech, language and communication in Northvale",
        current: Current(
          code: "maple-otter-lantern-47", lastDay: "31 March 2027", mostUses: ", of 200 at most", uses: 41,
          since: "1 September 2026",
          problem: isOver ? "This code is past its last day. Put another in its place." : nil), wrongGuesses: 3,
        former: isOver ? [Former(code: "river-candle-violin-12", dates: "1 to 8 September 2026", uses: 3)] : [],
        link: link, square: SecondFactorWords.square(of: link), new: "/areas/northvale-speech/people/code/new",
        organiser: "Questions? Ask Northvale Children’s Commissioning (review@northvale.example).")
    }
  }
}

enum Count {
  /// `1 time`, `3 times`.
  static func words(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
}
