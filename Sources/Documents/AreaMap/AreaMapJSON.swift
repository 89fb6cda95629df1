import Domain

/// An area's map as a JSON file, for other programs. Its keys are documented in docs/files.md and stay as they are. The
/// public version has no key of capacity, cost, evidence or people at all.
struct AreaMapJSON {
  private let printed: PrintedAreaMap
  private var report: AreaReport { printed.report }
  private var map: AreaMap { printed.map }

  init(_ printed: PrintedAreaMap) { self.printed = printed }

  func bytes() throws -> [UInt8] { try tree.bytes() }

  private var tree: FileTree {
    var fields: [FileKey: FileTree] = [
      .area: .object([
        .name: .text(map.area.name), .address: .text(map.area.address), .title: .text(map.area.details.title),
      ]), .round: round(map.round), .public: .flag(printed.isPublic),
      .filter: .list(map.filter.map { .object([.label: .text($0.label), .values: .list([.text($0.value)])]) }),
      .strands: .list(map.framework.strands.map { .object([.key: .text($0.key), .name: .text($0.name)]) }),
      .levels: .list(map.framework.levels.map { .object([.key: .text($0.key), .name: .text($0.name)]) }),
      .cells: .list(map.framework.cells.map(cell)), .strandTotals: .list(strandTotals),
      .levelTotals: .list(levelTotals),
      .total: .object(figures(map.total)), .specialisms: .list(map.basis.specialisms.map(specialism)),
      .localities: .list(report.places.map(place)), .entries: .list((report.provision + report.gaps).map(entry)),
    ]
    if !printed.isPublic {
      fields[.response] = .list(map.responses.map(response) + [response(map.response)])
      fields[.words] = .list(report.words.map { .object([.word: .text($0.word), .entryCount: .number($0.count)]) })
    }
    if let comparison = report.comparison { fields[.comparedWith] = compared(comparison) }
    return .object(fields)
  }

  private func round(_ round: Round) -> FileTree {
    .object([
      .number: .number(round.number), .name: .text(round.name), .from: .text(round.from.iso),
      .until: round.until.map { .text($0.iso) } ?? .none, .closed: .flag(round.isClosed),
    ])
  }

  private func keys(_ cell: Cell) -> [FileKey: FileTree] {
    [
      .strand: .text(map.framework.strands[cell.strand].key), .level: .text(map.framework.levels[cell.level].key),
    ]
  }

  private func cell(_ cell: Cell) -> FileTree {
    var fields = keys(cell).merging(figures(map.figures(cell))) { $1 }
    fields[.outcome] = report.outcomes[cell].map { .text($0) } ?? FileTree.none
    return .object(fields)
  }

  private var strandTotals: [FileTree] {
    map.framework.strands.indices.map { strand in
      .object(figures(map.figures(strand: strand)).merging([.strand: .text(map.framework.strands[strand].key)]) { $1 })
    }
  }

  private var levelTotals: [FileTree] {
    map.framework.levels.indices.map { level in
      .object(figures(map.figures(level: level)).merging([.level: .text(map.framework.levels[level].key)]) { $1 })
    }
  }

  private func figures(_ figures: AreaMap.Figures) -> [FileKey: FileTree] {
    var fields = counts(figures)
    fields[.state] = .text(figures.state.rawValue)
    fields[.answered] = figures.isAnswered.map { .flag($0) } ?? FileTree.none
    if figures.isPublic {
      fields[.withheldNumbers] = .number(figures.reachWithheld + figures.affectedWithheld)
      return fields
    }
    fields[.capacity] = number(figures.places)
    fields[.capacitySaidBy] = .number(figures.placesSaid)
    fields[.organisationsProviding] = .number(figures.providers)
    fields[.organisationsWithGaps] = .number(figures.gapSayers)
    fields[.organisationsSayingNothingHere] = .number(figures.nothingHere)
    fields[.organisationsAnswering] = .number(figures.answered)
    return fields
  }

  /// What is counted of localities and specialisms too.
  private func counts(_ figures: AreaMap.Figures) -> [FileKey: FileTree] {
    [
      .provisionCount: .number(figures.provision), .gapCount: .number(figures.gaps), .reach: number(figures.reach),
      .reachSaidBy: .number(figures.reachSaid), .affected: number(figures.affected),
      .affectedSaidBy: .number(figures.affectedSaid),
    ]
  }

  private func specialism(_ placed: AreaMapBasis.PlacedSpecialism) -> FileTree {
    var fields = counts(map.tally.specialisms[placed.position])
    fields[.key] = .text(placed.specialism.key)
    fields[.name] = .text(placed.specialism.name)
    fields[.sharedCount] = .number(map.tally.shared[placed.position])
    return .object(fields)
  }

  private func place(_ place: PlaceFigures) -> FileTree {
    var fields = counts(place.figures)
    fields[.name] = place.locality.map { .text($0.name) } ?? FileTree.none
    fields[.code] = place.locality?.code.map { .text($0) } ?? FileTree.none
    return .object(fields)
  }

  private func response(_ response: AreaMap.Response) -> FileTree {
    .object([
      .sector: response.sector.map { .text($0.name) } ?? .none, .known: .number(response.known),
      .expected: .number(response.expected), .joined: .number(response.joined), .answered: .number(response.answered),
    ])
  }

  private func compared(_ comparison: AreaMapComparison) -> FileTree {
    let then = comparison.then
    return .object([
      .round: round(then.round), .response: response(then.response),
      .cells: .list(map.framework.cells.map { .object(keys($0).merging(figures(then.figures($0))) { $1 }) }),
      .total: .object(figures(then.total)),
    ])
  }

  private func entry(_ entry: AreaMapEntry) -> FileTree {
    var fields: [FileKey: FileTree] = [
      .id: .text(entry.id.text), .kind: .text(entry.kind.rawValue), .name: .text(entry.name),
      .description: .text(entry.description),
      .cells: .list(map.framework.cells.filter(entry.cells.contains).map { .object(keys($0)) }),
      .specialisms: .list(
        map.basis.specialisms.filter { entry.specialisms.contains($0.position) }.map { .text($0.specialism.key) }),
      .organisation: .text(entry.organisation), .sector: .text(map.basis.sectorName(entry.sector)),
      .audience: .text(entry.audience), .ageFrom: number(entry.ageFrom), .ageUntil: number(entry.ageUntil),
      .localities: .list(map.basis.localities.filter { entry.localities.contains($0.id) }.map { .text($0.name) }),
      .place: .text(entry.place), .frequency: .text(entry.frequency), .reach: number(entry.reach?.number),
    ]
    let withheld = entry.reach == .fewerThan5 || entry.affected == .fewerThan5
    if printed.isPublic { fields[.fewerThan5] = .flag(withheld) }
    if entry.kind == .gap {
      fields[.effect] = .text(entry.effect)
      fields[.affected] = number(entry.affected?.number)
      fields[.suggestion] = .text(entry.suggestion)
      if !printed.isPublic { fields[.saidBy] = .list(entry.saidBy.map { .text($0) }) }
    }
    if let inner = entry.inner {
      fields[.capacity] = number(inner.places)
      fields[.costPence] = number(inner.cost?.count)
      fields[.funder] = .text(inner.funder)
      fields[.evidence] = .text(inner.evidence)
      fields[.origin] = inner.origin.map { .text($0) } ?? FileTree.none
      fields[.checked] = .flag(inner.isChecked)
    }
    return .object(fields)
  }

  private func number(_ number: Int?) -> FileTree { number.map { .number($0) } ?? .none }
}
