import Domain
import Store

extension PupilComparison {
  /// From when what the file says of a new pupil is taken to hold: for a roll that is empty the year's first day, since a
  /// school's first list is of those who are there already.
  private var assumedFrom: Day { days.given ?? (kept.isEmpty ? days.yearStart : days.effective) }

  /// From when the school has a new pupil, where the file does not say. A roll that is empty gets those who are there
  /// already: each is taken to have come in the September in which children of that year begin here, so that groups of
  /// the years before can be brought in too.
  private func assumedJoining(_ born: Day, shift: Int) -> Day {
    guard kept.isEmpty else { return days.effective }
    let year = YearGroup(bornOn: born, on: days.yearStart).advanced(by: shift)
    let yearsHere = max(0, school.years.lowerBound.distance(to: year))
    return Day(days.yearStart.year - yearsHere, 9, 1) ?? days.yearStart
  }

  mutating func warnOfAssumedDays(_ file: PupilFile) {
    let unsaid = file.pupils.count { $0.joinedOn == nil }
    guard kept.isEmpty, unsaid > 0 else { return }
    let whom =
      unsaid == file.pupils.count
      ? "these pupils" : unsaid == 1 ? "one of these pupils" : "\(unsaid) of these \(file.pupils.count) pupils"
    warn(
      "The file does not say when \(whom) joined. The roll is empty, so \(unsaid == 1 ? "this one" : "each") is taken to be "
        + "here since the September in which children of that year begin at this school.")
  }

  func arrival(_ incoming: IncomingPupil) -> PupilIntake.Arrival {
    let born = incoming.birthDay!
    let yearOn = incoming.yearOn ?? incoming.changedOn ?? days.effective
    let shift = incoming.year.map { $0.number - YearGroup(bornOn: born, on: yearOn).number }
    let assumed = assumedJoining(born, shift: shift ?? 0)
    let joined = incoming.joinedOn ?? min(assumed, incoming.leftOn ?? assumed)
    let pupil = Pupil(
      id: nextID(), upn: incoming.upn, surname: incoming.surname!, forename: incoming.forename!,
      preferredForename: incoming.preferredForename == incoming.forename ? nil : incoming.preferredForename,
      birthDay: born, sex: incoming.sex, flags: incoming.flags, joinedOn: joined, leftOn: incoming.leftOn,
      yearShifts: Timeline(shift.flatMap { $0 == 0 ? nil : [Dated($0, Span(joined)!)] } ?? []), version: 1)
    let from = incoming.changedOn ?? assumedFrom
    var facts = PupilFacts()
    facts.statuses = statuses(incoming, from)
    facts.needs = Timeline(needs: needs(incoming, from))
    if let name = incoming.className { facts.classes = Timeline([Dated(name, Span(max(from, joined))!)]) }
    return PupilIntake.Arrival(pupil, facts, contacts: incoming.contacts)
  }

  /// What the preview says of a new pupil.
  func changes(of arrival: PupilIntake.Arrival, _ incoming: IncomingPupil) -> [FieldChange] {
    let pupil = arrival.pupil
    var changes = [
      FieldChange(PupilField.surname.title, to: pupil.surname),
      FieldChange(PupilField.forename.title, to: pupil.forename),
      FieldChange(PupilField.birthDay.title, to: pupil.birthDay.iso),
    ]
    func say(_ field: PupilField, _ value: String?, begins: Day? = nil) {
      if let value { changes.append(FieldChange(field.title, to: value, begins: begins?.iso)) }
    }
    say(.upn, pupil.upn?.text)
    say(.preferredForename, pupil.preferredForename)
    say(.sex, pupil.sex)
    say(.year, incoming.year?.name)
    for name in arrival.facts.classes.facts { say(.className, name.value, begins: name.span.from) }
    for status in arrival.facts.statuses.facts { say(.status, status.value.status.name, begins: status.span.from) }
    for needs in arrival.facts.needs.facts { say(.needs, needs.value.codes, begins: needs.span.from) }
    say(.joinedOn, pupil.joinedOn.iso)
    say(.leftOn, pupil.leftOn?.iso)
    for (flag, name) in PupilFlags.named where pupil.flags.contains(flag) {
      changes.append(FieldChange(name, to: "yes"))
    }
    for contact in arrival.contacts { changes.append(FieldChange("Contact", to: contact.name)) }
    return changes
  }

  /// `SLCN, ASD`, in order of rank; nil for none.
  static func words(_ needs: [RankedNeed]) -> String? { needs.isEmpty ? nil : needs.codes }

  /// Each until the day before the next. That a pupil has no SEN is only written after a time in which there was one.
  private func statuses(_ incoming: IncomingPupil, _ from: Day) -> Timeline<RecordedStatus> {
    var facts: [Dated<RecordedStatus>] = []
    let dated = incoming.statuses.map { Dated($0.status, Span($0.from ?? from)!) }
    for (place, each) in dated.sorted(by: { $0.span.from < $1.span.from }).enumerated() {
      if let last = facts.last, last.span.from == each.span.from { facts.removeLast() }
      if each.value.status == .none, place == 0 { continue }
      if !facts.isEmpty { facts[facts.count - 1].span.until = each.span.from.previous }
      if facts.isEmpty, each.value.status == .none { continue }
      facts.append(each)
    }
    return Timeline(facts)
  }

  private func needs(_ incoming: IncomingPupil, _ from: Day) -> [Dated<RankedNeed>] {
    switch incoming.needs {
    case nil: []
    case .ranked(let ranked, let own):
      NeedChange.renumbered(ranked.sorted { $0.key < $1.key }.map(\.value)).map { Dated($0, Span(own ?? from)!) }
    case .all(let types, let own): NeedChange.renumbered(types).map { Dated($0, Span(own ?? from)!) }
    case .dated(let needs):
      Self.withoutOverlaps(
        needs.map { Dated($0.need, Span($0.from ?? from, $0.until) ?? Span($0.from ?? from)!) })
    }
  }

  /// One after another for each type, an earlier one cut where a later one begins; ranked from 1 without gaps where none
  /// of them has ended.
  private static func withoutOverlaps(_ needs: [Dated<RankedNeed>]) -> [Dated<RankedNeed>] {
    var kept: [Dated<RankedNeed>] = []
    for each in needs.sorted(by: { $0.span.from < $1.span.from }) {
      if let last = kept.lastIndex(where: { $0.value.type == each.value.type && $0.span.overlaps(each.span) }) {
        if kept[last].span.from == each.span.from {
          kept[last] = each
          continue
        }
        kept[last].span.until = each.span.from.previous
      }
      kept.append(each)
    }
    guard kept.allSatisfy({ $0.span.until == nil }) else { return kept }
    let types = kept.map(\.value).ranked.map(\.type)
    return kept.map { Dated(RankedNeed(type: $0.value.type, rank: types.firstIndex(of: $0.value.type)! + 1), $0.span) }
  }
}
