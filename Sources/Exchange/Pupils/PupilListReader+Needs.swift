import Domain

extension PupilListReader {
  func readStatus(_ row: inout ImportRow<PupilField>, _ pupil: inout IncomingPupil) {
    let from = row.day(.statusFrom) ?? pupil.changedOn
    // A dash in a system's export is an empty cell.
    if let text = row.text(.status), text.allSatisfy({ "-–—".contains($0) }) { return }
    let status = row.read(.status, SENStatus.init(typed:)) {
      "“\($0)” is not an SEN status. Write N, K or E, or No SEN, SEN support or EHC plan."
    }
    guard let status, let text = row.text(.status) else { return }
    pupil.statuses = [IncomingPupil.Status(status: Self.recorded(status, text), from: from)]
    if !list.has(.watch), Folding.fold(text) == "monitoring" { pupil.say(.watch, true) }
    refuse(from, before: pupil, .statusFrom, &row)
  }

  /// With the file's own words where they are not today's: School Action, a statement.
  static func recorded(_ status: SENStatus, _ text: String) -> RecordedStatus {
    let folded = Folding.fold(text)
    let isOlder =
      ["a", "p", "s", "sa", "sap"].contains(folded) || folded.contains("action") || folded.contains("statement")
    return RecordedStatus(status, original: isOlder ? CellReading.words(text) : nil)
  }

  func readNeeds(_ row: inout ImportRow<PupilField>, _ pupil: inout IncomingPupil) {
    let from = row.day(.needsFrom) ?? row.day(.statusFrom) ?? pupil.changedOn
    refuse(from, before: pupil, .needsFrom, &row)
    if let text = row.text(.needs) {
      guard let types = needs(text, .needs, &row) else { return }
      pupil.needs = .all(fitting(types, .needs, &row, pupil), from: from)
      return
    }
    var ranked: [Int: NeedType] = [:]
    for (index, field) in PupilField.rankedNeeds.enumerated() {
      guard let text = row.text(field) else { continue }
      guard let types = needs(text, field, &row) else { return }
      // "SEN need" often holds all of them, the first column alone being there.
      if types.count > 1, PupilField.rankedNeeds.filter(list.has) == [field] {
        pupil.needs = .all(fitting(types, field, &row, pupil), from: from)
        return
      }
      if types.count > 1 {
        row.refuse(field, "“\(CellReading.short(text))” is more than one need, and other columns hold needs too.")
        return
      }
      guard let type = fitting(types, field, &row, pupil).first else { continue }
      if let other = ranked.first(where: { $0.value == type }) {
        row.warn(field, "\(type.name) stands twice; rank \(other.key) is taken.")
      } else {
        ranked[index + 1] = type
      }
    }
    if !ranked.isEmpty { pupil.needs = .ranked(ranked, from: from) }
  }

  /// The needs of a cell in their order, once each; nil when one cannot be read. "None" is no need.
  private func needs(_ text: String, _ field: PupilField, _ row: inout ImportRow<PupilField>) -> [NeedType]? {
    if ["none", "n", "no", "-", "n/a", "na", "no specialist need", "none recorded"].contains(text.lowercased()) {
      return []
    }
    if let one = NeedType(typed: text) { return [one] }
    if let codes = Self.codes(text) { return codes }
    if let one = Self.tidied(text) { return [one] }
    var types: [NeedType] = []
    for piece in Self.pieces(of: text) {
      guard let type = NeedType(typed: piece) ?? Self.tidied(piece) else {
        row.refuse(
          field, "“\(CellReading.short(piece))” is not a type of need. Write a code such as SLCN, or its name.")
        return nil
      }
      if !types.contains(type) { types.append(type) }
    }
    return types
  }

  /// Several codes and nothing else but ranks: `ASD + SLCN`, `ASD SLCN`, `1. SLCN 2. ASD`.
  private static func codes(_ text: String) -> [NeedType]? {
    let words = text.split(whereSeparator: { !$0.isLetter }).map { $0.uppercased() }.filter { $0 != "AND" }
    let types = words.compactMap(NeedType.coded)
    guard types.count > 1, types.count == words.count else { return nil }
    return types.reduce(into: []) { once, type in if !once.contains(type) { once.append(type) } }
  }

  /// Without a rank in front or a note in brackets: `1. SLCN`, `SLCN (primary)`, `ASD - Autistic spectrum disorder`.
  private static func tidied(_ text: String) -> NeedType? {
    let inner = text.split(separator: "(", maxSplits: 1).first.map(String.init) ?? text
    let body = inner.drop { $0.isNumber || " .):-".contains($0) }
    if let type = NeedType(typed: String(body)) { return type }
    let words = body.split(whereSeparator: { " -–:=+/&".contains($0) })
    guard let code = words.first, code.uppercased() == code, let type = NeedType.coded(code.uppercased()),
      !words.dropFirst().contains(where: { NeedType.coded(String($0)) != nil })
    else { return nil }
    return type
  }

  /// Semicolons part needs first, since names of needs have commas in them; then line breaks, strokes, pluses and commas.
  private static func pieces(of text: String) -> [String] {
    for separators in [";\n|", "/+&", ","] where text.contains(where: { separators.contains($0) }) {
      return text.split(whereSeparator: { separators.contains($0) }).map { CellReading.words(String($0)) }
        .filter { !$0.isEmpty }
    }
    return [text]
  }

  /// Without "no specialist assessment" for a pupil who has not SEN support.
  private func fitting(
    _ types: [NeedType], _ field: PupilField, _ row: inout ImportRow<PupilField>, _ pupil: IncomingPupil
  ) -> [NeedType] {
    guard types.contains(.notAssessed), let status = pupil.statuses.last?.status.status, status != .support
    else { return types }
    row.warn(field, "NSA (no specialist assessment) goes with SEN support only, so it is left out.")
    return types.filter { $0 != .notAssessed }
  }

  private func refuse(
    _ day: Day?, before pupil: IncomingPupil, _ field: PupilField, _ row: inout ImportRow<PupilField>
  ) {
    if let day, let born = pupil.birthDay, day < born {
      row.refuse(field, "\(day.words) is before the date of birth.")
    }
  }
}
