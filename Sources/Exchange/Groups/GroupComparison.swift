import Domain
import Store

/// Compares the groups of a file with those that run. A group is known again by its name, its first day and its pupils.
struct GroupComparison {
  let school: GroupSurroundings
  let days: ImportDays
  private(set) var preview = ImportPreview()
  private(set) var acts: [GroupAct] = []
  private(set) var versions: [Int] = []
  private let columns: [GroupField: String]
  private var matched: Set<ID<Group>> = []

  init(
    _ planned: [PlannedGroup], with school: GroupSurroundings, _ days: ImportDays, columns: [GroupField: String],
    notTaken: Set<String>
  ) {
    self.school = school
    self.days = days
    self.columns = columns
    for group in planned { compare(group) }
    for kept in school.kept where !matched.contains(kept.group.id) && kept.group.span.contains(days.known) {
      if notTaken.contains(Folding.fold(kept.group.name)) { continue }
      preview.missing.append(ImportItem(row: nil, id: kept.group.id.text, what: words(kept)))
    }
  }

  private mutating func compare(_ planned: PlannedGroup) {
    if planned.isWithoutItsPupils, planned.incoming.cell != nil { return }
    guard let kept = counterpart(of: planned) else {
      if planned.isWithoutItsPupils { return }
      preview.new.append(
        ImportItem(
          row: planned.row, what: words(planned), changes: planned.changes(school), offers: planned.offers))
      acts.append(.add(planned))
      return
    }
    matched.insert(kept.group.id)
    versions.append(kept.group.version)
    var difference = GroupDifference(kept, planned, school, days, columns)
    difference.compare()
    preview.warnings += difference.warnings
    preview.refused += difference.refused
    let item = ImportItem(
      row: planned.row, id: kept.group.id.text, what: words(kept), changes: difference.changes,
      offers: difference.changes.isEmpty ? [] : planned.offers)
    if difference.changes.isEmpty {
      preview.unchanged.append(item)
    } else {
      preview.changed.append(item)
      acts.append(.change(difference))
    }
  }

  /// The group that runs already: of the same type or name and from the same day (or running, where the file gives none),
  /// with the same pupils as far as possible, then the same leads.
  private func counterpart(of planned: PlannedGroup) -> KeptGroup? {
    let name = Folding.fold(planned.details.name)
    let pupils = Set(planned.members.map(\.member.pupil))
    let leads = Set(planned.leads.map(\.staff))
    let candidates = school.keptByName[name, default: []].map { school.kept[$0] }.filter { kept in
      guard !matched.contains(kept.group.id) else { return false }
      return planned.incoming.from == nil
        ? kept.group.span.contains(planned.details.span.from) : kept.group.span.from == planned.details.span.from
    }
    func score(_ kept: KeptGroup) -> Int {
      let theirs = Set(kept.members.map(\.pupil))
      let shared = pupils.intersection(theirs).count
      let isFor = pupils.isEmpty && theirs.isEmpty && Set(kept.group.years) == Set(planned.details.years)
      let sharedLeads = leads.intersection(kept.leads.map(\.staff)).count
      return shared * 100 - theirs.subtracting(pupils).count + (isFor ? 50 : 0) + sharedLeads * 10
    }
    let best = candidates.max { score($0) < score($1) }
    guard let best, !pupils.isEmpty || !leads.isEmpty || best.members.isEmpty else { return best }
    // Two runs of one provision that share nobody are two groups.
    let sharesSomebody =
      !pupils.isDisjoint(with: best.members.map(\.pupil)) || (pupils.isEmpty && score(best) >= 10)
      || (best.members.isEmpty && (pupils.isEmpty || leads == Set(best.leads.map(\.staff))))
    return sharesSomebody ? best : nil
  }

  /// `Phonics catch-up (Year 1, Year 2)`.
  private func words(_ planned: PlannedGroup) -> String {
    let years = Set(planned.members.compactMap { school.roll.entry($0.member.pupil)?.year } + planned.details.years)
    // Where nobody of a map's cell is found yet, its column tells it from the others.
    return words(planned.details.name, years.isEmpty ? planned.incoming.cell?.years ?? [] : Array(years))
  }

  private func words(_ kept: KeptGroup) -> String {
    let years = Set(kept.members.compactMap { school.roll.entry($0.pupil)?.year } + kept.group.years)
    return words(kept.group.name, Array(years))
  }

  private func words(_ name: String, _ years: [YearGroup]) -> String {
    years.isEmpty ? name : "\(name) (\(years.sorted().map(\.name).joined(separator: ", ")))"
  }
}

/// What is to be written of one group.
enum GroupAct {
  case add(PlannedGroup)
  case change(GroupDifference)
}

extension PlannedGroup {
  /// What the preview says of a new group.
  func changes(_ school: GroupSurroundings) -> [FieldChange] {
    var changes: [FieldChange] = []
    func say(_ field: String, _ value: String?) {
      if let value, !value.isEmpty { changes.append(FieldChange(field, to: value)) }
    }
    if Folding.fold(incoming.name) != Folding.fold(details.name) { say("In the file", incoming.name) }
    say(GroupField.heading.title, newHeading.map { "\($0) (a new heading)" } ?? heading)
    say("Catalogue", type)
    say(GroupField.from.title, details.span.from.iso)
    say(GroupField.until.title, details.span.until?.iso)
    say("When", schedule?.words)
    say(GroupField.leads.title, leads.map { Self.words($0, school) }.joined(separator: ", "))
    say(GroupField.pupil.title + "s", members.map(\.words).joined(separator: ", "))
    say(GroupField.years.title, details.years.map(\.name).joined(separator: ", "))
    say(GroupField.place.title, details.place)
    for item in incoming.items { say(GroupField.item.title, "\(item.item.name), \(item.item.cost.words)") }
    if incoming.cell != nil { say(GroupField.note.title, details.note?.replacing("\n", with: "; ")) }
    if details.isConfidential { say(GroupField.confidential.title, "yes") }
    return changes
  }

  static func words(_ lead: NewLead, _ school: GroupSurroundings) -> String {
    let name = school.name(of: lead.staff)
    return lead.share == .whole ? name : "\(name) (\(lead.share.words))"
  }
}

extension PlannedGroup.Member {
  /// `Amir Khan (“Amir K”)`.
  var words: String { written.map { "\(name) (“\($0)”)" } ?? name }
}
