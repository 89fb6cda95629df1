import Domain
import Store

extension PupilComparison {
  /// `Hussain, Amina, Year 3, 3B`.
  func words(_ kept: KeptPupil) -> String {
    let year = kept.pupil.year(on: days.known).name
    return [kept.pupil.listName, year, kept.facts.className(on: days.known)].compactMap(\.self).joined(separator: ", ")
  }

  /// With what tells children of one name and class apart: `…, born 14 March 2019, UPN A801200001009`.
  func wordsApart(_ kept: KeptPupil) -> String {
    let upn = kept.pupil.upn.map { "UPN \($0.text)" } ?? "no UPN"
    return "\(words(kept)), born \(kept.pupil.birthDay.words), \(upn)"
  }

  func words(_ pupil: IncomingPupil) -> String {
    let year = pupil.year ?? pupil.birthDay.map { YearGroup(bornOn: $0, on: days.known) }
    return [pupil.listName, year?.name, pupil.className].compactMap(\.self).joined(separator: ", ")
  }

  mutating func warn(_ message: String, row: Int? = nil, column: String? = nil) {
    preview.warnings.append(ImportWarning(row: row, column: column, message: message))
  }

  /// Refuses a row that would make a pupil as no pupil can be: born after joining, four years out of age. True when it did.
  mutating func refuse(_ pupil: Pupil, row: Int, _ file: PupilFile) -> Bool {
    var cells: [RefusedCell] = []
    func refuse(_ field: PupilField, _ sentence: String) {
      cells.append(RefusedCell(row: row, column: file.column(field), message: sentence))
    }
    do {
      try pupil.details.refuseUnlessSound(today: days.today)
    } catch let refusals as Refusals {
      for refusal in refusals.all { refuse(Self.field(refusal.field), refusal.sentence) }
    } catch {
      refuse(.surname, "This row cannot be taken.")
    }
    if let left = pupil.leftOn, left < pupil.joinedOn {
      refuse(.leftOn, "This pupil would leave on \(left.words), before joining on \(pupil.joinedOn.words).")
    }
    if let shift = pupil.taught.shifts.facts.last?.value, !YearGroup.shifts.contains(shift) {
      refuse(
        .year,
        "Born on \(pupil.birthDay.words), this pupil is \(abs(shift)) years out of age in this year group. Check "
          + "both.")
    }
    preview.refused += cells
    return !cells.isEmpty
  }

  private static func field(_ name: String?) -> PupilField {
    switch name {
    case "forename": .forename
    case "preferred-forename": .preferredForename
    case "birth-day": .birthDay
    case "sex": .sex
    case "joined-on": .joinedOn
    default: .surname
    }
  }

  /// A year that the school does not teach.
  mutating func warnOfYear(_ pupil: Pupil, row: Int) {
    let year = pupil.year(on: days.known)
    guard !school.years.contains(year), pupil.isOnRoll(on: days.known) else { return }
    warn(
      "\(pupil.listName) would be in \(year.name), which is not a year group of this school. Check the date of birth.",
      row: row)
  }
}
