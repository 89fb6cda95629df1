import Components
import Domain
import Markup

/// What is typed about a type of provision.
struct TypeForm: Sendable, Hashable {
  var name = ""
  var heading = ""
  var description = ""
  var outcome = ""
  var minutes = ""
  var sessions = ""
  var weeks = ""
  var size = ""
  var strand = ""
  var level = ""
  var area = ""
  var evidence = ""
  var isConfidential = false

  init() {}

  init(_ type: ProvisionType) {
    let details = type.details
    name = type.name
    heading = type.heading.text
    description = details.description
    outcome = details.outcome
    minutes = details.minutes.map(String.init) ?? ""
    sessions = details.sessionsPerWeek.map(String.init) ?? ""
    weeks = details.weeks.map(String.init) ?? ""
    size = details.groupSize.map(String.init) ?? ""
    strand = details.strand?.rawValue ?? ""
    level = details.level ?? ""
    area = details.area ?? ""
    evidence = details.evidence ?? ""
    isConfidential = details.isConfidential
  }

  init(_ sent: SentForm) {
    name = sent.typed("name")
    heading = sent.typed("heading")
    description = sent.typed("description")
    outcome = sent.typed("outcome")
    minutes = sent.typed("minutes")
    sessions = sent.typed("sessions")
    weeks = sent.typed("weeks")
    size = sent.typed("size")
    strand = sent.typed("strand")
    level = sent.typed("level")
    area = sent.typed("area")
    evidence = sent.typed("evidence")
    isConfidential = sent.has("confidential")
  }

  /// What the store is given. Refuses what is no number; the store refuses the rest.
  func read() throws -> (heading: ID<Heading>, details: ProvisionDetails) {
    var refusals = Refusals()
    var details = ProvisionDetails()
    details.description = description
    details.outcome = outcome
    details.minutes = refusals.number(minutes, at: "minutes", "The minutes")
    details.sessionsPerWeek = refusals.number(sessions, at: "sessions", "The sessions a week")
    details.weeks = refusals.number(weeks, at: "weeks", "The weeks")
    details.groupSize = refusals.number(size, at: "size", "The group size")
    details.strand = Strand(rawValue: strand)
    details.level = level.nilIfEmpty
    details.area = area.nilIfEmpty
    details.evidence = evidence.nilIfEmpty
    details.isConfidential = isConfidential
    if details.minutes == nil, refusals["minutes"] == nil, details.sessionsPerWeek != nil {
      refusals.add("Say how many minutes a session lasts.", field: "minutes")
    }
    guard let heading = ID<Heading>(heading) else {
      refusals.add("Choose a heading.", field: "heading")
      throw refusals
    }
    try refusals.throwIfAny()
    return (heading, details)
  }
}

extension TypeForm {
  func fields(_ headings: [Heading], mayHide: Bool, _ refusals: Refusals) -> HTML {
    let choices = [Choice("", "Choose a heading")] + headings.map { Choice($0.id.text, $0.name) }
    return """
      \(TextInput(Field("name", "Name", error: refusals["name"]), value: name, width: .full, limit: 200))\
      \(Select(Field("heading", "Heading", error: refusals["heading"]), choices, selected: heading))\
      \(TextArea(Field("description", "What it is", error: refusals["description"], isOptional: true), value: description, rows: 3, limit: 2000))\
      \(TextArea(Field("outcome", "Intended outcome", hint: "What a child can do afterwards.", error: refusals["outcome"], isOptional: true), value: outcome, rows: 2, limit: 2000))\
      \(dosage(refusals))\
      \(Fieldset("What kind of support", isHeading: true, body: ProvisionWords.kindFields(strand: strand, level: level, area: area, refusals)))\
      \(TextInput(
        Field(
          "evidence", "Link to evidence", hint: "A page that begins with https://", error: refusals["evidence"],
          isOptional: true), value: evidence, kind: .url, width: .full, limit: 1000))\
      \(if: mayHide || isConfidential, confidential)
      """
  }

  private func dosage(_ refusals: Refusals) -> HTML {
    Fieldset(
      "What is usual", hint: "New groups start with these. Leave all empty for a way of working without sessions.",
      isHeading: true,
      body: """
        <div class="side-by-side">\
        \(NumberInput(Field("minutes", "Minutes of a session", error: refusals["minutes"]), value: minutes))\
        \(NumberInput(Field("sessions", "Sessions a week", error: refusals["sessions"]), value: sessions))\
        \(NumberInput(Field("weeks", "Weeks", error: refusals["weeks"]), value: weeks))\
        \(NumberInput(Field("size", "Pupils in a group", error: refusals["size"]), value: size))</div>
        """
    ).html
  }

  private var confidential: HTML {
    Checkbox(
      Field(
        "confidential", "Confidential",
        hint:
          "People without the right to know of it see “Confidential provision” and no pupils, on the map and in print too."
      ),
      isChosen: isConfidential
    ).html
  }
}

extension Refusals {
  /// A whole number as it was typed; nil where nothing was, or where it is none, which is then refused.
  mutating func number(_ typed: String, at field: String, _ what: String) -> Int? {
    let text = typed.trimmingSpaces
    if text.isEmpty { return nil }
    if let number = Int(text) { return number }
    add("\(what) must be a whole number, such as 4.", field: field)
    return nil
  }
}
