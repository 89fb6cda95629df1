package import Domain

/// A school map as a JSON file, for other programs: money in whole pence, staff time in whole minutes, days in ISO form.
/// Its keys are documented in docs/files.md and stay as they are. Without costs the file has no key of money at all.
package struct SchoolMapJSON: Sendable {
  private let map: SchoolMap
  private let showsCosts: Bool

  package init(_ map: SchoolMap, showsCosts: Bool) {
    self.map = map
    self.showsCosts = showsCosts
  }

  package func bytes() throws -> [UInt8] { try tree.bytes() }

  private var tree: FileTree {
    var fields: [FileKey: FileTree] = [
      .school: .school(map.school), .period: .object(.days(map.question.period)),
      .asAt: .text(map.question.asAt.iso), .asItWas: .flag(map.question.isAsItWas),
      .by: .text(map.question.across.rawValue), .calendarChecked: .flag(map.school.calendarChecked),
      .filter: .list(map.filter.map(filter)),
      .columns: .list(map.columns.map { .object([.key: .text($0.key), .name: .text($0.name)]) }),
      .sections: .list(map.sections.map(section)), .totals: .list(columns(map.totals)),
      .total: .object(figures(map.total)),
      .notLed: .list(map.unled.map(unled)),
      .academicYearsWithoutTerms: .list(map.yearsWithoutTerms.map { .text($0.words) }),
    ]
    if showsCosts {
      fields[.policy] = .text(CostingPolicy.trueCost.name)
      fields[.usesReferenceRates] = .flag(map.usesReferenceRates)
      fields[.notPriced] = .list(map.unpriced.map(unpriced))
    }
    return .object(fields)
  }

  private func filter(_ filter: SchoolMap.Filter) -> FileTree {
    .object([.label: .text(filter.label), .values: .list(filter.values.map { .text($0) })])
  }

  private func unpriced(_ unpriced: SchoolMap.Unpriced) -> FileTree {
    .object([
      .provision: .text(unpriced.provision), .source: .text(unpriced.source), .from: .text(unpriced.from.iso),
    ])
  }

  private func unled(_ unled: SchoolMap.Unled) -> FileTree {
    .object([.provision: .text(unled.provision), .from: .text(unled.from.iso)])
  }

  private func section(_ section: SchoolMap.Section) -> FileTree {
    .object([
      .heading: .text(section.heading.name), .lines: .list(section.lines.map(line)),
      .subtotals: .list(columns(section.subtotals)), .subtotal: .object(figures(section.subtotal)),
    ])
  }

  private func line(_ line: SchoolMap.Line) -> FileTree {
    .object([
      .provision: .text(line.name), .strand: line.strand.map { .text($0.rawValue) } ?? .none,
      .level: line.level.map { .text($0) } ?? .none, .strategy: .flag(line.isStrategy),
      .confidential: .flag(line.isConfidential), .hidden: .flag(line.isHidden),
      .cells: .list(
        line.cells.enumerated().compactMap { index, cell in cell.map { self.cell($0, map.columns[index], line) } }),
      .total: .object(figures(line.total, hidden: line.isHidden)),
    ])
  }

  private func cell(_ cell: SchoolMap.Cell, _ column: SchoolMap.Column, _ line: SchoolMap.Line) -> FileTree {
    var fields = figures(cell.figures, hidden: line.isHidden)
    fields[.column] = .text(column.key)
    fields[.groups] = .list(cell.runs.map { run($0, hidden: line.isHidden) })
    return .object(fields)
  }

  private func run(_ run: SchoolMap.Run, hidden: Bool) -> FileTree {
    var fields = figures(run.figures, hidden: hidden).merging(.days(run.span)) { $1 }
    if !hidden { fields[.id] = .text(run.group.text) }
    fields[.when] = .text(run.when)
    fields[.who] = .list(run.who.map { .text($0) })
    if map.question.names != .counts {
      fields[.pupils] = .list(run.pupils.map { .text(map.question.names.text(of: $0)) })
    }
    return .object(fields)
  }

  private func columns(_ figures: [SchoolMap.Figures]) -> [FileTree] {
    figures.enumerated().map { index, sum in
      var fields = self.figures(sum)
      fields[.column] = .text(map.columns[index].key)
      return .object(fields)
    }
  }

  /// Withheld figures are null, and so is money that has no rate or that nobody leads.
  private func figures(_ figures: SchoolMap.Figures, hidden: Bool = false) -> [FileKey: FileTree] {
    func unless(_ isWithheld: Bool, _ number: Int) -> FileTree { isWithheld ? .none : .number(number) }
    let isWithheld = figures.isWithheld
    var fields: [FileKey: FileTree] = [
      .withheld: .flag(isWithheld), .fewerThan5: .flag(figures.isSmall),
      .pupilCount: unless(figures.isCountWithheld || hidden, figures.pupils),
      .teachingAssistantMinutes: unless(isWithheld, figures.assistantMinutes),
      .teacherMinutes: unless(isWithheld, figures.teacherMinutes),
      .otherMinutes: unless(isWithheld, figures.otherMinutes), .notLed: unless(isWithheld, figures.unled),
    ]
    if showsCosts {
      let isUnknown = isWithheld || figures.isNotKnown
      fields[.projectedPence] = unless(isUnknown, figures.projected.count)
      fields[.toDatePence] = unless(isUnknown, figures.toDate.count)
      fields[.toComePence] = unless(isUnknown, figures.toCome.count)
      fields[.notPriced] = unless(isWithheld, figures.unpriced)
    }
    return fields
  }
}

extension FileTree {
  static func school(_ school: School) -> FileTree {
    .object([.urn: .text(school.urn), .name: .text(school.name)])
  }
}

extension [FileKey: FileTree] {
  static func days(_ period: Period) -> Self { [.from: .text(period.from.iso), .until: .text(period.until.iso)] }
  static func days(_ span: Span) -> Self {
    [.from: .text(span.from.iso), .until: span.until.map { .text($0.iso) } ?? .none]
  }
}
