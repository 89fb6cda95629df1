import Components
import Domain
import Markup
import Store

extension PupilPage {
  var body: HTML {
    """
    \(PageHeader(pupil.fullName, kicker: kicker, lede: lede, actions: actions))\
    \(absence)\(tags)\
    \(if: support, supportPart)\
    \(if: record.seesNeeds, senPart)\
    \(aboutPart)\
    \(if: rights.seesContacts, contactsPart)\
    \(if: bonds, removal)
    """
  }

  private var kicker: String { "Pupil" }

  private var lede: String {
    let className = record.facts.className(on: record.day).map { ", \($0)" } ?? ""
    return "\(PupilWording.year(pupil, on: record.day))\(className)"
  }

  private var actions: [HTML] {
    var actions: [HTML] = []
    if rights.seesMap, support != nil {
      actions.append(LinkButton("On the school map", Way.pupilMap(pupil.id, school), style: .quiet).html)
    }
    if rights.seesHistory {
      actions.append(LinkButton("History", Way.pupil(pupil.id, .history, school), style: .quiet).html)
    }
    actions.append(PrintButton().html)
    return actions
  }

  private var tags: HTML {
    var tags: [HTML] = []
    if record.seesNeeds {
      tags.append(record.status == .none ? StatusTag(.noSEN).html : PupilWording.tag(record.status))
    }
    if pupil.flags.contains(.watch), record.seesNeeds { tags.append(StatusTag(.watch).html) }
    tags += pupil.flags.subtracting(.watch).names.map { StatusTag($0, tone: .plain).html }
    if !record.isOnRoll, pupil.leftOn != nil { tags.append(StatusTag(.left).html) }
    return tags.isEmpty ? .empty : TagList(tags).html
  }

  /// Said first where the pupil is not here.
  private var absence: HTML {
    if let leftOn = pupil.leftOn {
      let destination = pupil.leftFor.map { ", for \($0)" } ?? ""
      let words = "\(leftOn < record.today ? "Left on" : "Leaves on") \(leftOn.words)\(destination)."
      return InsetText("<p>\(words)</p>\(if: rights.changesPupils, wayBack)").html
    }
    if pupil.joinedOn > record.today { return InsetText("<p>Joins on \(pupil.joinedOn.words).</p>").html }
    return .empty
  }

  private var wayBack: HTML {
    PupilPage.onScreen([
      LinkButton("They came back", Way.pupil(pupil.id, .comeBack, school), style: .quiet).html,
      PostButton("They never left", to: Way.removal(Way.pupil(pupil.id, .leaving, school)), token: token).html,
    ])
  }

  private var senPart: HTML {
    let change: [HTML] =
      rights.changesNeeds
      ? [
        LinkButton("Change SEN status", Way.pupil(pupil.id, .status, school), style: .quiet).html,
        LinkButton("Change needs", Way.pupil(pupil.id, .needs, school), style: .quiet).html,
      ] : []
    return """
      <section aria-labelledby="sen"><h2 id="sen">SEN</h2><div class="side-by-side">\
      <div><h3>Status</h3>\(statuses)</div><div><h3>Needs</h3>\(needs)</div></div>\
      \(PupilPage.onScreen(change))</section>
      """
  }

  private var statuses: HTML {
    history(record.facts.statuses, .status, none: "No SEN has ever been recorded.") { fact in
      let original = fact.original.map { "Recorded as “\($0)”" }
      return (PupilWording.tag(fact.status), original)
    }
  }

  private var needs: HTML {
    history(record.facts.needs, .needs, none: "No needs have been recorded.") { (PupilWording.list($0), nil) }
  }

  /// Buttons, which are not printed.
  static func onScreen(_ buttons: [HTML]) -> HTML {
    buttons.isEmpty ? .empty : "<div class=\"screen-only\">\(ButtonRow(buttons))</div>"
  }

  /// What is dated, the latest first, each with its way to a correction.
  func history<Value>(
    _ timeline: Domain.Timeline<Value>, _ part: PupilPart, none: String, _ say: (Value) -> (what: HTML, detail: String?)
  ) -> HTML {
    if timeline.facts.isEmpty { return "<p class=\"soft\">\(none)</p>" }
    let mayCorrect = part == .schoolClass || part == .year ? rights.changesPupils : rights.changesNeeds
    let items = timeline.facts.reversed().map { fact -> Components.Timeline.Item in
      let (what, detail) = say(fact.value)
      let when = PupilWording.words(fact.span, today: record.today)
      let way = Way.pupilFact(pupil.id, part, fact.span.from, school)
      let correct: HTML = """
         <a class="small screen-only" href="\(way)">Correct<span class="unseen"> what is recorded from \(fact.span.from.words)</span></a>
        """
      return Components.Timeline.Item(when, mayCorrect ? what + correct : what, detail: detail)
    }
    return Components.Timeline(items).html
  }
}
