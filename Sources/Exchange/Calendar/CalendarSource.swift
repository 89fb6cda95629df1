import Domain
import SQL
import Store

/// A file of terms and closures, to be compared with the school's calendar. It replaces the academic years in which its
/// terms begin: what else is kept in them would be taken out, and is shown as such. Other years stay.
struct CalendarSource: ImportSource {
  let file: CalendarFile

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let terms = file.entries.filter(\.isTerm)
    let years = Set(terms.map { AcademicYear(containing: $0.period.from) })
    func isReplaced(_ period: Period) -> Bool { years.contains { $0.period.overlaps(period) } }
    var kept = try kept(asking.viewer, years, connection)
    var preview = ImportPreview()
    preview.refused = file.refused
    preview.warnings = file.warnings
    var added: [CalendarFile.Entry] = []
    for entry in file.entries {
      guard let place = kept.firstIndex(where: { $0.isTheSame(as: entry) }) else {
        preview.new.append(
          ImportItem(row: entry.row, what: entry.words, changes: [FieldChange("Days", to: entry.period.words)]))
        added.append(entry)
        continue
      }
      let old = kept.remove(at: place)
      let changes = old.changes(to: entry)
      let item = ImportItem(row: entry.row, id: old.id, what: entry.words, changes: changes)
      if changes.isEmpty { preview.unchanged.append(item) } else { preview.changed.append(item) }
    }
    for old in kept where isReplaced(old.period) {
      preview.changed.append(
        ImportItem(
          row: nil, id: old.id, what: old.words, changes: [FieldChange("Days", from: old.period.words, to: nil)]))
    }
    let (isEmpty, newEntries) = (preview.isEmpty, added)
    return ImportPlan(preview: preview) { _, connection in
      if isEmpty { return }
      let calendars = SchoolCalendars(asking.viewer, connection)
      if !terms.isEmpty {
        try calendars.replace(
          terms: terms.map { Term(name: $0.name, period: $0.period) },
          closures: file.entries.filter { !$0.isTerm && isReplaced($0.period) }.map(\.closure))
        try calendars.markChecked()
      }
      for entry in newEntries where !entry.isTerm && !isReplaced(entry.period) { try calendars.put(entry.closure) }
    }
  }

  /// The terms of `years`, and every closure.
  private func kept(_ viewer: Viewer, _ years: Set<AcademicYear>, _ connection: any Connection) throws -> [Kept] {
    let calendars = SchoolCalendars(viewer, connection)
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
  func isTheSame(as entry: CalendarFile.Entry) -> Bool {
    guard isTerm == entry.isTerm else { return false }
    if period == entry.period { return true }
    return Folding.fold(name) == Folding.fold(entry.name)
      && AcademicYear(containing: period.from) == AcademicYear(containing: entry.period.from)
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

extension CalendarFile.Entry {
  fileprivate var words: String { isTerm ? name : "\(name) (closed)" }
  fileprivate var closure: Closure { Closure(name: name, period: period) }
}
