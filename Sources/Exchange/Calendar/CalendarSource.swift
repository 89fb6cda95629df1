import Domain
import SQL
import Store

/// A file of terms and closures, to be compared with the school's calendar. It replaces the academic years that its terms
/// belong to, each by its last day: what else is kept in them would be taken out, and is shown as such. Other years stay.
struct CalendarSource: ImportSource {
  let file: CalendarFile

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let calendars = SchoolCalendars(asking.viewer, connection)
    let terms = file.terms
    let years = Set(terms.map(\.academicYear))
    let allTerms = terms + (try calendars.terms().map(\.term))
    let replaced = years.map { (year: $0, days: $0.days(among: allTerms)) }
    func isReplaced(_ period: Period) -> Bool { replaced.contains { $0.days.overlaps(period) } }
    func year(of closure: Period) -> AcademicYear {
      replaced.first { $0.days.contains(closure.from) }?.year ?? AcademicYear(containing: closure.from)
    }
    var kept = try kept(calendars, years)
    var preview = ImportPreview()
    preview.refused = file.refused
    preview.warnings = file.warnings
    var added: [CalendarFile.Entry] = []
    // Closures of years that stay, which the file moves or renames.
    var moved: [(closure: Closure, id: ID<Closure>)] = []
    for entry in file.entries {
      guard let place = kept.firstIndex(where: { $0.isTheSame(as: entry, year) }) else {
        preview.new.append(
          ImportItem(row: entry.row, what: entry.words, changes: [FieldChange("Days", to: entry.period.words)]))
        added.append(entry)
        continue
      }
      let old = kept.remove(at: place)
      let changes = old.changes(to: entry)
      let item = ImportItem(row: entry.row, id: old.id, what: entry.words, changes: changes)
      if changes.isEmpty { preview.unchanged.append(item) } else { preview.changed.append(item) }
      if !changes.isEmpty, !old.isTerm, !isReplaced(old.period), let id = ID<Closure>(old.id) {
        moved.append((entry.closure, id))
      }
    }
    for old in kept where old.isTerm || isReplaced(old.period) {
      preview.changed.append(
        ImportItem(
          row: nil, id: old.id, what: old.words, changes: [FieldChange("Days", from: old.period.words, to: nil)]))
    }
    let (isEmpty, newEntries, moves) = (preview.isEmpty, added, moved)
    return ImportPlan(preview: preview) { _, connection in
      if isEmpty { return }
      let calendars = SchoolCalendars(asking.viewer, connection)
      if !terms.isEmpty {
        try calendars.replace(
          terms: terms,
          closures: file.entries.filter { !$0.isTerm && isReplaced($0.period) }.map(\.closure))
        try calendars.markChecked()
      }
      for move in moves where !isReplaced(move.closure.period) { try calendars.put(move.closure, id: move.id) }
      for entry in newEntries where !entry.isTerm && !isReplaced(entry.period) { try calendars.put(entry.closure) }
    }
  }

  /// The terms of `years`, and every closure.
  private func kept(_ calendars: SchoolCalendars, _ years: Set<AcademicYear>) throws -> [Kept] {
    let terms = try calendars.terms().filter { years.contains($0.academicYear) }.map {
      Kept(id: $0.id.text, name: $0.term.name, isTerm: true, period: $0.term.period)
    }
    let closures = try calendars.closures().map {
      Kept(id: $0.id.text, name: $0.closure.name, isTerm: false, period: $0.closure.period)
    }
    return terms + closures
  }
}

/// A term or closure as it is kept.
private struct Kept {
  let id: String
  let name: String
  let isTerm: Bool
  let period: Period

  /// The same days, whatever the name; or the same name in the same academic year.
  func isTheSame(as entry: CalendarFile.Entry, _ yearOfClosure: (Period) -> AcademicYear) -> Bool {
    guard isTerm == entry.isTerm else { return false }
    if period == entry.period { return true }
    guard Folding.fold(name) == Folding.fold(entry.name) else { return false }
    if let term = entry.term { return Term(name: name, period: period).academicYear == term.academicYear }
    return yearOfClosure(period) == yearOfClosure(entry.period)
  }

  func changes(to entry: CalendarFile.Entry) -> [FieldChange] {
    var changes: [FieldChange] = []
    if name != entry.name { changes.append(FieldChange(CalendarField.name.title, from: name, to: entry.name)) }
    if period != entry.period {
      changes.append(FieldChange("Days", from: period.words, to: entry.period.words))
    }
    return changes
  }

  var words: String { isTerm ? name : "\(name) (closed)" }
}

extension CalendarFile {
  fileprivate var terms: [Term] { entries.compactMap(\.term) }
}

extension CalendarFile.Entry {
  fileprivate var term: Term? { isTerm ? Term(name: name, period: period) : nil }
  fileprivate var words: String { isTerm ? name : "\(name) (closed)" }
  fileprivate var closure: Closure { Closure(name: name, period: period) }
}
