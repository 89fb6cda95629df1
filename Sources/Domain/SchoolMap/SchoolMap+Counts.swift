extension MapFacts {
  /// The map for a reader who may see no names: over a whole school year or one of its terms (`MapQuestion.ofCounts`),
  /// with the number of 1 to 4 pupils as "fewer than 5", their money and hours withheld, and whatever these could be worked
  /// out from. The facts have to be those of the whole school year.
  ///
  /// Where its terms would cost the year its total (one of them has hardly begun, say), no term is told, and a question
  /// about one is answered with the year.
  package func mapOfCounts(_ question: MapQuestion) -> SchoolMap {
    var question = question.ofCounts(calendar)
    let year = AcademicYear(containing: question.period.from).period
    let tables = ([year] + calendar.terms(within: AcademicYear(containing: year.from)).map(\.period)).map { period in
      PlacedFigures(map(MapQuestion(.period(period, asAt: period.until)).ofCounts(calendar)))
    }
    let all = SmallNumbers(tables)
    let hidden = all.withheld.contains(.total) ? SmallNumbers([tables[0]]) : all
    let tellsTerms = hidden.withheld.contains(.total) || !all.withheld.contains(.total)
    if !tellsTerms { question.days = .period(year, asAt: year.until) }
    let table = tables.first { $0.map.question.period == question.period } ?? tables[0]
    return ToldMap(table: table, hidden: tellsTerms ? all : hidden, tellsTerms: tellsTerms)
      .map(question.across == .year ? table.map : map(question))
  }
}

/// What of a map is told.
private struct ToldMap {
  /// The same days by year group, from which stages are summed.
  let table: PlacedFigures
  let hidden: SmallNumbers
  let tellsTerms: Bool

  func map(_ map: SchoolMap) -> SchoolMap {
    func told(_ figures: [SchoolMap.Figures], _ row: SmallNumbers.Row) -> [SchoolMap.Figures] {
      zip(figures, map.columns).map { self.told($0, places(row, $1)) }
    }
    let sections = map.sections.map { section in
      var section = section
      let row = SmallNumbers.Row.subtotal(section.heading.id)
      section.lines = section.lines.map { line($0, map.columns) }
      section.subtotals = told(section.subtotals, row)
      section.subtotal = self.told(section.subtotal, places(row, nil))
      return section
    }
    return SchoolMap(
      school: map.school, question: map.question, columns: map.columns, sections: sections,
      totals: told(map.totals, .total), total: self.told(map.total, places(.total, nil)), unpriced: [], unled: [],
      usesReferenceRates: map.usesReferenceRates, yearsWithoutTerms: map.yearsWithoutTerms, filter: map.filter,
      groupCount: map.groupCount, hidesSmallNumbers: true, tellsTerms: tellsTerms)
  }

  /// On a line of which anything is withheld no group is told apart: how often it meets, and from when to when, would tell
  /// its hours.
  private func line(_ line: SchoolMap.Line, _ columns: [SchoolMap.Column]) -> SchoolMap.Line {
    var told = line
    told.cells = zip(line.cells, columns).map { cell, column in
      cell.map { SchoolMap.Cell(runs: $0.runs, figures: self.told($0.figures, places(.line(line.key), column))) }
    }
    told.total = self.told(line.total, places(.line(line.key), nil))
    let isOpen = (told.cells.compactMap { $0?.figures } + [told.total]).allSatisfy {
      !$0.isWithheld && !$0.isCountWithheld
    }
    told.cells = told.cells.map { cell in
      cell.map { SchoolMap.Cell(runs: isOpen ? $0.runs.map(\.counted) : [], figures: $0.figures) }
    }
    return told
  }

  /// Where a figure of the map stands in the table by year group.
  private func places(_ row: SmallNumbers.Row, _ column: SchoolMap.Column?) -> [SmallNumbers.Place] {
    guard case .stage(let stage) = column else { return [SmallNumbers.Place(row: row, column: column)] }
    return table.map.columns.compactMap { own in
      guard case .year(let year) = own, year.stage == stage else { return nil }
      return SmallNumbers.Place(row: row, column: own)
    }
  }

  private func told(_ figures: SchoolMap.Figures, _ places: [SmallNumbers.Place]) -> SchoolMap.Figures {
    var told = figures
    told.isWithheld = places.contains { hidden.withheld.contains($0) && table[$0]?.takesSomething ?? false }
    told.isCountWithheld = places.contains { place in
      let isHidden = hidden.withheld.contains(place) || hidden.uncounted.contains(place)
      return isHidden && (table[place]?.takesSomething ?? false || (table[place]?.pupils ?? 0) > 0)
    }
    if told.isWithheld {
      told = SchoolMap.Figures()
      (told.isWithheld, told.isCountWithheld, told.pupils) = (true, true, figures.pupils)
    }
    if told.isCountWithheld {
      told.isSmall = table.isToldAsFew(places)
      told.pupils = 0
      // How many groups there are would say something of how many pupils.
      told.unled = min(told.unled, 1)
    }
    return told
  }
}

extension SchoolMap.Run {
  /// Without adults and without its own part of the cell's figures.
  fileprivate var counted: SchoolMap.Run {
    var told = SchoolMap.Figures()
    (told.isWithheld, told.isCountWithheld) = (true, true)
    return SchoolMap.Run(group: group, pupils: [], when: when, who: [], span: span, dates: dates, figures: told)
  }
}
