import Domain
import Formats

/// Reads a list with one row for each pupil in a group. Rows that say the same of the group are one group; a row that says
/// nothing of it belongs to the group above.
struct GroupListReader {
  let list: MappedList<GroupField>
  var file = GroupFile()
  /// By the name and what the cells say of the group, its place in `file`; nil for one that cannot be taken.
  private var places: [[String]: (place: Int?, row: Int)] = [:]
  private var last: [String]?

  static func read(_ table: Table, _ mapping: ColumnMapping, _ progress: (Int) -> Void) throws -> GroupFile {
    var reader = try GroupListReader(table, mapping)
    for (index, row) in reader.list.rows.enumerated() {
      reader.read(row)
      if index % 500 == 499 { progress(index + 1) }
    }
    return reader.file
  }

  private init(_ table: Table, _ mapping: ColumnMapping) throws {
    list = MappedList(table, mapping)
    guard list.has(.name) else {
      throw Refusal.invalid(
        "Trellis found no column that says what is provided. Say which it is, or check that this is a list of groups.",
        field: "provision")
    }
    for field in GroupField.allCases where list.has(field) { file.columns[field] = list.heading(field) }
  }

  private mutating func read(_ row: ImportRow<GroupField>) {
    var row = row
    guard let key = key(row) else {
      row.refuse(.name, "Give the provision a name.")
      return finish(row)
    }
    if let known = places[key] {
      guard let place = known.place else {
        row.refuse(.name, "It belongs to the group of row \(known.row), which cannot be taken.")
        return finish(row)
      }
      file.groups[place].rows.append(row.number)
      readRow(&row, into: &file.groups[place])
      return finish(row)
    }
    var group = IncomingGroup(row: row.number, name: row.text(.name).map(CellReading.words) ?? "")
    readGroup(&row, &group)
    if row.refused.isEmpty {
      readRow(&row, into: &group)
      places[key] = (file.groups.count, row.number)
      file.groups.append(group)
    } else {
      places[key] = (nil, row.number)
      file.namesNotTaken.insert(Folding.fold(group.name))
    }
    finish(row)
  }

  /// The name with all that the row says of the group; that of the group above where it says nothing.
  private mutating func key(_ row: ImportRow<GroupField>) -> [String]? {
    let said = GroupField.ofGroup.map { row.text($0).map(Folding.fold) ?? "" }
    guard let name = row.text(.name).map(Folding.fold), !name.isEmpty else {
      return said.allSatisfy(\.isEmpty) ? last : nil
    }
    let key = [name] + said
    if said.allSatisfy(\.isEmpty), places[key] == nil, let last, last[0] == name { return last }
    last = key
    return key
  }

  private mutating func finish(_ row: ImportRow<GroupField>) {
    file.refused += row.refused
    file.warnings += row.warnings
  }

  /// What a row says of one pupil, or of one thing bought.
  private func readRow(_ row: inout ImportRow<GroupField>, into group: inout IncomingGroup) {
    let places = readPlaces(&row)
    let item = readItem(&row)
    guard row.refused.isEmpty else { return }
    group.places += places
    if let item, !group.items.contains(where: { $0.item == item }) {
      group.items.append(IncomingGroup.Item(row: row.number, item: item))
    }
  }

  private func readPlaces(_ row: inout ImportRow<GroupField>) -> [IncomingGroup.Place] {
    let from = row.day(.pupilFrom)
    let until = row.day(.pupilUntil)
    if let from, let until, until < from { row.refuse(.pupilUntil, "The last day is before the first.") }
    let field: GroupField = list.has(.pupil) ? .pupil : list.has(.surname) ? .surname : .upn
    var place = IncomingGroup.Place(row: row.number, column: row.column(field))
    place.birthDay = row.day(.birthDay)
    place.className = row.text(.className)
    place.from = from
    place.until = until
    place.funding = row.text(.funding).map(CellReading.words)
    place.upn = row.read(.upn, UPN.init) { "“\($0)” is not a UPN." }
    var names: [String] = []
    if let surname = row.text(.surname) {
      names = [[surname, row.text(.forename)].compactMap(\.self).joined(separator: ", ")]
    } else if let text = row.text(.pupil) {
      names = text.split(whereSeparator: { ";\n".contains($0) }).map { CellReading.words(String($0)) }
    }
    if names.isEmpty { return place.upn == nil ? [] : [place] }
    return names.filter { !$0.isEmpty }.map { name in
      var named = place
      if let upn = UPN(name) { named.upn = upn } else { named.name = WrittenName(name) }
      return named
    }
  }

  private func readItem(_ row: inout ImportRow<GroupField>) -> NewItem? {
    let day = row.day(.itemDay)
    let cost = row.read(.cost, { Pence(typed: $0) }) { "“\($0)” is not an amount of money. Write it as 48.00." }
    guard let name = row.text(.item).map(CellReading.words) else {
      if cost != nil { row.refuse(.item, "Say what was bought for this cost.") }
      return nil
    }
    guard let cost else {
      if row.refused.isEmpty { row.refuse(.cost, "Say what “\(CellReading.short(name))” cost.") }
      return nil
    }
    do {
      return try NewItem(name, cost: cost, day: day).checked()
    } catch {
      row.refuse(.item, error.sentence)
      return nil
    }
  }
}
