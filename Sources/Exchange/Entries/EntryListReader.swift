import Domain
import Formats

/// What a file says of one entry, before its organisation is looked for.
struct IncomingEntry: Sendable {
  let row: Int
  /// As the file has it; nil: the viewer's own.
  let organisation: String?
  /// The key of its sector, where the file says one.
  let sector: String?
  let details: EntryDetails
}

/// What was read of a file of entries.
struct EntryFile: Sendable {
  var entries: [IncomingEntry] = []
  var refused: [RefusedCell] = []
  var warnings: [ImportWarning] = []
  var columns: [EntryField: String] = [:]

  func column(_ field: EntryField) -> String { columns[field] ?? field.title }
}

/// What the words of a file can mean in an area.
struct EntrySurroundings: Sendable {
  let framework: Framework
  let specialisms: [(position: Int, specialism: Specialism)]
  let sectors: [Sector]
  let localities: [Locality]
}

/// Reads entries, one a row.
struct EntryListReader {
  private let here: EntrySurroundings
  private let list: MappedList<EntryField>
  private var file = EntryFile()

  static func read(_ table: Table, _ mapping: ColumnMapping, _ here: EntrySurroundings) throws -> EntryFile {
    var reader = try EntryListReader(table, mapping, here)
    for row in reader.list.rows { reader.read(row) }
    return reader.file
  }

  private init(_ table: Table, _ mapping: ColumnMapping, _ here: EntrySurroundings) throws {
    self.here = here
    list = MappedList(table, mapping)
    guard list.has(.description) else {
      throw Refusal.invalid("Trellis found no column that says what happens. Say which it is.", field: "description")
    }
    guard list.has(.cells) || (list.has(.strand) && list.has(.level)) else {
      throw Refusal.invalid(
        "Trellis found no column with the cells, such as “Family support Universal” or “FS1”, and none with strand and "
          + "level. Say which they are.", field: "cells")
    }
    for field in EntryField.allCases where list.has(field) { file.columns[field] = list.heading(field) }
    if !list.has(.cells) { file.columns[.cells] = list.heading(.strand) }
  }

  private mutating func read(_ row: ImportRow<EntryField>) {
    var row = row
    var details = EntryDetails(
      row.read(.kind, Self.kind) { "“\($0)” is neither a provision nor a gap." } ?? .provision)
    details.title = row.text(.title).map(CellReading.words) ?? ""
    details.description = row.text(.description) ?? ""
    details.cells = cells(&row)
    details.specialisms = specialisms(&row)
    details.audience = row.text(.audience) ?? ""
    details.ageFrom = row.count(.ageFrom, 0...25)
    details.ageUntil = row.count(.ageUntil, 0...25)
    details.localities = localities(&row)
    details.place = row.text(.place) ?? ""
    details.frequency = row.text(.frequency) ?? ""
    details.reach = row.count(.reach, 0...1_000_000)
    details.capacity = row.count(.capacity, 0...1_000_000)
    details.cost = row.read(.cost, { Pence(typed: $0) }) { "“\($0)” is not an amount in pounds, such as 12,500." }
    details.funder = row.text(.funder) ?? ""
    details.evidence = row.text(.evidence) ?? ""
    details.effect = row.text(.effect) ?? ""
    details.affected = row.count(.affected, 0...1_000_000)
    details.suggestion = row.text(.suggestion) ?? ""
    details.isPublicByAuthor = row.yesOrNo(.isPublic) ?? false
    let sector = row.read(.sector, sector) { "There is no sector “\($0)” in this project." }
    do {
      details = try details.checked(forSending: true)
    } catch {
      for refusal in error.all { row.refuse(Self.field(refusal.field), refusal.sentence) }
    }
    if row.refused.isEmpty, let sentence = PersonalData.sentence(PersonalData.found(in: details.searchable)) {
      row.warn(.description, sentence)
    }
    file.warnings += row.warnings
    file.refused += row.refused
    if row.refused.isEmpty {
      file.entries.append(
        IncomingEntry(
          row: row.number, organisation: row.text(.organisation).map(CellReading.words), sector: sector,
          details: details))
    }
  }

  private static func kind(_ text: String) -> EntryKind? {
    switch Folding.fold(text) {
    case "provision", "p", "support", "offer", "provisions": .provision
    case "gap", "g", "gaps", "missing", "need": .gap
    default: nil
    }
  }

  /// All of them, parted by `;`; or strand and level of columns of their own.
  private func cells(_ row: inout ImportRow<EntryField>) -> Cells {
    var cells = Cells()
    for name in Self.several(row.text(.cells)) {
      guard let cell = here.framework.cell(named: name) else {
        row.refuse(
          .cells,
          "“\(CellReading.short(name))” is no cell. Write a strand and a level, such as “Family support Universal”, or "
            + "“FS1”; several with ; between them.")
        return cells
      }
      cells.insert(cell)
    }
    guard cells.isEmpty, let strand = row.text(.strand), let level = row.text(.level) else { return cells }
    guard let cell = here.framework.cell(named: "\(strand) \(level)") else {
      row.refuse(.strand, "“\(CellReading.short(strand))” and “\(CellReading.short(level))” are no strand and level.")
      return cells
    }
    cells.insert(cell)
    return cells
  }

  /// By name, or the key; an area with a single one needs no column.
  private func specialisms(_ row: inout ImportRow<EntryField>) -> Specialisms {
    var found = Specialisms()
    let names = Self.several(row.text(.specialisms))
    if names.isEmpty, here.specialisms.count == 1 { return Specialisms([here.specialisms[0].position]) }
    for name in names {
      let folded = Folding.fold(name)
      let match = here.specialisms.first {
        Folding.fold($0.specialism.name) == folded || Folding.fold($0.specialism.key) == folded
      }
      guard let match else {
        let known = here.specialisms.map(\.specialism.name).joined(separator: "; ")
        row.refuse(.specialisms, "“\(CellReading.short(name))” is not asked about here, but: \(known).")
        return found
      }
      found.insert(match.position)
    }
    return found
  }

  private func localities(_ row: inout ImportRow<EntryField>) -> Set<ID<Locality>> {
    var found: Set<ID<Locality>> = []
    for name in Self.several(row.text(.localities)) {
      let folded = Folding.fold(name)
      guard let match = here.localities.first(where: { Folding.fold($0.name) == folded || $0.code == name }) else {
        row.refuse(.localities, "There is no locality “\(CellReading.short(name))” in this project.")
        return found
      }
      found.insert(match.id)
    }
    return found
  }

  private func sector(_ text: String) -> String? {
    let folded = Folding.fold(text)
    return here.sectors.first { Folding.fold($0.name) == folded || Folding.fold($0.key) == folded }?.key
  }

  private static func several(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { CellReading.words(String($0)) }.filter {
      !$0.isEmpty
    }
  }

  private static func field(_ key: String?) -> EntryField {
    switch key {
    case "specialisms": .specialisms
    default: key.flatMap(EntryField.init(rawValue:)) ?? .description
    }
  }
}
