/// Two rounds beside each other, both on the cells of the later one's framework.
package struct AreaMapComparison: Hashable, Sendable {
  package let now: AreaMap
  /// Its cells are those of `now`: levels of another framework by their crosswalk.
  package let then: AreaMap

  package init(now: AreaMap, then: AreaMap) {
    self.now = now
    self.then = then
  }

  package enum Change: Hashable, Sendable {
    /// Both rounds have answers: what there is more (or, below zero, less) now. Children only where both say how many.
    case differs(provision: Int, gaps: Int, reach: Int?)
    /// Nobody answered in one of them, or in either: nothing can be said of a change.
    case silentThen
    case silentNow
    case silentBoth
    /// The earlier round had no such cell.
    case notAskedThen
  }

  package func change(_ now: AreaMap.Figures, _ then: AreaMap.Figures) -> Change {
    if !then.wasAsked { return .notAskedThen }
    return switch (now.answered == 0, then.answered == 0) {
    case (true, true): .silentBoth
    case (true, false): .silentNow
    case (false, true): .silentThen
    case (false, false):
      .differs(
        provision: now.provision - then.provision, gaps: now.gaps - then.gaps,
        reach: now.reach.flatMap { reach in then.reach.map { reach - $0 } })
    }
  }

  package func change(_ cell: Cell) -> Change { change(now.figures(cell), then.figures(cell)) }

  /// Common to both, so that their colours can be compared.
  package var scale: DepthScale {
    DepthScale([now, then].flatMap { map in map.framework.cells.map { now.number(map.figures($0)) } })
  }

  /// `+6`, `−3`, `the same`.
  package static func words(_ difference: Int) -> String {
    difference == 0 ? "the same" : difference > 0 ? "+\(difference.grouped)" : difference.grouped
  }
}
