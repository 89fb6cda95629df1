import Components
import Domain
import Markup
import Store

/// When it meets: a change from a day, or what was always so.
struct ScheduleForm: GroupForm {
  var fields: ScheduleFields
  var act: String
  var day: String

  static let part = GroupPart.schedule

  init(_ opened: OpenedGroup, thing: String?) {
    fields = ScheduleFields(opened.schedule)
    act = opened.group.details.span.from >= opened.today ? "correct" : "change"
    day = max(opened.today, opened.group.details.span.from).words
  }

  init(_ sent: SentForm) {
    fields = ScheduleFields(sent)
    act = sent["act"] ?? "change"
    day = sent.typed("day")
  }

  var done: Done { act == "correct" ? .corrected : .changed }
  func title(_ opened: OpenedGroup, thing: String?) -> String { "When it meets" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    opened.schedule.map { "Now: \($0.words)" }
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    """
    \(Radios(
      Field("act", "What happened"),
      [
        Choice("change", "It changes from a day on", hint: "What was before stays, with its cost."),
        Choice("correct", "It was always so", hint: "What stood here was a mistake. Its cost is counted anew."),
      ], selected: act))\
    \(DateInput(Field("day", "From which day", hint: "The first day of the change; for a mistake, any day on which it stood.", error: refusals["day"]), value: day))\
    \(fields.html(refusals, offersNone: false))
    """
  }

  func compared(_ opened: OpenedGroup, thing: String?) -> [Compared] {
    var refusals = Refusals()
    let typed = fields.schedule(&refusals)?.words ?? "what cannot be read"
    return [Compared("When", now: opened.schedule?.words ?? "no sessions", typed: typed)]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    let from = refusals.day(day, at: "day", "the day")
    let schedule = fields.schedule(&refusals)
    guard let from, let schedule else { throw refusals }
    try schedule.mustBeHeld(by: opened.calendar)
    if act == "correct" {
      try groups.correctSchedule(opened.id, on: from, to: schedule, version: version)
    } else {
      try groups.changeSchedule(opened.id, from: from, to: schedule, version: version)
    }
    return opened.id
  }
}
