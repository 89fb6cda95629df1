package import Domain
import SQL

/// What stands behind the figures: entries, gaps in their order, places, words.
extension AreaMaps {
  /// The map with all that its reports say. `most`: of provision and of gaps, so many entries at the most.
  package func report(_ question: AreaMapQuestion, today: Day, most: Int = .max) throws -> AreaReport {
    let map = try map(question, today: today)
    let isCompared = question.earlier != nil && !question.isPublic && !isPublicAlone
    return AreaReport(
      map: map, comparison: isCompared ? try comparison(question, today: today) : nil,
      outcomes: try outcomes(map), places: try places(map),
      provision: try entries(map, .provision, most: most).sorted { ($0.name, $0.id) < ($1.name, $1.id) },
      gaps: try gaps(map, most: most), words: try words(map))
  }

  /// What is wanted in the cells, for the specialism that is asked for or the first of the project.
  package func outcomes(_ map: AreaMap) throws -> [Cell: String] {
    let asked = map.basis.specialisms.first { $0.specialism.key == map.question.specialism }
    guard let specialism = (asked ?? map.basis.specialisms.first)?.specialism else { return [:] }
    return try Frameworks(viewer, connection).texts(map.framework, of: specialism).mapValues(\.outcome)
  }

  /// Entries on the map, the newest first; of one cell, or of all.
  package func entries(
    _ map: AreaMap, _ kind: EntryKind, in cell: Cell? = nil, only ids: [ID<Entry>]? = nil, most: Int = .max
  ) throws -> [AreaMapEntry] {
    var filter = filter(map)
    filter.kind = kind
    if let cell { filter.cells = Cells([cell]) }
    let chosen: SQL = ids.map { "e.id IN (\(SQL.list($0)))" } ?? "TRUE"
    let condition: SQL = "\(filter.condition(organisation)) AND \(mine()) AND \(chosen)"
    let found = try Entries(viewer, connection).load(condition, limit: most == .max ? "" : "LIMIT \(most)")
    let organisations = try organisations(of: map)
    let merged = try merged(in: map.round.id, map.question).numbers
    return found.map { entry in
      let organisation = organisations[entry.participant]
      return AreaMapEntry(
        merged[entry.id].map(entry.with) ?? entry, organisation: organisation?.name ?? "",
        sector: organisation?.sector ?? "", isPublic: map.question.isPublic)
    }
  }

  /// Gaps, those that most organisations say first. What was merged into one is said by its organisation too.
  package func gaps(_ map: AreaMap, in cell: Cell? = nil, most: Int = .max) throws -> [AreaMapEntry] {
    let merged = try merged(in: map.round.id, map.question)
    let organisations = try organisations(of: map)
    let first = most == .max ? nil : try firstGaps(map, in: cell, merged, most)
    let all = try entries(map, .gap, in: cell, only: first).map { gap in
      var gap = gap
      let others = (merged.speakers[gap.id] ?? []).compactMap { organisations[$0]?.name }
      gap.saidBy = [gap.organisation] + Set(others).subtracting([gap.organisation]).sorted()
      return gap
    }
    return AreaReport.ranked(all)
  }

  /// Which gaps come first, by their figures alone: the words of ten thousand are not read for a page of two hundred.
  private func firstGaps(
    _ map: AreaMap, in cell: Cell?, _ merged: MergedEntries, _ most: Int
  ) throws -> [ID<Entry>] {
    var filter = filter(map)
    filter.kind = .gap
    if let cell { filter.cells = Cells([cell]) }
    let isPublic = map.question.isPublic
    let all = try connection.rows(
      """
      SELECT e.id, e.participant_id, e.affected FROM entries e
      WHERE e.organisation_id = \(organisation) AND \(filter.condition(organisation)) AND \(mine())
      """
    ) { row in
      let (id, speaker): (ID<Entry>, ID<Participant>) = (row.id(0), row.id(1))
      var own = MergedNumbers(affected: row.intOrNil(2))
      if let others = merged.numbers[id] { own.take(others) }
      return AreaReport.Rank(
        id: id, sayers: Set(merged.speakers[id] ?? []).union([speaker]).count,
        affected: own.affected.flatMap { ChildrenCount($0, isPublic: isPublic).number } ?? 0)
    }
    return all.sorted().prefix(most).map(\.id)
  }

  /// Localities in their order, then what names none. The question's own locality does not narrow them.
  package func places(_ map: AreaMap) throws -> [PlaceFigures] {
    var filter = filter(map)
    filter.locality = nil
    let merged = try merged(in: map.round.id, map.question).numbers
    var found: [ID<Locality>?: AreaMapTally] = [:]
    try connection.each(
      """
      SELECT l.locality_id, CASE WHEN e.kind = 'gap' THEN 1 ELSE 0 END, e.reach, e.capacity, e.affected, e.id
      FROM entries e LEFT JOIN entry_localities l ON l.organisation_id = e.organisation_id AND l.entry_id = e.id
      WHERE e.organisation_id = \(organisation) AND \(mine()) AND \(filter.condition(organisation))
      """
    ) { row in
      var numbers = MergedNumbers(reach: row.intOrNil(2), places: row.intOrNil(3), affected: row.intOrNil(4))
      if !merged.isEmpty, let others = merged[row.id(5)] { numbers.take(others) }
      let fact = AreaMapTally.Fact(
        isGap: row.int(1) == 1, cells: Cells([Cell(strand: 0, level: 0)]), reach: numbers.reach,
        places: numbers.places, affected: numbers.affected)
      found[row.idOrNil(0), default: AreaMapTally(organisations: 1, isPublic: map.question.isPublic)].add(fact)
    }
    let boundaries = try AreaParts(organisation, connection).boundaries()
    var none = AreaMap.Figures()
    none.isPublic = map.question.isPublic
    return map.basis.localities.map { locality in
      PlaceFigures(
        locality: locality, figures: found[locality.id]?.counted().total ?? none, boundary: boundaries[locality.id])
    } + (found[nil].map { [PlaceFigures(locality: nil, figures: $0.counted().total, boundary: nil)] } ?? [])
  }

  /// Words that stand in most of the gaps, in two at least, without those that say nothing by themselves. Counted from the
  /// texts: of ten thousand gaps there are three hundred thousand rows of words, and a database would sort them.
  package func words(_ map: AreaMap, most: Int = 30) throws -> [WordCount] {
    var filter = filter(map)
    filter.kind = .gap
    if map.question.isPublic { return [] }
    var tally = WordTally()
    try connection.each(
      """
      SELECT \(Entries.searchable) FROM entries e
      WHERE e.organisation_id = \(organisation) AND \(mine()) AND \(filter.condition(organisation))
      """
    ) { row in row.withUTF8(0) { tally.add($0) } }
    return tally.most(most)
  }

  private func filter(_ map: AreaMap) -> EntryFilter {
    let question = map.question
    var filter = EntryFilter(round: map.round.id)
    filter.states = [.live]
    filter.specialism = map.basis.specialisms.first { $0.specialism.key == question.specialism }?.position
    filter.sector = question.sector
    filter.participant = question.participant
    filter.locality = question.locality
    filter.age = question.age
    filter.isPublic = question.isPublic
    return filter
  }

  /// Names and sectors. The public map does not hold them, so they are read for it.
  private func organisations(of map: AreaMap) throws -> [ID<Participant>: (name: String, sector: String)] {
    let all =
      map.question.isPublic
      ? try readOrganisations(ask(map.question, today: map.round.from)).map { ($0.id, ($0.name, $0.sector)) }
      : map.organisations.map { ($0.id, ($0.name, $0.sector)) }
    return Dictionary(all) { first, _ in first }
  }
}
