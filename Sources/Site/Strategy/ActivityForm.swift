import Components
import Domain
import Markup

/// What is typed about an activity.
struct ActivityForm: Sendable {
  var details: ActivityDetails
  /// As they were chosen, by their ids.
  var principle = ""
  var funding = ""

  init(_ details: ActivityDetails) {
    self.details = details
    principle = details.principle?.text ?? ""
    funding = details.funding?.text ?? ""
  }

  init(_ sent: SentForm) {
    details = ActivityDetails(sent.typed("name"))
    details.description = sent.typed("description")
    details.barrier = sent.typed("barrier")
    details.layer = sent["layer"]
    details.owner = sent.typed("owner")
    details.impact = sent.typed("impact")
    details.measure = sent.typed("measure")
    details.baseline = sent.typed("baseline")
    details.target = sent.typed("target")
    details.evidence = sent.typed("evidence")
    details.reviewNote = sent.typed("note")
    principle = sent.typed("principle")
    funding = sent.typed("funding")
    details.leavesOut = sent.has("leaves-out")
    details.principle = ID(principle)
    details.funding = ID(funding)
  }

  func fields(_ strategy: Strategy, _ principles: [Principle], _ refusals: Refusals) -> HTML {
    let layers = [Choice("", "Not said yet")] + Layer.all.map { Choice($0.key, $0.name) }
    let followed = [Choice("", "None of the list")] + principles.map { Choice($0.id.text, String($0.text.prefix(120))) }
    let money = [Choice("", "Not said yet")] + strategy.funding.map { Choice($0.id.text, $0.name) }
    return """
      \(TextInput(Field("name", "Name", error: refusals["name"]), value: details.name, width: .full, limit: 200))\
      \(TextArea(Field("description", "What happens", hint: "For parents and inspectors who do not know the school. Write of children in general.", error: refusals["description"], isOptional: true), value: details.description, rows: 4, limit: 3000))\
      \(TextArea(Field("barrier", "Barrier that it lowers", hint: "What stands between pupils and learning or taking part.", error: refusals["barrier"]), value: details.barrier, rows: 2, limit: 1000))\
      <div class="side-by-side">\
      \(Select(Field("layer", "Layer", error: refusals["layer"]), layers, selected: details.layer ?? ""))\
      \(Select(Field("funding", "Money from", error: refusals["funding"]), money, selected: funding))</div>\
      \(Checkbox(Field("leaves-out", "Leave out the share of pupils for whom other money comes", hint: "The map says whose place is paid from EHC top-up or pupil premium. Left out here, it is not counted twice."), isChosen: details.leavesOut))\
      \(Select(Field("principle", "Principle that it follows", error: refusals["principle"]), followed, selected: principle))\
      \(TextInput(Field("owner", "Who answers for it", hint: "A role rather than a name.", error: refusals["owner"]), value: details.owner, width: .full, limit: 200))\
      \(Fieldset("How you will know", isHeading: true, body: knowing(refusals)))\
      \(TextArea(Field("evidence", "Evidence", hint: "Why you think it works: a study, a guide, a link, or your own experience.", error: refusals["evidence"], isOptional: true), value: details.evidence, rows: 2, limit: 1000))\
      \(TextArea(Field("note", "Last review", error: refusals["note"], isOptional: true), value: details.reviewNote, rows: 2, limit: 2000))
      """
  }

  private func knowing(_ refusals: Refusals) -> HTML {
    """
    \(TextArea(Field("impact", "Intended impact", hint: "What is to be different afterwards.", error: refusals["impact"]), value: details.impact, rows: 2, limit: 2000))\
    \(TextInput(Field("measure", "Measure", hint: "For example: attendance of pupils with SEN support.", error: refusals["measure"]), value: details.measure, width: .full, limit: 500))\
    <div class="side-by-side">\
    \(TextInput(Field("baseline", "Baseline", error: refusals["baseline"], isOptional: true), value: details.baseline, limit: 500))\
    \(TextInput(Field("target", "Target", error: refusals["target"], isOptional: true), value: details.target, limit: 500))</div>
    """
  }

  func compared(with now: ActivityDetails, _ strategy: Strategy, _ principles: [Principle]) -> [Compared] {
    func money(_ id: ID<StrategyFunding>?) -> String { strategy.funding.first { $0.id == id }?.name ?? "" }
    func principle(_ id: ID<Principle>?) -> String { principles.first { $0.id == id }?.text ?? "" }
    func layer(_ key: String?) -> String { key.flatMap(Layer.keyed)?.name ?? "" }
    return Compared.different([
      .init("Name", now: now.name, typed: details.name),
      .init("What happens", now: now.description, typed: details.description),
      .init("Barrier", now: now.barrier, typed: details.barrier),
      .init("Layer", now: layer(now.layer), typed: layer(details.layer)),
      .init("Money from", now: money(now.funding), typed: money(details.funding)),
      .init(
        "Share of other money", now: now.leavesOut ? "left out" : "counted",
        typed: details.leavesOut ? "left out" : "counted"),
      .init("Principle", now: principle(now.principle), typed: principle(details.principle)),
      .init("Who answers for it", now: now.owner, typed: details.owner),
      .init("Intended impact", now: now.impact, typed: details.impact),
      .init("Measure", now: now.measure, typed: details.measure),
      .init("Baseline", now: now.baseline, typed: details.baseline),
      .init("Target", now: now.target, typed: details.target),
      .init("Evidence", now: now.evidence, typed: details.evidence),
      .init("Last review", now: now.reviewNote, typed: details.reviewNote),
    ])
  }
}
