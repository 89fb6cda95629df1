import Domain

/// Puts a map into the words of its printed sheet.
struct MapPaperWords {
  /// More names than this in a cell become a number and a list at the end.
  static let mostNames = 8

  let printed: PrintedMap
  private var map: SchoolMap { printed.map }

  var sheet: MapSheetOnPaper {
    var lists: [MapSheetOnPaper.NameList] = []
    let sections = map.sections.map { section($0, &lists) }
    return MapSheetOnPaper(
      title: title, school: map.school.name, days: printed.days, filter: printed.filter, made: printed.today.words,
      isAlone: map.question.onlyYear != nil, legend: legend, levels: map.levels.map(\.name),
      columns: map.columns.map(\.name), sections: sections,
      totals: totals,
      notes: notes, lists: lists)
  }

  private var title: String { map.question.onlyYear.map { "School map: \($0.name)" } ?? "School map" }

  /// The strands that the map shows, each with its hue.
  private var legend: [MapSheetOnPaper.Hue] {
    let strands = Set(map.sections.flatMap(\.lines).compactMap(\.strand))
    return Strand.allCases.filter(strands.contains).map { MapSheetOnPaper.Hue(name: $0.name, hue: $0.hue) }
  }

  private var notes: [String] {
    var notes = printed.notes
    if printed.showsCosts {
      notes.append(
        "Costs are reckoned at true cost. Money and time add up; pupils, each counted once, do not. "
          + "Hours and amounts together hint at pay: please treat them with care.")
    }
    return notes
  }

  private func section(
    _ section: SchoolMap.Section, _ lists: inout [MapSheetOnPaper.NameList]
  ) -> MapSheetOnPaper.Section {
    MapSheetOnPaper.Section(
      title: section.heading.name,
      figures: section.subtotals.map { printed.showsCosts ? cost($0) : time($0) },
      sums: sums(section.subtotal), lines: section.lines.map { line($0, &lists) })
  }

  private func line(_ line: SchoolMap.Line, _ lists: inout [MapSheetOnPaper.NameList]) -> MapSheetOnPaper.Line {
    MapSheetOnPaper.Line(
      title: line.name, detail: line.isStrategy ? "Strategy, without sessions" : nil, chip: line.strandAndLevel,
      hue: line.strand?.hue,
      depth: line.level.flatMap { key in map.levels.firstIndex { $0.key == key } }.map { $0 + 1 } ?? 0,
      tag: line.isConfidential ? "Confidential" : nil,
      cells: line.cells.enumerated().map { index, cell in
        cell.map { runs($0, line, map.columns[index], &lists) } ?? []
      }, sums: sums(line.total))
  }

  private func runs(
    _ cell: SchoolMap.Cell, _ line: SchoolMap.Line, _ column: SchoolMap.Column,
    _ lists: inout [MapSheetOnPaper.NameList]
  ) -> [MapSheetOnPaper.Run] {
    if MapCellWords.isWhole(cell, map) {
      return [
        MapSheetOnPaper.Run(
          who: MapWords.people(cell.figures, on: line, in: column), list: nil, when: nil, by: nil, dates: nil,
          hours: hours(cell.figures), cost: cellCost(cell.figures))
      ]
    }
    return cell.runs.map { run in
      var list: Int?
      var who = MapCellWords.people(run, line, column, map.question.names)
      if run.pupils.count > MapPaperWords.mostNames {
        who = MapWords.countedPupils(run.figures)
        list = lists.count + 1
        let by = MapWords.leaders(run, of: line) ?? ""
        lists.append(
          MapSheetOnPaper.NameList(
            number: lists.count + 1,
            title: [line.name, column.name, run.when, by].filter { !$0.isEmpty }.joined(separator: ", "),
            names: run.pupils.map { map.question.names.text(of: $0) } + [MapWords.others(run)].compactMap(\.self)))
      }
      return MapSheetOnPaper.Run(
        who: who, list: list, when: run.when.isEmpty ? nil : run.when,
        by: MapWords.leaders(run, of: line), dates: run.dates,
        hours: hours(run.figures), cost: cellCost(run.figures))
    }
  }

  private var totals: [MapSheetOnPaper.Total] {
    func row(
      _ label: String, note: String? = nil, isMain: Bool = false, _ words: (SchoolMap.Figures) -> String
    ) -> MapSheetOnPaper.Total {
      MapSheetOnPaper.Total(
        label: label, note: note, figures: map.totals.map(words), all: words(map.total), isMain: isMain)
    }
    var rows = [
      row("Pupils", note: "each counted once", MapWords.pupils),
      row("Teaching assistants") { MapWords.time($0.assistantMinutes, $0) },
      row("Teachers") { MapWords.time($0.teacherMinutes, $0) },
    ]
    if map.total.otherMinutes > 0 { rows.append(row("Others") { MapWords.time($0.otherMinutes, $0) }) }
    if printed.isDivided {
      rows.append(row("To date", note: "up to \(map.question.asAt.words)") { MapWords.money($0.toDate, $0) })
      rows.append(row("To come") { MapWords.money($0.toCome, $0) })
    }
    if printed.showsCosts {
      let label = printed.isDivided ? "Planned for the period" : "Cost of the period"
      rows.append(row(label, note: MapWords.leavingOut(map), isMain: true, cost))
    }
    return rows
  }

  private func sums(_ figures: SchoolMap.Figures) -> [MapSheetOnPaper.Sum] {
    func sum(_ label: String, _ figure: String, isMain: Bool = false) -> MapSheetOnPaper.Sum {
      MapSheetOnPaper.Sum(label: label, figure: figure, isMain: isMain)
    }
    if figures.isWithheld { return printed.showsCosts ? [sum("withheld", "")] : [] }
    var sums: [MapSheetOnPaper.Sum] = []
    for (label, minutes) in [
      ("TA", figures.assistantMinutes), ("teacher", figures.teacherMinutes), ("other", figures.otherMinutes),
    ] where minutes > 0 {
      sums.append(sum(label, StaffTime.words(minutes: minutes)))
    }
    if printed.showsCosts, figures.hasCost { sums.append(sum("Cost", cost(figures), isMain: true)) }
    return sums
  }

  /// In a cell nothing stands where there is no cost, or where it is said already that nobody leads it; and what is withheld
  /// stands with the hours.
  private func cellCost(_ figures: SchoolMap.Figures) -> String? {
    printed.showsCosts && figures.hasCost && !figures.isOnlyUnled && !figures.isWithheld ? MapWords.cost(figures) : nil
  }

  private func cost(_ figures: SchoolMap.Figures) -> String { MapWords.cost(figures) }

  private func time(_ figures: SchoolMap.Figures) -> String { MapWords.time(figures.staffMinutes, figures) }

  /// `TA 1 h 30 min, teacher 2 h`; nil where no adult's time goes into it.
  private func hours(_ figures: SchoolMap.Figures) -> String? {
    if figures.isWithheld { return printed.showsCosts ? MapWords.withheld(figures) : nil }
    let times = [
      ("TA", figures.assistantMinutes), ("teacher", figures.teacherMinutes), ("other", figures.otherMinutes),
    ]
    .filter { $0.1 > 0 }.map { "\($0.0) \(StaffTime.words(minutes: $0.1))" }
    return times.isEmpty ? nil : times.joined(separator: ", ")
  }
}

extension Strand {
  /// The hues that pages and paper share, in the strands' order.
  var hue: String {
    switch self {
    case .familySupport: "plum"
    case .environment: "green"
    case .workforce: "ochre"
    case .identification: "blue"
    case .intervention: "crimson"
    }
  }
}
