import Components
import Domain
import Markup
import Store

/// A pupil's place ends.
struct PlaceForm: GroupForm {
  var until: String

  static let part = GroupPart.places
  var done: Done { .ended }
  var button: String { "End this place" }

  init(_ opened: OpenedGroup, thing: String?) throws {
    let place = try opened.place(GroupActs.thingID(thing)).place
    until = max(place.span.from, min(opened.today, place.span.until ?? opened.today)).words
  }

  init(_ sent: SentForm) { until = sent.typed("until") }

  func title(_ opened: OpenedGroup, thing: String?) throws -> String {
    try opened.place(GroupActs.thingID(thing)).fullName
  }

  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    guard let line = try? opened.place(GroupActs.thingID(thing)) else { return nil }
    return
      "In the group \(GroupWords.dates(line.place.span)). A pupil shares its cost up to and including the last day."
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    DateInput(Field("until", "Last day", hint: DateInput.hint, error: refusals["until"]), value: until).html
  }

  func under(_ opened: OpenedGroup, thing: String?, token: String) -> HTML {
    guard let thing else { return .empty }
    let correction = Way.correction(Way.group(opened.id, .places, thing, opened.school))
    return """
      <p><a href="\(correction)">Put right its dates, funding or weight</a></p>\
      \(GroupActs.neverTrue(opened, .places, thing, token: token))
      """
  }

  func compared(_ opened: OpenedGroup, thing: String?) throws -> [Compared] {
    let now = try opened.place(GroupActs.thingID(thing)).place.span
    return [Compared("Last day", now: now.until?.words ?? "none", typed: until)]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    let place = try opened.place(GroupActs.thingID(thing)).place
    var refusals = Refusals()
    guard let day = refusals.day(until, at: "until", "the last day") else { throw refusals }
    try groups.endMember(place.id, on: day, version: version)
    return opened.id
  }
}

/// Puts right a place's dates, its funding stream and its weight.
struct CorrectPlaceForm: GroupForm {
  var from: String
  var until: String
  var stream: String
  var weight: String

  static let part = GroupPart.places
  static let isCorrection = true
  var done: Done { .corrected }

  init(_ opened: OpenedGroup, thing: String?) throws {
    let place = try opened.place(GroupActs.thingID(thing)).place
    from = place.span.from.words
    until = place.span.until?.words ?? ""
    stream = place.stream?.text ?? ""
    weight = String(place.weight)
  }

  init(_ sent: SentForm) {
    from = sent.typed("from")
    until = sent.typed("until")
    stream = sent.typed("stream")
    weight = sent.typed("weight")
  }

  func title(_ opened: OpenedGroup, thing: String?) throws -> String {
    "Correct: \(try opened.place(GroupActs.thingID(thing)).fullName)"
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    """
    \(DayFields.span(from, until, refusals))\
    \(StreamFields.select(opened.streams, Field("stream", "Paid from", error: refusals["stream"]), stream))\
    \(NumberInput(
      Field(
        "weight", "Weight", hint: "1 for everybody shares the cost evenly; 2 takes twice as much of it.",
        error: refusals["weight"]), value: weight))
    """
  }

  func compared(_ opened: OpenedGroup, thing: String?) throws -> [Compared] {
    let now = try opened.place(GroupActs.thingID(thing))
    let typed = opened.streams.first { $0.id.text == stream }?.name ?? "not said"
    return [
      Compared("First day", now: now.place.span.from.words, typed: from),
      Compared("Last day", now: now.place.span.until?.words ?? "none", typed: until),
      Compared("Paid from", now: now.stream?.name ?? "not said", typed: typed),
      Compared("Weight", now: String(now.place.weight), typed: weight),
    ]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    let place = try opened.place(GroupActs.thingID(thing)).place
    var refusals = Refusals()
    let span = refusals.span(from, until)
    let number = refusals.number(weight, at: "weight", "The weight")
    guard let span, refusals.isEmpty else { throw refusals }
    try groups.correctMember(place.id, span: span, stream: ID(stream), weight: number ?? 1, version: version)
    return opened.id
  }
}

enum StreamFields {
  static func select(_ streams: [FundingStream], _ field: Field, _ selected: String, none: String = "Not said") -> HTML
  {
    Select(field, [Choice("", none)] + streams.map { Choice($0.id.text, $0.name) }, selected: selected).html
  }
}
