import Components
import Domain
import Markup

/// A term or a closure as it is typed.
struct CalendarForm: Sendable {
  var name = ""
  var from = ""
  var until = ""
  /// What stood there when the form was drawn, carried along; empty for something new.
  var shown = ""

  init() {}

  init(_ name: String, _ period: Period) {
    self.name = name
    from = period.from.words
    until = period.from == period.until ? "" : period.until.words
    shown = "\(period.from.iso) \(period.until.iso) \(name)"
  }

  init(_ term: Term) {
    self.init(term.name, term.period)
    until = term.period.until.words
  }

  init(_ sent: SentForm) {
    name = sent["name"] ?? ""
    from = sent.typed("from")
    until = sent.typed("until")
    shown = sent.typed("shown")
  }

  func term() throws -> Term {
    let (name, period) = try read(what: "the term", needsUntil: true)
    return Term(name: name, period: period)
  }

  func closure() throws -> Closure {
    let (name, period) = try read(what: "the closure", needsUntil: false)
    return Closure(name: name, period: period)
  }

  /// What stood there when the form was drawn; nil for something new.
  var shownTerm: Term? { shownPart.map { Term(name: $0.name, period: $0.period) } }
  var shownClosure: Closure? { shownPart.map { Closure(name: $0.name, period: $0.period) } }

  private var shownPart: (name: String, period: Period)? {
    let parts = shown.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let from = Day(iso: parts[0]), let until = Day(iso: parts[1]),
      let period = Period(from, until)
    else { return nil }
    return (String(parts[2]), period)
  }

  private func read(what: String, needsUntil: Bool) throws -> (String, Period) {
    var refusals = Refusals()
    if name.isEmpty { refusals.add("Give \(what) a name.", field: "name") }
    let first = refusals.day(from, at: "from", "the first day")
    let last =
      needsUntil
      ? refusals.day(until, at: "until", "the last day")
      : refusals.dayOrNone(until, at: "until", "the last day") ?? first
    if let first, let last, last < first { refusals.add("The last day is before the first.", field: "until") }
    try refusals.throwIfAny()
    guard let first, let last, let period = Period(first, last) else { throw refusals }
    return (name, period)
  }
}

extension CalendarForm {
  func termFields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("name", "Name", hint: "As the school calls it: Autumn term 2026.", error: refusals["name"]), value: name))\
    \(days(refusals, untilHint: "The last day on which pupils come."))
    """
  }

  func closureFields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("name", "Name", hint: "Half-term, training day, May Day …", error: refusals["name"]), value: name))\
    \(days(refusals, untilHint: "Leave empty for a single day."))
    """
  }

  private func days(_ refusals: Refusals, untilHint: String) -> HTML {
    """
    <div class="side-by-side">\
    \(DateInput(Field("from", "First day", hint: DateInput.hint, error: refusals["from"]), value: from))\
    \(DateInput(Field("until", "Last day", hint: untilHint, error: refusals["until"]), value: until))</div>
    """
  }

  func compared(with now: CalendarForm) -> [Compared] {
    [
      .init("Name", now: now.name, typed: name), .init("First day", now: now.from, typed: from),
      .init("Last day", now: now.until, typed: until),
    ].filter { $0.now != $0.typed }
  }
}
