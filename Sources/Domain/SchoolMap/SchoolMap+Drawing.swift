extension MapFacts {
  /// Draws the map that is asked for. `hidesConfidential` leaves confidential provision its place and its cost, and takes
  /// its title, its pupils and its adults away.
  package func map(_ question: MapQuestion, hidesConfidential: Bool) -> SchoolMap {
    var question = question
    if question.onlyYear != nil { question.across = .year }
    return MapDrawing(facts: self, question: question, hidesConfidential: hidesConfidential).map()
  }

  /// The groups that a question is about, each costed. Where confidential provision is hidden, asking about pupils or
  /// adults leaves it out: that it is there would tell who is in it.
  package func costed(
    _ question: MapQuestion, hidesConfidential: Bool
  ) -> [(group: MapGroup, projected: GroupCosting, toDate: GroupCosting)] {
    let asksWho = !question.pupils.isEmpty || !question.staff.isEmpty
    let groups = groups.filter { group in
      question.asksFor(group) && !(hidesConfidential && asksWho && group.group.isConfidential)
    }
    let costing = Costing(calendar: calendar, rates: rates)
      .cost(groups.map(\.facts), in: question.period, asAt: question.asAt)
    return groups.indices.map {
      (groups[$0], costing.projected[$0], costing.toDate.isEmpty ? .none(groups[$0].group.id) : costing.toDate[$0])
    }
  }
}

extension GroupCosting {
  static func none(_ group: ID<Group>) -> GroupCosting { GroupCosting(group: group, sessions: 0, lines: []) }
}

extension MapQuestion {
  /// Whether a group is on the map at all: in force, and within the filters that are about groups.
  func asksFor(_ group: MapGroup) -> Bool {
    let details = group.group
    switch days {
    case .period(let period, _): if details.span.within(period) == nil { return false }
    case .asItWas(let day): if !details.span.contains(day) { return false }
    }
    if !headings.isEmpty, !headings.contains(details.heading) { return false }
    if !areas.isEmpty, !areas.contains(details.area ?? "") { return false }
    if !strands.isEmpty, !(details.strand.map(strands.contains) ?? false) { return false }
    if !levels.isEmpty, !levels.contains(details.level ?? "") { return false }
    if !staff.isEmpty, !group.facts.leads.contains(where: { staff.contains($0.staff) && isInForce($0.span) }) {
      return false
    }
    if !pupils.isEmpty || !streams.isEmpty { return group.facts.members.contains { asksFor($0) } }
    return true
  }

  /// Whether a place is within the filters, and in force in the days that are asked for.
  func asksFor(_ member: GroupFacts.Member) -> Bool {
    if !pupils.isEmpty, !pupils.contains(member.pupil) { return false }
    if !streams.isEmpty, !(member.stream.map(streams.contains) ?? false) { return false }
    return isInForce(member.span)
  }

  func isInForce(_ span: Span) -> Bool {
    switch days {
    case .period(let period, _): span.within(period) != nil
    case .asItWas(let day): span.contains(day)
    }
  }

  /// Whether a part of a cost is within the filters. Parts that nobody shares are left out where pupils or streams are
  /// asked for; as it was on a day, a place that has ended takes its part with it.
  func asksFor(_ share: CostLine.Share, placesInForce: Set<ID<Pupil>>) -> Bool {
    guard let pupil = share.pupil else { return pupils.isEmpty && streams.isEmpty && onlyYear == nil }
    if !pupils.isEmpty, !pupils.contains(pupil) { return false }
    if !streams.isEmpty, !(share.stream.map(streams.contains) ?? false) { return false }
    if let onlyYear, share.year != onlyYear { return false }
    if case .asItWas = days { return placesInForce.contains(pupil) }
    return true
  }
}

/// The drawing of one map.
private struct MapDrawing {
  let facts: MapFacts
  let question: MapQuestion
  let hidesConfidential: Bool

  /// A provision's line, by type or by name, under its heading.
  struct LineKey: Hashable {
    let heading: ID<Heading>
    let type: ID<ProvisionType>?
    let name: String
  }

  struct Placed {
    var runs: [SchoolMap.Column: SchoolMap.Run] = [:]
    var pupils: [SchoolMap.Column: Set<ID<Pupil>>] = [:]
    /// What has no rate, of the parts that are asked for.
    var unpriced: Set<CostLine.Source> = []
  }

  func map() -> SchoolMap {
    let costed = facts.costed(question, hidesConfidential: hidesConfidential)
    var lines: [LineKey: [(MapGroup, Placed)]] = [:]
    var order: [LineKey] = []
    var unpriced: [SchoolMap.Unpriced] = []
    var usesReference = false
    var seen: Set<SchoolMap.Column> = []
    for (group, projected, toDate) in costed {
      let placed = place(group, projected, toDate)
      if placed.runs.isEmpty { continue }
      seen.formUnion(placed.runs.keys)
      let key = key(of: group.group)
      if lines[key] == nil { order.append(key) }
      lines[key, default: []].append((group, placed))
      for line in projected.lines {
        usesReference = usesReference || line.legs.contains { $0.price?.isReference ?? false }
        if let day = line.unpricedFrom, placed.unpriced.contains(line.source) {
          unpriced.append(
            SchoolMap.Unpriced(
              group: group.group.id, provision: shownName(group.group), source: source(line.source, of: group.group),
              from: day))
        }
      }
    }
    let columns = columns(seen)
    let sections = facts.headings.compactMap { heading -> SchoolMap.Section? in
      let keys = order.filter { $0.heading == heading.id }.sorted { Folding.fold($0.name) < Folding.fold($1.name) }
      return keys.isEmpty ? nil : section(heading, keys.map { ($0, lines[$0]!) }, columns)
    }
    var totals = columns.map { _ in SchoolMap.Figures() }
    var total = SchoolMap.Figures()
    for section in sections {
      for index in columns.indices { totals[index].add(section.subtotals[index]) }
      total.add(section.subtotal)
    }
    let everyone = lines.values.joined().map(\.1)
    for (index, column) in columns.enumerated() { totals[index].pupils = people(everyone, in: column).count }
    total.pupils = people(everyone).count
    return SchoolMap(
      school: facts.school, question: question, columns: columns, sections: sections, totals: totals, total: total,
      unpriced: unpriced, usesReferenceRates: usesReference,
      yearsWithoutTerms: facts.calendar.yearsWithoutTerms(in: question.period), filter: facts.words(of: question))
  }

  /// Puts a group's places and costs into their columns.
  private func place(_ group: MapGroup, _ projected: GroupCosting, _ toDate: GroupCosting) -> Placed {
    let inForce = Set(group.facts.members.filter { question.asksFor($0) }.map(\.pupil))
    var figures: [SchoolMap.Column: SchoolMap.Figures] = [:]
    var people: [SchoolMap.Column: Set<ID<Pupil>>] = [:]
    var placed = Placed()
    for line in projected.lines {
      var unpriced: Set<SchoolMap.Column> = []
      for stretch in line.stretches {
        for share in stretch.shares where question.asksFor(share, placesInForce: inForce) {
          let column = column(share.year)
          figures[column, default: .init()].add(share, kind: kind(line.source), toDate: false)
          if share.pence == nil { unpriced.insert(column) }
        }
      }
      for column in unpriced { figures[column]!.unpriced += 1 }
      if !unpriced.isEmpty { placed.unpriced.insert(line.source) }
    }
    for line in toDate.lines {
      for stretch in line.stretches {
        for share in stretch.shares where question.asksFor(share, placesInForce: inForce) {
          figures[column(share.year), default: .init()].add(share, kind: kind(line.source), toDate: true)
        }
      }
    }
    for member in group.facts.members where inForce.contains(member.pupil) && question.asksFor(member) {
      for column in standing(member) {
        if let only = question.onlyYear, column != self.column(only) { continue }
        people[column, default: []].insert(member.pupil)
      }
    }
    // A group without pupils stands in the years that it is for, or else with the whole school.
    var columns = Set(figures.keys).union(people.keys)
    if group.facts.members.isEmpty && question.pupils.isEmpty && question.streams.isEmpty {
      let years = group.group.years.filter { question.onlyYear == nil || $0 == question.onlyYear }
      columns.formUnion(years.map { column($0) })
      if group.group.years.isEmpty && question.onlyYear == nil { columns.insert(.wholeSchool) }
    }
    let hidden = hidesConfidential && group.group.isConfidential
    for column in columns {
      var sum = figures[column] ?? SchoolMap.Figures()
      sum.pupils = hidden ? 0 : people[column]?.count ?? 0
      sum.sessions = projected.sessions
      let names = hidden || question.names == .counts ? [] : pupils(people[column] ?? [])
      placed.runs[column] = SchoolMap.Run(
        group: group.group.id, pupils: names, when: when(group), who: hidden ? [] : who(group),
        span: group.group.span, dates: dates(group), figures: sum)
      placed.pupils[column] = hidden ? [] : people[column] ?? []
    }
    return placed
  }

  private func section(
    _ heading: Heading, _ lines: [(LineKey, [(MapGroup, Placed)])], _ columns: [SchoolMap.Column]
  ) -> SchoolMap.Section {
    var section = SchoolMap.Section(
      heading: heading, lines: [], subtotals: columns.map { _ in SchoolMap.Figures() }, subtotal: SchoolMap.Figures())
    for (key, groups) in lines {
      let line = line(key, groups, columns)
      for (index, cell) in line.cells.enumerated() { if let cell { section.subtotals[index].add(cell.figures) } }
      section.subtotal.add(line.total)
      section.lines.append(line)
    }
    let placed = lines.flatMap { $0.1.map(\.1) }
    for (index, column) in columns.enumerated() { section.subtotals[index].pupils = people(placed, in: column).count }
    section.subtotal.pupils = people(placed).count
    return section
  }

  private func line(_ key: LineKey, _ groups: [(MapGroup, Placed)], _ columns: [SchoolMap.Column]) -> SchoolMap.Line {
    var total = SchoolMap.Figures()
    let cells = columns.map { column -> SchoolMap.Cell? in
      let runs = groups.compactMap { $0.1.runs[column] }
      guard !runs.isEmpty else { return nil }
      var figures = SchoolMap.Figures()
      for run in runs { figures.add(run.figures) }
      figures.pupils = people(groups.map(\.1), in: column).count
      total.add(figures)
      return SchoolMap.Cell(runs: runs, figures: figures)
    }
    total.pupils = people(groups.map(\.1)).count
    // Sessions of a group that stands in several columns are its sessions once.
    total.sessions = groups.reduce(0) { $0 + ($1.1.runs.values.first?.figures.sessions ?? 0) }
    let first = groups[0].0.group
    return SchoolMap.Line(
      name: key.name, strand: first.strand, level: first.level, isConfidential: first.isConfidential,
      isHidden: hidesConfidential && first.isConfidential,
      isStrategy: groups.allSatisfy { $0.0.facts.schedules.isEmpty }, cells: cells, total: total)
  }

  private func key(of group: Group) -> LineKey {
    hidesConfidential && group.isConfidential
      ? LineKey(heading: group.heading, type: nil, name: shownName(group))
      : LineKey(heading: group.heading, type: group.type, name: group.name)
  }

  private func shownName(_ group: Group) -> String {
    hidesConfidential && group.isConfidential ? "Confidential provision" : group.name
  }

  private func source(_ source: CostLine.Source, of group: Group) -> String {
    switch source {
    case .adult(let staff, let role):
      if hidesConfidential && group.isConfidential { return facts.roles[role]?.name ?? "An adult" }
      return facts.staff[staff] ?? facts.roles[role]?.name ?? "An adult"
    case .item(let item): return facts.items[item] ?? "An item"
    }
  }

  /// The columns in which a place stands: the pupil's year group, or several where 1 September lies between.
  private func standing(_ member: GroupFacts.Member) -> Set<SchoolMap.Column> {
    guard let days = member.span.within(question.period) else { return [] }
    if case .asItWas(let day) = question.days { return [column(member.year(on: day))] }
    let later = member.years.filter { $0.day > days.from && $0.day <= days.until }.map { column($0.year) }
    return Set(later + [column(member.year(on: days.from))])
  }

  private func columns(_ seen: Set<SchoolMap.Column>) -> [SchoolMap.Column] {
    var years: Set<YearGroup> = []
    var stages: Set<KeyStage> = []
    for column in seen {
      if case .year(let year) = column { years.insert(year) }
      if case .stage(let stage) = column { stages.insert(stage) }
    }
    var columns: [SchoolMap.Column]
    switch question.across {
    case .year:
      if let only = question.onlyYear { return [.year(only)] }
      columns = years.union(facts.school.years).sorted().map { .year($0) }
    case .stage: columns = stages.union(facts.school.years.map(\.stage)).sorted().map { .stage($0) }
    }
    if seen.contains(.wholeSchool) || columns.isEmpty { columns.append(.wholeSchool) }
    return columns
  }

  private func column(_ year: YearGroup?) -> SchoolMap.Column {
    guard let year else { return .wholeSchool }
    return question.across == .year ? .year(year) : .stage(year.stage)
  }

  private func kind(_ source: CostLine.Source) -> PayRole.Kind? {
    guard case .adult(_, let role) = source else { return nil }
    return facts.roles[role]?.kind ?? .other
  }

  private func pupils(_ ids: Set<ID<Pupil>>) -> [MapPupil] {
    ids.compactMap { facts.pupils[$0] }.sorted {
      ($0.calledName, $0.surname, $0.id.text) < ($1.calledName, $1.surname, $1.id.text)
    }
  }

  private func when(_ group: MapGroup) -> String {
    let schedules = group.facts.schedules.filter { question.isInForce($0.span) }
    return (schedules.last ?? group.facts.schedules.last)?.schedule.words ?? ""
  }

  private func who(_ group: MapGroup) -> [String] {
    group.facts.leads.filter { question.isInForce($0.span) }.map { lead in
      let name = facts.staff[lead.staff] ?? facts.roles[lead.role]?.name ?? "An adult"
      return lead.share == .whole ? name : "\(name) (\(lead.share.words))"
    }
  }

  private func dates(_ group: MapGroup) -> String? {
    let span = group.group.span
    let begins = span.from > question.period.from
    let ends = span.until.map { $0 < question.period.until } ?? false
    switch (begins, ends) {
    case (true, true): return "\(span.from.wordsWithoutYear) to \(span.until!.wordsWithoutYear)"
    case (true, false): return "from \(span.from.wordsWithoutYear)"
    case (false, true): return "until \(span.until!.wordsWithoutYear)"
    case (false, false): return nil
    }
  }

  private func people(_ placed: some Sequence<Placed>, in column: SchoolMap.Column) -> Set<ID<Pupil>> {
    placed.reduce(into: []) { $0.formUnion($1.pupils[column] ?? []) }
  }

  private func people(_ placed: some Sequence<Placed>) -> Set<ID<Pupil>> {
    placed.reduce(into: []) { all, one in for pupils in one.pupils.values { all.formUnion(pupils) } }
  }
}

extension SchoolMap.Figures {
  fileprivate mutating func add(_ share: CostLine.Share, kind: PayRole.Kind?, toDate isToDate: Bool) {
    if isToDate {
      toDate += share.pence ?? .zero
      return
    }
    projected += share.pence ?? .zero
    switch kind {
    case .teachingAssistant: assistantMinutes += share.minutes
    case .teacher: teacherMinutes += share.minutes
    case .other: otherMinutes += share.minutes
    case nil: break
    }
  }
}
