import Domain

/// What a file says about one pupil. Nil is what it does not say, which changes nothing.
struct IncomingPupil: Sendable {
  /// As the user's spreadsheet counts; in a transfer file the pupil's number in the file.
  let row: Int
  var upn: UPN?
  var surname: String?
  var forename: String?
  var preferredForename: String?
  var birthDay: Day?
  var sex: String?
  var year: YearGroup?
  /// The day on which that year was true; nil: when changes begin.
  var yearOn: Day?
  var className: String?
  /// In order of their days; the last holds now.
  var statuses: [Status] = []
  var needs: Needs?
  /// The flags that the file speaks of, and those of them that it sets.
  var saidFlags: PupilFlags = []
  var flags: PupilFlags = []
  var joinedOn: Day?
  var leftOn: Day?
  /// The file's own day of changes.
  var changedOn: Day?
  var contacts: [ContactDetails] = []

  struct Status: Sendable {
    let status: RecordedStatus
    let from: Day?
  }

  enum Needs: Sendable {
    /// By rank: what the file does not rank stays.
    case ranked([Int: NeedType], from: Day?)
    /// All that the pupil has, in order of rank.
    case all([NeedType], from: Day?)
    /// With dates of their own, ended ones too.
    case dated([DatedNeed])
  }

  struct DatedNeed: Sendable, Hashable {
    let need: RankedNeed
    let from: Day?
    let until: Day?
  }

  init(row: Int) { self.row = row }

  mutating func say(_ flag: PupilFlags, _ value: Bool?) {
    guard let value else { return }
    saidFlags.insert(flag)
    if value { flags.insert(flag) } else { flags.remove(flag) }
  }

  /// `Hussain, Amina`, as far as the file says it.
  var listName: String {
    let called = preferredForename ?? forename
    return [surname, called].compactMap(\.self).joined(separator: ", ")
  }
}

/// What was read of a file of pupils, before anything is compared.
struct PupilFile: Sendable {
  var pupils: [IncomingPupil] = []
  var refused: [RefusedCell] = []
  var warnings: [ImportWarning] = []
  /// The UPNs of rows that were refused: their pupils are in the file, so they are not missing from it.
  var refusedUPNs: Set<UPN> = []
  /// Whether a pupil who is not in the file is missing from it.
  var listsWholeSchool = true
  /// What the file calls the fields that sentences name.
  var columns: [PupilField: String] = [:]

  func column(_ field: PupilField) -> String { columns[field] ?? field.title }
  var upnColumn: String { column(.upn) }
  var nameColumn: String { columns[.surname] ?? columns[.name] ?? PupilField.surname.title }
}
