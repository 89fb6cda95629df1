/// What whoever sends an entry in is asked to look at once more. None of it forbids anything: who presses again is right.
package enum EntryNudge: Hashable, Sendable {
  /// Too short to be understood by somebody who does not know the place.
  case short
  case noAudience
  /// Like one that the organisation has said already, by its name.
  case like(String)
  case personalData([PersonalData.Found])

  /// The form's field that it is about.
  package var field: String {
    switch self {
    case .short, .like, .personalData: "description"
    case .noAudience: "audience"
    }
  }

  package func sentence(_ kind: EntryKind) -> String {
    switch self {
    case .short:
      kind == .provision
        ? "This is very short. Would somebody who has never seen it know what happens, with whom and how often?"
        : "This is very short. Would somebody who does not know you understand what is missing, and for whom?"
    case .noAudience: "It does not say who it is for."
    case .like(let name): "Your organisation has said something very like it already: “\(name)”."
    case .personalData(let found): PersonalData.sentence(found) ?? ""
    }
  }
}

extension EntryDetails {
  /// `others` are what the same organisation has entered in the same round. Of a draft only personal data is told: it is
  /// not finished yet.
  package func nudges(others: [EntryDetails], isDraft: Bool) -> [EntryNudge] {
    let found = PersonalData.found(in: searchable)
    let personal: [EntryNudge] = found.isEmpty ? [] : [.personalData(found)]
    if isDraft { return personal }
    var nudges: [EntryNudge] = []
    let words = Folding.fold(description).split(separator: " ").count
    if words < 6 || description.count < 40 { nudges.append(.short) }
    if audience.isEmpty { nudges.append(.noAudience) }
    if let other = others.first(where: isLike) { nudges.append(.like(other.name)) }
    return nudges + personal
  }

  /// Whether `other` may be the same thing, told twice: alike in words, of the same kind. Its first words are enough.
  package func isLike(_ other: EntryDetails) -> Bool {
    guard kind == other.kind else { return false }
    if !title.isEmpty, Folding.fold(title) == Folding.fold(other.title) { return true }
    let (left, right) = (
      Folding.fold(String(description.prefix(160))), Folding.fold(String(other.description.prefix(160)))
    )
    if left.isEmpty || right.isEmpty { return false }
    return left == right || Likeness.percent(left, right) >= 80
  }
}
