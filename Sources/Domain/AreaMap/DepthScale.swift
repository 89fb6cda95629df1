/// Five depths of a colour, bounded by round numbers. Where the numbers are far apart, each bound is about three times the
/// one before, so that what reaches thousands and what reaches tens both stand on one map; where they are near to each
/// other, the depths are even, so that they differ at all.
package struct DepthScale: Hashable, Sendable {
  /// The last number of each depth but the deepest, ascending; four at most.
  package let bounds: [Int]

  package init(_ numbers: some Sequence<Int>) {
    let numbers = numbers.filter { $0 > 0 }
    let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let wanted: [Int]
    if least * 10 > most {
      wanted = (1...4).map { DepthScale.even(least + (most - least) * $0 / 5) }
    } else {
      wanted = [81, 27, 9, 3].map { DepthScale.round(most / $0) }
    }
    bounds = wanted.reduce(into: []) { kept, bound in
      if bound > kept.last ?? 0, bound < most { kept.append(bound) }
    }
  }

  /// 0 for nothing, else from 1.
  package func depth(_ number: Int) -> Int {
    number <= 0 ? 0 : 1 + bounds.count { $0 < number }
  }

  /// `1 to 50`, `51 to 200`, `over 5,000`: the depths from 1 in words.
  package var words: [String] {
    let lower = [1] + bounds.map { $0 + 1 }
    return lower.indices.map { index in
      guard index < bounds.count else { return bounds.isEmpty ? "any" : "over \(bounds[index - 1].grouped)" }
      return lower[index] == bounds[index]
        ? bounds[index].grouped : "\(lower[index].grouped) to \(bounds[index].grouped)"
    }
  }

  /// With two figures that are not noughts, at the most.
  private static func even(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return (number + unit / 2) / unit * unit
  }

  /// The nearest of 1, 2 and 5 with noughts.
  private static func round(_ number: Int) -> Int {
    if number < 1 { return 0 }
    var unit = 1
    while unit <= number / 10 { unit *= 10 }
    let candidates = [1, 2, 5, 10].map { $0 * unit }
    return candidates.min { abs($0 - number) < abs($1 - number) }!
  }
}

extension AreaMap {
  /// What colours show on this map: what was asked for; where no entry says how many children or places, how much
  /// provision there is.
  package var shownDepth: AreaMapQuestion.Depth {
    switch question.depth {
    case .reach where total.reach == nil, .places where total.places == nil: .provision
    case let asked: asked
    }
  }

  package func number(_ figures: Figures) -> Int {
    switch shownDepth {
    case .reach: figures.reach ?? 0
    case .provision: figures.provision
    case .gaps: figures.gaps
    case .places: figures.places ?? 0
    }
  }

  package var scale: DepthScale { DepthScale(framework.cells.map { number(figures($0)) }) }

  /// Of a cell's colour: 0 is none. What there is but nobody counts children of, has the palest.
  package func depth(_ cell: Cell, on scale: DepthScale) -> Int {
    let figures = figures(cell)
    let depth = scale.depth(number(figures))
    return depth == 0 && shownDepth != .gaps && figures.provision > 0 ? 1 : depth
  }
}
