extension MapFacts {
  /// Draws the map that is asked for. It names nobody and nothing that the facts do not: confidential provision that they
  /// mask keeps its place and its cost, and has no title, pupils or adults.
  package func map(_ question: MapQuestion) -> SchoolMap {
    var question = question
    if question.onlyYear != nil { question.across = .year }
    return MapDrawing(facts: self, sieve: MapSieve(question, self)).map()
  }
}

/// The drawing of one map: groups are placed into its columns, runs of one provision gathered into lines, lines into
/// sections, and every sum added up from them.
struct MapDrawing {
  let facts: MapFacts
  let sieve: MapSieve

  var question: MapQuestion { sieve.question }

  func map() -> SchoolMap {
    let placed = facts.costed(sieve).map(place).filter { !$0.runs.isEmpty }
    let columns = columns(placed)
    let sections = sections(placed, columns)
    var totals = columns.map { _ in SchoolMap.Figures() }
    var total = SchoolMap.Figures()
    for section in sections {
      for index in columns.indices { totals[index].add(section.subtotals[index]) }
      total.add(section.subtotal)
    }
    count(placed, columns, &totals, &total)
    return SchoolMap(
      school: facts.school, question: question, columns: columns, sections: sections, totals: totals, total: total,
      unpriced: placed.flatMap(\.unpriced), unled: placed.compactMap(\.unled),
      usesReferenceRates: placed.contains(where: \.usesReferenceRates),
      yearsWithoutTerms: facts.calendar.yearsWithoutTerms(in: question.period), filter: facts.words(of: question),
      groupCount: placed.count, hidesSmallNumbers: false, tellsTerms: true)
  }

  /// In order of headings, then of provisions' names.
  private func sections(_ placed: [PlacedGroup], _ columns: [SchoolMap.Column]) -> [SchoolMap.Section] {
    let lines = Dictionary(grouping: placed) { SchoolMap.Line.Key($0.group) }
    let keys = Dictionary(grouping: lines.keys, by: \.heading)
    return facts.headings.compactMap { heading in
      guard let keys = keys[heading.id] else { return nil }
      let ordered = keys.map { (key: $0, order: Folding.fold($0.name), first: lines[$0]![0].group.group.id) }
        .sorted { ($0.order, $0.first) < ($1.order, $1.first) }
      return section(heading, ordered.map { ($0.key, lines[$0.key]!) }, columns)
    }
  }

  private func section(
    _ heading: Heading, _ lines: [(SchoolMap.Line.Key, [PlacedGroup])], _ columns: [SchoolMap.Column]
  ) -> SchoolMap.Section {
    var section = SchoolMap.Section(
      heading: heading, lines: lines.map { line($0.0, $0.1, columns) },
      subtotals: columns.map { _ in SchoolMap.Figures() }, subtotal: SchoolMap.Figures())
    for line in section.lines {
      for (index, cell) in line.cells.enumerated() { if let cell { section.subtotals[index].add(cell.figures) } }
      section.subtotal.add(line.total)
    }
    count(lines.flatMap(\.1), columns, &section.subtotals, &section.subtotal)
    return section
  }

  private func line(
    _ key: SchoolMap.Line.Key, _ groups: [PlacedGroup], _ columns: [SchoolMap.Column]
  ) -> SchoolMap.Line {
    var total = SchoolMap.Figures()
    let cells = columns.map { column -> SchoolMap.Cell? in
      let runs = groups.compactMap { $0.runs[column] }
      guard !runs.isEmpty else { return nil }
      var figures = SchoolMap.Figures()
      for run in runs { figures.add(run.figures) }
      figures.pupils = people(groups, in: column).count
      total.add(figures)
      return SchoolMap.Cell(runs: runs, figures: figures)
    }
    total.pupils = people(groups).count
    let first = groups[0].group.group
    return SchoolMap.Line(
      key: key, name: key.name, strand: first.strand, level: first.level, isConfidential: first.isConfidential,
      isHidden: key.isMasked, isStrategy: groups.allSatisfy { $0.group.facts.schedules.isEmpty },
      cells: cells, total: total)
  }

  /// The school's own years or stages, and such others as have something; the whole school where something belongs to no
  /// pupil.
  private func columns(_ placed: [PlacedGroup]) -> [SchoolMap.Column] {
    var years: Set<YearGroup> = []
    var stages: Set<KeyStage> = []
    var hasWholeSchool = false
    for column in placed.lazy.flatMap(\.runs.keys) {
      switch column {
      case .year(let year): years.insert(year)
      case .stage(let stage): stages.insert(stage)
      case .wholeSchool: hasWholeSchool = true
      }
    }
    var columns: [SchoolMap.Column]
    switch question.across {
    case .year:
      if let only = question.onlyYear { return [.year(only)] }
      columns = years.union(facts.school.years).sorted().map { .year($0) }
    case .stage: columns = stages.union(facts.school.years.map(\.stage)).sorted().map { .stage($0) }
    }
    if hasWholeSchool || columns.isEmpty { columns.append(.wholeSchool) }
    return columns
  }

  // MARK: People, counted once

  private func count(
    _ placed: [PlacedGroup], _ columns: [SchoolMap.Column], _ sums: inout [SchoolMap.Figures],
    _ sum: inout SchoolMap.Figures
  ) {
    for (index, column) in columns.enumerated() { sums[index].pupils = people(placed, in: column).count }
    sum.pupils = people(placed).count
  }

  private func people(_ placed: [PlacedGroup], in column: SchoolMap.Column) -> Set<ID<Pupil>> {
    placed.reduce(into: []) { if let pupils = $1.pupils[column] { $0.formUnion(pupils) } }
  }

  private func people(_ placed: [PlacedGroup]) -> Set<ID<Pupil>> {
    placed.reduce(into: []) { all, one in for pupils in one.pupils.values { all.formUnion(pupils) } }
  }
}

extension SchoolMap.Line.Key {
  init(_ group: MapGroup) {
    (heading, type, name) = (group.group.heading, group.group.type, group.group.name)
    isMasked = group.isMasked
  }
}
