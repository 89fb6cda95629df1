import Domain

/// What stands beside the years of a map: a provision, perhaps with how long, how often and by whom.
struct MapProvision: Sendable {
  /// Empty where the text names staff or times alone.
  private(set) var name = ""
  let dosage: Dosage
  /// As they are written.
  let leads: [String]
  /// Kinds of staff: `TA`.
  let roles: [String]
  /// Words that are no part of the name and worth keeping.
  private(set) var notes: [String]

  init(_ text: String, _ staff: StaffMentions) {
    let text = MapText.withoutBullets(text)
    let whole = DosageReading(text)
    // "Daily Mile", "Friday club": the word is of the name, and says how often all the same.
    let opening =
      /(?i)^\s*((?:daily|weekly|fortnightly|monday|tuesday|wednesday|thursday|friday)\s+)(?!(?:and|at|am|pm|to|for|with|x)\b)\p{L}/
    var reading = whole
    var prefix = ""
    if let match = text.firstMatch(of: opening) {
      reading = DosageReading(String(text[match.1.endIndex...]))
      prefix = String(match.1)
    }
    let taken = staff.taken(from: reading.text, in: .provision)
    dosage = whole.dosage
    leads = taken.names
    roles = taken.roles
    notes = whole.unplaced
    for piece in MapText.pieces(taken.rest) { take(piece, reading.ratios) }
    if !name.isEmpty { name = CellReading.words(prefix + name) }
    if name.isEmpty, let work = roles.compactMap(StaffWords.therapy).first ?? StaffWords.therapy(text) { name = work }
  }

  /// The first piece names the provision; `1:1` belongs to the name where it stands before it.
  private mutating func take(_ piece: String, _ ratios: [String]) {
    var words = ""
    for (place, character) in piece.enumerated() {
      guard let ratio = DosageReading.ratio(character).map({ ratios[$0] }) else {
        words.append(character)
        continue
      }
      if place == 0, name.isEmpty, piece.count > 1 { words += ratio } else { notes.append(ratio) }
    }
    let tidied = MapText.tidied(MapText.closed(words).replacing(String(DosageReading.gap), with: " "))
    guard tidied.contains(where: \.isLetter) else { return }
    if name.isEmpty { name = tidied } else { notes.append(tidied) }
  }
}
