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
  private(set) var members: [NewMember] = []
  private(set) var items: [NewItem] = []
  private let school: GroupSurroundings
  private let days: ImportDays

  init(_ kept: KeptGroup, _ planned: PlannedGroup, _ school: GroupSurroundings, _ days: ImportDays) {
    self.kept = kept
    self.planned = planned
    self.school = school
    self.days = days
  }

  mutating func compare() {
    compareUntil()
    comparePlace()
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

  private mutating func comparePlace() {
    guard let place = planned.incoming.place, place != kept.group.place else { return }
    var changed = kept.group.details
    changed.place = place
    details = changed
    changes.append(FieldChange(GroupField.place.title, from: kept.group.place, to: place))
  }

  /// A timetable that differs holds from the effective day on, as far as the group runs then.
  private mutating func compareSchedule() {
    let span = kept.group.span
    let day = max(span.from, min(days.effective, until ?? span.until ?? days.effective))
    guard let said = planned.schedule, let old = kept.schedule(on: day), said != old else { return }
    schedule = (said, day)
    changes.append(FieldChange("When", from: old.words, to: said.words, begins: day.iso))
  }

  private mutating func compareLeads() {
    let span = planned.details.span
    for lead in planned.leads where !kept.leads.contains(where: { $0.staff == lead.staff && $0.span.overlaps(span) }) {
      leads.append(lead)
      changes.append(FieldChange(GroupField.leads.title, to: PlannedGroup.words(lead, school)))
    }
  }

  private mutating func compareMembers() {
    for member in planned.members {
      let wanted = member.member.span ?? planned.details.span
      let has = kept.members.contains { $0.pupil == member.member.pupil && $0.span.overlaps(wanted) }
      if has { continue }
      members.append(member.member)
      changes.append(FieldChange(GroupField.pupil.title, to: member.words))
    }
    let said = Set(planned.members.map(\.member.pupil))
    let rest = kept.members.filter { !said.contains($0.pupil) && $0.span.contains(days.known) }
    if !rest.isEmpty, !said.isEmpty {
      let names = rest.compactMap { school.roll.entry($0.pupil)?.pupil.fullName }.joined(separator: ", ")
      warnings.append(
        ImportWarning(
          row: planned.row,
          message: "In this group, but not in the file: \(names). They stay until somebody ends their "
            + "places."))
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
