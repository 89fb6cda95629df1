import Components
import Domain
import Markup
import Store

/// What is said of a member of staff, as it is typed.
struct StaffForm: Sendable {
  var name = ""
  var role = ""
  var hours = ""
  var weeks = ""
  var from = ""
  var until = ""

  init(today: Day) { from = today.words }

  init(_ member: StaffMember) {
    name = member.name
    hours = StaffWording.typedHours(member.weeklyMinutes)
    weeks = member.weeks.map(String.init) ?? ""
    from = member.span.from.words
    until = member.span.until?.words ?? ""
  }

  init(_ sent: SentForm) {
    name = sent["name"] ?? ""
    role = sent.typed("role")
    hours = sent.typed("hours")
    weeks = sent.typed("weeks")
    from = sent.typed("from")
    until = sent.typed("until")
  }

  /// With a role for who is new.
  func newcomer() throws -> (StaffDetails, ID<PayRole>) {
    let chosen = ID<PayRole>(role)
    let details = try details(lacking: chosen == nil ? "Choose a role." : nil)
    guard let chosen else { throw Refusal.invalid("Choose a role.", field: "role") }
    return (details, chosen)
  }

  /// `lacking`: what is to be said of the role besides.
  func details(lacking role: String? = nil) throws -> StaffDetails {
    var refusals = Refusals()
    if name.isEmpty { refusals.add("Give a name.", field: "name") }
    if let role { refusals.add(role, field: "role") }
    let minutes = StaffWording.minutes(typed: hours)
    if minutes == nil, !hours.allSatisfy(\.isWhitespace) {
      refusals.add("Write hours a week as 27.5 or 27:30.", field: "hours")
    } else if let minutes, !(1...3600).contains(minutes) {
      refusals.add("Hours a week are between 0 and 60.", field: "hours")
    }
    let count = Int(weeks.filter { !$0.isWhitespace })
    if count.map({ !(1...53).contains($0) }) ?? !weeks.allSatisfy(\.isWhitespace) {
      refusals.add("A year has between 1 and 53 weeks.", field: "weeks")
    }
    let first = refusals.day(from, at: "from", "the first day")
    let last = refusals.dayOrNone(until, at: "until", "the last day")
    if let first, let last, last < first { refusals.add("The last day is before the first.", field: "until") }
    try refusals.throwIfAny()
    guard let first, let span = Span(first, last) else { throw refusals }
    return try StaffDetails(name: name, weeklyMinutes: minutes, weeks: count, span: span)
  }

  /// `newRoles`: the roles to choose from for who is new, who does not leave yet; nil where somebody is corrected, whose
  /// role is dated and has a form of its own.
  func fields(newRoles: [PayRole]?, _ refusals: Refusals) -> HTML {
    let choices = [Choice("", "Choose a role")] + (newRoles ?? []).map { Choice($0.id.text, $0.name) }
    let hint = "What an hour of theirs costs is a matter of their role."
    return """
      \(TextInput(Field("name", "Name", hint: "As colleagues know them: Mrs Dawn Carter, Dawn Carter …", error: refusals["name"]), value: name, autocomplete: "off"))\
      \(if: newRoles != nil, Select(Field("role", "Role", hint: hint, error: refusals["role"]), choices, selected: role).html)\
      <div class="side-by-side">\
      \(NumberInput(Field("hours", "Hours a week", hint: "Of their contract: 27.5 or 27:30.", error: refusals["hours"], isOptional: true), value: hours, unit: "hours"))\
      \(NumberInput(Field("weeks", "Weeks worked in a year", hint: "39 for most term-time contracts.", error: refusals["weeks"], isOptional: true), value: weeks, unit: "weeks"))</div>\
      <div class="side-by-side">\
      \(DateInput(Field("from", "First day here", hint: DateInput.hint, error: refusals["from"]), value: from))\
      \(if: newRoles == nil, DateInput(Field("until", "Last day here", hint: "Leave empty while they stay.", error: refusals["until"], isOptional: true), value: until).html)</div>
      """
  }

  func compared(with now: StaffForm) -> [Compared] {
    let all: [Compared] = [
      .init("Name", now: now.name, typed: name),
      .init("Hours a week", now: now.hours, typed: hours), .init("Weeks", now: now.weeks, typed: weeks),
      .init("First day here", now: now.from, typed: from), .init("Last day here", now: now.until, typed: until),
    ]
    return Compared.different(all)
  }
}
