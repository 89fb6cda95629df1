import Domain
import Store

extension GroupPlanning {
  /// The type of the catalogue; nil inside for none; nil where it is still to be asked. In a list only the type's own name
  /// counts; in a map one that is much like it does, and the user may say otherwise.
  mutating func type(of incoming: IncomingGroup) -> ProvisionType?? {
    let folded = Folding.fold(incoming.name)
    if let type = school.types.first(where: { Folding.fold($0.name) == folded }) { return type }
    guard let cell = incoming.cell else { return .some(nil) }
    let key = Questions.key("type", incoming.name)
    let all = school.types.map { (type: $0, percent: Likeness.percent($0.name, incoming.name)) }
      .sorted { ($0.percent, $1.type.name) > ($1.percent, $0.type.name) }
    let alike = all.filter { $0.percent >= 55 || Self.holds($0.type.name, incoming.name) }
    let candidates = (alike + all.filter { each in !alike.contains { $0.type.id == each.type.id } }).map {
      UnsureItem.Candidate(id: $0.type.id.text, what: $0.type.name)
    }
    let isSure = alike.first.map { $0.percent >= 85 && (alike.count == 1 || alike[1].percent < 85) } ?? true
    var taken: String?
    if isSure {
      let sure = answer(key, candidates, mayBeNew: true) ?? alike.first?.type.id.text ?? "new"
      say(key, incoming, GroupField.name, incoming.name, sure, candidates, mayBeNew: true)
      taken = sure
    } else {
      taken = questions.answer(
        key, row: incoming.rows[0], column: cell.column, what: incoming.name,
        "Is “\(CellReading.short(incoming.name))” one of these of your catalogue?", candidates, mayBeNew: true)
    }
    switch taken {
    case nil, "skip": return nil
    case "new": return .some(nil)
    case let id?: return school.types.first { $0.id.text == id }
    }
  }

  typealias FoundHeading = (id: ID<Heading>, name: String, isNew: Bool)

  /// The heading that the file names; else the type's; else the one for everything. Nil where it cannot be taken, or not yet.
  mutating func heading(of incoming: IncomingGroup, _ type: ProvisionType?) -> FoundHeading? {
    let row = incoming.rows[0]
    guard let last = school.headings.last else {
      refuse(row, .heading, "The catalogue has no headings yet. Add one first.")
      return nil
    }
    func found(_ heading: Heading) -> FoundHeading { (heading.id, heading.name, false) }
    let ofType = type.flatMap { type in school.headings.first { $0.id == type.heading } }
    guard let text = incoming.heading else {
      let general = school.headings.first { Folding.fold($0.name) == "all areas" }
      return found(ofType ?? general ?? last)
    }
    let folded = Folding.fold(text)
    if let heading = school.headings.first(where: { Folding.fold($0.name) == folded }) { return found(heading) }
    // The id of a new heading is known only when it is written.
    let new: FoundHeading = (last.id, text, true)
    guard incoming.cell != nil else {
      guard asking.viewer.mayAll(.do, .catalogue) else {
        refuse(row, .heading, "There is no heading “\(CellReading.short(text))”, and your role may not add one.")
        return nil
      }
      return new
    }
    if let ofType { return found(ofType) }
    let taken = headingInMap(text, incoming)
    if taken == "new" { return new }
    return school.headings.first { $0.id.text == taken }.map(found)
  }

  /// The id of the heading that the words of a map stand for, or `new`; nil where it is still to be asked.
  private mutating func headingInMap(_ text: String, _ incoming: IncomingGroup) -> String? {
    let key = Questions.key("heading", text)
    let mayBeNew = asking.viewer.mayAll(.do, .catalogue)
    let candidates = school.headings.map { UnsureItem.Candidate(id: $0.id.text, what: $0.name) }
    let best = school.headings.max { Likeness.percent($0.name, text) < Likeness.percent($1.name, text) }
    let isSure = best.map { Likeness.percent($0.name, text) >= 75 || Self.holds($0.name, text) } ?? false
    if isSure, let taken = answer(key, candidates, mayBeNew: mayBeNew) ?? best?.id.text {
      say(key, incoming, .heading, text, taken, candidates, mayBeNew: mayBeNew)
      return taken
    }
    return questions.answer(
      key, row: incoming.rows[0], column: incoming.cell?.column ?? "", what: text,
      "Under which heading of your catalogue does “\(CellReading.short(text))” stand?", candidates, mayBeNew: mayBeNew)
  }

  /// What the user has said; nil where that is nothing, or cannot be.
  private func answer(_ key: String, _ candidates: [UnsureItem.Candidate], mayBeNew: Bool) -> String? {
    guard let answer = asking.answers[key] else { return nil }
    return (mayBeNew && answer == "new") || candidates.contains { $0.id == answer } ? answer : nil
  }

  private mutating func say(
    _ key: String, _ incoming: IncomingGroup, _ field: GroupField, _ what: String, _ taken: String,
    _ candidates: [UnsureItem.Candidate], mayBeNew: Bool
  ) {
    if matches.contains(where: { $0.key == key }) { return }
    matches.append(
      ImportMatch(
        key: key, row: incoming.rows[0], field: field.title, what: what, taken: taken, candidates: candidates,
        mayBeNew: mayBeNew))
  }

  /// Whether all words of one name stand in the other: `Phonics` in `Phonics catch-up`.
  private static func holds(_ left: String, _ right: String) -> Bool {
    let words = [left, right].map { Set(Folding.fold($0).split(separator: " ")) }
    return words.allSatisfy { !$0.isEmpty } && (words[0].isSubset(of: words[1]) || words[1].isSubset(of: words[0]))
  }
}
