import Domain

/// An area's map on paper: the summary of one or two pages, or the full report with every cell's entries. All words are
/// finished here; the template only sets them.
struct AreaPaperWords {
  private let printed: PrintedAreaMap
  private let isFull: Bool
  private let limits: AreaReportLimits
  private var map: AreaMap { printed.map }
  private var report: AreaReport { printed.report }
  private var framework: Framework { map.framework }

  /// Gaps of the summary.
  static let mostGaps = 10

  init(_ printed: PrintedAreaMap, isFull: Bool) {
    self.printed = printed
    self.isFull = isFull
    limits = AreaReportLimits(printed.report)
  }

  var sheet: AreaSheetOnPaper {
    let scale = map.scale
    let most = isFull ? limits.gaps : Self.mostGaps
    return AreaSheetOnPaper(
      title: printed.title, area: map.area.name, lede: printed.lede, filter: map.filterWords,
      made: printed.today.words, isFull: isFull, isPublic: printed.isPublic,
      depthName: map.shownDepth.name.lowercased(), legend: scale.words,
      strands: framework.strands.indices.map {
        AreaSheetOnPaper.Strand(name: framework.strands[$0].name, hue: AreaHues.name($0))
      },
      rows: framework.levels.indices.map { level in
        AreaSheetOnPaper.Row(
          level: framework.levels[level].name,
          cells: framework.strands.indices.map { strand in
            let cell = Cell(strand: strand, level: level)
            return box(map.figures(cell), depth: map.depth(cell, on: scale))
          }, total: box(map.figures(level: level)))
      }, strandTotals: framework.strands.indices.map { box(map.figures(strand: $0)) }, total: box(map.total),
      responses: responses, notes: AreaMapWords.notes(map), gaps: report.gaps.prefix(most).enumerated().map(gap),
      gapsLeftOut: gapsLeftOut(most), comparison: comparison, places: places,
      words: isFull ? report.words.map { "\($0.word) (\($0.count))" } : [],
      sections: isFull ? framework.cells.map(section) : [])
  }

  private func box(_ figures: AreaMap.Figures, depth: Int = 0) -> AreaSheetOnPaper.Box {
    AreaSheetOnPaper.Box(
      figure: AreaCellWords.figure(figures), lines: AreaCellWords.more(figures), depth: depth,
      isSilent: figures.state.isUnknown)
  }

  private var responses: [AreaSheetOnPaper.Response] {
    if printed.isPublic { return [] }
    return (map.responses + [map.response]).map { response in
      AreaSheetOnPaper.Response(
        sector: response.sector?.name ?? "All", known: response.known, expected: response.expected,
        joined: response.joined, answered: response.answered, isTotal: response.sector == nil)
    }
  }

  private func gap(_ index: Int, _ gap: AreaMapEntry) -> AreaSheetOnPaper.Gap {
    AreaSheetOnPaper.Gap(
      rank: index + 1, text: AreaEntryWords.text(gap), effect: gap.effect.isEmpty ? nil : gap.effect,
      suggestion: gap.suggestion.isEmpty ? nil : gap.suggestion,
      saidBy: printed.isPublic || gap.saidBy.isEmpty ? gap.organisation : gap.saidBy.joined(separator: ", "),
      children: gap.affected?.words ?? "not said", cells: printed.cellNames(gap.cells))
  }

  private func gapsLeftOut(_ most: Int) -> String? {
    if isFull { return limits.gapsLeftOut(report) }
    let left = report.gaps.count - most
    return left > 0 ? "\(AreaMapWords.count(left, "other gap is", "other gaps are")) in the full report." : nil
  }

  private var comparison: AreaSheetOnPaper.Comparison? {
    guard let comparison = report.comparison else { return nil }
    return AreaSheetOnPaper.Comparison(
      title: comparison.then.round.title, note: "Then, \(AreaMapWords.response(comparison.then.response)).",
      rows: framework.cells.map { cell in
        let words = AreaChangeWords(comparison, cell)
        return AreaSheetOnPaper.Part(
          name: framework.name(of: cell), provision: words.provision, gaps: words.gaps, reach: words.reach)
      })
  }

  private var places: [AreaSheetOnPaper.Part] {
    if !isFull || map.basis.localities.isEmpty { return [] }
    return report.places.map { place in
      AreaSheetOnPaper.Part(
        name: place.locality?.name ?? "No locality named", provision: place.figures.provision.grouped,
        gaps: place.figures.gaps.grouped, reach: place.figures.reach?.grouped ?? "not said")
    }
  }

  private func section(_ cell: Cell) -> AreaSheetOnPaper.Section {
    let entries = report.provision.filter { $0.cells.contains(cell) }
    let gaps = report.gaps.filter { $0.cells.contains(cell) }
    let nothingHere = map.organisations(of: cell).nothingHere.map(\.name)
    return AreaSheetOnPaper.Section(
      title: framework.name(of: cell), hue: AreaHues.name(cell.strand), outcome: report.outcomes[cell],
      figures: AreaCellWords.lines(map.figures(cell)).joined(separator: " · "),
      entries: entries.prefix(limits.entriesOfACell).map { entry in
        AreaSheetOnPaper.Entry(
          text: AreaEntryWords.text(entry), organisation: entry.organisation, forWhom: AreaEntryWords.forWhom(entry),
          place: AreaEntryWords.whereAndWhen(entry, printed), children: entry.reach?.words ?? "not said")
      }, leftOut: limits.leftOut(entries.count), gaps: gaps.prefix(limits.entriesOfACell).map(\.name),
      nothingHere: nothingHere.isEmpty ? nil : nothingHere.joined(separator: ", "))
  }
}
