import Domain
import Formats

/// Reads a list of pupils whose columns have been mapped.
struct PupilListReader {
  let list: MappedList<PupilField>
  private(set) var file = PupilFile()
  /// Of a list with one row per need, whom the rows that were refused are about.
  private var refusedKeys: Set<String> = []

  static func read(_ table: Table, _ mapping: ColumnMapping, _ progress: (Int) -> Void) throws -> PupilFile {
    var reader = try PupilListReader(table, mapping)
    return reader.read(progress)
  }

  private init(_ table: Table, _ mapping: ColumnMapping) throws(Refusal) {
    list = MappedList(table, mapping)
    guard list.has(.upn) || list.has(.name) || (list.has(.surname) && list.has(.forename)) else {
      throw .invalid(
        "Trellis found no column with UPNs and none with surnames and forenames. Say which columns they are, or check "
          + "that this is a list of pupils.", field: "surname")
    }
    for field in PupilField.allCases where list.has(field) { file.columns[field] = list.heading(field) }
    if list.has(.needRank), !isOfNeeds {
      file.warnings.append(
        ImportWarning(
          column: list.heading(.needRank),
          message: "The column “\(list.heading(.needRank))” is not used, since each need has a column of its own."))
    }
  }

  private mutating func read(_ progress: (Int) -> Void) -> PupilFile {
    file.pupils.reserveCapacity(list.table.rows.count)
    for (index, row) in list.rows.enumerated() {
      read(row)
      if index % 500 == 499 { progress(index + 1) }
    }
    if isOfNeeds { file.mergeNeeds(without: refusedKeys) }
    return file
  }

  /// Whether each row says one need, with its rank beside it.
  var isOfNeeds: Bool { list.has(.needRank) && PupilField.rankedNeeds.count(where: list.has) < 2 }

  private mutating func read(_ row: ImportRow<PupilField>) {
    var row = row
    var pupil = IncomingPupil(row: row.number)
    readIdentity(&row, &pupil)
    if let text = row.text(.year), ["x", "not followed", "n a"].contains(Folding.fold(text)) {
      row.warn(.year, "“\(CellReading.short(text))” is no year of the national curriculum, and is left out.")
    } else {
      pupil.year = row.read(.year, { YearGroup(typed: $0) ?? PupilListReader.year(ofClass: $0) }) {
        "“\($0)” is not a year group. Write it as 3, Year 3 or R."
      }
    }
    pupil.className = row.text(.className).map(CellReading.words)
    if let name = pupil.className, name.count > 50 {
      row.refuse(.className, "“\(CellReading.short(name))” is too long for the name of a class.")
    }
    pupil.changedOn = row.day(.changedOn)
    readStatus(&row, &pupil)
    readNeeds(&row, &pupil)
    readFlags(&row, &pupil)
    pupil.joinedOn = row.day(.joinedOn)
    pupil.leftOn = row.day(.leftOn)
    if let joined = pupil.joinedOn, let left = pupil.leftOn, left < joined {
      row.refuse(.leftOn, "This leaving date is before the admission date.")
    }
    if isOfNeeds, !row.refused.isEmpty { refusedKeys.formUnion(PupilFile.keys(of: pupil)) }
    file.take(pupil, row.refused, row.warnings)
  }

  /// Some systems write the class where the year is meant: `3A`, `Year 10 B`.
  private static func year(ofClass text: String) -> YearGroup? {
    var text = CellReading.words(text)
    guard let letter = text.popLast(), letter.isASCII, letter.isLetter, text.contains(where: \.isNumber) else {
      return nil
    }
    return YearGroup(typed: String(text))
  }

  private func readIdentity(_ row: inout ImportRow<PupilField>, _ pupil: inout IncomingPupil) {
    if let text = row.text(.upn), !CellReading.saysNothing(text) {
      pupil.upn = row.read(.upn, UPN.init) {
        "“\($0)” is not a UPN: a letter, eleven digits, and a digit or letter, 13 characters in all."
      }
    }
    if let upn = pupil.upn, !upn.hasRightCheckLetter {
      row.warn(
        .upn, "The UPN \(upn.text) has the wrong check letter (it should begin with \(upn.checkLetter)). Check it.")
    }
    if let text = row.text(.name) {
      let name = row.read(.name, CellReading.name) { "“\($0)” is one word: write “Surname, Forename”." }
      pupil.surname = name?.surname
      pupil.forename = name?.forename
      if !text.contains(",") && text.split(separator: " ").count > 2 && !list.has(.surname) {
        row.warn(.name, "“\(CellReading.short(text))” is taken as the surname “\(name?.surname ?? "")”. Check it.")
      }
    }
    pupil.surname = row.text(.surname).map(CellReading.words) ?? pupil.surname
    pupil.forename = row.text(.forename).map(CellReading.words) ?? pupil.forename
    pupil.preferredForename = row.text(.preferredForename).map(CellReading.words)
    for (field, name) in [(PupilField.surname, pupil.surname), (.forename, pupil.forename)] {
      if let name, name.count > 100 { row.refuse(field, "“\(CellReading.short(name))” is too long for a name.") }
    }
    pupil.birthDay = row.day(.birthDay)
    if let born = pupil.birthDay, born.year < 1980 || born.year > 2080 {
      row.refuse(.birthDay, "Nobody at school was born on \(born.words).")
    }
    pupil.sex = row.read(.sex, Self.sex) { "“\($0)” is neither M nor F." }.flatMap(\.self)
  }

  /// `F` or `M`; nil inside for words that say that the school does not say.
  private static func sex(_ text: String) -> String?? {
    switch text.lowercased() {
    case "f", "female", "girl": "F"
    case "m", "male", "boy": "M"
    case "u", "x", "unknown", "not known", "not specified", "other", "prefer not to say": .some(nil)
    default: nil
    }
  }

  private func readFlags(_ row: inout ImportRow<PupilField>, _ pupil: inout IncomingPupil) {
    pupil.say(.eal, row.read(.eal, Self.isEAL) { "“\($0)” does not say whether English is an additional language." })
    pupil.say(.freeMeals, row.read(.freeMeals, Self.entitlement) { "“\($0)” is neither yes nor no." })
    pupil.say(.pupilPremium, row.read(.pupilPremium, Self.entitlement) { "“\($0)” is neither yes nor no." })
    pupil.say(.inCare, row.read(.inCare, Self.care) { "“\($0)” is neither yes nor no." })
    pupil.say(.watch, row.yesOrNo(.watch))
  }

  /// Yes or no, or a first language: the census counts as EAL whose first language is known or believed to be another
  /// than English.
  static func isEAL(_ text: String) -> Bool? {
    if let answer = CellReading.yesOrNo(text) { return answer }
    let folded = Folding.fold(text)
    if folded == "eal" || folded == "additional" { return true }
    if ["eng", "enb", "english", "believed to be english", "not eal"].contains(folded) { return false }
    if ["notobtained", "not obtained", "refused", "not known", "unknown", "zzz", "nob", "ref"].contains(folded) {
      return false
    }
    return folded.count >= 3 && folded.allSatisfy { $0.isLetter || $0 == " " } ? true : nil
  }

  /// Yes or no, or the reason for which a system says yes: `FSM6`, `Ever 6`, `Service child`, `Deprivation`.
  static func entitlement(_ text: String) -> Bool? {
    if let answer = CellReading.yesOrNo(text) { return answer }
    let folded = Folding.fold(text)
    if folded.hasPrefix("not ") || folded.hasPrefix("no ") { return false }
    let reasons = [
      "fsm", "ever 6", "ever6", "service", "deprivation", "pp", "ppg", "pupil premium", "lac", "post lac", "eligible",
      "adopted", "free", "pla",
    ]
    return reasons.contains { folded == $0 || folded.hasPrefix($0 + " ") || folded == $0 + "6" } ? true : nil
  }

  static func care(_ text: String) -> Bool? {
    if let answer = CellReading.yesOrNo(text) { return answer }
    let folded = Folding.fold(text)
    if folded.hasPrefix("not ") || folded.hasPrefix("ever ") || folded.hasPrefix("previously") { return false }
    return ["lac", "cla", "cic", "in care", "looked after", "in la care", "child looked after"].contains(folded)
      || folded.hasPrefix("in care") || folded.hasPrefix("looked after") ? true : nil
  }
}
