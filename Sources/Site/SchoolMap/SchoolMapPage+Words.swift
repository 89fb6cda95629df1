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

private struct MapTableWords {
  let map: SchoolMap
  let sight: MapSight

  private var here: MapAddress { MapAddress(school: map.school, question: map.question) }

  func column(_ column: SchoolMap.Column) -> MapTable.Column {
    guard case .year(let year) = column, map.question.onlyYear == nil else { return MapTable.Column(column.name) }
    var alone = map.question
    alone.onlyYear = year
    return MapTable.Column(column.name, to: MapAddress(school: map.school, question: alone).at(Way.map(map.school)))
  }

  func section(_ section: SchoolMap.Section) -> MapTable.Section {
    MapTable.Section(
      section.heading.name, lines: section.lines.map { line($0, section.heading) },
      figures: section.subtotals.enumerated().map { index, figures in
        figure(figures, working: Working(heading: section.heading.id, column: map.columns[index]))
      },
      sums: sums(section.subtotal, working: Working(heading: section.heading.id)))
  }

  private func line(_ line: SchoolMap.Line, _ heading: Heading) -> MapTable.Line {
    MapTable.Line(
      line.name, detail: line.isStrategy ? "Strategy, without sessions" : usual(line), chip: chip(line),
      tags: line.isConfidential ? [StatusTag(.confidential)] : [],
      cells: line.cells.enumerated().map { index, cell in
        cell.map { runs($0, line, Working(heading: heading.id, column: map.columns[index])) } ?? []
      },
      sums: sums(line.total, working: nil))
  }

  /// How it is given, where all its runs are given alike.
  private func usual(_ line: SchoolMap.Line) -> String? {
    let all = Set(line.cells.compactMap { $0 }.flatMap(\.runs).map(\.when).filter { !$0.isEmpty })
    return all.count == 1
      ? all.first
      : all.count > 1 ? "\(Set(line.cells.compactMap { $0 }.flatMap(\.runs).map(\.group)).count) groups" : nil
  }

  private func runs(_ cell: SchoolMap.Cell, _ line: SchoolMap.Line, _ working: Working) -> [MapTable.Run] {
    if cell.runs.isEmpty || cell.runs.contains(where: { $0.figures.isWithheld })
      || (!sightOfNames && cell.runs.count > 1)
    {
      let figures = cell.figures
      let who = MapWords.countedPupils(figures)
      return [
        MapTable.Run(
          .words(line.isConfidential ? "confidential" : who), hours: sight.showsCosts ? hours(figures) : nil,
          cost: sight.showsCosts ? MapTable.Figure(MapWords.cost(figures)) : nil)
      ]
    }
    return cell.runs.map { run($0, line, working) }
  }

  private var sightOfNames: Bool { map.question.names != .counts }

  private func run(_ run: SchoolMap.Run, _ line: SchoolMap.Line, _ working: Working) -> MapTable.Run {
    MapTable.Run(
      people(run, line), when: run.when.isEmpty ? nil : run.when,
      by: run.who.isEmpty ? nil : run.who.joined(separator: ", "), note: run.dates,
      hours: run.figures.staffMinutes == 0 ? nil : hours(run.figures),
      cost: sight.showsCosts && hasCost(run.figures)
        ? figure(run.figures, working: Working(group: run.group, column: working.column)) : nil,
      to: sight.opensGroups && !(line.isConfidential && run.who.isEmpty) ? Way.group(run.group, map.school) : nil)
  }

  private func people(_ run: SchoolMap.Run, _ line: SchoolMap.Line) -> MapTable.People {
    if run.pupils.isEmpty {
      if run.figures.pupils > 0 { return .words(MapWords.countedPupils(run.figures)) }
      return .words(line.isConfidential ? "confidential" : "no pupils named")
    }
    var names = run.pupils.map { pupil in
      MapTable.Name(
        map.question.names == .short ? pupil.shortName : pupil.fullName,
        to: sight.opensPupils ? Way.pupil(pupil.id, map.school) : nil)
    }
    if let others = MapWords.others(run) { names.append(MapTable.Name(others)) }
    return names.count > MapTable.mostNames ? .list(MapWords.countedPupils(run.figures), names) : .names(names)
  }

  private func hours(_ figures: SchoolMap.Figures) -> String {
    figures.isWithheld ? "hours withheld" : StaffTime.words(minutes: figures.staffMinutes)
  }

  private func hasCost(_ figures: SchoolMap.Figures) -> Bool {
    figures.projected > .zero || figures.unpriced > 0 || figures.isWithheld
  }

  private func chip(_ line: SchoolMap.Line) -> Chip? {
    guard let strand = line.strand else { return nil }
    let position = Strand.allCases.firstIndex(of: strand)! + 1
    let levels = Level.four
    let depth = line.level.flatMap { key in levels.firstIndex { $0.key == key } }
    let level = line.level.flatMap { Level.keyed($0)?.name }
    return Chip(
      [strand.name, level].compactMap { $0 }.joined(separator: " · "), Hue(position: position), depth: (depth ?? 0) + 1,
      of: levels.count)
  }

  var totals: [MapTable.Total] {
    func row(_ label: String, note: String? = nil, isMain: Bool = false, _ words: (SchoolMap.Figures) -> String)
      -> MapTable.Total
    {
      MapTable.Total(
        label, note: note, figures: map.totals.map { MapTable.Figure(words($0)) },
        all: MapTable.Figure(words(map.total)),
        isMain: isMain)
    }
    var rows = [
      row("Pupils", note: "each counted once", MapWords.pupils),
      row("Teaching assistants") { MapWords.time($0.assistantMinutes, $0) },
      row("Teachers") { MapWords.time($0.teacherMinutes, $0) },
    ]
    if map.total.otherMinutes > 0 { rows.append(row("Others") { MapWords.time($0.otherMinutes, $0) }) }
    guard sight.showsCosts else { return rows }
    if map.question.asAt < map.question.period.until {
      rows.append(row("To date") { MapWords.money($0.toDate, $0) })
      rows.append(row("To come") { MapWords.money($0.toCome, $0) })
    }
    rows.append(
      MapTable.Total(
        "Cost of the period",
        figures: map.totals.enumerated().map { figure($1, working: Working(column: map.columns[$0])) },
        all: figure(map.total, working: Working()), isMain: true))
    return rows
  }

  private func sums(_ figures: SchoolMap.Figures, working: Working?) -> [MapTable.Sum] {
    var sums: [MapTable.Sum] = []
    if figures.isWithheld {
      return sight.showsCosts ? [MapTable.Sum("Cost", "withheld", isMain: true)] : []
    }
    if figures.assistantMinutes > 0 {
      sums.append(MapTable.Sum("TA", MapTable.Figure(StaffTime.words(minutes: figures.assistantMinutes))))
    }
    if figures.teacherMinutes > 0 {
      sums.append(MapTable.Sum("Teacher", MapTable.Figure(StaffTime.words(minutes: figures.teacherMinutes))))
    }
    if figures.otherMinutes > 0 {
      sums.append(MapTable.Sum("Others", MapTable.Figure(StaffTime.words(minutes: figures.otherMinutes))))
    }
    if sight.showsCosts, hasCost(figures) {
      sums.append(MapTable.Sum("Cost", figure(figures, working: working), isMain: true))
    }
    return sums
  }

  /// What a figure's working is about.
  struct Working {
    var heading: ID<Heading>?
    var group: ID<Group>?
    var column: SchoolMap.Column?
  }

  private func figure(_ figures: SchoolMap.Figures, working: Working?) -> MapTable.Figure {
    let words = hasCost(figures) ? MapWords.cost(figures) : "–"
    guard sight.opensWorkings, hasCost(figures), !figures.isWithheld, let working else { return MapTable.Figure(words) }
    return MapTable.Figure(words, working: address(working))
  }

  private func address(_ working: Working) -> Address {
    var question = map.question
    if let heading = working.heading { question.headings = [heading] }
    let base: Address = "\(Way.map(map.school))/working"
    var address = MapAddress(school: map.school, question: question).at(base)
    if let group = working.group { address = address.asking("group", group.text) }
    if let column = working.column { address = address.asking("column", column.key) }
    return address
  }
}
