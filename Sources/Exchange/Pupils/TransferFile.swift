import Domain
import Formats

/// The Common Transfer File, with which schools in England send pupils' records to one another (DfE; a version each
/// year). It is read leniently: elements that are not known are passed over.
enum TransferFile {
  /// The versions that systems read from a day on: the year's own and the one before.
  private static let versions: [(from: Day, current: Int)] = [
    (Day(2024, 9, 1)!, 24), (Day(2025, 9, 1)!, 25),
  ]

  /// The current version on `day`, and the one before it.
  static func readableVersions(on day: Day) -> (current: Int, previous: Int) {
    let current = (versions.last { $0.from <= day } ?? versions[0]).current
    return (current, current - 1)
  }

  /// Refuses XML of another kind.
  static func read(_ bytes: [UInt8], on today: Day, _ progress: (Int, Int) -> Void) throws -> PupilFile {
    let root = try SafeXML.read(bytes, limits: .init(bytes: 64 << 20))
    guard root.name.lowercased() == "ctfile" else {
      throw Refusal.invalid(
        "This is an XML file, but not a Common Transfer File. Its outermost element is “\(CellReading.short(root.name))” "
          + "and not “CTfile”.", field: "file")
    }
    var file = PupilFile()
    file.columns = columns
    let header = root.child("Header")
    if let warning = versionWarning(header?.text("CTFversion"), on: today) {
      file.warnings.append(ImportWarning(message: warning))
    }
    file.listsWholeSchool = header?.text("DocumentQualifier")?.lowercased() == "full"
    let yearOn = yearDay(header)
    let pupils = root.element("CTFpupilData")?.children("Pupil") ?? []
    if pupils.isEmpty { throw Refusal.invalid("There are no pupils in this transfer file.", field: "file") }
    for (index, element) in pupils.enumerated() {
      var reader = TransferredPupil(element, row: index + 1, yearOn: yearOn)
      reader.read()
      file.take(reader.pupil, reader.refused, reader.warnings)
      if index % 200 == 199 { progress(index + 1, pupils.count) }
    }
    return file
  }

  /// What sentences call the fields: the elements' names.
  private static let columns: [PupilField: String] = [
    .upn: "UPN", .surname: "Surname", .forename: "Forename", .birthDay: "DOB", .sex: "Sex", .year: "NCyearActual",
    .status: "SENprovision", .statusFrom: "StartDate", .needs: "SENtype", .needsFrom: "NeedStartDate",
    .freeMeals: "FSMhistory", .inCare: "InCare", .eal: "Languages",
  ]

  private static func versionWarning(_ text: String?, on today: Day) -> String? {
    let (current, previous) = readableVersions(on: today)
    let number = text.flatMap { Int($0.split(separator: ".").first ?? "") }
    if number == current || number == previous { return nil }
    return
      "This transfer file is of version \(text ?? "unknown"). Trellis knows versions \(previous) and \(current): check "
      + "what it makes of this one."
  }

  /// The day on which the file's year groups were true: the first of the source school's academic year.
  private static func yearDay(_ header: SafeXML.Element?) -> Day? {
    if let year = header?.text("SourceSchool", "AcademicYear").flatMap({ Int($0) }), let day = Day(year, 9, 1) {
      return day
    }
    return header?.text("DateTime").flatMap { Day(typed: $0) }
  }
}

extension PupilFile {
  mutating func take(_ pupil: IncomingPupil, _ refused: [RefusedCell], _ warnings: [ImportWarning]) {
    self.warnings += warnings
    if refused.isEmpty {
      pupils.append(pupil)
    } else {
      self.refused += refused
      if let upn = pupil.upn { refusedUPNs.insert(upn) }
    }
  }
}
