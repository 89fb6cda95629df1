/// A cell's figures in a few lines: the same in the spreadsheet, the office document, on paper and on the page.
package enum AreaCellWords {
  /// How much there is, or what is known instead: `41`, `0`, `–`.
  package static func figure(_ figures: AreaMap.Figures) -> String {
    figures.state.isUnknown ? "–" : figures.provision.grouped
  }

  package static func lines(_ figures: AreaMap.Figures) -> [String] {
    let first = figures.provision > 0 ? AreaMapWords.provision(figures.provision) : figure(figures)
    return [first] + more(figures)
  }

  /// What stands under the figure.
  package static func more(_ figures: AreaMap.Figures) -> [String] {
    var lines = [AreaMapWords.nothing(figures), AreaMapWords.reach(figures)].compactMap(\.self)
    if figures.gaps > 0 || figures.provision > 0 { lines.append(AreaMapWords.gaps(figures.gaps)) }
    return lines
  }
}

/// What changed in a cell between two rounds: `41, was 35 (+6)`.
package struct AreaChangeWords {
  package let provision: String
  package let gaps: String
  package let reach: String

  package init(_ comparison: AreaMapComparison, _ cell: Cell) {
    let (now, then) = (comparison.now.figures(cell), comparison.then.figures(cell))
    switch comparison.change(cell) {
    case .silentBoth: (provision, gaps, reach) = ("nobody answered, then or now", "", "")
    case .silentThen:
      (provision, gaps, reach) = (
        "\(now.provision.grouped); nobody answered then", now.gaps.grouped, now.reach?.grouped ?? "not said"
      )
    case .notAskedThen where now.answered == 0:
      (provision, gaps, reach) = ("nobody has answered now; not asked then", "", "")
    case .notAskedThen:
      (provision, gaps, reach) = (
        "\(now.provision.grouped); not asked then", now.gaps.grouped, now.reach?.grouped ?? "not said"
      )
    case .silentNow:
      (provision, gaps, reach) = ("nobody has answered now; was \(then.provision.grouped)", "", "")
    case .differs(let provisions, let gapsMore, let reachMore):
      provision = Self.words(now.provision, then.provision, provisions)
      gaps = Self.words(now.gaps, then.gaps, gapsMore)
      reach = reachMore.map { Self.words(now.reach ?? 0, then.reach ?? 0, $0) } ?? now.reach?.grouped ?? "not said"
    }
  }

  private static func words(_ now: Int, _ then: Int, _ more: Int) -> String {
    "\(now.grouped), was \(then.grouped) (\(AreaMapComparison.words(more)))"
  }
}
