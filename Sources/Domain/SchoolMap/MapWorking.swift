/// The lines behind one figure of a map: each group × source with the part of it that stands in the figure. They add up
/// to the figure, because the figure was added up from them.
package struct MapWorking: Sendable {
  package let lines: [Line]
  package let total: Pence
  package let unpriced: Int

  package struct Line: Sendable {
    package let group: Group
    /// `Mrs Lowe (Teaching assistant)`, `Book set`.
    package let source: String
    package let line: CostLine
    /// The part that stands in the figure; zero where the line is not priced.
    package let part: Pence
    package let minutes: Int
    /// Whether the figure has the whole of the line.
    package let isWhole: Bool
  }
}

extension MapFacts {
  /// The working of a figure: `column` and `group` narrow what the question asks for; nil takes all.
  package func working(
    _ question: MapQuestion, column: SchoolMap.Column?, group: ID<Group>?, hidesConfidential: Bool
  ) -> MapWorking {
    var lines: [MapWorking.Line] = []
    for costed in costed(question, hidesConfidential: hidesConfidential)
    where group == nil || costed.group.group.id == group {
      let isHidden = hidesConfidential && costed.group.group.isConfidential
      let inForce = Set(costed.group.facts.members.filter { question.asksFor($0) }.map(\.pupil))
      for line in costed.projected.lines {
        let all = line.stretches.flatMap(\.shares)
        let shares = all.filter { share in
          question.asksFor(share, placesInForce: inForce) && (column?.contains(share.year) ?? true)
        }
        guard !shares.isEmpty else { continue }
        lines.append(
          MapWorking.Line(
            group: isHidden ? costed.group.group.withoutTitle : costed.group.group,
            source: words(line.source, isHidden: isHidden), line: line, part: shares.compactMap(\.pence).sum,
            minutes: shares.reduce(0) { $0 + $1.minutes }, isWhole: shares.count == all.count))
      }
    }
    return MapWorking(
      lines: lines, total: lines.map(\.part).sum, unpriced: lines.count { !$0.line.isPriced })
  }

  private func words(_ source: CostLine.Source, isHidden: Bool) -> String {
    switch source {
    case .adult(let staff, let role):
      let name = roles[role]?.name ?? "An adult"
      return isHidden ? name : self.staff[staff].map { "\($0) (\(name))" } ?? name
    case .item(let item): return isHidden ? "An item" : items[item] ?? "An item"
    }
  }
}

extension SchoolMap.Column {
  /// Whether a part of this year, or of none, stands in the column.
  package func contains(_ year: YearGroup?) -> Bool {
    switch self {
    case .year(let own): year == own
    case .stage(let stage): year?.stage == stage
    case .wholeSchool: year == nil
    }
  }

  /// Reads a column's key.
  package init?(key: String) {
    if key == "whole-school" {
      self = .wholeSchool
    } else if let stage = KeyStage(rawValue: key) {
      self = .stage(stage)
    } else if let year = YearGroup(typed: key) {
      self = .year(year)
    } else {
      return nil
    }
  }
}

extension Group {
  /// As who may not see confidential provision sees it.
  var withoutTitle: Group {
    var details = masked.details
    (details.strand, details.level, details.area) = (self.strand, self.level, self.area)
    return Group(id: id, details: details, version: version)
  }
}
