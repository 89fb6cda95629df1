import Components
import Domain
import Markup

/// One entry: what it says, where it stands, what was asked of it, and everything that was done with it.
struct EntryPage: Page {
  struct Question: Sendable {
    let id: String
    let question: String
    let asked: String
    let answer: String?
    let answered: String?
    let address: Address
  }

  struct Act: Sendable {
    let label: String
    let address: Address
    let fields: [HiddenField]
    let style: ButtonStyle
  }

  struct Related: Sendable {
    let name: String
    let note: String
    let address: Address
    let undo: Act?
  }

  let name: String
  let kicker: String
  let lede: String
  let trail: [Components.Link]
  let token: String
  let tags: [StatusTag]
  let description: [String]
  let chips: HTML
  let rows: [(String, String)]
  /// That a coordinator moved it, with before and after.
  let move: OwnDesk.Move?
  let mergedInto: Related?
  let merged: [Related]
  let questions: [Question]
  let mayAnswer: Bool
  /// Where a coordinator asks; nil for others.
  let asking: Address?
  let questionID: String
  let links: [Components.Link]
  let acts: [Act]
  let history: [Components.Timeline.Item]
  var typedQuestion = ""
  var typedAnswer: (id: String, text: String)?
  var refusals = Refusals.none

  var title: String { name }
  var areaPart: AreaPart? { .entries }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(name, kicker: kicker, lede: lede, actions: links.enumerated().map { LinkButton($1.label, $1.address, style: $0 == 0 ? .main : .quiet).html }))\
    <p class="tags">\(each: tags, { "\($0) " })</p>\(if: move, drawMove)\
    \(if: mergedInto, { "<div class=\"inset\"><p>Merged: <a href=\"\($0.address)\">\($0.name)</a> stands for both. \($0.note)</p>\(if: $0.undo, button)</div>" })\
    \(each: description, { "<p>\($0)</p>" })\(chips)\
    \(if: !rows.isEmpty, SummaryList(rows.map { SummaryList.Row($0.0, $0.1) }).html)\
    \(if: !merged.isEmpty, "<h2>Merged into this one</h2><ul class=\"plain\">\(each: merged, { "<li><a href=\"\($0.address)\">\($0.name)</a> <span class=\"soft\">\($0.note)</span> \(if: $0.undo, button)</li>" })</ul>")\
    \(if: !questions.isEmpty || asking != nil, asked)\
    \(if: !acts.isEmpty, "<div class=\"buttons acts\">\(each: acts, button)</div>")\
    <h2>History</h2>\(Components.Timeline(history))
    """
  }

  private func drawMove(_ move: OwnDesk.Move) -> HTML {
    """
    <div class="banner information"><p><strong>\(move.sentence)</strong></p><p>Before: \(move.before).<br>Now: \(move.after). \
    The author’s words were not changed.</p>\(if: mayAnswer, PostButton("I have seen it", to: move.seen, token: token).html)</div>
    """
  }

  private func button(_ act: Act) -> HTML {
    PostButton(act.label, to: act.address, token: token, style: act.style, fields: act.fields).html
  }

  private var asked: HTML {
    """
    <section id="questions"><h2>Questions</h2>\(each: questions, draw)\(if: asking, ask)</section>
    """
  }

  private func draw(_ question: Question) -> HTML {
    let isTyped = typedAnswer?.id == question.id
    let field = "answer-\(question.id)"
    return """
      <div class="inset"><p><strong>\(question.question)</strong><br><span class="soft">\(question.asked)</span></p>\
      \(if: question.answer, { "<p>\($0)<br><span class=\"soft\">\(question.answered ?? "")</span></p>" })\
      \(if: question.answer == nil && mayAnswer, Form(
        to: question.address, token: token, asksBeforeLeaving: true,
        body: "\(TextArea(Field("answer", "Your answer", error: isTyped ? refusals["answer"] : nil, id: isTyped ? "answer" : field), value: isTyped ? typedAnswer?.text ?? "" : "", rows: 3))\(Button("Answer", style: .quiet))").html)\
      \(if: question.answer == nil && !mayAnswer, "<p class=\"soft\">No answer yet.</p>")</div>
      """
  }

  private func ask(_ address: Address) -> HTML {
    Form(
      to: address, token: token, asksBeforeLeaving: true,
      body: """
        \(HiddenField("id", questionID))\(TextArea(
          Field("question", "Ask the author", hint: "It waits on their desk. Their words are theirs: ask rather than guess.",
            error: refusals["question"]), value: typedQuestion, rows: 3))\(Button("Ask", style: .quiet))
        """
    ).html
  }

  static var examples: [EntryPage] { EntryExamples.entries }
}
