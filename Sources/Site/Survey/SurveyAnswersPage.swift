import Components
import Domain
import Markup

/// What was said in a survey: to be read and counted by the coordinator; what is counted, by strand and kind, for them and for
/// commissioners.
struct SurveyAnswersPage: Page {
  struct Answer: Sendable {
    let id: String
    let version: Int
    let kind: SurveyKind
    /// In words: who, about what, where, when.
    let about: String
    let text: String
    let isPassedOn: Bool
    /// Its own page; nil for who does not moderate.
    let address: Address?
  }

  struct TallyRow: Sendable {
    let strand: String
    let counts: [Int]
  }

  let token: String
  let lede: String
  let form: Address
  /// Whether anybody can answer today, in a sentence where nobody can.
  let notice: String?
  let rounds: [Components.Link]
  let states: [Components.Link]
  let state: SurveyAnswer.State
  let mayModerate: Bool
  let here: Address
  let tiles: [Tiles.Tile]
  let tally: [TallyRow]
  let answers: [Answer]
  /// `From 51 to 100 of 120`; nil where one page has all of them.
  let part: String?
  /// To the pages before and after.
  let pages: [Components.Link]
  let chosen: Set<String>
  let refusals: Refusals

  var title: String { "Survey" }
  var areaPart: AreaPart? { .survey }
  var hasErrors: Bool { !refusals.isEmpty }

  static let size = 50

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lede, actions: [LinkButton("Open the survey’s form", form, style: .quiet).html]))\
    \(if: notice, { InsetText("<p>\($0)</p>").html })\
    \(if: rounds.count > 1, Tabs("Rounds", rounds).html)\(if: states.count > 1, Tabs("Answers", states).html)\
    \(if: state == .counted && !answers.isEmpty, summary)\
    \(if: mayModerate && state == .waiting && !answers.isEmpty, WarningText(SurveyWords.safeguarding).html)\
    \(list)\(PageLinks(pages))
    """
  }

  private var summary: HTML {
    """
    \(Tiles(tiles))\(DataTable("Counted answers, by what they are about", columns: [.init("About")] + SurveyKind.allCases.map { .init($0.name, .number) } + [.init("Together", .number)], rows: tally.map(row), totals: totals))
    """
  }

  private func row(_ row: TallyRow) -> [DataTable.Cell] {
    [.text(row.strand)] + (row.counts + [row.counts.reduce(0, +)]).map { .text(String($0)) }
  }

  private var totals: [DataTable.Cell] {
    let sums = SurveyKind.allCases.indices.map { kind in tally.map { $0.counts[kind] }.reduce(0, +) }
    return [.text("All")] + (sums + [sums.reduce(0, +)]).map { .text(String($0)) }
  }

  private var list: HTML {
    if answers.isEmpty { return "<p>\(nothing)</p>" }
    let cards: HTML = """
      \(if: part, { "<p class=\"soft\">\($0).</p>" })<ul class="survey-answers">\(each: answers, card)</ul>
      """
    if !mayModerate { return "<h2>What people said</h2>\(cards)" }
    return """
      \(if: state == .counted, "<h2>What people said</h2>")\
      \(Form(to: here, token: token, body: "<div id=\"answer\" tabindex=\"-1\" data-select-scope>\(SelectAll(pages.isEmpty ? "Tick all of them" : "Tick all on this page"))\(cards)</div>\(buttons)"))
      """
  }

  private var nothing: String {
    switch state {
    case .waiting: "Nothing is waiting. What is sent from now on stands here first, until somebody has read it."
    case .counted: "Nothing is counted yet."
    case .leftOut: "Nothing was left out."
    }
  }

  private func card(_ answer: Answer) -> HTML {
    """
    <li>\(if: mayModerate, tick(answer))\(if: !mayModerate, "<p>\(head(answer))</p>")\
    \(each: answer.text.isEmpty ? ["Its words were taken out."] : answer.text.split(separator: "\n").map(String.init), { "<p class=\"said\">\($0)</p>" })\
    \(if: answer.address, { "<p class=\"act\"><a href=\"\($0)\">A worry about a child, or its history<span class=\"unseen\">: \(answer.kind.name), \(answer.about)</span></a></p>" })</li>
    """
  }

  private func tick(_ answer: Answer) -> HTML {
    let value = "\(answer.id):\(answer.version)"
    return """
      <div class="option"><input type="checkbox" id="tick-\(answer.id)" name="answer" value="\(value)"\(if: chosen.contains(answer.id), " checked")>\
      <label for="tick-\(answer.id)">\(head(answer))</label></div>
      """
  }

  private func head(_ answer: Answer) -> HTML {
    """
    \(StatusTag(answer.kind.name, tone: SurveyWords.tone(answer.kind)))\(if: answer.isPassedOn, " \(StatusTag("Worry passed on", tone: .bad))") <span class="soft">\(answer.about)</span>
    """
  }

  private var buttons: HTML {
    let count = Button("Count the ticked ones", name: "state", value: "counted").html
    let leave = Button("Leave out the ticked ones", style: .quiet, name: "state", value: "left-out").html
    let back = Button("Put the ticked ones back to wait", style: .quiet, name: "state", value: "waiting").html
    switch state {
    case .waiting: return ButtonRow([count, leave]).html
    case .counted: return ButtonRow([leave, back]).html
    case .leftOut: return ButtonRow([count, back]).html
    }
  }
}
