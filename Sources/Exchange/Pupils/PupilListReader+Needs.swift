import Domain

extension PupilListReader {
  func readStatus(_ row: inout ImportRow<PupilField>, _ pupil: inout IncomingPupil) {
    let from = row.day(.statusFrom) ?? pupil.changedOn
    // A dash in a system's export is an empty cell.
    if let text = row.text(.status), text.allSatisfy({ "-–—".contains($0) }) { return }
    let cell = row.read(.status, StatusCell.init) {
      "“\($0)” is not an SEN status. Write N, K or E, or No SEN, SEN support or EHC plan."
    }
    guard let cell else { return }
    let text = cell.text
    pupil.statuses = [IncomingPupil.Status(status: Self.recorded(cell.status, text), from: from)]
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
    if isOfNeeds { return readRankedNeed(&row, &pupil, from) }
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
    if !ranked.isEmpty {
      pupil.needs = .ranked(ranked, from: from)
    } else if let cell = row.text(.status).flatMap(StatusCell.init)?.needs {
      // `K (SLCN)`, where no column of needs says anything.
      warn(of: cell, .status, &row)
      pupil.needs = .all(fitting(cell.types, .status, &row, pupil), from: from)
    }
  }

  /// Of a list with one row per need: this row's, with the rank that stands beside it.
  private func readRankedNeed(_ row: inout ImportRow<PupilField>, _ pupil: inout IncomingPupil, _ from: Day?) {
    let field = ([.needs] + PupilField.rankedNeeds).first { row.text($0) != nil }
    guard let field, let text = row.text(field), let types = needs(text, field, &row) else { return }
    let rank = row.read(.needRank, NeedCell.rank) { "“\($0)” is not a rank. Write 1 for the primary need." } ?? 1
    pupil.needs = .dated(
      fitting(types, field, &row, pupil).enumerated().map { place, type in
        IncomingPupil.DatedNeed(need: RankedNeed(type: type, rank: rank + place), from: from, until: nil)
      })
  }

  /// The needs of a cell in order of their ranks, once each; nil when none can be read. "None" is no need. What else the
  /// cell says is told.
  private func needs(_ text: String, _ field: PupilField, _ row: inout ImportRow<PupilField>) -> [NeedType]? {
    if ["none", "n", "no", "-", "n/a", "na", "no specialist need", "none recorded"].contains(text.lowercased()) {
      return []
    }
    let cell = NeedCell(text)
    if cell.types.isEmpty {
      let what = CellReading.short(cell.unread.first ?? text)
      row.refuse(field, "“\(what)” is not a type of need. Write a code such as SLCN, or its name.")
      return nil
    }
    warn(of: cell, field, &row)
    return cell.types
  }

  private func warn(of cell: NeedCell, _ field: PupilField, _ row: inout ImportRow<PupilField>) {
    for piece in cell.unread {
      row.warn(field, "“\(CellReading.short(piece))” is not a type of need that is known, and is left out.")
    }
    if cell.hasEqualRanks {
      row.warn(field, "Two needs have the same rank here: they are taken in the order in which they stand.")
    }
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
