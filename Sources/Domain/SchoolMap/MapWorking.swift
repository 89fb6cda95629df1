/// The lines behind one figure of a map: each group × source with the part of it that stands in the figure. They add up
/// to the figure, because the figure was added up from them.
package struct MapWorking: Sendable {
  package let lines: [Line]
  package let total: Pence
  /// The part of the total up to and including the as-at day.
  package let toDate: Pence
  package let unpriced: Int

  package struct Line: Sendable {
    package let group: Group
    /// Confidential, and not for this viewer: how the line came about is not told.
    package let isMasked: Bool
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
  /// The working of a figure: `column`, `group` and `line` narrow what the question asks for; nil takes all. `line` is any
  /// group of the map's line that is meant.
  package func working(
    _ question: MapQuestion, column: SchoolMap.Column?, group: ID<Group>?, line: ID<Group>? = nil
  ) -> MapWorking {
    let onLine = line.map { id in groups.first { $0.group.id == id }.map { SchoolMap.Line.Key($0) } }
    let sieve = MapSieve(question, self)
    var lines: [MapWorking.Line] = []
    var toDate = Pence.zero
    for costed in costed(sieve)
    where (group == nil || costed.group.group.id == group)
      && (onLine == nil || onLine == SchoolMap.Line.Key(costed.group))
    {
      func isAsked(_ share: CostLine.Share) -> Bool {
        sieve.takes(share, placesInForce: costed.placesInForce) && (column?.contains(share.year) ?? true)
      }
      for line in costed.toDate?.lines ?? [] {
        toDate += line.stretches.lazy.flatMap(\.shares).filter(isAsked).compactMap(\.pence).sum
      }
      for line in costed.projected.lines {
        let all = line.stretches.flatMap(\.shares)
        let shares = all.filter(isAsked)
        guard !shares.isEmpty else { continue }
        lines.append(
          MapWorking.Line(
            group: costed.group.group, isMasked: costed.group.isMasked,
            source: wordsWithRole(line.source, isMasked: costed.group.isMasked), line: line,
            part: shares.compactMap(\.pence).sum, minutes: shares.reduce(0) { $0 + $1.minutes },
            isWhole: shares.count == all.count))
      }
    }
    return MapWorking(
      lines: lines, total: lines.map(\.part).sum, toDate: toDate, unpriced: lines.count { !$0.line.isPriced })
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
