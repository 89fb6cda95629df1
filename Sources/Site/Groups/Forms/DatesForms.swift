import Components
import Domain
import Markup
import Store

/// The group's last day comes.
struct EndForm: GroupForm {
  var until: String

  static let part = GroupPart.end
  var done: Done { .ended }
  var button: String { "End this group" }

  init(_ opened: OpenedGroup, thing: String?) { until = opened.day.words }
  init(_ sent: SentForm) { until = sent.typed("until") }

  func title(_ opened: OpenedGroup, thing: String?) -> String { "End this group" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    "Everybody’s place and time in it ends with it. What it cost up to that day stays."
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    DateInput(Field("until", "Last day", hint: DateInput.hint, error: refusals["until"]), value: until).html
  }

  func compared(_ opened: OpenedGroup, thing: String?) -> [Compared] { lastDay(opened, until) }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    guard let day = refusals.day(until, at: "until", "the last day") else { throw refusals }
    try groups.end(opened.id, on: day, version: version)
    return opened.id
  }
}

/// The group goes on for longer.
struct ExtendForm: GroupForm {
  var until: String

  static let part = GroupPart.extend
  var done: Done { .extended }
  var button: String { "Extend this group" }

  /// To the end of the term after its last day.
  init(_ opened: OpenedGroup, thing: String?) {
    let last = opened.group.details.span.until ?? opened.today
    let term = opened.calendar.terms.first { $0.period.until > last }
    until = term?.period.until.words ?? ""
  }

  init(_ sent: SentForm) { until = sent.typed("until") }

  func title(_ opened: OpenedGroup, thing: String?) -> String { "Extend this group" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    let last = opened.group.details.span.until.map { "Its last day is \($0.words). " } ?? ""
    return "\(last)Who is in it to the end stays in it."
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    DateInput(Field("until", "New last day", hint: DateInput.hint, error: refusals["until"]), value: until).html
  }

  func compared(_ opened: OpenedGroup, thing: String?) -> [Compared] { lastDay(opened, until) }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    guard let day = refusals.day(until, at: "until", "the new last day") else { throw refusals }
    try groups.extend(opened.id, until: day, version: version)
    return opened.id
  }
}

/// The same again, in other days.
struct CopyForm: GroupForm {
  var from: String
  var until: String

  static let part = GroupPart.copy
  var done: Done { .copied }
  var button: String { "Copy this group" }

  /// The term after its last day.
  init(_ opened: OpenedGroup, thing: String?) {
    let next = opened.calendar.nextTerm(after: opened.group.details.span.until ?? opened.today)
    from = next?.period.from.words ?? ""
    until = next?.period.until.words ?? ""
  }

  init(_ sent: SentForm) {
    from = sent.typed("from")
    until = sent.typed("until")
  }

  func title(_ opened: OpenedGroup, thing: String?) -> String { "Copy to the next term" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    "A new group of the same kind, on the same line of the map: same times, same adults, and the pupils who are still here."
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    let hint =
      from.isEmpty ? "The school’s calendar has no later term yet: add it, or give days of your own." : nil
    return DayFields.span(from, until, refusals, hint: hint)
  }

  func compared(_ opened: OpenedGroup, thing: String?) -> [Compared] { lastDay(opened, until) }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    guard let span = refusals.span(from, until) else { throw refusals }
    return try groups.copy(opened.id, to: span, version: version)
  }
}

private func lastDay(_ opened: OpenedGroup, _ typed: String) -> [Compared] {
  [Compared("Last day", now: opened.group.details.span.until?.words ?? "none", typed: typed)]
}
