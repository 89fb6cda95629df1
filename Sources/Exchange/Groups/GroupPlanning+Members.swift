import Domain

extension GroupPlanning {
  /// Finds the pupils; who is not found, or not yet, has no place.
  mutating func takeMembers(_ planned: inout PlannedGroup) {
    let (incoming, span) = (planned.incoming, planned.details.span)
    for place in incoming.places {
      guard let entry = find(place, place.years ?? incoming.cell?.years ?? incoming.years, during: span) else {
        continue
      }
      guard let member = member(entry, place, span) else { continue }
      let others = planned.members.filter { $0.member.pupil == entry.pupil.id }
      if others.contains(where: { ($0.member.span ?? span).overlaps(member.span ?? span) }) {
        warn(place.row, place.column, "\(entry.pupil.fullName) stands in this group twice.")
        continue
      }
      let written = place.name.flatMap { Folding.fold($0.text) == Folding.fold(entry.pupil.fullName) ? nil : $0.text }
      if let remark = place.name?.remark(besides: entry.forenames) {
        let line = "\(entry.pupil.fullName): \(remark)"
        planned.details.note = [planned.details.note, line].compactMap(\.self).joined(separator: "\n")
      }
      planned.members.append(
        PlannedGroup.Member(member: member, name: entry.pupil.fullName, written: written, said: place))
    }
  }

  /// A cell of a map whose names all came to nothing makes no group: nobody would be in it, and it would cost.
  mutating func sayNobody(_ planned: PlannedGroup, _ cell: IncomingGroup.Cell) {
    guard planned.isWithoutItsPupils else { return }
    let names = planned.incoming.places.compactMap { $0.name?.text }.map { "“\(CellReading.short($0))”" }
    warn(
      planned.incoming.rows[0], cell.column,
      "No group is made of this cell of \(planned.details.name): nobody whom it names (\(names.joined(separator: ", "))) is "
        + "found, or taken.")
  }

  mutating func warn(_ row: Int, _ column: String, _ message: String) {
    let warning = ImportWarning(row: row, column: column, message: message)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  private mutating func find(
    _ place: IncomingGroup.Place, _ years: [YearGroup], during span: Span
  ) -> RollNames.Entry? {
    if let upn = place.upn {
      if let entry = school.roll.entry(upn) { return entry }
      if place.name == nil {
        refuse(place.row, place.column, "No pupil of this school has the UPN \(upn.text).")
        return nil
      }
    }
    guard let name = place.name else { return nil }
    let found = school.roll.find(
      name, years: years, className: place.className, birthDay: place.birthDay, during: span)
    switch found {
    case .one(let entry, let note):
      if let note { warn(place.row, place.column, "“\(name.text)” is taken as \(entry.words). \(note)") }
      return entry
    case .several(let entries, let question): return ask(place, name, years, question, entries)
    case .none:
      let nearest =
        years.isEmpty ? [] : school.roll.entries.filter { years.contains($0.year) && $0.isHere(during: span) }
      if nearest.isEmpty || nearest.count > 60 || name.words.isEmpty {
        refuseUnknown(place, name)
        return nil
      }
      return ask(place, name, years, "Nobody of these years is called “\(name.text)”. Who is it?", nearest)
    }
  }

  /// In a list the row is refused; in a map a name that nobody has is asked about, to be left out.
  private mutating func refuseUnknown(_ place: IncomingGroup.Place, _ name: WrittenName) {
    let message = "There is no pupil called “\(CellReading.short(name.text))” on the roll in these days."
    if place.isInMap {
      _ = questions.answer(
        Questions.key("name", name.text), row: place.row, column: place.column, what: name.text,
        message + " Leave it out, or correct the table.", [])
    } else {
      refuse(place.row, place.column, message)
    }
  }

  private mutating func ask(
    _ place: IncomingGroup.Place, _ name: WrittenName, _ years: [YearGroup], _ question: String,
    _ entries: [RollNames.Entry]
  ) -> RollNames.Entry? {
    let key = Questions.key(
      "name", name.text, place.className ?? "", place.birthDay?.iso ?? "", years.map(\.code).joined(separator: "-"))
    let answer = questions.answer(
      key, row: place.row, column: place.column, what: name.text, question,
      entries.map { UnsureItem.Candidate(id: $0.pupil.id.text, what: $0.words) })
    return entries.first { $0.pupil.id.text == answer }
  }

  private mutating func member(
    _ entry: RollNames.Entry, _ place: IncomingGroup.Place, _ span: Span
  ) -> NewMember? {
    var stream = school.streams.first?.id
    if let name = place.funding {
      guard let found = school.stream(named: name) else {
        let names = school.streams.map(\.name).joined(separator: ", ")
        refuse(
          place.row, .funding, "“\(CellReading.short(name))” is none of the school's funding streams: \(names).")
        return nil
      }
      stream = found.id
    }
    let here = Span(entry.pupil.joinedOn, entry.pupil.leftOn) ?? Span(entry.pupil.joinedOn)!
    let isDated = place.from != nil || place.until != nil
    let wanted = isDated ? Span(place.from ?? max(span.from, here.from), place.until) : nil
    do {
      let fitted = try Span.fitting(wanted, in: span, here: here, person: entry.pupil.fullName)
      return NewMember(entry.pupil.id, stream: stream, span: isDated ? fitted : nil)
    } catch {
      refuse(place.row, error.field == "until" ? .pupilUntil : .pupilFrom, error.sentence)
      return nil
    }
  }
}
