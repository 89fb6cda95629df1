import Domain
import Store

/// What a file says of a kept pupil that differs from what is kept. What the file does not say differs in nothing.
struct PupilDifference {
  let same: KeptPupil
  let incoming: IncomingPupil
  let days: ImportDays
  private(set) var changes: [FieldChange] = []
  private(set) var warnings: [ImportWarning] = []
  private(set) var pupil: Pupil
  private var facts: PupilFacts
  private var contacts: [ContactDetails] = []

  init(_ same: KeptPupil, _ incoming: IncomingPupil, _ days: ImportDays) {
    self.same = same
    self.incoming = incoming
    self.days = days
    pupil = same.pupil
    facts = same.facts
    compareRow()
    compareClass()
    compareStatus()
    compareNeeds()
    compareContacts()
    warnOfLeaver()
  }

  func change() -> PupilIntake.Change {
    func words(_ side: KeyPath<FieldChange, String?>) -> [String: String] {
      Dictionary(changes.map { ($0.field, $0[keyPath: side] ?? "") }) { first, _ in first }
    }
    return PupilIntake.Change(
      same, pupil: pupil, facts: facts, contacts: contacts, before: words(\.from).filter { !$0.value.isEmpty },
      after: words(\.to))
  }

  private mutating func compareRow() {
    let old = same.pupil
    let upn = compared(.upn, old.upn?.text, incoming.upn?.text).flatMap { UPN($0) }
    let surname = compared(.surname, old.surname, incoming.surname.map { Self.calm($0, old.surname) }) ?? old.surname
    let forename =
      compared(.forename, old.forename, incoming.forename.map { Self.calm($0, old.forename) }) ?? old.forename
    let preferred = comparedPreferred(forename)
    let born = compared(.birthDay, old.birthDay.iso, incoming.birthDay?.iso).flatMap { Day(iso: $0) } ?? old.birthDay
    let sex = compared(.sex, old.sex, incoming.sex)
    let flags = comparedFlags()
    let joined = compared(.joinedOn, old.joinedOn.iso, incoming.joinedOn?.iso).flatMap { Day(iso: $0) } ?? old.joinedOn
    let left = compared(.leftOn, old.leftOn?.iso, incoming.leftOn?.iso).flatMap { Day(iso: $0) }
    pupil = Pupil(
      id: old.id, upn: upn, surname: surname, forename: forename, preferredForename: preferred, birthDay: born,
      sex: sex,
      flags: flags, joinedOn: joined, leftOn: left, leftFor: old.leftFor, yearShifts: comparedYear(bornOn: born),
      version: old.version)
  }

  /// What is kept, or what the file says where that differs, which is noted.
  private mutating func compared(_ field: PupilField, _ old: String?, _ said: String?) -> String? {
    guard let said, said != old else { return old }
    note(field, old, said)
    return said
  }

  private mutating func note(_ field: PupilField, _ old: String?, _ new: String?, begins: Day? = nil) {
    changes.append(FieldChange(field.title, from: old, to: new, begins: begins?.iso))
  }

  /// Systems shout surnames, people type them small, and neither has curved apostrophes: what differs in nothing else stays
  /// as it is kept.
  private static func calm(_ said: String, _ old: String) -> String {
    let (saidStraight, oldStraight) = (said.replacing("’", with: "'"), old.replacing("’", with: "'"))
    if saidStraight == oldStraight { return old }
    let hasOneCase = said == said.uppercased() || said == said.lowercased()
    return hasOneCase && saidStraight.lowercased() == oldStraight.lowercased() ? old : said
  }

  /// A preferred forename that is the forename says that there is none.
  private mutating func comparedPreferred(_ forename: String) -> String? {
    let old = same.pupil.preferredForename
    guard let said = incoming.preferredForename.map({ Self.calm($0, old ?? forename) }) else { return old }
    let preferred = said == forename ? nil : said
    if preferred != old { note(.preferredForename, old, said) }
    return preferred
  }

  private mutating func comparedFlags() -> PupilFlags {
    var flags = same.pupil.flags
    for (flag, name) in PupilFlags.named where incoming.saidFlags.contains(flag) {
      let (old, new) = (flags.contains(flag), incoming.flags.contains(flag))
      if old == new { continue }
      changes.append(FieldChange(name, from: old ? "yes" : "no", to: new ? "yes" : "no"))
      if new { flags.insert(flag) } else { flags.remove(flag) }
    }
    return flags
  }

  /// How far from the year of its age the child is taught, from when the file counts.
  private mutating func comparedYear(bornOn born: Day) -> Timeline<Int> {
    let old = same.pupil.taught
    guard let year = incoming.year else { return old.shifts }
    let from = incoming.changedOn ?? days.effective
    let known = max(days.known, from)
    let shift = year.number - YearGroup(bornOn: born, on: incoming.yearOn ?? from).number
    guard shift != old.shift(on: known) else { return old.shifts }
    note(.year, old.year(on: incoming.yearOn ?? known).name, year.name, begins: from)
    return Timeline(FactChange.facts(old.shifts.facts, to: shift, from: from, known: known))
  }

  private mutating func compareClass() {
    guard let name = incoming.className else { return }
    let from = incoming.changedOn ?? days.effective
    let known = max(days.known, from)
    guard facts.className(on: known) != name else { return }
    note(.className, facts.className(on: known), name, begins: from)
    facts.classes = Timeline(FactChange.facts(facts.classes.facts, to: name, from: from, known: known))
    warnOfLater(.className, facts.classes, from: from) { $0 }
  }

  private mutating func compareStatus() {
    guard let said = incoming.statuses.last else { return }
    let from = said.from ?? incoming.changedOn ?? days.effective
    let known = max(days.known, from)
    let old = facts.status(on: known)
    guard old != said.status.status else { return }
    note(.status, old.name, said.status.status.name, begins: from)
    facts.statuses = Timeline(FactChange.facts(facts.statuses.facts, to: said.status, from: from, known: known))
    warnOfLater(.status, facts.statuses, from: from) { $0.status.name }
    if incoming.needs == nil { facts.dropUnfittingNeeds(from: from, known: known) }
  }

  private mutating func compareNeeds() {
    guard let said = incoming.needs else { return }
    let change = NeedChange(said, facts.needs, incoming.changedOn ?? days.effective, days.known)
    guard Set(change.new) != Set(change.old) else { return }
    note(.needs, PupilComparison.words(change.old), PupilComparison.words(change.new) ?? "none", begins: change.begins)
    facts.needs = change.timeline
  }

  /// What is recorded to begin later stays: then what the file says ends before it, which nobody would expect who gave a day
  /// that is past.
  private mutating func warnOfLater<Value>(
    _ field: PupilField, _ timeline: Timeline<Value>, from: Day, _ words: (Value) -> String
  ) {
    guard let later = timeline.facts.first(where: { $0.span.from > from }) else { return }
    warnings.append(
      ImportWarning(
        row: incoming.row,
        message:
          "\(same.pupil.listName): “\(field.title)” will hold until \(later.span.from.previous.words) only. From "
          + "\(later.span.from.words) on \(words(later.value)) is recorded already, and stays."))
  }

  private mutating func compareContacts() {
    contacts = incoming.contacts.filter { !same.contacts.contains(Folding.fold($0.name)) }
    for contact in contacts { changes.append(FieldChange("Contact", to: contact.name)) }
  }

  private mutating func warnOfLeaver() {
    guard let left = same.pupil.leftOn, left < days.known, incoming.leftOn == nil else { return }
    warnings.append(
      ImportWarning(
        row: incoming.row,
        message:
          "\(same.pupil.listName) left on \(left.words), but is in the file. If the child is here again, say so on "
          + "the pupil's page."))
  }
}
