import Components
import Domain
import Markup
import Store

/// One more adult for the group.
struct AddLeadForm: GroupForm {
  var staff = ""
  var share = ShareFields()
  var from: String
  var until: String

  static let part = GroupPart.leads
  var done: Done { .added }
  var button: String { "Add this adult" }

  init(_ opened: OpenedGroup, thing: String?) {
    from = max(opened.day, opened.group.details.span.from).words
    until = ""
  }

  init(_ sent: SentForm) {
    staff = sent.typed("staff")
    share = ShareFields(sent)
    from = sent.typed("from")
    until = sent.typed("until")
  }

  func title(_ opened: OpenedGroup, thing: String?) -> String { "Add an adult" }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    """
    \(StaffFields.select(opened.staff, Field("staff", "Who leads it", error: refusals["staff"]), staff))\
    \(share.html(refusals))\(DayFields.span(from, until, refusals))
    """
  }

  func compared(_ opened: OpenedGroup, thing: String?) -> [Compared] {
    let now = opened.whole.leads.map { "\($0.name), \(GroupWords.dates($0.lead.span))" }.joined(separator: "; ")
    let name = opened.staff.first { $0.id.text == staff }?.name ?? "nobody"
    return [Compared("Who leads it", now: now.nilIfEmpty ?? "nobody", typed: "\(name), from \(from)")]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    let span = refusals.span(from, until)
    let share = share.share(&refusals)
    let staff = ID<StaffMember>(staff)
    if staff == nil { refusals.add("Choose who leads it.", field: "staff") }
    guard let span, let share, let staff else { throw refusals }
    try groups.addLead(NewLead(staff, share: share, span: span), to: opened.id, version: version)
    return opened.id
  }
}

/// An adult's share changes from a day on, or their time with the group ends.
struct LeadForm: GroupForm {
  var act: String
  var day: String
  var share: ShareFields

  static let part = GroupPart.leads
  var done: Done { act == "end" ? .ended : .changed }

  init(_ opened: OpenedGroup, thing: String?) throws {
    let lead = try opened.lead(GroupActs.thingID(thing)).lead
    act = "share"
    day = max(lead.span.from, min(opened.today, lead.span.until ?? opened.today)).words
    share = ShareFields(lead.share)
  }

  init(_ sent: SentForm) {
    act = sent["act"] ?? "share"
    day = sent.typed("day")
    share = ShareFields(sent)
  }

  func title(_ opened: OpenedGroup, thing: String?) throws -> String {
    try opened.lead(GroupActs.thingID(thing)).name
  }

  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    guard let line = try? opened.lead(GroupActs.thingID(thing)) else { return nil }
    return "\(GroupWords.share(line.lead.share)), \(GroupWords.dates(line.lead.span))"
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    """
    \(Radios(
      Field("act", "What happens"),
      [
        Choice("share", "They give another share of their time from a day on"),
        Choice("end", "They lead it up to a day, and no longer"),
      ], selected: act))\
    \(DateInput(Field("day", "Day", hint: "The first day of the new share, or the last day.", error: refusals["day"] ?? refusals["until"]), value: day))\
    \(share.html(refusals))
    """
  }

  func under(_ opened: OpenedGroup, thing: String?, token: String) -> HTML {
    guard let thing else { return .empty }
    let correction = Way.correction(Way.group(opened.id, .leads, thing, opened.school))
    return """
      <p><a href="\(correction)">Put right what was written</a></p>\
      \(GroupActs.neverTrue(opened, .leads, thing, token: token))
      """
  }

  func compared(_ opened: OpenedGroup, thing: String?) throws -> [Compared] {
    let now = try opened.lead(GroupActs.thingID(thing)).lead
    if act == "end" { return [Compared("Last day", now: now.span.until?.words ?? "none", typed: day)] }
    return [
      Compared(
        "Share", now: "\(now.share.words), \(GroupWords.dates(now.span))",
        typed: "\(share.typed.nilIfEmpty ?? share.chosen), from \(day)")
    ]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    let lead = try opened.lead(GroupActs.thingID(thing)).lead
    var refusals = Refusals()
    let from = refusals.day(day, at: "day", "the day")
    if act == "end" {
      guard let from else { throw refusals }
      try groups.endLead(lead.id, on: from, version: version)
    } else {
      let share = share.share(&refusals)
      guard let from, let share else { throw refusals }
      try groups.changeLead(lead.id, from: from, share: share, version: version)
    }
    return opened.id
  }
}

/// Puts right an adult's dates and share.
struct CorrectLeadForm: GroupForm {
  var from: String
  var until: String
  var share: ShareFields

  static let part = GroupPart.leads
  static let isCorrection = true
  var done: Done { .corrected }

  init(_ opened: OpenedGroup, thing: String?) throws {
    let lead = try opened.lead(GroupActs.thingID(thing)).lead
    from = lead.span.from.words
    until = lead.span.until?.words ?? ""
    share = ShareFields(lead.share)
  }

  init(_ sent: SentForm) {
    from = sent.typed("from")
    until = sent.typed("until")
    share = ShareFields(sent)
  }

  func title(_ opened: OpenedGroup, thing: String?) throws -> String {
    "Correct: \(try opened.lead(GroupActs.thingID(thing)).name)"
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    "\(DayFields.span(from, until, refusals))\(share.html(refusals))"
  }

  func compared(_ opened: OpenedGroup, thing: String?) throws -> [Compared] {
    let now = try opened.lead(GroupActs.thingID(thing)).lead
    return [
      Compared("First day", now: now.span.from.words, typed: from),
      Compared("Last day", now: now.span.until?.words ?? "none", typed: until),
      Compared("Share", now: now.share.words, typed: share.typed.nilIfEmpty ?? share.chosen),
    ]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    let lead = try opened.lead(GroupActs.thingID(thing)).lead
    var refusals = Refusals()
    let span = refusals.span(from, until)
    let share = share.share(&refusals)
    guard let span, let share else { throw refusals }
    try groups.correctLead(lead.id, span: span, share: share, version: version)
    return opened.id
  }
}

enum StaffFields {
  /// Everybody by name; who works here no longer says so.
  static func select(_ staff: [StaffMember], _ field: Field, _ selected: String, none: String = "Choose somebody")
    -> HTML
  {
    let choices = staff.map { member in
      Choice(member.id.text, member.span.until.map { "\(member.name) (until \($0.words))" } ?? member.name)
    }
    return Select(field, [Choice("", none)] + choices, selected: selected).html
  }
}
