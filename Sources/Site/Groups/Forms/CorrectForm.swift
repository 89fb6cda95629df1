import Components
import Domain
import Markup
import Store

/// Puts right what is said of the group as a whole.
struct CorrectForm: GroupForm {
  var details: DetailsFields

  static let part = GroupPart.correct
  var done: Done { .corrected }

  init(_ opened: OpenedGroup, thing: String?) { details = DetailsFields(opened.group.details) }
  init(_ sent: SentForm) { details = DetailsFields(sent) }

  func title(_ opened: OpenedGroup, thing: String?) -> String { "Correct this group" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    "For mistakes. To change when it meets, who leads it or who is in it from a day on, go back and change that there."
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML {
    """
    \(details.nameFields(opened.headings, refusals))\
    \(Fieldset("When it runs", hint: "Who began or ended with it still does.", isHeading: true, body: DayFields.span(details.from, details.until, refusals)))\
    \(details.placeFields(refusals))\(details.yearFields(opened.school, refusals))\
    \(details.kindFields(refusals, mayHide: opened.viewer.may(.do, .confidential)))
    """
  }

  func compared(_ opened: OpenedGroup, thing: String?) -> [Compared] {
    details.compared(with: DetailsFields(opened.group.details), opened.headings)
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    guard var new = details.details(&refusals) else { throw refusals }
    new.type = opened.group.details.type
    try groups.correct(opened.id, to: new, version: version)
    return opened.id
  }
}

/// What is said of a group as a whole, as it is typed.
struct DetailsFields: Sendable, Hashable {
  var name = ""
  var heading = ""
  var from = ""
  var until = ""
  var place = ""
  var note = ""
  var strand = ""
  var level = ""
  var area = ""
  var isConfidential = false
  /// Codes of year groups.
  var years: Set<String> = []

  init() {}

  init(_ details: GroupDetails) {
    name = details.name
    heading = details.heading.text
    from = details.span.from.words
    until = details.span.until?.words ?? ""
    place = details.place ?? ""
    note = details.note ?? ""
    strand = details.strand?.rawValue ?? ""
    level = details.level ?? ""
    area = details.area ?? ""
    isConfidential = details.isConfidential
    years = Set(details.years.map(\.code))
  }

  init(_ sent: SentForm) {
    name = sent.typed("name")
    heading = sent.typed("heading")
    from = sent.typed("from")
    until = sent.typed("until")
    place = sent.typed("place")
    note = sent.typed("note")
    strand = sent.typed("strand")
    level = sent.typed("level")
    area = sent.typed("area")
    isConfidential = sent.has("confidential")
    years = Set(sent.all("years"))
  }

  /// Without its type. Nil where something was refused; the store refuses the rest.
  func details(_ refusals: inout Refusals) -> GroupDetails? {
    let span = refusals.span(from, until)
    if name.trimmingSpaces.isEmpty { refusals.add("Give the provision a name.", field: "name") }
    let heading = ID<Heading>(heading)
    if heading == nil { refusals.add("Choose a heading.", field: "heading") }
    guard let span, let heading, refusals.isEmpty else { return nil }
    var details = GroupDetails(name: name, heading: heading, span: span)
    details.place = place.nilIfEmpty
    details.note = note.nilIfEmpty
    details.strand = Strand(rawValue: strand)
    details.level = level.nilIfEmpty
    details.area = area.nilIfEmpty
    details.isConfidential = isConfidential
    details.years = years.compactMap { YearGroup(typed: $0) }
    return details
  }
}

extension DetailsFields {
  func nameFields(_ headings: [Heading], _ refusals: Refusals) -> HTML {
    let choices = [Choice("", "Choose a heading")] + headings.map { Choice($0.id.text, $0.name) }
    return """
      \(TextInput(
        Field(
          "name", "Name", hint: "Runs of the same name under a heading stand on one line of the map.", error: refusals["name"]),
        value: name, width: .full, limit: 200))\
      \(Select(Field("heading", "Heading", error: refusals["heading"]), choices, selected: heading))
      """
  }

  func placeFields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("place", "Where", error: refusals["place"], isOptional: true), value: place, limit: 200))\
    \(TextArea(Field("note", "Note", error: refusals["note"], isOptional: true), value: note, rows: 2, limit: 5000))
    """
  }

  func yearFields(_ school: School, _ refusals: Refusals) -> HTML {
    Checkboxes(
      Field(
        "years", "For all of",
        hint: "Where it is for whole year groups, as with many ways of working. Pupils can be added as well.",
        error: refusals["years"], isOptional: true),
      school.years.map { Choice($0.code, $0.name) }, selected: years, isInline: true
    ).html
  }

  func kindFields(_ refusals: Refusals, mayHide: Bool) -> HTML {
    let box = Checkbox(
      Field(
        "confidential", "Confidential",
        hint:
          "People without the right to know of it see “Confidential provision” and no pupils, on the map and in print too."
      ),
      isChosen: isConfidential)
    return Fieldset(
      "What kind of support", isHeading: true,
      body:
        "\(ProvisionWords.kindFields(strand: strand, level: level, area: area, refusals))\(if: mayHide || isConfidential, box.html)"
    ).html
  }

  /// The fields in which the two differ.
  func compared(with now: DetailsFields, _ headings: [Heading]) -> [Compared] {
    func heading(_ id: String) -> String { headings.first { $0.id.text == id }?.name ?? "none" }
    let all = [
      Compared("Name", now: now.name, typed: name),
      Compared("Heading", now: heading(now.heading), typed: heading(self.heading)),
      Compared("First day", now: now.from, typed: from),
      Compared("Last day", now: now.until, typed: until), Compared("Where", now: now.place, typed: place),
      Compared("Note", now: now.note, typed: note), Compared("Strand", now: now.strand, typed: strand),
      Compared("Level", now: now.level, typed: level),
      Compared("Area of need", now: now.area, typed: area),
      Compared(
        "For all of", now: now.years.sorted().joined(separator: ", "),
        typed: years.sorted().joined(separator: ", ")),
      Compared("Confidential", now: now.isConfidential ? "yes" : "no", typed: isConfidential ? "yes" : "no"),
    ]
    return Compared.different(all)
  }
}
