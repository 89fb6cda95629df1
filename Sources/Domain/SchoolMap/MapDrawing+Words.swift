extension MapDrawing {
  /// Those of the pupils whom the facts name, in order of their names; nobody where only counts are asked for.
  func named(_ ids: Set<ID<Pupil>>) -> [MapPupil] {
    guard question.names != .counts else { return [] }
    return ids.compactMap { facts.pupils[$0] }.sorted {
      ($0.calledName, $0.surname, $0.id) < ($1.calledName, $1.surname, $1.id)
    }
  }

  /// How often: as it is at the end of the days that are asked for. Of confidential provision that is masked, nothing.
  func when(_ group: MapGroup) -> String {
    if group.isMasked { return "" }
    let schedules = group.facts.schedules
    return (schedules.last { sieve.isInForce($0.span) } ?? schedules.last)?.schedule.words ?? ""
  }

  /// Each adult once, with the share of their time as it is at the end of the days that are asked for.
  func who(_ group: MapGroup) -> [String] {
    let leads = group.facts.leads.filter { sieve.isInForce($0.span) }
    var names: [String] = []
    for (place, lead) in leads.enumerated() {
      if leads[..<place].contains(where: { $0.staff == lead.staff }) { continue }
      let lead = leads.filter { $0.staff == lead.staff }.max { $0.span.from < $1.span.from } ?? lead
      let name = facts.staff[lead.staff] ?? facts.roles[lead.role]?.name ?? "An adult"
      let words = lead.share == .whole ? name : "\(name) (\(lead.share.words))"
      if !names.contains(words) { names.append(words) }
    }
    return names
  }

  /// Only where the group begins or ends inside the period.
  func dates(_ span: Span) -> String? {
    let begins = span.from > question.period.from
    let ends = span.until.map { $0 < question.period.until } ?? false
    switch (begins, ends) {
    case (true, true): return "\(span.from.wordsWithoutYear) to \(span.until!.wordsWithoutYear)"
    case (true, false): return "from \(span.from.wordsWithoutYear)"
    case (false, true): return "until \(span.until!.wordsWithoutYear)"
    case (false, false): return nil
    }
  }
}

extension MapFacts {
  /// Whose time or what thing it is, as lists of what has no rate name it; of masked provision the role alone.
  func words(_ source: CostLine.Source, isMasked: Bool) -> String {
    switch source {
    case .adult(let staff, let role):
      let name = roles[role]?.name ?? "An adult"
      return isMasked ? name : self.staff[staff] ?? name
    case .item(let item): return isMasked ? "An item" : items[item] ?? "An item"
    }
  }

  /// The same with the role beside the name: `Mrs Lowe (Teaching assistant)`.
  func wordsWithRole(_ source: CostLine.Source, isMasked: Bool) -> String {
    guard case .adult(let staff, let role) = source, !isMasked, let name = self.staff[staff] else {
      return words(source, isMasked: isMasked)
    }
    return "\(name) (\(roles[role]?.name ?? "An adult"))"
  }
}
