import Domain
import Store

/// Compares what a file says of pupils with what the school keeps: what would be added and changed, in words and as what
/// will be written.
struct PupilComparison {
  let school: School
  let kept: [KeptPupil]
  let days: ImportDays
  let answers: [String: String]
  private let matcher: PupilMatcher
  private let placesByID: [String: Int]
  var preview = ImportPreview()
  private(set) var intake = PupilIntake()
  /// The versions of what was compared.
  private(set) var versions: [Int] = []
  private var rowsByPlace: [Int: Int] = [:]
  /// Those whom rows may be about that are not written: they are not missing from the file.
  private var mentioned: Set<Int> = []
  private var rowsByUPN: [UPN: Int] = [:]
  private var rowsByName: [String: Int] = [:]
  let nextID: () -> ID<Pupil>

  init(
    _ file: PupilFile, with kept: [KeptPupil], in school: School, _ days: ImportDays, answers: [String: String],
    nextID: @escaping () -> ID<Pupil>
  ) {
    self.school = school
    self.kept = kept
    self.days = days
    self.answers = answers
    self.nextID = nextID
    matcher = PupilMatcher(kept, rows: file.pupils)
    placesByID = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.pupil.id.text, $0) })
    preview.refused = file.refused
    preview.warnings = file.warnings
    warnOfAssumedDays(file)
    compare(file)
    listMissing(file)
    preview.refused.sort { $0.row < $1.row }
  }

  /// First whom every row is about, then what it says of them: whether a UPN can go to somebody else is a matter of all rows.
  private mutating func compare(_ file: PupilFile) {
    var written: [(pupil: IncomingPupil, place: Int?)] = []
    for pupil in file.pupils {
      if let refusal = duplicate(pupil, file) {
        preview.refused.append(refusal)
        continue
      }
      switch matcher.match(pupil) {
      case .new: written.append((pupil, nil))
      case .same(let place): written.append((pupil, place))
      case .unsure(let places, let question, let mayBeNew):
        switch answers["row-\(pupil.row)"] {
        case "new" where mayBeNew: written.append((pupil, nil))
        case "skip": mentioned.formUnion(places)
        case let id? where placesByID[id].map(places.contains) ?? false: written.append((pupil, placesByID[id]!))
        default: ask(pupil, places, question, mayBeNew, file)
        }
      case .refused(let field, let sentence):
        preview.refused.append(RefusedCell(row: pupil.row, column: file.column(field), message: sentence))
      }
    }
    let claims = UPNClaims(written, matcher)
    for (pupil, place) in written {
      let pupil = without(claims.leftOut[pupil.row], pupil, file)
      if let place { change(place, pupil, file) } else { add(pupil, file) }
    }
  }

  private mutating func ask(
    _ pupil: IncomingPupil, _ places: [Int], _ question: String, _ mayBeNew: Bool, _ file: PupilFile
  ) {
    mentioned.formUnion(places)
    let candidates = places.map { kept[$0] }
    preview.unsure.append(
      UnsureItem(
        key: "row-\(pupil.row)", row: pupil.row, column: file.nameColumn, what: words(pupil), question: question,
        candidates: candidates.map {
          UnsureItem.Candidate(id: $0.pupil.id.text, what: candidates.count == 1 ? words($0) : wordsApart($0))
        }, mayBeNew: mayBeNew))
    versions += candidates.map(\.pupil.version)
  }

  /// Without a UPN that somebody else has and keeps.
  private mutating func without(_ holder: Int?, _ pupil: IncomingPupil, _ file: PupilFile) -> IncomingPupil {
    guard let holder, let upn = pupil.upn else { return pupil }
    warn(
      "The UPN \(upn.text) is that of \(kept[holder].pupil.listName), so it is left out of this row. Check both.",
      row: pupil.row, column: file.upnColumn)
    var pupil = pupil
    pupil.upn = nil
    return pupil
  }

  /// The same pupil in an earlier row.
  private mutating func duplicate(_ pupil: IncomingPupil, _ file: PupilFile) -> RefusedCell? {
    if let upn = pupil.upn {
      if let row = rowsByUPN[upn] {
        return RefusedCell(
          row: pupil.row, column: file.upnColumn,
          message: "Rows \(row) and \(pupil.row) have the same UPN. Take one of them out.")
      }
      rowsByUPN[upn] = pupil.row
    }
    guard let surname = pupil.surname, let forename = pupil.forename, let birthDay = pupil.birthDay else { return nil }
    let key = PupilMatcher.key(Folding.fold(surname), Folding.fold(forename), birthDay)
    guard let row = rowsByName[key] else {
      rowsByName[key] = pupil.row
      return nil
    }
    let other = file.pupils.first { $0.row == row }
    if let upn = pupil.upn, let otherUPN = other?.upn, upn != otherUPN {
      preview.warnings.append(
        ImportWarning(
          row: pupil.row, column: file.nameColumn,
          message: "Rows \(row) and \(pupil.row) have the same name and date of birth, and different UPNs. Check that "
            + "they are two children."))
      return nil
    }
    return RefusedCell(
      row: pupil.row, column: file.nameColumn,
      message: "Rows \(row) and \(pupil.row) have the same name and date of birth. Take one of them out.")
  }

  private mutating func add(_ pupil: IncomingPupil, _ file: PupilFile) {
    let namesakes = matcher.namesakes(of: pupil).filter { kept[$0].pupil.birthDay != pupil.birthDay }
    if let namesake = namesakes.first {
      preview.warnings.append(
        ImportWarning(
          row: pupil.row,
          message: "\(pupil.listName) is added as a new pupil: the one here of the same name was born on "
            + "\(kept[namesake].pupil.birthDay.words). Check the date of birth."))
    }
    let arrival = arrival(pupil)
    if refuse(arrival.pupil, row: pupil.row, file) { return }
    preview.new.append(
      ImportItem(row: pupil.row, what: words(pupil), changes: changes(of: arrival, pupil)))
    intake.new.append(arrival)
    warnOfYear(arrival.pupil, row: pupil.row)
  }

  private mutating func change(_ place: Int, _ pupil: IncomingPupil, _ file: PupilFile) {
    if let row = rowsByPlace[place] {
      preview.refused.append(
        RefusedCell(
          row: pupil.row, column: file.nameColumn,
          message: "Rows \(row) and \(pupil.row) are the same pupil here, \(kept[place].pupil.listName). Take one of "
            + "them out."))
      return
    }
    rowsByPlace[place] = pupil.row
    let same = kept[place]
    versions.append(same.pupil.version)
    let difference = PupilDifference(same, pupil, days)
    if refuse(difference.pupil, row: pupil.row, file) { return }
    preview.warnings += difference.warnings
    let item = ImportItem(
      row: pupil.row, id: same.pupil.id.text, what: words(same), changes: difference.changes)
    if difference.changes.isEmpty {
      preview.unchanged.append(item)
    } else {
      preview.changed.append(item)
      intake.changes.append(difference.change())
    }
  }

  private mutating func listMissing(_ file: PupilFile) {
    guard file.listsWholeSchool else { return }
    for (place, same) in kept.enumerated() where rowsByPlace[place] == nil && same.pupil.isOnRoll(on: days.known) {
      if mentioned.contains(place) { continue }
      if let upn = same.pupil.upn, file.refusedUPNs.contains(upn) { continue }
      preview.missing.append(ImportItem(row: nil, id: same.pupil.id.text, what: words(same)))
    }
  }
}
