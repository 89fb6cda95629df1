import Components
import Domain
import Markup

/// What a viewer is shown of a map.
struct MapSight: Sendable {
  let showsCosts: Bool
  /// Whether figures open their working.
  let opensWorkings: Bool
  let opensPupils: Bool
  let opensGroups: Bool
  let today: Day
}

extension MapTable {
  /// More names than this in one cell become a list that opens.
  static let mostNames = 6

  /// The map in words, with its links.
  init(_ map: SchoolMap, _ sight: MapSight) {
    let words = MapTableWords(map: map, sight: sight)
    self.init(
      "Provision by \(map.question.across == .year ? "year group" : "key stage")\(sight.showsCosts ? ", with hours and cost" : "")",
      columns: map.columns.map(words.column), sections: map.sections.map(words.section), totals: words.totals)
  }
}

/// Puts the lines of a map into words.
struct MapTableWords {
  let map: SchoolMap
  let sight: MapSight
  /// Where the working of the whole map is, and that of its part to date: the links of hundreds of figures go on from
  /// there.
  let (workings, workingsToDate): (Address, Address?)

  init(map: SchoolMap, sight: MapSight) {
    (self.map, self.sight) = (map, sight)
    workings = MapTableWords.workings(map.question, map.school)
    workingsToDate = map.question.toDate.map { MapTableWords.workings($0, map.school) }
  }

  static func hue(_ strand: Strand) -> Hue { Hue(position: Strand.allCases.firstIndex(of: strand)! + 1) }

  func column(_ column: SchoolMap.Column) -> MapTable.Column {
    guard case .year(let year) = column, map.question.onlyYear == nil, !map.hidesSmallNumbers else {
      return MapTable.Column(column.name)
    }
    var alone = map.question
    alone.onlyYear = year
    return MapTable.Column(
      column.name,
      to: MapAddress(school: map.school, question: alone, today: sight.today).at(Way.map(map.school)))
  }

  func section(_ section: SchoolMap.Section) -> MapTable.Section {
    let heading = section.heading.id
    return MapTable.Section(
      section.heading.name, lines: section.lines.map { line($0, heading) },
      figures: section.subtotals.enumerated().map { index, figures in
        sight.showsCosts
          ? figure(figures, Scope(heading: heading, column: map.columns[index]))
          : MapTable.Figure(MapWords.time(figures.staffMinutes, figures))
      },
      sums: sums(section.subtotal, Scope(heading: heading)))
  }

  private func line(_ line: SchoolMap.Line, _ heading: ID<Heading>) -> MapTable.Line {
    let runs = line.cells.compactMap { $0 }.flatMap(\.runs)
    let timings = Set(runs.map(\.when))
    let usual = timings.count == 1 ? timings.first : nil
    let groups = Set(runs.map(\.group)).count
    let detail = [
      line.isStrategy ? "Strategy, without sessions" : usual.flatMap { $0.isEmpty ? nil : $0 },
      groups > 1 ? "\(groups) groups" : nil,
    ].compactMap { $0 }
    return MapTable.Line(
      line.name, detail: detail.isEmpty ? nil : detail.joined(separator: " · "), chip: chip(line),
      tags: line.isConfidential ? [StatusTag(.confidential)] : [],
      cells: line.cells.enumerated().map { index, cell in
        cell.map { cellRuns($0, line, map.columns[index], heading, usual: usual) } ?? []
      },
      sums: sums(line.total, runs.first.map { Scope(heading: heading, line: $0.group) }))
  }

  /// `usual` is how all runs of the line are given, where they are given alike: the line says it once.
  private func cellRuns(
    _ cell: SchoolMap.Cell, _ line: SchoolMap.Line, _ column: SchoolMap.Column, _ heading: ID<Heading>, usual: String?
  ) -> [MapTable.Run] {
    let scope = Scope(heading: heading, column: column)
    if cell.runs.isEmpty || cell.runs.contains(where: { $0.figures.isWithheld })
      || (map.question.names == .counts && cell.runs.count > 1)
    {
      let figures = cell.figures
      return [
        MapTable.Run(
          .words(MapWords.people(figures, on: line, in: column)),
          hours: sight.showsCosts ? hours(figures) : [],
          cost: sight.showsCosts && figures.hasCost && !figures.isWithheld
            ? figure(figures, cell.runs.first.map { scope.narrowed(toLineOf: $0.group) }) : nil)
      ]
    }
    return cell.runs.map { run($0, line, column, scope, usual: usual) }
  }

  private func run(
    _ run: SchoolMap.Run, _ line: SchoolMap.Line, _ column: SchoolMap.Column, _ scope: Scope, usual: String?
  ) -> MapTable.Run {
    MapTable.Run(
      people(run, line, column), when: run.when.isEmpty || run.when == usual ? nil : run.when,
      by: MapWords.leaders(run, of: line), note: run.dates, hours: hours(run.figures),
      // That nobody leads it stands there already.
      cost: sight.showsCosts && run.figures.hasCost && !run.figures.isOnlyUnled
        ? figure(run.figures, scope.narrowed(to: run.group)) : nil,
      to: sight.opensGroups && !(line.isConfidential && run.who.isEmpty) ? Way.group(run.group, map.school) : nil)
  }

  private func people(_ run: SchoolMap.Run, _ line: SchoolMap.Line, _ column: SchoolMap.Column) -> MapTable.People {
    if run.pupils.isEmpty { return .words(MapWords.people(run.figures, on: line, in: column)) }
    var names = run.pupils.map { pupil in
      MapTable.Name(
        map.question.names.text(of: pupil), to: sight.opensPupils ? Way.pupilMap(pupil.id, map.school) : nil,
        isMarked: map.question.pupils.count == 1 && map.question.pupils.contains(pupil.id) && run.pupils.count > 1)
    }
    if let others = MapWords.others(run) { names.append(MapTable.Name(others)) }
    return names.count > MapTable.mostNames ? .list(MapWords.countedPupils(run.figures), names) : .names(names)
  }

  private func chip(_ line: SchoolMap.Line) -> Chip? {
    guard let strand = line.strand else { return nil }
    let levels = map.levels
    let depth = line.level.flatMap { key in levels.firstIndex { $0.key == key } }
    let level = line.level.flatMap { Level.keyed($0)?.name }
    return Chip(
      [strand.name, level].compactMap { $0 }.joined(separator: " · "), MapTableWords.hue(strand),
      depth: (depth ?? 0) + 1, of: levels.count)
  }

  // MARK: Figures

  /// `TA 1 h 30 min`, `teacher 2 h`: only those that have any.
  func hours(_ figures: SchoolMap.Figures) -> [String] {
    if figures.isWithheld { return MapWords.withheld(figures).map { [$0] } ?? [] }
    return [("TA", figures.assistantMinutes), ("teacher", figures.teacherMinutes), ("other", figures.otherMinutes)]
      .filter { $0.1 > 0 }.map { "\($0.0) \(StaffTime.words(minutes: $0.1))" }
  }

  func figure(_ figures: SchoolMap.Figures, _ scope: Scope?) -> MapTable.Figure {
    let words = MapWords.cost(figures)
    guard figures.hasCost, !figures.isWithheld, let scope else { return MapTable.Figure(words) }
    return MapTable.Figure(words, working: working(scope))
  }

  private func sums(_ figures: SchoolMap.Figures, _ scope: Scope?) -> [MapTable.Sum] {
    if figures.isWithheld { return sight.showsCosts ? [MapTable.Sum("withheld", "")] : [] }
    let cost =
      sight.showsCosts && figures.hasCost ? [MapTable.Sum("Cost", figure(figures, scope), isMain: true)] : []
    let times = [
      ("TA", figures.assistantMinutes), ("teacher", figures.teacherMinutes), ("other", figures.otherMinutes),
    ]
    return cost
      + times.filter { $0.1 > 0 }.map { MapTable.Sum($0.0, MapTable.Figure(StaffTime.words(minutes: $0.1))) }
  }
}
