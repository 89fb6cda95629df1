import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// One answer, for who moderates: passing on a worry about a child, taking words out, and what was done with it.
struct SurveyAnswerPage: Page {
  let token: String
  let trail: [Components.Link]
  let kind: SurveyKind
  let words: [String]
  let facts: [SummaryList.Row]
  /// Notes of a worry that was passed on, the first with its moment.
  let worry: [String]
  let note: String
  let passOn: Address
  /// Nil where its words are out already.
  let emptying: Address?
  let version: Int
  let history: [Components.Timeline.Item]
  let refusals: Refusals

  var title: String { kind.name }
  var areaPart: AreaPart? { .survey }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: "An answer to the survey"))\
    \(if: words.isEmpty, "<p class=\"soft\">Its words were taken out.</p>", else: "<blockquote class=\"said\">\(each: words, { "<p>\($0)</p>" })</blockquote>")\
    \(SummaryList(facts))\
    <h2>A worry about a child’s safety</h2>\(WarningText("Follow your area’s safeguarding procedure now. Speak to the people it names. Do not wait for this program, which passes nothing on by itself."))\
    \(each: worry, { "<p>\($0)</p>" })\
    \(Form(to: passOn, token: token, body: "\(TextArea(Field("note", worry.isEmpty ? "Whom did you tell, and how?" : "Whom else did you tell, and how?", hint: "Such as “The duty social worker, by telephone”. Write no child’s name here.", error: refusals["note"]), value: note, rows: 2))\(Button("Note that it is passed on", style: .quiet))"))\
    \(if: emptying, takingOut)\
    <h2>What was done with it</h2>\(Components.Timeline(history))
    """
  }

  private func takingOut(_ address: Address) -> HTML {
    """
    <h2>Words that tell who somebody is</h2><p>Take the words out if they hold a name, an address or anything else by which a \
    person can be known. They are gone for good, and the answer is left out. Pass on a worry first.</p>\
    \(PostButton("Take its words out for good", to: address, token: token, style: .danger, fields: [HiddenField("version", String(version))]))
    """
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await of(visit)) }

  static func of(_ visit: Visit, _ refusals: Refusals = .none) async throws -> SurveyAnswerPage {
    let (id, area, viewer) = (try visit.id("answer", SurveyAnswer.self), try visit.thisArea(), visit.areaViewer)
    let (answer, history, places) = try await visit.read { connection in
      let answers = SurveyAnswers(viewer, connection)
      let answer = try answers.find(id)
      let strands = try Frameworks(viewer, connection).all().flatMap(\.strands)
      let places = SurveyPlaces(strands, try AreaParts(area.id, connection).localities())
      return (answer, try answers.history(of: id), places)
    }
    let settings = visit.site.settings
    let first = answer.worry.map { "Passed on by \($0.by), \(settings.words(of: $0.at)): \($0.note)" }
    return SurveyAnswerPage(
      token: visit.formToken, trail: [Link("Survey", Way.surveyAnswers(area))], kind: answer.kind,
      words: answer.text.split(separator: "\n").map(String.init),
      facts: [
        .init("From", answer.voice.name), .init("About", places.strand(answer)),
        .init("Part of the area", places.locality(answer) ?? "Not said"),
        .init("Sent", settings.day(of: answer.sentAt).words),
        .init("State", SurveyWords.name(answer.state) + (answer.moderatedBy.map { ", by \($0)" } ?? "")),
      ],
      worry: first?.split(separator: "\n").map(String.init) ?? [],
      note: refusals.isEmpty ? "" : visit.form.typed("note"), passOn: Way.surveyWorry(id, area),
      emptying: answer.text.isEmpty ? nil : Way.surveyEmptying(id, area), version: answer.version,
      history: history.map { line in
        Components.Timeline.Item(
          settings.words(of: line.at), HTML(text: SurveyHistory.words(line.act)),
          detail: line.act == "sent" ? nil : line.actor)
      }, refusals: refusals)
  }
}

enum SurveyHistory {
  static func words(_ act: String) -> String {
    switch act {
    case "sent": "Sent by somebody without an account"
    case "counted": "Counted"
    case "left out": "Left out"
    case "put back": "Put back to wait"
    case "passed on": "A worry passed on"
    case "emptied": "Words taken out for good"
    default: act
    }
  }
}
