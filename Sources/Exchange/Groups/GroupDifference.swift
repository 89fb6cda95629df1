import Domain
import Store

/// What a file says of a group that runs already and differs from what is kept. Pupils and staff who are kept and not in
/// the file stay: an import ends nobody.
struct GroupDifference {
  let kept: KeptGroup
  let planned: PlannedGroup
  private(set) var changes: [FieldChange] = []
  private(set) var warnings: [ImportWarning] = []
  private(set) var until: Day?
  private(set) var schedule: (schedule: Schedule, from: Day)?
  private(set) var details: GroupDetails?
  private(set) var leads: [NewLead] = []
  /// Leads who give another share of their time, from `sharesFrom` on.
  private(set) var shares: [(id: ID<GroupLead>, share: TimeShare)] = []
  private(set) var members: [NewMember] = []
  /// Places whose days or funding stream differ, as they are put right.
  private(set) var places: [GroupMember] = []
  private(set) var items: [NewItem] = []
  private(set) var refused: [RefusedCell] = []
  private let school: GroupSurroundings
  private let days: ImportDays
  private let columns: [GroupField: String]

  init(
    _ kept: KeptGroup, _ planned: PlannedGroup, _ school: GroupSurroundings, _ days: ImportDays,
    _ columns: [GroupField: String]
  ) {
    self.kept = kept
    self.planned = planned
    self.school = school
    self.days = days
    self.columns = columns
  }

  mutating func compare() {
    compareUntil()
    compareDetails()
    compareSchedule()
    compareLeads()
    compareMembers()
    compareItems()
  }

  private mutating func compareUntil() {
    guard let said = planned.incoming.until, said != kept.group.span.until else { return }
    until = said
    changes.append(FieldChange(GroupField.until.title, from: kept.group.span.until?.iso, to: said.iso))
  }

  /// What the file says of the group as a whole: a blank cell changes nothing.
  private mutating func compareDetails() {
    let (incoming, old) = (planned.incoming, kept.group.details)
    let said = (try? planned.details.checked()) ?? planned.details
    var new = old
    func compare<Value: Equatable>(
      _ field: GroupField, _ path: WritableKeyPath<GroupDetails, Value>, _ isSaid: Bool, _ words: (Value) -> String?
    ) {
      guard isSaid, said[keyPath: path] != old[keyPath: path] else { return }
      new[keyPath: path] = said[keyPath: path]
      changes.append(FieldChange(field.title, from: words(old[keyPath: path]), to: words(said[keyPath: path])))
    }
    compare(.place, \.place, incoming.place != nil) { $0 }
    compare(.note, \.note, incoming.note != nil || incoming.cell != nil && said.note != nil) { $0 }
    compare(.strand, \.strand, incoming.strand != nil) { $0?.name }
    compare(.level, \.level, incoming.level != nil) { key in Level.four.first { $0.key == key }?.name ?? key }
    compare(.area, \.area, incoming.area != nil) { $0.flatMap { AreaOfNeed.named($0)?.name } }
    compare(.years, \.years, !incoming.years.isEmpty) { years in
      years.isEmpty ? nil : years.map(\.name).joined(separator: ", ")
    }
    compare(.confidential, \.isConfidential, incoming.isConfidential != nil) { $0 ? "yes" : "no" }
    if incoming.cell == nil, incoming.heading != nil, planned.newHeading == nil {
      compare(.heading, \.heading, true) { id in school.headings.first { $0.id == id }?.name }
    }
    if new != old { details = new }
  }

  /// A timetable that differs holds from the effective day on, as far as the group runs then.
  private mutating func compareSchedule() {
    let day = changesFrom
    guard let said = planned.schedule, let old = kept.schedule(on: day), said != old else { return }
    schedule = (said, day)
    changes.append(FieldChange("When", from: old.words, to: said.words, begins: day.iso))
  }

  /// From when another share of somebody's time holds.
  var sharesFrom: Day? { shares.isEmpty ? nil : changesFrom }

  /// The effective day, as far as the group runs then.
  private var changesFrom: Day {
    let span = kept.group.span
    return max(span.from, min(days.effective, until ?? span.until ?? days.effective))
  }

  private mutating func compareLeads() {
    let span = planned.details.span
    for lead in planned.leads {
      let same = kept.leads.filter { $0.staff == lead.staff && $0.span.overlaps(span) }
      if same.isEmpty {
        leads.append(lead)
        changes.append(FieldChange(GroupField.leads.title, to: PlannedGroup.words(lead, school)))
      } else if planned.saidShares.contains(lead.staff), let old = same.first(where: { $0.span.contains(changesFrom) }),
        old.share != lead.share
      {
        shares.append((old.id, lead.share))
        changes.append(
          FieldChange(
            GroupField.leads.title, from: PlannedGroup.words(NewLead(old.staff, share: old.share), school),
            to: PlannedGroup.words(lead, school), begins: changesFrom.iso))
      }
    }
    let said = Set(planned.leads.map(\.staff))
    let rest = kept.leads.filter { !said.contains($0.staff) && $0.span.contains(days.known) }
    if !rest.isEmpty, !said.isEmpty {
      warnOfRest("Led here, but not in the file, by", rest.map { school.name(of: $0.staff) })
    }
  }

  private mutating func warnOfRest(_ beginning: String, _ names: [String]) {
    warnings.append(
      ImportWarning(
        row: planned.row,
        message: "\(beginning): \(names.joined(separator: ", ")). They stay until somebody ends their places."))
  }

  private mutating func compareMembers() {
    for member in planned.members {
      let wanted = member.member.span ?? planned.details.span
      let same = kept.members.filter { $0.pupil == member.member.pupil && $0.span.overlaps(wanted) }
      if let place = same.first {
        if same.count == 1 { compare(place, with: member) }
      } else {
        members.append(member.member)
        changes.append(
          FieldChange(GroupField.pupil.title, to: member.words, begins: (member.member.span ?? wanted).from.iso))
      }
    }
    let said = Set(planned.members.map(\.member.pupil))
    let rest = kept.members.filter { !said.contains($0.pupil) && $0.span.contains(days.known) }
    if !rest.isEmpty, !said.isEmpty {
      warnOfRest("In this group, but not in the file", rest.compactMap { school.roll.entry($0.pupil)?.pupil.fullName })
    }
  }

  /// The days and the funding stream of a place, as far as the file says them.
  private mutating func compare(_ place: GroupMember, with member: PlannedGroup.Member) {
    let said = member.said
    let groupEnd = until ?? kept.group.span.until
    // A place that ends with the group still does.
    let endsWithGroup = place.span.until == kept.group.span.until
    let last = endsWithGroup ? groupEnd : [groupEnd, place.span.until].compactMap(\.self).min()
    let (from, new) = (said.from ?? place.span.from, said.until ?? last)
    let stream = said.funding == nil ? place.stream : member.member.stream
    if from == place.span.from, new == last, stream == place.stream { return }
    guard let span = Span(from, new), fits(span, member) else { return }
    func note(_ field: GroupField, _ old: String?, _ new: String?) {
      if old != new { changes.append(FieldChange("\(member.name): \(field.title)", from: old, to: new)) }
    }
    note(.pupilFrom, place.span.from.iso, from.iso)
    if new != last { note(.pupilUntil, place.span.until?.iso, new?.iso) }
    func name(_ id: ID<FundingStream>?) -> String? { school.streams.first { $0.id == id }?.name }
    note(.funding, name(place.stream), name(stream))
    places.append(
      GroupMember(
        id: place.id, group: place.group, pupil: place.pupil, span: span, weight: place.weight, stream: stream))
  }

  /// Whether the place lies in the group's days as they will be, and in the pupil's; refuses the row where it does not.
  private mutating func fits(_ span: Span, _ member: PlannedGroup.Member) -> Bool {
    guard let entry = school.roll.entry(member.member.pupil),
      let here = Span(entry.pupil.joinedOn, entry.pupil.leftOn),
      let group = Span(kept.group.span.from, until ?? kept.group.span.until)
    else { return false }
    do {
      _ = try Span.fitting(span, in: group, here: here, person: member.name)
      return true
    } catch {
      let field: GroupField = error.field == "until" ? .pupilUntil : .pupilFrom
      refused.append(
        RefusedCell(row: member.said.row, column: columns[field] ?? field.title, message: error.sentence))
      return false
    }
  }

  private mutating func compareItems() {
    for each in planned.incoming.items {
      let item = each.item
      if kept.items.contains(where: { Folding.fold($0.name) == Folding.fold(item.name) && $0.cost == item.cost }) {
        continue
      }
      items.append(item)
      changes.append(FieldChange(GroupField.item.title, to: "\(item.name), \(item.cost.words)"))
    }
  }
}
