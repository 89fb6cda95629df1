import Domain
import Store

/// An entry as it is typed: texts in, details out, or refusals that say which field.
struct EntryForm: Sendable {
  var kind: EntryKind
  var title = ""
  var description = ""
  /// By the keys of strand and level.
  var cells: Set<String> = []
  /// By their keys.
  var specialisms: Set<String> = []
  var audience = ""
  var ageFrom = ""
  var ageUntil = ""
  var localities: Set<String> = []
  var place = ""
  var frequency = ""
  var reach = ""
  var capacity = ""
  var cost = ""
  var funder = ""
  var evidence = ""
  var effect = ""
  var affected = ""
  var suggestion = ""
  var isPublic = false

  init(_ kind: EntryKind) { self.kind = kind }

  /// As it was typed.
  init(_ sent: SentForm) {
    kind = sent["kind"].flatMap(EntryKind.init(rawValue:)) ?? .provision
    title = sent.typed("title")
    description = sent.typed("description")
    cells = Set(sent.all("cells"))
    specialisms = Set(sent.all("specialisms"))
    audience = sent.typed("audience")
    ageFrom = sent.typed("age-from")
    ageUntil = sent.typed("age-until")
    localities = Set(sent.all("localities"))
    place = sent.typed("place")
    frequency = sent.typed("frequency")
    reach = sent.typed("reach")
    capacity = sent.typed("capacity")
    cost = sent.typed("cost")
    funder = sent.typed("funder")
    evidence = sent.typed("evidence")
    effect = sent.typed("effect")
    affected = sent.typed("affected")
    suggestion = sent.typed("suggestion")
    isPublic = sent["public"] != nil
  }

  /// As it stands.
  init(_ details: EntryDetails, _ here: EntrySurroundings, _ framework: Framework) {
    kind = details.kind
    title = details.title
    description = details.description
    cells = Set(details.cells.all.filter { framework.cells.contains($0) }.map(framework.key(of:)))
    specialisms = Set(here.specialisms.filter { details.specialisms.contains($0.position) }.map(\.specialism.key))
    audience = details.audience
    ageFrom = details.ageFrom.map(String.init) ?? ""
    ageUntil = details.ageUntil.map(String.init) ?? ""
    localities = Set(details.localities.map(\.text))
    place = details.place
    frequency = details.frequency
    reach = details.reach.map(String.init) ?? ""
    capacity = details.capacity.map(String.init) ?? ""
    cost = details.cost?.decimalText ?? ""
    funder = details.funder
    evidence = details.evidence
    effect = details.effect
    affected = details.affected.map(String.init) ?? ""
    suggestion = details.suggestion
    isPublic = details.isPublicByAuthor
  }

  /// Refuses numbers that are none, each at its field. `over`: specialisms that the project asks for no more stay.
  func details(_ here: EntrySurroundings, _ framework: Framework, over old: EntryDetails? = nil) throws -> EntryDetails
  {
    var refusals = Refusals.none
    func number(_ text: String, _ field: String) -> Int? {
      let digits = text.filter { !$0.isWhitespace && $0 != "," }
      if digits.isEmpty { return nil }
      if let number = Int(digits), number >= 0 { return number }
      refusals.add("“\(text.prefix(20))” is not a whole number.", field: field)
      return nil
    }
    var details = EntryDetails(kind)
    details.title = title
    details.description = description
    details.cells = Cells(cells.compactMap(framework.cell(keyed:)))
    details.specialisms = Specialisms(
      here.specialisms.filter { specialisms.contains($0.specialism.key) }.map(\.position))
    let offered = Set(here.specialisms.map(\.position))
    for position in old?.specialisms.all ?? [] where !offered.contains(position) {
      details.specialisms.insert(position)
    }
    details.audience = audience
    details.ageFrom = number(ageFrom, "age-from")
    details.ageUntil = number(ageUntil, "age-until")
    details.localities = Set(here.localities.map(\.id).filter { localities.contains($0.text) })
    details.place = place
    details.frequency = frequency
    details.reach = number(reach, "reach")
    details.capacity = number(capacity, "capacity")
    if !cost.trimmingSpaces.isEmpty {
      details.cost = Pence(typed: cost)
      if details.cost == nil { refusals.add("Write an amount in pounds, such as 12,500.", field: "cost") }
    }
    details.funder = funder
    details.evidence = evidence
    details.effect = effect
    details.affected = number(affected, "affected")
    details.suggestion = suggestion
    details.isPublicByAuthor = isPublic
    try refusals.throwIfAny()
    return details
  }

  var isBlank: Bool { title.trimmingSpaces.isEmpty && description.trimmingSpaces.isEmpty }
}

extension EntryNudge {
  /// Under what an answer to it is remembered within the form. Holds nothing of what was typed.
  private var key: String {
    switch self {
    case .short: "short"
    case .noAudience: "audience"
    case .like: "like"
    case .personalData(let found):
      "personal-\(found.count)-" + Set(found.map(\.kind.rawValue)).sorted().joined(separator: "-")
    }
  }

  static func key(_ nudges: [EntryNudge]) -> String { nudges.map(\.key).joined(separator: "+") }
}
